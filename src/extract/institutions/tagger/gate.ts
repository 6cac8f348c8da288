/**
 * A cheap look at each clause: may an institution's name end here? A linear model over the character, its neighbours
 * and two pairs; the tagger runs only in clauses where one place reaches the threshold, and little beyond the last.
 */
import { PAD, type SentenceContext } from "./context.ts";

/** Slots of each of the two hashed pair tables. */
export const GATE_PAIRS: number = 1 << 15;
/** Slot of a pair of character ids. */
export const gatePair = (first: number, second: number): number =>
  (Math.imul((first << 13) | second, 0x9e3779b1) >>> 17) & (GATE_PAIRS - 1);

export interface GateArrays {
  /** Three weights a character id: standing before, here, after. */
  readonly characters: Int8Array;
  /** Weights of (before, here), then of (here, after). */
  readonly pairs: Int8Array;
  readonly threshold: number;
}

export class Gate {
  readonly #characters: Int8Array;
  readonly #pairs: Int8Array;
  readonly #threshold: number;

  constructor(arrays: GateArrays) {
    this.#characters = arrays.characters;
    this.#pairs = arrays.pairs;
    this.#threshold = arrays.threshold;
  }

  /** The last character of what the context has read that reaches the threshold; −1 where none does. */
  lastOpen(context: SentenceContext): number {
    const { ids, length } = context;
    const characters = this.#characters;
    const pairs = this.#pairs;
    const threshold = this.#threshold;
    let after = ids[length + PAD]!;
    let here = ids[length + PAD - 1]!;
    let slot = gatePair(here, after);
    for (let p = length + PAD - 1; p >= PAD; p--) {
      const before = ids[p - 1]!;
      const slotBefore = gatePair(before, here);
      const score =
        characters[before * 3]! +
        characters[here * 3 + 1]! +
        characters[after * 3 + 2]! +
        pairs[slotBefore]! +
        pairs[slot + GATE_PAIRS]!;
      if (score >= threshold) return p - PAD;
      slot = slotBefore;
      after = here;
      here = before;
    }
    return -1;
  }
}
