/**
 * Reprints: pairs made from the gold articles, the gold pairs, hard negatives of health-dxy-news, and the time for
 * 100,000 articles in one pool. npx tsx benchmarks/reprints/run.ts [--speed]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createAnalyzer } from "../../src/analyzer.ts";
import type { Analysis } from "../../src/core/types.ts";
import { chooseRepresentative, clusterReprints } from "../../src/dedupe/index.ts";
import { VARIANTS } from "./variants.ts";

const root = new URL("../../", import.meta.url);
const lines = <T>(file: URL): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as T);

interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly gold: { readonly duplicateOf: string | null };
}
interface Counts {
  tp: number;
  fp: number;
  fn: number;
}
const f1 = ({ tp, fp, fn }: Counts): string => ((2 * tp) / (2 * tp + fp + fn)).toFixed(4);

/** Counts pairs of one event over a pool. */
function count(pool: readonly Analysis[], event: (id: string) => string, misses?: string[]): Counts {
  const cluster = new Map<string, string>();
  for (const c of clusterReprints(pool)) for (const m of c.members) cluster.set(m, c.members[0]!); // at least one
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (let i = 0; i < pool.length; i++)
    for (let j = i + 1; j < pool.length; j++) {
      const [a, b] = [pool[i]!.id, pool[j]!.id];
      const want = event(a) === event(b);
      const got = cluster.get(a) === cluster.get(b);
      if (want && got) counts.tp++;
      else if (want || got) {
        counts[want ? "fn" : "fp"]++;
        misses?.push(`${want ? "missed" : "joined"} ${a} ${b}`);
      }
    }
  return counts;
}

const analyzer = await createAnalyzer();
const issues = readdirSync(new URL("corpus/", root))
  .filter((f) => /^issue-\d+\.jsonl$/.test(f))
  .sort()
  .map((f) => lines<Labelled>(new URL(`corpus/${f}`, root)));
const analysed = issues.map((pool) => pool.map(({ gold: _, ...a }) => analyzer.analyze(a)));

const goldTotal: Counts = { tp: 0, fp: 0, fn: 0 };
let originals = 0;
let groups = 0;
issues.forEach((pool, k) => {
  const original = new Map(pool.map((a) => [a.id, a.gold.duplicateOf ?? a.id]));
  const c = count(analysed[k]!, (id) => original.get(id)!);
  goldTotal.tp += c.tp;
  goldTotal.fp += c.fp;
  goldTotal.fn += c.fn;
  for (const { members } of clusterReprints(analysed[k]!).filter((x) => x.members.length > 1)) {
    groups++;
    const { representative } = chooseRepresentative(analysed[k]!.filter((a) => members.includes(a.id)));
    if (original.get(representative) === representative) originals++;
  }
});
console.log(`gold pools: F1 ${f1(goldTotal)} ${JSON.stringify(goldTotal)}, original chosen ${originals}/${groups}`);

const base = issues.flatMap((pool, k) => analysed[k]!.filter((_, i) => pool[i]!.gold.duplicateOf === null));
for (const [name, make] of Object.entries(VARIANTS)) {
  const made = base.map((a) => {
    const { title, text } = make(a);
    return analyzer.analyze({
      id: `${a.id}~${name}`,
      title,
      content: text,
      publishedAt: a.publishedAt,
      source: "某网",
    });
  });
  const misses: string[] = [];
  const c = count([...base, ...made], (id) => id.split("~")[0]!, misses);
  console.log(`made pairs, ${name}: F1 ${f1(c)} ${JSON.stringify(c)}`);
  for (const miss of misses.slice(0, 5)) console.log(`  ${miss}`);
}

const dxy = new URL("../shared/data/health-dxy-news/", root);
if (existsSync(dxy)) {
  const pool = lines<Record<string, string>>(new URL("dev.jsonl", dxy)).map((a) =>
    analyzer.analyze({
      id: a.id!,
      title: a.title!,
      content: a.summary!,
      source: a.infoSource!,
      publishedAt: a.pubDate!,
    }),
  );
  const cluster = new Map(clusterReprints(pool).flatMap((c) => c.members.map((m) => [m, c.members[0]] as const)));
  const table: Record<string, number> = {};
  for (const p of lines<{ a: string; b: string; silver: string; titleA: string; titleB: string }>(
    new URL("near-duplicate-candidates.dev.jsonl", dxy),
  )) {
    const joined = cluster.get(p.a) === cluster.get(p.b);
    const key = `${p.silver} ${joined ? "joined" : "apart"}`;
    table[key] = (table[key] ?? 0) + 1;
    if (joined && p.silver === "different") console.log(`  joined: ${p.titleA} | ${p.titleB}`);
  }
  console.log("health-dxy-news", JSON.stringify(table));
}

if (process.argv.includes("--speed")) {
  const pool: Analysis[] = [];
  const sentences = base.flatMap((a) => a.text.match(/[^。！？\n]{8,}[。！？]/g) ?? []);
  // Every fifth article is a shortened reprint of the one before. All others are texts of their own: sentences from all
  // over the corpus, in each of which every fifth sign is moved on by an amount of its own.
  for (let i = 0; i < 100_000; i++) {
    if (i % 5 === 4) {
      const original = pool[i - 1]!;
      pool.push({ ...original, id: `s${i}`, text: original.text.slice(0, 350), title: original.text.slice(30, 50) });
      continue;
    }
    const text = Array.from({ length: 12 }, (_, k) => {
      const s = sentences[(i * 7919 + k * 104_729 + ((i * k) % 613)) % sentences.length]!;
      const move = (Math.imul(i * 12 + k + 1, 0x9e3779b1) >>> 7) % 20_000;
      const moved = (c: string): string => String.fromCharCode(0x4e00 + ((c.charCodeAt(0) - 0x4e00 + move) % 20_000));
      return s.replace(/[\u4e00-\u9fff]/g, (c, at: number) => (at % 5 === 2 ? moved(c) : c));
    }).join("");
    pool.push({ ...base[i % base.length]!, id: `s${i}`, text, title: text.slice(0, 20), noise: [], regions: [] });
  }
  const start = performance.now();
  const cpu = process.cpuUsage();
  const clusters = clusterReprints(pool);
  const chars = pool.reduce((n, a) => n + a.text.length, 0);
  console.log(
    `100,000 articles of ${Math.round(chars / pool.length)} characters: ${((performance.now() - start) / 1000).toFixed(1)} s (${(process.cpuUsage(cpu).user / 1e6).toFixed(1)} s of processor), ${clusters.length} clusters, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}
