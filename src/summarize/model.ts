/** Logistic models over named binary features, as trained by scripts/train/writer.ts. */
import { FEATURES, SLOTS } from "./features.ts";
import { type HeadlineModel, headlineModel } from "./headline/model.ts";
import { RISKS } from "./risk.ts";

/** Emits the features of one thing. */
export type Features = (emit: (feature: string) => void) => void;

/** A logistic model with a weight for each of {@link FEATURES}. */
export interface DenseModel {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** One that weighs words as well, by each of {@link SLOTS}. */
export interface FactModel extends DenseModel {
  readonly words: readonly ReadonlyMap<string, number>[];
}

export interface WriterModel {
  /** How likely a fact stands in an editor's summary. */
  readonly fact: FactModel;
  /** How likely a word stands in an editor's summary. */
  readonly word: DenseModel;
  /** How likely a clause is taken up in an editor's summary. */
  readonly clause: DenseModel;
  /** How likely an editor's summary opens on what a clause says. */
  readonly open: DenseModel;
  /** How likely a strict reader finds a fault in a sentence: log-odds by {@link RISKS}, the bias behind the last. */
  readonly risk: Float64Array;
  readonly headline: HeadlineModel;
}

export interface WriterWeights {
  readonly fact: Readonly<Record<string, number>>;
  readonly word: Readonly<Record<string, number>>;
  readonly clause: Readonly<Record<string, number>>;
  readonly open: Readonly<Record<string, number>>;
  readonly risk: Readonly<Record<string, number>>;
  readonly headlineClause: Readonly<Record<string, number>>;
  readonly headlineWord: Readonly<Record<string, number>>;
  readonly headlineLine: Readonly<Record<string, number>>;
  readonly headlineFault: Readonly<Record<string, number>>;
}

/** The logistic function. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function dense(weights: Readonly<Record<string, number>>): DenseModel {
  const { bias = 0 } = weights;
  return { bias, weights: Float64Array.from(FEATURES, (name) => weights[name] ?? 0) };
}

function worded(weights: Readonly<Record<string, number>>): FactModel {
  const words = SLOTS.map(
    (slot) =>
      new Map(Object.entries(weights).flatMap(([k, w]) => (k.startsWith(slot) ? [[k.slice(slot.length), w]] : []))),
  );
  return { ...dense(weights), words };
}

/** Makes the models of their weights. */
export function writerModel(weights: WriterWeights): WriterModel {
  return {
    fact: worded(weights.fact),
    word: dense(weights.word),
    clause: dense(weights.clause),
    open: dense(weights.open),
    risk: Float64Array.from([...RISKS, "bias"], (name) => weights.risk[name] ?? 0),
    headline: headlineModel(weights.headlineClause, weights.headlineWord, weights.headlineLine, weights.headlineFault),
  };
}
