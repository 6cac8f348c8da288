/**
 * A pool of many articles to a bulletin, by the command with two threads: wall seconds, peak memory, growth. With
 * `--megabytes`, files of so many megabytes through `analyze` instead, as NDJSON and as CSV: memory must not grow with them.
 *
 *   tsx benchmarks/scale/run.ts [--counts 2000,10000] [--json FILE]
 *   tsx benchmarks/scale/run.ts --megabytes 64,256 [--formats jsonl,csv] [--jobs 1] [--json FILE]
 *   tsx benchmarks/scale/run.ts --gain 2 --megabytes 64 [--json FILE]
 *
 * `--gain N`: what N threads gain over one, beside what N processes at once, each on its share of the file, gain: no thread can gain
 * more than the machine gives them. Three rounds in turn, medians.
 *
 * The articles are gold articles in which every sixth Han character is replaced (seeded), so that no two are near-duplicates.
 */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "2000,10000" },
    megabytes: { type: "string" },
    formats: { type: "string", default: "jsonl,csv" },
    jobs: { type: "string" },
    gain: { type: "string" },
    json: { type: "string" },
  },
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

type Row = { readonly [column in "id" | "title" | "content" | "source" | "url" | "publishedAt"]: string };
function articleOf(i: number): Row {
  const a = gold[i % gold.length]!;
  return {
    id: String(i).padStart(7, "0"),
    title: varied(a.title),
    content: varied(a.content),
    source: a.source ?? "",
    url: `https://a.example/${i}`,
    publishedAt: `2023-10-${14 + (i % 7)}`,
  };
}
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const lineOf = (row: Row, format: string): string =>
  `${format === "csv" ? Object.values(row).map(quoted).join(",") : JSON.stringify(row)}\n`;

/** Writes articles until `enough` of their number and of the bytes written. */
function writePool(path: string, format: string, enough: (count: number, bytes: number) => boolean): Size {
  const file = openSync(path, "w");
  if (format === "csv") writeSync(file, "id,title,content,source,url,publishedAt\n");
  let [articles, characters, bytes] = [0, 0, 0];
  for (; !enough(articles, bytes); articles++) {
    const row = articleOf(articles);
    characters += row.content.length;
    bytes += writeSync(file, lineOf(row, format));
  }
  closeSync(file);
  return { articles, characters, bytes };
}
interface Size {
  readonly articles: number;
  readonly characters: number;
  readonly bytes: number;
}
/** What the command takes: wall seconds and peak resident memory. */
interface Cost {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly exit: number | null;
}
function run(args: readonly string[]): Cost {
  const start = performance.now();
  const { stderr, status } = spawnSync("/usr/bin/time", ["-v", process.execPath, main, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  const peak = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
  return { seconds, peakMegabytes: peak, exit: status };
}
const told = ({ articles, characters }: Size, { seconds, peakMegabytes, exit }: Cost): string =>
  `${articles} articles, ${(characters / 1e6).toFixed(1)} million characters: ${seconds.toFixed(1)} s, peak ${peakMegabytes.toFixed(0)} MB, exit ${exit}`;

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
const out = join(folder, "out");

/** Files of growing size through `analyze`. */
function analyzeFiles(megabytes: readonly number[]): object {
  const rows = values.formats.split(",").flatMap((format) =>
    megabytes.map((size) => {
      const pool = join(folder, `pool.${format}`);
      const written = writePool(pool, format, (_, bytes) => bytes >= size * 1e6);
      const cost = run(["analyze", pool, "-o", out, ...(values.jobs ? ["--jobs", values.jobs] : [])]);
      console.log(`${format} of ${size} MB, ${told(written, cost)}`);
      rmSync(pool);
      return { format, megabytes: size, ...written, ...cost };
    }),
  );
  return { jobs: Number(values.jobs ?? 1), rows };
}

/** Pools of growing size to a bulletin. */
function bulletins(counts: readonly number[]): object {
  const rows = counts.map((count) => {
    const pool = join(folder, "pool.jsonl");
    const written = writePool(pool, "jsonl", (n) => n >= count);
    const cost = run(["bulletin", pool, "--issue", "546", "--jobs", values.jobs ?? "2", "--format", "json", "-o", out]);
    console.log(told(written, cost));
    rmSync(pool);
    return { ...written, ...cost };
  });
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const exponent =
    rows.length > 1 ? Math.log(last.seconds / first.seconds) / Math.log(last.articles / first.articles) : null;
  if (exponent !== null)
    console.log(`growth from ${first.articles} to ${last.articles}: exponent ${exponent.toFixed(2)}`);
  return { rows, exponent };
}

/** One thread, `n` threads, and `n` processes at once on as many equal files. */
async function gainOf(n: number, megabytes: number): Promise<object> {
  const shares = Array.from({ length: n }, (_, i) => join(folder, `share${i}.jsonl`));
  for (const share of shares) writePool(share, "jsonl", (_, bytes) => bytes >= (megabytes / n) * 1e6);
  const start = (share: string, i: number): Promise<Pick<Cost, "exit">> =>
    new Promise((ended) => {
      const child = spawn(process.execPath, [main, "analyze", share, "-o", `${out}${i}`], { stdio: "ignore" });
      child.on("exit", (exit) => ended({ exit }));
    });
  const ways: Record<string, () => Promise<Pick<Cost, "exit">[]>> = {
    one: async () => [run(["analyze", ...shares, "-o", out])],
    threads: async () => [run(["analyze", ...shares, "-o", out, "--jobs", String(n)])],
    processes: () => Promise.all(shares.map(start)),
  };
  const seconds = Object.fromEntries(Object.keys(ways).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < 3; round++)
    for (const [name, way] of Object.entries(ways)) {
      const begun = performance.now();
      const runs = await way();
      if (runs.some(({ exit }) => exit !== 0)) throw new Error(`${name}: a run failed; its time says nothing`);
      seconds[name]!.push((performance.now() - begun) / 1000);
    }
  const median = (name: string): number => seconds[name]!.toSorted((a, b) => a - b)[1]!;
  const [threads, processes] = [median("one") / median("threads"), median("one") / median("processes")];
  console.log(
    `${megabytes} MB by one thread ${median("one").toFixed(1)} s; ${n} threads gain ${threads.toFixed(2)} ×, ${n} processes at once ${processes.toFixed(2)} ×`,
  );
  return { megabytes, n, seconds, gain: { threads, processes } };
}

const numbers = (list: string): number[] => list.split(",").map(Number);
const result = values.gain
  ? await gainOf(Number(values.gain), Number(values.megabytes ?? 64))
  : values.megabytes
    ? analyzeFiles(numbers(values.megabytes))
    : bulletins(numbers(values.counts));
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
rmSync(folder, { recursive: true });
