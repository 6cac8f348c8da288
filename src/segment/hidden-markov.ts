/** The hidden Markov model for unknown words, as cppjieba's HMMSegment has it. */
import { type HiddenMarkovModel, IMPOSSIBLE } from "../lexicon/base-dictionary.ts";

// States: 0 begin, 1 end, 2 middle, 3 single. Only these transitions are possible; cppjieba tries the others too, but
// their sums never exceed IMPOSSIBLE, which every comparison starts from.
const B = 0;
const E = 1;
const M = 2;
const S = 3;

/**
 * Viterbi's best states of a run of characters, and the words they make. Sums are added in cppjieba's order
 * ((before + transition) + emission), ties go to the smaller state, and where nothing is possible the state is E.
 */
export class HiddenMarkov {
  /** The run: the symbol of each character. */
  symbols: Uint16Array = new Uint16Array(64);
  /** Ends of the words of the last run, as counts of characters from its start: from the index given back to its length. */
  ends: Int32Array = new Int32Array(64);
  #back = new Uint8Array(64 * 4);
  readonly #model: HiddenMarkovModel;

  constructor(model: HiddenMarkovModel) {
    this.#model = model;
  }

  /** Makes room for a run of so many characters. */
  reserve(length: number): void {
    if (length <= this.symbols.length) return;
    const size = Math.max(length, 2 * this.symbols.length);
    this.symbols = new Uint16Array(size);
    this.ends = new Int32Array(size);
    this.#back = new Uint8Array(size * 4);
  }

  /** Whether a run of these two characters is one word; what {@link segment} would find. */
  joins(first: number, second: number): boolean {
    const { start, transitions: t, emissions } = this.#model;
    const word = start[B]! + emissions[4 * first + B]! + t[4 * B + E]! + emissions[4 * second + E]!;
    const singles = start[S]! + emissions[4 * first + S]! + t[4 * S + S]! + emissions[4 * second + S]!;
    return word > IMPOSSIBLE && word >= singles;
  }

  /** Segments the run of so many characters; @returns where in {@link ends} the ends of its words begin. */
  segment(length: number): number {
    const { start, transitions: t, emissions } = this.#model;
    const symbols = this.symbols;
    const back = this.#back;
    const be = t[4 * B + E]!;
    const bm = t[4 * B + M]!;
    const eb = t[4 * E + B]!;
    const es = t[4 * E + S]!;
    const me = t[4 * M + E]!;
    const mm = t[4 * M + M]!;
    const sb = t[4 * S + B]!;
    const ss = t[4 * S + S]!;
    let row = symbols[0]! << 2;
    let b = start[B]! + emissions[row + B]!;
    let e = start[E]! + emissions[row + E]!;
    let m = start[M]! + emissions[row + M]!;
    let s = start[S]! + emissions[row + S]!;
    for (let i = 1; i < length; i++) {
      row = symbols[i]! << 2;
      const at = 4 * i;
      const emitB = emissions[row + B]!;
      const emitE = emissions[row + E]!;
      const emitM = emissions[row + M]!;
      const emitS = emissions[row + S]!;
      let nextB = IMPOSSIBLE;
      let nextE = IMPOSSIBLE;
      let nextM = IMPOSSIBLE;
      let nextS = IMPOSSIBLE;
      let fromB: number = E;
      let fromE: number = E;
      let fromM: number = E;
      let fromS: number = E;
      let sum = e + eb + emitB;
      if (sum > nextB) nextB = sum;
      sum = s + sb + emitB;
      if (sum > nextB) {
        nextB = sum;
        fromB = S;
      }
      sum = b + be + emitE;
      if (sum > nextE) {
        nextE = sum;
        fromE = B;
      }
      sum = m + me + emitE;
      if (sum > nextE) {
        nextE = sum;
        fromE = M;
      }
      sum = b + bm + emitM;
      if (sum > nextM) {
        nextM = sum;
        fromM = B;
      }
      sum = m + mm + emitM;
      if (sum > nextM) {
        nextM = sum;
        fromM = M;
      }
      sum = e + es + emitS;
      if (sum > nextS) nextS = sum;
      sum = s + ss + emitS;
      if (sum > nextS) {
        nextS = sum;
        fromS = S;
      }
      b = nextB;
      e = nextE;
      m = nextM;
      s = nextS;
      back[at + B] = fromB;
      back[at + E] = fromE;
      back[at + M] = fromM;
      back[at + S] = fromS;
    }
    let state: number = e >= s ? E : S;
    let first = length;
    const ends = this.ends;
    for (let i = length - 1; i >= 0; i--) {
      if (state === E || state === S) ends[--first] = i + 1;
      state = back[4 * i + state]!;
    }
    return first;
  }
}
