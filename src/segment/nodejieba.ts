/** nodejieba behind the same interface as the built-in engine. It is an optional peer: its users install it. */
import { WeixunError } from "../core/errors.ts";
import type { Token } from "../core/types.ts";
import type { Engine } from "./segmenter.ts";
import type { WordList } from "./word-list.ts";

interface NodeJieba {
  cut(text: string): string[];
  tag(text: string): { word: string; tag: string }[];
}

/** Lone surrogates have no UTF-8; each becomes U+FFFD, of the same length. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The id of a word is the place of its tag among those met so far. */
class NodeJiebaEngine implements Engine {
  readonly #jieba: NodeJieba;
  readonly #tags: string[] = [];
  readonly #idOf = new Map<string, number>();

  constructor(jieba: NodeJieba) {
    this.#jieba = jieba;
  }

  cut(text: string, words: WordList, start: number, end: number): void {
    words.reserve(words.length + end - start);
    let at = start;
    for (const word of this.#jieba.cut(wellFormed(text.slice(start, end)))) words.push((at += word.length), 0);
  }

  tokenize(text: string, words: WordList, start: number, end: number): void {
    words.reserve(words.length + end - start);
    let at = start;
    for (const { word, tag } of this.#jieba.tag(wellFormed(text.slice(start, end)))) {
      let id = this.#idOf.get(tag);
      if (id === undefined) {
        id = this.#tags.push(tag) - 1;
        this.#idOf.set(tag, id);
      }
      words.push((at += word.length), id);
    }
  }

  tag(_text: string, _start: number, _end: number, id: number): string {
    return this.#tags[id]!;
  }

  strings(text: string, { ends, length }: WordList): string[] {
    return Array.from({ length }, (_, k) => text.slice(k === 0 ? 0 : ends[k - 1], ends[k]));
  }

  tokens(text: string, { ends, ids, length }: WordList, tags: readonly string[]): Token[] {
    return Array.from({ length }, (_, k) => {
      const start = k === 0 ? 0 : ends[k - 1]!;
      const end = ends[k]!;
      const id = ids[k]!;
      return { text: text.slice(start, end), pos: id < 0 ? tags[~id]! : this.#tags[id]!, start, end };
    });
  }
}

/**
 * Loads nodejieba (its dictionaries are global to the process; some 300 MB).
 * @throws WeixunError `not-installed` when the package or its native addon is missing.
 */
export async function loadNodeJieba(): Promise<Engine> {
  // By a variable, so that bundlers for browsers leave it alone.
  const name = "nodejieba";
  let jieba: NodeJieba;
  try {
    jieba = ((await import(name)) as { default: NodeJieba }).default;
    jieba.cut("");
  } catch (cause) {
    throw new WeixunError(
      "not-installed",
      'segmenter "nodejieba": the package nodejieba or its native addon is missing; install it, or use "built-in"',
      { cause },
    );
  }
  return new NodeJiebaEngine(jieba);
}
