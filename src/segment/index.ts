/**
 * The segmentation engine alone (`weixun/segment`), for browsers and workers: nothing of Node, the packed files handed
 * in as bytes. `base-dictionary.bin` and `scanner.bin` are at `weixun/resources/…`.
 */
import { Scanner } from "../lexicon/scanner.ts";
import type { DictionaryFile, UserWord } from "../lexicon/user-dictionary.ts";
import { openBuiltIn } from "./built-in.ts";
import { ObedientSegmenter } from "./obey.ts";
import { ObeyedSurfaces } from "./obeyed-surfaces.ts";
import type { Segmenter } from "./segmenter.ts";

export type { Token } from "../core/types.ts";
export type { DictionaryFile, UserWord } from "../lexicon/user-dictionary.ts";
export type { Segmenter } from "./segmenter.ts";

/** A segmenter whose user words may change while it runs. */
export interface OpenSegmenter extends Segmenter {
  /** @throws WeixunError `bad-argument` for an empty word or a weight that is not above 0. */
  addWord(word: UserWord | string): void;
  /** @returns whether there was such a word, in any case and width. */
  removeWord(word: string): boolean;
}

export interface SegmenterResources {
  /** The bytes of `base-dictionary.bin`. */
  readonly dictionary: Uint8Array;
  /** The bytes of `scanner.bin`. Default: none, and `tokenize` obeys no lexicon. */
  readonly scanner?: Uint8Array;
  /** The user's own words: dictionary files (their text and name) or lists. Default: none. */
  readonly dictionaries?: readonly (DictionaryFile | readonly UserWord[])[];
}

/**
 * Opens the built-in engine on bytes.
 * @throws WeixunError `bad-model` when a resource is truncated, changed or of another version.
 * @example
 * const bytes = new Uint8Array(await (await fetch("/base-dictionary.bin")).arrayBuffer());
 * createSegmenter({ dictionary: bytes }).cut("衡水市全民健康信息平台上线");
 * // ["衡水市", "全民", "健康", "信息", "平台", "上线"]
 */
export function createSegmenter({ dictionary, scanner, dictionaries = [] }: SegmenterResources): OpenSegmenter {
  const words = new ObeyedSurfaces(scanner ? Scanner.open(scanner) : new Scanner([]), { dictionaries });
  const segmenter = new ObedientSegmenter(openBuiltIn(dictionary), () => words.now());
  return {
    cut: (text) => segmenter.cut(text),
    tokenize: (text) => segmenter.tokenize(text),
    addWord: (word) => words.user.add(typeof word === "string" ? { word } : word),
    removeWord: (word) => words.user.remove(word),
  };
}
