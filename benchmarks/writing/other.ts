/**
 * Measures headlines of short news without a title on public sets, by character ROUGE-1/2/L, beside the first sentence.
 *
 *   tsx benchmarks/writing/other.ts      (needs ../shared/data; prints a line and ends where it is absent)
 *
 * The weights of a line without a title are fitted on the other briefs of xwlb (scripts/train/lead.ts); LCSTS is in no fit.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadResource } from "../../src/lexicon/load.ts";
import { readWriter, writeHeadline } from "../../src/summarize/index.ts";
import { plainExtraction } from "./gold.ts";
import { rougeL, rougeN } from "./rouge.ts";

interface Brief {
  readonly title: string;
  readonly text: string;
}

const data = new URL("../../../shared/data/", import.meta.url);
const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as unknown);
/** Every eighth brief: 551 of 4,408. */
const sets: [string, URL, (file: URL) => Brief[]][] = [
  [
    "xwlb",
    new URL("news-xwlb/briefs.dev.jsonl.gz", data),
    (f) => (lines(gunzipSync(readFileSync(f)).toString()) as Brief[]).filter((_, i) => i % 8 === 0),
  ],
  [
    "lcsts",
    new URL("sum-lcsts-part3/dev.jsonl", data),
    (f) => (lines(readFileSync(f, "utf8")) as (Brief & { human_label: number })[]).filter((x) => x.human_label >= 3),
  ],
];
const writer = readWriter(loadResource("writer.bin"));
for (const [name, file, read] of sets) {
  if (!existsSync(file)) {
    console.log(`${name}: ${file.pathname} is absent`);
    continue;
  }
  const briefs = read(file);
  const score = (write: (b: Brief) => string): string => {
    const sum = [0, 0, 0];
    for (const b of briefs) {
      const got = write(b);
      sum[0]! += rougeN(b.title, got, 1);
      sum[1]! += rougeN(b.title, got, 2);
      sum[2]! += rougeL(b.title, got);
    }
    return sum.map((x) => ((100 * x) / briefs.length).toFixed(1)).join("/");
  };
  const lead = (b: Brief): string => /^[^。！？]*[。！？]?/u.exec(b.text.trim())![0];
  console.log(
    `${name} n ${briefs.length} lead-1 ${score(lead)} headline ${score((b) => writeHeadline(plainExtraction("x", "", b.text), writer))}`,
  );
}
