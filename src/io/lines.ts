/** Lines and JSON values out of a stream of text, with their line numbers; linear however the text is cut. */
import { WeixunError } from "../core/errors.ts";

export interface Piece {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Longest line or JSON value: far above any article, far below what exhausts memory. */
const MAX_UNITS = 64 * 1024 * 1024;

class Gatherer {
  #parts: string[] = [];
  #length = 0;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(text: string, line: number): void {
    this.#length += text.length;
    if (this.#length > MAX_UNITS)
      throw new WeixunError(
        "too-large",
        `${this.#file}:${line}: one line or value is longer than ${MAX_UNITS >> 20} million characters; split it`,
      );
    this.#parts.push(text);
  }

  get empty(): boolean {
    return this.#length === 0;
  }

  take(): string {
    const text = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}

/** Lines without their ends (`\n`, `\r\n`). */
export async function* linesOf(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Piece> {
  const gathered = new Gatherer(file);
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      gathered.add(chunk.slice(from, at), line);
      const text = gathered.take();
      yield { text: text.endsWith("\r") ? text.slice(0, -1) : text, line: line++ };
      from = at + 1;
    }
    if (from < chunk.length) gathered.add(chunk.slice(from), line);
  }
  if (!gathered.empty) yield { text: gathered.take(), line };
}

/** The elements of one JSON array, each as its JSON text. Brackets inside strings do not count. */
export async function* elementsOf(chunks: AsyncIterable<string>, file: string): AsyncGenerator<Piece> {
  const gathered = new Gatherer(file);
  let line = 1;
  let startLine = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let opened = false;
  let ended = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i);
      if (c === 0x0a) line++;
      if (quoted) {
        if (escaped) escaped = false;
        else if (c === 0x5c) escaped = true;
        else if (c === 0x22) quoted = false;
        continue;
      }
      if (c === 0x22) quoted = true;
      else if (c === 0x5b || c === 0x7b) {
        depth++;
        opened = true;
        if (depth === 1) from = i + 1;
        else if (depth === 2) startLine = line;
      } else if (c === 0x5d || c === 0x7d) {
        depth--;
        if (depth === 0) {
          gathered.add(chunk.slice(from, i), line);
          const text = gathered.take();
          if (text.trim() !== "") yield { text, line: startLine };
          ended = true;
          from = chunk.length;
        }
      } else if (c === 0x2c && depth === 1) {
        gathered.add(chunk.slice(from, i), line);
        from = i + 1;
        const text = gathered.take();
        if (text.trim() !== "") yield { text, line: startLine };
      }
    }
    if (depth > 0 && from < chunk.length) gathered.add(chunk.slice(from), line);
  }
  if (!opened)
    throw new WeixunError(
      "bad-input",
      `${file}:1: no list of articles; a JSON file holds [{"title": "…", "content": "…"}, …], or one such object a line`,
    );
  if (!ended)
    throw new WeixunError(
      "bad-input",
      `${file}:${line}: the JSON array does not end; the file was cut short or a quote is missing near line ${startLine}`,
    );
}
