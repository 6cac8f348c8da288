/** CSV, TSV and semicolon tables. */
import { Readable } from "node:stream";
import { parse } from "fast-csv";
import { WeixunError } from "../core/errors.ts";
import { delimiterOf } from "./delimiter.ts";
import { columnsOf, type FieldKey, type Shaped, shapeArticle } from "./fields.ts";

export type TableRow = Shaped & { readonly line: number };

/** No row is longer; a quote that never closes is told here instead of swallowing the file. */
const MAX_ROW = 4 * 1024 * 1024;

/**
 * Streams the rows of a table whose first line is its header.
 * @throws WeixunError `bad-input` where no column is a title or a quote does not close.
 */
export async function* readTable(
  chunks: AsyncIterable<string>,
  header: string,
  file: string,
): AsyncGenerator<TableRow> {
  let line = 1;
  let waiting = 0;
  async function* fed(): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      waiting += chunk.length;
      if (waiting > MAX_ROW)
        throw new WeixunError("bad-input", `${file}:${line}: the row does not end; a quotation mark (") is not closed`);
      yield chunk;
    }
  }
  const source = Readable.from(fed(), { objectMode: false, encoding: "utf8" });
  const parser = parse({ headers: false, delimiter: delimiterOf(header), ignoreEmpty: false, trim: false });
  source.on("error", (error) => parser.destroy(error));
  let columns: Map<FieldKey, number> | undefined;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      waiting = 0;
      const at = line;
      line += 1 + cells.reduce((n, cell) => n + countLines(cell), 0);
      if (cells.every((c) => c.trim() === "")) continue;
      if (!columns) {
        columns = columnsOf(cells);
        if (!columns.has("title"))
          throw new WeixunError(
            "bad-input",
            `${file}:${at}: no column is a title (标题 or title); the columns are ${cells.slice(0, 6).join(", ").slice(0, 80)}`,
          );
        continue;
      }
      const values = new Map<FieldKey, unknown>();
      for (const [field, i] of columns) values.set(field, cells[i]);
      yield { ...shapeArticle(values), line: at };
    }
  } catch (cause) {
    if (cause instanceof WeixunError) throw cause;
    throw new WeixunError(
      "bad-input",
      `${file}:${line}: the table is broken: ${(cause as Error).message.slice(0, 120)}`,
      {
        cause,
      },
    );
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function countLines(cell: string): number {
  let n = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) n++;
  return n;
}
