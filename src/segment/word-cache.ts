/**
 * Words met lately, by their node in the trie: a word met again is the same string, without an allocation, and its tag
 * is at hand. A direct-mapped cache of fixed size: a larger table of all words would be slower, for want of locality.
 */
import type { BaseDictionary } from "../lexicon/base-dictionary.ts";
import { specialTag } from "./special-tag.ts";

/** Of the number of slots, two to this power: the words of an article many times over. */
const BITS = 14;

export class WordCache {
  readonly #nodes = new Int32Array(1 << BITS);
  /** Each word and, behind it, its tag. */
  readonly #strings: string[] = new Array<string>(2 << BITS).fill("");
  /** By UTF-16 unit. */
  readonly #characters: string[] = new Array<string>(0x10000).fill("");
  readonly #dictionary: BaseDictionary;

  constructor(dictionary: BaseDictionary) {
    this.#dictionary = dictionary;
  }

  /** The slot of the word `text[start, end)`, whose node (not 0) is known. */
  slot(text: string, start: number, end: number, node: number): number {
    // Fibonacci hashing: neighbouring nodes do not share slots.
    const slot = Math.imul(node, 0x9e3779b1) >>> (32 - BITS);
    if (this.#nodes[slot] !== node) this.#fill(slot, text, start, end, node);
    return slot;
  }

  #fill(slot: number, text: string, start: number, end: number, node: number): void {
    const { tagOf, tagNames } = this.#dictionary;
    const tag = tagOf[node]!;
    this.#nodes[slot] = node;
    this.#strings[2 * slot] = text.slice(start, end);
    this.#strings[2 * slot + 1] = tag === 0 ? specialTag(text, start, end) : tagNames[tag]!;
  }

  word(slot: number): string {
    return this.#strings[2 * slot]!;
  }

  tag(slot: number): string {
    return this.#strings[2 * slot + 1]!;
  }

  /** The string of one UTF-16 unit. */
  character(unit: number): string {
    return this.#characters[unit]! || (this.#characters[unit] = String.fromCharCode(unit));
  }

  /** The tag of a character alone, by its symbol. */
  characterTag(symbol: number): string {
    const { trie, tagOf, tagNames } = this.#dictionary;
    return (trie.cells[2 * symbol + 1]! >>> 16 === symbol && tagNames[tagOf[symbol]!]!) || "x";
  }
}
