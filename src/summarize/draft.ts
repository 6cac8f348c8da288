/** An article read for writing: its clauses, facts and words, each with what the models say of it. */
import type { Extraction, Field, Span } from "../core/types.ts";
import { centrality } from "./centrality.ts";
import { type Prose, readProse } from "./clauses.ts";
import { type Fact, findFacts } from "./facts.ts";
import { Bag, clauseFeatures, factFeatures, sharedFeatures, wordFeatures } from "./features.ts";
import { type DenseModel, sigmoid, type WriterModel } from "./model.ts";
import { KIND, type WordTable } from "./words.ts";

/** A content word of the body: where it stands, by clause. */
export interface Word {
  readonly key: string;
  /** First letter of its tag; `V` for vn, `E` for eng. */
  readonly tag: string;
  /** Its bits in the word table. */
  readonly bits: number;
  readonly inTitle: boolean;
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
  /** By clause: how many figures stand in it. */
  readonly figures: Uint8Array;
  /** By clause: how many of its words stand in the title, as a share. */
  readonly titleShare: Float64Array;
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

const CONTENT = new Uint8Array(128);
for (const tag of "nvailjexmbst") CONTENT[tag.charCodeAt(0)] = 1;
const WORDLIKE = /[\p{L}\p{N}]/u;

/** Whether a word of this text, tag and bits says something. */
function isContent(text: string, pos: string, bits: number): boolean {
  const tag = pos.charCodeAt(0);
  if (CONTENT[tag & 127] === 0 || (tag === 101 && pos !== "eng") || (bits & KIND.stop) !== 0) return false;
  const unit = text.charCodeAt(0);
  if (text.length === 1 && (unit < 0x3400 || unit > 0x9fff)) return false;
  return tag !== 120 || WORDLIKE.test(text);
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
  const titleWords = new Set<string>();
  for (const t of title.tokens) if (isContent(t.text, t.pos, words.bits(t.text))) titleWords.add(t.text);
  const ids = new Map<string, number>();
  const vocabulary: {
    key: string;
    tag: string;
    bits: number;
    inTitle: boolean;
    clauses: number[];
    sentences: number[];
    count: number;
  }[] = [];
  const wordsOf: number[][] = clauses.map(() => []);
  const titleShare = new Float64Array(clauses.length);
  const anecdotal = new Uint8Array(prose.sentences.length);
  for (const clause of clauses) {
    const own = wordsOf[clause.index]!;
    let shared = 0;
    if (clause.anecdote) anecdotal[clause.sentence] = 1;
    for (let i = clause.firstToken; i < clause.endToken; i++) {
      const token = prose.tokens[i]!;
      const bits = prose.bits[i]!;
      if (!isContent(token.text, token.pos, bits)) continue;
      let id = ids.get(token.text);
      if (id === undefined) {
        id = vocabulary.length;
        ids.set(token.text, id);
        vocabulary.push({
          key: token.text,
          tag: String.fromCharCode(prose.tags[i]!),
          bits,
          inTitle: titleWords.has(token.text),
          clauses: [],
          sentences: [],
          count: 0,
        });
      }
      const word = vocabulary[id]!;
      word.count++;
      if (word.clauses[word.clauses.length - 1] === clause.index) continue;
      word.clauses.push(clause.index);
      own.push(id);
      if (word.inTitle) shared++;
      if (word.sentences[word.sentences.length - 1] !== clause.sentence) word.sentences.push(clause.sentence);
    }
    if (own.length > 0) titleShare[clause.index] = shared / own.length;
  }
  return {
    extraction,
    prose,
    words,
    facts,
    vocabulary,
    factsOf,
    wordsOf,
    figures,
    titleShare,
    centrality: centrality(
      prose.sentences.length,
      vocabulary.map((w) => w.sentences),
    ),
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
  const words = new Float64Array(draft.vocabulary.length);
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
      facts[f] = sigmoid(model.fact.bias + forFacts + sumOf(own, model.fact));
    }
    if (clause.kind === "speech" || clause.kind === "filler") continue;
    clauseFeatures(draft, clause, bag);
    taken[i] = sigmoid(model.clause.bias + sumOf(bag, model.clause));
    opens[i] = sigmoid(model.open.bias + sumOf(bag, model.open));
  }
  for (let i = 0; i < words.length; i++) {
    bag.size = 0;
    wordFeatures(draft, i, bag);
    words[i] = sigmoid(model.word.bias + forWords[draft.vocabulary[i]!.clauses[0]!]! + sumOf(bag, model.word));
  }
  return { facts, words, clauses: taken, opens };
}
