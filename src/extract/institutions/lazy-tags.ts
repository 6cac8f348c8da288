/** The tagger's names, clause by clause, only where somebody asks: the model is the dearest part of the stage. */
import type { Span } from "../../core/types.ts";
import type { InstitutionTagger } from "./tagger/index.ts";
import { type Clauses, clauseAt, splitClauses } from "./tagger/sentences.ts";

export class LazyTags {
  readonly #text: string;
  readonly #tagger: InstitutionTagger;
  #clauses: Clauses | undefined;
  readonly #names: (readonly Span[] | undefined)[] = [];

  constructor(text: string, tagger: InstitutionTagger) {
    this.#text = text;
    this.#tagger = tagger;
  }

  /** Institutions of the clause that holds the offset. */
  around(offset: number): readonly Span[] {
    this.#clauses ??= splitClauses(this.#text);
    const { starts } = this.#clauses;
    let low = 0;
    let high = starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#names[low] ??= this.#tag(low));
  }

  #tag(k: number): readonly Span[] {
    if (this.#text === "") return [];
    const { start, end, from, to } = clauseAt(this.#clauses!, k); // `around` has split
    return this.#tagger.tagClause(this.#text, start, end, from, to).filter((s) => s.label === "ORG");
  }

  /** Where the name that ends at this offset begins; undefined where none does. */
  startOf(end: number): number | undefined {
    for (const name of this.around(end - 1)) if (name.end === end) return name.start;
    return undefined;
  }
}
