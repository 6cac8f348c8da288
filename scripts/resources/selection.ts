/** Packs the word tables and the model of relevance and topics into selection.bin. */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";

const root = new URL("../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");
const rows = (file: string): string => read(file).trimEnd().split("\n").slice(1).join("\n");

export const inputs: readonly string[] = [
  "dictionaries/relevance-cues.tsv",
  "dictionaries/topic-cues.tsv",
  "dictionaries/models/relevance.json",
  "dictionaries/models/topics.json",
];

export function make(): Record<string, Uint8Array> {
  const [cues, topicCues, relevance, topics] = inputs as [string, string, string, string];
  const { schemaVersion, card, relevance: fitted } = JSON.parse(read(relevance));
  const model = { schemaVersion, relevance: fitted, topics: JSON.parse(read(topics)).topics, card };
  return {
    "selection.bin": pack("selection", 1, {
      cues: rows(cues),
      topicCues: rows(topicCues),
      model: JSON.stringify(model),
    }),
  };
}
