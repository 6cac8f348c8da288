/** Turns the answer to a scene into a sentence of its own: …的，是今年6月投用的共享中药房 → 共享中药房今年6月投用. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { resolveAt } from "./resolve.ts";
import { KIND } from "./words.ts";

/** Longest modifier and name, in characters. */
const LONGEST = 34;
/** 这里是今年3月投用的中药房. */
const HERE = /^(?:(?:这里|这儿|这|那|它)(?:就|正|便)?|这[次回场][^，]{2,4}[用靠]的)是/u;
/** 黄点来自今年3月上线的平台: what the scene comes from. */
const SOURCE = /^(?:来自|源自|源于|得益于|归功于)$/;
/** A time or an adverb before the verb, and nobody who does it. */
const CIRCUMSTANCE =
  /^(?:[今去前]年|今[春夏秋冬]|[\d０-９]{1,4}[年月日]|[上中下]旬|[年月]?[初底末]|上半年|起|新|已|刚|正式|全面)+$/u;

/**
 * The stretches that say a clause of the kind 是 + modifier + 的 + name as a sentence: who did it stays before its verb
 * (是该院5月上线的X → 该院5月上线X, the hospital named), else the name comes first (是9月起运行的X → X9月起运行);
 * null where it is no such clause.
 */
export function turnAnswer(draft: Draft, clause: Clause): readonly Span[] | null {
  const { prose, facts } = draft;
  const { text, tokens, clauses } = prose;
  let first = clause.firstToken;
  const here = HERE.exec(text.slice(clause.core, clause.core + 9))?.[0].length ?? 0;
  if (text[clause.core] === "是") {
    const lead = clauses[clause.previous];
    const leads = lead && (lead.kind === "phrase" || text.slice(lead.end - 2, lead.end) === "背后");
    if (!leads || tokens[first]?.end !== clause.core + 1) return null;
  } else if (here > 0) {
    while (first < clause.endToken && tokens[first]!.end < clause.core + here) first++;
    if (tokens[first]?.end !== clause.core + here) return null;
  } else {
    while (first < clause.endToken && !SOURCE.test(tokens[first]!.text)) first++;
    if (first > clause.firstToken + 3 || first >= clause.endToken) return null;
  }
  const begin = tokens[first++]!.end;
  let of = first;
  while (of < clause.endToken && tokens[of]!.text !== "的") of++;
  if (of <= first || of >= clause.endToken) return null;
  const done = doneAt(draft, first, of);
  if (done < 0) return null;
  const verb = tokens[of - 1]!;
  const modifier = { start: begin, end: verb.end };
  const name = { start: verb.end + 1, end: clause.end };
  const length = name.end - name.start;
  if (length < 4 || length > LONGEST || modifier.end - modifier.start > LONGEST) return null;
  for (let i = of + 1; i < clause.endToken; i++) if (tokens[i]!.text === "的") return null;
  let named = false;
  let acts = false;
  for (const f of draft.factsOf[clause.index]!) {
    const { kind, start } = facts[f]!;
    if (start < begin) return null;
    if (kind === "figure" || kind === "date") continue;
    if (start >= name.start) named ||= kind !== "region";
    else if (start === begin) acts = true;
  }
  if (!named) return null;
  const who = resolveAt(draft, clause, first);
  if (who) return [who.name, { start: who.cut.end, end: modifier.end }, name];
  if (acts) return [modifier, name];
  return CIRCUMSTANCE.test(text.slice(modifier.start, tokens[done]!.start)) ? [name, modifier] : null;
}

/** What is passed: 通过初验. */
export const PASSED: RegExp = /^(?:初验|终验|验收|评审|测评|认证|评估|鉴定)$/;

/** The first verb of the modifier `[first, of)`, which ends in a verb, in 通过验收 or in several joined by 、; -1 where none does. */
function doneAt({ prose: { tokens, bits } }: Draft, first: number, of: number): number {
  const isVerb = (i: number): boolean => (bits[i]! & (KIND.launch | KIND.action | KIND.verb)) !== 0;
  let last = of - 1;
  if (PASSED.test(tokens[last]!.text) && last > first && tokens[last - 1]!.text === "通过") last--;
  if (!isVerb(last)) return -1;
  for (let i = first; i < last; i++) if (tokens[i]!.text === "、") return isVerb(i - 1) && i > first ? i - 1 : -1;
  return last;
}
