/** An article read for writing: its clauses, facts and words, each with what the models say of it. */
import type { Extraction, Field, Span } from "../core/types.ts";
import { type About, readAbout } from "./about.ts";
import { centrality } from "./centrality.ts";
import { type Prose, readProse } from "./clauses.ts";
import { type Fact, findFacts } from "./facts.ts";
import { Bag, clauseFeatures, factFeatures, factWords, sharedFeatures, wordFeatures } from "./features.ts";
import { type DenseModel, sigmoid, type WriterModel } from "./model.ts";
import { type Seat, seatOf } from "./resolve.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";
import type { WordTable } from "./words.ts";

export interface Draft {
  readonly extraction: Extraction;
  readonly prose: Prose;
  readonly words: WordTable;
  readonly facts: readonly Fact[];
  readonly vocabulary: Vocabulary;
  /** By clause: indexes into `facts`. */
  readonly factsOf: readonly (readonly number[])[];
  /** By clause: how many figures stand in it. */
  readonly figures: Uint8Array;
  /** By clause: how many of its words stand in the title, as a share. */
  readonly titleShare: Float64Array;
  readonly about: About;
  readonly seat: Seat;
  /** By sentence, mean 1. */
  readonly centrality: Float64Array;
  /** By sentence: 1 where a clause of it tells an anecdote. */
  readonly anecdotal: Uint8Array;
  /** By fact id: index of the first such fact. */
  readonly firsts: Int32Array;
  /** By fact: how often it is told again further on. */
  readonly again: Uint8Array;
}

/** What the models give each part, in [0, 1]. */
export interface Worth {
  readonly facts: Float64Array;
  readonly words: Float64Array;
  readonly clauses: Float64Array;
  /** By clause: how well a summary opens on it. */
  readonly opens: Float64Array;
}

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
  const { clauses } = prose;
  const facts = findFacts(extraction, prose);
  const factsOf: number[][] = clauses.map(() => []);
  const figures = new Uint8Array(clauses.length);
  const firsts = new Int32Array(facts.length).fill(-1);
  const again = new Uint8Array(facts.length);
  const told = new Uint8Array(facts.length);
  for (let i = facts.length - 1; i >= 0; i--) {
    const f = facts[i]!;
    firsts[f.id] = i;
    again[i] = told[f.id]!;
    if (told[f.id]! < 255) told[f.id]!++;
  }
  for (let i = 0; i < facts.length; i++) {
    const f = facts[i]!;
    factsOf[f.clause]!.push(i);
    if (f.kind === "figure" && figures[f.clause]! < 255) figures[f.clause]!++;
  }
  const anecdotal = new Uint8Array(prose.sentences.length);
  for (const clause of clauses) if (clause.anecdote) anecdotal[clause.sentence] = 1;
  const { vocabulary, titleShare } = readVocabulary(prose, title.tokens, words, figures);
  return {
    extraction,
    prose,
    words,
    facts,
    vocabulary,
    factsOf,
    figures,
    titleShare,
    about: readAbout(extraction, prose, facts),
    seat: seatOf(extraction, prose),
    centrality: centrality(prose.sentences.length, vocabulary.sentences, vocabulary.keys.length),
    anecdotal,
    firsts,
    again,
  };
}

function sumOf(bag: Bag, { weights }: DenseModel): number {
  let sum = 0;
  for (let i = 0; i < bag.size; i++) sum += weights[bag.ids[i]!]!;
  return sum;
}

/** Asks the models what each fact, word and clause of the draft is worth. */
export function weigh(draft: Draft, model: WriterModel): Worth {
  const { clauses } = draft.prose;
  const facts = new Float64Array(draft.facts.length);
  const words = new Float64Array(draft.vocabulary.keys.length);
  const taken = new Float64Array(clauses.length);
  const opens = new Float64Array(clauses.length);
  const bag = new Bag();
  const own = new Bag();
  const forWords = new Float64Array(clauses.length);
  for (const clause of clauses) {
    const i = clause.index;
    bag.size = 0;
    sharedFeatures(draft, clause, bag);
    forWords[i] = sumOf(bag, model.word);
    const forFacts = sumOf(bag, model.fact);
    for (const f of draft.factsOf[i]!) {
      own.size = 0;
      factFeatures(draft, f, own);
      let sum = model.fact.bias + forFacts + sumOf(own, model.fact);
      factWords(draft, f, (slot, word) => {
        sum += model.fact.words[slot]!.get(word) ?? 0;
      });
      facts[f] = sigmoid(sum);
    }
    if (clause.kind === "speech" || clause.kind === "filler") continue;
    clauseFeatures(draft, clause, bag);
    taken[i] = sigmoid(model.clause.bias + sumOf(bag, model.clause));
    opens[i] = sigmoid(model.open.bias + sumOf(bag, model.open));
  }
  for (let i = 0; i < words.length; i++) {
    bag.size = 0;
    wordFeatures(draft, i, bag);
    words[i] = sigmoid(model.word.bias + forWords[draft.vocabulary.first[i]!]! + sumOf(bag, model.word));
  }
  return { facts, words, clauses: taken, opens };
}
