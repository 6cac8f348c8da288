/** An open-addressing table from 30-bit keys to up to four rows each, which lie side by side. */

/** Set bits of 0…15. */
const bits: Uint8Array = Uint8Array.from(
  { length: 16 },
  (_, n) => (n & 1) + ((n >> 1) & 1) + ((n >> 2) & 1) + (n >> 3),
);

export class RowTable {
  /** Key + 1 and entry of each slot, side by side; an entry is first row · 16 + which offsets (0…3) have one. */
  readonly cells: Int32Array;
  readonly shift: number;
  /** Three doubles a row; row 0 is all zero. */
  readonly rows: Float64Array;

  /**
   * @param keys distinct keys
   * @param masks which offsets each key has a row for
   * @param rows the rows, in the order of the keys, then of the offsets
   */
  constructor(keys: Uint32Array, masks: Uint8Array, rows: Float64Array) {
    const width = Math.max(4, Math.ceil(Math.log2(keys.length * 1.5 + 1)));
    const shift = 32 - width;
    const cells = new Int32Array(2 << width);
    const last = cells.length - 1;
    let row = 1;
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k]!;
      const mask = masks[k]!;
      let h = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
      while (cells[h] !== 0) h = (h + 2) & last;
      cells[h] = key + 1;
      cells[h + 1] = row * 16 + mask;
      row += bits[mask]!;
    }
    this.cells = cells;
    this.shift = shift;
    this.rows = new Float64Array(rows.length + 3);
    this.rows.set(rows, 3);
  }
}

/** The entry of a key in a table's cells; 0 where there is none. Its low four bits say which offsets have a row. */
export function findEntry(cells: Int32Array, shift: number, key: number): number {
  const last = cells.length - 1;
  const wanted = key + 1;
  let h = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
  for (;;) {
    const k = cells[h]!;
    if (k === wanted) return cells[h + 1]!;
    if (k === 0) return 0;
    h = (h + 2) & last;
  }
}

/**
 * Where in `rows` the row of an offset begins: that of row 0 where the entry has none. Without a branch: which pairs
 * have a row is as good as random.
 */
export function rowOf(entry: number, offset: number): number {
  return Math.imul((entry >>> 4) + bits[entry & ((1 << offset) - 1)]!, ((entry >>> offset) & 1) * 3);
}
