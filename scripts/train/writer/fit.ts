/** Fits the writer's models on gold articles. */
import type { GoldArticle } from "../../../benchmarks/writing/gold.ts";
import { fold } from "../../../benchmarks/writing/rouge.ts";
import type { Extraction } from "../../../src/core/types.ts";
import { type Draft, readDraft } from "../../../src/summarize/draft.ts";
import { clauseFeatures, factFeatures, wordFeatures } from "../../../src/summarize/features.ts";
import type { WriterWeights } from "../../../src/summarize/model.ts";
import type { WordTable } from "../../../src/summarize/words.ts";
import { fitHeadline, type Study } from "./headline.ts";
import { type Example, fitLogistic } from "./logistic.ts";

export interface Lesson {
  readonly article: GoldArticle;
  readonly draft: Draft;
}

/** Drafts of the relevant articles. */
export function lessonsOf(
  articles: readonly GoldArticle[],
  words: WordTable,
  extract: (article: GoldArticle) => Extraction,
): Lesson[] {
  return articles
    .filter((a) => a.gold.relevant)
    .map((article) => ({ article, draft: readDraft(extract(article), words) }));
}

/** What a summary that a nugget names is worth against one that only the reference summary holds. */
const IN_SUMMARY = 0.45;

function factLabel({ article, draft }: Lesson, index: number): number {
  const fact = draft.facts[index]!;
  const surface = fold(draft.prose.text.slice(fact.start, fact.end));
  const bare = surface.replace(/[《》"]/g, "");
  for (const forms of article.gold.nuggets)
    for (const form of forms) {
      const f = fold(form);
      if (f.includes(bare) || (bare.length < 2 * f.length && bare.includes(f))) return 1;
    }
  return fold(article.gold.summary ?? "").includes(bare) ? IN_SUMMARY : 0;
}

function clauseLabel({ article, draft }: Lesson, index: number): number {
  const summary = fold(article.gold.summary ?? "");
  let hit = 0;
  let all = 0;
  for (const id of draft.wordsOf[index]!) {
    const key = fold(draft.vocabulary[id]!.key);
    all += key.length;
    if (summary.includes(key)) hit += key.length;
  }
  return all === 0 ? 0 : hit / all > 0.85 ? 1 : hit / all > 0.6 ? 0.6 : 0;
}

/** Fits all models on the lessons; the headline's on studies of all articles, relevant or not. */
export function fitWriter(lessons: readonly Lesson[], headlines?: readonly Study[]): WriterWeights {
  const facts: Example[] = [];
  const words: Example[] = [];
  const clauses: Example[] = [];
  for (const lesson of lessons) {
    const { draft, article } = lesson;
    const summary = fold(article.gold.summary ?? "");
    for (let i = 0; i < draft.facts.length; i++)
      facts.push({ label: factLabel(lesson, i), features: (emit) => factFeatures(draft, i, emit) });
    for (let i = 0; i < draft.vocabulary.length; i++)
      words.push({
        label: summary.includes(fold(draft.vocabulary[i]!.key)) ? 1 : 0,
        features: (emit) => wordFeatures(draft, i, emit),
      });
    for (const clause of draft.prose.clauses)
      if (clause.kind !== "speech" && clause.kind !== "filler")
        clauses.push({
          label: clauseLabel(lesson, clause.index),
          features: (emit) => clauseFeatures(draft, clause, emit),
        });
  }
  const summary = {
    fact: fitLogistic(facts, 2, 6),
    word: fitLogistic(words, 2, 6),
    clause: fitLogistic(clauses, 2, 6),
  };
  return { ...summary, ...(headlines ? fitHeadline(headlines) : NO_HEADLINE) };
}

const NO_HEADLINE = { headlineClause: {}, headlineWord: {}, headlineLine: {} };
