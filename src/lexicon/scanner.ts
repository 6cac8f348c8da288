/** The one multi-pattern matcher: in one pass over a text it finds lexicon terms, division names, cues, user words. */
import type { Hit } from "../core/types.ts";
import {
  buildTrie,
  COUNT_BITS,
  isWordKind,
  openTrie,
  type Pattern,
  type PatternTrie,
  WORD_BELOW,
  WORD_FLAG,
  WORD_SYMBOLS,
} from "./trie.ts";

export type { Pattern } from "./trie.ts";

/** A Latin letter or digit, by its symbol. */
const isWord = (symbol: number): boolean => symbol !== 0 && symbol <= WORD_SYMBOLS;

/** Symbols of the text that is being scanned, and a 0 behind it; shared by all scanners, since scanning is synchronous. */
let scratch = new Uint16Array(1 << 14);

/**
 * Finds all surfaces of a set of patterns without regard to case and width. No match begins or ends inside a run of
 * Latin letters or digits: DRG is not found in DRGs, 5G not in 15G.
 */
export class Scanner {
  readonly #tries: readonly PatternTrie[];

  /** Several patterns may share one surface. `before`: tries whose patterns come first. */
  constructor(patterns: Iterable<Pattern>, before: readonly PatternTrie[] = []) {
    const list = [...patterns];
    this.#tries = list.length === 0 ? before : [...before, buildTrie(list)];
  }

  /**
   * Opens `scanner.bin`.
   * @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version.
   */
  static open(bytes: Uint8Array): Scanner {
    return new Scanner([], [openTrie(bytes)]);
  }

  /** A scanner that also finds `patterns`; those of this one come first where surfaces are equal. */
  with(patterns: Iterable<Pattern>): Scanner {
    return new Scanner(patterns, this.#tries);
  }

  /** All matches, overlaps included, by start, then longest first, then in the order in which patterns were given. */
  scan(text: string): Hit[] {
    return this.#scan(text, false);
  }

  /** As {@link scan}, but only what segmentation may have to obey: patterns of the kinds “term” and “user”. */
  scanWords(text: string): Hit[] {
    return this.#scan(text, true);
  }

  #scan(text: string, wordsOnly: boolean): Hit[] {
    let hits: Hit[] = [];
    for (const trie of this.#tries) {
      const found: Hit[] = [];
      scanTrie(trie, text, wordsOnly, found);
      hits = hits.length === 0 ? found : merge(hits, found);
    }
    return hits;
  }

  /** The leftmost-longest matches: none overlaps another; patterns of one surface all appear. */
  scanLongest(text: string): Hit[] {
    const hits: Hit[] = [];
    let end = 0;
    for (const hit of this.scan(text)) {
      const last = hits.at(-1);
      if (hit.start < end && !(last && hit.start === last.start && hit.end === last.end)) continue;
      hits.push(hit);
      end = hit.end;
    }
    return hits;
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

/** @param wordsOnly whether only terms and user words count. */
function scanTrie(trie: PatternTrie, text: string, wordsOnly: boolean, hits: Hit[]): void {
  const wanted = wordsOnly ? WORD_FLAG : COUNT_BITS;
  const onTheWay = wordsOnly ? WORD_BELOW : 0;
  const { symbols: map, cells } = trie;
  const length = text.length;
  if (scratch.length <= length) scratch = new Uint16Array(2 * length + 1);
  const symbols = scratch;
  for (let i = 0; i < length; i++) symbols[i] = map[text.charCodeAt(i)]!;
  symbols[length] = 0;
  for (let start = 0; start < length; start++) {
    const first = symbols[start]!;
    const root = cells[2 * first + 1]!;
    if (root >>> 16 !== first || (root & onTheWay) !== onTheWay) continue;
    if (isWord(first) && start > 0 && isWord(symbols[start - 1]!)) continue;
    const shortest = hits.length;
    let node = first;
    let cell = root;
    for (let end = start + 1; ; end++) {
      const next = symbols[end]!;
      if ((cell & wanted) !== 0 && !(isWord(next) && isWord(symbols[end - 1]!)))
        push(trie, node, start, end, wordsOnly, hits, shortest);
      const base = cells[2 * node]!;
      if (base === 0) break;
      node = base + next;
      cell = cells[2 * node + 1]!;
      if (cell >>> 16 !== next || (cell & onTheWay) !== onTheWay) break;
    }
  }
}

/** Adds the patterns of a node before the shorter ones of the same start. */
function push(
  trie: PatternTrie,
  node: number,
  start: number,
  end: number,
  wordsOnly: boolean,
  hits: Hit[],
  shortest: number,
): void {
  const from = trie.first[node]!;
  const count = trie.cells[2 * node + 1]! & COUNT_BITS;
  const shorter = hits.length - shortest;
  for (let i = from; i < from + count; i++) {
    const kind = trie.kinds[i]!;
    if (!wordsOnly || isWordKind(kind)) hits.push({ start, end, kind, entry: trie.entries[i]! });
  }
  if (shorter > 0) hits.push(...hits.splice(shortest, shorter));
}
