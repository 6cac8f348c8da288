/** Whole rows of a table out of its lines: a quoted cell may hold line breaks. */
import { WeixunError } from "../core/errors.ts";
import type { Piece } from "./lines.ts";

/** No row is longer: a quote that never closes is told here instead of swallowing the file. */
const MAX_ROW = 4 * 1024 * 1024;

/** A row that does not end, told with the line it begins in. */
export interface OpenRow {
  readonly open: true;
  readonly line: number;
}

/** Joins lines until no quote is open. One pass: each unit is looked at once. */
export async function* rowsOf(
  lines: AsyncIterable<Piece>,
  delimiter: string,
): AsyncGenerator<(Piece & { readonly open?: false }) | OpenRow> {
  const separator = delimiter.charCodeAt(0);
  let parts: string[] = [];
  let length = 0;
  let start = 1;
  let quoted = false;
  for await (const { text, line } of lines) {
    if (parts.length === 0) start = line;
    if (quoted || text.includes('"')) quoted = scan(text, separator, quoted);
    parts.push(text);
    length += text.length + 1;
    if (!quoted) yield { text: parts.length === 1 ? text : parts.join("\n"), line: start };
    else if (length <= MAX_ROW) continue;
    else yield { open: true, line: start };
    parts = [];
    length = 0;
    quoted = false;
  }
  if (parts.length > 0) yield { open: true, line: start };
}

/** Whether a quote is open behind a line; a quote opens a cell only at its beginning. */
function scan(text: string, separator: number, open: boolean): boolean {
  let quoted = open;
  let cellStart = !open;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c !== 0x22) continue;
      if (text.charCodeAt(i + 1) === 0x22) i++;
      else quoted = false;
    } else if (c === separator) cellStart = true;
    else if (c === 0x22 && cellStart) {
      quoted = true;
      cellStart = false;
    } else if (c !== 0x20) cellStart = false;
  }
  return quoted;
}

/** The problem of a row that does not end. */
export function openRowError(file: string, line: number): WeixunError {
  return new WeixunError("bad-input", `${file}:${line}: the row does not end; a quotation mark (") is not closed`);
}
