/**
 * Trains the recogniser of institutions: `npm run train:institutions`. Seeded: the same bytes each time.
 * `-- --open` trains without MSRA (the model goes to build/, its card beside the other's); `-- --quick` leaves out the
 * folds (each gold issue measured by a model that has not seen it) and writes no card; `-- --fold-models FOLDER` keeps
 * those models, so that the whole analysis can be measured with them; `-- --held-out N --quick --out FILE` measures the
 * recipe on another twentieth (0–19) of MSRA and CLUENER than the shipped model's.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { InstitutionTagger } from "../../../src/extract/institutions/tagger/index.ts";
import { layTables, MODEL_VERSION } from "../../resources/_tagger-tables.ts";
import { HELD_OUT, readBoson, readCluener, readMsra, readPeoplesDaily, readResume, type Sentence } from "./corpora.ts";
import { Crf, onlyRows, type Part, withOwnRows } from "./crf.ts";
import { type Figures, measureGold, measureSpans, Score } from "./measure.ts";
import { packModel, widestRows } from "./pack-model.ts";
import { prepare, SWAPS } from "./prepare.ts";
import { Random } from "./random.ts";
import { addPlaces, silverSentences } from "./silver.ts";

const { values } = parseArgs({
  options: {
    open: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    rows: { type: "string", default: "160000" },
    rounds: { type: "string", default: "3" },
    last: { type: "string", default: "2" },
    out: { type: "string" },
    misses: { type: "string" },
    "fold-models": { type: "string" },
    "held-out": { type: "string", default: String(HELD_OUT) },
  },
});
const started = Date.now();
const say = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`);
const SEED = 546;
/** More rows than any model has: nothing is cut off. */
const EVERY_ROW = 1e7;
/** How far names are favoured (packModel) by the model, and by the teacher that puts in the places that sets leave out. */
const FAVOUR = 0.15;
const TEACHER_FAVOUR = 0.3;
/** One of so many parts of a set goes into each of the last rounds: CLUENER and Resume call less a name than MSRA does. */
const SILVER_PARTS = 3;
const SPARSE_PARTS = values.open ? 3 : 6;
const random = new Random(SEED + 1);

const heldOut = Number(values["held-out"]);
const prepared = prepare({ open: values.open, seed: SEED, heldOut });
const { gold, silverTexts, keys, table, reader } = prepared;
say(
  `${prepared.news.length + prepared.sparseNews.length} news, ${gold.length} gold articles, ${silverTexts.length} silver; ${keys.length} features`,
);

const range = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
const bytesOf = (crf: Crf, rows: number, favour: number): Uint8Array => packModel({ crf, rows, favour, ...prepared });
const tagger = (crf: Crf, rows: number, favour: number): InstitutionTagger =>
  new InstitutionTagger(layTables(bytesOf(crf, rows, favour)));

// The sets of other conventions have rows of their own behind the shared ones, which packModel leaves out.
const crf = new Crf(2 * keys.length);
const all = (sentences: readonly Sentence[]): Part => ({
  data: reader.encode(sentences, table),
  order: range(sentences.length),
});
const news = all(prepared.news);
if (!values.open)
  for (let epoch = 0; epoch < 5; epoch++) say(`MSRA ${epoch}: loss ${crf.epoch([news], random).toFixed(4)}`);
const placed = (sentences: readonly Sentence[], teacher: InstitutionTagger): Part =>
  all(values.open ? sentences : sentences.map((s) => addPlaces(s, teacher)));
const shares = placed(prepared.sparseNews, tagger(crf, EVERY_ROW, TEACHER_FAVOUR));
// Without MSRA they are all the news there is.
const sparse: Part = values.open ? shares : { data: withOwnRows(shares.data, keys), order: shares.order };
for (let epoch = 0; epoch < (values.open ? 3 : 1); epoch++)
  say(`news ${epoch}: loss ${crf.epoch([news, sparse], random).toFixed(4)}`);
const silver = (): Part => all(silverSentences(silverTexts, tagger(crf, EVERY_ROW, 0)));
say(`with silver: loss ${crf.epoch([news, sparse, silver()], random).toFixed(4)}`);
const silverPart = silver();
const teacher = tagger(crf, EVERY_ROW, TEACHER_FAVOUR);
const rows = Number(values.rows);
// The last rounds learn with no more rows than the model keeps: what others did is made up for.
const kept = new Uint8Array(keys.length);
for (const row of widestRows(crf, keys.length, rows)) kept[row] = 1;
crf.forget(keys.length, kept);
const within = ({ data, order }: Part): Part => ({ data: onlyRows(data, kept), order });
const lastNews = within(news);
const lastSparse = within(sparse);
const lastSilver = within(silverPart);
const goldParts = gold.map((g) => within(placed(g.sentences, teacher)));
const copyParts = gold.map((g) => within(placed(g.copies, teacher)));
say("silver twice");

/** A shuffled part of a set: part `round` of `parts`. */
function share(part: Part, round: number, parts: number, own: Random): Part {
  const order = own.shuffle(Int32Array.from(part.order));
  return { data: part.data, order: order.filter((_, i) => i % parts === round % parts) };
}

/** Goes on with the gold articles that `take` accepts, mixed into the news and the silver. */
function finish(base: Crf, take: (issue: string) => boolean): Crf {
  const out = base.copy();
  const own = new Random(SEED + 2);
  const rounds = Number(values.rounds);
  const taken = gold.flatMap((g, i) => (take(g.article.issue) ? [i] : []));
  for (let round = 0; round < rounds; round++)
    out.epoch(
      [
        lastNews,
        share(lastSparse, round, SPARSE_PARTS, own),
        share(lastSilver, round, SILVER_PARTS, own),
        ...taken.flatMap((i) => [share(copyParts[i]!, round, rounds, own), goldParts[i]!]),
      ],
      own,
    );
  for (let pass = 0; pass < Number(values.last); pass++)
    out.epoch(
      taken.map((i) => goldParts[i]!),
      own,
    );
  return out;
}

const sets: Record<string, readonly Sentence[]> = {
  "MSRA, a twentieth held out": readMsra(heldOut).heldOut,
  "People's Daily, dev": readPeoplesDaily(),
  "CLUENER, a twentieth held out": readCluener(heldOut).heldOut,
  "Boson, half": readBoson(),
};

/** Figures of one model on the public sets. */
function figures(name: string, tagger: InstitutionTagger): Record<string, Record<string, Figures>> {
  const out: Record<string, Record<string, Figures>> = {};
  for (const [set, sentences] of Object.entries(sets)) {
    const scores = measureSpans((text) => tagger.tag(text), sentences);
    out[set] = { LOC: scores.LOC.figures, ORG: scores.ORG.figures, both: scores.both.figures };
    say(`${name}, ${set}: LOC ${scores.LOC}  ORG ${scores.ORG}  both ${scores.both}`);
  }
  return out;
}

const articles = gold.map((g) => g.article);
const base = tagger(crf, rows, FAVOUR);
const withoutGold = measureGold((text) => base.tag(text), articles);
say(`gold issues, trained without any: ${withoutGold}`);

/** Each gold issue by a model that has not seen it. */
function foldFigures(): Record<string, Figures> {
  const out: Record<string, Figures> = {};
  const sum = new Score();
  const misses: string[] = [];
  for (const issue of new Set(articles.map((a) => a.issue))) {
    const foldBytes = layTables(
      bytesOf(
        finish(crf, (other) => other !== issue),
        rows,
        FAVOUR,
      ),
    );
    const t = new InstitutionTagger(foldBytes);
    if (values["fold-models"]) writeFileSync(`${values["fold-models"]}/without-${issue}.bin`, foldBytes);
    const own = articles.filter((a) => a.issue === issue);
    const score = measureGold(
      (text) => t.tag(text),
      own,
      (line) => misses.push(line),
    );
    out[issue] = score.figures;
    sum.add(score);
    say(`left out ${issue}: ${score}`);
  }
  say(`left out, all: ${sum}`);
  if (values.misses) writeFileSync(values.misses, misses.join("\n"));
  return { ...out, all: sum.figures };
}

const folds = values.quick ? {} : foldFigures();
const bytes = bytesOf(
  finish(crf, () => true),
  rows,
  FAVOUR,
);
const shipped = new InstitutionTagger(layTables(bytes));
const name = values.open ? "institution-tagger-open" : "institution-tagger";
const models = new URL("../../../dictionaries/models/", import.meta.url);
const card = {
  schemaVersion: MODEL_VERSION,
  name,
  what: "linear-chain CRF over characters; BIOES tags of LOC and ORG, one tag for people; scripts/train/institutions",
  licence: "LICENSE-institution-tagger.md: research-use and unlicensed training data; the code is MIT",
  trainedOn: {
    ...(values.open ? {} : { "MSRA NER, training part (SIGHAN 2006; research use)": readMsra(heldOut).train.length }),
    "CLUENER2020, training part (no licence stated; research)": readCluener(heldOut).train.length,
    "Resume NER, training part (no licence stated; research)": readResume().length,
    "copies of these with swapped organisations": SWAPS,
    "the project's labelled issues (MIT)": gold.reduce((sum, g) => sum + g.sentences.length, 0),
    "copies of these with swapped organisations ": gold.reduce((sum, g) => sum + g.copies.length, 0),
    "health news tagged by the model itself and mended by rules (texts belong to the outlets)": silverTexts.length,
  },
  features: { trained: keys.length, kept: rows, templates: "src/extract/institutions/tagger/templates.ts" },
  bytes: bytes.length,
  gzipped: gzipSync(bytes, { level: 9 }).length,
  figures: {
    "exact spans": figures(name, shipped),
    "distinct institution strings of an article, gold issues, raw": {
      "trained without any issue": withoutGold.figures,
      "each issue by a model that has not seen it": folds,
    },
  },
};
mkdirSync(new URL("../../../build/", import.meta.url), { recursive: true });
const out =
  values.out ?? (values.open ? new URL(`../../../build/${name}.bin`, import.meta.url) : new URL(`${name}.bin`, models));
writeFileSync(out, bytes);
if (!values.quick && !values.out)
  writeFileSync(new URL(`${name}.card.json`, models), `${JSON.stringify(card, null, 2)}\n`);
say(
  `${card.bytes} bytes, ${card.gzipped} gzipped, sha256 ${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`,
);
