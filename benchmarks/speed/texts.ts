/** Text to segment: the articles of the gold issues, as fresh strings that no engine has seen. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = [new URL("../../corpus/", import.meta.url), new URL("../../../shared/corpus/", import.meta.url)].find(
  (f) => existsSync(f),
);

const articles: readonly Buffer[] = (folder ? readdirSync(folder).sort() : [])
  .filter((name) => /^issue-\d+\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n"))
  .map((line) => Buffer.from((JSON.parse(line) as { content: string }).content));

/** So that a round is long enough for no engine to be measured with the caches that another one has filled. */
const REPEATS = 5;

/** All articles five times, each decoded anew behind a mark, so that nothing about a string is cached from before. */
export function freshTexts(round: number): string[] {
  return Array.from({ length: REPEATS }, (_, repeat) =>
    articles.map((bytes, i) => Buffer.concat([Buffer.from(`第${round}轮${repeat}次${i}。`), bytes]).toString("utf8")),
  ).flat();
}
