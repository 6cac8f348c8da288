/**
 * An open-addressing table from 30-bit keys to up to four rows each, which lie side by side. Its cells hold key + 1 and
 * entry of each slot; an entry is first row · 16 + which offsets (0…3) have one; 0 stands for none.
 */

/** Set bits of 0…15. */
const bits: Uint8Array = Uint8Array.from(
  { length: 16 },
  (_, n) => (n & 1) + ((n >> 1) & 1) + ((n >> 2) & 1) + (n >> 3),
);

/** How far the hash of a key is shifted in a table of so many cells, a power of two. */
const shiftOf = (cells: number): number => 1 + Math.clz32(cells - 1);

/**
 * The cells of a table whose rows lie in the order of the keys, then of the offsets.
 *
 * @param keys distinct keys
 * @param masks which offsets each key has a row for
 */
export function buildCells(keys: Uint32Array, masks: Uint8Array): Int32Array {
  const width = Math.max(4, Math.ceil(Math.log2(keys.length * 1.4 + 1)));
  const cells = new Int32Array(2 << width);
  const shift = shiftOf(cells.length);
  const last = cells.length - 1;
  let row = 0;
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    const mask = masks[k]!;
    let h = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
    while (cells[h] !== 0) h = (h + 2) & last;
    cells[h] = key + 1;
    cells[h + 1] = row * 16 + mask;
    row += bits[mask]!;
  }
  return cells;
}

/** The entry of a key; 0 where there is none. Its low four bits say which offsets have a row. */
export function findEntry(cells: Int32Array, key: number): number {
  const last = cells.length - 1;
  const wanted = key + 1;
  let h = (Math.imul(key, 0x9e3779b1) >>> shiftOf(cells.length)) << 1;
  for (;;) {
    const k = cells[h]!;
    if (k === wanted) return cells[h + 1]!;
    if (k === 0) return 0;
    h = (h + 2) & last;
  }
}

/** The row of an offset that the entry has one for. */
export function rowOf(entry: number, offset: number): number {
  return (entry >>> 4) + bits[entry & ((1 << offset) - 1)]!;
}
