import { WeixunError } from "../core/errors.ts";
import type { Analysis, TopicId } from "../core/types.ts";
import { averagePrecision, bestThreshold, brier, f1At, reliabilityTable, topicFigures } from "./evaluate.ts";
import { relevanceFit, topicFit, wordRelevanceFit, wordTopicFit } from "./fit.ts";
import { MODEL_VERSION, type RelevanceModel, type SelectionModel } from "./model.ts";
import { type Finders, featuresOf } from "./relevance.ts";
import { subjectOf } from "./subject.ts";
import { TOPIC_IDS, topicRows } from "./topic-features.ts";
import { WORD, type WordTrainer, wordFeatures } from "./words.ts";

/** An analysed article with an editor's labels. */
export interface TrainingArticle {
  readonly analysis: Analysis;
  readonly relevant: boolean;
  /** Best first; empty where the editor gave none. */
  readonly topics: readonly string[];
  /** Articles of one group (an issue, a week) are held out together. */
  readonly group: string;
  /** How much it counts in the fit, from 0; default 1. Figures count each article once. */
  readonly weight?: number;
}

/** L2 penalties of the two models, chosen on the folds of the labelled weeks. */
export const PENALTIES = { relevance: 1, topics: 10 } as const;

export interface TrainOptions {
  /** Named in the card. */
  readonly trainedOn: string;
  /** Penalties; raising one draws its weights to 0. Default {@link PENALTIES}. */
  readonly l2?: { readonly relevance?: number; readonly topics?: number };
  /** A classifier of words in place of the named features. */
  readonly words?: WordTrainer;
  /** Named in the card. Default `own`. */
  readonly algorithm?: string;
}

const round = (x: number): number => Number(x.toPrecision(8));

/** Fewer groups than this say little of the next week: the articles are then held out in {@link FALLBACK_FOLDS} parts. */
const MIN_GROUPS = 3;
const FALLBACK_FOLDS = 8;

/**
 * Fits relevance and topics; the card's figures come from folds that each leave one group out.
 * @throws WeixunError `bad-argument` where the labels leave nothing to learn.
 */
export function trainModel(
  articles: readonly TrainingArticle[],
  finders: Finders,
  options: TrainOptions,
): SelectionModel {
  const sorted = articles.toSorted((a, b) => (a.analysis.id < b.analysis.id ? -1 : 1));
  const labels = sorted.map((a) => a.relevant);
  if (!labels.includes(true) || !labels.includes(false))
    throw new WeixunError(
      "bad-argument",
      `training needs articles that were printed and articles that were not; got ${labels.filter((l) => l).length} and ${labels.filter((l) => !l).length}`,
    );
  for (const { analysis, topics } of sorted)
    for (const topic of topics)
      if (!TOPIC_IDS.includes(topic as TopicId))
        throw new WeixunError(
          "bad-argument",
          `training: article ${analysis.id} has the topic “${topic}”, which is none of ${TOPIC_IDS.join(", ")}`,
        );
  const named = new Set(sorted.map((a) => a.group));
  const groupOf = (i: number): string =>
    named.size >= MIN_GROUPS ? sorted[i]!.group : `part ${(i % FALLBACK_FOLDS) + 1}`;
  const folds = [...new Set(sorted.map((_, i) => groupOf(i)))].sort();
  const l2 = { ...PENALTIES, ...options.l2 };
  const counts = sorted.map((a) => a.weight ?? 1);
  const subjects = sorted.map((a) => subjectOf(a.analysis));
  const topics = sorted.map((a) => a.topics);
  const readable = (i: number): boolean => subjects[i]!.status === "ok";
  const labelled = (i: number): boolean => readable(i) && labels[i]! && topics[i]!.length > 0;
  const all = sorted.map((_, i) => i);
  const withTopics = all.filter(labelled);
  if (withTopics.length === 0)
    throw new WeixunError("bad-argument", "training needs topics; no relevant article has one");

  const words = options.words;
  const bags = words
    ? subjects.map((s) => wordFeatures(s, finders.cues, finders.topicCues).map((f) => f.name.slice(WORD.length)))
    : [];
  const fitRelevance = words
    ? wordRelevanceFit(bags, labels, words)
    : relevanceFit(
        subjects.map((s) => featuresOf(s, finders)),
        labels,
        l2.relevance,
        counts,
      );
  const fitTopics = words
    ? wordTopicFit(bags, topics, words)
    : topicFit(
        subjects.map((s) => topicRows(s, finders.topicCues)),
        topics,
        l2.topics,
        counts,
      );

  const heldOut = all.map(() => 0);
  const topicScores = all.map((): number[] => []);
  for (const fold of folds) {
    const relevance = fitRelevance((i) => readable(i) && groupOf(i) !== fold);
    const topic = fitTopics((i) => labelled(i) && groupOf(i) !== fold);
    for (const i of all.filter((k) => groupOf(k) === fold && readable(k))) {
      heldOut[i] = relevance.scoreOf(i);
      topicScores[i] = topic.scoresOf(i);
    }
  }
  const truth = labels.map((l) => (l ? 1 : 0));
  const takeFrom = bestThreshold(heldOut, truth);
  const figures = topicFigures(
    withTopics.map((i) => topicScores[i]!),
    withTopics.map((i) => topics[i]! as TopicId[]),
  );
  const features = words ? "words" : "named";
  const { bias, weights } = fitRelevance(readable);
  const relevance: RelevanceModel = {
    features,
    bias: round(bias),
    weights: rounded(weights),
    takeFrom,
    reviewFrom: round(takeFrom / 3),
  };
  const topicModel = fitTopics(labelled);
  return {
    schemaVersion: MODEL_VERSION,
    relevance,
    topics: {
      features,
      bias: round(topicModel.bias),
      weights: rounded(topicModel.weights),
      threshold: figures.threshold,
    },
    card: {
      trainedOn: options.trainedOn,
      articles: sorted.length,
      relevant: labels.filter((l) => l).length,
      folds,
      algorithm: options.algorithm ?? "own",
      l2,
      figures: {
        averagePrecision: round(averagePrecision(heldOut, truth)),
        brier: round(brier(heldOut, truth)),
        f1: round(f1At(heldOut, truth, takeFrom)),
        topicsF1: round(figures.f1),
        topTopic: round(figures.top),
      },
      reliability: reliabilityTable(heldOut, truth).map((b) => b.map(round) as [number, number, number, number]),
    },
  };
}

const rounded = (weights: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, round(w)]));
