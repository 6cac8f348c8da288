import { WeixunError } from "../core/errors.ts";

export const MODEL_VERSION = 1;

/** What a model reads of an article: named features, or bare words (the classifiers of `natural`). */
export type FeatureKind = "named" | "words";

/** Decides whether an editor would print an article. */
export interface RelevanceModel {
  readonly features: FeatureKind;
  readonly bias: number;
  /** Weight of each feature by its column. */
  readonly weights: Readonly<Record<string, number>>;
  /** Scores from here on are relevant and in the band take. */
  readonly takeFrom: number;
  /** Scores from here up to `takeFrom` are in the band review. */
  readonly reviewFrom: number;
}

/** Decides which topics hold. Named features: weights shared by all topics, as each is asked the same questions, and some of each. */
export interface TopicsModel {
  readonly features: FeatureKind;
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Topics from this score on hold; the best one always does in a relevant article. */
  readonly threshold: number;
}

/** How well a model did on the folds that it was not fitted on. */
export interface ModelCard {
  readonly trainedOn: string;
  readonly articles: number;
  readonly relevant: number;
  readonly folds: readonly string[];
  readonly algorithm: string;
  readonly l2: { readonly relevance: number; readonly topics: number };
  readonly figures: Readonly<Record<string, number>>;
  /** Bins of the score in tenths: `[from, articles, mean score, share relevant]`, over the folds. */
  readonly reliability: readonly (readonly [number, number, number, number])[];
}

/** Everything that selection learns; what `weixun train` writes and `--model` reads. */
export interface SelectionModel {
  readonly schemaVersion: typeof MODEL_VERSION;
  readonly relevance: RelevanceModel;
  readonly topics: TopicsModel;
  readonly card: ModelCard;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a model read from JSON.
 * @param name the file, for the message.
 * @throws WeixunError `bad-model` naming the field that does not fit.
 */
export function checkModel(value: unknown, name: string): SelectionModel {
  const refuse = (path: string, want: string, got: unknown): never => {
    throw new WeixunError("bad-model", `${name}: ${path} must be ${want}, got ${JSON.stringify(got)?.slice(0, 60)}`);
  };
  const object = (v: unknown, path: string): Json =>
    typeof v === "object" && v !== null && !Array.isArray(v) ? (v as Json) : refuse(path, "an object", v);
  const number = (v: unknown, path: string, from = -1e6, to = 1e6): number =>
    typeof v === "number" && v >= from && v <= to ? v : refuse(path, `a number in [${from}, ${to}]`, v);
  const weights = (v: unknown, path: string): void => {
    for (const [k, w] of Object.entries(object(v, path))) number(w, `${path}["${k}"]`);
  };
  const root = object(value, "the model");
  if (root.schemaVersion !== MODEL_VERSION) refuse("schemaVersion", String(MODEL_VERSION), root.schemaVersion);
  const kind = (v: unknown, path: string): void => {
    if (v !== "named" && v !== "words") refuse(path, "“named” or “words”", v);
  };
  const relevance = object(root.relevance, "relevance");
  kind(relevance.features, "relevance.features");
  number(relevance.bias, "relevance.bias");
  weights(relevance.weights, "relevance.weights");
  const take = number(relevance.takeFrom, "relevance.takeFrom", 0, 1);
  number(relevance.reviewFrom, "relevance.reviewFrom", 0, take);
  const topics = object(root.topics, "topics");
  kind(topics.features, "topics.features");
  number(topics.bias, "topics.bias");
  weights(topics.weights, "topics.weights");
  number(topics.threshold, "topics.threshold", 0, 1);
  object(root.card, "card");
  return value as SelectionModel;
}

/** Reads a model file's text. @throws WeixunError `bad-model`. */
export function parseModel(text: string, name: string): SelectionModel {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new WeixunError("bad-model", `${name}: is no JSON`, { cause });
  }
  return checkModel(value, name);
}
