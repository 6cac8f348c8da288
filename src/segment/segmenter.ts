import type { Hit, Token } from "../core/types.ts";

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

/** A segmentation engine: appends what it finds in `text[start, end)`, as if nothing stood around it. */
export interface Engine {
  cut(text: string, words: string[], start: number, end: number): void;
  tokenize(text: string, tokens: Token[], start: number, end: number): void;
}

/** The segmenter of an engine alone: exactly nodejieba's words and tags. */
export function segmentWith(engine: Engine): Segmenter {
  return {
    cut(text) {
      const words: string[] = [];
      engine.cut(text, words, 0, text.length);
      return words;
    },
    tokenize(text) {
      const tokens: Token[] = [];
      engine.tokenize(text, tokens, 0, text.length);
      return tokens;
    },
  };
}
