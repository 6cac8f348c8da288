/** The really built addon with its default dictionaries, or undefined where it has not been built. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

export interface NodeJieba {
  cut(text: string): string[];
  tag(text: string): { word: string; tag: string }[];
}

export const isBuilt: boolean = existsSync(
  new URL("../../node_modules/nodejieba/build/Release/nodejieba.node", import.meta.url),
);

export function nodejieba(): NodeJieba {
  return createRequire(import.meta.url)("nodejieba") as NodeJieba;
}

/** Words and tags in one line of text each, so that they compare as one. */
export const written = {
  words: (words: readonly string[]): string => words.join("\u0001"),
  tags: (tokens: readonly { tag: string; word: string }[]): string =>
    tokens.map((t) => `${t.word}\u0002${t.tag}`).join("\u0001"),
  tokens: (tokens: readonly { pos: string; text: string }[]): string =>
    tokens.map((t) => `${t.text}\u0002${t.pos}`).join("\u0001"),
};
