/** Fits the writer's models on gold articles. */
import { CORPUS, type GoldArticle, readGold } from "../../../benchmarks/writing/gold.ts";
import { fold } from "../../../benchmarks/writing/rouge.ts";
import type { Extraction } from "../../../src/core/types.ts";
import { type Draft, readDraft } from "../../../src/summarize/draft.ts";
import {
  Bag,
  clauseFeatures,
  FEATURES,
  factFeatures,
  factWords,
  SLOTS,
  sharedFeatures,
  wordFeatures,
} from "../../../src/summarize/features.ts";
import type { Roles } from "../../../src/summarize/headline/roles.ts";
import { type WriterWeights, writerModel } from "../../../src/summarize/model.ts";
import type { WordTable } from "../../../src/summarize/words.ts";
import { fitHeadline, type Study, studyOf } from "./headline.ts";
import { type Example, fitLogistic } from "./logistic.ts";
import { fitRisk, readReadings, samplesOf } from "./readings.ts";

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

/** How much of a clause's words stands in `text`, as a share of their characters; 0 where they are fewer than `least`. */
function shareIn({ draft }: Lesson, index: number, text: string, least: number): number {
  const { ids, starts, keys } = draft.vocabulary;
  let hit = 0;
  let all = 0;
  for (let i = starts[index]!; i < starts[index + 1]!; i++) {
    const key = fold(keys[ids[i]!]!);
    all += key.length;
    if (text.includes(key)) hit += key.length;
  }
  return all < least ? 0 : hit / all;
}

function clauseLabel(lesson: Lesson, index: number): number {
  const share = shareIn(lesson, index, fold(lesson.article.gold.summary ?? ""), 1);
  return share > 0.85 ? 1 : share > 0.6 ? 0.6 : 0;
}

/** How much of what a clause says stands in the first clauses of the editor's summary. */
function openLabel(lesson: Lesson, index: number): number {
  const summary = fold(lesson.article.gold.summary ?? "");
  const stop = /[。；]/.exec(summary)?.index ?? summary.length;
  const share = shareIn(lesson, index, summary.slice(0, Math.min(stop, HEAD)), 4);
  return share > 0.75 ? 1 : share > 0.5 ? 0.5 : 0;
}
/** Characters of a summary that say who did what. */
const HEAD = 60;

const wordLabel = (nuggets: string, summary: string, key: string): number =>
  nuggets.includes(key) ? 1 : summary.includes(key) ? WORD_IN_SUMMARY : 0;
const WORD_IN_SUMMARY = 0.5;

type Describe = (bag: Bag) => void;
const emitting =
  (describe: Describe): Example["features"] =>
  (emit) => {
    const bag = new Bag();
    describe(bag);
    for (let i = 0; i < bag.size; i++) emit(FEATURES[bag.ids[i]!]!);
  };

/** Articles that only readers' marks are learnt from. */
export interface MarkedOnly {
  readonly lessons: readonly Lesson[];
  readonly studies: readonly Study[];
}

/** Those of corpus/varied, its `later` and `more`: harder than a week, so that their lines and sentences went wrong more often. */
export function markedOnly(words: WordTable, roles: Roles, extract: (article: GoldArticle) => Extraction): MarkedOnly {
  const articles = ["varied", "varied/later", "varied/more"].flatMap((folder) => readGold(`${CORPUS}${folder}`));
  return {
    lessons: lessonsOf(articles, words, extract),
    studies: articles.map((a) => studyOf(a, extract(a), roles)),
  };
}

/**
 * Fits all models on the lessons; the headline's on studies of all articles, relevant or not; the risk of a sentence
 * and the ranking of headlines also on what readers said of these and of the articles of `read`.
 */
export function fitWriter(
  lessons: readonly Lesson[],
  headlines?: readonly Study[],
  read: MarkedOnly = { lessons: [], studies: [] },
): WriterWeights {
  const facts: Example[] = [];
  const words: Example[] = [];
  const clauses: Example[] = [];
  const opens: Example[] = [];
  for (const lesson of lessons) {
    const { draft, article } = lesson;
    const summary = fold(article.gold.summary ?? "");
    const nuggets = article.gold.nuggets.flat().map(fold).join("|");
    const clauseOf = draft.prose.clauses;
    for (let i = 0; i < draft.facts.length; i++) {
      const features = emitting((bag) => {
        sharedFeatures(draft, clauseOf[draft.facts[i]!.clause]!, bag);
        factFeatures(draft, i, bag);
      });
      facts.push({
        label: factLabel(lesson, i),
        features: (emit) => {
          features(emit);
          factWords(draft, i, (slot, word) => emit(SLOTS[slot]! + word));
        },
      });
    }
    for (let i = 0; i < draft.vocabulary.keys.length; i++)
      words.push({
        label: wordLabel(nuggets, summary, fold(draft.vocabulary.keys[i]!)),
        features: emitting((bag) => {
          sharedFeatures(draft, clauseOf[draft.vocabulary.first[i]!]!, bag);
          wordFeatures(draft, i, bag);
        }),
      });
    for (const clause of clauseOf) {
      if (clause.kind === "speech" || clause.kind === "filler") continue;
      const features = emitting((bag) => {
        sharedFeatures(draft, clause, bag);
        clauseFeatures(draft, clause, bag);
      });
      clauses.push({ label: clauseLabel(lesson, clause.index), features });
      if (clause.kind !== "phrase") opens.push({ label: openLabel(lesson, clause.index), features });
    }
  }
  const summary = {
    fact: fitLogistic(facts, 2, 6),
    word: fitLogistic(words, 2, 6),
    clause: fitLogistic(clauses, 2, 6),
    open: fitLogistic(opens, 2, 6),
  };
  const model = writerModel({ ...summary, risk: {}, ...NO_HEADLINE });
  const readings = readReadings();
  const risk = fitRisk(
    [...lessons, ...read.lessons].flatMap(({ article, draft }) =>
      samplesOf(
        draft,
        model,
        readings.filter((r) => r.article === article.id),
      ),
    ),
  );
  return { ...summary, risk, ...(headlines ? fitHeadline(headlines, read.studies) : NO_HEADLINE) };
}

const NO_HEADLINE = { headlineClause: {}, headlineWord: {}, headlineLine: {}, headlineFault: {} };
