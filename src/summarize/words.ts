/** The writer's word table: what a word does in a news sentence, by kind (dictionaries/writer-words.tsv). */

export type WordKind =
  | "action"
  | "anecdote"
  | "attribution"
  | "background"
  | "bait"
  | "comment"
  | "condition"
  | "conditional"
  | "dependent"
  | "document"
  | "forward"
  | "introducer"
  | "launch"
  | "linked"
  | "opener"
  | "person"
  | "pointer"
  | "predicate"
  | "speech"
  | "stop"
  | "thing"
  | "verb";

/** A bit for each kind; the bits of a word are those of all its kinds. */
export const KIND: Readonly<Record<WordKind, number>> = {
  action: 1 << 0,
  anecdote: 1 << 1,
  attribution: 1 << 2,
  background: 1 << 3,
  bait: 1 << 4,
  comment: 1 << 5,
  condition: 1 << 6,
  conditional: 1 << 7,
  dependent: 1 << 8,
  document: 1 << 9,
  forward: 1 << 10,
  introducer: 1 << 12,
  launch: 1 << 13,
  linked: 1 << 14,
  opener: 1 << 15,
  person: 1 << 16,
  pointer: 1 << 17,
  predicate: 1 << 18,
  speech: 1 << 19,
  stop: 1 << 20,
  thing: 1 << 21,
  verb: 1 << 11,
};

export interface WordTable {
  /** The bits of a word, 0 where it has no kind. */
  bits(word: string): number;
  has(kind: WordKind, word: string): boolean;
  /** Length of the longest word of `kind` that `text` ends with before `end` (not before `start`), else 0. */
  endsWith(kind: WordKind, text: string, start: number, end: number): number;
  /** Length of the longest word of `kind` that stands in `text` at `start` (not past `end`), else 0. */
  startsWith(kind: WordKind, text: string, start: number, end: number): number;
}

const LONGEST = 8;

/** Reads the TSV (kind, word; one header row). */
export function readWords(tsv: string): WordTable {
  const table = new Map<string, number>();
  // By first and by last unit, which kinds have such a word: most words have none and are passed over without a look-up.
  const begins = new Uint32Array(0x10000);
  const ends = new Uint32Array(0x10000);
  for (const line of tsv.split("\n").slice(1)) {
    const tab = line.indexOf("\t");
    if (tab < 0) continue;
    const bit = KIND[line.slice(0, tab) as WordKind] ?? 0;
    const word = line.slice(tab + 1);
    table.set(word, (table.get(word) ?? 0) | bit);
    begins[word.charCodeAt(0)]! |= bit;
    ends[word.charCodeAt(word.length - 1)]! |= bit;
  }
  const bits = (word: string): number => (begins[word.charCodeAt(0)] === 0 ? 0 : (table.get(word) ?? 0));
  return {
    bits,
    has: (kind, word) => (begins[word.charCodeAt(0)]! & KIND[kind]) !== 0 && (bits(word) & KIND[kind]) !== 0,
    endsWith(kind, text, start, end) {
      const bit = KIND[kind];
      if (end <= start || (ends[text.charCodeAt(end - 1)]! & bit) === 0) return 0;
      for (let n = Math.min(LONGEST, end - start); n > 0; n--)
        if ((bits(text.slice(end - n, end)) & bit) !== 0) return n;
      return 0;
    },
    startsWith(kind, text, start, end) {
      const bit = KIND[kind];
      if (end <= start || (begins[text.charCodeAt(start)]! & bit) === 0) return 0;
      for (let n = Math.min(LONGEST, end - start); n > 0; n--)
        if ((bits(text.slice(start, start + n)) & bit) !== 0) return n;
      return 0;
    },
  };
}
