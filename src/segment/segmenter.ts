import type { Hit, Token } from "../core/types.ts";
import { WordList } from "./word-list.ts";

/** What segments text for the user: an engine with the words that must be obeyed. */
export interface Segmenter {
  /** nodejieba's `cut`: the words in order; joined they are the text. */
  cut(text: string): string[];
  /**
   * Words with tag and offsets; numbers whole, the lexicon and user dictionaries obeyed.
   * @param hits what the scanner found in the text, where that is known already.
   */
  tokenize(text: string, hits?: readonly Hit[]): Token[];
}

/** A segmentation engine. It gives words as numbers, so that they can be replaced before anything is made of them. */
export interface Engine {
  /** Adds the words of `text[start, end)`, as if nothing stood around it, as `cut` gives them. */
  cut(text: string, words: WordList, start: number, end: number): void;
  /** As {@link cut}, but the words that `tokenize` gives. */
  tokenize(text: string, words: WordList, start: number, end: number): void;
  /** The tag of the word `text[start, end)` of this id. */
  tag(text: string, start: number, end: number, id: number): string;
  /** The words of a whole text as strings. */
  strings(text: string, words: WordList): string[];
  /** The words of a whole text as tokens; `tags` are those of ids below 0. */
  tokens(text: string, words: WordList, tags: readonly string[]): Token[];
}

/** The segmenter of an engine alone: exactly nodejieba's words and tags. */
export function segmentWith(engine: Engine): Segmenter {
  const words = new WordList();
  return {
    cut(text) {
      words.clear();
      engine.cut(text, words, 0, text.length);
      return engine.strings(text, words);
    },
    tokenize(text) {
      words.clear();
      engine.tokenize(text, words, 0, text.length);
      return engine.tokens(text, words, []);
    },
  };
}
