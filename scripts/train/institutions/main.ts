/**
 * Trains the recogniser of institutions: `npm run train:institutions`. Seeded: the same bytes each time.
 * `-- --open` trains without MSRA; `-- --folds` also measures the gold issues one by one, each left out of training.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { InstitutionTagger } from "../../../src/extract/institutions/tagger/index.ts";
import { readBoson, readCluener, readMsra, readPeoplesDaily } from "./corpora.ts";
import { Crf, type Encoded, type Part } from "./crf.ts";
import { measureGold, measureSpans, Score } from "./measure.ts";
import { packModel } from "./pack-model.ts";
import { prepare } from "./prepare.ts";
import { Random } from "./random.ts";
import { addPlaces, silverSentences } from "./silver.ts";

const { values } = parseArgs({
  options: {
    open: { type: "boolean", default: false },
    folds: { type: "boolean", default: false },
    trigrams: { type: "boolean", default: false },
    rows: { type: "string", default: "160000" },
    weight: { type: "string", default: "4" },
    out: { type: "string" },
    misses: { type: "string" },
  },
});
const started = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`);
const SEED = 546;
const random = new Random(SEED + 1);

const prepared = prepare({ open: values.open, trigrams: values.trigrams, seed: SEED });
const { news, gold, silverTexts, keys, table, reader } = prepared;
say(`${news.length} news, ${gold.length} gold articles, ${silverTexts.length} silver; ${keys.length} features`);

const newsData = reader.encode(news, table);
const range = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
const tagger = (crf: Crf, rows: number): InstitutionTagger => new InstitutionTagger(bytesOf(crf, rows));
const bytesOf = (crf: Crf, rows: number): Uint8Array => packModel({ crf, rows, ...prepared });

const crf = new Crf(keys.length);
const all = (data: Encoded): Part => ({ data, order: range(data.sentenceStart.length - 1) });
const newsPart = all(newsData);
for (let epoch = 0; epoch < 3; epoch++) say(`news ${epoch}: loss ${crf.epoch([newsPart], random).toFixed(4)}`);
const silver = (): Part => all(reader.encode(silverSentences(silverTexts, tagger(crf, 600_000)), table));
say(`with silver: loss ${crf.epoch([newsPart, silver()], random).toFixed(4)}`);
const silverPart = silver();
const teacher = tagger(crf, 600_000);
const goldParts = gold.map((g) =>
  all(
    reader.encode(
      g.sentences.map((s) => addPlaces(s, teacher)),
      table,
    ),
  ),
);
const copyParts = gold.map((g) =>
  all(
    reader.encode(
      g.copies.map((s) => addPlaces(s, teacher)),
      table,
    ),
  ),
);
say("silver twice");

/** The part of a shuffled set that belongs to round `round` of `rounds`. */
function share(part: Part, round: number, rounds: number, own: Random): Part {
  const order = own.shuffle(Int32Array.from(part.order));
  return { data: part.data, order: order.filter((_, i) => i % rounds === round % rounds) };
}

/** Goes on with the gold articles that `take` accepts, mixed into the news and the silver. */
function finish(base: Crf, take: (issue: string) => boolean): Crf {
  const out = base.copy();
  const own = new Random(SEED + 2);
  const rounds = Number(values.weight);
  const taken = gold.flatMap((g, i) => (take(g.article.issue) ? [i] : []));
  for (let round = 0; round < rounds; round++)
    out.epoch(
      [
        share(newsPart, round, rounds, own),
        share(silverPart, round, rounds, own),
        ...taken.flatMap((i) => [share(copyParts[i]!, round, rounds, own), goldParts[i]!]),
      ],
      own,
    );
  return out;
}

const rows = Number(values.rows);
const f = (scores: Record<string, Score>): string =>
  Object.entries(scores)
    .map(([k, s]) => `${k} ${s}`)
    .join("  ");
const msra = readMsra().heldOut;
const cluener = readCluener().heldOut;
const peoples = readPeoplesDaily();
const boson = readBoson();
function report(name: string, t: InstitutionTagger): void {
  const tag = t.tag.bind(t);
  say(`${name} MSRA held out: ${f(measureSpans(tag, msra))}`);
  say(`${name} People's Daily: ${f(measureSpans(tag, peoples))}`);
  say(`${name} CLUENER held out: ${f(measureSpans(tag, cluener))}`);
  say(`${name} Boson: ${f(measureSpans(tag, boson))}`);
}
const base = tagger(crf, rows);
report("without gold", base);
say(
  `without gold, gold: ${measureGold(
    base.tag.bind(base),
    gold.map((g) => g.article),
  )}`,
);

if (values.folds) {
  const issues = [...new Set(gold.map((g) => g.article.issue))];
  const sum = new Score();
  const misses: string[] = [];
  for (const issue of issues) {
    const t = tagger(
      finish(crf, (other) => other !== issue),
      rows,
    );
    const score = measureGold(
      t.tag.bind(t),
      gold.filter((g) => g.article.issue === issue).map((g) => g.article),
      (line) => misses.push(line),
    );
    sum.add(score);
    say(`left out ${issue}: ${score}`);
  }
  say(`left out, all: ${sum}`);
  if (values.misses) writeFileSync(values.misses, misses.join("\n"));
}

const bytes = bytesOf(
  finish(crf, () => true),
  rows,
);
report("shipped", new InstitutionTagger(bytes));
const out = values.out ?? new URL("../../../dictionaries/models/institution-tagger.bin", import.meta.url);
mkdirSync(new URL("../../../dictionaries/models/", import.meta.url), { recursive: true });
writeFileSync(out, bytes);
say(`${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
