import { WeixunError } from "../core/errors.ts";
import type { Packed } from "../core/packed.ts";
import type { Hit } from "../core/types.ts";
import { type Pattern, Scanner } from "../lexicon/scanner.ts";

/** What a cue word speaks for. `blocked` swallows a look-alike (神经系统 is no system). */
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

/** Words of both kinds in one text, each kind leftmost and longest first: one inside a longer one is not found. */
export interface Words {
  readonly cues: readonly CueHit[];
  /** Words that speak for topics; `entry` is the place of the word behind {@link FIRST_TOPIC_WORD}. */
  readonly topics: readonly Hit[];
}

/** Entries from here on are words of topics. */
export const FIRST_TOPIC_WORD: number = CUE_CLASSES.length;

/** Finds cue words and words of topics in one pass; the words of the last two texts, title and body, are kept. */
export class WordFinder {
  readonly #scanner: Scanner;
  #text = "";
  #words: Words = { cues: [], topics: [] };
  #otherText = "";
  #otherWords: Words = this.#words;

  /** @param trie the packed trie of cue patterns and topic patterns. */
  constructor(trie: Uint8Array) {
    this.#scanner = Scanner.open(trie);
  }

  find(text: string): Words {
    if (text === this.#text) return this.#words;
    const [other, otherWords] = [this.#otherText, this.#otherWords];
    this.#otherText = this.#text;
    this.#otherWords = this.#words;
    this.#text = text;
    this.#words = text === other ? otherWords : this.#scan(text);
    return this.#words;
  }

  #scan(text: string): Words {
    const cues: CueHit[] = [];
    const topics: Hit[] = [];
    let cueEnd = 0;
    let topicEnd = 0;
    for (const hit of this.#scanner.scan(text)) {
      if (hit.entry < FIRST_TOPIC_WORD) {
        if (hit.start < cueEnd) continue;
        cues.push(hit);
        cueEnd = hit.end;
      } else if (hit.start >= topicEnd) {
        topics.push(hit);
        topicEnd = hit.end;
      }
    }
    return { cues, topics };
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
export function readTopicCues(packed: Packed): [string, string][] {
  return packed
    .text("topicCues")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]);
}
