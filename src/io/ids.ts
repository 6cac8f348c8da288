/** What happens when two articles have one id. */
import { hash53, idOf } from "../core/article-id.ts";
import type { Article } from "../core/types.ts";

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
    const id = idOf(article);
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
