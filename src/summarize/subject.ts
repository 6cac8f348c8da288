/** What a clause opens on, and the subject that it has left out. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { resolveHead } from "./resolve.ts";
import { KIND } from "./words.ts";

const [N, J, V] = ["n", "j", "v"].map((c) => c.charCodeAt(0)) as [number, number, number];
const SHORT_DOCUMENT = /^《(?:方案|通知|规范|指引|行动计划|办法|意见|规划|标准|规定|计划|目录|指南|条例|细则|措施)》/u;

/** Whether the clause opens on a word that points to something said before. */
export function opensBare(draft: Draft, clause: Clause): boolean {
  const { text, tokens, tags, bits } = draft.prose;
  const first = clause.firstToken;
  if (first >= clause.endToken) return false;
  const own = bits[first]!;
  if ((own & KIND.pointer) !== 0) return true;
  const { start } = tokens[first]!;
  // 《规范》共7章: the marks stand alone as words.
  if (text[start] === "《") return SHORT_DOCUMENT.test(text.slice(start, start + 8));
  // 这台机器, 该院, 其: one word or two; 那坡 is a place.
  if ("该此其这".includes(text[start]!) || (text[start] === "那" && tags[first] !== N)) return true;
  if ((own & KIND.thing) === 0) return false;
  // 平台经济, 医院协会: the word is part of a longer name.
  const follower = first + 1 < clause.endToken ? tags[first + 1]! : 0;
  return follower !== N && follower !== J;
}

/** Whether a word behind the first points to something said before: 中药房与它联通, 今年该县打通…. */
export function pointsInside(
  draft: Draft,
  { firstToken, endToken, bits: all }: Clause,
  pieces: readonly Span[],
): boolean {
  if ((all & KIND.pointer) === 0) return false;
  const { tokens, bits } = draft.prose;
  for (let i = firstToken + 1; i < endToken; i++) {
    const { text, start, end } = tokens[i]!;
    if ((bits[i]! & KIND.pointer) === 0 || !"它该".includes(text[0]!)) continue;
    // 该县 whose name is put in its place stands in no piece.
    for (const p of pieces) if (p.start < end && p.end > start) return true;
  }
  return false;
}

/** What is no subject for a later clause: a list, a pointer, a measure, a person. */
const NO_NAME = /[、，“（\d]|^(?:该|这|那|此|其|他|她|它|我|全)|(?:率|时间|人员|医生|患者|费用)$/u;
/** 由X承担, X则…: the subject changes inside the clause. */
const TURNS = /由|被|让|则/;

/** The subject that a clause takes from an earlier one of its sentence: a name, 2–18 characters; null where unsure. */
export function lostSubject(draft: Draft, clause: Clause): Span | null {
  const { text, clauses, tokens, tags } = draft.prose;
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
    const c = clauses[i]!;
    if (c.kind === "speech" || c.kind === "dependent") return null;
    if (c.kind !== "full") continue;
    const { subject } = c;
    if (!subject || subject.end - subject.start < 2 || subject.end - subject.start > 18) return null;
    if (NO_NAME.test(text.slice(subject.start, subject.end))) return null;
    // 论坛发布了《目录》，收录14大类: the document holds them.
    if (text[c.end - 1] === "》") return null;
    if (opensBare(draft, c)) return resolveHead(draft, c)?.name ?? null;
    if (TURNS.test(text.slice(c.core, clause.start))) return null;
    // Only a name is sure to be what the later clause speaks of.
    let named = false;
    for (const f of draft.factsOf[i]!) {
      const { kind, start, end } = draft.facts[f]!;
      if (kind !== "date" && kind !== "figure" && start >= subject.start && end <= subject.end) named = true;
    }
    if (!named) return null;
    for (let t = c.firstToken; t < c.endToken && tokens[t]!.end <= subject.end; t++)
      if (tokens[t]!.start >= subject.start && tags[t] === V) return null;
    return subject;
  }
  return null;
}
