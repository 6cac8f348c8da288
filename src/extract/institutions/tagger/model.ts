/**
 * The model as tables that one pass over a clause can add up: views on the resource, which the build lays out from the
 * trained model (scripts/resources/_tagger-tables.ts). All weights are integers; a row has one for each tag.
 */
import { Packed } from "../../../core/packed.ts";
import { TYPE_COUNT } from "./characters.ts";
import { Alphabet, PAD, type SentenceContext } from "./context.ts";
import { CLASS_COUNT, FLAG_STATES, Gazetteer, JOINED_STATES } from "./gazetteer.ts";
import { findEntry, rowOf } from "./row-table.ts";
import { TAG_COUNT } from "./tags.ts";
import { PAYLOAD_BITS } from "./templates.ts";

export const TABLES_SCHEMA = "institution-tagger-tables";
export const TABLES_VERSION = 2;

/** Kinds of the hashed rows (4 bits above the payload); pairs of characters are kind 0. */
export const SKIP_KIND = 1;
/** + class */
export const FLAG_CHARACTER_KIND = 3;
export const PAIR_KIND = 8;
export const DISTANCE_JOINED_KIND = 9;
export const DISTANCE_CHARACTER_KIND = 10;
export const kindKey = (kind: number, payload: number): number => (kind << PAYLOAD_BITS) | payload;

/** Row of a class's flags before, here and after. */
export const flagRow = (classIndex: number, before: number, here: number, after: number): number =>
  ((classIndex * FLAG_STATES + before) * FLAG_STATES + here) * FLAG_STATES + after;
/** Row of a distance with the types before and here. */
export const distanceRow = (distance: number, before: number, here: number): number =>
  (distance * TYPE_COUNT + before) * TYPE_COUNT + here;

/** Rows of single templates. */
type Rows = Int8Array;
/** Rows that are sums of several templates. */
type Sums = Int16Array;

export class TaggerModel {
  readonly alphabet: Alphabet;
  readonly gazetteer: Gazetteer;
  /** `[from · 10 + to]`, in the scale of the weights. */
  readonly transitions: Int16Array;
  /** Five rows a character: standing at −2 … +2. */
  readonly #unigrams: Rows;
  /** Rows of three types, then of the five types that have one of their own. */
  readonly #types: Sums;
  /** Row of five types; 0 where that of their three counts. */
  readonly #typeIndex: Uint16Array = new Uint16Array(TYPE_COUNT ** 5);
  readonly #flags: Sums;
  readonly #joined: Rows;
  /** Bias and distance, by {@link distanceRow}. */
  readonly #distances: Sums;
  /** The same with all flag features of a place without flags around it. */
  readonly #plain: Sums;
  /** The table of {@link findEntry}. */
  readonly #cells: Int32Array;
  readonly #hashed: Rows;
  #pairs: Int32Array = new Int32Array(0);
  #skips: Int32Array = new Int32Array(0);

  /** @throws WeixunError `bad-model` when the bytes are not tables of this version, or not whole. */
  constructor(bytes: Uint8Array) {
    const file = new Packed(bytes, TABLES_SCHEMA, TABLES_VERSION, "institution-tagger.bin");
    this.alphabet = new Alphabet(file.text("characters"));
    this.gazetteer = new Gazetteer({
      firstChild: file.uint32("trie-first-child"),
      label: file.uint16("trie-label"),
      classes: file.bytes("trie-classes"),
      pairs: file.bytes("trie-pairs"),
    });
    this.transitions = file.int16("transitions");
    this.#unigrams = file.int8("unigrams");
    this.#types = file.int16("types");
    const fives = file.uint32("five-types");
    for (let k = 0; k < fives.length; k++) this.#typeIndex[fives[k]!] = TYPE_COUNT ** 3 + k;
    this.#flags = file.int16("flags");
    this.#joined = file.int8("joined");
    this.#distances = file.int16("distances");
    this.#plain = file.int16("plain");
    this.#cells = file.int32("cells");
    this.#hashed = file.int8("hashed");
  }

  /** Writes the 10 scores of each of the first `n` characters in the context to `scores`. */
  emit(context: SentenceContext, n: number, scores: Int32Array): void {
    const { ids, types, flags, distances } = context;
    const unigrams = this.#unigrams;
    const hashed = this.#hashed;
    const cells = this.#cells;
    if (this.#pairs.length < n + 4) {
      this.#pairs = new Int32Array(2 * n + 64);
      this.#skips = new Int32Array(2 * n + 64);
    }
    const pairs = this.#pairs;
    const skips = this.#skips;
    for (let q = 0; q < n + 3; q++) {
      const first = ids[q]! << 13;
      pairs[q] = findEntry(cells, first | ids[q + 1]!);
      skips[q] = findEntry(cells, kindKey(SKIP_KIND, first | ids[q + 2]!));
    }
    scores.fill(0, 0, n * TAG_COUNT);
    for (let i = 0; i < n; i++) {
      const p = i + PAD;
      const b = i * TAG_COUNT;
      const d = distances[p]!;
      const before = types[p - 1]!;
      const here = types[p]!;
      const three = (before * TYPE_COUNT + here) * TYPE_COUNT + types[p + 1]!;
      const five = this.#typeIndex[(types[i]! * TYPE_COUNT ** 3 + three) * TYPE_COUNT + types[p + 2]!]!;
      addSums(scores, b, this.#types, five === 0 ? three : five);
      for (let k = 0; k < 5; k++) addRow(scores, b, unigrams, ids[i + k]! * 5 + k);
      for (let k = 0; k < 4; k++) addEntry(scores, b, hashed, pairs[i + k]!, k);
      addEntry(scores, b, hashed, skips[p - 1]!, 0);
      if (d !== 0)
        addEntry(scores, b, hashed, findEntry(cells, kindKey(DISTANCE_CHARACTER_KIND, (d << 13) | ids[p - 1]!)), 0);
      const flagged = (flags[p - 1]! | flags[p]! | flags[p + 1]!) !== 0;
      addSums(scores, b, flagged ? this.#distances : this.#plain, distanceRow(d, before, here));
      if (flagged) this.#addFlags(context, p, scores, b);
    }
  }

  /** Adds the flag features of place `p`. */
  #addFlags({ ids, flags, distances }: SentenceContext, p: number, scores: Int32Array, b: number): void {
    const cells = this.#cells;
    const hashed = this.#hashed;
    const before = flags[p - 1]!;
    const here = flags[p]!;
    const after = flags[p + 1]!;
    addRow(scores, b, this.#joined, here);
    for (let k = 0; k < CLASS_COUNT; k++) {
      const state = states[here * CLASS_COUNT + k]!;
      const row = flagRow(k, states[before * CLASS_COUNT + k]!, state, states[after * CLASS_COUNT + k]!);
      addSums(scores, b, this.#flags, row);
      if (state === 0) continue;
      addEntry(scores, b, hashed, findEntry(cells, kindKey(FLAG_CHARACTER_KIND + k, (state << 13) | ids[p]!)), 0);
    }
    addEntry(scores, b, hashed, findEntry(cells, kindKey(PAIR_KIND, before * JOINED_STATES + here)), 0);
    addEntry(scores, b, hashed, findEntry(cells, kindKey(PAIR_KIND, here * JOINED_STATES + after)), 1);
    const distance = kindKey(DISTANCE_JOINED_KIND, distances[p]! * JOINED_STATES + here);
    addEntry(scores, b, hashed, findEntry(cells, distance), 0);
  }
}

/** The state of each class in each joined flag. */
const states: Uint8Array = new Uint8Array(JOINED_STATES * CLASS_COUNT);
for (let joined = 0, at = 0; joined < JOINED_STATES; joined++)
  for (let k = 0, rest = joined; k < CLASS_COUNT; k++, rest = (rest / FLAG_STATES) | 0)
    states[at++] = rest % FLAG_STATES;

/** Adds a hashed row, if the entry has one for the offset. */
function addEntry(scores: Int32Array, b: number, rows: Rows, entry: number, offset: number): void {
  if (((entry >>> offset) & 1) !== 0) addRow(scores, b, rows, rowOf(entry, offset));
}

function addRow(scores: Int32Array, b: number, rows: Rows, row: number): void {
  const r = row * TAG_COUNT;
  scores[b]! += rows[r]!;
  scores[b + 1]! += rows[r + 1]!;
  scores[b + 2]! += rows[r + 2]!;
  scores[b + 3]! += rows[r + 3]!;
  scores[b + 4]! += rows[r + 4]!;
  scores[b + 5]! += rows[r + 5]!;
  scores[b + 6]! += rows[r + 6]!;
  scores[b + 7]! += rows[r + 7]!;
  scores[b + 8]! += rows[r + 8]!;
  scores[b + 9]! += rows[r + 9]!;
}

/** {@link addRow} for the wider type: a function of its own, so that each sees one type of array. */
function addSums(scores: Int32Array, b: number, sums: Sums, row: number): void {
  const r = row * TAG_COUNT;
  scores[b]! += sums[r]!;
  scores[b + 1]! += sums[r + 1]!;
  scores[b + 2]! += sums[r + 2]!;
  scores[b + 3]! += sums[r + 3]!;
  scores[b + 4]! += sums[r + 4]!;
  scores[b + 5]! += sums[r + 5]!;
  scores[b + 6]! += sums[r + 6]!;
  scores[b + 7]! += sums[r + 7]!;
  scores[b + 8]! += sums[r + 8]!;
  scores[b + 9]! += sums[r + 9]!;
}
