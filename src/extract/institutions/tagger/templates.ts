/**
 * The feature templates: each gives a 32-bit key, 6 bits for the template and 26 for its values. Training counts and
 * weighs keys; the model unrolls them into tables. At most 8,192 character ids fit.
 */

import { TYPE_COUNT } from "./characters.ts";
import { PAD, type SentenceContext } from "./context.ts";
import { CLASS_COUNT, FLAG_STATES, JOINED_STATES, POWERS } from "./gazetteer.ts";

export const UNIGRAM = 0; // +0…4: the characters at −2…+2
export const BIGRAM = 5; // +0…3: the pairs that begin at −2…+1
export const SKIP = 9; // characters at −1 and +1
export const TYPE3 = 10;
export const TYPE5 = 11;
export const FLAG = 12; // + class
export const FLAG3 = 17; // + class: flags at −1, 0, +1
export const FLAG_CHARACTER = 22; // + class
export const JOINED = 27;
export const JOINED_PAIR = 28; // +0: (−1, 0); +1: (0, +1)
export const DISTANCE = 30;
export const DISTANCE_JOINED = 31;
export const DISTANCE_TYPES = 32;
export const DISTANCE_CHARACTER = 33;
export const BIAS = 34;

/** Keys that one position has at most. */
export const MOST_KEYS = 40;
export const PAYLOAD_BITS = 26;
const key = (template: number, payload: number): number => ((template << PAYLOAD_BITS) | payload) >>> 0;

/** Writes the keys of character `i` to `out`; returns their number. */
export function keysAt(context: SentenceContext, i: number, out: Uint32Array): number {
  const { ids, types, flags, distances } = context;
  const p = i + PAD;
  let n = 0;
  out[n++] = key(BIAS, 0);
  for (let k = 0; k < 5; k++) out[n++] = key(UNIGRAM + k, ids[p - 2 + k]!);
  for (let k = 0; k < 4; k++) out[n++] = key(BIGRAM + k, (ids[p - 2 + k]! << 13) | ids[p - 1 + k]!);
  out[n++] = key(SKIP, (ids[p - 1]! << 13) | ids[p + 1]!);
  const t3 = (types[p - 1]! * TYPE_COUNT + types[p]!) * TYPE_COUNT + types[p + 1]!;
  out[n++] = key(TYPE3, t3);
  out[n++] = key(TYPE5, (types[p - 2]! * TYPE_COUNT ** 3 + t3) * TYPE_COUNT + types[p + 2]!);
  const [before, here, after] = [flags[p - 1]!, flags[p]!, flags[p + 1]!];
  for (let k = 0; k < CLASS_COUNT; k++) {
    const power = POWERS[k]!;
    const [a, b, c] = [stateOf(before, power), stateOf(here, power), stateOf(after, power)];
    out[n++] = key(FLAG + k, b);
    out[n++] = key(FLAG3 + k, (a * FLAG_STATES + b) * FLAG_STATES + c);
    if (b !== 0) out[n++] = key(FLAG_CHARACTER + k, (b << 13) | ids[p]!);
  }
  out[n++] = key(JOINED, here);
  out[n++] = key(JOINED_PAIR, before * JOINED_STATES + here);
  out[n++] = key(JOINED_PAIR + 1, here * JOINED_STATES + after);
  const d = distances[p]!;
  out[n++] = key(DISTANCE, d);
  out[n++] = key(DISTANCE_JOINED, d * JOINED_STATES + here);
  out[n++] = key(DISTANCE_TYPES, (d * TYPE_COUNT + types[p - 1]!) * TYPE_COUNT + types[p]!);
  if (d !== 0) out[n++] = key(DISTANCE_CHARACTER, (d << 13) | ids[p - 1]!);
  return n;
}

/** Whether a key speaks of one character, of flags or of a distance: not of pairs, nor of rows of types. */
export function isCoarse(key: number): boolean {
  const template = key >>> PAYLOAD_BITS;
  return template < BIGRAM || (template >= FLAG && !FINE.includes(template));
}
const FINE: readonly number[] = [JOINED_PAIR, JOINED_PAIR + 1, DISTANCE_JOINED, DISTANCE_CHARACTER];

/** The flag of one class in a joined flag. */
export function stateOf(joined: number, power: number): number {
  return Math.floor(joined / power) % FLAG_STATES;
}
