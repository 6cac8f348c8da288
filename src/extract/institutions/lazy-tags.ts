/** The tagger's names, sentence by sentence, only where somebody asks: the model is the dearest part of the stage. */
import type { Span } from "../../core/types.ts";
import type { InstitutionTagger } from "./tagger/index.ts";
import { splitSentences } from "./tagger/sentences.ts";

export class LazyTags {
  readonly #text: string;
  readonly #tagger: InstitutionTagger;
  readonly #sentences: readonly Span[];
  readonly #names: (readonly Span[] | undefined)[];

  constructor(text: string, tagger: InstitutionTagger) {
    this.#text = text;
    this.#tagger = tagger;
    this.#sentences = splitSentences(text);
    this.#names = new Array(this.#sentences.length);
  }

  /** Institutions of the sentence that holds the offset. */
  around(offset: number): readonly Span[] {
    let low = 0;
    let high = this.#sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#sentences[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const sentence = this.#sentences[low];
    if (sentence === undefined) return [];
    this.#names[low] ??= this.#tagger
      .tag(this.#text.slice(sentence.start, sentence.end))
      .flatMap((s) => (s.label === "ORG" ? [{ start: s.start + sentence.start, end: s.end + sentence.start }] : []));
    return this.#names[low]!;
  }

  /** Where the name that ends at this offset begins; undefined where none does. */
  startOf(end: number): number | undefined {
    return this.around(end - 1).find((n) => n.end === end)?.start;
  }
}
