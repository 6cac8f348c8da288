import type { Token } from "../core/types.ts";

/** A segmentation engine. */
export interface Segmenter {
  /** nodejieba's `cut`: the words in order; joined they are the text. */
  cut(text: string): string[];
  /** Words with tag and offsets; numbers whole, the lexicon and user dictionaries obeyed. */
  tokenize(text: string): Token[];
}
