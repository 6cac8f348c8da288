/** Logistic models over named binary features, as trained by scripts/train/writer.ts. */
import { type HeadlineModel, headlineModel } from "./headline/model.ts";

/** Emits the features of one thing. */
export type Features = (emit: (feature: string) => void) => void;

export interface WriterModel {
  /** How likely a fact stands in an editor's summary, in (0, 1). */
  fact(features: Features): number;
  /** How likely a word stands in an editor's summary. */
  word(features: Features): number;
  /** How likely a clause is taken up in an editor's summary. */
  clause(features: Features): number;
  readonly headline: HeadlineModel;
}

export interface WriterWeights {
  readonly fact: Readonly<Record<string, number>>;
  readonly word: Readonly<Record<string, number>>;
  readonly clause: Readonly<Record<string, number>>;
  readonly headlineClause: Readonly<Record<string, number>>;
  readonly headlineWord: Readonly<Record<string, number>>;
  readonly headlineLine: Readonly<Record<string, number>>;
}

/** Names of the buckets 0 to `most` of a feature, made once: strings made anew for each thing would be hashed anew. */
export const numbered = (name: string, most: number): readonly string[] =>
  Array.from({ length: most + 1 }, (_, i) => `${name}${i}`);

/** Names of a feature for each value of a small closed set, each made once. */
export function prefixed(prefix: string): (value: string) => string {
  const names = new Map<string, string>();
  return (value) => {
    let name = names.get(value);
    if (name === undefined) names.set(value, (name = `${prefix}${value}`));
    return name;
  };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function logistic(weights: Readonly<Record<string, number>>): (features: Features) => number {
  const table = new Map(Object.entries(weights));
  const bias = table.get("bias") ?? 0;
  return (features) => {
    let sum = bias;
    features((f) => {
      sum += table.get(f) ?? 0;
    });
    return sigmoid(sum);
  };
}

/** Makes the models of their weights. */
export function writerModel(weights: WriterWeights): WriterModel {
  return {
    fact: logistic(weights.fact),
    word: logistic(weights.word),
    clause: logistic(weights.clause),
    headline: headlineModel(weights.headlineClause, weights.headlineWord, weights.headlineLine),
  };
}
