/** Trained weights → the packed model: the strongest rows, in integers. */
import { pack } from "../../../src/core/packed.ts";
import type { GazetteerArrays } from "../../../src/extract/institutions/tagger/gazetteer.ts";
import { MODEL_SCHEMA, MODEL_VERSION, writeKeys } from "../../../src/extract/institutions/tagger/model.ts";
import { TAG_COUNT } from "../../../src/extract/institutions/tagger/tags.ts";
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
}

export function packModel({ crf, keys, characters, gazetteer, rows }: PackInput): Uint8Array {
  const spread = new Float32Array(keys.length);
  for (let r = 0; r < keys.length; r++) {
    let [low, high] = [0, 0];
    for (let t = 0; t < T; t++) {
      const w = crf.cells[r * 2 * T + t]!;
      if (w < low) low = w;
      if (w > high) high = w;
    }
    spread[r] = high - low;
  }
  const least = Float32Array.from(spread).sort().reverse()[Math.min(rows, keys.length) - 1]!;
  const kept: number[] = [];
  for (let r = 0; r < keys.length && kept.length < rows; r++)
    if (spread[r]! >= least && spread[r]! > 0.5 / SCALE) kept.push(r);
  const weights = new Int8Array(kept.length * T);
  kept.forEach((r, k) => {
    for (let t = 0; t < T; t++)
      weights[t * kept.length + k] = Math.max(-127, Math.min(127, Math.round(crf.cells[r * 2 * T + t]! * SCALE)));
  });
  return pack(MODEL_SCHEMA, MODEL_VERSION, {
    characters,
    "trie-first-child": gazetteer.firstChild,
    "trie-label": gazetteer.label,
    "trie-classes": gazetteer.classes,
    transitions: Int16Array.from(crf.transitions, (w) => Math.round(w * SCALE)),
    keys: writeKeys(Uint32Array.from(kept, (r) => keys[r]!)),
    rows: weights,
  });
}
