import { foldUnit } from "../text/fold.ts";

/** Characters of one shingle: long enough that two articles on one subject share few, short enough to survive edits. */
export const SHINGLE = 5;
/** One shingle in so many is kept for finding candidates; which ones depends on the shingle alone, so a part keeps its share. */
const SAMPLE = 4;

/** Units of the text that is being read; shared, since reading is synchronous. */
let units = new Uint16Array(1 << 12);

/** Whether a folded unit is a letter, a digit or a Han sign; blanks and punctuation differ between outlets. */
function isSign(c: number): boolean {
  if (c < 0x80) return (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39);
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xd800 && c <= 0xdfff);
}

/** Puts the folded signs of a text into {@link units} and returns how many there are. */
function readUnits(text: string): number {
  if (units.length < text.length) units = new Uint16Array(text.length * 2);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = foldUnit(text.charCodeAt(i));
    if (isSign(c)) units[n++] = c;
  }
  return n;
}

/** Letters, digits and Han signs of a text, folded. */
export function bareText(text: string): string {
  const n = readUnits(text);
  let out = "";
  for (let i = 0; i < n; i += 8192) out += String.fromCharCode(...units.subarray(i, Math.min(n, i + 8192)));
  return out;
}

/** FNV-1a over one shingle, mixed: its low bits alone are weak, and the sample looks at them. */
function hashAt(i: number): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < SHINGLE; k++) h = Math.imul(h ^ units[i + k]!, 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

function hashes(text: string, every: number): Uint32Array {
  const n = Math.max(0, readUnits(text) - SHINGLE + 1);
  const found = new Uint32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const h = hashAt(i);
    if (h % every === 0) found[count++] = h;
  }
  const sorted = found.subarray(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  return sorted.slice(0, kept);
}

/** Hashes of all shingles of a text, sorted, each once. */
export function shingles(text: string): Uint32Array {
  return hashes(text, 1);
}

/** The sampled shingles of a text, sorted, each once: its fingerprint. */
export function fingerprint(text: string): Uint32Array {
  return hashes(text, SAMPLE);
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
