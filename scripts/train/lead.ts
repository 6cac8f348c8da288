/**
 * Fits the weights of a line without a title (src/summarize/headline/lead.ts) and prints them: ridge regression, within
 * each brief, of a line's ROUGE-L with the editor's title. Learns on seven of eight briefs of news-xwlb; the eighth is
 * what benchmarks/writing/other.ts measures. Deterministic.
 *
 *   tsx scripts/train/lead.ts      (needs ../shared/data)
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import { rougeL } from "../../benchmarks/writing/rouge.ts";
import { Matrix, solve } from "../../src/core/matrix.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { LEAD_FEATURES, leadsOf } from "../../src/summarize/headline/lead.ts";
import { makeRoom } from "../../src/summarize/headline/room.ts";
import { readStory } from "../../src/summarize/headline/story.ts";
import { titleWords } from "../../src/summarize/headline/weigh.ts";
import { weighStory } from "../../src/summarize/headline/write.ts";
import { readWriter } from "../../src/summarize/index.ts";

const RIDGE = 10;
const MAX_CHARS = 40;
const file = new URL("../../../shared/data/news-xwlb/briefs.dev.jsonl.gz", import.meta.url);
const briefs = gunzipSync(readFileSync(file))
  .toString()
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { title: string; text: string })
  .filter((_, i) => i % 8 !== 0);
const writer = readWriter(loadResource("writer.bin"));
const room = makeRoom(3000);
const names = Object.keys(LEAD_FEATURES);
const products = Matrix.eye(names.length, names.length, RIDGE);
const targets = Matrix.zeros(names.length, 1);
for (const { title, text } of briefs) {
  const story = readStory(plainExtraction("x", "", text), writer.roles, room);
  const leads = leadsOf(weighStory(story, titleWords(story), writer.model.headline), MAX_CHARS);
  if (leads.length === 0) continue;
  const rows = new Matrix(leads.map((lead) => [...lead.features])).center("column");
  const gains = Matrix.columnVector(leads.map((lead) => rougeL(title, lead.text))).center("column");
  products.add(rows.transpose().mmul(rows));
  targets.add(rows.transpose().mmul(gains));
}
const weights = solve(products, targets).to1DArray();
for (const [i, name] of names.entries()) console.log(`${name}: ${weights[i]!.toFixed(3)},`);
