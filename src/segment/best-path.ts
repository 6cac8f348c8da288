/** The word graph and its path of maximum probability, as cppjieba's MPSegment has it, over typed arrays. */
import { type BaseDictionary, SEPARATOR_SYMBOL } from "../lexicon/base-dictionary.ts";
import { readPairs } from "../lexicon/double-array.ts";

/** A block ends at the first separator after so many units: what it takes stays in the cache however long the text is. */
const BLOCK_UNITS = 1024;

/** A word in one number: its node above these bits, its units in them. */
export const UNIT_BITS = 8;
/** A separator alone. */
export const SEPARATOR_WORD: number = (SEPARATOR_SYMBOL << UNIT_BITS) | 1;
/** A character outside the basic plane. */
export const PAIR_WORD = 2;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/**
 * The best path through one block of a text. Scores are summed from the right, as cppjieba does, because the order of
 * additions decides between segmentations of equal probability. A lone surrogate is one unknown character.
 */
export class BestPath {
  /** The dictionary's symbols of the block, then a 0. */
  symbols: Uint16Array = new Uint16Array(0);
  /** The node of each unit with the one before it. */
  pairs: Int32Array = new Int32Array(0);
  /** The word that begins here on the best path from here; the node of a single unit is its symbol. */
  words: Int32Array = new Int32Array(0);
  #scores = new Float64Array(0);
  readonly #dictionary: BaseDictionary;
  /** Symbol → weight of the character alone. */
  readonly #single: Float64Array;

  constructor(dictionary: BaseDictionary) {
    this.#dictionary = dictionary;
    const { cells, roots } = dictionary.trie;
    this.#single = new Float64Array(roots.length).fill(dictionary.weights[0]!);
    for (let s = 1; s < roots.length; s++)
      if (cells[2 * s + 1]! >>> 16 === s) this.#single[s] = dictionary.weights[cells[2 * s + 1]! & 0xffff]!;
    this.#reserve(2 * BLOCK_UNITS);
  }

  #reserve(units: number): void {
    if (units < this.symbols.length) return;
    const size = Math.max(units + 1, 2 * this.symbols.length);
    this.symbols = new Uint16Array(size);
    this.pairs = new Int32Array(size);
    this.words = new Int32Array(size);
    this.#scores = new Float64Array(size);
  }

  /** Solves the block that begins at `start`; @returns its end, at most `end`. */
  solve(text: string, start: number, end: number): number {
    const { trie, weights } = this.#dictionary;
    const blockEnd = this.#blockEnd(text, start, end);
    const length = blockEnd - start;
    this.#reserve(length);
    const { symbols, pairs, words } = this;
    readPairs(trie, text, start, blockEnd, symbols, pairs);
    const { cells } = trie;
    const single = this.#single;
    const scores = this.#scores;
    let score = 0;
    scores[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      const symbol = symbols[i]!;
      score += single[symbol]!;
      let word = (symbol << UNIT_BITS) | 1;
      let node = pairs[i + 1]!;
      if (node !== 0) {
        for (let j = (i + 2) | 0; ; j = (j + 1) | 0) {
          const value = cells[(node << 1) | 1]! & 0xffff;
          if (value !== 0) {
            const other = scores[j]! + weights[value]!;
            if (other > score) {
              score = other;
              word = (node << UNIT_BITS) | (j - i);
            }
          }
          const base = cells[node << 1]!;
          if (base === 0) break;
          const next = symbols[j]!;
          node = (base + next) | 0;
          if (cells[(node << 1) | 1]! >>> 16 !== next) break;
        }
      } else if (symbol === SEPARATOR_SYMBOL) {
        // A separator ends the sum of what stands before it.
        score = 0;
      } else if (symbol === 0 && i + 1 < length && isHigh(text.charCodeAt(start + i))) {
        if (isLow(text.charCodeAt(start + i + 1))) {
          score = scores[i + 2]! + weights[0]!;
          word = PAIR_WORD;
        }
      }
      scores[i] = score;
      words[i] = word;
    }
    return blockEnd;
  }

  #blockEnd(text: string, start: number, end: number): number {
    const map = this.#dictionary.trie.symbols;
    for (let at = start + BLOCK_UNITS; at < end; at++) if (map[text.charCodeAt(at - 1)] === SEPARATOR_SYMBOL) return at;
    return end;
  }
}
