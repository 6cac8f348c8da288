/** What an article says of where it happens: weights by division, added up to each ancestor. */
import type { Gazetteer } from "../../lexicon/divisions.ts";

export class Evidence {
  readonly #weights = new Map<string, number>();
  readonly #gazetteer: Gazetteer;
  #total = 0;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Sum of all weights. */
  get total(): number {
    return this.#total;
  }

  add(code: string, weight: number): void {
    this.#total += weight;
    for (let at: string | null = code; at !== null; at = this.#gazetteer.division(at)?.parent ?? null)
      this.#weights.set(at, (this.#weights.get(at) ?? 0) + weight);
  }

  /** Weight of a division with all that lies in it. */
  at(code: string): number {
    return this.#weights.get(code) ?? 0;
  }

  /** How well a division fits the article, 0 to 6: its own weight, its prefecture's, and half its province's. */
  support(code: string): number {
    let total = 0;
    for (let at: string | null = code; at !== null; at = this.#gazetteer.division(at)?.parent ?? null)
      total = Math.max(total, Math.min(4, this.at(at)) * (at.endsWith("0000") ? 0.5 : 1));
    const province = `${code.slice(0, 2)}0000`;
    return total + (province === code ? 0 : 0.5 * Math.min(4, this.at(province)));
  }
}
