/** The built-in engine: cppjieba's MixSegment and PosTagger, exactly, from the packed dictionary. */
import type { Token } from "../core/types.ts";
import { type BaseDictionary, openBaseDictionary } from "../lexicon/base-dictionary.ts";
import { walk } from "../lexicon/double-array.ts";
import { isDigit } from "../text/fold.ts";
import { BestPath, PAIR_WORD, SEPARATOR_WORD, UNIT_BITS } from "./best-path.ts";
import { HiddenMarkov } from "./hidden-markov.ts";
import type { Engine } from "./segmenter.ts";
import { specialTag } from "./special-tag.ts";
import { WordCache } from "./word-cache.ts";
import type { WordList } from "./word-list.ts";

const isLetter = (c: number): boolean => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);

const UNITS = (1 << UNIT_BITS) - 1;
/** A character that is no separator: a run of these goes to the hidden Markov model. */
const isSingle = (word: number): boolean => ((word & UNITS) === 1 && word !== SEPARATOR_WORD) || word === PAIR_WORD;

/** The id of a word is its node in the trie, 0 where it has none; the id of a single unit is its symbol. */
export class BuiltInEngine implements Engine {
  readonly #dictionary: BaseDictionary;
  readonly #path: BestPath;
  readonly #markov: HiddenMarkov;
  readonly #cache: WordCache;

  constructor(dictionary: BaseDictionary) {
    this.#dictionary = dictionary;
    this.#path = new BestPath(dictionary);
    this.#markov = new HiddenMarkov(dictionary.hmm);
    this.#cache = new WordCache(dictionary);
  }

  cut(text: string, list: WordList, start: number, end: number): void {
    for (let from = start; from < end; ) {
      const to = this.#path.solve(text, from, end);
      const { words } = this.#path;
      list.reserve(list.length + to - from);
      const { ends, ids } = list;
      let count = list.length;
      for (let i = 0; i < to - from; ) {
        const word = words[i]!;
        i += word & UNITS;
        ends[count] = from + i;
        ids[count++] = word >> UNIT_BITS;
      }
      list.length = count;
      from = to;
    }
  }

  tokenize(text: string, list: WordList, start: number, end: number): void {
    for (let from = start; from < end; ) {
      const to = this.#path.solve(text, from, end);
      const { words } = this.#path;
      list.reserve(list.length + to - from);
      const { ends, ids } = list;
      // Behind the block stands no word that could prolong a run.
      words[to - from] = SEPARATOR_WORD;
      for (let i = 0; i < to - from; ) {
        const word = words[i]!;
        let j = i + (word & UNITS);
        if (isSingle(word) && isSingle(words[j]!)) {
          do j += words[j]! & UNITS;
          while (isSingle(words[j]!));
          this.#unknown(text, list, from, i, j);
        } else {
          ends[list.length] = from + j;
          ids[list.length++] = word >> UNIT_BITS;
        }
        i = j;
      }
      from = to;
    }
  }

  /** Units `[i, j)` of the block at `from`: ASCII by rule, stretches of other characters by the model. */
  #unknown(text: string, list: WordList, from: number, i: number, j: number): void {
    let left = i;
    for (let right = i; right < j; ) {
      const unit = text.charCodeAt(from + right);
      if (unit >= 0x80) {
        right++;
        continue;
      }
      if (left < right) this.#modelled(list, from, left, right);
      left = right++;
      if (isLetter(unit)) {
        for (; right < j; right++) {
          const next = text.charCodeAt(from + right);
          if (!isLetter(next) && !isDigit(next)) break;
        }
      } else if (isDigit(unit)) {
        for (; right < j; right++) {
          const next = text.charCodeAt(from + right);
          if (!isDigit(next) && next !== 0x2e) break;
        }
      }
      list.push(from + right, this.#find(left, right));
      left = right;
    }
    if (left < j) this.#modelled(list, from, left, j);
  }

  #modelled(list: WordList, from: number, i: number, j: number): void {
    const { words, symbols } = this.#path;
    const markov = this.#markov;
    if (j - i === 2 && words[i] !== PAIR_WORD) {
      if (markov.joins(symbols[i]!, symbols[i + 1]!)) list.push(from + j, this.#find(i, j));
      else {
        list.push(from + i + 1, symbols[i]!);
        list.push(from + j, symbols[i + 1]!);
      }
      return;
    }
    markov.reserve(j - i);
    const { symbols: run, ends } = markov;
    let characters = 0;
    for (let at = i; at < j; at += words[at]! & UNITS) run[characters++] = symbols[at]!;
    let start = i;
    let seen = 0;
    for (let k = markov.segment(characters); k < characters; k++) {
      let end = start;
      for (; seen < ends[k]!; seen++) end += words[end]! & UNITS;
      list.push(from + end, this.#find(start, end));
      start = end;
    }
  }

  /** The id of units `[i, j)` of the block. */
  #find(i: number, j: number): number {
    const { symbols, pairs } = this.#path;
    if (j - i === 1) return symbols[i]!;
    const node = pairs[i + 1]!;
    return node === 0 ? 0 : walk(this.#dictionary.trie.cells, node, symbols, i + 2, j);
  }

  tag(text: string, start: number, end: number, id: number): string {
    if (end - start === 1) return this.#cache.characterTag(id);
    return id === 0 ? specialTag(text, start, end) : this.#cache.tag(this.#cache.slot(text, start, end, id));
  }

  strings(text: string, { ends, ids, length }: WordList): string[] {
    const cache = this.#cache;
    const strings = new Array<string>(length);
    let start = 0;
    for (let k = 0; k < length; k++) {
      const end = ends[k]!;
      const id = ids[k]!;
      if (end - start === 1) strings[k] = cache.character(text.charCodeAt(start));
      else if (id > 0) strings[k] = cache.word(cache.slot(text, start, end, id));
      else strings[k] = text.slice(start, end);
      start = end;
    }
    return strings;
  }

  tokens(text: string, { ends, ids, length }: WordList, tags: readonly string[]): Token[] {
    const cache = this.#cache;
    const tokens = new Array<Token>(length);
    let start = 0;
    for (let k = 0; k < length; k++) {
      const end = ends[k]!;
      const id = ids[k]!;
      let word: string;
      let pos: string;
      if (id < 0) {
        word = text.slice(start, end);
        pos = tags[~id]!;
      } else if (end - start === 1) {
        word = cache.character(text.charCodeAt(start));
        pos = cache.characterTag(id);
      } else if (id > 0) {
        const slot = cache.slot(text, start, end, id);
        word = cache.word(slot);
        pos = cache.tag(slot);
      } else {
        word = text.slice(start, end);
        pos = specialTag(text, start, end);
      }
      tokens[k] = { text: word, pos, start, end };
      start = end;
    }
    return tokens;
  }
}

/**
 * Opens the built-in engine on the bytes of `base-dictionary.bin`.
 * @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version.
 */
export function openBuiltIn(bytes: Uint8Array): BuiltInEngine {
  return new BuiltInEngine(openBaseDictionary(bytes));
}
