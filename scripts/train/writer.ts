/**
 * Fits the writer's models on all gold issues and writes dictionaries/models/writer.json. Deterministic.
 *
 *   npm run train:writer [-- DIR …]      DIR: further labelled issues (issue-NNN.jsonl)
 *
 * The figures that the card gives are measured by benchmarks/writing/run.ts, issue by issue with models that have not
 * seen the issue.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { openPipeline } from "../../benchmarks/writing/analysed.ts";
import { readGold } from "../../benchmarks/writing/gold.ts";
import { readRoles } from "../../src/summarize/headline/roles.ts";
import { readWords } from "../../src/summarize/words.ts";
import { fitWriter, lessonsOf, markedOnly } from "./writer/fit.ts";
import { studyOf } from "./writer/headline.ts";

const root = new URL("../../", import.meta.url);
const words = readWords(readFileSync(new URL("dictionaries/writer-words.tsv", root), "utf8"));
const roles = readRoles(readFileSync(new URL("dictionaries/writer-words.tsv", root), "utf8"));
const folders = process.argv.slice(2);
const articles = [...readGold(), ...folders.flatMap((folder) => readGold(folder))];
const extract = await openPipeline();
const weights = fitWriter(
  lessonsOf(articles, words, extract),
  articles.map((a) => studyOf(a, extract(a), roles)),
  markedOnly(words, roles, extract),
);
const model = {
  schemaVersion: 1,
  card: "dictionaries/models/writer.md",
  trainedOn: [...new Set(articles.map((a) => a.issue))].join(", "),
  ...weights,
};
writeFileSync(new URL("dictionaries/models/writer.json", root), `${JSON.stringify(model, null, 1)}\n`);
