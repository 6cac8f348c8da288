/**
 * Puts what the program gives now into the documents: the headline of the READMEs' library example, and the result of the
 * quality benchmark into README.zh-CN.md and docs/accuracy.md.
 *
 *   npm run build && tsx scripts/docs/accuracy.ts [QUALITY.json]
 *   (QUALITY.json: `tsx benchmarks/quality/run.ts --json QUALITY.json`)
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setBlock } from "./readme-blocks.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const change = (file: string, by: (text: string) => string): void =>
  writeFileSync(root + file, by(readFileSync(root + file, "utf8")));

const HEADLINE = /^(analysis\.headline; \/\/ ).*$/m;

/** The README with the headline that its example gives; the example runs inside the package, which finds itself. */
function withHeadline(readme: string): string {
  const example = /^```ts\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? "";
  if (!HEADLINE.test(example)) return readme;
  const script = `${root}build/example.mjs`;
  mkdirSync(`${root}build`, { recursive: true });
  writeFileSync(script, `${example}\nconsole.log(analysis.headline);`);
  const run = spawnSync(process.execPath, [script], { encoding: "utf8" });
  rmSync(script);
  if (run.status !== 0) throw new Error(run.stderr);
  return readme.replace(HEADLINE, (_, head: string) => head + run.stdout.trim());
}

interface Figure {
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly averagePrecision?: number;
  readonly mean?: number;
  readonly n?: number;
  readonly gold?: number;
}

/** Rows of the tables: the scorer's key, what it is in English and in Chinese. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ["relevance", "relevant articles", "相关报道"],
  ["topics", "topics", "主题"],
  ["topTopic", "best topic right", "首要主题正确率"],
  ["regionCodes", "regions, codes", "行政区划代码"],
  ["regionMentions", "regions, mentions", "行政区划提及"],
  ["primaryRegion", "primary region right", "发生地正确率"],
  ["institutionMentions", "institutions, mentions", "机构提及"],
  ["institutionNames", "institutions, full names", "机构全称"],
  ["institutionType", "type right, of those found", "机构类型正确率"],
  ["institutionCode", "code right, of those found", "机构代码正确率"],
  ["terms", "terms", "术语"],
  ["noiseRemoved", "noise removed", "模板文字清除率"],
  ["bodyKept", "sentences of the body kept", "正文句子保留率"],
  ["headlineRougeL", "headline, ROUGE-L with the editor's", "标题 ROUGE-L"],
  ["summaryNuggets", "facts kept by the summary", "摘要所含要点"],
  ["summaryRougeL", "summary, ROUGE-L with the reference", "摘要 ROUGE-L"],
  ["summaryTraceable", "summaries made of the text alone", "摘要可逐字溯源"],
  ["reprints", "reprints", "转载归并"],
  ["bulletinItems", "items of the bulletin", "周报入选"],
];

const three = (x: number | undefined): string => (x === undefined ? "" : x.toFixed(3));

function table(quality: Readonly<Record<string, Figure>>, head: string, column: 1 | 2): string {
  const rows = ROWS.filter(([key]) => quality[key]).map((row) => {
    const f = quality[row[0]]!;
    const cells = f.f1 === undefined ? ["", "", three(f.mean)] : [three(f.precision), three(f.recall), three(f.f1)];
    return `| ${row[column]} | ${cells.join(" | ")} | ${f.gold ?? f.n ?? ""} |`;
  });
  return `${head}\n|---|---|---|---|---|\n${rows.join("\n")}`;
}

for (const file of ["README.md", "README.zh-CN.md"]) change(file, withHeadline);
const result = process.argv[2];
if (result) {
  const quality = JSON.parse(readFileSync(result, "utf8")) as Record<string, Figure>;
  const english = table(quality, "| what | precision | recall | F1, or mean | of |", 1);
  const chinese = table(quality, "| 项目 | 查准率 | 查全率 | F1 或均值 | 数量 |", 2);
  change("docs/accuracy.md", (text) => setBlock(text, "quality", english));
  change("README.zh-CN.md", (text) => setBlock(text, "quality", chinese));
}
