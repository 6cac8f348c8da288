/** Where the noise of an item's text stands in it: not where the same words stand in a sentence. */
import { cleanArticle } from "../../clean/index.ts";
import type { Noise, Span } from "../../core/types.ts";

/** Noise with its place in the content; -1 where that cannot be told. */
export type PlacedNoise = Noise & Span;

/** What cleaning removes from `content`, in the order of the text. */
export function noiseOf(title: string, content: string): PlacedNoise[] {
  const { noise, alignment } = cleanArticle({ id: "lint", title, content });
  // Cuts and markup come each in the order of the text.
  let [cut, markup] = [0, 0];
  const placed = noise.map((n): PlacedNoise => {
    const isMarkup = n.rule === "markup";
    const start = placeOf(n.text, content, alignment, isMarkup ? markup : cut);
    if (start < 0) return { ...n, start: -1, end: -1 };
    const end = start + n.text.length;
    if (isMarkup) markup = end;
    else cut = end;
    return { ...n, start, end };
  });
  return placed.sort((a, b) => a.start - b.start);
}

/** The first place of `text` from `from` on of which nothing is kept; -1 where there is none. */
function placeOf(text: string, content: string, alignment: readonly number[], from: number): number {
  if (text === "") return -1;
  for (let at = content.indexOf(text, from); at >= 0; at = content.indexOf(text, at + 1))
    if (!isKept(alignment, at, at + text.length)) return at;
  return -1;
}

/** Whether a stretch of the content holds something that is kept: the triples ascend there too. */
function isKept(alignment: readonly number[], start: number, end: number): boolean {
  let [low, high] = [0, alignment.length / 3];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (alignment[3 * middle + 1]! < end) low = middle + 1;
    else high = middle;
  }
  return low > 0 && alignment[3 * low - 1]! > start;
}
