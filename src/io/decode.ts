/** Text out of bytes: UTF-8 with or without BOM, UTF-16 with or without BOM, GB18030 (GBK, GB2312). */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

/** UTF-16 without a mark shows in the zero bytes of its blanks, digits and line breaks: all on one side. */
function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
  const n = Math.min(bytes.length, 4096) & ~1;
  if (n < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // Zeros on both sides: binary, but for 一 (U+4E00) and its few like. News text has one ASCII unit in fifty.
  if (odd > n / 100 && even * 5 < odd) return "utf-16le";
  if (even > n / 100 && odd * 5 < even) return "utf-16be";
  return undefined;
}

/** How long a UTF-8 character is by its first byte; 0 for a byte that begins none. */
function utf8Length(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Text of so many broken bytes in a hundred is still UTF-8. GBK text of more than 16 bytes comes to 25 at the least. */
const MAX_BROKEN = 10;

/** Whether bytes are UTF-8 but for a few that are broken (`e4 ba ff`) and a character cut off at the end. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // Which bytes are broken shows only below.
  }
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes[i]!);
    let k = 1;
    while (k < length && i + k < bytes.length && (bytes[i + k]! & 0xc0) === 0x80) k++;
    if (length === 0 || (k < length && i + k < bytes.length)) broken += k;
    else if (length > 1 && k === length) whole += k;
    i += k;
  }
  return broken * 100 <= (whole + broken) * MAX_BROKEN;
}

/** The encoding that the beginning of a file shows; undefined while it is nothing but ASCII. */
export function encodingOf(bytes: Uint8Array, first: boolean): Encoding | undefined {
  if (first) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
    const wide = utf16ByZeros(bytes);
    if (wide) return wide;
  }
  if (isAscii(bytes)) return undefined;
  return isUtf8(bytes) ? "utf-8" : "gb18030";
}

/** Whether bytes are no text: zero bytes that are no UTF-16, or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (encodingOf(bytes, true)?.startsWith("utf-16")) return false;
  let control = 0;
  const n = Math.min(bytes.length, 4096);
  for (let i = 0; i < n; i++) {
    const b = bytes[i]!;
    if (b === 0) return true;
    if (b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0d && b !== 0x0c && b !== 0x1b) control++;
  }
  return control > n / 20;
}

/** What stands in a text for bytes that are no character. */
const REPLACEMENT = "\ufffd";

/** Where a text holds characters that could not be read. */
export interface Broken {
  /** The line of the first one, counted from 1. */
  readonly line: number;
  readonly count: number;
}

/** Counts what could not be read in a text that comes in pieces. */
export class BrokenCounter {
  #line = 1;
  #first = 0;
  #count = 0;

  add(text: string): void {
    let from = 0;
    for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
      if (this.#count++ === 0) this.#first = this.#line + lineBreaks(text, at);
      from = at + 1;
    }
    if (this.#count === 0) this.#line += lineBreaks(text, text.length);
  }

  /** Undefined where all could be read. */
  get found(): Broken | undefined {
    return this.#count === 0 ? undefined : { line: this.#first, count: this.#count };
  }
}

function lineBreaks(text: string, end: number): number {
  let n = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) n++;
  return n;
}

/** The warning on a file with characters that could not be read, on one line. */
export function brokenMessage(file: string, { line, count }: Broken): string {
  const what = count === 1 ? "a character" : `${count} characters, the first one in this line,`;
  return `${file}:${line}: ${what} cannot be read; U+FFFD stands in ${count === 1 ? "its" : "their"} place`;
}

/**
 * Decodes a stream; its encoding is settled by the first chunk that is not plain ASCII. A BOM is left out.
 * `broken` counts what cannot be read.
 */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>, broken?: BrokenCounter): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (!decoder) {
      const encoding = encodingOf(chunk, first);
      if (encoding) decoder = new TextDecoder(encoding);
    }
    first = false;
    const text = decoder ? decoder.decode(chunk, { stream: true }) : new TextDecoder("utf-8").decode(chunk);
    broken?.add(text);
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
  broken?.add(rest);
  if (rest !== "") yield rest;
}

/** Decodes a whole file; `broken` counts what cannot be read. */
export function decodeAll(bytes: Uint8Array, broken?: BrokenCounter): string {
  const text = new TextDecoder(encodingOf(bytes, true) ?? "utf-8").decode(bytes);
  broken?.add(text);
  return text;
}
