import type { Topic } from "../core/types.ts";
import { sigmoid } from "./logistic.ts";
import type { TopicsModel } from "./model.ts";
import type { Finders } from "./relevance.ts";
import type { Subject } from "./subject.ts";
import { TOPIC_FEATURES, TOPIC_IDS, topicRows } from "./topic-features.ts";
import { wordFeatures } from "./words.ts";

/** Topics that hold, best first; equal scores in the order of the topic list. The best holds from half the threshold on. */
export function topicsOf(subject: Subject, finders: Finders, model: TopicsModel): Topic[] {
  if (subject.status !== "ok") return [];
  const weight = (name: string): number => model.weights[name] ?? 0;
  const logits =
    model.features === "words"
      ? wordLogits(subject, finders, weight)
      : topicRows(subject, finders.topicCues).map((row) =>
          row.values.reduce((z, v, j) => z + v * weight(TOPIC_FEATURES[j]!), model.bias),
        );
  return TOPIC_IDS.map((id, t) => ({ id, score: sigmoid(logits[t]!) }))
    .sort((a, b) => b.score - a.score)
    .filter((topic, k) => topic.score >= (k === 0 ? model.threshold / 2 : model.threshold));
}

function wordLogits(subject: Subject, finders: Finders, weight: (name: string) => number): number[] {
  const words = wordFeatures(subject, finders.cues, finders.topicCues);
  return TOPIC_IDS.map((id) => words.reduce((z, w) => z + weight(`${id}.${w.name}`), weight(`${id}.bias`)));
}
