import { WeixunError } from "../core/errors.ts";
import type { Packed } from "../core/packed.ts";
import type { Span } from "../core/types.ts";
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

/** One cue word found; `cue` is the place of its class in {@link CUE_CLASSES}. */
export interface CueHit extends Span {
  readonly cue: number;
}

/** The place of a class in {@link CUE_CLASSES}. */
export const cueClass = (name: CueClass): number => CUE_CLASSES.indexOf(name);

/** Finds cue words, leftmost and longest first: a cue inside a longer one is not found. */
export class CueFinder {
  readonly #scanner: Scanner;
  readonly #classes: Uint8Array;

  /**
   * @param rows surface and class of each cue.
   * @param trie the packed trie of {@link cuePatterns}, where it was made before; else it is built.
   */
  constructor(rows: readonly (readonly [surface: string, cue: string])[], trie?: Uint8Array) {
    this.#classes = Uint8Array.from(rows, ([surface, cue]) => {
      const known = cueClass(cue as CueClass);
      if (known < 0) throw new WeixunError("bad-dictionary", `cue “${surface}” has the unknown class “${cue}”`);
      return known;
    });
    this.#scanner = trie ? Scanner.open(trie) : new Scanner(cuePatterns(rows.map(([surface]) => surface)));
  }

  find(text: string): CueHit[] {
    const found: CueHit[] = [];
    for (const { start, end, entry } of this.#scanner.scanLongest(text))
      found.push({ start, end, cue: this.#classes[entry]! });
    return found;
  }
}

/** The scanner's patterns of a list of words: `entry` is the place in the list. */
export function cuePatterns(surfaces: readonly string[]): Pattern[] {
  return surfaces.map((surface, entry) => ({ surface, kind: "cue", entry }));
}

/** Reads the packed two-column tables of `dictionaries/relevance-cues.tsv` and `topic-cues.tsv`. */
export function readPairs(packed: Packed, section: string): [string, string][] {
  return packed
    .text(section)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]);
}
