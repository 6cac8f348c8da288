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
  readonly #slots: Int32Array;
  readonly #offsets: Uint8Array;
  readonly #sources: Int32Array;
  #added = 0;
  /** Three doubles a row, once settled. */
  rows: Float64Array = new Float64Array(0);

  constructor(capacity: number) {
    const width = Math.max(4, Math.ceil(Math.log2(capacity * 1.6 + 1)));
    this.shift = 32 - width;
    this.cells = new Int32Array(2 << width);
    this.#slots = new Int32Array(capacity);
    this.#offsets = new Uint8Array(capacity);
    this.#sources = new Int32Array(capacity);
  }

  /** Announces the row at `at` of the source as that of `key` and `offset`. */
  add(key: number, offset: number, at: number): void {
    const { cells } = this;
    const slot = slotOf(cells, this.shift, key);
    cells[slot] = key + 1;
    cells[slot + 1]! |= 1 << offset;
    const n = this.#added++;
    this.#slots[n] = slot + 1;
    this.#offsets[n] = offset;
    this.#sources[n] = at;
  }

  /** Lays the announced rows out; nothing is added afterwards. */
  settle(source: Float64Array): void {
    const { cells } = this;
    let next = 0;
    for (let s = 1; s < cells.length; s += 2) {
      const mask = cells[s]!;
      if (mask === 0) continue;
      cells[s] = next * 16 + mask;
      next += bits[mask]!;
    }
    const rows = new Float64Array(next * 3);
    for (let i = 0; i < this.#added; i++) {
      const to = rowOf(cells[this.#slots[i]!]!, this.#offsets[i]!);
      const at = this.#sources[i]!;
      rows[to] = source[at]!;
      rows[to + 1] = source[at + 1]!;
      rows[to + 2] = source[at + 2]!;
    }
    this.rows = rows;
  }
}

function slotOf(cells: Int32Array, shift: number, key: number): number {
  const last = cells.length - 1;
  let h = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
  while (cells[h] !== 0 && cells[h] !== key + 1) h = (h + 2) & last;
  return h;
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

/** Where in `rows` the row of an offset begins; the entry must have it. */
export function rowOf(entry: number, offset: number): number {
  return ((entry >>> 4) + bits[entry & ((1 << offset) - 1)]!) * 3;
}
