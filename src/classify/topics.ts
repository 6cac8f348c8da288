import type { Topic } from "../core/types.ts";
import { sigmoid } from "./logistic.ts";
import type { TopicsModel } from "./model.ts";
import type { Finders } from "./relevance.ts";
import type { Subject } from "./subject.ts";
import { OWN_WEIGHTS, TOPIC_FEATURES, TOPIC_IDS, topicTable } from "./topic-features.ts";
import { wordFeatures } from "./words.ts";

/** Topics that hold, best first; equal scores in the order of the topic list. The best holds from half the threshold on. */
export function topicsOf(subject: Subject, finders: Finders, model: TopicsModel): Topic[] {
  if (subject.status !== "ok") return [];
  const logits =
    model.features === "words" ? wordLogits(subject, finders, model) : namedLogits(subject, finders, model);
  const topics: Topic[] = [];
  for (let t = 0; t < TOPIC_IDS.length; t++) {
    const score = sigmoid(logits[t]!);
    if (score >= model.threshold / 2) topics.push({ id: TOPIC_IDS[t]!, score });
  }
  topics.sort((a, b) => b.score - a.score);
  return topics.filter((topic, k) => k === 0 || topic.score >= model.threshold);
}

function namedLogits(subject: Subject, finders: Finders, { bias, weights }: TopicsModel): number[] {
  const table = topicTable(subject, finders.topicCues);
  const columns = TOPIC_FEATURES.map((name) => weights[name] ?? 0);
  const logits: number[] = [];
  for (const own of OWN_WEIGHTS) {
    const at = logits.length * columns.length;
    let z = bias + (weights[own[0]!] ?? 0);
    for (let k = 1; k < own.length; k++) z += table[at + k - 1]! * (weights[own[k]!] ?? 0);
    for (let j = 0; j < columns.length; j++) z += table[at + j]! * columns[j]!;
    logits.push(z);
  }
  return logits;
}

function wordLogits(subject: Subject, finders: Finders, model: TopicsModel): number[] {
  const weight = (name: string): number => model.weights[name] ?? 0;
  const words = wordFeatures(subject, finders.cues, finders.topicCues);
  return TOPIC_IDS.map((id) => words.reduce((z, w) => z + weight(`${id}.${w.name}`), weight(`${id}.bias`)));
}
