/**
 * The packed model: keys of the templates and their rows of 9 integer weights, unrolled at loading into tables that
 * one pass over a sentence can add up. Three weights travel in one double (17 bits each, signed), so that a row is
 * three additions; sums stay far below 2^16.
 */
import { Packed } from "../../../core/packed.ts";
import { TYPE_COUNT } from "./characters.ts";
import { Alphabet, DISTANCE_COUNT, PAD, type SentenceContext } from "./context.ts";
import { Gate } from "./gate.ts";
import { CLASS_COUNT, FLAG_STATES, Gazetteer, JOINED_STATES, POWERS } from "./gazetteer.ts";
import { findEntry, RowTable, rowOf } from "./row-table.ts";
import { TAG_COUNT } from "./tags.ts";
import {
  BIAS,
  BIGRAM,
  DISTANCE,
  DISTANCE_CHARACTER,
  DISTANCE_JOINED,
  DISTANCE_TYPES,
  FLAG,
  FLAG_CHARACTER,
  FLAG3,
  JOINED,
  JOINED_PAIR,
  PAYLOAD_BITS,
  SKIP,
  stateOf,
  TYPE3,
  TYPE5,
  UNIGRAM,
} from "./templates.ts";

export const MODEL_SCHEMA = "institution-tagger";
export const MODEL_VERSION = 2;

/** Three weights in one double. */
const MIDDLE: number = 2 ** 17;
const HIGH: number = 2 ** 34;
const FLAG_TRIPLES: number = FLAG_STATES ** 3;
const PAYLOAD_MASK: number = 2 ** PAYLOAD_BITS - 1;

/** Kinds of the hashed rows (4 bits above the payload); pairs of characters are kind 0. */
const [SKIP_KIND, FLAG_CHARACTER_KIND, PAIR_KIND, DISTANCE_JOINED_KIND, DISTANCE_CHARACTER_KIND] = [
  1, 3, 8, 9, 10,
] as const;
const kindKey = (kind: number, payload: number): number => (kind << PAYLOAD_BITS) | payload;

/** The hashed table's key and offset of a template's key; undefined for templates with a table of their own. */
export function hashedPlace(key: number): { key: number; offset: number } | undefined {
  const template = key >>> PAYLOAD_BITS;
  const payload = key & PAYLOAD_MASK;
  const place = (kind: number, offset: number): { key: number; offset: number } => ({
    key: kindKey(kind, payload),
    offset,
  });
  if (template >= BIGRAM && template < SKIP) return place(0, template - BIGRAM);
  if (template === SKIP) return place(SKIP_KIND, 0);
  if (template >= FLAG_CHARACTER && template < JOINED) return place(FLAG_CHARACTER_KIND + template - FLAG_CHARACTER, 0);
  if (template >= JOINED_PAIR && template < DISTANCE) return place(PAIR_KIND, template - JOINED_PAIR);
  if (template === DISTANCE_JOINED) return place(DISTANCE_JOINED_KIND, 0);
  if (template === DISTANCE_CHARACTER) return place(DISTANCE_CHARACTER_KIND, 0);
  return undefined;
}

export class TaggerModel {
  readonly alphabet: Alphabet;
  readonly gazetteer: Gazetteer;
  /** `[from · 9 + to]`, in the scale of the weights. */
  readonly transitions: Int16Array;
  readonly gate: Gate;
  readonly #unigrams: Float64Array;
  readonly #types: Float64Array = new Float64Array(TYPE_COUNT ** 3 * 3);
  /** Row of each five types: that of its three where it has none of its own. */
  readonly #typeIndex: Uint16Array = new Uint16Array(TYPE_COUNT ** 5);
  #typeRows: Float64Array = new Float64Array(0);
  /** Five types and where their row stands, until settled. */
  readonly #type5: number[] = [];
  readonly #flags: Float64Array = new Float64Array(CLASS_COUNT * FLAG_TRIPLES * 3);
  readonly #joined: Float64Array = new Float64Array(JOINED_STATES * 3);
  /** Bias and distance with the types before and here. */
  readonly #distances: Float64Array = new Float64Array(DISTANCE_COUNT * TYPE_COUNT ** 2 * 3);
  /** All flag features of a place without flags around it, by distance. */
  readonly #plain: Float64Array = new Float64Array(DISTANCE_COUNT * 3);
  readonly #hashed: RowTable;
  #pairs: Int32Array = new Int32Array(0);
  #skips: Int32Array = new Int32Array(0);

  /** @throws WeixunError `bad-model` when the bytes are not a model of this version, or not whole. */
  constructor(bytes: Uint8Array) {
    const file = new Packed(bytes, MODEL_SCHEMA, MODEL_VERSION, "institution-tagger.bin");
    this.alphabet = new Alphabet(file.text("characters"));
    this.gazetteer = new Gazetteer({
      firstChild: file.uint32("trie-first-child"),
      label: file.uint16("trie-label"),
      classes: file.bytes("trie-classes"),
      pairs: file.bytes("trie-pairs"),
    });
    this.transitions = file.int16("transitions");
    this.gate = new Gate({
      characters: file.int8("gate-characters"),
      pairs: file.int8("gate-pairs"),
      threshold: file.int16("gate-threshold")[0]!,
    });
    this.#unigrams = new Float64Array(this.alphabet.size * 5 * 3);
    const direct = readKeys(file.bytes("direct-keys"));
    const weights = file.int8("rows");
    const rows = packRows(weights, weights.length / TAG_COUNT);
    for (let r = 0; r < direct.length; r++) this.#place(direct[r]!, rows, r * 3);
    this.#hashed = new RowTable(
      readKeys(file.bytes("hashed-keys")),
      file.bytes("hashed-masks"),
      rows.subarray(direct.length * 3),
    );
    this.#settleTypes(rows);
    for (let d = 0; d < DISTANCE_COUNT; d++) this.#settlePlain(d);
  }

  #place(key: number, rows: Float64Array, at: number): void {
    const template = key >>> PAYLOAD_BITS;
    const payload = key & PAYLOAD_MASK;
    if (template < BIGRAM) addRow(this.#unigrams, payload * 5 + template - UNIGRAM, rows, at);
    else if (template === TYPE3) addRow(this.#types, payload, rows, at);
    else if (template === TYPE5) this.#type5.push(payload, at);
    else if (template < FLAG3) {
      for (let a = 0; a < FLAG_STATES; a++)
        for (let c = 0; c < FLAG_STATES; c++) addRow(this.#flags, flagRow(template - FLAG, a, payload, c), rows, at);
    } else if (template < FLAG_CHARACTER) addRow(this.#flags, (template - FLAG3) * FLAG_TRIPLES + payload, rows, at);
    else if (template === JOINED) addRow(this.#joined, payload, rows, at);
    else if (template === DISTANCE_TYPES) addRow(this.#distances, payload, rows, at);
    else
      for (let d = 0; d < DISTANCE_COUNT; d++)
        if (template === BIAS || d === payload)
          for (let t = 0; t < TYPE_COUNT ** 2; t++) addRow(this.#distances, d * TYPE_COUNT ** 2 + t, rows, at);
  }

  /** Lays out the rows of five types, the three types' row added in. */
  #settleTypes(rows: Float64Array): void {
    const added = this.#type5;
    this.#typeRows = new Float64Array((TYPE_COUNT ** 3 + added.length / 2) * 3);
    this.#typeRows.set(this.#types);
    const index = this.#typeIndex;
    const block = TYPE_COUNT ** 4;
    for (let t = 0; t < block; t++) index[t] = (t / TYPE_COUNT) | 0;
    for (let a = 1; a < TYPE_COUNT; a++) index.copyWithin(a * block, 0, block);
    let next = TYPE_COUNT ** 3;
    for (let i = 0; i < added.length; i += 2) {
      const payload = added[i]!;
      addRow(this.#typeRows, next, this.#types, this.#typeIndex[payload]! * 3);
      addRow(this.#typeRows, next, rows, added[i + 1]!);
      this.#typeIndex[payload] = next++;
    }
    added.length = 0;
  }

  #settlePlain(d: number): void {
    const { cells, shift, rows } = this.#hashed;
    const plain = this.#plain;
    for (let k = 0; k < CLASS_COUNT; k++) addRow(plain, d, this.#flags, k * FLAG_TRIPLES * 3);
    addRow(plain, d, this.#joined, 0);
    const pair = findEntry(cells, shift, kindKey(PAIR_KIND, 0));
    addRow(plain, d, rows, rowOf(pair, 0));
    addRow(plain, d, rows, rowOf(pair, 1));
    const distance = findEntry(cells, shift, kindKey(DISTANCE_JOINED_KIND, d * JOINED_STATES));
    addRow(plain, d, rows, rowOf(distance, 0));
  }

  /** Writes the 9 scores of each character `[from, to)` of the sentence to `scores`, from its start on. */
  emit(context: SentenceContext, from: number, to: number, scores: Float64Array): void {
    const { ids, types, flags, distances, length } = context;
    const unigrams = this.#unigrams;
    const typeRows = this.#typeRows;
    const typeIndex = this.#typeIndex;
    const distanceRows = this.#distances;
    const plain = this.#plain;
    const { cells, shift, rows } = this.#hashed;
    if (this.#pairs.length < length + 4) {
      this.#pairs = new Int32Array(2 * length + 64);
      this.#skips = new Int32Array(2 * length + 64);
    }
    const pairs = this.#pairs;
    const skips = this.#skips;
    for (let q = from; q < to + 3; q++) {
      const first = ids[q]! << 13;
      pairs[q] = findEntry(cells, shift, first | ids[q + 1]!);
      skips[q] = findEntry(cells, shift, kindKey(SKIP_KIND, first | ids[q + 2]!));
    }
    for (let i = from; i < to; i++) {
      const p = i + PAD;
      const d = distances[p]!;
      const before = types[p - 1]!;
      const here = types[p]!;
      let r = ((d * TYPE_COUNT + before) * TYPE_COUNT + here) * 3;
      let x = distanceRows[r]!;
      let y = distanceRows[r + 1]!;
      let z = distanceRows[r + 2]!;
      for (let k = 0; k < 5; k++) {
        r = ids[i + k]! * 15 + k * 3;
        x += unigrams[r]!;
        y += unigrams[r + 1]!;
        z += unigrams[r + 2]!;
      }
      r =
        typeIndex[
          (((types[i]! * TYPE_COUNT + before) * TYPE_COUNT + here) * TYPE_COUNT + types[p + 1]!) * TYPE_COUNT +
            types[p + 2]!
        ]! * 3;
      x += typeRows[r]!;
      y += typeRows[r + 1]!;
      z += typeRows[r + 2]!;
      for (let k = 0; k < 4; k++) {
        r = rowOf(pairs[i + k]!, k);
        x += rows[r]!;
        y += rows[r + 1]!;
        z += rows[r + 2]!;
      }
      r = rowOf(skips[p - 1]!, 0);
      x += rows[r]!;
      y += rows[r + 1]!;
      z += rows[r + 2]!;
      if (d !== 0) {
        r = rowOf(findEntry(cells, shift, kindKey(DISTANCE_CHARACTER_KIND, (d << 13) | ids[p - 1]!)), 0);
        x += rows[r]!;
        y += rows[r + 1]!;
        z += rows[r + 2]!;
      }
      const b = (i - from) * TAG_COUNT;
      if ((flags[p - 1]! | flags[p]! | flags[p + 1]!) === 0) {
        r = d * 3;
        x += plain[r]!;
        y += plain[r + 1]!;
        z += plain[r + 2]!;
      } else {
        this.#sumFlags(context, p, scores, b);
        x += scores[b]!;
        y += scores[b + 1]!;
        z += scores[b + 2]!;
      }
      unpack3(x, scores, b);
      unpack3(y, scores, b + 3);
      unpack3(z, scores, b + 6);
    }
  }

  /** Writes the sum of the flag features of place `p` to `out[at … at + 2]`. */
  #sumFlags(context: SentenceContext, p: number, out: Float64Array, at: number): void {
    const { ids, flags, distances } = context;
    const { cells, shift, rows } = this.#hashed;
    const flagRows = this.#flags;
    const before = flags[p - 1]!;
    const here = flags[p]!;
    const after = flags[p + 1]!;
    let r = here * 3;
    let x = this.#joined[r]!;
    let y = this.#joined[r + 1]!;
    let z = this.#joined[r + 2]!;
    for (let k = 0; k < CLASS_COUNT; k++) {
      const state = states[here * CLASS_COUNT + k]!;
      r = flagRow(k, states[before * CLASS_COUNT + k]!, state, states[after * CLASS_COUNT + k]!) * 3;
      x += flagRows[r]!;
      y += flagRows[r + 1]!;
      z += flagRows[r + 2]!;
      if (state === 0) continue;
      r = rowOf(findEntry(cells, shift, kindKey(FLAG_CHARACTER_KIND + k, (state << 13) | ids[p]!)), 0);
      x += rows[r]!;
      y += rows[r + 1]!;
      z += rows[r + 2]!;
    }
    for (let k = 0; k < 3; k++) {
      const key =
        k === 0
          ? kindKey(PAIR_KIND, before * JOINED_STATES + here)
          : k === 1
            ? kindKey(PAIR_KIND, here * JOINED_STATES + after)
            : kindKey(DISTANCE_JOINED_KIND, distances[p]! * JOINED_STATES + here);
      r = rowOf(findEntry(cells, shift, key), k === 1 ? 1 : 0);
      x += rows[r]!;
      y += rows[r + 1]!;
      z += rows[r + 2]!;
    }
    out[at] = x;
    out[at + 1] = y;
    out[at + 2] = z;
  }
}

/** The state of each class in each joined flag. */
const states: Uint8Array = new Uint8Array(JOINED_STATES * CLASS_COUNT);
for (let joined = 0; joined < JOINED_STATES; joined++)
  for (let k = 0; k < CLASS_COUNT; k++) states[joined * CLASS_COUNT + k] = stateOf(joined, POWERS[k]!);

function flagRow(classIndex: number, before: number, here: number, after: number): number {
  return ((classIndex * FLAG_STATES + before) * FLAG_STATES + here) * FLAG_STATES + after;
}

/** Adds the row at `at` of `source` to row `index` of `table`. */
function addRow(table: Float64Array, index: number, source: Float64Array, at: number): void {
  table[index * 3]! += source[at]!;
  table[index * 3 + 1]! += source[at + 1]!;
  table[index * 3 + 2]! += source[at + 2]!;
}

function unpack3(packed: number, out: Float64Array, at: number): void {
  const high = Math.floor(packed * (1 / HIGH) + 0.5);
  const rest = packed - high * HIGH;
  const middle = Math.floor(rest * (1 / MIDDLE) + 0.5);
  out[at] = rest - middle * MIDDLE;
  out[at + 1] = middle;
  out[at + 2] = high;
}

/** Ascending keys, as base-128 differences. */
export function readKeys(bytes: Uint8Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 0x80) count++;
  const keys = new Uint32Array(count);
  let [key, difference, shift, n] = [0, 0, 1, 0];
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    difference += (b & 0x7f) * shift;
    if (b >= 0x80) shift *= 128;
    else {
      key += difference;
      keys[n++] = key;
      difference = 0;
      shift = 1;
    }
  }
  return keys;
}

/** The inverse of reading keys. */
export function writeKeys(keys: Iterable<number>): Uint8Array {
  const out: number[] = [];
  let before = 0;
  for (const key of keys) {
    let difference = key - before;
    before = key;
    for (; difference >= 128; difference = Math.floor(difference / 128)) out.push((difference % 128) | 0x80);
    out.push(difference);
  }
  return Uint8Array.from(out);
}

/** Rows stored tag by tag (all weights of tag 0 first) → three doubles a row. */
function packRows(weights: Int8Array, count: number): Float64Array {
  const rows = new Float64Array(count * 3);
  for (let k = 0; k < 3; k++) {
    const low = weights.subarray(3 * k * count, (3 * k + 1) * count);
    const middle = weights.subarray((3 * k + 1) * count, (3 * k + 2) * count);
    const high = weights.subarray((3 * k + 2) * count, (3 * k + 3) * count);
    for (let r = 0; r < count; r++) rows[r * 3 + k] = low[r]! + middle[r]! * MIDDLE + high[r]! * HIGH;
  }
  return rows;
}
