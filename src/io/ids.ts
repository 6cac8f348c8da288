/** Stable ids, and what happens when two articles have one id. */
import { createHash } from "node:crypto";
import type { Article } from "../core/types.ts";

/** `h` and 12 hexadecimal digits of the SHA-256 of the URL, or of title and content where there is none. */
export function idOf(article: Article): string {
  const url = article.url?.trim() ?? "";
  const basis = url === "" ? `${article.title}\n${article.content}` : url;
  return `h${createHash("sha256").update(basis).digest("hex").slice(0, 12)}`;
}

/** Two 32-bit hashes of a text as one number below 2^53. */
function hash53(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff) + 1;
}

/** A map of numbers above 0 to numbers, in two flat arrays: 16 bytes an entry at half load. */
class NumberMap {
  #keys: Float64Array = new Float64Array(1024);
  #values: Float64Array = new Float64Array(1024);
  #size = 0;

  get(key: number): number | undefined {
    const at = this.#place(key);
    return this.#keys[at] === key ? this.#values[at] : undefined;
  }

  set(key: number, value: number): void {
    if (this.#size * 4 >= this.#keys.length * 3) this.#grow();
    const at = this.#place(key);
    if (this.#keys[at] !== key) this.#size++;
    this.#keys[at] = key;
    this.#values[at] = value;
  }

  /** Where the key stands, or the free place where it belongs. */
  #place(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (key ^ (key / 0x100000000)) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Float64Array(keys.length * 2);
    this.#size = 0;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) this.set(keys[i]!, values[i]!);
  }
}

export type Admission =
  | { readonly kind: "new"; readonly id: string }
  | { readonly kind: "renamed"; readonly id: string; readonly from: string }
  | { readonly kind: "same"; readonly id: string };

/** Remembers ids as hashes: some 30 bytes an article, so that memory hardly grows with the corpus. */
export class Ids {
  readonly #seen: NumberMap = new NumberMap();

  /** Admits an article under its id, under `id-2` where another has it, or not at all where it is the same. */
  admit(article: Article): Admission {
    const id = article.id === undefined || article.id === "" ? idOf(article) : article.id;
    const content = hash53(
      `${article.title}\u0000${article.content}\u0000${article.source ?? ""}\u0000${article.url ?? ""}\u0000${article.publishedAt ?? ""}`,
    );
    for (let n = 1; ; n++) {
      const name = n === 1 ? id : `${id}-${n}`;
      const key = hash53(name);
      const old = this.#seen.get(key);
      if (old === undefined) {
        this.#seen.set(key, content);
        return n === 1 ? { kind: "new", id } : { kind: "renamed", id: name, from: id };
      }
      if (old === content) return { kind: "same", id: name };
    }
  }
}
