/** The table that an editor corrects in Excel, and its way back as labels. */
import { WeixunError } from "../core/errors.ts";
import type { Analysis, Band } from "../core/types.ts";
import { csvFile } from "../text/csv.ts";
import { decodeAll } from "./decode.ts";

/** One candidate. */
export interface ReviewRow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly url: string;
  readonly score: number;
  readonly band: Band;
  /** What the editor says; the program's own answer until then. */
  readonly relevant: boolean;
  /** Topic ids, best first. */
  readonly topics: readonly string[];
  /** Id of the article that this one reprints; empty where none. */
  readonly reprintOf: string;
}

/** What a corrected row says. */
export type ReviewLabel = Pick<ReviewRow, "id" | "relevant" | "topics" | "reprintOf">;

const COLUMNS = ["id", "title", "source", "url", "score", "band", "relevant", "topics", "reprintOf"] as const;

/** Rows of a pool: the best first, then by id; `reprintOf` maps an article to what it reprints. */
export function reviewRows(analyses: readonly Analysis[], reprintOf: ReadonlyMap<string, string>): ReviewRow[] {
  return analyses
    .map((a) => ({
      id: a.id,
      title: a.title,
      source: a.source,
      url: a.url,
      score: a.relevance.score,
      band: a.relevance.band,
      relevant: a.relevance.relevant,
      topics: a.relevance.relevant ? a.topics.map((t) => t.id) : [],
      reprintOf: reprintOf.get(a.id) ?? "",
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** CSV for Excel: UTF-8 with BOM, formulas defused, `relevant` as 1 or 0, topics joined by `;`. */
export function writeReview(rows: readonly ReviewRow[]): string {
  return csvFile([
    COLUMNS,
    ...rows.map((r) => [
      r.id,
      r.title,
      r.source,
      r.url,
      r.score.toFixed(4),
      r.band,
      r.relevant ? 1 : 0,
      r.topics.join(";"),
      r.reprintOf,
    ]),
  ]);
}

/** Whether a file's first line is that of a review. */
export function isReview(bytes: Uint8Array): boolean {
  const [header = []] = parseCsv(decodeAll(bytes.subarray(0, 4096)), "");
  return header.includes("id") && header.includes("relevant");
}

const YES = new Set(["1", "是", "y", "yes", "true", "√", "✓", "有关", "相关"]);
const NO = new Set(["0", "否", "n", "no", "false", "×", "无关", "不相关"]);

/**
 * Reads a corrected review: columns in any order, more columns allowed, saved by Excel in UTF-8, UTF-16 or GBK, with
 * comma, semicolon or tab. A row whose `relevant` was left empty says nothing and is left out.
 * @throws WeixunError `bad-input` naming the line and the cell that cannot be read.
 */
export function readReview(bytes: Uint8Array, file: string): ReviewLabel[] {
  const [header = [], ...rows] = parseCsv(decodeAll(bytes), file);
  const column = (name: (typeof COLUMNS)[number]): number => header.findIndex((h) => h.trim() === name);
  const [id, relevant, topics, reprintOf] = [column("id"), column("relevant"), column("topics"), column("reprintOf")];
  if (id < 0 || relevant < 0)
    throw new WeixunError(
      "bad-input",
      `${file}:1: a review needs the columns id and relevant; got ${header.join(", ")}`,
    );
  return rows.flatMap((cells, i) => {
    const answer = (cells[relevant] ?? "").trim().toLowerCase();
    if (cells.every((c) => c.trim() === "") || answer === "") return [];
    if (!YES.has(answer) && !NO.has(answer))
      throw new WeixunError("bad-input", `${file}: row ${i + 2}: relevant must be 1 or 0, got “${cells[relevant]}”`);
    const name = plain(cells[id] ?? "").trim();
    if (name === "") throw new WeixunError("bad-input", `${file}: row ${i + 2}: the id is empty`);
    return [
      {
        id: name,
        relevant: YES.has(answer),
        topics: (cells[topics] ?? "").split(/[;；,，、\s]+/).filter((t) => t !== ""),
        reprintOf: plain(cells[reprintOf] ?? "").trim(),
      },
    ];
  });
}

/** Takes the apostrophe off that keeps Excel from running a cell. */
function plain(cell: string): string {
  return /^'\s*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Rows of cells; a quoted cell may hold delimiters, line breaks and doubled quotes. The delimiter is the header's. */
function parseCsv(text: string, file: string): string[][] {
  const body = text.replace(/^\ufeff/, "");
  const firstLine = body.slice(0, body.search(/[\r\n]|$/));
  const delimiter = [",", ";", "\t"].reduce((best, d) =>
    firstLine.split(d).length > firstLine.split(best).length ? d : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < body.length; i++) {
    const c = body[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (body[i + 1] === '"') cell += body[++i];
      else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === delimiter) {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && body[i + 1] === "\n") i++;
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += c;
  }
  if (quoted && file !== "")
    throw new WeixunError("bad-input", `${file}: row ${rows.length + 1}: a quotation mark (") is not closed`);
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}
