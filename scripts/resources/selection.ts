/** Packs the word tables and the model of relevance and topics into selection.bin. */
import { readFileSync } from "node:fs";
import { cuePatterns } from "../../src/classify/cues.ts";
import { topicPatterns } from "../../src/classify/topic-features.ts";
import { pack } from "../../src/core/packed.ts";
import { buildTries, packTries } from "../../src/lexicon/trie.ts";

const root = new URL("../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");
const rows = (file: string): string => read(file).trimEnd().split("\n").slice(1).join("\n");

export const inputs: readonly string[] = [
  "dictionaries/relevance-cues.tsv",
  "dictionaries/topic-cues.tsv",
  "dictionaries/models/relevance.json",
  "dictionaries/models/topics.json",
  "src/classify/cues.ts",
  "src/classify/topic-features.ts",
  "src/lexicon/trie.ts",
];

export function make(): Record<string, Uint8Array> {
  const [cues, topicCues, relevance, topics] = inputs as [string, string, string, string];
  const { schemaVersion, card, relevance: fitted } = JSON.parse(read(relevance));
  const model = { schemaVersion, relevance: fitted, topics: JSON.parse(read(topics)).topics, card };
  const pairs = (file: string): [string, string][] =>
    rows(file)
      .split("\n")
      .map((line) => line.split("\t") as [string, string]);
  return {
    "selection.bin": pack("selection", 4, {
      topicCues: rows(topicCues),
      trie: packTries(buildTries([...cuePatterns(pairs(cues)), ...topicPatterns(pairs(topicCues))])),
      model: JSON.stringify(model),
    }),
  };
}
