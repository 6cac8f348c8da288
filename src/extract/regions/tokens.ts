/** What the words around a stretch say: whether it stands on word borders, and what its word is taken for. */
import type { Token } from "../../core/types.ts";

/** Index of the token that holds `offset`; the last one for the end of the text. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface WordFit {
  /** The stretch begins and ends where words do. */
  readonly startsWord: boolean;
  readonly endsWord: boolean;
  /** The one word it is, with its tag; undefined where it is several or part of one. */
  readonly tag: string | undefined;
  /** Strictly inside one longer word. */
  readonly inside: boolean;
  /** Tag of the word in which it ends; `x` for one that no dictionary knows. */
  readonly around: string;
  /** Tag of the word in which it begins. */
  readonly before: string;
}

export function wordFit(tokens: readonly Token[], start: number, end: number): WordFit {
  const first = tokens[tokenAt(tokens, start)];
  const last = tokens[tokenAt(tokens, end - 1)];
  if (first === undefined || last === undefined)
    return { startsWord: true, endsWord: true, tag: undefined, inside: false, around: "", before: "" };
  const startsWord = first.start === start;
  const endsWord = last.end === end;
  const one = first === last;
  return {
    startsWord,
    endsWord,
    tag: one && startsWord && endsWord ? first.pos : undefined,
    inside: one && !(startsWord && endsWord),
    around: last.pos,
    before: first.pos,
  };
}
