/** Where the noise of an item's text stands in it: not where the same words stand in a sentence. */
import { cleanArticle } from "../../clean/index.ts";
import type { Noise, Span } from "../../core/types.ts";

/** Noise with its place in the content; -1 where that cannot be told. */
export type PlacedNoise = Noise & Span;

/** What cleaning removes from `content`, in the order of the text. */
export function noiseOf(title: string, content: string): PlacedNoise[] {
  const { noise, alignment } = cleanArticle({ id: "lint", title, content });
  const placed: PlacedNoise[] = [];
  for (const n of noise) {
    const start = placeOf(n.text, content, alignment, placed);
    placed.push({ ...n, start, end: start < 0 ? -1 : start + n.text.length });
  }
  return placed.sort((a, b) => a.start - b.start);
}

/** The first place of `text` that neither what is kept nor other noise takes; -1 where there is none. */
function placeOf(text: string, content: string, alignment: readonly number[], taken: readonly Span[]): number {
  if (text === "") return -1;
  const overlaps = (start: number, end: number, a: number, b: number): boolean => start < b && a < end;
  for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
    const end = at + text.length;
    let free = !taken.some((t) => overlaps(at, end, t.start, t.end));
    for (let i = 0; i < alignment.length && free; i += 3)
      free = !overlaps(at, end, alignment[i + 1]!, alignment[i + 2]!);
    if (free) return at;
  }
  return -1;
}
