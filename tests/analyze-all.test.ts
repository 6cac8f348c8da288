import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Analyzer, createAnalyzer } from "../src/analyzer.ts";
import { type Entry, type JobOptions, outcomesOf } from "../src/cli/job.ts";
import type { Analysis, Article } from "../src/core/types.ts";

const articles = readFileSync(new URL("../corpus/issue-537.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article & { id: string });

test("several articles together give what each gives alone, in their order", async () => {
  const analyzer = await createAnalyzer({ townships: true });
  expect(analyzer.analyzeAll(articles)).toEqual(articles.map((article) => analyzer.analyze(article)));
  expect(analyzer.analyzeAll([])).toEqual([]);
});

test("an article without its fields is refused by its name", async () => {
  const analyzer = await createAnalyzer();
  const refused = (article: object): unknown => {
    try {
      return analyzer.analyze(article as Article);
    } catch (error) {
      return [(error as { code?: string }).code, (error as Error).message];
    }
  };
  expect(refused({ id: "a1", content: "正文" })).toEqual([
    "bad-article",
    'article "a1": title must be a string, is undefined',
  ]);
  expect(refused({ id: "a1", title: "题", content: 5 })).toEqual([
    "bad-article",
    'article "a1": content must be a string, is 5',
  ]);
  expect(refused({ id: 7, url: "https://a.example/1", title: "题", content: "正文" })).toEqual([
    "bad-article",
    'article "https://a.example/1": id must be a string, or left out, is 7',
  ]);
});

test("an article without an id gets one of its address, else of its title and text", async () => {
  const analyzer = await createAnalyzer();
  const idOf = (article: Article): string => analyzer.analyze(article).id;
  const article = { title: "题", content: "正文" };
  expect(idOf(article)).toMatch(/^h[0-9a-f]{14}$/);
  expect(idOf({ ...article, id: "" })).toBe(idOf(article));
  expect(idOf({ ...article, id: "a1" })).toBe("a1");
  expect(idOf({ ...article, content: "正文。" })).not.toBe(idOf(article));
  const printed = { ...article, url: "https://a.example/1" };
  expect(idOf({ ...printed, content: "正文。" })).toBe(idOf(printed));
  expect(idOf(printed)).not.toBe(idOf(article));
});

test("stages are told once for each article, one after the other", async () => {
  const stages: string[] = [];
  const analyzer = await createAnalyzer({ onStage: (stage) => stages.push(stage) });
  analyzer.analyzeAll(articles.slice(0, 2));
  expect(stages.slice(0, 4)).toEqual(["clean", "clean", "read", "read"]);
  expect(new Set(stages).size).toBe(8);
});

test("a batch with an article that fails gives the others and says which", () => {
  const analysisOf = ({ id }: { id: string }): Analysis => {
    if (id === "b") throw new Error("broken");
    return { id } as Analysis;
  };
  const analyzer = { analyze: analysisOf, analyzeAll: (all: readonly { id: string }[]) => all.map(analysisOf) };
  const batch = ["a", "b", "c"].map((id) => ({ kind: "article", article: { id, title: "", content: "" } }) as Entry);
  expect(outcomesOf(batch, analyzer as unknown as Analyzer, { slim: false } as JobOptions)).toEqual([
    { analysis: { id: "a" } },
    { failed: "article b could not be analysed: broken" },
    { analysis: { id: "c" } },
  ]);
});
