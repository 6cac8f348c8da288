/** Past bulletins and bulletin JSON for the commands. */
import { parseBulletin } from "../bulletin/parse.ts";
import type { BulletinFormat } from "../bulletin/render.ts";
import { WeixunError } from "../core/errors.ts";
import type { Bulletin } from "../core/types.ts";
import { readBulletinJson } from "../io/read-bulletin.ts";
import { docxText, looksZipped } from "../io/read-docx.ts";
import { listFiles, readBytes } from "../io/read-text-file.ts";
import { UsageError } from "./arguments.ts";
import { type Problems, readText, say } from "./session.ts";

export const BULLETIN_FILES: RegExp = /\.(txt|md|docx|json)(\.gz)?$/i;

/** The text of a bulletin's file, Word or plain. */
export function readBulletinText(file: string): string {
  const bytes = readBytes(file);
  return looksZipped(bytes) ? docxText(bytes, file) : readText(file, bytes);
}

/** One bulletin from a file: JSON by its first character, else the text layout, in plain text or Word. */
export function readBulletinFile(file: string): Bulletin {
  const text = readBulletinText(file);
  return /^\s*\{/.test(text) ? readBulletinJson(text, file) : parseBulletin(text, file);
}

/** All bulletins of files and folders; what cannot be read is a problem, the rest goes on. */
export function readBulletins(paths: readonly string[], problems: Problems): Bulletin[] {
  const out: Bulletin[] = [];
  for (const path of paths) {
    let files: string[];
    try {
      files = listFiles(path, BULLETIN_FILES);
    } catch (error) {
      problems.add((error as Error).message);
      continue;
    }
    for (const file of files)
      try {
        out.push(readBulletinFile(file));
      } catch (error) {
        if (!(error instanceof WeixunError)) throw error;
        problems.add(error.message);
      }
  }
  return out;
}

const FORMATS: Readonly<Record<string, BulletinFormat>> = {
  txt: "txt",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
  docx: "docx",
  csv: "csv",
  json: "json",
};

/**
 * The format asked for, else the one of the output's ending, else txt; where the two differ, that is said.
 * @throws UsageError for an ending that names no format, with what to do `instead`.
 */
export function bulletinFormat(
  asked: string | undefined,
  output: string | undefined,
  instead: string = "say --format txt, md, html, docx, csv or json",
): BulletinFormat {
  const ending = output === undefined ? undefined : /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase();
  const named = ending === undefined ? undefined : FORMATS[ending];
  if (asked !== undefined) {
    if (named !== undefined && named !== asked)
      say(`${output} is written as ${asked}, as --format says, not as ${named}`);
    return asked as BulletinFormat;
  }
  if (ending !== undefined && named === undefined)
    throw new UsageError(`the ending of ${output} names no format; ${instead}`);
  return named ?? "txt";
}
