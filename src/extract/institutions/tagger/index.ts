/** The recogniser of places and institutions: a linear-chain CRF over characters. */
import { SentenceContext } from "./context.ts";
import { TaggerModel } from "./model.ts";
import { splitSentences } from "./sentences.ts";
import { spansOf, TAG_COUNT, type TaggedSpan } from "./tags.ts";
import { Viterbi } from "./viterbi.ts";

export type { TaggedSpan, TagLabel } from "./tags.ts";

/**
 * Finds names of institutions (ORG) and places (LOC) as printed.
 *
 * @example new InstitutionTagger(bytes).tag("衡水市卫健委与卫宁健康签约") // [0, 6) ORG, [7, 11) ORG
 */
export class InstitutionTagger {
  readonly #model: TaggerModel;
  readonly #context: SentenceContext;
  readonly #viterbi: Viterbi;
  #scores: Int32Array = new Int32Array(0);
  #tags: Uint8Array = new Uint8Array(0);

  /**
   * @param bytes the resource `institution-tagger.bin`
   * @throws WeixunError `bad-model` when version or checksum do not fit
   */
  constructor(bytes: Uint8Array) {
    this.#model = new TaggerModel(bytes);
    this.#context = new SentenceContext(this.#model.alphabet, this.#model.gazetteer);
    this.#viterbi = new Viterbi(this.#model.transitions);
  }

  /** All names of a text, ascending and not overlapping; offsets into `text`. */
  tag(text: string): TaggedSpan[] {
    const spans: TaggedSpan[] = [];
    for (const { start, end } of splitSentences(text)) {
      this.#context.read(text, start, end);
      this.#decode(end - start, start, false, false, spans);
    }
    return spans;
  }

  /**
   * The names of the clause `[from, to)` of the sentence `text[start, end)`, in which no name runs beyond a clause: those
   * that {@link tag} gives, for a fraction of the time.
   */
  tagClause(text: string, start: number, end: number, from: number, to: number): TaggedSpan[] {
    const spans: TaggedSpan[] = [];
    this.#context.read(text, start, end, from, to);
    this.#decode(to - from, from, from > start, to < end, spans);
    return spans;
  }

  /** Tags the first `n` characters in the context, which stand at `offset` in the text, between others or not. */
  #decode(n: number, offset: number, afterOutside: boolean, beforeOutside: boolean, out: TaggedSpan[]): void {
    if (this.#tags.length < n) {
      this.#scores = new Int32Array(2 * n * TAG_COUNT);
      this.#tags = new Uint8Array(2 * n);
    }
    this.#model.emit(this.#context, n, this.#scores);
    this.#viterbi.decode(this.#scores, n, this.#tags, afterOutside, beforeOutside);
    spansOf(this.#tags, n, offset, out);
  }
}
