/** The trained tagger, unrolled into the tables that the library reads as they are (src/extract/institutions/tagger/model.ts). */
import { Packed, pack } from "../../src/core/packed.ts";
import { TYPE_COUNT } from "../../src/extract/institutions/tagger/characters.ts";
import { Alphabet, DISTANCE_COUNT } from "../../src/extract/institutions/tagger/context.ts";
import { CLASS_COUNT, FLAG_STATES, JOINED_STATES } from "../../src/extract/institutions/tagger/gazetteer.ts";
import {
  DISTANCE_CHARACTER_KIND,
  DISTANCE_JOINED_KIND,
  distanceRow,
  FLAG_CHARACTER_KIND,
  flagRow,
  kindKey,
  PAIR_KIND,
  SKIP_KIND,
  TABLES_SCHEMA,
  TABLES_VERSION,
} from "../../src/extract/institutions/tagger/model.ts";
import { buildCells, findEntry, rowOf } from "../../src/extract/institutions/tagger/row-table.ts";
import { TAG_COUNT } from "../../src/extract/institutions/tagger/tags.ts";
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
  TYPE3,
  TYPE5,
  UNIGRAM,
} from "../../src/extract/institutions/tagger/templates.ts";

/** What `npm run train:institutions` leaves in dictionaries/models: keys of the templates and their rows of weights. */
export const MODEL_SCHEMA = "institution-tagger";
export const MODEL_VERSION = 3;

const T = TAG_COUNT;
const FLAG_TRIPLES = FLAG_STATES ** 3;
const PAYLOAD_MASK = 2 ** PAYLOAD_BITS - 1;

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

/**
 * The tables of a trained model.
 * @throws WeixunError `bad-model` when the bytes are not a model of this version, or not whole.
 */
export function layTables(model: Uint8Array): Uint8Array {
  const file = new Packed(model, MODEL_SCHEMA, MODEL_VERSION, "dictionaries/models/institution-tagger.bin");
  const characters = file.text("characters");
  const direct = readKeys(file.bytes("direct-keys"));
  const hashedKeys = readKeys(file.bytes("hashed-keys"));
  const rows = transposed(file.int8("rows"));
  const unigrams = new Int8Array(new Alphabet(characters).size * 5 * T);
  const types = new Int16Array(TYPE_COUNT ** 3 * T);
  const fives: { readonly types: number; readonly row: number }[] = [];
  const flags = new Int16Array(CLASS_COUNT * FLAG_TRIPLES * T);
  const joined = new Int8Array(JOINED_STATES * T);
  const distances = new Int16Array(DISTANCE_COUNT * TYPE_COUNT ** 2 * T);

  const place = (key: number, row: number): void => {
    const template = key >>> PAYLOAD_BITS;
    const payload = key & PAYLOAD_MASK;
    if (template < BIGRAM) add(unigrams, payload * 5 + template - UNIGRAM, rows, row);
    else if (template === TYPE3) add(types, payload, rows, row);
    else if (template === TYPE5) fives.push({ types: payload, row });
    else if (template < FLAG3) {
      for (let a = 0; a < FLAG_STATES; a++)
        for (let c = 0; c < FLAG_STATES; c++) add(flags, flagRow(template - FLAG, a, payload, c), rows, row);
    } else if (template < FLAG_CHARACTER) add(flags, (template - FLAG3) * FLAG_TRIPLES + payload, rows, row);
    else if (template === JOINED) add(joined, payload, rows, row);
    else if (template === DISTANCE_TYPES) add(distances, payload, rows, row);
    else
      for (let d = 0; d < DISTANCE_COUNT; d++)
        if (template === BIAS || d === payload)
          for (let t = 0; t < TYPE_COUNT ** 2; t++) add(distances, d * TYPE_COUNT ** 2 + t, rows, row);
  };
  direct.forEach(place);

  // The rows of five types hold that of the three in their middle.
  const allTypes = new Int16Array(types.length + fives.length * T);
  allTypes.set(types);
  fives.forEach((five, k) => {
    const row = TYPE_COUNT ** 3 + k;
    add(allTypes, row, types, Math.floor(five.types / TYPE_COUNT) % TYPE_COUNT ** 3);
    add(allTypes, row, rows, five.row);
  });

  const hashed = rows.subarray(direct.length * T);
  const cells = buildCells(hashedKeys, file.bytes("hashed-masks"));
  const plain = distances.slice();
  for (let d = 0; d < DISTANCE_COUNT; d++)
    for (let before = 0; before < TYPE_COUNT; before++)
      for (let here = 0; here < TYPE_COUNT; here++) {
        const row = distanceRow(d, before, here);
        for (let k = 0; k < CLASS_COUNT; k++) add(plain, row, flags, flagRow(k, 0, 0, 0));
        add(plain, row, joined, 0);
        const [pair, distance] = [kindKey(PAIR_KIND, 0), kindKey(DISTANCE_JOINED_KIND, d * JOINED_STATES)];
        for (const [key, offset] of [
          [pair, 0],
          [pair, 1],
          [distance, 0],
        ] as const) {
          const entry = findEntry(cells, key);
          if ((entry >>> offset) & 1) add(plain, row, hashed, rowOf(entry, offset));
        }
      }

  const kept = ["trie-first-child", "trie-label", "trie-classes", "trie-pairs", "transitions"];
  return pack(TABLES_SCHEMA, TABLES_VERSION, {
    characters,
    ...Object.fromEntries(kept.map((name) => [name, file.bytes(name)])),
    unigrams,
    types: allTypes,
    "five-types": Uint32Array.from(fives, (f) => f.types),
    flags,
    joined,
    distances,
    plain,
    cells,
    hashed: hashed.slice(),
  });
}

type Table = Int8Array | Int16Array;

/** Adds a row of `source` to one of `table`. */
function add(table: Table, row: number, source: Table, from: number): void {
  for (let t = 0; t < T; t++) table[row * T + t]! += source[from * T + t]!;
}

/** Rows stored tag by tag (all weights of tag 0 first, which zips better) → row by row. */
function transposed(weights: Int8Array): Int8Array {
  const count = weights.length / T;
  const rows = new Int8Array(weights.length);
  for (let t = 0; t < T; t++) for (let r = 0; r < count; r++) rows[r * T + t] = weights[t * count + r]!;
  return rows;
}

/** Ascending keys, as base-128 differences. */
export function readKeys(bytes: Uint8Array): Uint32Array {
  const keys: number[] = [];
  let [key, difference, shift] = [0, 0, 1];
  for (const b of bytes) {
    difference += (b & 0x7f) * shift;
    if (b >= 0x80) shift *= 128;
    else {
      key += difference;
      keys.push(key);
      difference = 0;
      shift = 1;
    }
  }
  return Uint32Array.from(keys);
}

/** The inverse of {@link readKeys}. */
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
