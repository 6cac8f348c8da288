/** How likely each clause and each word stands in the headline that an editor would print. */
import { FeatureTable } from "../feature-table.ts";
import type { HeadlineModel } from "./model.ts";
import {
  ACTION,
  ANECDOTE,
  BACKGROUND,
  BAIT,
  COMMENT,
  CONDITIONAL,
  DEPENDENT,
  DOCUMENT,
  FORWARD,
  LAUNCH,
  LINKED,
  PERSON,
  traitBit,
} from "./roles.ts";
import {
  CLASSES,
  type Clause,
  DATE,
  DIGIT,
  GERUND,
  HOSPITAL,
  INSTITUTION,
  LATIN,
  NOUN,
  NUMBER,
  OFFICE,
  PLACE,
  PRIMARY,
  PROPER,
  SHORT,
  type Story,
  TERM,
  VERB,
} from "./story.ts";

/** Feature numbers of one thing: a stack that is written over for each. */
export class Emitted {
  readonly at: Int32Array = new Int32Array(64);
  size = 0;
  add(feature: number): void {
    this.at[this.size++] = feature;
  }
}

export const CLAUSE_FEATURES: FeatureTable = new FeatureTable();
const c = (name: string, buckets: number): number => CLAUSE_FEATURES.group(name, buckets);
const C_SENTENCE = c("sentence", 6);
const C_PARAGRAPH = c("paragraph", 4);
const C_ORDER = c("order", 4);
const C_TITLE = c("title", 6);
const C_FLAGS = c("flag", 14);
const C_LENGTH = c("length", 5);
const C_DIGITS = c("digits", 3);
const C_SHARED = c("shared-names", 3);

const BY_SENTENCE = [1, 2, 3, 6, 10];
const BY_SHARE = [0.01, 0.15, 0.3, 0.45, 0.6];
const BY_LENGTH = [6, 12, 18, 26];
const BY_FIRST = [1, 2, 4, 8];
const BY_BEST = [0.05, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45];
const BY_FIGURE = [0.1, 0.17, 0.25, 0.33, 0.42];

const bucket = (x: number, limits: readonly number[]): number => {
  let i = 0;
  while (i < limits.length && x >= limits[i]!) i++;
  return i;
};

const isContent = (k: number): boolean =>
  k === NOUN || k === PROPER || k === VERB || k === GERUND || k === NUMBER || k === LATIN || k === SHORT;

/** What a clause shows: where it stands, what it shares with the title, what its words do. */
export function clauseFeatures(story: Story, inTitle: Uint8Array, clause: Clause, out: Emitted): void {
  out.size = 0;
  const { ids, bits, classes, tokens } = story;
  let all = 0;
  let shared = 0;
  let sharedNames = 0;
  let digits = 0;
  for (let i = clause.core; i < clause.to; i++) {
    if (ids[i]! < 0 || !isContent(classes[i]!)) continue;
    const n = tokens[i]!.text.length;
    all += n;
    if (inTitle[ids[i]!]) {
      shared += n;
      if (bits[i]! & (TERM | INSTITUTION | PLACE)) sharedNames++;
    }
    if (bits[i]! & DIGIT && !(bits[i]! & DATE)) digits++;
  }
  out.add(C_SENTENCE + bucket(clause.sentence, BY_SENTENCE));
  out.add(C_PARAGRAPH + Math.min(3, clause.paragraph));
  out.add(C_ORDER + Math.min(3, clause.order));
  out.add(C_TITLE + (all === 0 ? 0 : bucket(shared / all, BY_SHARE)));
  out.add(C_LENGTH + bucket(all, BY_LENGTH));
  out.add(C_DIGITS + Math.min(2, digits));
  out.add(C_SHARED + Math.min(2, sharedNames));
  const b = clause.bits;
  if (b & LAUNCH) out.add(C_FLAGS);
  if (b & TERM) out.add(C_FLAGS + 1);
  if (b & INSTITUTION) out.add(C_FLAGS + 2);
  if (b & PRIMARY) out.add(C_FLAGS + 3);
  if (b & (ANECDOTE | PERSON)) out.add(C_FLAGS + 4);
  if (b & COMMENT) out.add(C_FLAGS + 5);
  if (b & FORWARD) out.add(C_FLAGS + 6);
  if (b & BACKGROUND) out.add(C_FLAGS + 7);
  if (clause.speech) out.add(C_FLAGS + 8);
  if (clause.said) out.add(C_FLAGS + 9);
  if (clause.reported) out.add(C_FLAGS + 10);
  if (clause.core > clause.from) out.add(C_FLAGS + 11);
  if (b & DATE) out.add(C_FLAGS + 12);
  const head = bits[clause.core]!;
  if (head & (LINKED | DEPENDENT | CONDITIONAL)) out.add(C_FLAGS + 13);
}

/** Bits of what stands around a figure, one feature each. */
export const AROUND = 8;

export const WORD_FEATURES: FeatureTable = new FeatureTable();
const w = (name: string, buckets: number): number => WORD_FEATURES.group(name, buckets);
const W_CLASS = w("class", CLASSES);
const W_LENGTH = w("length", 5);
/** Not in the title, in a part that tells, in one that baits; the same where the whole title tells. */
const W_TITLE = w("title", 12);
const W_PLACE_IN_TITLE = w("title-part", 4);
const W_COUNT = w("count", 12);
const W_FIRST = w("first", 12);
const W_BEST = w("best-clause", 16);
const W_NAME = w("name", 12);
const W_ROLE = w("role", 8);
const W_FIGURE = w("figure", 8);
const W_FIGURE_BEST = w("figure-best", 6);
const W_TITLE_NAME = w("title-name", 6);
/** What stands around a figure ({@link AROUND}). */
const W_AROUND = w("around", AROUND);

/** Words of a story with what the models need of each. */
export interface Lexis {
  readonly story: Story;
  readonly inTitle: Uint8Array;
  readonly clauseScores: Float64Array;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly bits: Int32Array;
  readonly classes: Uint8Array;
  /** Best score of the clauses it stands in. */
  readonly best: Float64Array;
  readonly firstSentence: Int32Array;
  /** Least bait of the title's parts that hold it. */
  readonly bait: Int32Array;
  readonly lastPart: Uint8Array;
  /** Whether it stands in the title or where a line may come from; no other word is weighed. */
  readonly useful: Uint8Array;
  readonly titleBait: number;
  /** Kind of the unit behind a figure, of each word with a digit. */
  readonly units: Uint8Array;
  /** By word with a digit: what stands around it where it stands first in the body ({@link AROUND} bits). */
  readonly around: Uint8Array;
  readonly titleBits: number;
  /** Whether the title speaks of a meeting. */
  readonly titleMeets: boolean;
  /** How likely each word stands in the headline. */
  readonly p: Float64Array;
}

/** Which words stand in the title. */
export function titleWords({ room, ids, known, title }: Story): Uint8Array {
  const { inTitle } = room;
  inTitle.fill(0, 0, known);
  for (let i = 0; i < title; i++) if (ids[i]! >= 0) inTitle[ids[i]!] = 1;
  return inTitle;
}

/** Gathers what each word shows, from the scores of the clauses. */
export function readLexis(story: Story, inTitle: Uint8Array, clauseScores: Float64Array): Lexis {
  const { ids, room, parts } = story;
  const n = story.known;
  const { first, count, allBits: bits, kinds: classes, best, firstSentence, bait, lastPart, useful } = room;
  const { units, around, p } = room;
  for (let id = 0; id < n; id++) {
    first[id] = -1;
    count[id] = 0;
    bits[id] = 0;
    best[id] = 0;
    firstSentence[id] = 99;
    bait[id] = 9;
    lastPart[id] = 0;
    useful[id] = inTitle[id]!;
    p[id] = 0;
  }
  let titleBait = 0;
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k]!;
    titleBait += part.bait;
    for (let i = part.from; i < part.to; i++) {
      const id = ids[i]!;
      if (id < 0) continue;
      if (first[id]! < 0) {
        first[id] = i;
        classes[id] = story.classes[i]!;
      }
      bits[id]! |= story.bits[i]!;
      if (part.bait < bait[id]!) bait[id] = part.bait;
      if (k === parts.length - 1) lastPart[id] = 1;
    }
  }
  for (const clause of story.clauses) {
    const score = clauseScores[clause.index]!;
    const use = (clause.onTopic || clause.nearTopic) && !clause.speech;
    for (let i = clause.from; i < clause.to; i++) {
      const id = ids[i]!;
      if (id < 0) continue;
      if (first[id]! < 0) {
        first[id] = i;
        classes[id] = story.classes[i]!;
      }
      const b = story.bits[i]!;
      bits[id]! |= b;
      if (count[id]!++ === 0 && b & DIGIT) around[id] = aroundFigure(story, clause, i);
      if (use) useful[id] = 1;
      if (score > best[id]!) best[id] = score;
      if (firstSentence[id]! > clause.sentence) firstSentence[id] = clause.sentence;
    }
  }
  let titleBits = 0;
  for (let i = 0; i < story.title; i++) titleBits |= story.bits[i]!;
  for (let id = 0; id < n; id++)
    if (first[id]! >= 0 && bits[id]! & DIGIT) {
      if (count[id] === 0) around[id] = 0;
      units[id] = unitOf(story, first[id]! + 1);
    }
  return {
    story,
    inTitle,
    clauseScores,
    first,
    count,
    bits,
    classes,
    best,
    firstSentence,
    bait,
    lastPart,
    useful,
    titleBait,
    units,
    around,
    titleBits,
    titleMeets: MEETING.test(story.extraction.reading.title.text),
    p,
  };
}

const MEETING = /大会|论坛|峰会|年会|会议|博览会|代表|论道/u;
const UNITS = [
  traitBit("unitPlace"),
  traitBit("unitPeople"),
  traitBit("unitMoney"),
  traitBit("unitItem"),
  traitBit("unitShare"),
  traitBit("unitTime"),
];

/** Kind of the unit that token `at` is, 6 where it is none. */
function unitOf({ traits, tokens }: Story, at: number): number {
  if (at >= tokens.length) return 6;
  let unit = 0;
  while (unit < 6 && !(traits[at]! & UNITS[unit]!)) unit++;
  return unit;
}

const COUNTED = /(?:医院|机构|卫生院|卫生室|药店|单位|门诊|服务站)$/u;
const TOTAL = traitBit("total");
const EACH = traitBit("each");
const CHANGE = traitBit("change");
const EVERY = traitBit("every");
const FIRST_LOT = traitBit("firstLot");

/** Counts institutions, a total, a mean, a change, a large figure, the first lot, a small figure, all of them. */
function aroundFigure({ tokens, classes, bits, traits }: Story, clause: Clause, at: number): number {
  let mask = 0;
  const stop = Math.min(clause.to, at + 6);
  for (let i = at + 1; i < stop && !(bits[i]! & DIGIT) && classes[i] !== VERB; i++)
    if (COUNTED.test(tokens[i]!.text)) mask |= 1;
  let before = 0;
  for (let i = Math.max(clause.from, at - 4); i < at; i++) before |= traits[i]!;
  let all = 0;
  for (let i = clause.from; i < clause.to; i++) all |= traits[i]!;
  if (before & TOTAL) mask |= 2;
  if (before & EACH) mask |= 4;
  if (all & CHANGE) mask |= 8;
  if (all & FIRST_LOT) mask |= 32;
  if (all & EVERY) mask |= 128;
  const { text } = tokens[at]!;
  if (isLarge(text) || (at + 1 < clause.to && isLarge(tokens[at + 1]!.text))) mask |= 16;
  else if (Number.parseFloat(text) < 10) mask |= 64;
  return mask;
}

/** Ten thousands or more. */
const isLarge = (text: string): boolean => text.includes("万") || text.includes("亿");

/** What a word shows. */
export function wordFeatures(lexis: Lexis, id: number, out: Emitted): void {
  out.size = 0;
  const { story } = lexis;
  const k = lexis.classes[id]!;
  const b = lexis.bits[id]!;
  const length = story.words[id]!.length;
  const content = isContent(k) && (length > 1 || k === NUMBER);
  const half = content ? 0 : 1;
  out.add(W_CLASS + k);
  out.add(W_LENGTH + Math.min(4, length));
  const titleKind = lexis.inTitle[id] ? (lexis.bait[id]! === 0 ? 1 : 2) : 0;
  out.add(W_TITLE + half * 6 + titleKind + (lexis.titleBait > 0 ? 3 : 0));
  if (titleKind > 0) out.add(W_PLACE_IN_TITLE + (lexis.lastPart[id]! ? 2 : 0) + (story.parts.length > 1 ? 1 : 0));
  out.add(W_COUNT + half * 6 + Math.min(5, lexis.count[id]!));
  const sentence = lexis.firstSentence[id]!;
  out.add(W_FIRST + half * 6 + (sentence === 99 ? 5 : bucket(sentence, BY_FIRST)));
  out.add(W_BEST + half * 8 + bucket(lexis.best[id]!, BY_BEST));
  if (b & PRIMARY) out.add(W_NAME);
  else if (b & PLACE) out.add(W_NAME + 1);
  if (b & OFFICE) out.add(W_NAME + 2);
  if (b & HOSPITAL) out.add(W_NAME + 3);
  if (b & INSTITUTION && !(b & (OFFICE | HOSPITAL))) out.add(W_NAME + 4);
  if (b & TERM) out.add(W_NAME + 5 + Math.min(2, lexis.count[id]! - 1 < 0 ? 0 : lexis.count[id]! - 1));
  if (titleKind > 0) {
    if (b & TERM) out.add(W_TITLE_NAME);
    if (b & PLACE) out.add(W_TITLE_NAME + 1);
    if (b & INSTITUTION) out.add(W_TITLE_NAME + 2);
    if (b & DIGIT) out.add(W_TITLE_NAME + 3);
    if (b & LAUNCH) out.add(W_TITLE_NAME + 4);
    if (lexis.count[id]! > 0) out.add(W_TITLE_NAME + 5);
  }
  if (b & LAUNCH) out.add(W_ROLE);
  if (b & ACTION) out.add(W_ROLE + 1);
  if (b & DOCUMENT) out.add(W_ROLE + 2);
  if (b & BAIT) out.add(W_ROLE + 3);
  if (b & DIGIT) {
    out.add(W_FIGURE + (b & DATE ? 7 : lexis.units[id]!));
    for (let i = 0; i < AROUND; i++) if (lexis.around[id]! & (1 << i)) out.add(W_AROUND + i);
    if (!(b & DATE)) out.add(W_FIGURE_BEST + bucket(lexis.best[id]!, BY_FIGURE));
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function likelihood(weights: Float64Array, out: Emitted, more: number): number {
  let sum = weights[weights.length - 1]! + more;
  for (let i = 0; i < out.size; i++) sum += weights[out.at[i]!]!;
  return sigmoid(sum);
}

/** Scores of all clauses, in (0, 1). */
export function scoreClauses(story: Story, inTitle: Uint8Array, model: HeadlineModel, out: Emitted): Float64Array {
  const { ids, room, words, known } = story;
  const { ownClause, ownWord, stamps } = room;
  for (let id = 0; id < known; id++) {
    const word = words[id]!;
    const own = word.length > 1 ? model.lexicon.get(word) : undefined;
    ownClause[id] = own ? own.clause : 0;
    ownWord[id] = own ? own.word : 0;
    stamps[id] = -1;
  }
  const scores = new Float64Array(story.clauses.length);
  for (const clause of story.clauses) {
    clauseFeatures(story, inTitle, clause, out);
    let more = 0;
    for (let i = clause.core; i < clause.to; i++) {
      const id = ids[i]!;
      if (id < 0 || stamps[id] === clause.index) continue;
      stamps[id] = clause.index;
      more += ownClause[id]!;
    }
    scores[clause.index] = likelihood(model.clauses, out, more);
  }
  return scores;
}

/** Weighs all words. */
export function weighWords(lexis: Lexis, weights: Float64Array, out: Emitted): void {
  const { p } = lexis;
  const { ownWord } = lexis.story.room;
  for (let id = 0; id < lexis.story.known; id++) {
    if (!lexis.useful[id]) continue;
    wordFeatures(lexis, id, out);
    p[id] = likelihood(weights, out, ownWord[id]!);
  }
}
