import { WeixunError } from "../core/errors.ts";
import type { Packed } from "../core/packed.ts";
import type { FieldName, Hit } from "../core/types.ts";
import { type Pattern, Scanner } from "../lexicon/scanner.ts";

/** What a cue word speaks for. `blocked` swallows a look-alike (神经系统 is no system, 钻井平台 no platform). */
export const CUE_CLASSES = [
  "blocked",
  "health-it",
  "health",
  "it",
  "other",
  "market",
  "tender",
  "recruit",
  "advert",
  "tips",
  "clinical",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** One cue word found; `field` and offsets as in a mention. */
export interface CueHit {
  readonly field: FieldName;
  readonly start: number;
  readonly end: number;
  readonly cue: CueClass;
}

/** Finds cue words, leftmost and longest first: a cue inside a longer one is not found. */
export class CueFinder {
  readonly #scanner: Scanner;
  readonly #classes: readonly CueClass[];

  /**
   * @param rows surface and class of each cue.
   * @param trie the packed trie of {@link cuePatterns}, where it was made before; else it is built.
   */
  constructor(rows: readonly (readonly [surface: string, cue: string])[], trie?: Uint8Array) {
    this.#classes = rows.map(([surface, cue]) => {
      const known = CUE_CLASSES.find((c) => c === cue);
      if (!known) throw new WeixunError("bad-dictionary", `cue “${surface}” has the unknown class “${cue}”`);
      return known;
    });
    this.#scanner = trie ? Scanner.open(trie) : new Scanner(cuePatterns(rows.map(([surface]) => surface)));
  }

  find(field: FieldName, text: string): CueHit[] {
    return outermost(this.#scanner.scan(text)).map((h) => ({
      field,
      start: h.start,
      end: h.end,
      cue: this.#classes[h.entry]!,
    }));
  }
}

/** The scanner's patterns of a list of words: `entry` is the place in the list. */
export function cuePatterns(surfaces: readonly string[]): Pattern[] {
  return surfaces.map((surface, entry) => ({ surface, kind: "cue", entry }));
}

/** Keeps the leftmost, longest hits: those that overlap an earlier one fall out. */
export function outermost(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

/** Reads the packed two-column tables of `dictionaries/relevance-cues.tsv` and `topic-cues.tsv`. */
export function readPairs(packed: Packed, section: string): [string, string][] {
  return packed
    .text(section)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]);
}
