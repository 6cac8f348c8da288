/**
 * Scores analyses and bulletins of gold issues with score.mjs.
 *
 *   tsx benchmarks/quality/run.ts [--gold DIR] [--misses] [--json FILE] [--shipped]
 *
 * Every issue is analysed with relevance, topics, headline and summary models fitted on the other issues
 * (leave-one-issue-out), so that the figures hold for weeks that these models have not seen. `--taggers DIR` names the
 * folder that `npm run train:institutions -- --fold-models DIR` has written: then the recogniser of institutions has not
 * seen the issue either; without it the shipped one is used, which has. `--shipped` scores the shipped models; where they
 * were fitted on these issues, those figures are too good.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SET_WEIGHT } from "../../scripts/train/sets.ts";
import { fitWriter, lessonsOf, markedOnly } from "../../scripts/train/writer/fit.ts";
import { studyOf } from "../../scripts/train/writer/headline.ts";
import { readSelector, type TrainingArticle, trainModel } from "../../src/classify/index.ts";
import { composeBulletin, createAnalyzer } from "../../src/index.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { readRoles } from "../../src/summarize/headline/roles.ts";
import { readWords } from "../../src/summarize/words.ts";
import { openPipeline } from "../writing/analysed.ts";
import { type GoldArticle, readGold } from "../writing/gold.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    misses: { type: "boolean" },
    json: { type: "string" },
    shipped: { type: "boolean" },
    taggers: { type: "string" },
  },
});
const folder = values.gold ?? fileURLToPath(new URL("../../corpus/", import.meta.url));
const files = readdirSync(folder)
  .filter((f) => /^issue-\d+\.jsonl$/.test(f))
  .sort();
if (files.length === 0) {
  console.error(`no issue-NNN.jsonl in ${folder}`);
  process.exit(2);
}

interface Issue {
  readonly number: number;
  readonly file: string;
  readonly articles: readonly GoldArticle[];
}
const scored = readGold(folder);
const issues: Issue[] = files.map((file) => {
  const number = Number(/\d+/.exec(file)![0]);
  return { number, file: join(folder, file), articles: scored.filter((a) => a.issue === number) };
});
const further = (name: string): GoldArticle[] =>
  values.gold ? [] : readGold(fileURLToPath(new URL(`../../corpus/${name}/`, import.meta.url)));
/** What models are fitted on: the scored issues but the one at hand and, as for the shipped models, those of corpus/more. */
const gold = [...scored, ...further("more")];
/** Relevance and topics on the sets too, as the shipped ones are. */
const sets = [...further("varied"), ...further("near")];
const shipped = await createAnalyzer();
const bare = ({ gold: _, issue: __, ...article }: GoldArticle): Omit<GoldArticle, "gold" | "issue"> => article;
const selector = readSelector(loadResource("selection.bin"));

/** An analyzer whose fitted models have not seen an issue. */
const analyzerWithout: (issue: number) => ReturnType<typeof createAnalyzer> =
  values.shipped || issues.length === 1 ? () => createAnalyzer() : await fitting();

async function fitting(): Promise<typeof analyzerWithout> {
  const table = readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8");
  const pipeline = await openPipeline();
  const labelled: TrainingArticle[] = [...gold, ...sets].map((a, i) => ({
    analysis: shipped.analyze(bare(a)),
    relevant: a.gold.relevant,
    topics: a.gold.topics ?? [],
    group: String(a.issue),
    weight: i < gold.length ? 1 : SET_WEIGHT,
  }));
  const [words, roles] = [readWords(table), readRoles(table)];
  const studies = gold.map((a) => studyOf(a, pipeline(a), roles));
  const lessons = lessonsOf(gold, words, pipeline);
  const read = markedOnly(words, roles, pipeline);
  return (issue) => {
    const others = labelled.filter((a) => a.group !== String(issue));
    const tagger = values.taggers ? readFileSync(join(values.taggers, `without-${issue}.bin`)) : undefined;
    return createAnalyzer({
      resources: tagger ? { "institution-tagger.bin": tagger } : {},
      model: trainModel(others, selector, { trainedOn: `all but ${issue}` }),
      writer: fitWriter(
        lessons.filter((l) => l.article.issue !== issue),
        studies.filter((s) => s.article.issue !== issue),
        read,
      ),
    });
  };
}

const temporary = mkdtempSync(join(tmpdir(), "weixun-"));
const args: string[] = [];
for (const issue of issues) {
  const analyzer = await analyzerWithout(issue.number);
  const analyses = issue.articles.map((a) => analyzer.analyze(bare(a)));
  const paths = [join(temporary, `${issue.number}.jsonl`), join(temporary, `${issue.number}.json`)] as const;
  writeFileSync(paths[0], analyses.map((a) => `${JSON.stringify(a)}\n`).join(""));
  writeFileSync(paths[1], JSON.stringify(composeBulletin(analyses, { issue: issue.number })));
  args.push("--gold", issue.file, "--analysis", paths[0], "--bulletin", paths[1]);
}
const score = fileURLToPath(new URL("score.mjs", import.meta.url));
const table = spawnSync(process.execPath, [score, ...args, ...(values.misses ? ["--misses"] : [])], {
  encoding: "utf8",
});
process.stdout.write(table.stdout);
process.stderr.write(table.stderr);
if (values.json)
  writeFileSync(values.json, spawnSync(process.execPath, [score, ...args, "--json"], { encoding: "utf8" }).stdout);
rmSync(temporary, { recursive: true });
process.exitCode = table.status ?? 1;
