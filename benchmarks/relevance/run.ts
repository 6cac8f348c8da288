/**
 * Relevance and topics on folds that each leave one issue out: our own model beside natural's classifiers, and sets of
 * other texts that no model was fitted on. npx tsx benchmarks/relevance/run.ts [own bayes logistic maxent]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createAnalyzer } from "../../src/analyzer.ts";
import { averagePrecision } from "../../src/classify/evaluate.ts";
import { readSelector, scoreRelevance, type TrainingArticle, trainModel } from "../../src/classify/index.ts";
import type { Analysis, Article } from "../../src/core/types.ts";
import { loadNatural, NATURAL_ALGORITHMS } from "../../src/io/natural.ts";
import { loadResource } from "../../src/lexicon/load.ts";

const root = new URL("../../", import.meta.url);
const lines = <T>(file: URL): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as T);
interface Labelled extends Article {
  readonly id: string;
  readonly gold: { readonly relevant: boolean; readonly topics: readonly string[] };
}

const analyzer = await createAnalyzer();
const selector = readSelector(loadResource("selection.bin"));
const articles: TrainingArticle[] = readdirSync(new URL("corpus/", root))
  .filter((f) => /^issue-\d+\.jsonl$/.test(f))
  .sort()
  .flatMap((f) =>
    lines<Labelled>(new URL(`corpus/${f}`, root)).map(({ gold, ...a }) => ({
      analysis: analyzer.analyze(a),
      relevant: gold.relevant,
      topics: gold.topics,
      group: f.slice(6, -6),
    })),
  );

const asked = process.argv.slice(2).filter((a) => !a.startsWith("-"));
const algorithms = asked.length > 0 ? asked : ["own", ...NATURAL_ALGORITHMS];
for (const algorithm of algorithms) {
  const start = performance.now();
  const natural = NATURAL_ALGORITHMS.find((a) => a === algorithm);
  const { card, relevance, topics } = trainModel(articles, selector, {
    trainedOn: "gold",
    algorithm,
    ...(natural ? { words: await loadNatural(natural) } : {}),
  });
  console.log(
    algorithm.padEnd(9),
    Object.entries(card.figures)
      .map(([name, x]) => `${name} ${x.toFixed(4)}`)
      .join("  "),
    `take from ${relevance.takeFrom}, topics from ${topics.threshold}; ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  if (algorithm === "own")
    for (const [from, n, mean, share] of card.reliability)
      console.log(
        `  ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}: ${n} articles, mean score ${mean.toFixed(3)}, relevant ${share.toFixed(3)}`,
      );
}

/** The middle 95 % of average precision over 2,000 draws with replacement, by a fixed sequence. */
function interval(scores: readonly number[], labels: readonly number[]): [number, number] {
  let seed = 1;
  const next = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const values = Array.from({ length: 2000 }, () => {
    const draw = scores.map(() => Math.floor(next() * scores.length));
    return averagePrecision(
      draw.map((i) => scores[i]!),
      draw.map((i) => labels[i]!),
    );
  }).sort((a, b) => a - b);
  return [values[50]!, values[1949]!];
}

const shared = new URL("../shared/data/", root);
if (existsSync(shared)) {
  const score = (title: string, text: string): Analysis["relevance"] =>
    scoreRelevance(analyzer.analyze({ id: "x", title, content: text }), selector);
  for (const set of ["news-xwlb/health-it-graded", "health-company-news/dev"]) {
    const file = set.startsWith("news") ? `${set}.dev.jsonl` : `${set}.jsonl`;
    const rows = lines<{ title: string; text: string; relevance: number }>(new URL(file, shared));
    const ends = rows.filter((r) => r.relevance !== 1);
    const scores = ends.map((r) => score(r.title, r.text).score);
    const labels = ends.map((r) => (r.relevance === 2 ? 1 : 0));
    const [low, high] = interval(scores, labels);
    console.log(
      `${set}: average precision of grade 2 against 0 ${averagePrecision(scores, labels).toFixed(3)} (95 % ${low.toFixed(3)}–${high.toFixed(3)}; ${labels.filter((l) => l).length} of ${labels.length})`,
    );
  }
  const taken = (rows: readonly [string, string][]): string =>
    `${rows.filter(([title, text]) => score(title, text).relevant).length} of ${rows.length}`;
  const cnews = lines<{ text: string }>(new URL("articles-cnews/dev.jsonl", shared));
  console.log("articles-cnews taken:", taken(cnews.map((r) => [r.text.slice(0, 25), r.text])));
  for (const set of ["headlines-thucnews", "headlines-nlpcc2017"]) {
    const rows = readFileSync(new URL(`${set}/dev.tsv`, shared), "utf8")
      .trimEnd()
      .split("\n");
    // Every fifth: a headline alone stands for title and text.
    console.log(
      `${set} taken:`,
      taken(rows.filter((_, i) => i % 5 === 0).map((r) => [r.split("\t")[1]!, r.split("\t")[1]!])),
    );
  }
}
