/** Articles and analyses from files, folders and stdin, streamed; what cannot be read is named and the rest goes on. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isPageOfBulletin, pageRefused } from "../bulletin/open-layout.ts";
import { parseBulletin } from "../bulletin/parse.ts";
import { type ErrorCode, WeixunError } from "../core/errors.ts";
import type { Analysis, Article, Bulletin } from "../core/types.ts";
import { analysisFault } from "./analysis-shape.ts";
import { BrokenCounter, brokenMessage, decodeAll, decodeStream } from "./decode.ts";
import { shapeArticle, shown, valuesOf } from "./fields.ts";
import { Ids } from "./ids.ts";
import { type FileKind, kindOf, looksLikeBulletin } from "./kind.ts";
import { elementsOf, linesOf, type Piece } from "./lines.ts";
import { openBytes, readError } from "./open-bytes.ts";
import { docxText } from "./read-docx.ts";

interface Place {
  readonly file: string;
  /** Counted from 1; 1 where the whole file is one article. */
  readonly line: number;
}

/** What one step of reading gives. `message` is one line that names file and line. */
export type ReadResult = Place &
  (
    | { readonly kind: "article"; readonly article: Article & { readonly id: string } }
    | { readonly kind: "analysis"; readonly analysis: Analysis }
    | { readonly kind: "notice"; readonly code: string; readonly message: string }
    | { readonly kind: "problem"; readonly code: ErrorCode; readonly message: string }
  );

export interface ReadOptions {
  /** Called with the number of bytes read from a file, packed or not; for progress. */
  readonly onBytes?: (bytes: number) => void;
}

const ENDINGS = /\.(?:jsonl|ndjson|json|csv|tsv|txt|html?|docx)(?:\.gz)?$/i;
/** Pages, bulletins and single JSON objects are read whole; none comes near this. */
const MAX_WHOLE = 64 * 1024 * 1024;

/**
 * Reads paths in their order (`-`: stdin; a folder: its files in the order of their names). Two articles of one id:
 * the same → one, with a notice; different → the later gets `-2`.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const ids = new Ids();
  for (const path of paths.length === 0 ? ["-"] : paths) {
    let files: string[];
    try {
      files = filesOf(path);
    } catch (error) {
      yield problem(path, 1, readError(path, error));
      continue;
    }
    if (files.length === 0)
      yield problem(
        path,
        1,
        new WeixunError(
          "bad-input",
          `${path}: the folder holds no file that can be read (jsonl, json, csv, tsv, html, txt, docx)`,
        ),
      );
    for (const file of files) {
      try {
        for await (const step of readFile(file, options)) yield* admitted(step, ids);
      } catch (error) {
        yield problem(file, 1, readError(file, error));
      }
    }
  }
}

/** A file itself, or the readable files of a folder and its folders. */
function filesOf(path: string): string[] {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((e) => !e.name.startsWith(".") && (e.isDirectory() || ENDINGS.test(e.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? filesOf(join(path, e.name)) : [join(path, e.name)]));
}

function problem(file: string, line: number, error: WeixunError): ReadResult {
  return { kind: "problem", file, line, code: error.code, message: error.message.replace(/\s*\n\s*/g, " ") };
}

type Step =
  | ReadResult
  | { readonly kind: "found"; readonly article: Article; readonly file: string; readonly line: number };

/** Gives a found article its id, or drops it where the same was read before. */
function* admitted(step: Step, ids: Ids): Generator<ReadResult> {
  if (step.kind !== "found" && step.kind !== "analysis") {
    yield step;
    return;
  }
  const { file, line } = step;
  const article = step.kind === "found" ? step.article : articleOf(step.analysis);
  const admission = ids.admit(article);
  if (admission.kind === "same") {
    yield {
      kind: "notice",
      file,
      line,
      code: "duplicate-article",
      message: `${file}:${line}: the article ${admission.id} was read before; it is taken once`,
    };
    return;
  }
  if (step.kind === "found") yield { kind: "article", file, line, article: { ...article, id: admission.id } };
  else yield admission.kind === "renamed" ? { ...step, analysis: { ...step.analysis, id: admission.id } } : step;
  if (admission.kind === "renamed")
    yield {
      kind: "notice",
      file,
      line,
      code: "duplicate-id",
      message: `${file}:${line}: another article has the id ${admission.from}; this one is ${admission.id}`,
    };
}

/** What tells one analysis from another of the same id. */
const articleOf = ({ id, title, text, source, url, publishedAt }: Analysis): Article => ({
  id,
  title,
  content: text,
  source,
  url,
  publishedAt,
});

const WHAT_TO_DO: Readonly<Partial<Record<FileKind, string>>> = {
  empty: "the file is empty",
  binary: "the file is no text (binary); give JSON, CSV, HTML or a bulletin",
  unknown: "the file is neither JSON, CSV, HTML nor a bulletin; a table needs a header line with 标题 or title",
};

/** What a file holds; where some characters could not be read, a notice that says so comes last. */
async function* readFile(path: string, options: ReadOptions): AsyncGenerator<Step> {
  const file = path === "-" ? "stdin" : path;
  const broken = new BrokenCounter();
  yield* readContent(path, file, broken, options);
  const found = broken.found;
  if (found)
    yield { kind: "notice", file, line: found.line, code: "broken-characters", message: brokenMessage(file, found) };
}

async function* readContent(
  path: string,
  file: string,
  broken: BrokenCounter,
  options: ReadOptions,
): AsyncGenerator<Step> {
  const bytes = openBytes(path);
  try {
    const first = await bytes.next();
    const beginning = first.done ? new Uint8Array() : first.value;
    // Nothing on stdin is no article, not an error.
    if (beginning.length === 0 && path === "-") return;
    const { kind, header } = kindOf(beginning.subarray(0, 8192), file);
    options.onBytes?.(beginning.length);
    const all = (async function* (): AsyncGenerator<Uint8Array> {
      yield beginning;
      for await (const chunk of bytes) {
        options.onBytes?.(chunk.length);
        yield chunk;
      }
    })();
    switch (kind) {
      case "json-lines":
        yield* readJson(linesOf(decodeStream(all, broken), file), file);
        return;
      case "json-array":
        yield* readJson(elementsOf(decodeStream(all, broken), file), file);
        return;
      case "json-object":
        yield* readObject(decodeAll(await whole(all, file), broken), file);
        return;
      // Loaded when a page or a table turns up: most runs read JSON lines.
      case "table": {
        const { readTable } = await import("./read-table.ts");
        for await (const row of readTable(decodeStream(all, broken), header, file)) {
          if ("article" in row) yield { kind: "found", file, line: row.line, article: row.article };
          else if ("error" in row) yield problem(file, row.line, row.error);
          else yield problem(file, row.line, new WeixunError("bad-article", `${file}:${row.line}: ${row.wrong}`));
        }
        return;
      }
      case "html": {
        const [{ decodePage }, { readHtml }] = await Promise.all([
          import("./page/charset.ts"),
          import("./page/read-page.ts"),
        ]);
        const html = decodePage(await whole(all, file));
        broken.add(html);
        if (isPageOfBulletin(html))
          throw new WeixunError("bad-input", `${file}:1: ${pageRefused("txt, md, docx or json")}`);
        yield { kind: "found", file, line: 1, article: readHtml(html) };
        return;
      }
      case "bulletin":
        yield* itemsOf(parseBulletin(decodeAll(await whole(all, file), broken), file), file);
        return;
      case "word":
        yield* wordSteps(docxText(await whole(all, file), file), file);
        return;
      case "empty":
      case "binary":
      case "unknown":
        throw new WeixunError("bad-input", `${file}:1: ${WHAT_TO_DO[kind]}`);
      default:
        kind satisfies never;
    }
  } finally {
    await bytes.return(undefined);
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_WHOLE)
      throw new WeixunError(
        "too-large",
        `${file} is larger than ${MAX_WHOLE >> 20} MiB; give large corpora as NDJSON or CSV`,
      );
    parts.push(chunk);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** A Word file's text: a past bulletin's items, or one article whose first paragraph is its title. */
function* wordSteps(text: string, file: string): Generator<Step> {
  if (looksLikeBulletin(text)) {
    yield* itemsOf(parseBulletin(text, file), file);
    return;
  }
  const paragraphs = text
    .split("\n")
    .map((p) => p.trim())
    .filter((p) => p !== "");
  if (paragraphs.length === 0) throw new WeixunError("bad-input", `${file}: the Word file holds no text`);
  const [title, ...body] = paragraphs;
  yield { kind: "found", file, line: 1, article: { title: title!, content: body.join("\n") } };
}

/** The items of a past bulletin as articles. */
function* itemsOf(bulletin: Bulletin, file: string): Generator<Step> {
  for (const [i, item] of bulletin.items.entries())
    yield {
      kind: "found",
      file,
      line: i + 1,
      article: {
        id: item.articleId,
        title: item.headline,
        content: item.content,
        ...(item.source === "" ? {} : { source: item.source }),
        ...(item.url === "" ? {} : { url: item.url }),
        ...(item.publishedAt === "" ? {} : { publishedAt: item.publishedAt }),
      },
    };
}

/** An object is an Analysis where it holds what only analysing gives. */
function isAnalysis(object: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof object.relevance === "object" &&
    object.relevance !== null &&
    typeof object.text === "string" &&
    typeof object.id === "string" &&
    Array.isArray(object.topics)
  );
}

/** Why a JSON text cannot be read, on one line; nesting deeper than the engine's stack is no fault of ours. */
const jsonFault = (cause: unknown): string =>
  cause instanceof RangeError
    ? "its brackets are nested too deep"
    : (cause as Error).message.replace(/\s+/g, " ").slice(0, 80);

function* step(value: unknown, file: string, line: number): Generator<Step> {
  const wrong = (why: string): Step => problem(file, line, new WeixunError("bad-article", `${file}:${line}: ${why}`));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    yield wrong(`an article must be a JSON object, is ${shown(value)}`);
    return;
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (isAnalysis(object)) {
    const fault = analysisFault(object);
    if (fault !== undefined) yield wrong(fault);
    else yield { kind: "analysis", file, line, analysis: object as unknown as Analysis };
    return;
  }
  const shaped = shapeArticle(valuesOf(object));
  yield "article" in shaped ? { kind: "found", file, line, article: shaped.article } : wrong(shaped.wrong);
}

async function* readJson(pieces: AsyncIterable<Piece>, file: string): AsyncGenerator<Step> {
  for await (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(piece.line === 1 ? piece.text.replace(/^\ufeff/, "") : piece.text);
    } catch (cause) {
      const why = jsonFault(cause);
      yield problem(
        file,
        piece.line,
        new WeixunError("bad-input", `${file}:${piece.line}: broken JSON: ${why}; mend or drop the line`, { cause }),
      );
      continue;
    }
    yield* step(value, file, piece.line);
  }
}

const LISTS = ["articles", "data", "items", "list", "rows", "records", "results", "result", "docs", "news"];

/** One object over many lines: an article, a wrapper around a list of articles, or a bulletin of ours. */
function* readObject(text: string, file: string): Generator<Step> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    const why = jsonFault(cause);
    throw new WeixunError("bad-input", `${file}:1: broken JSON: ${why}`, { cause });
  }
  const object = value as Readonly<Record<string, unknown>>;
  const list = LISTS.map((name) => object[name]).find((v): v is unknown[] => Array.isArray(v));
  if (!list || fieldsHold(object)) {
    yield* step(value, file, 1);
    return;
  }
  for (const [i, element] of list.entries()) yield* step(element, file, i + 1);
}

const fieldsHold = (object: Readonly<Record<string, unknown>>): boolean =>
  typeof object.title === "string" && typeof object.content === "string";
