import { foldUnit } from "../text/fold.ts";

/** Characters of one shingle: long enough that two articles on one subject share few, short enough to survive edits. */
export const SHINGLE = 5;
/** One shingle in so many is kept for finding candidates; which ones depends on the shingle alone, so a part keeps its share. */
const SAMPLE = 4;

/** Letters, digits and Han signs of a text, folded; blanks and punctuation differ between outlets. */
export function bareText(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = foldUnit(text.charCodeAt(i));
    const word = (c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x7a);
    if (word || (c >= 0x3400 && c <= 0x9fff) || c >= 0xd800) out += c < 0xe000 ? String.fromCharCode(c) : "";
  }
  return out;
}

/** Hashes of all shingles, sorted, each once. */
export function shingles(bare: string): Uint32Array {
  const n = Math.max(0, bare.length - SHINGLE + 1);
  const hashes = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    let h = 0x811c9dc5;
    for (let k = 0; k < SHINGLE; k++) h = Math.imul(h ^ bare.charCodeAt(i + k), 0x01000193);
    // FNV's low bits are weak for so few steps: mix them, as the sample looks at them.
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    hashes[i] = (h ^ (h >>> 15)) >>> 0;
  }
  hashes.sort();
  let kept = 0;
  for (let i = 0; i < n; i++) if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i]!;
  return hashes.subarray(0, kept);
}

/** The sampled shingles: the fingerprint of a text. */
export function sample(all: Uint32Array): Uint32Array {
  return all.filter((h) => h % SAMPLE === 0);
}

/** How many hashes two sorted lists share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let n = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) n++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return n;
}
