/** The built-in engine: cppjieba's MixSegment and PosTagger, exactly, from the packed dictionary. */
import type { Token } from "../core/types.ts";
import { type BaseDictionary, openBaseDictionary, SEPARATOR_SYMBOL } from "../lexicon/base-dictionary.ts";
import { walk } from "../lexicon/double-array.ts";
import { BestPath } from "./best-path.ts";
import { HiddenMarkov } from "./hidden-markov.ts";
import type { Engine } from "./segmenter.ts";
import { specialTag } from "./special-tag.ts";
import { WordCache } from "./word-cache.ts";

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
const isLetter = (c: number): boolean => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);

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

  cut(text: string, words: string[], start: number, end: number): void {
    const path = this.#path;
    const cache = this.#cache;
    for (let from = start; from < end; ) {
      const to = path.solve(text, from, end);
      const { steps, nodes } = path;
      const length = to - from;
      for (let i = 0; i < length; ) {
        const step = steps[i]!;
        const node = nodes[i]!;
        const at = from + i;
        i += step;
        if (node !== 0) words.push(cache.word(cache.slot(text, at, at + step, node)));
        else words.push(step === 1 ? cache.character(text.charCodeAt(at)) : text.slice(at, at + step));
      }
      from = to;
    }
  }

  tokenize(text: string, tokens: Token[], start: number, end: number): void {
    const path = this.#path;
    for (let from = start; from < end; ) {
      const to = path.solve(text, from, end);
      const { steps, nodes, symbols } = path;
      const length = to - from;
      for (let i = 0; i < length; ) {
        const step = steps[i]!;
        const node = nodes[i]!;
        let j = i + step;
        // A run of single characters goes to the hidden Markov model; a separator is a stretch of its own.
        if ((step === 1 || node === 0) && symbols[i] !== SEPARATOR_SYMBOL)
          while (j < length && (steps[j] === 1 || nodes[j] === 0) && symbols[j] !== SEPARATOR_SYMBOL) j += steps[j]!;
        if (j === i + step) this.#push(text, tokens, from + i, from + j, node);
        else this.#unknown(text, tokens, from, i, j);
        i = j;
      }
      from = to;
    }
  }

  /** Units `[i, j)` of the block at `from`: ASCII by rule, stretches of other characters by the model. */
  #unknown(text: string, tokens: Token[], from: number, i: number, j: number): void {
    let left = i;
    for (let right = i; right < j; ) {
      const unit = text.charCodeAt(from + right);
      if (unit >= 0x80) {
        right++;
        continue;
      }
      if (left < right) this.#modelled(text, tokens, from, left, right);
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
      this.#push(text, tokens, from + left, from + right, this.#find(left, right));
      left = right;
    }
    if (left < j) this.#modelled(text, tokens, from, left, j);
  }

  #modelled(text: string, tokens: Token[], from: number, i: number, j: number): void {
    const { steps } = this.#path;
    const markov = this.#markov;
    markov.reserve(j - i);
    let characters = 0;
    for (let at = i; at < j; at += steps[at]!)
      markov.set(characters++, steps[at] === 1 ? text.charCodeAt(from + at) : -1);
    const { ends } = markov;
    let start = i;
    let seen = 0;
    for (let k = markov.segment(characters); k < characters; k++) {
      let end = start;
      for (; seen < ends[k]!; seen++) end += steps[end]!;
      this.#push(text, tokens, from + start, from + end, this.#find(start, end));
      start = end;
    }
  }

  #find(i: number, j: number): number {
    return walk(this.#dictionary.cells, this.#path.symbols, i, j);
  }

  #push(text: string, tokens: Token[], start: number, end: number, node: number): void {
    const cache = this.#cache;
    if (node !== 0) {
      const slot = cache.slot(text, start, end, node);
      tokens.push({ text: cache.word(slot), pos: cache.tag(slot), start, end });
    } else if (end - start === 1) tokens.push({ text: cache.character(text.charCodeAt(start)), pos: "x", start, end });
    else tokens.push({ text: text.slice(start, end), pos: specialTag(text, start, end), start, end });
  }
}

/**
 * Opens the built-in engine on the bytes of `base-dictionary.bin`.
 * @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version.
 */
export function openBuiltIn(bytes: Uint8Array): BuiltInEngine {
  return new BuiltInEngine(openBaseDictionary(bytes));
}
