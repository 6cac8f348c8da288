/** The best legal tag sequence under integer scores. */
import { isEnd, isStart, TAG_COUNT } from "./tags.ts";

const T = TAG_COUNT;
const starts = Array.from({ length: T }, (_, t) => t).filter(isStart);
const ends = Array.from({ length: T }, (_, t) => t).filter(isEnd);
/** B and I of each label, which only its I and E may follow. */
const opens = [1, 5] as const;

export class Viterbi {
  readonly #transitions: Int16Array;
  /** Transitions from an end to a start, by start. */
  readonly #across: Float64Array;
  #back: Uint8Array = new Uint8Array(0);
  #now: Float64Array = new Float64Array(T);
  #next: Float64Array = new Float64Array(T);

  constructor(transitions: Int16Array) {
    this.#transitions = transitions;
    this.#across = Float64Array.from(starts.flatMap((to) => ends.map((from) => transitions[from * T + to]!)));
  }

  /**
   * Writes the best tags of `n` characters with scores `[i · 10 + tag]`; on ties the lower tag wins.
   * `afterOutside`, `beforeOutside`: O stands before or after them (a clause of a longer sentence).
   */
  decode(scores: Int32Array, n: number, tags: Uint8Array, afterOutside = false, beforeOutside = false): void {
    if (this.#back.length < n * T) this.#back = new Uint8Array(2 * n * T);
    const back = this.#back;
    const transitions = this.#transitions;
    const across = this.#across;
    let now = this.#now;
    let next = this.#next;
    now.fill(Number.NEGATIVE_INFINITY);
    for (const t of starts) now[t] = scores[t]! + (afterOutside ? transitions[t]! : 0);
    for (let i = 1; i < n; i++) {
      const b = i * T;
      // O, E-LOC, S-LOC, E-ORG, S-ORG, a person: all that may stand before a start.
      const v0 = now[0]!;
      const v1 = now[3]!;
      const v2 = now[4]!;
      const v3 = now[7]!;
      const v4 = now[8]!;
      const v5 = now[9]!;
      for (let s = 0; s < 6; s++) {
        const a = s * 6;
        let best = v0 + across[a]!;
        let from = 0;
        let v = v1 + across[a + 1]!;
        if (v > best) {
          best = v;
          from = 3;
        }
        v = v2 + across[a + 2]!;
        if (v > best) {
          best = v;
          from = 4;
        }
        v = v3 + across[a + 3]!;
        if (v > best) {
          best = v;
          from = 7;
        }
        v = v4 + across[a + 4]!;
        if (v > best) {
          best = v;
          from = 8;
        }
        v = v5 + across[a + 5]!;
        if (v > best) {
          best = v;
          from = 9;
        }
        const t = starts[s]!;
        next[t] = best + scores[b + t]!;
        back[b + t] = from;
      }
      for (let k = 0; k < 2; k++) {
        const open = opens[k]!;
        const begin = now[open]!;
        const inside = now[open + 1]!;
        for (let t = open + 1; t <= open + 2; t++) {
          const x = begin + transitions[open * T + t]!;
          const y = inside + transitions[(open + 1) * T + t]!;
          next[t] = (y > x ? y : x) + scores[b + t]!;
          back[b + t] = y > x ? open + 1 : open;
        }
      }
      const last = now;
      now = next;
      next = last;
    }
    if (beforeOutside) for (const t of ends) now[t]! += transitions[t * T]!;
    let tag = 0;
    for (const t of ends) if (now[t]! > now[tag]!) tag = t;
    for (let i = n - 1; i >= 0; i--) {
      tags[i] = tag;
      tag = back[i * T + tag]!;
    }
  }
}
