/**
 * A double-array trie over small integer symbols, in one typed array.
 *
 * Node `t` is two 32-bit words: `cells[2t]` is the base (0: no children), `cells[2t + 1]` is `symbol << 16 | value`.
 * The child of `s` by symbol `c` is `t = base(s) + c`, if the symbol stored at `t` is `c`. No two nodes share a base,
 * so that the stored symbol alone tells the parent. The root is node 0 and its base is 0: the child of the root by `c`
 * is node `c`. Symbol 0 stands for whatever is not in the alphabet and is never stored; the root and free slots store 0xffff.
 * Method: Aoe, Morimoto & Sato 1992, with the unique bases of Yata's darts-clone.
 */

export type Cells = Int32Array<ArrayBufferLike>;

/** What a free slot stores as its symbol. */
export const FREE = 0xffff;

/** The node that `symbols[start, end)` leads to, or 0. */
export function walk(cells: Cells, symbols: Uint16Array, start: number, end: number): number {
  let node = 0;
  for (let i = start; i < end; i++) {
    const base = cells[2 * node]!;
    if (base === 0 && node !== 0) return 0;
    const next = base + symbols[i]!;
    if (cells[2 * next + 1]! >>> 16 !== symbols[i]!) return 0;
    node = next;
  }
  return node;
}
