/**
 * Character F1 of the page reader and of Readability on the labelled pages of data/html-news-pages.
 * Run: `npx tsx benchmarks/html/run.ts [FOLDER]`. labels.tsv holds no text of the pages: a body is the lines whose
 * fingerprints it lists, looked up in the page itself.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { cleanArticle, readPublishers } from "../../src/clean/index.ts";
import { decodePage } from "../../src/io/page/charset.ts";
import { parsePage, skeletonText } from "../../src/io/page/dom.ts";
import { readPage } from "../../src/io/page/read-page.ts";
import { normalize } from "../../src/text/normalize.ts";

export interface PageScore {
  readonly page: string;
  readonly ours: number;
  readonly readability: number;
  readonly title: boolean;
  readonly date: boolean;
  readonly source: boolean;
  /** Labelled lines that the page no longer shows; 0 unless the page or the normaliser changed. */
  readonly lost: number;
}

const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
const fingerprint = (line: string): string => createHash("sha256").update(bare(line)).digest("hex").slice(0, 10);

/** F1 over characters: twice their longest common subsequence by both lengths; blanks do not count. */
function characterF1(want: string, got: string): number {
  const a = bare(want);
  const b = bare(got);
  if (a === "" || b === "") return 0;
  let previous = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const c = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) {
      const above = previous[j + 1]!;
      const left = row[j]!;
      row[j + 1] = c === b.charCodeAt(j) ? previous[j]! + 1 : above > left ? above : left;
    }
    [previous, row] = [row, previous];
  }
  return (2 * previous[b.length]!) / (a.length + b.length);
}

/** Scores all labelled pages of a folder. */
export function scorePages(folder: string): PageScore[] {
  const publishers = readPublishers(readFileSync(new URL("../../dictionaries/sources.tsv", import.meta.url), "utf8"));
  const rows = readFileSync(new URL("labels.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return rows.map((row) => {
    const [page, title, date, source, , prints] = row.split("\t") as [string, string, string, string, string, string];
    const bytes = gunzipSync(readFileSync(`${folder}/${page}.html.gz`));
    const html = decodePage(bytes);
    const wanted = prints.split(" ");
    const shown = new Map(
      normalize(html)
        .text.split("\n")
        .map((l) => [fingerprint(l), l]),
    );
    const body = wanted.map((f) => shown.get(f) ?? "").join("\n");
    const document = cleanArticle({ id: page, ...readPage(bytes) }, publishers);
    return {
      page,
      ours: characterF1(body, document.text),
      readability: characterF1(body, normalize(skeletonText(parsePage(html))).text),
      title: bare(document.title) === bare(title),
      date: document.publishedAt.slice(0, 10) === date,
      source: document.source === source,
      lost: wanted.filter((f) => !shown.has(f)).length,
    };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scores = scorePages(
    process.argv[2] ?? fileURLToPath(new URL("../../../shared/data/html-news-pages/pages", import.meta.url)),
  );
  for (const s of scores)
    console.log(
      [
        s.page.padEnd(34),
        s.ours.toFixed(3),
        s.readability.toFixed(3),
        s.title ? "title" : "TITLE?",
        s.date ? "date" : "DATE?",
        s.source ? "source" : "SOURCE?",
        s.lost ? `lost ${s.lost}` : "",
      ].join("  "),
    );
  const mean = (pick: (s: PageScore) => number): string =>
    (scores.reduce((n, s) => n + pick(s), 0) / scores.length).toFixed(4);
  console.log(
    `mean F1 ${mean((s) => s.ours)} (Readability ${mean((s) => s.readability)}), titles ${mean((s) => +s.title)}, dates ${mean((s) => +s.date)}, sources ${mean((s) => +s.source)}; below 0.9: ${
      scores
        .filter((s) => s.ours < 0.9)
        .map((s) => s.page)
        .join(", ") || "none"
    }`,
  );
}
