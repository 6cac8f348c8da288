/** The word graph and its path of maximum probability, as cppjieba's MPSegment has it, over typed arrays. */
import type { BaseDictionary } from "../lexicon/base-dictionary.ts";
import { SEPARATOR_SYMBOL } from "../lexicon/base-dictionary.ts";

/** A block ends at the first separator after so many units: the arrays stay in the cache however long the text is. */
const BLOCK_UNITS = 4096;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/**
 * The best path through one block of a text. Scores are summed from the right, as cppjieba does, because the order of
 * additions decides between segmentations of equal probability. A lone surrogate is one unknown character.
 */
export class BestPath {
  /** The dictionary's symbols of the block, then a 0. */
  symbols: Uint16Array = new Uint16Array(0);
  /** Units of the word that begins here on the best path from here. */
  steps: Uint16Array = new Uint16Array(0);
  /** That word's node in the trie; 0 for a character that begins no word. */
  nodes: Int32Array = new Int32Array(0);
  #scores = new Float64Array(0);
  readonly #dictionary: BaseDictionary;

  constructor(dictionary: BaseDictionary) {
    this.#dictionary = dictionary;
    this.#reserve(2 * BLOCK_UNITS);
  }

  #reserve(units: number): void {
    const symbols = new Uint16Array(units + 1);
    symbols.set(this.symbols);
    this.symbols = symbols;
    this.steps = new Uint16Array(units);
    this.nodes = new Int32Array(units);
    this.#scores = new Float64Array(units + 1);
  }

  /** Solves the block that begins at `start`; @returns its end, at most `end`. */
  solve(text: string, start: number, end: number): number {
    const length = this.#read(text, start, end);
    const { cells, weights } = this.#dictionary;
    const { symbols, steps, nodes } = this;
    const scores = this.#scores;
    scores[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      const first = symbols[i]!;
      if (first <= SEPARATOR_SYMBOL) {
        this.#step(text, start, i, length);
        continue;
      }
      const at = first << 1;
      const cell = cells[at | 1]!;
      if (cell >>> 16 !== first) {
        steps[i] = 1;
        nodes[i] = 0;
        scores[i] = scores[i + 1]! + weights[0]!;
        continue;
      }
      let score = scores[i + 1]! + weights[cell & 0xffff]!;
      let step = 1;
      let node = first;
      let base = cells[at]!;
      for (let j = (i + 1) | 0; base !== 0; ) {
        const symbol = symbols[j]!;
        const next = (base + symbol) | 0;
        const value = cells[(next << 1) | 1]!;
        if (value >>> 16 !== symbol) break;
        j = (j + 1) | 0;
        if ((value & 0xffff) !== 0) {
          const other = scores[j]! + weights[value & 0xffff]!;
          if (other > score) {
            score = other;
            step = j - i;
            node = next;
          }
        }
        base = cells[next << 1]!;
      }
      scores[i] = score;
      steps[i] = step;
      nodes[i] = node;
    }
    return start + length;
  }

  /** Fills in the symbols of the block; @returns its length. */
  #read(text: string, start: number, end: number): number {
    const map = this.#dictionary.symbols;
    let symbols = this.symbols;
    let length = 0;
    for (let at = start; at < end; ) {
      const symbol = map[text.charCodeAt(at++)]!;
      symbols[length++] = symbol;
      if (length >= BLOCK_UNITS) {
        if (symbol === SEPARATOR_SYMBOL) break;
        if (length === symbols.length - 1) {
          this.#reserve(2 * length);
          symbols = this.symbols;
        }
      }
    }
    symbols[length] = 0;
    return length;
  }

  /** A separator ends the sum of what stands before it; a character of no word weighs the minimum, an astral one too. */
  #step(text: string, start: number, i: number, length: number): void {
    const scores = this.#scores;
    this.nodes[i] = 0;
    this.steps[i] = 1;
    if (this.symbols[i] === SEPARATOR_SYMBOL) {
      scores[i] = 0;
      return;
    }
    const unit = text.charCodeAt(start + i);
    const isPair = isHigh(unit) && i + 1 < length && isLow(text.charCodeAt(start + i + 1));
    if (isPair) this.steps[i] = 2;
    scores[i] = scores[isPair ? i + 2 : i + 1]! + this.#dictionary.weights[0]!;
  }
}
