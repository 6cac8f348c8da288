/** The writer's word table: what a word does in a news sentence, by kind (dictionaries/writer-words.tsv). */

export type WordKind =
  | "action"
  | "anecdote"
  | "attribution"
  | "background"
  | "bait"
  | "comment"
  | "conditional"
  | "dependent"
  | "document"
  | "forward"
  | "introducer"
  | "launch"
  | "linked"
  | "opener"
  | "person"
  | "speech";

export interface WordTable {
  has(kind: WordKind, word: string): boolean;
  /** Length of the longest word of `kind` that `text` ends with before `end` (not before `start`), else 0. */
  endsWith(kind: WordKind, text: string, start: number, end: number): number;
  /** Length of the longest word of `kind` that stands in `text` at `start` (not past `end`), else 0. */
  startsWith(kind: WordKind, text: string, start: number, end: number): number;
}

const LONGEST = 8;

/** Reads the TSV (kind, word; one header row). */
export function readWords(tsv: string): WordTable {
  const kinds = new Map<string, Set<string>>();
  for (const line of tsv.split("\n").slice(1)) {
    const tab = line.indexOf("\t");
    if (tab < 0) continue;
    const kind = line.slice(0, tab);
    let set = kinds.get(kind);
    if (!set) kinds.set(kind, (set = new Set()));
    set.add(line.slice(tab + 1));
  }
  // By first and by last unit, which kinds have such a word: most words have none and are passed over without a look-up.
  const bits = new Map<string, number>();
  const begins = new Uint32Array(0x10000);
  const ends = new Uint32Array(0x10000);
  for (const [kind, set] of kinds) {
    const bit = 1 << bits.size;
    bits.set(kind, bit);
    for (const word of set) {
      begins[word.charCodeAt(0)]! |= bit;
      ends[word.charCodeAt(word.length - 1)]! |= bit;
    }
  }
  const of = (kind: WordKind): ReadonlySet<string> => kinds.get(kind)!;
  return {
    has: (kind, word) => {
      const found = begins[word.charCodeAt(0)]!;
      return found !== 0 && (found & (bits.get(kind) ?? 0)) !== 0 && of(kind).has(word);
    },
    endsWith(kind, text, start, end) {
      const found = end > start ? ends[text.charCodeAt(end - 1)]! : 0;
      if (found === 0 || (found & (bits.get(kind) ?? 0)) === 0) return 0;
      const set = of(kind);
      for (let n = Math.min(LONGEST, end - start); n > 0; n--) if (set.has(text.slice(end - n, end))) return n;
      return 0;
    },
    startsWith(kind, text, start, end) {
      const found = end > start ? begins[text.charCodeAt(start)]! : 0;
      if (found === 0 || (found & (bits.get(kind) ?? 0)) === 0) return 0;
      const set = of(kind);
      for (let n = Math.min(LONGEST, end - start); n > 0; n--) if (set.has(text.slice(start, start + n))) return n;
      return 0;
    },
  };
}
