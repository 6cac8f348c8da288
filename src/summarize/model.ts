/** Logistic models over named binary features, as trained by scripts/train/writer.ts. */

/** Emits the features of one thing. */
export type Features = (emit: (feature: string) => void) => void;

export interface WriterModel {
  /** How likely a fact stands in an editor's summary, in (0, 1). */
  fact(features: Features): number;
  /** How likely a word stands in an editor's summary. */
  word(features: Features): number;
  /** How likely a clause is taken up in an editor's summary. */
  clause(features: Features): number;
  /** How likely a word stands in an editor's headline. */
  headline(features: Features): number;
  /** How good a line is as a headline, among the lines of one article. */
  line(features: readonly (readonly [string, number])[]): number;
}

export interface WriterWeights {
  readonly fact: Readonly<Record<string, number>>;
  readonly word: Readonly<Record<string, number>>;
  readonly clause: Readonly<Record<string, number>>;
  readonly headline: Readonly<Record<string, number>>;
  readonly line: Readonly<Record<string, number>>;
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
    headline: logistic(weights.headline),
    line: (features) => features.reduce((sum, [name, x]) => sum + x * (weights.line[name] ?? 0), 0),
  };
}
