/**
 * The whole analysis (64 articles together, and one by one) beside nodejieba's tag and cut, on the same text, interleaved
 * in one run; the stages' shares of tag's time; what the command takes to start and to make a bulletin.
 *
 *   tsx benchmarks/pipeline/run.ts [--json FILE] [--rounds N]
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { createAnalyzer as Create, Stage } from "../../src/analyzer.ts";

// The compiled code is what users run; its types are the sources'.
const { createAnalyzer } = (await import(new URL("../../dist/index.js", import.meta.url).href)) as {
  createAnalyzer: typeof Create;
};
const { values } = parseArgs({ options: { json: { type: "string" }, rounds: { type: "string", default: "7" } } });
const corpus = new URL("../../corpus/", import.meta.url);
type Raw = { readonly id: string; readonly title: string; readonly content: string };
const gold = readdirSync(corpus)
  .filter((f) => f.endsWith(".jsonl"))
  .sort()
  .flatMap((f) =>
    readFileSync(new URL(f, corpus), "utf8")
      .split("\n")
      .filter((l) => l !== "")
      .map((l) => JSON.parse(l) as Raw),
  );

const median = (xs: readonly number[]): number => [...xs].sort((a, b) => a - b)[xs.length >> 1]!;
/** Processor time of this process in ms: on a machine that others load too, wall time tells nothing. */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const stages = new Map<Stage, number>();
let mark = 0;
const analyzer = await createAnalyzer();
const measured = await createAnalyzer({
  onStage(stage) {
    const now = processor();
    stages.set(stage, (stages.get(stage) ?? 0) + now - mark);
    mark = now;
  },
});
interface NodeJieba {
  cut(text: string): string[];
  tag(text: string): unknown[];
}
let jieba: NodeJieba | undefined;
try {
  jieba = createRequire(import.meta.url)("nodejieba") as NodeJieba;
} catch {
  console.log("nodejieba is not built (npm run native); only our own figures");
}

/** Fresh strings each round, so that nothing is remembered between rounds. */
const fresh = (round: number): Raw[] =>
  gold.map((a) => ({ ...a, id: `${a.id}-${round}`, title: `${a.title}`, content: `${a.content}\n${round}` }));
const time = (work: () => void, clock: () => number = processor): number => {
  const start = clock();
  work();
  return clock() - start;
};
/** Articles that go through the stages together, as the command does it. */
const BATCH = 64;
const batchesOf = (articles: readonly Raw[]): Raw[][] =>
  Array.from({ length: Math.ceil(articles.length / BATCH) }, (_, i) => articles.slice(i * BATCH, (i + 1) * BATCH));
const times = { analyze: [] as number[], one: [] as number[], tag: [] as number[], cut: [] as number[] };
const shares = new Map<Stage, number[]>();
let characters = 0;
const hash = createHash("sha256");
/** Rounds before any is counted: the compiler has seen every path by then. */
const WARM_UP = 6;
const rounds = Number(values.rounds);
for (let round = -WARM_UP; round < rounds; round++) {
  const articles = fresh(round);
  characters = articles.reduce((n, a) => n + a.title.length + a.content.length, 0);
  const texts = articles.map((a) => `${a.title}\n${a.content}`);
  const t = {
    analyze: time(() => {
      for (const batch of batchesOf(articles)) {
        const analyses = analyzer.analyzeAll(batch);
        if (round === 0) for (const analysis of analyses) hash.update(JSON.stringify(analysis));
      }
    }),
    one: time(() => {
      for (const a of articles) analyzer.analyze(a);
    }),
    tag: jieba
      ? time(() => {
          for (const x of texts) jieba.tag(x);
        })
      : Number.NaN,
    cut: jieba
      ? time(() => {
          for (const x of texts) jieba.cut(x);
        })
      : Number.NaN,
  };
  stages.clear();
  for (const batch of batchesOf(fresh(round + 1000))) {
    mark = processor();
    measured.analyzeAll(batch);
  }
  if (round < 0) continue;
  for (const k of ["analyze", "one", "tag", "cut"] as const) times[k].push(t[k]);
  for (const [stage, ms] of stages) shares.set(stage, [...(shares.get(stage) ?? []), ms / t.tag]);
}
const ratio = (of: readonly number[], to: readonly number[]): number => median(of.map((x, i) => to[i]! / x));
const millions = (ms: number): number => characters / ms / 1000;

const wallClock = (): number => performance.now();
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const wall = (args: readonly string[]): number =>
  median(
    Array.from({ length: 5 }, () =>
      time(() => {
        spawnSync(process.execPath, [main, ...args], { cwd: fileURLToPath(corpus) });
      }, wallClock),
    ),
  );
const child = (code: string): number =>
  Number(
    spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      encoding: "utf8",
    }).stdout,
  );
const load = median(
  Array.from({ length: 5 }, () =>
    child(
      'const m = await import("./dist/index.js"); const t = performance.now(); await m.createAnalyzer(); console.log(performance.now() - t)',
    ),
  ),
);
const result = {
  articles: gold.length,
  characters,
  millionCharactersPerSecond: {
    analyze: millions(median(times.analyze)),
    nodejiebaTag: millions(median(times.tag)),
    nodejiebaCut: millions(median(times.cut)),
  },
  analyzeAgainstTag: ratio(times.analyze, times.tag),
  analyzeAgainstCut: ratio(times.analyze, times.cut),
  oneByOneAgainstTag: ratio(times.one, times.tag),
  sharesOfTag: Object.fromEntries([...shares].map(([s, xs]) => [s, median(xs)])),
  createAnalyzerMs: load,
  commandStartMs: wall(["--version"]),
  bareNodeMs: median(
    Array.from({ length: 5 }, () =>
      time(() => {
        spawnSync(process.execPath, ["-e", "0"]);
      }, wallClock),
    ),
  ),
  bulletinOf24ArticlesMs: wall(["bulletin", "issue-545.jsonl", "--issue", "545", "--format", "json"]),
  checksum: hash.digest("hex").slice(0, 16),
};
const f = (x: number): string => x.toFixed(2).padStart(8);
console.log(`${gold.length} articles, ${characters} characters, median of ${rounds} rounds`);
console.log(
  `million characters a second of processor time: whole analysis${f(result.millionCharactersPerSecond.analyze)}   nodejieba tag${f(result.millionCharactersPerSecond.nodejiebaTag)}   cut${f(result.millionCharactersPerSecond.nodejiebaCut)}`,
);
console.log(
  `whole analysis: ${result.analyzeAgainstTag.toFixed(2)} × the speed of tag, ${result.analyzeAgainstCut.toFixed(2)} × the speed of cut; one article at a time ${result.oneByOneAgainstTag.toFixed(2)} × tag`,
);
console.log(
  `shares of tag's time: ${Object.entries(result.sharesOfTag)
    .map(([s, x]) => `${s} ${x.toFixed(3)}`)
    .join("  ")}`,
);
console.log(
  `createAnalyzer ${load.toFixed(0)} ms; the command starts in ${result.commandStartMs.toFixed(0)} ms (bare Node ${result.bareNodeMs.toFixed(0)}); a bulletin of 24 articles ${result.bulletinOf24ArticlesMs.toFixed(0)} ms; answer ${result.checksum}`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
