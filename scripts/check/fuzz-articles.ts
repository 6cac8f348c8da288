/**
 * Analyses changed articles of the corpus: cut, joined, repeated, mis-spelt, hostile. Each must give what the contract
 * promises of an Analysis. Prints one JSON line; exits 1 on a failure and says its seed.
 *
 * tsx scripts/check/fuzz-articles.ts [articles = 1000000] [seed = 1]
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Analyzer, createAnalyzer } from "../../src/analyzer.ts";
import type { Analysis, Article, Mention } from "../../src/core/types.ts";
import { hostileText, seeded } from "./_hostile-text.ts";

export interface FuzzArticlesResult {
  readonly articles: number;
  readonly chars: number;
  /** How many ended in each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly failures: string[];
}

type Random = () => number;
const CORPUS = new URL("../../corpus/", import.meta.url);

function corpusArticles(): Article[] {
  const files = readdirSync(CORPUS).filter((f) => f.endsWith(".jsonl"));
  return files.flatMap((f) =>
    readFileSync(new URL(f, CORPUS), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const { gold: _, ...article } = JSON.parse(line) as Article & { gold: unknown };
        return article;
      }),
  );
}

const DATES = [
  "",
  "2023-10-16",
  "2023年10月1日",
  "9999-99-99",
  "昨天",
  "1697421900000",
  "2023-10-16T23:30:00Z",
  "\ud800",
];
const PIECES = [
  "\u0000",
  "\ud83d",
  "\u202e",
  "（",
  "”",
  "\n\n\n",
  "\r\n",
  "\u00a0",
  "１２３％",
  "记者王某",
  "编辑：",
  "<p>",
];

/** One change of a text: a cut, a repeat, a swap, a piece put in, a stretch of chance. */
function changed(text: string, other: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(random() * 200));
  switch (Math.floor(random() * 8)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(to);
    case 3:
      return text.slice(0, to) + text.slice(at);
    case 4:
      return text.slice(0, at) + other.slice(0, 200) + text.slice(to);
    case 5:
      return text.slice(0, at) + PIECES[Math.floor(random() * PIECES.length)]! + text.slice(at);
    case 6:
      return (
        text.slice(0, at) + hostileText(random, [other.slice(0, 4), "医院", "平台", "卫生健康委"]) + text.slice(to)
      );
    default:
      return text.replace(/[，。\n]/g, (mark) => (random() < 0.2 ? "" : mark));
  }
}

function* mentionsOf(a: Analysis): Generator<Mention> {
  for (const entities of [a.regions, a.institutions, a.people, a.terms]) for (const e of entities) yield* e.mentions;
  for (const e of a.relevance.evidence) yield* e.mentions;
}

/** What the contract promises of an Analysis and this one breaks. */
function faultsOf(a: Analysis): string[] {
  const faults: string[] = [];
  for (const m of mentionsOf(a))
    if ((m.field === "title" ? a.title : a.text).slice(m.start, m.end) !== m.text || m.text === "")
      faults.push(`mention ${m.field} ${m.start}–${m.end} “${m.text.slice(0, 20)}” is not its slice`);
  const { score, bias, evidence, band } = a.relevance;
  const sum = evidence.reduce((s, e) => s + e.contribution, bias);
  const chance = 1 / (1 + Math.exp(-sum));
  // In log-odds a thousandth of a millionth, and what a double can say of a number near 1.
  const exact = 1e-9 * chance * (1 - chance) + Number.EPSILON * chance;
  if (!(score > 0 && score < 1) || Math.abs(score - chance) > exact)
    faults.push(`score ${score} is not bias + contributions ${sum}`);
  if ([...a.headline].length > 40) faults.push(`headline of ${[...a.headline].length} characters`);
  if (a.summary !== null && band === "leave") faults.push("a summary for the band leave");
  for (const s of a.summary?.spans ?? [])
    if (s.start < 0 || s.end > a.text.length || s.start >= s.end || s.at < 0 || s.at >= a.summary!.text.length)
      faults.push(`summary span ${s.start}–${s.end} lies outside`);
  if (a.summary !== null && [...a.summary.text].length > 160)
    faults.push(`summary of ${a.summary.text.length} characters`);
  if (a.text.includes("\n\n")) faults.push("an empty line in the text");
  if (a.regions.filter((r) => r.primary).length > 1) faults.push("two primary regions");
  return faults;
}

/** Analyses `count` changed articles; `analyzer` may be one that stands already. */
export async function fuzzArticles(count: number, seed: number, analyzer?: Analyzer): Promise<FuzzArticlesResult> {
  const weixun = analyzer ?? (await createAnalyzer());
  const corpus = corpusArticles();
  const random = seeded(seed);
  const pick = (): Article => corpus[Math.floor(random() * corpus.length)]!;
  const failures: string[] = [];
  const statuses: Record<string, number> = {};
  let chars = 0;
  for (let n = 0; n < count; n++) {
    const base = pick();
    let { title, content } = base;
    for (let k = Math.floor(random() * 4); k >= 0; k--) {
      if (random() < 0.3) title = changed(title, pick().title, random);
      else content = changed(content, pick().content, random);
    }
    const article = { ...base, id: `f${n}`, title, content, publishedAt: DATES[Math.floor(random() * DATES.length)]! };
    chars += content.length;
    try {
      const analysis = weixun.analyze(article);
      statuses[analysis.status] = (statuses[analysis.status] ?? 0) + 1;
      for (const fault of faultsOf(analysis)) failures.push(`article ${n} (from ${base.id}): ${fault}`);
      // The same article gives the same analysis, whatever was analysed in between.
      if (n % 50 === 0 && JSON.stringify(weixun.analyze(article)) !== JSON.stringify(analysis))
        failures.push(`article ${n}: a second analysis differs`);
    } catch (error) {
      failures.push(`article ${n} (from ${base.id}): ${(error as Error).stack?.slice(0, 300)}`);
    }
  }
  return { articles: count, chars, statuses, failures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
  const result = await fuzzArticles(count, seed);
  const { failures } = result;
  console.log(
    JSON.stringify({
      check: "fuzz-articles",
      seed,
      ...result,
      failures: failures.slice(0, 10),
      failed: failures.length,
    }),
  );
  if (failures.length > 0) process.exit(1);
}
