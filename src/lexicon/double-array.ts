/**
 * A double-array trie over small integer symbols, in one typed array.
 *
 * Node `t` is two 32-bit words: `cells[2t]` is the base (0: no children), `cells[2t + 1]` is `symbol << 16 | value`.
 * The child of `s` by symbol `c` is `t = base(s) + c`, if the symbol stored at `t` is `c`. No two nodes share a base,
 * so that the stored symbol alone tells the parent. The root is node 0 and its base is 0: the child of the root by `c`
 * is node `c`. Symbol 0 stands for whatever is not in the alphabet and is never stored; the root and free slots store 0xffff.
 * Behind the last node there is room for one alphabet more, all free: children looked for there are never found.
 * Method: Aoe, Morimoto & Sato 1992, with the unique bases of Yata's darts-clone.
 */

export type Cells = Int32Array<ArrayBufferLike>;

/** What a free slot stores as its symbol. */
export const FREE = 0xffff;

export interface DoubleArray {
  /** UTF-16 unit → symbol; 0: in no key. */
  readonly symbols: Uint16Array;
  readonly cells: Cells;
  /** Symbol → base of the root's child by it; where there is none or it is a leaf, a base of no children. */
  readonly roots: Int32Array;
}

/** @param alphabetSize one more than the largest symbol. */
export function openDoubleArray(symbols: Uint16Array, alphabetSize: number, cells: Cells): DoubleArray {
  const roots = new Int32Array(alphabetSize).fill(cells.length / 2 - alphabetSize);
  for (let s = 1; s < alphabetSize; s++)
    if (cells[2 * s + 1]! >>> 16 === s && cells[2 * s] !== 0) roots[s] = cells[2 * s]!;
  return { symbols, cells, roots };
}

/**
 * Reads `text[start, end)`: the symbol of each unit, then a 0, and the node of each unit with the one before it, 0
 * where no key begins with the two. Most walks end there, and here they end without a branch, so that the processor looks
 * up many at a time; walking from each unit in turn it would wait for the memory at each.
 */
export function readPairs(
  { symbols: map, cells, roots }: DoubleArray,
  text: string,
  start: number,
  end: number,
  symbols: Uint16Array,
  pairs: Int32Array,
): void {
  const length = end - start;
  // Nothing stands before the first unit.
  let base = roots[0]!;
  for (let i = 0; i < length; i++) {
    const symbol = map[text.charCodeAt(start + i)]!;
    const node = (base + symbol) | 0;
    const difference = (cells[(node << 1) | 1]! >>> 16) ^ symbol;
    // All ones where there is no difference, else 0.
    pairs[i] = node & ((difference - 1) >> 31);
    symbols[i] = symbol;
    base = roots[symbol]!;
  }
  symbols[length] = 0;
  pairs[length] = 0;
}

/** The node that `symbols[start, end)` leads to from `node`, 0 where there is none. */
export function walk(cells: Cells, node: number, symbols: Uint16Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const base = cells[2 * node]!;
    if (base === 0 && node !== 0) return 0;
    node = base + symbols[i]!;
    if (cells[2 * node + 1]! >>> 16 !== symbols[i]!) return 0;
  }
  return node;
}
