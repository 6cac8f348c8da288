/** What an article says of its places: weights by the number of a division, added up to each ancestor. */
import { type Gazetteer, NOWHERE } from "../../lexicon/divisions.ts";

export class Evidence {
  readonly #weights = new Map<number, number>();
  readonly #parents: Int16Array;
  #total = 0;

  constructor(gazetteer: Gazetteer) {
    this.#parents = gazetteer.parents;
  }

  /** Sum of all weights. */
  get total(): number {
    return this.#total;
  }

  add(division: number, weight: number): void {
    this.#total += weight;
    for (let at = division; at !== NOWHERE; at = this.#parents[at]!)
      this.#weights.set(at, (this.#weights.get(at) ?? 0) + weight);
  }

  /** How well a division fits the article, 0 to 6: its own weight, its prefecture's, and half its province's. */
  support(division: number): number {
    let most = 0;
    let half = 0;
    for (let at = division; at !== NOWHERE; at = this.#parents[at]!) {
      const weight = Math.min(4, this.#weights.get(at) ?? 0);
      const isProvince = this.#parents[at] === NOWHERE;
      most = Math.max(most, isProvince ? 0.5 * weight : weight);
      if (isProvince && at !== division) half = 0.5 * weight;
    }
    return most + half;
  }
}
