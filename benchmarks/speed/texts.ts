/** Text to segment: the articles of the gold issues, as fresh strings that no engine has seen. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const folder = [new URL("../../corpus/", import.meta.url), new URL("../../../shared/corpus/", import.meta.url)].find(
  (f) => existsSync(f),
);

const articles: readonly Buffer[] = (folder ? readdirSync(folder).sort() : [])
  .filter((name) => /^issue-\d+\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").trim().split("\n"))
  .map((line) => Buffer.from((JSON.parse(line) as { content: string }).content));

/** All articles, each decoded anew behind a mark of the round, so that nothing about a string is cached from before. */
export function freshTexts(round: number): string[] {
  return articles.map((bytes, i) => Buffer.concat([Buffer.from(`第${round}轮${i}。`), bytes]).toString("utf8"));
}
