import type { Band, Evidence, Relevance } from "../core/types.ts";
import { columnOf } from "./column.ts";
import type { WordFinder } from "./cues.ts";
import { type Feature, relevanceFeatures } from "./features.ts";
import { sigmoid } from "./logistic.ts";
import type { RelevanceModel } from "./model.ts";
import { readSignals } from "./signals.ts";
import type { Subject } from "./subject.ts";
import type { TopicFinder } from "./topic-features.ts";
import { wordFeatures } from "./words.ts";

/** What an article that is empty, foreign or no article loses in log-odds: far below any threshold, whatever it says. */
const NOT_OK = -15;

/** The word tables that features are made of. */
export interface Finders {
  readonly cues: WordFinder;
  readonly topicCues: TopicFinder;
}

/** Features with the words that made them; an article that cannot be read has one feature only. */
export function featuresOf(subject: Subject, finders: Finders, kind: RelevanceModel["features"] = "named"): Feature[] {
  if (subject.status !== "ok") return [{ name: `status.${subject.status}`, value: 1, mentions: () => [] }];
  return kind === "words"
    ? wordFeatures(subject, finders.cues, finders.topicCues)
    : relevanceFeatures(readSignals(subject, finders.cues));
}

export function bandOf(score: number, model: RelevanceModel): Band {
  return score >= model.takeFrom ? "take" : score >= model.reviewFrom ? "review" : "leave";
}

/** The probability that an editor prints the article, as a sum of named contributions, largest first. */
export function relevanceOf(subject: Subject, finders: Finders, model: RelevanceModel): Relevance {
  const evidence: Evidence[] = [];
  for (const feature of featuresOf(subject, finders, model.features)) {
    const { name, value } = feature;
    const contribution = name.startsWith("status.") ? NOT_OK : value * (model.weights[columnOf(name)] ?? 0);
    if (contribution !== 0) evidence.push({ feature: name, contribution, mentions: feature.mentions() });
  }
  evidence.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1));
  const score = sigmoid(evidence.reduce((z, e) => z + e.contribution, model.bias));
  const band = bandOf(score, model);
  return { score, relevant: band === "take", band, bias: model.bias, evidence };
}
