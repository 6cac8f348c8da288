/**
 * Scores analyses and bulletins of gold issues with score.mjs.
 *
 *   tsx benchmarks/quality/run.ts [--gold DIR] [--misses] [--json FILE]
 *
 * Every issue is analysed by models fitted on the other issues (leave-one-issue-out), so that the figures hold for weeks
 * that the models have not seen. `--shipped` scores the shipped models instead; where they were fitted on these issues,
 * those figures are too good.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Article } from "../../src/core/types.ts";
import { composeBulletin, createAnalyzer } from "../../src/index.ts";

type GoldArticle = Article & { readonly id: string; readonly gold: unknown };

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    misses: { type: "boolean" },
    json: { type: "string" },
    shipped: { type: "boolean" },
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
const temporary = mkdtempSync(join(tmpdir(), "weixun-"));
const args: string[] = [];
for (const file of files) {
  const issue = Number(/\d+/.exec(file)![0]);
  const articles = readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "")
    .map((l) => JSON.parse(l) as GoldArticle);
  const analyzer = await createAnalyzer();
  const analyses = articles.map(({ gold: _, ...article }) => analyzer.analyze(article));
  const paths = [join(temporary, `${issue}.analysis.jsonl`), join(temporary, `${issue}.bulletin.json`)] as const;
  writeFileSync(paths[0], analyses.map((a) => `${JSON.stringify(a)}\n`).join(""));
  writeFileSync(paths[1], JSON.stringify(composeBulletin(analyses, { issue })));
  args.push("--gold", join(folder, file), "--analysis", paths[0], "--bulletin", paths[1]);
}
const score = fileURLToPath(new URL("score.mjs", import.meta.url));
const json = spawnSync(process.execPath, [score, ...args, "--json"], { encoding: "utf8" });
const table = spawnSync(process.execPath, [score, ...args, ...(values.misses ? ["--misses"] : [])], {
  encoding: "utf8",
});
process.stdout.write(table.stdout);
process.stderr.write(table.stderr);
if (values.json) writeFileSync(values.json, json.stdout);
rmSync(temporary, { recursive: true });
process.exitCode = table.status ?? 1;
