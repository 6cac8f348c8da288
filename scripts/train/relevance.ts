/**
 * Fits relevance and topics on the gold issues with the whole pipeline and writes dictionaries/models/{relevance,topics}.json,
 * each with its card. Run it again whenever a stage before classification has changed: npm run train:relevance
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createAnalyzer } from "../../src/analyzer.ts";
import { readSelector, type TrainingArticle, trainModel } from "../../src/classify/index.ts";
import type { Article } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";

const root = new URL("../../", import.meta.url);
const issues = (folder: URL): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => /^issue-\d+\.jsonl$/.test(f))
        .sort()
    : [];
const folder = [new URL("corpus/", root), new URL("../shared/corpus/", root)].find((f) => issues(f).length > 0);
if (!folder) throw new Error("no gold issue in corpus/");

interface Labelled extends Article {
  readonly id: string;
  readonly gold: { readonly relevant: boolean; readonly topics: readonly string[] };
}
const analyzer = await createAnalyzer();
const articles: TrainingArticle[] = issues(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { gold, ...article } = JSON.parse(line) as Labelled;
      return {
        analysis: analyzer.analyze(article),
        relevant: gold.relevant,
        topics: gold.topics,
        group: file.slice(6, -6),
      };
    }),
);
const { schemaVersion, relevance, topics, card } = trainModel(articles, readSelector(loadResource("selection.bin")), {
  trainedOn: `gold issues ${issues(folder)
    .map((f) => f.slice(6, -6))
    .join(" ")}`,
});
const write = (name: string, model: object): void =>
  writeFileSync(new URL(`dictionaries/models/${name}.json`, root), `${JSON.stringify(model, null, 2)}\n`);
write("relevance", { schemaVersion, relevance, card });
write("topics", { schemaVersion, topics, card });
console.log(JSON.stringify(card.figures), "take from", relevance.takeFrom, "topics from", topics.threshold);
