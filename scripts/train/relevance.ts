/**
 * Fits relevance and topics on the gold issues with the whole pipeline and writes dictionaries/models/{relevance,topics}.json,
 * each with its card. Run it again whenever a stage before classification has changed:
 *
 *   npm run train:relevance -- [--gold FOLDER]…
 *
 * `--gold`: further folders of labelled issues and sets (issue-NNN.jsonl, set-NNN.jsonl), the card counts and names them;
 * an article of a set counts less ({@link SET_WEIGHT}).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createAnalyzer } from "../../src/analyzer.ts";
import { readSelector, type TrainingArticle, trainModel } from "../../src/classify/index.ts";
import type { Article } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { SET_WEIGHT } from "./sets.ts";

const root = new URL("../../", import.meta.url);
const issues = (folder: URL): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => /^(?:issue|set)-\d+\.jsonl$/.test(f))
        .sort()
    : [];
const { values } = parseArgs({ options: { gold: { type: "string", multiple: true, default: [] } } });
const corpus = [new URL("corpus/", root), new URL("../shared/corpus/", root)].find((f) => issues(f).length > 0);
if (!corpus) throw new Error("no gold issue in corpus/");
const further = values.gold.map((path) => pathToFileURL(`${path}/`));
const files = (folders: readonly URL[]): URL[] => folders.flatMap((f) => issues(f).map((name) => new URL(name, f)));
const issueOf = (file: URL): string => /(\d+)\.jsonl$/.exec(file.pathname)![1]!;
const named = (list: readonly URL[]): string => list.map(issueOf).join(" ");

interface Labelled extends Article {
  readonly id: string;
  readonly gold: { readonly relevant: boolean; readonly topics: readonly string[] };
}
const analyzer = await createAnalyzer();
const articles: TrainingArticle[] = files([corpus, ...further]).flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { gold, ...article } = JSON.parse(line) as Labelled;
      return {
        analysis: analyzer.analyze(article),
        relevant: gold.relevant,
        topics: gold.topics,
        group: issueOf(file),
        weight: /\/set-\d+\.jsonl$/.test(file.pathname) ? SET_WEIGHT : 1,
      };
    }),
);
const furtherFiles = files(further);
const { schemaVersion, relevance, topics, card } = trainModel(articles, readSelector(loadResource("selection.bin")), {
  trainedOn:
    furtherFiles.length === 0
      ? `gold issues ${named(files([corpus]))}`
      : `${files([corpus, ...further]).length} issues and sets: gold issues ${named(files([corpus]))}; further labelled ones ${named(furtherFiles)} (${values.gold.join(", ")})`,
});
const write = (name: string, model: object): void =>
  writeFileSync(new URL(`dictionaries/models/${name}.json`, root), `${JSON.stringify(model, null, 2)}\n`);
write("relevance", { schemaVersion, relevance, card });
write("topics", { schemaVersion, topics, card });
console.log(JSON.stringify(card.figures), "take from", relevance.takeFrom, "topics from", topics.threshold);
