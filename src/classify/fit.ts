import { columnOf } from "./column.ts";
import type { Feature } from "./features.ts";
import { fitLogistic, sigmoid } from "./logistic.ts";
import { TOPIC_COLUMNS, TOPIC_IDS, type TopicRow, topicColumns } from "./topic-features.ts";
import { WORD, type WordTrainer } from "./words.ts";

/** Weights by column, and the scores that they give to all rows. */
export interface Fitted {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  scoreOf(i: number): number;
}

/** Fits on the rows that `use` names. */
export type Fit<T extends Fitted | FittedTopics> = (use: (i: number) => boolean) => T;

/** As {@link Fitted}, with one score a topic, in the order of the topic list. */
export interface FittedTopics {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  scoresOf(i: number): number[];
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

const indexes = (n: number, use: (i: number) => boolean): number[] =>
  Array.from({ length: n }, (_, i) => i).filter((i) => use(i));
const dot = (weights: readonly number[], row: readonly number[]): number =>
  row.reduce((z, v, j) => z + v * weights[j]!, 0);

/** Relevance by named features; `counts`: how much each article counts. */
export function relevanceFit(
  features: readonly Feature[][],
  labels: readonly boolean[],
  l2: number,
  counts: readonly number[],
): Fit<Fitted> {
  const columns = [...new Set(features.flatMap((f) => f.map((x) => columnOf(x.name))))]
    .filter((c) => !c.startsWith("status."))
    .sort();
  const rows = features.map((f) =>
    columns.map((c) => f.reduce((sum, x) => (columnOf(x.name) === c ? sum + x.value : sum), 0)),
  );
  return (use) => {
    const chosen = indexes(rows.length, use);
    const { bias, weights } = fitLogistic(
      chosen.map((i) => rows[i]!),
      chosen.map((i) => (labels[i] ? 1 : 0)),
      {
        l2,
        rowWeights: chosen.map((i) => counts[i]!),
        signs: columns.map(signOf),
        prior: columns.map((c) => PRIOR[c] ?? 0),
      },
    );
    return {
      bias,
      weights: Object.fromEntries(columns.map((c, j) => [c, weights[j]!])),
      scoreOf: (i) => sigmoid(bias + dot(weights, rows[i]!)),
    };
  };
}

/** What an editor's second and further topics count, the first counting 1: so that the scores rank as well as divide. */
const FURTHER = 0.7;

function topicLabel(topics: readonly string[], topic: string): number {
  const place = topics.indexOf(topic);
  return place < 0 ? 0 : place === 0 ? 1 : FURTHER;
}

/** Topics by evidence: weights shared by all topics, and a bias and some weights of each; `counts` as in {@link relevanceFit}. */
export function topicFit(
  table: readonly TopicRow[][],
  topics: readonly (readonly string[])[],
  l2: number,
  counts: readonly number[],
): Fit<FittedTopics> {
  const columns = table.map((rows) => rows.map(topicColumns));
  return (use) => {
    const chosen = indexes(table.length, use);
    const { bias, weights } = fitLogistic(
      chosen.flatMap((i) => columns[i]!),
      chosen.flatMap((i) => table[i]!.map((row) => topicLabel(topics[i]!, row.topic))),
      { l2, rowWeights: chosen.flatMap((i) => table[i]!.map(() => counts[i]!)) },
    );
    return {
      bias,
      weights: Object.fromEntries(TOPIC_COLUMNS.map((name, j) => [name, weights[j]!])),
      scoresOf: (i) => columns[i]!.map((row) => sigmoid(bias + dot(weights, row))),
    };
  };
}

/** Relevance by a classifier of words; its log-odds, which such classifiers overstate, are scaled on the rows fitted. */
export function wordRelevanceFit(
  bags: readonly (readonly string[])[],
  labels: readonly boolean[],
  train: WordTrainer,
): Fit<Fitted> {
  return (use) => {
    const chosen = indexes(bags.length, use);
    const { bias, weights } = trainCalibrated(
      chosen.map((i) => bags[i]!),
      chosen.map((i) => labels[i]!),
      train,
    );
    return {
      bias,
      weights: Object.fromEntries([...weights].map(([word, w]) => [WORD + word, w])),
      scoreOf: (i) => sigmoid(wordLogit(bags[i]!, bias, weights)),
    };
  };
}

/** Topics by one classifier of words each. */
export function wordTopicFit(
  bags: readonly (readonly string[])[],
  topics: readonly (readonly string[])[],
  train: WordTrainer,
): Fit<FittedTopics> {
  return (use) => {
    const chosen = indexes(bags.length, use);
    const each = TOPIC_IDS.map((topic) => {
      const labels = chosen.map((i) => topics[i]!.includes(topic));
      // A topic that was never, or always, given cannot be learnt.
      if (!labels.includes(true) || !labels.includes(false)) return { bias: -4, weights: new Map<string, number>() };
      return trainCalibrated(
        chosen.map((i) => bags[i]!),
        labels,
        train,
      );
    });
    return {
      bias: 0,
      weights: Object.fromEntries(
        TOPIC_IDS.flatMap((topic, t) => [
          [`${topic}.bias`, each[t]!.bias],
          ...[...each[t]!.weights].map(([word, w]): [string, number] => [`${topic}.${WORD}${word}`, w]),
        ]),
      ),
      scoresOf: (i) => each.map((m) => sigmoid(wordLogit(bags[i]!, m.bias, m.weights))),
    };
  };
}

const wordLogit = (bag: readonly string[], bias: number, weights: ReadonlyMap<string, number>): number =>
  bag.reduce((z, word) => z + (weights.get(word) ?? 0), bias);

/** Folds that the scale of a word classifier's log-odds is found on. */
const SCALE_FOLDS = 2;

function trainCalibrated(
  bags: readonly (readonly string[])[],
  labels: readonly boolean[],
  train: WordTrainer,
): { bias: number; weights: ReadonlyMap<string, number> } {
  const logits: number[] = [];
  for (let fold = 0; fold < SCALE_FOLDS; fold++) {
    const outside = indexes(bags.length, (i) => i % SCALE_FOLDS !== fold);
    const side = outside.map((i) => labels[i]!);
    if (!side.includes(true) || !side.includes(false)) return train(bags, labels);
    const model = train(
      outside.map((i) => bags[i]!),
      side,
    );
    bags.forEach((bag, i) => {
      if (i % SCALE_FOLDS === fold) logits[i] = wordLogit(bag, model.bias, model.weights);
    });
  }
  const scale = fitLogistic(
    logits.map((z) => [z]),
    labels.map((l) => (l ? 1 : 0)),
    { l2: 1, signs: [1] },
  );
  const { bias, weights } = train(bags, labels);
  const factor = scale.weights[0]!;
  return {
    bias: bias * factor + scale.bias,
    weights: new Map([...weights].map(([word, w]) => [word, w * factor])),
  };
}
