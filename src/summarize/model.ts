/** Logistic models over named binary features, as trained by scripts/train/writer.ts. */
import { FEATURES } from "./features.ts";

/** Emits the features of one thing. */
export type Features = (emit: (feature: string) => void) => void;

/** A logistic model with a weight for each of {@link FEATURES}. */
export interface DenseModel {
  readonly bias: number;
  readonly weights: Float64Array;
}

export interface WriterModel {
  /** How likely a fact stands in an editor's summary. */
  readonly fact: DenseModel;
  /** How likely a word stands in an editor's summary. */
  readonly word: DenseModel;
  /** How likely a clause is taken up in an editor's summary. */
  readonly clause: DenseModel;
  /** How likely an editor's summary opens on what a clause says. */
  readonly open: DenseModel;
  /** How likely a word stands in an editor's headline. */
  headline(features: Features): number;
  /** How good a line is as a headline, among the lines of one article. */
  line(features: readonly (readonly [string, number])[]): number;
}

export interface WriterWeights {
  readonly fact: Readonly<Record<string, number>>;
  readonly word: Readonly<Record<string, number>>;
  readonly clause: Readonly<Record<string, number>>;
  readonly open: Readonly<Record<string, number>>;
  readonly headline: Readonly<Record<string, number>>;
  readonly line: Readonly<Record<string, number>>;
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

/** The logistic function. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

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

function dense(weights: Readonly<Record<string, number>>): DenseModel {
  const { bias = 0 } = weights;
  return { bias, weights: Float64Array.from(FEATURES, (name) => weights[name] ?? 0) };
}

/** Makes the models of their weights. */
export function writerModel(weights: WriterWeights): WriterModel {
  const line = new Map(Object.entries(weights.line));
  return {
    fact: dense(weights.fact),
    word: dense(weights.word),
    clause: dense(weights.clause),
    open: dense(weights.open),
    headline: logistic(weights.headline),
    line: (features) => {
      let sum = 0;
      for (const [name, x] of features) sum += x * (line.get(name) ?? 0);
      return sum;
    },
  };
}
