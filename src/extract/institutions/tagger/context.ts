/** One sentence as the templates see it: character ids, types, gazetteer flags, distance to the next suffix. */
import { characterType, EDGE_TYPE, foldCharacter, NUMERALS } from "./characters.ts";
import { type Gazetteer, POWERS, SUFFIX_CLASS } from "./gazetteer.ts";

/** Id of what lies outside the sentence, and of characters that training did not see. */
export const EDGE_ID = 0;
export const UNKNOWN_ID = 1;
/** Places before and after the sentence in each array. */
export const PAD = 2;
/** Distances fall into 11 buckets; 0 = no suffix ends in the rest of the clause. */
export const DISTANCE_COUNT = 11;

/** Bucket of a distance in characters (0 = the suffix ends here). */
const bucketOf: Uint8Array = Uint8Array.from({ length: 512 }, (_, d) =>
  d < 5 ? d + 1 : d < 7 ? 6 : d < 9 ? 7 : d < 13 ? 8 : d < 21 ? 9 : 10,
);

/** Marks in the type table: what ends the reach of a suffix; what no name runs across. */
const CLAUSE_END = 0x80;
const BREAK = 0x40;
const TYPE_MASK = 0x3f;
const clauseEnds = "，。；：！？、,;:!?\n";
const breaks = "，。；：！？\n";

/** A Han character without a type of its own: 的. */
const PLAIN_HAN = 0x7684;

/** Where characters fold to others or have a type of their own: all but plain Han and the rest. */
const IRREGULAR: readonly (readonly [number, number])[] = [
  [0, 0x100],
  [0x2000, 0x2300],
  [0x3000, 0x3100],
  [0xfe00, 0x10000],
];

/** Tables over all UTF-16 units: one lookup a character. */
export class Alphabet {
  readonly ids: Uint16Array = new Uint16Array(0x10000).fill(UNKNOWN_ID);
  /** Type, {@link CLAUSE_END} and {@link BREAK}. */
  readonly types: Uint8Array = new Uint8Array(0x10000);
  /** Number of ids, edge and unknown included. */
  readonly size: number;

  /** @param characters folded characters, in the order of their ids from 2 */
  constructor(characters: string) {
    this.size = characters.length + 2;
    const idOf = new Uint16Array(0x10000).fill(UNKNOWN_ID);
    for (let i = 0; i < characters.length; i++) idOf[characters.charCodeAt(i)] = i + 2;
    this.ids.set(idOf);
    this.types.fill(characterType(0));
    this.types.fill(characterType(PLAIN_HAN), 0x4e00, 0xa000);
    for (const c of NUMERALS) this.types[c.charCodeAt(0)] = characterType(c.charCodeAt(0));
    for (const [from, to] of IRREGULAR)
      for (let c = from; c < to; c++) {
        this.ids[c] = idOf[foldCharacter(c)]!;
        this.types[c] = characterType(c);
      }
    for (const c of clauseEnds) this.types[c.charCodeAt(0)]! |= CLAUSE_END;
    for (const c of breaks) this.types[c.charCodeAt(0)]! |= BREAK;
  }
}

export class SentenceContext {
  readonly #alphabet: Alphabet;
  readonly #gazetteer: Gazetteer;
  #text = "";
  #start = 0;
  /** Characters of the sentence. */
  length = 0;
  /** Where clauses end: no name runs across. */
  readonly clauseEnds: number[] = [];
  /** All at offset {@link PAD}: the sentence's character i stands at i + PAD. */
  ids: Uint16Array = new Uint16Array(0);
  types: Uint8Array = new Uint8Array(0);
  flags: Uint16Array = new Uint16Array(0);
  distances: Uint8Array = new Uint8Array(0);

  constructor(alphabet: Alphabet, gazetteer: Gazetteer) {
    this.#alphabet = alphabet;
    this.#gazetteer = gazetteer;
  }

  /** Reads `text[start, end)` whole. */
  read(text: string, start: number, end: number): void {
    this.begin(text, start, end);
    this.describe(0, end - start);
  }

  /** Reads the character ids of `text[start, end)` and where its clauses end. */
  begin(text: string, start: number, end: number): void {
    const n = end - start;
    this.length = n;
    this.#text = text;
    this.#start = start;
    if (this.ids.length < n + 2 * PAD) {
      const capacity = 2 * n + 64;
      this.ids = new Uint16Array(capacity);
      this.types = new Uint8Array(capacity);
      this.flags = new Uint16Array(capacity);
      this.distances = new Uint8Array(capacity);
    }
    const { ids } = this;
    const { ids: idOf, types: typeOf } = this.#alphabet;
    for (let i = 0; i < PAD; i++) ids[i] = ids[n + PAD + i] = EDGE_ID;
    const clauses = this.clauseEnds;
    clauses.length = 0;
    for (let i = 0; i < n; i++) {
      const c = text.charCodeAt(start + i);
      ids[i + PAD] = idOf[c]!;
      if (typeOf[c]! & BREAK) clauses.push(i + 1);
    }
    if (clauses.at(-1) !== n) clauses.push(n);
  }

  /** Fills types, flags and distances of the characters `[from, to)`, which are one or more whole clauses. */
  describe(from: number, to: number): void {
    const { types, flags, distances, length } = this;
    const typeOf = this.#alphabet.types;
    const text = this.#text;
    for (let i = from - PAD; i < to + PAD; i++) {
      flags[i + PAD] = 0;
      types[i + PAD] = i < 0 || i >= length ? EDGE_TYPE : typeOf[text.charCodeAt(this.#start + i)]! & TYPE_MASK;
    }
    this.#gazetteer.flag(this.ids, from + PAD, to + PAD, flags);
    const suffix = POWERS[SUFFIX_CLASS]! * 3;
    let suffixEnd = -1;
    for (let i = to - 1; i >= from; i--) {
      if (typeOf[text.charCodeAt(this.#start + i)]! & CLAUSE_END) suffixEnd = -1;
      // The suffixes' class is the highest digit: from 3 on, a suffix ends here.
      if (flags[i + PAD]! >= suffix) suffixEnd = i;
      distances[i + PAD] = suffixEnd < 0 ? 0 : bucketOf[suffixEnd - i]!;
    }
  }
}
