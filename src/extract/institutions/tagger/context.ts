/** A sentence, or a clause of one, as the templates see it: character ids, types, gazetteer flags, distance to the next suffix. */
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

/** Mark in the type table: what ends the reach of a suffix. */
const CLAUSE_END = 0x80;
const TYPE_MASK = 0x7f;
const clauseEnds = "，。；：！？、,;:!?\n";

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
  /** Type and {@link CLAUSE_END}. */
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
  }
}

export class SentenceContext {
  readonly #alphabet: Alphabet;
  readonly #gazetteer: Gazetteer;
  /** All at offset {@link PAD}: the i-th character read stands at i + PAD. */
  ids: Uint16Array = new Uint16Array(0);
  types: Uint8Array = new Uint8Array(0);
  flags: Uint16Array = new Uint16Array(0);
  distances: Uint8Array = new Uint8Array(0);

  constructor(alphabet: Alphabet, gazetteer: Gazetteer) {
    this.#alphabet = alphabet;
    this.#gazetteer = gazetteer;
  }

  /**
   * Reads the characters `[from, to)` of the sentence `text[start, end)`, by default all of it; ids and types also of
   * their neighbours in the sentence.
   */
  read(text: string, start: number, end: number, from: number = start, to: number = end): void {
    const n = to - from;
    if (this.ids.length < n + 2 * PAD) {
      const capacity = 2 * n + 64;
      this.ids = new Uint16Array(capacity);
      this.types = new Uint8Array(capacity);
      this.flags = new Uint16Array(capacity);
      this.distances = new Uint8Array(capacity);
    }
    const { ids, types, flags, distances } = this;
    const { ids: idOf, types: typeOf } = this.#alphabet;
    for (let i = from - PAD, p = 0; i < to + PAD; i++, p++) {
      const inside = i >= start && i < end;
      const c = inside ? text.charCodeAt(i) : 0;
      ids[p] = inside ? idOf[c]! : EDGE_ID;
      types[p] = inside ? typeOf[c]! & TYPE_MASK : EDGE_TYPE;
    }
    flags.fill(0, 0, n + 2 * PAD);
    this.#gazetteer.flag(ids, PAD, PAD + n, flags);
    const suffix = POWERS[SUFFIX_CLASS]! * 3;
    let suffixEnd = -1;
    for (let i = n - 1; i >= 0; i--) {
      if (typeOf[text.charCodeAt(from + i)]! & CLAUSE_END) suffixEnd = -1;
      // The suffixes' class is the highest digit: from 3 on, a suffix ends here.
      if (flags[i + PAD]! >= suffix) suffixEnd = i;
      distances[i + PAD] = suffixEnd < 0 ? 0 : bucketOf[suffixEnd - i]!;
    }
  }
}
