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

/** Whether bytes are UTF-8, a character cut off at the end aside. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
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

/** Decodes a stream; its encoding is settled by the first chunk that is not plain ASCII. A BOM is left out. */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (!decoder) {
      const encoding = encodingOf(chunk, first);
      if (encoding) decoder = new TextDecoder(encoding);
    }
    first = false;
    const text = decoder ? decoder.decode(chunk, { stream: true }) : new TextDecoder("utf-8").decode(chunk);
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

/** Decodes a whole file. */
export function decodeAll(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes, true) ?? "utf-8").decode(bytes);
}
