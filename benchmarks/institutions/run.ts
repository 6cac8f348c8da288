/**
 * Institutions beside nodejieba's tags: spans on the public sets, and the time of the stage (found and named) beside
 * nodejieba's `tag` on the same texts in the same run. Needs ../shared and nodejieba's addon.
 *
 *   tsx benchmarks/institutions/run.ts [--json FILE]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import nodejieba from "nodejieba";
import type { Field, Reading } from "../../src/core/types.ts";
import { findInstitutions, nameInstitutions } from "../../src/extract/institutions/index.ts";
import { InstitutionTagger } from "../../src/extract/institutions/tagger/index.ts";
import { Gazetteer } from "../../src/lexicon/divisions.ts";
import { InstitutionLexicon } from "../../src/lexicon/institutions.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { Scanner } from "../../src/lexicon/scanner.ts";

const shared = new URL("../../../shared/", import.meta.url);
const resources = {
  institutions: new InstitutionLexicon(loadResource("institutions.bin")),
  divisions: new Gazetteer(loadResource("divisions.bin")),
  tagger: new InstitutionTagger(loadResource("institution-tagger.bin")),
};
const scanner = Scanner.open(loadResource("scanner.bin"));
const field = (name: "title" | "text", text: string): Field => ({ name, text, hits: scanner.scan(text), tokens: [] });
// The stages read only the two fields of a reading.
const read = (text: string): Reading => ({ title: field("title", ""), text: field("text", text) }) as Reading;

type Spans = Set<string>;
const ours = (text: string): Spans =>
  new Set(findInstitutions(read(text), resources).map((m) => `${m.start}-${m.end}`));
function jieba(text: string): Spans {
  const spans: Spans = new Set();
  let at = 0;
  for (const { word, tag } of nodejieba.tag(text)) {
    if (tag === "nt") spans.add(`${at}-${at + word.length}`);
    at += word.length;
  }
  return spans;
}

interface Sentence {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}
/** Labels that are institutions in each set; the public sets take companies, governments and organisations apart. */
const sets: readonly [name: string, file: string, labels: readonly string[]][] = [
  ["MSRA (training part)", "data/ner-msra/train.jsonl.gz", ["ORG"]],
  ["People's Daily", "data/ner-peoples-daily/dev.jsonl", ["ORG"]],
  ["Boson", "data/ner-boson/dev.jsonl", ["org_name", "company_name"]],
  ["CLUENER", "data/ner-cluener/train.jsonl", ["company", "government", "organization"]],
];
const most = 2000;

function f1(sentences: readonly Sentence[], labels: readonly string[], find: (text: string) => Spans): number {
  let [hits, found, wanted] = [0, 0, 0];
  for (const { text, entities } of sentences) {
    const gold = new Set(entities.filter((e) => labels.includes(e.label)).map((e) => `${e.start}-${e.end}`));
    const spans = find(text);
    for (const s of spans) if (gold.has(s)) hits++;
    found += spans.size;
    wanted += gold.size;
  }
  return Math.round((2000 * hits) / (found + wanted)) / 1000;
}

const rows: Record<string, { ours: number; nodejieba: number }> = {};
for (const [name, file, labels] of sets) {
  const url = new URL(file, shared);
  if (!existsSync(url)) continue;
  const bytes = readFileSync(url);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .slice(0, most);
  const sentences = lines.map((line) => JSON.parse(line) as Sentence);
  rows[name] = { ours: f1(sentences, labels, ours), nodejieba: f1(sentences, labels, jieba) };
}
console.table(rows);

const texts = [537, 538, 540, 541, 544, 545, 547, 549].flatMap((n) => {
  const url = new URL(`corpus/issue-${n}.jsonl`, shared);
  if (!existsSync(url)) return [];
  const lines = readFileSync(url, "utf8").trimEnd().split("\n");
  return lines.map((line) => (JSON.parse(line) as { content: string }).content);
});
const readings = texts.map(read);
/** The best of many rounds (the first dozen are compiled as they go), in milliseconds of processor time. */
function time(round: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 40; k++) {
    const from = process.cpuUsage();
    round();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
const tag = time(() => {
  for (const text of texts) nodejieba.tag(text);
});
const stage = time(() => {
  for (const r of readings) nameInstitutions(findInstitutions(r, resources), [], r, resources);
});
const speed = { stageMs: stage, nodejiebaTagMs: tag, ratio: Math.round((stage / tag) * 100) / 100 };
console.table({ speed });
const json = process.argv[process.argv.indexOf("--json") + 1];
if (process.argv.includes("--json") && json) writeFileSync(json, JSON.stringify({ spans: rows, speed }));
