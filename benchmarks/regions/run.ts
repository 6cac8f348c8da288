/**
 * Regions measured: `npx tsx benchmarks/regions/run.ts` (after npm run build). The gold pools by the whole pipeline;
 * the province of each item of ../shared/data/health-dxy-news; places of the labelled news (MSRA, People's Daily) that
 * the gazetteer names; speed of the stage beside nodejieba's `tag` on the same text in the same run.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "fflate";
import { createAnalyzer } from "../../src/analyzer.ts";
import type { Document, Mention, Reading } from "../../src/core/types.ts";
import { findRegions } from "../../src/extract/regions/index.ts";
import { Gazetteer } from "../../src/lexicon/divisions.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { Scanner } from "../../src/lexicon/scanner.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { readDocument } from "../../src/segment/reading.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

const shared = new URL("../../../shared/", import.meta.url);
const gazetteer = new Gazetteer(loadResource("divisions.bin"));
const scanner = Scanner.open(loadResource("scanner.bin"));
const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

function lines<T>(file: string): T[] {
  const bytes = readFileSync(new URL(file, shared));
  const text = new TextDecoder().decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  return text
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as T);
}

const ratio = (a: number, b: number): string => (b === 0 ? "-" : (a / b).toFixed(4));
const f1 = (tp: number, fp: number, fn: number): string =>
  `precision ${ratio(tp, tp + fp)}  recall ${ratio(tp, tp + fn)}  f1 ${ratio(2 * tp, 2 * tp + fp + fn)}`;

interface Gold {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly gold: { readonly regions: readonly { code: string; primary: boolean; mentions: readonly string[] }[] };
}

async function gold(issues: readonly number[]): Promise<void> {
  const analyzer = await createAnalyzer();
  const codes = [0, 0, 0] as [number, number, number];
  const mentions = [0, 0, 0] as [number, number, number];
  const primary = [0, 0] as [number, number];
  const add = (sum: [number, number, number], want: ReadonlySet<string>, got: ReadonlySet<string>): void => {
    for (const g of got) sum[want.has(g) ? 0 : 1]++;
    for (const w of want) if (!got.has(w)) sum[2]++;
  };
  for (const issue of issues)
    for (const { gold: labels, ...article } of lines<Gold>(`corpus/issue-${issue}.jsonl`)) {
      const { regions } = analyzer.analyze(article);
      add(codes, new Set(labels.regions.map((r) => r.code)), new Set(regions.map((r) => r.code)));
      add(
        mentions,
        new Set(labels.regions.flatMap((r) => r.mentions)),
        new Set(regions.flatMap((r) => r.mentions.map((m) => m.text))),
      );
      const want = labels.regions.find((r) => r.primary)?.code;
      if (want === undefined) continue;
      primary[1]++;
      if (regions.find((r) => r.primary)?.code === want) primary[0]++;
    }
  console.log(`gold ${issues.join(" ")}`);
  console.log(`  codes     ${f1(...codes)}`);
  console.log(`  mentions  ${f1(...mentions)}`);
  console.log(`  primary   ${ratio(...primary)} of ${primary[1]}`);
}

interface Dxy {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly infoSource: string;
  readonly pubDate: string;
  readonly provinceName: string;
}

async function dxy(): Promise<void> {
  const analyzer = await createAnalyzer();
  const named = [0, 0] as [number, number];
  const inferred = [0, 0] as [number, number];
  for (const item of lines<Dxy>("data/health-dxy-news/dev.jsonl")) {
    if (item.provinceName === "" || item.provinceName === "全国") continue;
    const want = gazetteer.named(item.provinceName)[0]?.code ?? "";
    const { id, title, summary: content, infoSource: source } = item;
    const { regions } = analyzer.analyze({ id, title, content, source, publishedAt: item.pubDate.slice(0, 10) });
    const inTitle = regions.some(
      (r) => gazetteer.contains(want, r.code) && r.mentions.some((m) => m.field === "title"),
    );
    const sum = inTitle ? named : inferred;
    sum[1]++;
    const got = regions.find((r) => r.primary)?.code;
    if (got !== undefined && gazetteer.contains(want, got)) sum[0]++;
  }
  console.log("health-dxy-news, province of the primary region");
  console.log(`  in the title     ${ratio(...named)} of ${named[1]}`);
  console.log(`  to be inferred   ${ratio(...inferred)} of ${inferred[1]}`);
}

interface Labelled {
  readonly text: string;
  readonly entities: readonly { start: number; end: number; label: string; text: string }[];
}

const readingOf = (text: string): Reading =>
  readDocument(
    {
      id: "",
      status: "ok",
      title: "",
      source: "",
      sourceGroup: "",
      url: "",
      publishedAt: "1998-01-05",
      language: "cmn",
      text,
      noise: [],
      notices: [],
      alignment: [],
    } satisfies Document,
    scanner,
    segmenter,
  );

/** LOC that are names of divisions; ORG are taken. A mention over any LOC is no false place. */
function locations(name: string, file: string, limit: number): void {
  let [tp, fp, fn] = [0, 0, 0];
  for (const { text, entities } of lines<Labelled>(file).slice(0, limit)) {
    const taken: Mention[] = entities.filter((e) => e.label === "ORG").map((e) => ({ ...e, field: "text" }));
    const found = findRegions(readingOf(text), taken, gazetteer).regions.flatMap((r) => r.mentions);
    const spans = [...new Map(found.map((m) => [m.start, m])).values()];
    const places = entities.filter((e) => e.label === "LOC");
    for (const m of spans) places.some((e) => e.start < m.end && m.start < e.end) ? tp++ : fp++;
    for (const e of places)
      if (
        gazetteer.named(e.text).some((s) => s.kind === "full" || s.kind === "short") &&
        !spans.some((m) => e.start < m.end && m.start < e.end)
      )
        fn++;
  }
  console.log(`${name}: LOC that are divisions  ${f1(tp, fp, fn)}`);
}

/** Characters a second of the stage alone (hits and tokens made before), and of nodejieba's `tag`. */
function speed(): void {
  const texts = lines<{ text: string }>("data/news-xwlb/items.dev.jsonl.gz").map((i) => i.text);
  const characters = texts.reduce((n, t) => n + t.length, 0);
  const jieba = createRequire(import.meta.url)("nodejieba") as { tag(text: string): unknown };
  const rounds = 8;
  let [stage, tag, regions] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < rounds; round++) {
    const readings = texts.map(readingOf);
    const start = performance.now();
    regions = 0;
    for (const r of readings) regions += findRegions(r, [], gazetteer).regions.length;
    stage = Math.min(stage, performance.now() - start);
    const before = performance.now();
    for (const t of texts) jieba.tag(t);
    tag = Math.min(tag, performance.now() - before);
  }
  const rate = (ms: number): string => `${(characters / ms / 1000).toFixed(2)} M characters/s`;
  console.log(
    `speed on ${characters} characters (${regions} regions): stage ${rate(stage)}, nodejieba tag ${rate(tag)}`,
  );
  console.log(`  the stage takes ${(stage / tag).toFixed(3)} of the time of tag`);
}

if (!existsSync(new URL("corpus/", shared))) console.log("regions: ../shared is absent, nothing measured");
else {
  await gold([537, 540, 544, 547]);
  await gold([538, 541, 545, 549]);
  await dxy();
  locations("MSRA (14,000 sentences)", "data/ner-msra/train.jsonl.gz", 14000);
  locations("People's Daily", "data/ner-peoples-daily/dev.jsonl", 1e9);
  speed();
}
