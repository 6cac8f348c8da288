/**
 * The matcher of names: one pass over a text finds terms, divisions, townships, institutions and their cues; the user's words,
 * where there are any, are a set of their own and take one more.
 */
import type { Hit } from "../core/types.ts";
import { readPairs } from "./double-array.ts";
import {
  buildTries,
  KINDS,
  openTries,
  type Pattern,
  type PatternTrie,
  type PatternTries,
  WORD_SYMBOLS,
} from "./trie.ts";

export type { Pattern } from "./trie.ts";

/** A Latin letter or digit, by its symbol. */
const isWord = (symbol: number): boolean => symbol !== 0 && symbol <= WORD_SYMBOLS;

/** Symbols and pairs (see `readPairs`) of a text of usual length; shared by all scanners, since scanning is synchronous. */
const usualSymbols = new Uint16Array(1 << 15);
const usualPairs = new Int32Array(1 << 15);
/** Nodes where patterns of one start end, from the shortest to the longest, and where. */
let nodes = new Int32Array(64);
let ends = new Int32Array(64);

/**
 * Finds all surfaces of a set of patterns without regard to case and width. No match begins or ends inside a run of
 * Latin letters or digits: DRG is not found in DRGs, 5G not in 15G.
 */
export class Scanner {
  readonly #tries: readonly PatternTries[];

  /** Several patterns may share one surface. `before`: tries whose patterns come first. */
  constructor(patterns: Iterable<Pattern>, before: readonly PatternTries[] = []) {
    const list = [...patterns];
    this.#tries = list.length === 0 ? before : [...before, buildTries(list)];
  }

  /**
   * Opens `scanner.bin`.
   * @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version.
   */
  static open(bytes: Uint8Array): Scanner {
    return new Scanner([], [openTries(bytes)]);
  }

  /** A scanner that also finds `patterns`; those of this one come first where surfaces are equal. */
  with(patterns: Iterable<Pattern>): Scanner {
    return new Scanner(patterns, this.#tries);
  }

  /** All matches, overlaps included, by start, then longest first, then in the order in which patterns were given. */
  scan(text: string): Hit[] {
    return this.#scan(text, "all");
  }

  /** As {@link scan}, but only what segmentation may have to obey: patterns of the kinds “term” and “user”. */
  scanWords(text: string): Hit[] {
    return this.#scan(text, "words");
  }

  #scan(text: string, which: keyof PatternTries): Hit[] {
    let hits: Hit[] = [];
    for (const tries of this.#tries) {
      const found = scanTrie(tries[which], text);
      hits = hits.length === 0 ? found : merge(hits, found);
    }
    return hits;
  }

  /** The leftmost-longest matches: none overlaps another; of patterns of one surface the first. */
  scanLongest(text: string): Hit[] {
    let end = 0;
    return this.scan(text).filter((hit) => {
      if (hit.start < end) return false;
      end = hit.end;
      return true;
    });
  }
}

/** Two lists of hits as one, those of the first before those of the second on the same stretch. */
function merge(first: readonly Hit[], second: readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  for (const hit of second) {
    for (; at < first.length; at++) {
      const other = first[at]!;
      if (other.start > hit.start || (other.start === hit.start && other.end < hit.end)) break;
      hits.push(other);
    }
    hits.push(hit);
  }
  for (; at < first.length; at++) hits.push(first[at]!);
  return hits;
}

function scanTrie(trie: PatternTrie, text: string): Hit[] {
  const { cells, first: firstPatterns, kinds, entries } = trie;
  const hits: Hit[] = [];
  const length = text.length;
  const isUsual = length < usualPairs.length;
  const symbols = isUsual ? usualSymbols : new Uint16Array(length + 1);
  const pairs = isUsual ? usualPairs : new Int32Array(length + 1);
  readPairs(trie, text, 0, length, symbols, pairs);
  for (let start = 0; start < length; start++) {
    const first = symbols[start]!;
    let node = pairs[start + 1]!;
    const cell = cells[(first << 1) | 1]!;
    const alone = cell >>> 16 === first ? cell & 0xffff : 0;
    if ((alone | node) === 0) continue;
    if (first <= WORD_SYMBOLS && start > 0 && isWord(symbols[start - 1]!)) continue;
    let count = 0;
    if (alone !== 0 && !(isWord(first) && isWord(symbols[start + 1]!))) {
      nodes[0] = first;
      ends[0] = start + 1;
      count = 1;
    }
    if (node !== 0) {
      for (let end = start + 2; ; end++) {
        const next = symbols[end]!;
        if ((cells[(node << 1) | 1]! & 0xffff) !== 0 && !(isWord(next) && isWord(symbols[end - 1]!))) {
          if (count === nodes.length) grow();
          nodes[count] = node;
          ends[count++] = end;
        }
        const base = cells[node << 1]!;
        if (base === 0) break;
        node = (base + next) | 0;
        if (cells[(node << 1) | 1]! >>> 16 !== next) break;
      }
    }
    while (count-- > 0) {
      const end = ends[count]!;
      const from = firstPatterns[nodes[count]!]!;
      const to = from + (cells[(nodes[count]! << 1) | 1]! & 0xffff);
      for (let i = from; i < to; i++) hits.push({ start, end, kind: KINDS[kinds[i]!]!, entry: entries[i]! });
    }
  }
  return hits;
}

function grow(): void {
  const longer = new Int32Array(2 * nodes.length);
  longer.set(nodes);
  nodes = longer;
  ends = Int32Array.from({ length: longer.length }, (_, i) => ends[i] ?? 0);
}
