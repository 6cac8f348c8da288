/**
 * The packed model: keys of the templates and their rows of 9 integer weights, unrolled at loading into tables that
 * one pass over a sentence can add up. Three weights travel in one double (17 bits each, signed), so that a row is
 * three additions; sums stay far below 2^16.
 */
import { Packed } from "../../../core/packed.ts";
import { TYPE_COUNT } from "./characters.ts";
import { Alphabet, DISTANCE_COUNT, PAD, type SentenceContext } from "./context.ts";
import { CLASS_COUNT, FLAG_STATES, Gazetteer, JOINED_STATES, POWERS } from "./gazetteer.ts";
import { RowTable } from "./row-table.ts";
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
  hashTriple,
  JOINED,
  JOINED_PAIR,
  PAYLOAD_BITS,
  SKIP,
  stateOf,
  TRIGRAM,
  TYPE3,
  TYPE5,
  UNIGRAM,
} from "./templates.ts";

export const MODEL_SCHEMA = "institution-tagger";
export const MODEL_VERSION = 1;

/** Three weights in one double. */
const MIDDLE: number = 2 ** 17;
const HIGH: number = 2 ** 34;
const FLAG_TRIPLES: number = FLAG_STATES ** 3;
const PAYLOAD_MASK: number = 2 ** PAYLOAD_BITS - 1;

/** Kinds of the hashed tables (4 bits above the payload). */
const KIND = {
  bigram: 0,
  skip: 1,
  type5: 2,
  flagCharacter: 3,
  pair: 8,
  distanceJoined: 9,
  distanceCharacter: 10,
  trigram: 11,
};
const kindKey = (kind: number, payload: number): number => (kind << PAYLOAD_BITS) | payload;

export class TaggerModel {
  readonly alphabet: Alphabet;
  readonly gazetteer: Gazetteer;
  /** `[from · 9 + to]`, in the scale of the weights. */
  readonly transitions: Int16Array;
  readonly #unigrams: Float64Array;
  readonly #types: Float64Array = new Float64Array(TYPE_COUNT ** 3 * 3);
  readonly #flags: Float64Array = new Float64Array(CLASS_COUNT * FLAG_TRIPLES * 3);
  readonly #joined: Float64Array = new Float64Array(JOINED_STATES * 3);
  /** Bias and distance with the types before and here. */
  readonly #distances: Float64Array = new Float64Array(DISTANCE_COUNT * TYPE_COUNT ** 2 * 3);
  /** All flag features of a place without flags around it, by distance. */
  readonly #plain: Float64Array = new Float64Array(DISTANCE_COUNT * 3);
  readonly #hashed: RowTable;
  /** Whether the model has features of three characters. */
  readonly trigrams: boolean;
  #pairs: Int32Array = new Int32Array(0);
  #triples: Int32Array = new Int32Array(0);

  /** @throws WeixunError `bad-model` when the bytes are not a model of this version, or not whole. */
  constructor(bytes: Uint8Array) {
    const file = new Packed(bytes, MODEL_SCHEMA, MODEL_VERSION, "institution-tagger.bin");
    this.alphabet = new Alphabet(file.text("characters"));
    this.gazetteer = new Gazetteer({
      firstChild: file.uint32("trie-first-child"),
      label: file.uint16("trie-label"),
      classes: file.bytes("trie-classes"),
    });
    this.transitions = file.int16("transitions");
    this.#unigrams = new Float64Array(this.alphabet.size * 5 * 3);
    const keys = readKeys(file.bytes("keys"));
    const rows = packRows(file.int8("rows"), keys.length);
    this.trigrams = keys.some((key) => key >>> PAYLOAD_BITS >= TRIGRAM);
    this.#hashed = new RowTable(keys.length);
    for (let r = 0; r < keys.length; r++) this.#place(keys[r]!, rows, r * 3);
    this.#hashed.settle(rows);
    for (let d = 0; d < DISTANCE_COUNT; d++) this.#settlePlain(d);
  }

  #place(key: number, rows: Float64Array, at: number): void {
    const template = key >>> PAYLOAD_BITS;
    const payload = key & PAYLOAD_MASK;
    const add = (table: Float64Array, index: number): void => {
      for (let k = 0; k < 3; k++) table[index * 3 + k]! += rows[at + k]!;
    };
    const hash = (kind: number, offset: number): void => this.#hashed.add(kindKey(kind, payload), offset, at);
    if (template < BIGRAM) add(this.#unigrams, payload * 5 + template - UNIGRAM);
    else if (template < SKIP) hash(KIND.bigram, template - BIGRAM);
    else if (template === SKIP) hash(KIND.skip, 0);
    else if (template === TYPE3) add(this.#types, payload);
    else if (template === TYPE5) hash(KIND.type5, 0);
    else if (template < FLAG3) {
      for (let a = 0; a < FLAG_STATES; a++)
        for (let c = 0; c < FLAG_STATES; c++)
          add(this.#flags, (template - FLAG) * FLAG_TRIPLES + (a * FLAG_STATES + payload) * FLAG_STATES + c);
    } else if (template < FLAG_CHARACTER) add(this.#flags, (template - FLAG3) * FLAG_TRIPLES + payload);
    else if (template < JOINED) hash(KIND.flagCharacter + template - FLAG_CHARACTER, 0);
    else if (template === JOINED) add(this.#joined, payload);
    else if (template < DISTANCE) hash(KIND.pair, template - JOINED_PAIR);
    else if (template === DISTANCE_JOINED) hash(KIND.distanceJoined, 0);
    else if (template === DISTANCE_TYPES) add(this.#distances, payload);
    else if (template === DISTANCE_CHARACTER) hash(KIND.distanceCharacter, 0);
    else if (template === DISTANCE || template === BIAS) {
      for (let d = 0; d < DISTANCE_COUNT; d++)
        if (template === BIAS || d === payload)
          for (let t = 0; t < TYPE_COUNT ** 2; t++) add(this.#distances, d * TYPE_COUNT ** 2 + t);
    } else hash(KIND.trigram, template - TRIGRAM);
  }

  #settlePlain(d: number): void {
    const hashed = this.#hashed;
    const sum = [0, 0, 0];
    const add = (table: Float64Array, at: number): void => {
      for (let k = 0; k < 3; k++) sum[k]! += table[at + k]!;
    };
    for (let k = 0; k < CLASS_COUNT; k++) add(this.#flags, k * FLAG_TRIPLES * 3);
    add(this.#joined, 0);
    const pair = hashed.find(kindKey(KIND.pair, 0));
    if (pair & 1) add(hashed.rows, hashed.rowOf(pair, 0));
    if (pair & 2) add(hashed.rows, hashed.rowOf(pair, 1));
    const distance = hashed.find(kindKey(KIND.distanceJoined, d * JOINED_STATES));
    if (distance & 1) add(hashed.rows, hashed.rowOf(distance, 0));
    this.#plain.set(sum, d * 3);
  }

  /** Writes the 9 scores of each character of the sentence to `scores`. */
  emit(context: SentenceContext, scores: Float64Array): void {
    const { ids, types, flags, distances, length } = context;
    const unigrams = this.#unigrams;
    const typeRows = this.#types;
    const distanceRows = this.#distances;
    const plain = this.#plain;
    const hashed = this.#hashed;
    const rows = hashed.rows;
    if (this.#pairs.length < length + 4) {
      this.#pairs = new Int32Array(2 * length + 64);
      this.#triples = new Int32Array(2 * length + 64);
    }
    const pairs = this.#pairs;
    const triples = this.#triples;
    const trigrams = this.trigrams;
    for (let q = 0; q < length + 3; q++) pairs[q] = hashed.find((ids[q]! << 13) | ids[q + 1]!);
    if (trigrams)
      for (let q = 0; q < length + 2; q++)
        triples[q] = hashed.find(kindKey(KIND.trigram, hashTriple(ids[q]!, ids[q + 1]!, ids[q + 2]!)));
    for (let i = 0; i < length; i++) {
      const p = i + PAD;
      const d = distances[p]!;
      const [before, here, after] = [types[p - 1]!, types[p]!, types[p + 1]!];
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
      const type3 = (before * TYPE_COUNT + here) * TYPE_COUNT + after;
      r = type3 * 3;
      x += typeRows[r]!;
      y += typeRows[r + 1]!;
      z += typeRows[r + 2]!;
      for (let k = 0; k < 4; k++) {
        const pair = pairs[i + k]!;
        if ((pair >> k) & 1) {
          r = hashed.rowOf(pair, k);
          x += rows[r]!;
          y += rows[r + 1]!;
          z += rows[r + 2]!;
        }
      }
      if (trigrams)
        for (let k = 0; k < 3; k++) {
          const triple = triples[i + k]!;
          if ((triple >> k) & 1) {
            r = hashed.rowOf(triple, k);
            x += rows[r]!;
            y += rows[r + 1]!;
            z += rows[r + 2]!;
          }
        }
      const skip = hashed.find(kindKey(KIND.skip, (ids[p - 1]! << 13) | ids[p + 1]!));
      if (skip & 1) {
        r = hashed.rowOf(skip, 0);
        x += rows[r]!;
        y += rows[r + 1]!;
        z += rows[r + 2]!;
      }
      const type5 = hashed.find(
        kindKey(KIND.type5, (types[i]! * TYPE_COUNT ** 3 + type3) * TYPE_COUNT + types[p + 2]!),
      );
      if (type5 & 1) {
        r = hashed.rowOf(type5, 0);
        x += rows[r]!;
        y += rows[r + 1]!;
        z += rows[r + 2]!;
      }
      if (d !== 0) {
        const entry = hashed.find(kindKey(KIND.distanceCharacter, (d << 13) | ids[p - 1]!));
        if (entry & 1) {
          r = hashed.rowOf(entry, 0);
          x += rows[r]!;
          y += rows[r + 1]!;
          z += rows[r + 2]!;
        }
      }
      const b = i * TAG_COUNT;
      if ((flags[p - 1]! | flags[p]! | flags[p + 1]!) === 0) {
        x += plain[d * 3]!;
        y += plain[d * 3 + 1]!;
        z += plain[d * 3 + 2]!;
      } else {
        this.#addFlags(context, p, scores, b);
        x += scores[b]!;
        y += scores[b + 1]!;
        z += scores[b + 2]!;
      }
      unpack3(x, scores, b);
      unpack3(y, scores, b + 3);
      unpack3(z, scores, b + 6);
    }
  }

  /** Sums the flag features of place `p` into `out[at … at + 2]`. */
  #addFlags(context: SentenceContext, p: number, out: Float64Array, at: number): void {
    const { ids, flags, distances } = context;
    const hashed = this.#hashed;
    const rows = hashed.rows;
    const [before, here, after] = [flags[p - 1]!, flags[p]!, flags[p + 1]!];
    let r = here * 3;
    let x = this.#joined[r]!;
    let y = this.#joined[r + 1]!;
    let z = this.#joined[r + 2]!;
    const add = (entry: number, offset: number): void => {
      if (((entry >> offset) & 1) === 0) return;
      r = hashed.rowOf(entry, offset);
      x += rows[r]!;
      y += rows[r + 1]!;
      z += rows[r + 2]!;
    };
    for (let k = 0; k < CLASS_COUNT; k++) {
      const power = POWERS[k]!;
      const state = stateOf(here, power);
      r = (k * FLAG_TRIPLES + (stateOf(before, power) * FLAG_STATES + state) * FLAG_STATES + stateOf(after, power)) * 3;
      x += this.#flags[r]!;
      y += this.#flags[r + 1]!;
      z += this.#flags[r + 2]!;
      if (state !== 0) add(hashed.find(kindKey(KIND.flagCharacter + k, (state << 13) | ids[p]!)), 0);
    }
    add(hashed.find(kindKey(KIND.pair, before * JOINED_STATES + here)), 0);
    add(hashed.find(kindKey(KIND.pair, here * JOINED_STATES + after)), 1);
    add(hashed.find(kindKey(KIND.distanceJoined, distances[p]! * JOINED_STATES + here)), 0);
    out[at] = x;
    out[at + 1] = y;
    out[at + 2] = z;
  }
}

function unpack3(packed: number, out: Float64Array, at: number): void {
  const high = Math.floor(packed / HIGH + 0.5);
  const rest = packed - high * HIGH;
  const middle = Math.floor(rest / MIDDLE + 0.5);
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
export function writeKeys(keys: Uint32Array): Uint8Array {
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
  for (let r = 0; r < count; r++)
    for (let k = 0; k < 3; k++)
      rows[r * 3 + k] =
        weights[3 * k * count + r]! +
        weights[(3 * k + 1) * count + r]! * MIDDLE +
        weights[(3 * k + 2) * count + r]! * HIGH;
  return rows;
}
