/** Alignment of a text with the text it was made from: triples `[start, sourceStart, sourceEnd]`, ascending. */
import type { Span } from "../core/types.ts";

/** Collects triples; neighbours that are copied one to one and touch are joined. */
export class AlignmentBuilder {
  /** Plain numbers: an article has a few dozen, and a typed array would cost more than all of them. */
  readonly triples: number[] = [];
  #copied = false;

  /** The next `length` units of the text are copied from `sourceStart` on. */
  copy(start: number, length: number, sourceStart: number): void {
    if (length <= 0) return;
    const last = this.triples.length - 1;
    if (this.#copied && this.triples[last] === sourceStart) {
      this.triples[last] = sourceStart + length;
      return;
    }
    this.triples.push(start, sourceStart, sourceStart + length);
    this.#copied = true;
  }

  /** The text from `start` on stands for the source's `[sourceStart, sourceEnd)`, whose length differs. */
  change(start: number, sourceStart: number, sourceEnd: number): void {
    this.triples.push(start, sourceStart, sourceEnd);
    this.#copied = false;
  }
}

/** The triple that holds `offset`: the last one that begins at or before it. */
function tripleAt(alignment: readonly number[], offset: number): number {
  let low = 0;
  let high = alignment.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (alignment[middle * 3]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Maps a span of the text to the source: exact inside stretches copied one to one, whole stretches elsewhere.
 * `length` is the text's length. An empty alignment maps everything to `[0, 0)`.
 */
export function toSourceSpan(alignment: readonly number[], length: number, start: number, end: number): Span {
  if (alignment.length === 0) return { start: 0, end: 0 };
  const first = tripleAt(alignment, start);
  const last = tripleAt(alignment, Math.max(start, end - 1));
  const copied = (t: number): boolean => {
    const next = t * 3 + 3 < alignment.length ? alignment[t * 3 + 3]! : length;
    return next - alignment[t * 3]! === alignment[t * 3 + 2]! - alignment[t * 3 + 1]!;
  };
  const from = alignment[first * 3 + 1]! + (copied(first) ? start - alignment[first * 3]! : 0);
  const to = copied(last) ? alignment[last * 3 + 1]! + end - alignment[last * 3]! : alignment[last * 3 + 2]!;
  return { start: from, end: Math.max(from, to) };
}

/** Carries kept spans of a middle text through to the source; `out` receives them as they follow one another. */
export function copyThrough(
  out: AlignmentBuilder,
  start: number,
  middle: readonly number[],
  middleLength: number,
  from: number,
  to: number,
): void {
  if (from >= to) return;
  for (let t = tripleAt(middle, from); t * 3 < middle.length; t++) {
    const pieceStart = middle[t * 3]!;
    if (pieceStart >= to) break;
    const pieceEnd = t * 3 + 3 < middle.length ? middle[t * 3 + 3]! : middleLength;
    const a = Math.max(from, pieceStart);
    const b = Math.min(to, pieceEnd);
    if (a >= b) continue;
    const sourceStart = middle[t * 3 + 1]!;
    const sourceEnd = middle[t * 3 + 2]!;
    if (pieceEnd - pieceStart === sourceEnd - sourceStart)
      out.copy(start + a - from, b - a, sourceStart + a - pieceStart);
    else out.change(start + a - from, sourceStart, sourceEnd);
  }
}
