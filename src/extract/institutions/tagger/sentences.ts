import type { Span } from "../../../core/types.ts";

/** ； ends a sentence once it is this long, in characters. */
const SEMICOLON_AFTER = 60;
/** ， ends a sentence once it is this long. */
const COMMA_AFTER = 180;
/** Nothing runs on beyond this. */
const LONGEST = 500;

/** Splits a text into the stretches that are tagged one by one; they cover it. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (isSentenceEnd(text.charCodeAt(i), i + 1 - start)) {
      spans.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** The clauses of a text: stretches that no name runs beyond; they cover it. */
export interface Clauses {
  /** Where each begins, ascending, and the end of the text. */
  readonly starts: readonly number[];
  /** For each whether it begins a sentence, and 1 for the end of the text. */
  readonly opening: readonly (0 | 1)[];
}

/** Splits a text into clauses. */
export function splitClauses(text: string): Clauses {
  const starts: number[] = [];
  const opening: (0 | 1)[] = [];
  let sentence = 0;
  let clause = 0;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    const closes = isSentenceEnd(c, i + 1 - sentence);
    if (!closes && !isBreak(c)) continue;
    starts.push(clause);
    opening.push(clause === sentence ? 1 : 0);
    clause = i + 1;
    if (closes) sentence = clause;
  }
  if (clause < length) {
    starts.push(clause);
    opening.push(clause === sentence ? 1 : 0);
  }
  starts.push(length);
  opening.push(1);
  return { starts, opening };
}

/** A clause `[from, to)` and the sentence `[start, end)` that holds it. */
export interface Clause extends Span {
  readonly from: number;
  readonly to: number;
}

/** The k-th clause. */
export function clauseAt({ starts, opening }: Clauses, k: number): Clause {
  let first = k;
  while (opening[first] === 0) first--;
  let next = k + 1;
  while (opening[next] === 0) next++;
  return { start: starts[first]!, end: starts[next]!, from: starts[k]!, to: starts[k + 1]! };
}

/** Whether a unit ends a clause inside a sentence: ， ； ：. */
const isBreak = (c: number): boolean => c === 0xff0c || c === 0xff1b || c === 0xff1a;

/** Whether the unit `c` ends a sentence of `length` characters, itself included. */
function isSentenceEnd(c: number, length: number): boolean {
  switch (c) {
    case 0x0a: // \n
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
      return true;
    case 0xff1b: // ；
      return length > SEMICOLON_AFTER;
    case 0xff0c: // ，
      return length > COMMA_AFTER;
    default:
      return length >= LONGEST;
  }
}
