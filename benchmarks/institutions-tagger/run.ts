/**
 * The recogniser beside nodejieba's tags (nt → ORG, ns → LOC): exact spans on the public sets, distinct institution
 * strings on the gold issues, and speed on the same text in the same run. `npx tsx benchmarks/institutions-tagger/run.ts`
 *
 * The shipped model has seen the gold issues; the card gives each issue's figures by a model that has not.
 */
import { createRequire } from "node:module";
import {
  hasShared,
  readBoson,
  readCluener,
  readGold,
  readMsra,
  readPeoplesDaily,
  type Sentence,
} from "../../scripts/train/institutions/corpora.ts";
import { measureGold, measureSpans } from "../../scripts/train/institutions/measure.ts";
import { InstitutionTagger, type TaggedSpan } from "../../src/extract/institutions/tagger/index.ts";
import { loadResource } from "../../src/lexicon/load.ts";

interface Jieba {
  tag(text: string): { word: string; tag: string }[];
}
type Tag = (text: string) => TaggedSpan[];

if (!hasShared) {
  console.log("the shared sets are absent; the card holds the recorded figures");
  process.exit(0);
}
const bytes = loadResource("institution-tagger.bin");
const before = performance.now();
const tagger = new InstitutionTagger(bytes);
console.log(`load ${(performance.now() - before).toFixed(0)} ms (cold)`);
const jieba = createRequire(import.meta.url)("nodejieba") as Jieba;

const ours: Tag = (text) => tagger.tag(text);
const theirs: Tag = (text) => {
  const spans: TaggedSpan[] = [];
  let at = 0;
  for (const { word, tag } of jieba.tag(text)) {
    if (tag === "nt" || tag === "ns")
      spans.push({ start: at, end: at + word.length, label: tag === "nt" ? "ORG" : "LOC" });
    at += word.length;
  }
  return spans;
};

const sets: Record<string, readonly Sentence[]> = {
  "MSRA, held out": readMsra().heldOut,
  "People's Daily, dev": readPeoplesDaily(),
  "CLUENER, held out": readCluener().heldOut,
  "Boson, half": readBoson(),
};
for (const [set, sentences] of Object.entries(sets))
  for (const [name, tag] of [
    ["weixun", ours],
    ["nodejieba", theirs],
  ] as const) {
    const { LOC, ORG, both } = measureSpans(tag, sentences);
    console.log(`${set}\t${name}\tLOC ${LOC}\tORG ${ORG}\tboth ${both}`);
  }
const gold = readGold();
for (const [name, tag] of [
  ["weixun (has seen them)", ours],
  ["nodejieba", theirs],
] as const)
  console.log(`gold issues\t${name}\t${measureGold(tag, gold)}`);

const texts = gold.flatMap((a) => [a.title, a.body]);
const characters = texts.reduce((sum, t) => sum + t.length, 0);
const best = new Map<string, number>();
for (let round = 0; round < 7; round++)
  for (const [name, tag] of [
    ["weixun tag", ours],
    ["nodejieba tag", (t: string) => jieba.tag(t)],
  ] as const) {
    const start = performance.now();
    for (const text of texts) tag(text);
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start));
  }
const reference = best.get("nodejieba tag")!;
for (const [name, ms] of best)
  console.log(
    `${name}\t${(characters / ms / 1000).toFixed(2)} million characters/s\t${(ms / reference).toFixed(2)} of nodejieba's time`,
  );
