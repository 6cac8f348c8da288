/** The forms in which one clause may enter a summary. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { clausePieces, piecesLength } from "./pieces.ts";
import { printedPlace, resolveHead } from "./resolve.ts";

export interface Form {
  readonly pieces: readonly Span[];
  readonly length: number;
  /** Stands by itself although the clause does not: its subject was restored. */
  readonly whole: boolean;
  /** Opens on a bare word (平台, 该院) whose name must stand before; where that name stands in the text. */
  readonly needsName: Span | null;
  /** Opens on a bare word that nobody can name. */
  readonly nameless: boolean;
  readonly penalty: number;
}

/** A topic without its predicate: 面向管理的智慧管理. */
const VERBLESS = /^(?:面向|针对|关于|对于?)[^，的]{1,10}的[^，的\d了]{2,6}$/u;
const LISTED = 0.04;
const RESTORED = 0.12;
const NAMED = 0.02;
const SELF = /我[市县省区州院镇]|本[市县省区州院报]/gu;

/** Forms of a clause, none where it can never be used. */
export function clauseForms(draft: Draft, clause: Clause): Form[] {
  if (clause.kind === "speech" || clause.kind === "filler") return [];
  const { text, sentences } = draft.prose;
  const sentence = sentences[clause.sentence]!;
  const end = sentence.clauses.at(-1)!.mark;
  // A line that ends without a mark is a heading; a question tells nothing.
  if (end === "" && sentence.end - sentence.start < 40 && sentences.length > 2) return [];
  if (/^[？?]$/.test(end)) return [];
  // A phrase that ends its sentence has nothing to lead in.
  if (clause.kind === "phrase" && /^[。！]$/.test(clause.mark) && draft.factsOf[clause.index]!.length === 0) return [];
  if (VERBLESS.test(text.slice(clause.core, clause.end))) return [];
  const plain = impersonal(draft, clausePieces(text, clause));
  if (!plain || plain.length === 0) return [];
  const forms: Form[] = [];
  const add = (pieces: readonly Span[], more: Partial<Form> = {}): void => {
    const joined = joinPieces(pieces);
    forms.push({
      whole: false,
      needsName: null,
      nameless: false,
      penalty: 0,
      ...more,
      pieces: joined,
      length: piecesLength(joined),
    });
  };
  const listed = withoutList(draft, clause, plain);
  const head = headWord(draft, clause);
  const resolved = resolveHead(draft, clause);
  const variants: [readonly Span[], number][] = [[plain, 0]];
  if (listed) variants.push([listed, LISTED]);
  for (const [pieces, penalty] of variants) {
    if (resolved) {
      add(pieces, { penalty, needsName: resolved.name });
      add(replaceHead(pieces, resolved.cut, resolved.name), { penalty: penalty + NAMED });
    } else add(pieces, { penalty, nameless: head });
    if (clause.kind === "bare" || clause.kind === "linked") {
      const subject = lostSubject(draft, clause);
      if (subject) add([subject, ...pieces], { penalty: penalty + RESTORED, whole: true });
    }
  }
  return forms;
}

const HEAD =
  /^(?:该|这|那|此|其|他|她|它|本(?!报)|平台|系统|项目|大会|论坛|专区|工程|模块|模型|医院|试点|改革|《?(?:方案|通知|规范|指引|行动计划|办法|意见|规划)》?|双方|两地|两家|三地|各地$|这里|那里|当地)/u;

/** Whether the clause opens on a word that points to something said before. */
function headWord(draft: Draft, clause: Clause): boolean {
  const { tokens } = draft.prose;
  const head = tokens[clause.firstToken];
  if (!head) return false;
  const follower = tokens[clause.firstToken + 1];
  // 《规范》共7章: the marks stand alone as words.
  if (
    /^《(?:方案|通知|规范|指引|行动计划|办法|意见|规划|标准|规定|计划|目录|指南|条例|细则|措施)》/u.test(
      draft.prose.text.slice(head.start, head.start + 8),
    )
  )
    return true;
  if (!HEAD.test(head.text)) return false;
  // 平台经济, 医院协会: the word is part of a longer name.
  return (
    /^(?:该|这|那|此|其|他|她|它|本)/.test(head.text) ||
    !follower ||
    !/^(?:n|j)/.test(follower.pos) ||
    follower.start >= clause.end
  );
}

/** 我市 and its like named, or null where no name stands in the text. */
function impersonal(draft: Draft, pieces: readonly Span[]): Span[] | null {
  const { text } = draft.prose;
  const out: Span[] = [];
  for (const piece of pieces) {
    let at = piece.start;
    for (const m of text.slice(piece.start, piece.end).matchAll(SELF)) {
      if (/[院报镇]$/.test(m[0])) return null;
      const name = printedPlace(draft);
      if (!name) return null;
      const cut = piece.start + m.index;
      if (cut > at) out.push({ start: at, end: cut });
      out.push(name);
      at = cut + m[0].length;
    }
    if (at < piece.end) out.push({ start: at, end: piece.end });
  }
  return out;
}

/** The pieces with `name` in place of what stands at `cut`. */
function replaceHead(pieces: readonly Span[], cut: Span, name: Span): Span[] {
  const [first, ...rest] = pieces;
  if (!first || first.start !== cut.start) return [...pieces];
  return [name, { start: cut.end, end: first.end }, ...rest].filter((p) => p.end > p.start);
}

/** A list before 等 and a figure left out: 启明星辰、电信等28家企业 → 28家企业; null where there is none. */
function withoutList(draft: Draft, clause: Clause, pieces: readonly Span[]): Span[] | null {
  const { tokens } = draft.prose;
  if (pieces.length !== 1) return null;
  const whole = pieces[0]!;
  for (let i = clause.firstToken + 2; i < clause.endToken - 1; i++) {
    const t = tokens[i]!;
    if (t.text !== "等" || !/^m/.test(tokens[i + 1]!.pos)) continue;
    let first = -1;
    let j = i - 1;
    for (; j >= clause.firstToken; j--) {
      const u = tokens[j]!;
      if (u.text === "、") first = j;
      else if (!/^(?:n|eng|j|b|s|f|m|q|x)/.test(u.pos) || /^[的，；]$/.test(u.text)) break;
    }
    if (first < 0) continue;
    const start = tokens[j + 1]!.start;
    if (t.end - start < 8 || start <= whole.start) continue;
    return [
      { start: whole.start, end: start },
      { start: t.end, end: whole.end },
    ];
  }
  return null;
}

/** The subject that a clause takes from an earlier one of its sentence: a name, 2–18 characters; null where unsure. */
function lostSubject(draft: Draft, clause: Clause): Span | null {
  const { text, clauses, tokens } = draft.prose;
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
    const c = clauses[i]!;
    if (c.kind === "speech" || c.kind === "dependent") return null;
    if (c.kind !== "full") continue;
    const subject = c.subject;
    if (!subject || subject.end - subject.start < 2 || subject.end - subject.start > 18) return null;
    const surface = text.slice(subject.start, subject.end);
    if (/[、，“（\d]|^(?:该|这|那|此|其|他|她|它|我|全)|(?:率|时间|人员|医生|患者|费用)$/u.test(surface)) return null;
    if (headWord(draft, c)) return resolveHead(draft, c)?.name ?? null;
    // 由X承担, X则…: the subject changes inside the clause.
    if (/由|被|让|则/.test(text.slice(c.core, clause.start))) return null;
    // Only a name is sure to be what the later clause speaks of.
    if (
      !draft.facts.some(
        (f) => f.start >= subject.start && f.end <= subject.end && f.kind !== "date" && f.kind !== "figure",
      )
    )
      return null;
    for (let t = c.firstToken; t < c.endToken && tokens[t]!.end <= subject.end; t++)
      if (tokens[t]!.start >= subject.start && /^v$/.test(tokens[t]!.pos)) return null;
    return subject;
  }
  return null;
}

/** Joins pieces that follow one another in the text. */
function joinPieces(pieces: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const p of pieces) {
    const last = out.at(-1);
    if (last && last.end === p.start) out[out.length - 1] = { start: last.start, end: p.end };
    else out.push({ start: p.start, end: p.end });
  }
  return out;
}
