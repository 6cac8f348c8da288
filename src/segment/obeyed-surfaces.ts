/** The scanner of an analyzer with the user's words of the moment. */
import type { Scanner } from "../lexicon/scanner.ts";
import { type DictionaryFile, readDictionary, type UserWord } from "../lexicon/user-dictionary.ts";
import { UserWords } from "../lexicon/user-words.ts";
import { type Obeyed, OTHER_NAME } from "./obey.ts";

export interface ObeyedOptions {
  readonly lexicon?: boolean;
  readonly dictionaries?: readonly (DictionaryFile | readonly UserWord[])[];
}

export class ObeyedSurfaces {
  readonly user: UserWords;
  readonly #base: Scanner;
  readonly #lexicon: boolean;
  #version = -1;
  #now: Obeyed | undefined;

  /** @throws WeixunError `bad-dictionary` naming `file:line` when a dictionary has a row that cannot be used. */
  constructor(base: Scanner, options: ObeyedOptions) {
    this.#base = base;
    this.#lexicon = options.lexicon ?? true;
    this.user = new UserWords((options.dictionaries ?? []).flatMap((d) => ("file" in d ? readDictionary(d) : d)));
  }

  /** What is to be obeyed now; made anew only after a word was added or removed. */
  now(): Obeyed {
    if (!this.#now || this.#version !== this.user.version) {
      this.#version = this.user.version;
      const scanner = this.user.list.length === 0 ? this.#base : this.#base.with(this.user.patterns());
      const userWords = this.user.list;
      const tags = [OTHER_NAME, ...userWords.map(({ tag = OTHER_NAME }) => tag)];
      this.#now = { scanner, userWords, tags, lexicon: this.#lexicon };
    }
    return this.#now;
  }
}
