/**
 * A pool of many articles to a bulletin, by the command with two threads: wall seconds, peak memory, growth.
 *
 *   tsx benchmarks/scale/run.ts [--counts 2000,10000] [--json FILE]
 *
 * The articles are gold articles in which every sixth Han character is replaced (seeded), so that no two are near-duplicates.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { counts: { type: "string", default: "2000,10000" }, json: { type: "string" } },
});
const corpus = new URL("../../corpus/", import.meta.url);
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
type Raw = { title: string; content: string; source?: string };
const gold = readdirSync(corpus)
  .filter((f) => f.endsWith(".jsonl"))
  .sort()
  .flatMap((f) =>
    readFileSync(new URL(f, corpus), "utf8")
      .split("\n")
      .filter((l) => l !== "")
      .map((l) => JSON.parse(l) as Raw),
  );
const HAN = [...new Set(gold.map((a) => a.content).join(""))].filter((c) => c >= "一" && c <= "龥");

let state = 12345;
/** A linear congruential generator (Numerical Recipes): the same pool each time. */
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const varied = (text: string): string =>
  text.replace(/[一-龥]/g, (c) => (random(6) === 0 ? HAN[random(HAN.length)]! : c));

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
const rows = values.counts
  .split(",")
  .map(Number)
  .map((count) => {
    const pool = join(folder, `${count}.jsonl`);
    const file = openSync(pool, "w");
    let characters = 0;
    for (let i = 0; i < count; i++) {
      const a = gold[i % gold.length]!;
      const article = {
        id: String(i).padStart(7, "0"),
        title: varied(a.title),
        content: varied(a.content),
        source: a.source,
        url: `https://a.example/${i}`,
        publishedAt: `2023-10-${14 + (i % 7)}`,
      };
      characters += article.content.length;
      writeSync(file, `${JSON.stringify(article)}\n`);
    }
    closeSync(file);
    const start = performance.now();
    const run = spawnSync(
      "/usr/bin/time",
      [
        "-v",
        process.execPath,
        main,
        "bulletin",
        pool,
        "--issue",
        "546",
        "--jobs",
        "2",
        "--format",
        "json",
        "-o",
        join(folder, "b.json"),
      ],
      { encoding: "utf8" },
    );
    const seconds = (performance.now() - start) / 1000;
    const peak = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(run.stderr)?.[1] ?? Number.NaN) / 1024;
    console.log(
      `${count} articles, ${(characters / 1e6).toFixed(1)} million characters: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB, exit ${run.status}`,
    );
    rmSync(pool);
    return { count, characters, seconds, peakMegabytes: peak };
  });
const [first, last] = [rows[0]!, rows.at(-1)!];
const exponent = rows.length > 1 ? Math.log(last.seconds / first.seconds) / Math.log(last.count / first.count) : null;
if (exponent !== null) console.log(`growth from ${first.count} to ${last.count}: exponent ${exponent.toFixed(2)}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows, exponent }, null, 2)}\n`);
rmSync(folder, { recursive: true });
