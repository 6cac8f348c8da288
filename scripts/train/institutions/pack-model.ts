/** Trained weights → the packed model: the strongest rows, in integers. */
import { pack } from "../../../src/core/packed.ts";
import type { GazetteerArrays } from "../../../src/extract/institutions/tagger/gazetteer.ts";
import { OUTSIDE, TAG_COUNT } from "../../../src/extract/institutions/tagger/tags.ts";
import { BIAS, PAYLOAD_BITS } from "../../../src/extract/institutions/tagger/templates.ts";
import { hashedPlace, MODEL_SCHEMA, MODEL_VERSION, writeKeys } from "../../resources/_tagger-tables.ts";
import type { Crf } from "./crf.ts";

const T = TAG_COUNT;
/** int8 = round(w · 127 / 4): weights beyond ± 4 are rare and are cut off there. */
export const SCALE: number = 127 / 4;

export interface PackInput {
  readonly crf: Crf;
  readonly keys: Uint32Array;
  readonly characters: string;
  readonly gazetteer: GazetteerArrays;
  /** Rows kept, those with the widest spread over tags first. */
  readonly rows: number;
  /** What the tag outside of names loses at every place: more names are found, and more that are none. */
  readonly favour: number;
}

/** The `rows` rows of the first `count` with the widest spread over tags, ascending; none that rounds to nothing. */
export function widestRows(crf: Crf, count: number, rows: number): number[] {
  const spread = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let [low, high] = [0, 0];
    for (let t = 0; t < T; t++) {
      const w = crf.cells[r * 2 * T + t]!;
      if (w < low) low = w;
      if (w > high) high = w;
    }
    spread[r] = high - low;
  }
  const least = Float32Array.from(spread).sort().reverse()[Math.min(rows, count) - 1]!;
  const kept: number[] = [];
  for (let r = 0; r < count && kept.length < rows; r++)
    if (spread[r]! >= least && spread[r]! > 0.5 / SCALE) kept.push(r);
  return kept;
}

export function packModel({ crf, keys, characters, gazetteer, rows, favour }: PackInput): Uint8Array {
  const kept = widestRows(crf, keys.length, rows);
  // Templates with tables of their own first, then the hashed ones in the order of their table's keys.
  const places = kept.map((row) => ({ row, key: keys[row]!, hashed: hashedPlace(keys[row]!) }));
  const direct = places.filter((p) => !p.hashed);
  const hashed = places.flatMap((p) => (p.hashed ? [{ row: p.row, ...p.hashed }] : []));
  hashed.sort((a, b) => a.key - b.key || a.offset - b.offset);
  const masks = new Map<number, number>();
  for (const { key, offset } of hashed) masks.set(key, (masks.get(key) ?? 0) | (1 << offset));
  const ordered = [...direct, ...hashed].map((p) => p.row);
  const bias = keys.indexOf((BIAS << PAYLOAD_BITS) >>> 0);
  const weightOf = (r: number, t: number): number =>
    crf.cells[r * 2 * T + t]! - (r === bias && t === OUTSIDE ? favour : 0);
  const weights = new Int8Array(kept.length * T);
  ordered.forEach((r, k) => {
    for (let t = 0; t < T; t++)
      weights[t * kept.length + k] = Math.max(-127, Math.min(127, Math.round(weightOf(r, t) * SCALE)));
  });
  return pack(MODEL_SCHEMA, MODEL_VERSION, {
    characters,
    "trie-first-child": gazetteer.firstChild,
    "trie-label": gazetteer.label,
    "trie-classes": gazetteer.classes,
    transitions: Int16Array.from(crf.transitions, (w) => Math.round(w * SCALE)),
    "trie-pairs": gazetteer.pairs,
    "direct-keys": writeKeys(direct.map((p) => p.key)),
    "hashed-keys": writeKeys([...masks.keys()]),
    "hashed-masks": Uint8Array.from(masks.values()),
    rows: weights,
  });
}
