/**
 * Gazetteer flags: for each class of names, whether a character begins, continues, ends or is a name of that class
 * (leftmost-longest). The names are a trie over character ids that lies in the model file.
 */

/** Division names, short names, towns, other places, institution suffixes. */
export const CLASS_COUNT = 5;
/** The class of institution suffixes; the distance feature looks at it. */
export const SUFFIX_CLASS = 4;
/** Flags of one class: none, begin, middle, end, single. */
export const FLAG_STATES = 5;
/** All flags of a character joined: Σ flag · 5^class. */
export const JOINED_STATES: number = FLAG_STATES ** CLASS_COUNT;
export const POWERS: readonly number[] = Array.from({ length: CLASS_COUNT }, (_, k) => FLAG_STATES ** k);

/** A trie as flat arrays: nodes in breadth-first order, a node's children side by side. */
export interface GazetteerArrays {
  /** First child of each node; one more entry closes the last. */
  readonly firstChild: Uint32Array;
  /** The character id that leads to each node. */
  readonly label: Uint16Array;
  /** Bit k: a name of class k ends here. */
  readonly classes: Uint8Array;
  /** Whether names may begin with a pair of characters, by {@link pairSlot}: a 1 may be another pair's. */
  readonly pairs: Uint8Array;
}

/** Builds the trie from names given as character ids; ids of 1 (unknown) are not allowed. */
export function buildGazetteer(
  names: Iterable<readonly [ids: readonly number[], classIndex: number]>,
): GazetteerArrays {
  interface Node {
    readonly next: Map<number, Node>;
    classes: number;
  }
  const root: Node = { next: new Map(), classes: 0 };
  for (const [ids, k] of names) {
    let node = root;
    for (const id of ids) {
      let next = node.next.get(id);
      if (!next) node.next.set(id, (next = { next: new Map(), classes: 0 }));
      node = next;
    }
    node.classes |= 1 << k;
  }
  const order: Node[] = [root];
  const label: number[] = [0];
  const firstChild: number[] = [];
  for (let n = 0; n < order.length; n++) {
    firstChild.push(order.length);
    for (const [id, child] of [...order[n]!.next].sort((a, b) => a[0] - b[0])) {
      order.push(child);
      label.push(id);
    }
  }
  firstChild.push(order.length);
  const pairs = new Uint8Array(1 << 16);
  for (const [first, node] of root.next) for (const second of node.next.keys()) pairs[pairSlot(first, second)] = 1;
  return {
    pairs,
    firstChild: Uint32Array.from(firstChild),
    label: Uint16Array.from(label),
    classes: Uint8Array.from(order, (n) => n.classes),
  };
}

const pairSlot = (first: number, second: number): number => (first * 151 + second * 8191) & 0xffff;

export class Gazetteer {
  readonly #firstChild: Uint32Array;
  readonly #label: Uint16Array;
  readonly #classes: Uint8Array;
  /** Child of the root by character id; 0 where there is none. */
  readonly #first: Uint32Array;
  readonly #pairs: Uint8Array;

  constructor(arrays: GazetteerArrays) {
    this.#firstChild = arrays.firstChild;
    this.#label = arrays.label;
    this.#classes = arrays.classes;
    this.#pairs = arrays.pairs;
    this.#first = new Uint32Array(1 << 16);
    const [from, to] = [arrays.firstChild[0]!, arrays.firstChild[1]!];
    for (let n = from; n < to; n++) this.#first[arrays.label[n]!] = n;
  }

  /** Writes the joined flags of `ids[from, to)` into `joined` at the same places. */
  flag(ids: Uint16Array, from: number, to: number, joined: Uint16Array): void {
    const firstChild = this.#firstChild;
    const label = this.#label;
    const pairs = this.#pairs;
    joined.fill(0, from, to);
    // Where a class's last name ends: the next may begin there.
    const free = [from, from, from, from, from];
    const ends = [0, 0, 0, 0, 0];
    for (let i = from; i < to; i++) {
      let node = this.#first[ids[i]!]!;
      if (node === 0) continue;
      // Most characters begin a name somewhere, few pairs do.
      if (pairs[pairSlot(ids[i]!, ids[i + 1]!)] === 0 && this.#classes[node] === 0) continue;
      let seen = 0;
      for (let j = i + 1; ; j++) {
        const classes = this.#classes[node]!;
        if (classes !== 0) {
          seen |= classes;
          for (let k = 0; k < CLASS_COUNT; k++) if ((classes >> k) & 1) ends[k] = j;
        }
        if (j >= to) break;
        const id = ids[j]!;
        let low = firstChild[node]!;
        let high = firstChild[node + 1]!;
        const last = high;
        while (low < high) {
          const mid = (low + high) >>> 1;
          if (label[mid]! < id) low = mid + 1;
          else high = mid;
        }
        if (low === last || label[low] !== id) break;
        node = low;
      }
      for (let k = 0; seen !== 0; k++, seen >>= 1)
        if ((seen & 1) !== 0 && i >= free[k]!) {
          const end = ends[k]!;
          free[k] = end;
          const power = POWERS[k]!;
          if (end === i + 1) joined[i]! += 4 * power;
          else {
            joined[i]! += power;
            for (let j = i + 1; j < end - 1; j++) joined[j]! += 2 * power;
            joined[end - 1]! += 3 * power;
          }
        }
    }
  }
}
