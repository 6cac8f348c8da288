/**
 * The user's own dictionary: TSV, UTF-8, columns word, weight, tag, category; all but the word may be left out. Blank
 * lines, lines that begin with `#` and a tab or blank, and a header line (`word` first) are skipped.
 */
import { WeixunError } from "../core/errors.ts";
import type { TermCategory } from "../core/types.ts";
import { fold } from "../text/fold.ts";
import { Scanner } from "./scanner.ts";

/** A word that segmentation must obey. It may hold blanks, digits, Latin and signs; case and width do not matter. */
export interface UserWord {
  readonly word: string;
  /** Of overlapping words the one of greater weight is taken, of equal weight the longer. Above 0. Default: 1. */
  readonly weight?: number;
  /** Part of speech, e.g. `n`. Default: the engine's, `nz` where it has none. */
  readonly tag?: string;
  /** A word with a category is also a term of the analysis. */
  readonly category?: TermCategory;
}

/** A dictionary file's text, and its name for messages. */
export interface DictionaryFile {
  readonly file: string;
  readonly text: string;
}

export interface DictionaryFinding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly severity: "error" | "warning" | "hint";
  readonly rule:
    | "bad-columns"
    | "empty-word"
    | "bad-weight"
    | "bad-tag"
    | "bad-category"
    | "conflict"
    | "duplicate"
    | "unreachable"
    | "other-format"
    | "one-character";
  readonly message: string;
  /** The offending value. */
  readonly actual: string;
}

const CATEGORIES: Readonly<Record<TermCategory, true>> = {
  system: true,
  platform: true,
  app: true,
  device: true,
  technology: true,
  standard: true,
  evaluation: true,
  programme: true,
  service: true,
};

const isCategory = (value: string): value is TermCategory => Object.hasOwn(CATEGORIES, value);

/** Of a part of speech, as in jieba's tag set: n, nz, vn, eng. */
const TAG = /^[A-Za-z]{1,8}[0-9]?$/;
/** A row of jieba's own format, whose columns blanks separate: 云计算 5 n. */
const JIEBA_ROW = /^\S+ \d+(?: [a-z]+)?$/;
/** The first row of a table whose columns commas separate: word,weight or three cells and more. */
const COMMA_ROW = /^(?:word\s*,|[^\t,]*(?:,[^\t,]*){2}[^\t]*$)/;
/** What never stands in a cleaned text: controls, zero-width characters, lone surrogates, the replacement character. */
const NEVER_PRINTED = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]|\p{Surrogate}/u;

interface Row {
  readonly line: number;
  readonly word: UserWord;
}

type Report = (
  line: number,
  severity: DictionaryFinding["severity"],
  rule: DictionaryFinding["rule"],
  message: string,
  actual: string,
) => void;

function readRow(columns: readonly string[], line: number, report: Report): Row | undefined {
  const [surface = "", weight = "", tag = "", category = ""] = columns.map((c) => c.trim());
  let isGood = true;
  const refuse = (rule: DictionaryFinding["rule"], message: string, actual: string): void => {
    report(line, "error", rule, message, actual);
    isGood = false;
  };
  if (columns.length > 4)
    refuse("bad-columns", `${columns.length} columns, expected word, weight, tag, category`, columns[4]!);
  if (surface === "") refuse("empty-word", "the word is empty", columns[0] ?? "");
  if (weight !== "" && !(Number(weight) > 0 && Number.isFinite(Number(weight))))
    refuse("bad-weight", `weight “${weight}” is no number above 0`, weight);
  if (tag !== "" && !TAG.test(tag)) refuse("bad-tag", `tag “${tag}” is no part of speech such as n or nz`, tag);
  if (category !== "" && !isCategory(category))
    refuse("bad-category", `category “${category}” is none of ${Object.keys(CATEGORIES).join(", ")}`, category);
  if (!isGood) return undefined;
  return {
    line,
    word: {
      word: surface,
      ...(weight === "" ? {} : { weight: Number(weight) }),
      ...(tag === "" ? {} : { tag }),
      ...(isCategory(category) ? { category } : {}),
    },
  };
}

function readRows(text: string, report: Report): Row[] {
  const rows: Row[] = [];
  text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .forEach((content, index) => {
      const line = index + 1;
      if (content.trim() === "" || /^#[\t ]/.test(content) || content === "#") return;
      const columns = content.split("\t");
      if (
        rows.length === 0 &&
        columns[0]!.trim() === "word" &&
        (columns.length === 1 || /^weight$/.test(columns[1]!.trim()))
      )
        return;
      const row = readRow(columns, line, report);
      if (!row) return;
      rows.push(row);
      if (columns.length === 1 && JIEBA_ROW.test(row.word.word))
        report(line, "warning", "other-format", "read as one word; columns are separated by tabs", row.word.word);
    });
  return rows;
}

const describe = (w: UserWord): string => [w.weight ?? 1, w.tag ?? "–", w.category ?? "–"].join(", ");

/** Duplicates and conflicts; @returns the first row of each word. */
function compareRows(rows: readonly Row[], report: Report): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const key = fold(row.word.word);
    const before = first.get(key);
    if (!before) first.set(key, row);
    else if (describe(before.word) === describe(row.word))
      report(row.line, "warning", "duplicate", `the same word as in line ${before.line}`, row.word.word);
    else {
      const [now, then] = [describe(row.word), describe(before.word)];
      report(row.line, "error", "conflict", `line ${before.line} gives this word ${then}, here ${now}`, row.word.word);
    }
  }
  return [...first.values()];
}

/** Words that can never be taken: what is never printed, and words that hold a word of greater weight. */
function findUnreachable(rows: readonly Row[], report: Report): void {
  const scanner = new Scanner(rows.map(({ word }, entry) => ({ surface: word.word, kind: "user", entry })));
  for (const { line, word } of rows) {
    if (NEVER_PRINTED.test(word.word)) {
      report(line, "warning", "unreachable", "holds a character that never stands in a cleaned text", word.word);
      continue;
    }
    const heavier = scanner.scan(word.word).find((hit) => (rows[hit.entry]!.word.weight ?? 1) > (word.weight ?? 1));
    if (heavier) {
      const { word: other, line: at } = { ...rows[heavier.entry]!.word, line: rows[heavier.entry]!.line };
      report(
        line,
        "warning",
        "unreachable",
        `never taken: “${other}” (line ${at}) in it has a greater weight`,
        word.word,
      );
    } else if ([...word.word].length === 1)
      report(line, "hint", "one-character", "is cut out of every word that holds it", word.word);
  }
}

function examine({ file, text }: DictionaryFile): { rows: Row[]; findings: DictionaryFinding[] } {
  const findings: DictionaryFinding[] = [];
  const report: Report = (line, severity, rule, message, actual) =>
    findings.push({ file, line, severity, rule, message, actual });
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    const line = text.slice(0, zero).split("\n").length;
    report(line, "error", "other-format", "a zero byte: this is no text file of words, weights and tags", "\0");
    return { rows: [], findings };
  }
  const first = /^(?!#[\t ])[^\r\n]*\S/m.exec(text.replace(/^\ufeff/, ""))?.[0] ?? "";
  if (COMMA_ROW.test(first) && !text.includes("\t")) {
    const message = "commas separate the columns; a dictionary is TSV: word, weight, tag, category, with tabs between";
    const line = text.slice(0, text.indexOf(first)).split(/\r\n|\n|\r/).length;
    report(line, "error", "other-format", message, first.slice(0, 60));
    return { rows: [], findings };
  }
  const rows = compareRows(readRows(text, report), report);
  findUnreachable(rows, report);
  return { rows, findings: findings.sort((a, b) => a.line - b.line) };
}

/** What is wrong in a dictionary of the user's, by line. `file` is its name for messages. */
export function checkDictionary(text: string, file: string): DictionaryFinding[] {
  return examine({ file, text }).findings;
}

/**
 * The words of a dictionary file.
 * @throws WeixunError `bad-dictionary` naming `file:line` where a row cannot be used or contradicts another.
 */
export function readDictionary(dictionary: DictionaryFile): UserWord[] {
  const { rows, findings } = examine(dictionary);
  const errors = findings.filter((f) => f.severity === "error");
  if (errors.length > 0) {
    const lines = errors.slice(0, 5).map((e) => `${e.file}:${e.line}: ${e.message}`);
    const more = errors.length > 5 ? [`and ${errors.length - 5} more`] : [];
    throw new WeixunError("bad-dictionary", [...lines, ...more].join("; "));
  }
  return rows.map((row) => row.word);
}
