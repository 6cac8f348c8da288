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

/** The weights of a model in the order of the table: those that all topics share, then each topic's bias and own. */
interface Weights {
  readonly shared: readonly number[];
  readonly own: readonly (readonly number[])[];
}
const read = new WeakMap<TopicsModel, Weights>();

function weightsOf(model: TopicsModel): Weights {
  let known = read.get(model);
  if (!known) {
    const weight = (name: string): number => model.weights[name] ?? 0;
    known = { shared: TOPIC_FEATURES.map(weight), own: OWN_WEIGHTS.map((names) => names.map(weight)) };
    read.set(model, known);
  }
  return known;
}

function namedLogits(subject: Subject, finders: Finders, model: TopicsModel): number[] {
  const table = topicTable(subject, finders.topicCues);
  const { shared, own } = weightsOf(model);
  const logits: number[] = [];
  for (let t = 0; t < own.length; t++) {
    const at = t * shared.length;
    const weights = own[t]!;
    let z = model.bias + weights[0]!;
    for (let k = 1; k < weights.length; k++) z += table[at + k - 1]! * weights[k]!;
    for (let j = 0; j < shared.length; j++) z += table[at + j]! * shared[j]!;
    logits.push(z);
  }
  return logits;
}

function wordLogits(subject: Subject, finders: Finders, model: TopicsModel): number[] {
  const weight = (name: string): number => model.weights[name] ?? 0;
  const words = wordFeatures(subject, finders.cues, finders.topicCues);
  return TOPIC_IDS.map((id) => words.reduce((z, w) => z + weight(`${id}.${w.name}`), weight(`${id}.bias`)));
}
