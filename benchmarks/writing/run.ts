/**
 * Measures headlines and summaries on the gold issues, each issue written with models fitted on the others.
 * The whole pipeline comes before; `--gold` takes the labelled names instead.
 *
 *   tsx benchmarks/writing/run.ts [--show 545] [--page FILE] [--only summary] [--gold]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fitWriter, lessonsOf, markedOnly } from "../../scripts/train/writer/fit.ts";
import { studyOf } from "../../scripts/train/writer/headline.ts";
import type { Extraction } from "../../src/core/types.ts";
import { readRoles } from "../../src/summarize/headline/roles.ts";
import { type Writer, writeHeadline, writeSummary } from "../../src/summarize/index.ts";
import { writerModel } from "../../src/summarize/model.ts";
import { readWords } from "../../src/summarize/words.ts";
import { openPipeline } from "./analysed.ts";
import { type GoldArticle, goldExtraction, readGold } from "./gold.ts";
import { figures, fold, rougeL, traceable } from "./rouge.ts";

const { values } = parseArgs({
  options: { show: { type: "string" }, page: { type: "string" }, only: { type: "string" }, gold: { type: "boolean" } },
});
const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const articles = readGold();
const pipeline = await openPipeline();
const extract = values.gold ? goldExtraction : pipeline;
const lessons = lessonsOf(articles, words, extract);
const roles = readRoles(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const studies = articles.map((a) => studyOf(a, extract(a), roles));
const read = markedOnly(words, roles, pipeline);
const sum = {
  headline: 0,
  title: 0,
  fits: 0,
  faithful: 0,
  nuggets: 0,
  of: 0,
  rouge: 0,
  length: 0,
  inside: 0,
  trace: 0,
  n: 0,
};
const page: string[] = [];
for (const issue of [...new Set(articles.map((a) => a.issue))]) {
  const writer: Writer = {
    words,
    roles,
    model: writerModel(
      fitWriter(
        lessons.filter((l) => l.article.issue !== issue),
        values.only === "summary" ? undefined : studies.filter((s) => s.article.issue !== issue),
        read,
      ),
    ),
  };
  for (const { article, draft } of lessons.filter((l) => l.article.issue === issue))
    score(article, draft.extraction, writer);
}

function score(article: GoldArticle, extraction: Extraction, writer: Writer): void {
  const { gold } = article;
  const headline = writeHeadline(extraction, writer);
  const summary = writeSummary(extraction, writer)?.text ?? "";
  const source = `${article.title}\n${article.content}`;
  const have = new Set(figures(source));
  sum.n++;
  const h = rougeL(gold.headline, headline);
  sum.headline += h;
  sum.title += rougeL(gold.headline, extraction.reading.document.title);
  sum.fits += [...headline].length <= 40 ? 1 : 0;
  sum.faithful += figures(headline).every((f) => have.has(f)) ? 1 : 0;
  const folded = fold(summary);
  const missed = gold.nuggets.filter((n) => !n.some((form) => folded.includes(fold(form))));
  sum.nuggets += gold.nuggets.length - missed.length;
  sum.of += gold.nuggets.length;
  const r = rougeL(gold.summary ?? "", summary);
  sum.rouge += r;
  sum.length += summary.length;
  sum.inside += summary.length >= 60 && summary.length <= 160 ? 1 : 0;
  const t = traceable(source, summary);
  sum.trace += t ? 1 : 0;
  page.push(
    [
      `## ${article.id}`,
      `title     ${extraction.reading.document.title}`,
      `gold      ${gold.headline}`,
      `headline  ${headline}　${h.toFixed(2)}`,
      `reference ${gold.summary}`,
      `summary   ${summary}　${r.toFixed(2)} ${summary.length}${t ? "" : " NOT TRACEABLE"}`,
      `missed    ${missed.map((m) => m[0]).join("、")}`,
    ].join("\n"),
  );
}
const f = (x: number): string => (x / sum.n).toFixed(3);
console.log(
  `headline RL ${f(sum.headline)} (title ${f(sum.title)}) ≤40 ${f(sum.fits)} faithful ${f(sum.faithful)}\n` +
    `summary nuggets ${(sum.nuggets / sum.of).toFixed(3)} RL ${f(sum.rouge)} length ${(sum.length / sum.n).toFixed(0)} inside ${f(sum.inside)} traceable ${f(sum.trace)} n ${sum.n}`,
);
if (values.show) console.log(page.filter((p) => p.startsWith(`## ${values.show}`)).join("\n\n"));
if (values.page) writeFileSync(values.page, `${page.join("\n\n")}\n`);
