/** An article read for writing: its clauses, facts and words, each with what the models say of it. */
import type { Extraction, Field, Span } from "../core/types.ts";
import { centrality } from "./centrality.ts";
import { type Clause, type Prose, readProse } from "./clauses.ts";
import { type Fact, findFacts } from "./facts.ts";
import { clauseFeatures, factFeatures, wordFeatures } from "./features.ts";
import type { WriterModel } from "./model.ts";
import type { WordTable } from "./words.ts";

/** A content word of the body: where it stands, by clause. */
export interface Word {
  readonly key: string;
  readonly pos: string;
  readonly clauses: readonly number[];
  readonly count: number;
}

export interface Draft {
  readonly extraction: Extraction;
  readonly prose: Prose;
  readonly words: WordTable;
  readonly facts: readonly Fact[];
  readonly vocabulary: readonly Word[];
  /** By clause: indexes into `facts`. */
  readonly factsOf: readonly (readonly number[])[];
  /** By clause: indexes into `vocabulary`. */
  readonly wordsOf: readonly (readonly number[])[];
  /** By sentence, mean 1. */
  readonly centrality: Float64Array;
  readonly titleWords: ReadonlySet<string>;
}

/** What the models give each part, in [0, 1]. */
export interface Worth {
  readonly facts: Float64Array;
  readonly words: Float64Array;
  readonly clauses: Float64Array;
}

const CONTENT = /^(?:n|v|a|i|l|j|eng|x|m|b|s|t)/;
const STOP =
  /^(?:的|了|是|在|和|与|及|等|也|都|就|有|为|到|从|由|对|把|被|让|向|于|以|其|这|那|他|她|它|我|你|个|年|月|日|说|不|没|没有|可以|可|能|将|已|并|而|但|还)$/;

export const isContent = (text: string, pos: string): boolean =>
  CONTENT.test(pos) &&
  !STOP.test(text) &&
  (text.length > 1 || /[\p{sc=Han}]/u.test(text)) &&
  /[\p{L}\p{N}]/u.test(text);

/** Past this many characters nothing is read: news tells early, and the search grows with the number of clauses. */
const MOST = 6000;

function headOf(field: Field): Field {
  if (field.text.length <= MOST) return field;
  const tokens = field.tokens.filter((t) => t.end <= MOST);
  return { name: field.name, hits: field.hits, tokens, text: field.text.slice(0, tokens.at(-1)?.end ?? 0) };
}

/** Reads an extraction for writing. */
export function readDraft(extraction: Extraction, words: WordTable): Draft {
  const { text, title } = extraction.reading;
  const named: Span[] = [];
  for (const group of [extraction.regions, extraction.institutions, extraction.terms])
    for (const thing of group) for (const m of thing.mentions) if (m.field === "text") named.push(m);
  const prose = readProse(headOf(text), words, named);
  const facts = findFacts(extraction, prose);
  const factsOf: number[][] = prose.clauses.map(() => []);
  for (const [i, f] of facts.entries()) factsOf[f.clause]!.push(i);
  const ids = new Map<string, number>();
  const vocabulary: { key: string; pos: string; clauses: number[]; count: number }[] = [];
  const wordsOf: number[][] = prose.clauses.map(() => []);
  const bags = prose.sentences.map(() => new Set<number>());
  for (const clause of prose.clauses)
    for (let i = clause.firstToken; i < clause.endToken; i++) {
      const token = prose.tokens[i]!;
      if (!isContent(token.text, token.pos)) continue;
      let id = ids.get(token.text);
      if (id === undefined) {
        id = vocabulary.length;
        ids.set(token.text, id);
        vocabulary.push({ key: token.text, pos: token.pos, clauses: [], count: 0 });
      }
      const word = vocabulary[id]!;
      word.count++;
      if (word.clauses.at(-1) !== clause.index) {
        word.clauses.push(clause.index);
        wordsOf[clause.index]!.push(id);
      }
      bags[clause.sentence]!.add(id);
    }
  const titleWords = new Set<string>();
  for (const t of title.tokens) if (isContent(t.text, t.pos)) titleWords.add(t.text);
  return {
    extraction,
    prose,
    words,
    facts,
    vocabulary,
    factsOf,
    wordsOf,
    centrality: centrality(bags),
    titleWords,
  };
}

/** Asks the models what each fact, word and clause of the draft is worth. */
export function weigh(draft: Draft, model: WriterModel): Worth {
  const facts = new Float64Array(draft.facts.length);
  for (let i = 0; i < facts.length; i++) facts[i] = model.fact((emit) => factFeatures(draft, i, emit));
  const words = new Float64Array(draft.vocabulary.length);
  for (let i = 0; i < words.length; i++) words[i] = model.word((emit) => wordFeatures(draft, i, emit));
  const clauses = new Float64Array(draft.prose.clauses.length);
  for (let i = 0; i < clauses.length; i++) {
    const clause: Clause = draft.prose.clauses[i]!;
    if (clause.kind !== "speech" && clause.kind !== "filler")
      clauses[i] = model.clause((emit) => clauseFeatures(draft, clause, emit));
  }
  return { facts, words, clauses };
}
