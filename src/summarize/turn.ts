/** Turns the answer to a scene into a sentence of its own: …的，是今年6月投用的共享中药房 → 共享中药房今年6月投用. */
import type { Span } from "../core/types.ts";
import { wordSet } from "../text/word-set.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { resolveAt } from "./resolve.ts";
import { KIND } from "./words.ts";

/** Longest modifier and name, in characters. */
const LONGEST = 34;
/** 这里是今年3月投用的中药房. */
const HERE =
  /^(?:(?:这里|这儿|这|那|它)(?:就|正|便)?|这[次回场][^，]{2,4}[用靠]的|[^，是]{0,12}(?:成果|亮点|看点|重头戏|焦点))是/u;
/** 黄点来自今年3月上线的平台: what the scene comes from. */
export const SOURCE: ReadonlySet<string> = wordSet("来自 源自 源于 得益于 归功于");
/** A time or an adverb before the verb, and nobody who does it. */
const CIRCUMSTANCE =
  /^(?:[今去前]年|今[春夏秋冬]|[上下]午|晚间?|[\d０-９]{1,4}[年月日]|[上中下]旬|[年月]?[初底末]|上半年|起|新|已|刚|正式|全面)+$/u;

/**
 * The stretches that say a clause of the kind 是 + modifier + 的 + name as a sentence: who did it stays before its verb
 * (是该院5月上线的X → 该院5月上线X, the hospital named), else the name comes first (是9月起运行的X → X9月起运行);
 * null where it is no such clause.
 */
export function turnAnswer(draft: Draft, clause: Clause): readonly Span[] | null {
  const { prose, facts } = draft;
  const { text, tokens, clauses } = prose;
  let first = clause.firstToken;
  const here = HERE.exec(text.slice(clause.core, clause.core + 18))?.[0].length ?? 0;
  if (text[clause.core] === "是") {
    const lead = clauses[clause.previous];
    const leads = lead && (lead.kind === "phrase" || text.slice(lead.end - 2, lead.end) === "背后");
    if (!leads || tokens[first]?.end !== clause.core + 1) return null;
  } else if (here > 0) {
    while (first < clause.endToken && tokens[first]!.end < clause.core + here) first++;
    if (tokens[first]?.end !== clause.core + here) return null;
  } else {
    while (first < clause.endToken && !SOURCE.has(tokens[first]!.text)) first++;
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
  named ||= length > 5 && acts && SYSTEM.test(text.slice(clause.end - 2, clause.end));
  if (!named) return null;
  const who = resolveAt(draft, clause, first);
  if (who) return [who.name, { start: who.cut.end, end: modifier.end }, name];
  if (acts) return [modifier, name];
  return CIRCUMSTANCE.test(text.slice(modifier.start, tokens[done]!.start)) ? [name, modifier] : null;
}

/** What leads to the news of a meeting: 最受关注的成果，是…. */
const NEWS = /(?:的|成果|亮点|看点|重头戏|焦点|消息)$/u;
/** 是团体标准《…》的发布: what, and what was done with it. */
const DONE =
  /^是([^，是]{4,40}?)的?((?:正式|首次|集中)?(?:发布|揭晓|启动|上线|启用|签署|签约|成立|揭牌|亮相|投用|开通))$/u;

/** 最受关注的，是团体标准《…》的发布 → 团体标准《…》发布; null where the clause is no such answer. */
export function turnNews({ prose, facts, factsOf }: Draft, clause: Clause): readonly Span[] | null {
  const { text, clauses } = prose;
  if (text[clause.core] !== "是") return null;
  const before = clauses[clause.previous];
  if (!before || before.sentence !== clause.sentence || !NEWS.test(text.slice(before.core, before.end))) return null;
  const done = DONE.exec(text.slice(clause.core, clause.end));
  if (done === null) return null;
  const end = clause.core + 1 + done[1]!.length;
  // Something with a name: 是数据的开通 is none.
  const named = factsOf[clause.index]!.some(
    (f) => facts[f]!.kind !== "figure" && facts[f]!.kind !== "date" && facts[f]!.end <= end,
  );
  if (!named) return null;
  return [
    { start: clause.core + 1, end },
    { start: clause.end - done[2]!.length, end: clause.end },
  ];
}

/** 新一代调度系统: no name that is known, but one. */
const SYSTEM = /(?:系统|平台|模型|网络|药房)$/u;

/** 12月8日 in a phrase by itself. */
const DAY = /^\d{1,2}月\d{1,2}日(?:(?:至|—|-|到)(?:\d{1,2}月)?\d{1,2}日)?/u;
/** 在贵阳举行的2023西南卫生健康网络安全大会上: where, and what. */
const HELD =
  /^(?:这是|那是)?((?:\d{1,2}月\d{1,2}日(?:[至—到-](?:\d{1,2}月)?\d{1,2}日)?)?(?:在|于)[^，、的“”]{2,18}(?:举行|召开|举办|开幕))的([^，、的]{6,34}(?:会议?|论坛|大赛|演练))(?:[上中]|期间|中?的一幕)?$/u;
/** A meeting whose name says nothing of it. */
const ANY_MEETING =
  /^(?:全[国省市县区州]|[省市县区州])?(?:新闻|媒体|情况|专题|工作|例行)*(?:发布|通气|通报|吹风|座谈|见面|推进|调度)?会议?$/u;

/** 11月25日，在京举行的2023…大会上，… → 2023…大会11月25日在京举行; null where the clause tells of no meeting so. */
export function turnMeeting({ prose }: Draft, clause: Clause): readonly Span[] | null {
  const { text, clauses } = prose;
  const held = HELD.exec(text.slice(clause.core, clause.end));
  if (held === null || ANY_MEETING.test(held[2]!)) return null;
  const at = clause.core + held[0].indexOf(held[1]!);
  const where = { start: at, end: at + held[1]!.length };
  const name = { start: where.end + 1, end: where.end + 1 + held[2]!.length };
  const before = clauses[clause.previous];
  const day = before?.kind === "phrase" ? DAY.exec(text.slice(before.core, before.end)) : null;
  if (day === null || DAY.test(held[1]!)) return [name, where];
  return [name, { start: before!.core, end: before!.core + day[0].length }, where];
}

/** What is passed: 通过初验. */
export const PASSED: ReadonlySet<string> = wordSet("初验 终验 验收 评审 测评 认证 评估 鉴定");

/** The first verb of the modifier `[first, of)`, which ends in a verb, in 通过验收 or in several joined by 、; -1 where none does. */
function doneAt({ prose: { tokens, bits } }: Draft, first: number, of: number): number {
  const isVerb = (i: number): boolean => (bits[i]! & (KIND.launch | KIND.action | KIND.verb)) !== 0;
  let last = of - 1;
  if (PASSED.has(tokens[last]!.text) && last > first && tokens[last - 1]!.text === "通过") last--;
  if (!isVerb(last)) return -1;
  for (let i = first; i < last; i++) if (tokens[i]!.text === "、") return isVerb(i - 1) && i > first ? i - 1 : -1;
  return last;
}
