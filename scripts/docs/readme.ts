/**
 * Puts what the program gives now into the documents: the sample's directory and the example's headline into README.md and
 * README.zh-CN.md, and with a result of the quality benchmark its table into README.zh-CN.md and docs/accuracy.md.
 *
 *   npm run build && tsx scripts/docs/readme.ts [QUALITY.json]
 *   (QUALITY.json: `tsx benchmarks/quality/run.ts --json QUALITY.json`)
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function node(...args: string[]): string {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function fill(file: string, name: string, content: string): void {
  const text = readFileSync(root + file, "utf8");
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${file} has no ${open.trim()} … ${close}`);
  writeFileSync(root + file, text.slice(0, start + open.length) + content + text.slice(end));
}

const demo = node("scripts/demo.mjs");
const directory = demo.slice(demo.indexOf("一、信息目录"), demo.indexOf("\n\nFiles:"));
const HEADLINE = /^(analysis\.headline; \/\/ ).*$/m;
for (const file of ["README.md", "README.zh-CN.md"]) {
  fill(file, "demo", `\`\`\`text\n${directory.trim()}\n\`\`\`\n`);
  const readme = readFileSync(root + file, "utf8");
  const example = /^```ts\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? "";
  if (!HEADLINE.test(example)) continue;
  mkdirSync(`${root}build`, { recursive: true });
  writeFileSync(`${root}build/example.mjs`, `${example}\nconsole.log(analysis.headline);`);
  const headline = node("build/example.mjs").trim();
  rmSync(`${root}build/example.mjs`);
  writeFileSync(
    root + file,
    readme.replace(HEADLINE, (_, head: string) => head + headline),
  );
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
  return `${head}\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

const file = process.argv[2];
if (file) {
  const quality = JSON.parse(readFileSync(file, "utf8")) as Record<string, Figure>;
  fill("docs/accuracy.md", "quality", table(quality, "| what | precision | recall | F1, or mean | of |", 1));
  fill("README.zh-CN.md", "quality", table(quality, "| 项目 | 查准率 | 查全率 | F1 或均值 | 数量 |", 2));
}
