import { WeixunError } from "../core/errors.ts";
import type { Packed } from "../core/packed.ts";
import type { Hit } from "../core/types.ts";
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

/** One cue word found; `entry` is the place of its class in {@link CUE_CLASSES}. */
export type CueHit = Hit;

/** The place of a class in {@link CUE_CLASSES}. */
export const cueClass = (name: CueClass): number => CUE_CLASSES.indexOf(name);

/** Finds cue words, leftmost and longest first: a cue inside a longer one is not found. */
export class CueFinder {
  readonly #scanner: Scanner;

  /** @param trie the packed trie of {@link cuePatterns}. */
  constructor(trie: Uint8Array) {
    this.#scanner = Scanner.open(trie);
  }

  find(text: string): CueHit[] {
    return this.#scanner.scanLongest(text);
  }
}

/** The scanner's patterns of cue words: `entry` is the place of the class. */
export function cuePatterns(rows: readonly (readonly [surface: string, cue: string])[]): Pattern[] {
  return rows.map(([surface, cue]) => {
    const entry = cueClass(cue as CueClass);
    if (entry < 0) throw new WeixunError("bad-dictionary", `cue “${surface}” has the unknown class “${cue}”`);
    return { surface, kind: "cue", entry };
  });
}

/** Reads the packed two-column table of `dictionaries/topic-cues.tsv`. */
export function readPairs(packed: Packed, section: string): [string, string][] {
  return packed
    .text(section)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]);
}
