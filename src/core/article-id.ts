/** Stable ids of articles, the same wherever the code runs. */
import type { Article } from "./types.ts";

/** Two hashes of a text, of 32 and 21 bits, as one number in 1 … 2^53. */
export function hash53(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff) + 1;
}

/** The article's own id; where it has none, `h` and 14 hexadecimal digits of the URL, or of title and content where there is none. */
export function idOf({ id, url, title, content }: Article): string {
  if ((id ?? "") !== "") return id!;
  const address = url?.trim() ?? "";
  return `h${hash53(address === "" ? `${title}\n${content}` : address)
    .toString(16)
    .padStart(14, "0")}`;
}
