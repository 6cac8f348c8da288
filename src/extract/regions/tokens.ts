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

/** As {@link tokenAt}, walked from token `from`, which stands close by. */
export function tokenNear(tokens: readonly Token[], offset: number, from: number): number {
  let at = from;
  while (at + 1 < tokens.length && tokens[at + 1]!.start <= offset) at++;
  while (at > 0 && tokens[at]!.start > offset) at--;
  return at;
}

/** Whether a word begins at `offset`, or there are no words. */
export const beginsWord = (tokens: readonly Token[], offset: number): boolean =>
  tokens.length === 0 || tokens[tokenAt(tokens, offset)]!.start === offset;
