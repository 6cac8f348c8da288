import { Packed } from "../core/packed.ts";
import type { Analysis, Extraction, Relevance, Topic } from "../core/types.ts";
import { readTopicCues, WordFinder } from "./cues.ts";
import { parseModel, type SelectionModel } from "./model.ts";
import { relevanceOf } from "./relevance.ts";
import { subjectOf } from "./subject.ts";
import { TopicFinder } from "./topic-features.ts";
import { topicsOf } from "./topics.ts";

export { explainRelevance, showsWords } from "./explain.ts";
export { checkModel, type ModelCard, parseModel, type SelectionModel } from "./model.ts";
export { type TrainingArticle, type TrainOptions, trainModel } from "./train.ts";
export type { WordTrainer } from "./words.ts";

/** A model with the word tables that its features are made of. */
export interface Selector {
  readonly cues: WordFinder;
  readonly topicCues: TopicFinder;
  readonly model: SelectionModel;
}

/** Reads the packed `selection.bin`. @throws WeixunError `bad-model` where it is damaged. */
export function readSelector(bytes: Uint8Array): Selector {
  const packed = new Packed(bytes, "selection", 4, "selection.bin");
  const words = new WordFinder(packed.bytes("trie"));
  return {
    cues: words,
    topicCues: new TopicFinder(readTopicCues(packed), words),
    model: parseModel(packed.text("model"), "selection.bin"),
  };
}

/** Relevance with its evidence. */
export function scoreRelevance(article: Extraction | Analysis, selector: Selector): Relevance {
  return relevanceOf(subjectOf(article), selector, selector.model.relevance);
}

/** Topics that hold, best first. */
export function scoreTopics(article: Extraction | Analysis, selector: Selector): Topic[] {
  return topicsOf(subjectOf(article), selector, selector.model.topics);
}
