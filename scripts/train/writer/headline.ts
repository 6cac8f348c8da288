/** Fits the headline's models: clauses, words and the ranking of lines. */
import type { GoldArticle } from "../../../benchmarks/writing/gold.ts";
import { fold, rougeL } from "../../../benchmarks/writing/rouge.ts";
import type { Extraction } from "../../../src/core/types.ts";
import { textOf } from "../../../src/summarize/headline/lines.ts";
import { type HeadlineModel, headlineModel, LEXICAL, namedWeights } from "../../../src/summarize/headline/model.ts";
import { shortOffices } from "../../../src/summarize/headline/names.ts";
import {
  LINE_FEATURES,
  lineFeatures,
  MEASURES,
  OF_FAULTS,
  tells,
  Weighted,
} from "../../../src/summarize/headline/rank.ts";
import type { Roles } from "../../../src/summarize/headline/roles.ts";
import { NAME, readStory, type Story } from "../../../src/summarize/headline/story.ts";
import {
  CLAUSE_FEATURES,
  clauseFeatures,
  Emitted,
  type Lexis,
  readLexis,
  scoreClauses,
  titleWords,
  WORD_FEATURES,
  wordFeatures,
} from "../../../src/summarize/headline/weigh.ts";
import { linesOf, weighStory } from "../../../src/summarize/headline/write.ts";
import { fitSamples, type Sample, solveSymmetric } from "./newton.ts";
import { FALSE_WEIGHT, type HeadlineReading, readHeadlines } from "./readings.ts";

export interface Study {
  readonly article: GoldArticle;
  readonly story: Story;
  readonly inTitle: Uint8Array;
}

export interface HeadlineWeights {
  readonly headlineClause: Record<string, number>;
  readonly headlineWord: Record<string, number>;
  readonly headlineLine: Record<string, number>;
  readonly headlineFault: Record<string, number>;
}

export function studyOf(article: GoldArticle, extraction: Extraction, roles: Roles): Study {
  const story = readStory(extraction, roles);
  return { article, story, inTitle: titleWords(story) };
}

/** What is not relevant is headed by the same editor, but in other words. */
const weightOf = (s: Study): number => (s.article.gold.relevant ? 1 : 0.3);

const out = new Emitted();
const weighted = new Weighted();

/** How much of a clause stands in the headline, as F1 over its words. */
function clauseLabel({ article, story }: Study, index: number): number {
  const headline = fold(article.gold.headline);
  const clause = story.clauses[index]!;
  let hit = 0;
  let all = 0;
  const seen = new Set<number>();
  for (let i = clause.core; i < clause.to; i++) {
    const id = story.ids[i]!;
    if (id < 0 || seen.has(id)) continue;
    seen.add(id);
    const word = fold(story.words[id]!);
    all += word.length;
    if (word.length > 1 && headline.includes(word)) hit += word.length;
  }
  return Math.min(1, (2 * hit) / (all + headline.length));
}

function fitClauses(studies: readonly Study[], common: readonly string[]): Record<string, number> {
  const samples: Sample[] = [];
  const first = CLAUSE_FEATURES.names.length;
  const ids = new Map(common.map((w, i) => [w, first + i]));
  for (const s of studies)
    for (const clause of s.story.clauses) {
      clauseFeatures(s.story, s.inTitle, clause, out);
      const own = new Set<number>();
      for (let i = clause.core; i < clause.to; i++) {
        const f = ids.get(s.story.words[s.story.ids[i]!] ?? "");
        if (f !== undefined) own.add(f);
      }
      samples.push({
        features: Int32Array.from([...out.at.slice(0, out.size), ...own]),
        label: clauseLabel(s, clause.index),
        weight: weightOf(s),
      });
    }
  const row = fitSamples(samples, first + common.length, CLAUSE_PENALTY, 6);
  return namedWeights([...CLAUSE_FEATURES.names, ...common.map((w) => `${LEXICAL}${w}`)], row);
}

/** Of the common words' own weights too: there are some hundreds of them. */
const CLAUSE_PENALTY = 4;

/** A word that this many relevant articles hold, and that is no name, gets a weight of its own. */
const COMMON = 8;

function commonWords(studies: readonly Study[]): string[] {
  const articles = new Map<string, number>();
  for (const { article, story } of studies) {
    if (!article.gold.relevant) continue;
    const names = new Set<number>();
    for (let i = 0; i < story.end; i++) if (story.bits[i]! & NAME) names.add(story.ids[i]!);
    for (const [id, word] of story.words.slice(0, story.known).entries())
      if (word.length > 1 && !/\d/.test(word) && !names.has(id)) articles.set(word, (articles.get(word) ?? 0) + 1);
  }
  return [...articles]
    .filter(([, n]) => n >= COMMON)
    .map(([w]) => w)
    .sort();
}

/** The likelihoods of clauses and words. */
function fitLikelihoods(studies: readonly Study[]): Pick<HeadlineWeights, "headlineClause" | "headlineWord"> {
  const common = commonWords(studies);
  const headlineClause = fitClauses(studies, common);
  const clauses = headlineModel(headlineClause, {});
  const first = WORD_FEATURES.names.length;
  const ids = new Map(common.map((w, i) => [w, first + i]));
  const samples: Sample[] = [];
  for (const s of studies) {
    const lexis: Lexis = readLexis(s.story, s.inTitle, scoreClauses(s.story, s.inTitle, clauses, out));
    const headline = fold(s.article.gold.headline);
    for (let id = 0; id < s.story.known; id++) {
      if (lexis.first[id]! < 0) continue;
      const word = s.story.words[id]!;
      wordFeatures(lexis, id, out);
      const own = ids.get(word);
      if (own !== undefined) out.add(own);
      samples.push({
        features: out.at.slice(0, out.size),
        label: headline.includes(fold(word)) ? 1 : 0,
        weight: weightOf(s),
      });
    }
  }
  const row = fitSamples(samples, first + common.length, 2, 6);
  const table = { names: [...WORD_FEATURES.names, ...common.map((w) => `${LEXICAL}${w}`)] };
  return { headlineClause, headlineWord: namedWeights(table.names, row) };
}

/** A line that could head an article: its features, and its overlap with the editor's line, or what a reader said of it. */
interface Choice {
  readonly text: string;
  readonly features: Float64Array;
  readonly target: number;
}

/** A line that was read: `target` 1 where it has no fault. */
interface Marked extends Choice {
  readonly weight: number;
}

function choicesOf(s: Study, model: HeadlineModel): Choice[] {
  const lexis = weighStory(s.story, s.inTitle, model);
  const told = tells(s.story);
  return linesOf(lexis, 40).map((line) => {
    const features = new Float64Array(LINE_FEATURES.names.length);
    lineFeatures(lexis, told, line, weighted);
    for (let i = 0; i < weighted.size; i++) features[weighted.at[i]!] = weighted.values[i]!;
    const text = shortOffices(textOf(s.story, line));
    return { text, features, target: rougeL(s.article.gold.headline, text) };
  });
}

const PENALTIES = [1, 3, 10, 30];

/** What a line without a fault has before one with a fault, in shares of overlap. */
const FAULT = 0.2;

/** Ridge regression of the targets within groups: only differences inside one article count, by features below {@link OF_FAULTS}. */
function fitRanking(groups: readonly (readonly Choice[])[], marked: readonly (readonly Choice[])[]): Float64Array {
  const n = OF_FAULTS;
  const a = new Float64Array(n * n);
  const b = new Float64Array(n);
  const x = new Float64Array(n);
  const mean = new Float64Array(n);
  const learn = (rows: readonly Choice[], worth: number): void => {
    if (rows.length < 2) return;
    mean.fill(0);
    let target = 0;
    for (const r of rows) {
      for (let i = 0; i < n; i++) mean[i]! += r.features[i]! / rows.length;
      target += r.target / rows.length;
    }
    for (const r of rows) {
      // All lines count alike: weights for the best ones lost a hundredth on weeks left out.
      const weight = 40 / rows.length;
      for (let i = 0; i < n; i++) x[i] = r.features[i]! - mean[i]!;
      for (let i = 0; i < n; i++) {
        if (x[i] === 0) continue;
        const w = weight * x[i]!;
        b[i]! += w * worth * (r.target - target);
        for (let j = 0; j <= i; j++) a[i * n + j]! += w * x[j]!;
      }
    }
  };
  for (const rows of groups) learn(rows, 1);
  for (const rows of marked) learn(rows, FAULT);
  // The mean over several penalties: with some ninety articles no single one is the best on all weeks.
  const weights = new Float64Array(n);
  for (const l2 of PENALTIES) {
    const h = a.slice();
    const w = b.slice();
    for (let i = 0; i < n; i++) h[i * n + i]! += l2;
    solveSymmetric(h, w, n);
    for (let i = 0; i < n; i++) weights[i]! += w[i]! / PENALTIES.length;
  }
  return weights;
}

/** Strength of the L2 penalty on the weights of faults, and how often a feature must be seen. */
const FAULT_PENALTY = 6;
const FAULT_LEAST = 4;

/** Log-odds of a fault, by the features that are there or not. */
function fitFaults(marked: readonly (readonly Marked[])[]): Float64Array {
  const samples = marked.flat().map(({ features, target, weight }) => {
    const there: number[] = [];
    for (let i = 0; i < features.length; i++) if (features[i] !== 0 && !MEASURES.has(i)) there.push(i);
    return { features: Int32Array.from(there), label: 1 - target, weight };
  });
  return fitSamples(samples, LINE_FEATURES.names.length, FAULT_PENALTY, FAULT_LEAST);
}

/** Issues are put into this many parts; the ranking of each part's lines sees likelihoods fitted on the others. */
const FOLDS = 8;

/** Lines with their overlaps, and those that were read with 1 for `ok`; by articles, each by likelihoods fitted on others. */
function rankingGroups(
  studies: readonly Study[],
  read: readonly Study[],
  marks: readonly HeadlineReading[],
): { groups: Choice[][]; marked: Marked[][] } {
  const issues = [...new Set(studies.map((s) => s.article.issue))].sort((a, b) => a - b);
  const groups: Choice[][] = [];
  const marked: Marked[][] = [];
  const readLines = (s: Study, choices: readonly Choice[]): void => {
    const own = new Map(marks.filter((m) => m.article === s.article.id).map((m) => [m.line, m.mark]));
    if (own.size === 0) return;
    const read: Marked[] = [];
    for (const c of choices) {
      const mark = own.get(c.text);
      if (mark === undefined) continue;
      read.push({ ...c, target: mark === "ok" ? 1 : 0, weight: mark === "false" ? FALSE_WEIGHT : 1 });
    }
    marked.push(read);
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (s: Study): boolean => issues.indexOf(s.article.issue) % FOLDS === fold;
    const others = studies.filter((s) => !inFold(s));
    const own = studies.filter((s) => inFold(s) && s.article.gold.relevant);
    if (others.length === 0 || own.length === 0) continue;
    const { headlineClause, headlineWord } = fitLikelihoods(others);
    const model = headlineModel(headlineClause, headlineWord);
    for (const s of own) {
      const choices = choicesOf(s, model);
      groups.push(choices);
      readLines(s, choices);
    }
    if (fold === 0) for (const s of read) readLines(s, choicesOf(s, model));
  }
  return { groups, marked };
}

/**
 * Fits all models. The ranking trusts the likelihoods no more than it may on a new week.
 * @param marked further articles, of which only the readers' marks are learnt from.
 */
export function fitHeadline(studies: readonly Study[], marked: readonly Study[] = []): HeadlineWeights {
  const { groups, marked: read } = rankingGroups(studies, marked, readHeadlines());
  const { names } = LINE_FEATURES;
  return {
    ...fitLikelihoods(studies),
    headlineLine: namedWeights(names.slice(0, OF_FAULTS), fitRanking(groups, read)),
    headlineFault: namedWeights(names, fitFaults(read)),
  };
}
