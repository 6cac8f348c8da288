/** Builds a double-array trie (see double-array.ts) from sorted keys. Some seconds for half a million nodes. */
import { FREE } from "./double-array.ts";

/** Keys of the trie: strings sorted by UTF-16 unit, without duplicates, and the symbol of every unit (1 … 0xfffe). */
export interface TrieKeys {
  readonly keys: readonly string[];
  /** In 1 … 0xffff; stored with the key's node. */
  readonly values: ArrayLike<number>;
  /** Unit → symbol; every unit of every key has one. */
  readonly symbols: Uint16Array;
  /** Larger than every symbol. */
  readonly alphabetSize: number;
  /** How often each key is met, in any unit: what is met most lies together, in few cache lines. Default: all equal. */
  readonly heat?: ArrayLike<number>;
}

export interface BuiltTrie {
  readonly cells: Int32Array;
  /** The node of each key. */
  readonly nodes: Int32Array;
}

/** Bases looked through for one node before the search for nodes of as many children leaves the lower half of them. */
const SEARCH = 8192;

/** So many inner nodes are placed first, by heat. */
const HOT_NODES = 20_000;

/** A set of small integers, all in it at first, that can be read 32 members at a time. */
class Bits {
  readonly words: Int32Array;

  constructor(size: number) {
    this.words = new Int32Array((size >>> 5) + 2).fill(-1);
  }

  remove(n: number): void {
    this.words[n >>> 5]! &= ~(1 << (n & 31));
  }

  /** Members n … n + 31 as bits 0 … 31. */
  window(n: number): number {
    const shift = n & 31;
    const low = this.words[n >>> 5]!;
    return shift === 0 ? low : (low >>> shift) | (this.words[(n >>> 5) + 1]! << (32 - shift));
  }
}

/** Free slots and bases not yet given away. */
class Slots {
  readonly #free: Bits;
  readonly #bases: Bits;
  readonly #size: number;
  /** By number of children: bases below are not tried again. */
  readonly #from = new Int32Array(64);
  #lowestFree = 1;

  constructor(size: number) {
    this.#size = size;
    this.#free = new Bits(size);
    this.#bases = new Bits(size);
    this.#bases.remove(0);
    this.take(0);
  }

  take(slot: number): void {
    this.#free.remove(slot);
  }

  /** The smallest base at which all symbols (ascending) fall on free slots and which no other node has; 0: no room. */
  place(symbols: readonly number[], alphabetSize: number): number {
    while (this.#free.words[this.#lowestFree >>> 5] === 0) this.#lowestFree = ((this.#lowestFree >>> 5) + 1) << 5;
    const last = this.#size - alphabetSize - 32;
    const kind = Math.min(symbols.length, this.#from.length - 1);
    const from = Math.max(0, this.#lowestFree - symbols[0]!, this.#from[kind]!);
    for (let base = from; base < last; base += 32) {
      let fits = this.#bases.window(base);
      for (let k = 0; k < symbols.length && fits !== 0; k++) fits &= this.#free.window(base + symbols[k]!);
      if (fits === 0) continue;
      const found = base + 31 - Math.clz32(fits & -fits);
      this.#bases.remove(found);
      if (base - from > SEARCH) this.#from[kind] = from + (SEARCH >>> 1);
      return found;
    }
    return 0;
  }
}

/**
 * @returns the trie; `cells` reaches one alphabet beyond the largest base, so that no child lookup leaves it, and one
 * more, where nothing is found.
 */
export function buildDoubleArray(trie: TrieKeys): BuiltTrie {
  const plan = outline(trie);
  for (let slack = 1.1; ; slack *= 1.5) {
    const built = fill(trie, plan, new Slots(Math.ceil(plan.count * slack) + 3 * trie.alphabetSize));
    if (built) return built;
  }
}

/** A node with children: by which symbols (ascending), and which of the key ranges each child is. */
interface Inner {
  readonly id: number;
  /** Of all keys below. */
  readonly heat: number;
  readonly symbols: number[];
  readonly children: number[];
}

/** The trie by plain ids, breadth first: inner nodes, and the id of each key's node. */
function outline({ keys, symbols, heat }: TrieKeys): { inner: Inner[]; ends: Int32Array; count: number } {
  const ends = new Int32Array(keys.length);
  const inner: Inner[] = [];
  // Sums of heat, so that a range of keys is one subtraction.
  const sums = new Float64Array(keys.length + 1);
  for (let k = 0; k < keys.length; k++) sums[k + 1] = sums[k]! + (heat?.[k] ?? 0);
  let count = 1;
  let level = [0, 0, keys.length];
  for (let depth = 0; level.length > 0; depth++) {
    const below: number[] = [];
    for (let at = 0; at < level.length; at += 3) {
      const id = level[at]!;
      let low = level[at + 1]!;
      const high = level[at + 2]!;
      if (low < high && keys[low]!.length === depth) ends[low++] = id;
      if (low === high) continue;
      const warmth = sums[high]! - sums[low]!;
      const children: [symbol: number, low: number, high: number][] = [];
      while (low < high) {
        const unit = keys[low]!.charCodeAt(depth);
        let end = low + 1;
        while (end < high && keys[end]!.charCodeAt(depth) === unit) end++;
        children.push([symbols[unit]!, low, end]);
        low = end;
      }
      children.sort((a, b) => a[0] - b[0]);
      inner.push({
        id,
        heat: warmth,
        symbols: children.map((c) => c[0]),
        children: children.map((_, k) => count + k),
      });
      for (const [, from, to] of children) below.push(count++, from, to);
    }
    level = below;
  }
  return { inner, ends, count };
}

function fill(
  { keys, values, alphabetSize, heat }: TrieKeys,
  { inner, ends, count }: ReturnType<typeof outline>,
  slots: Slots,
): BuiltTrie | undefined {
  const slotOf = new Int32Array(count);
  const bases = new Int32Array(count);
  let largestBase = 0;
  // The root first; then the nodes of many children, so that those of one fill the holes that are left.
  const rest = inner.slice(1).sort((a, b) => b.heat - a.heat || a.id - b.id);
  const hot = heat ? rest.splice(0, HOT_NODES) : [];
  const order = [...hot, ...rest.sort((a, b) => b.symbols.length - a.symbols.length || a.id - b.id)];
  for (const node of [...inner.slice(0, 1), ...order]) {
    const base = node.id === 0 ? 0 : slots.place(node.symbols, alphabetSize);
    if (node.id !== 0 && base === 0) return undefined;
    largestBase = Math.max(largestBase, base);
    bases[node.id] = base;
    node.symbols.forEach((symbol, k) => {
      slots.take(base + symbol);
      slotOf[node.children[k]!] = base + symbol;
    });
  }
  const cells = new Int32Array(2 * (largestBase + 2 * alphabetSize));
  for (let t = 0; t < cells.length / 2; t++) cells[2 * t + 1] = FREE << 16;
  for (const node of inner) {
    cells[2 * slotOf[node.id]!] = bases[node.id]!;
    node.symbols.forEach((symbol, k) => {
      cells[2 * slotOf[node.children[k]!]! + 1] = symbol << 16;
    });
  }
  const nodes = new Int32Array(keys.length);
  keys.forEach((_, k) => {
    const slot = slotOf[ends[k]!]!;
    nodes[k] = slot;
    cells[2 * slot + 1]! |= values[k]!;
  });
  return { cells, nodes };
}

/**
 * Gives each unit of the keys a symbol from `first` on, the most frequent the smallest, ties by unit.
 * @param heat how often each key is met. Default: all equal.
 * @returns unit → symbol (0: not in the alphabet) and one more than the largest symbol.
 */
export function makeAlphabet(
  keys: readonly string[],
  first = 1,
  heat?: ArrayLike<number>,
): { symbols: Uint16Array; alphabetSize: number } {
  const counts = new Float64Array(0x10000);
  const units: number[] = [];
  keys.forEach((key, k) => {
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      if (counts[unit]! === 0) units.push(unit);
      counts[unit]! += heat?.[k] ?? 1;
    }
  });
  units.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const symbols = new Uint16Array(0x10000);
  units.forEach((unit, rank) => {
    symbols[unit] = first + rank;
  });
  return { symbols, alphabetSize: first + units.length };
}
