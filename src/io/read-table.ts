/** CSV, TSV and semicolon tables. */
import { CsvParserStream, ParserOptions } from "fast-csv";
import { WeixunError } from "../core/errors.ts";
import { delimiterOf } from "./delimiter.ts";
import { columnsOf, type FieldKey, type Shaped, shapeArticle } from "./fields.ts";
import { linesOf } from "./lines.ts";
import { openRowError, rowsOf } from "./rows.ts";

export type TableRow = { readonly line: number } & (Shaped | { readonly error: WeixunError });

/** One parser that takes a row at a time; it is made anew behind a row that it refuses. */
class RowParser {
  #parser: CsvParserStream<string[], string[]> | undefined;
  readonly #delimiter: string;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  async cells(row: string): Promise<string[]> {
    this.#parser ??= new CsvParserStream<string[], string[]>(
      new ParserOptions({ headers: false, delimiter: this.#delimiter, ignoreEmpty: false }),
    );
    const parser = this.#parser;
    try {
      await new Promise<void>((resolve, reject) => {
        parser.once("error", reject);
        parser.write(`${row}\n`, (error) => (error ? reject(error) : resolve()));
      });
      parser.removeAllListeners("error");
      const cells = parser.read() as string[] | null;
      if (cells === null) throw new Error("the row has no cells");
      return cells;
    } catch (error) {
      parser.on("error", () => {});
      parser.destroy();
      this.#parser = undefined;
      throw error;
    }
  }

  close(): void {
    this.#parser?.destroy();
  }
}

/** A table without one of these is no table of articles: each row would be an article without a text. */
const NEEDED = [
  { field: "title", wanted: "a title (标题 or title)" },
  { field: "content", wanted: "a text (正文 or content)" },
] as const;

/** Lines that end with a carriage return alone, as Excel writes them for “CSV (Macintosh)”. */
const CLASSIC = /\r(?!$)/;
async function* withLineFeeds(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.replaceAll("\r", "\n");
}

/**
 * Streams the rows of a table whose first line is its header; a broken row is told and the next ones are read.
 * @throws WeixunError `bad-input` where no column is a title, or none a text.
 */
export async function* readTable(
  chunks: AsyncIterable<string>,
  header: string,
  file: string,
): AsyncGenerator<TableRow> {
  const classic = CLASSIC.test(header);
  const delimiter = delimiterOf(classic ? header.slice(0, header.indexOf("\r")) : header);
  const parser = new RowParser(delimiter);
  let columns: Map<FieldKey, number> | undefined;
  try {
    for await (const row of rowsOf(linesOf(classic ? withLineFeeds(chunks) : chunks, file), delimiter)) {
      const { line } = row;
      if (row.open) {
        yield { line, error: openRowError(file, line) };
        continue;
      }
      if (row.text.trim() === "") continue;
      let cells: string[];
      try {
        cells = await parser.cells(row.text);
      } catch (cause) {
        const why = (cause as Error).message.replace(/\s+/g, " ").slice(0, 100);
        yield { line, error: new WeixunError("bad-input", `${file}:${line}: broken row: ${why}`, { cause }) };
        continue;
      }
      if (cells.every((c) => c.trim() === "")) continue;
      if (!columns) {
        columns = columnsOf(cells);
        for (const { field, wanted } of NEEDED)
          if (!columns.has(field)) {
            const names = cells.slice(0, 6).join(", ").replace(/\s+/g, " ").slice(0, 80);
            throw new WeixunError("bad-input", `${file}:${line}: no column is ${wanted}; the columns are ${names}`);
          }
        continue;
      }
      const values = new Map<FieldKey, unknown>();
      for (const [field, i] of columns) values.set(field, cells[i]);
      yield { line, ...shapeArticle(values) };
    }
  } finally {
    parser.close();
  }
}
