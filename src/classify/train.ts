import type { Analysis, TopicId } from "../core/types.ts";
import { averagePrecision, bestThreshold, brier, f1At, reliabilityTable, topicFigures } from "./evaluate.ts";
import type { Selector } from "./index.ts";
import { fitLogistic, type Logistic, sigmoid } from "./logistic.ts";
import { columnOf, MODEL_VERSION, type RelevanceModel, type SelectionModel, type TopicsModel } from "./model.ts";
import { featuresOf } from "./relevance.ts";
import { subjectOf } from "./subject.ts";
import { TOPIC_FEATURES, type TopicRow, topicRows } from "./topic-features.ts";

/** An analysed article with an editor's labels. */
export interface TrainingArticle {
  readonly analysis: Analysis;
  readonly relevant: boolean;
  /** Best first; empty where the editor gave none. */
  readonly topics: readonly string[];
  /** Articles of one group (an issue, a week) are held out together. */
  readonly group: string;
}

export interface TrainOptions {
  /** Named in the card. */
  readonly trainedOn: string;
  /** Penalties; raising one draws its weights to 0. Default 0.5 and 10. */
  readonly l2?: { readonly relevance?: number; readonly topics?: number };
}

/**
 * Which way a feature may pull: what speaks for the subject must not be learnt as speaking against it from a few
 * dozen articles, and the other way round.
 */
function signOf(column: string): number {
  if (column === "institution.company") return 0;
  return /^(other|form|tips|clinical)\./.test(column) ? -1 : 1;
}

/** What is known before any article: a name in the headline or the lead counts, forms that are never printed too. */
const PRIOR: Readonly<Record<string, number>> = {
  "term.title": 1.5,
  "title.both": 0.7,
  "term.lead": 0.8,
  "lead.on": 0.4,
  "form.title": -3,
  "form.body": -3,
};

const round = (x: number): number => Number(x.toPrecision(8));

/** Fits relevance and topics; the card's figures come from folds that each leave one group out. */
export function trainModel(
  articles: readonly TrainingArticle[],
  selector: Pick<Selector, "cues" | "topicCues">,
  options: TrainOptions,
): SelectionModel {
  const sorted = articles.toSorted((a, b) => (a.analysis.id < b.analysis.id ? -1 : 1));
  const folds = [...new Set(sorted.map((a) => a.group))].sort();
  const l2 = { relevance: options.l2?.relevance ?? 0.5, topics: options.l2?.topics ?? 10 };
  const subjects = sorted.map((a) => subjectOf(a.analysis));

  const features = subjects.map((s) => featuresOf(s, selector.cues));
  const columns = [...new Set(features.flatMap((f) => f.map((x) => columnOf(x.name))))]
    .filter((c) => !c.startsWith("status."))
    .sort();
  const rows = features.map((f) =>
    columns.map((c) => f.reduce((sum, x) => (columnOf(x.name) === c ? sum + x.value : sum), 0)),
  );
  const labels = sorted.map((a) => (a.relevant ? 1 : 0));
  const readable = (i: number): boolean => subjects[i]!.status === "ok";
  const fitRelevance = (use: (i: number) => boolean): Logistic => {
    const chosen = rows.map((_, i) => i).filter((i) => readable(i) && use(i));
    return fitLogistic(
      chosen.map((i) => rows[i]!),
      chosen.map((i) => labels[i]!),
      { l2: l2.relevance, signs: columns.map(signOf), prior: columns.map((c) => PRIOR[c] ?? 0) },
    );
  };
  const score = (m: Logistic, row: readonly number[]): number =>
    sigmoid(row.reduce((z, v, j) => z + v * m.weights[j]!, m.bias));

  const topicTable = subjects.map((s) => topicRows(s, selector.topicCues));
  const labelled = sorted.map((a, i) => a.relevant && a.topics.length > 0 && readable(i));
  const fitTopics = (use: (i: number) => boolean): Logistic => {
    const chosen = sorted.flatMap((a, i) =>
      labelled[i] && use(i) ? topicTable[i]!.map((row) => ({ row, label: a.topics.includes(row.topic) ? 1 : 0 })) : [],
    );
    return fitLogistic(
      chosen.map((c) => c.row.values),
      chosen.map((c) => c.label),
      { l2: l2.topics },
    );
  };

  const heldOut = new Array<number>(rows.length).fill(0);
  const topicScores = new Array<number[]>(rows.length).fill([]);
  for (const fold of folds) {
    const outside = (i: number): boolean => sorted[i]!.group !== fold;
    const relevance = fitRelevance(outside);
    const topics = fitTopics(outside);
    sorted.forEach((a, i) => {
      if (a.group !== fold) return;
      heldOut[i] = readable(i) ? score(relevance, rows[i]!) : 0;
      topicScores[i] = topicTable[i]!.map((row: TopicRow) => score(topics, row.values));
    });
  }
  const takeFrom = round(bestThreshold(heldOut, labels));
  const model = fitRelevance(() => true);
  const relevance: RelevanceModel = {
    bias: round(model.bias),
    weights: Object.fromEntries(columns.map((c, j) => [c, round(model.weights[j]!)] as const)),
    takeFrom,
    reviewFrom: round(takeFrom / 3),
  };
  const topicModel = fitTopics(() => true);
  const chosen = sorted.map((_, i) => i).filter((i) => labelled[i]);
  const figures = topicFigures(
    chosen.map((i) => topicScores[i]!),
    chosen.map((i) => sorted[i]!.topics as TopicId[]),
  );
  const topics: TopicsModel = {
    bias: round(topicModel.bias),
    weights: Object.fromEntries(TOPIC_FEATURES.map((n, j) => [n, round(topicModel.weights[j]!)] as const)),
    threshold: figures.threshold,
  };
  return {
    schemaVersion: MODEL_VERSION,
    relevance,
    topics,
    card: {
      trainedOn: options.trainedOn,
      articles: sorted.length,
      relevant: labels.filter((l) => l === 1).length,
      folds,
      algorithm: "logistic",
      l2,
      figures: {
        averagePrecision: round(averagePrecision(heldOut, labels)),
        brier: round(brier(heldOut, labels)),
        f1: round(f1At(heldOut, labels, takeFrom)),
        topicsF1: round(figures.f1),
        topTopic: round(figures.top),
      },
      reliability: reliabilityTable(heldOut, labels).map((b) => b.map(round) as [number, number, number, number]),
    },
  };
}
