/** The user words of one analyzer: added and removed while it runs. */
import { WeixunError } from "../core/errors.ts";
import { fold } from "../text/fold.ts";
import type { Pattern } from "./trie.ts";
import type { UserWord } from "./user-dictionary.ts";

export class UserWords {
  /** By folded surface, in the order of adding. */
  readonly #words = new Map<string, UserWord>();
  #list: readonly UserWord[] | undefined;
  /** Grows with every change. */
  version = 0;

  constructor(words: Iterable<UserWord> = []) {
    for (const word of words) this.add(word);
  }

  /**
   * Adds a word, or replaces the one that differs only in case or width.
   * @throws WeixunError `bad-argument` for an empty word or a weight that is not above 0.
   */
  add(word: UserWord): void {
    const surface = word.word.trim();
    const weight = word.weight ?? 1;
    if (surface === "") throw new WeixunError("bad-argument", `user word “${word.word}” is empty`);
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new WeixunError("bad-argument", `user word “${surface}”: weight ${weight} is no number above 0`);
    const key = fold(surface);
    this.#words.delete(key);
    this.#words.set(key, { ...word, word: surface });
    this.#changed();
  }

  /** @returns whether there was such a word, in any case and width. */
  remove(word: string): boolean {
    const had = this.#words.delete(fold(word.trim()));
    if (had) this.#changed();
    return had;
  }

  /** The words by the scanner's entry of kind “user”. */
  get list(): readonly UserWord[] {
    return (this.#list ??= [...this.#words.values()]);
  }

  patterns(): Pattern[] {
    return this.list.map(({ word }, entry) => ({ surface: word, kind: "user", entry }));
  }

  #changed(): void {
    this.#list = undefined;
    this.version++;
  }
}
