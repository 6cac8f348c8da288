/** nodejieba behind the same interface as the built-in engine. It is an optional peer: its users install it. */
import { WeixunError } from "../core/errors.ts";
import type { Token } from "../core/types.ts";
import type { Engine } from "./segmenter.ts";

interface NodeJieba {
  cut(text: string): string[];
  tag(text: string): { word: string; tag: string }[];
}

/** Lone surrogates have no UTF-8; each becomes U+FFFD, of the same length. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
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
  return {
    cut(text, words, start, end) {
      let at = start;
      for (const word of jieba.cut(wellFormed(text.slice(start, end)))) {
        words.push(text.slice(at, at + word.length));
        at += word.length;
      }
    },
    tokenize(text, tokens: Token[], start, end) {
      let at = start;
      for (const { word, tag } of jieba.tag(wellFormed(text.slice(start, end)))) {
        tokens.push({ text: text.slice(at, at + word.length), pos: tag, start: at, end: at + word.length });
        at += word.length;
      }
    },
  };
}
