import type { Topic } from "../core/types.ts";
import { sigmoid } from "./logistic.ts";
import type { TopicsModel } from "./model.ts";
import type { Subject } from "./subject.ts";
import { TOPIC_FEATURES, type TopicFinder, topicRows } from "./topic-features.ts";

/** Topics that hold, best first; equal scores in the order of the topic list. Where any word speaks for one, the best holds. */
export function topicsOf(subject: Subject, finder: TopicFinder, model: TopicsModel): Topic[] {
  if (subject.status !== "ok") return [];
  return topicRows(subject, finder)
    .filter((row) => row.mentions.length > 0)
    .map((row) => ({
      id: row.topic,
      score: sigmoid(row.values.reduce((z, v, j) => z + v * (model.weights[TOPIC_FEATURES[j]!] ?? 0), model.bias)),
    }))
    .sort((a, b) => b.score - a.score)
    .filter((topic, k) => k === 0 || topic.score >= model.threshold);
}
