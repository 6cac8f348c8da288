/** An open-addressing table from 30-bit keys to up to four rows each, which lie side by side. */

/** Set bits of 0…15. */
const bits: Uint8Array = Uint8Array.from(
  { length: 16 },
  (_, n) => (n & 1) + ((n >> 1) & 1) + ((n >> 2) & 1) + (n >> 3),
);

export class RowTable {
  readonly #keys: Int32Array;
  /** First row · 16 + which offsets (0…3) have one. */
  readonly #entries: Int32Array;
  readonly #shift: number;
  readonly #added: number[] = [];
  /** Three doubles a row, once settled. */
  rows: Float64Array = new Float64Array(0);

  constructor(capacity: number) {
    const width = Math.max(4, Math.ceil(Math.log2(capacity * 1.6 + 1)));
    this.#shift = 32 - width;
    this.#keys = new Int32Array(1 << width);
    this.#entries = new Int32Array(1 << width);
  }

  #slot(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let h = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (keys[h] !== 0 && keys[h] !== key + 1) h = (h + 1) & mask;
    return h;
  }

  /** Announces the row at `at` of the source as that of `key` and `offset`. */
  add(key: number, offset: number, at: number): void {
    const slot = this.#slot(key);
    this.#keys[slot] = key + 1;
    this.#entries[slot]! |= 1 << offset;
    this.#added.push(slot, offset, at);
  }

  /** Lays the announced rows out; nothing is added afterwards. */
  settle(source: Float64Array): void {
    let next = 0;
    for (let s = 0; s < this.#entries.length; s++) {
      const mask = this.#entries[s]!;
      if (mask === 0) continue;
      this.#entries[s] = next * 16 + mask;
      next += bits[mask]!;
    }
    this.rows = new Float64Array(next * 3);
    const added = this.#added;
    for (let i = 0; i < added.length; i += 3) {
      const to = this.rowOf(this.#entries[added[i]!]!, added[i + 1]!);
      const at = added[i + 2]!;
      for (let k = 0; k < 3; k++) this.rows[to + k] = source[at + k]!;
    }
    added.length = 0;
  }

  /** The entry of a key; 0 where there is none. Its low four bits say which offsets have a row. */
  find(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let h = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    for (;;) {
      const k = keys[h]!;
      if (k === key + 1) return this.#entries[h]!;
      if (k === 0) return 0;
      h = (h + 1) & mask;
    }
  }

  /** Where in `rows` the row of an offset begins; the entry must have it. */
  rowOf(entry: number, offset: number): number {
    return ((entry >>> 4) + bits[entry & ((1 << offset) - 1)]!) * 3;
  }
}
