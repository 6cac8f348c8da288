/** The engines side by side. Each module is loaded when asked for, so that a child process can time its loading. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export interface BenchEngine {
  cut(text: string): readonly string[];
  /** Words with tags; undefined where the engine has none. */
  tag: ((text: string) => readonly { readonly tag: string; readonly word: string }[]) | undefined;
}

const require = createRequire(import.meta.url);
/**
 * Where `npm run bench` puts peers that are no devDependencies: the platform packages of @node-rs/jieba do not get into a
 * lock file whole, and `npm ci` then refuses it.
 */
const requirePeer = createRequire(new URL("../../build/peers/index.js", import.meta.url));
const dist = new URL("../../dist/", import.meta.url).href;

interface OwnToken {
  readonly text: string;
  readonly pos: string;
}
interface Own {
  cut(text: string): string[];
  tokenize(text: string): OwnToken[];
}

/** Tokens under the names the others use, without a copy: the checksum reads them. */
const renamed = (tokens: readonly OwnToken[]): { tag: string; word: string }[] =>
  tokens.map((t) => ({ tag: t.pos, word: t.text }));

export interface BenchSource {
  readonly name: string;
  load(): Promise<BenchEngine & { tokenize?: (text: string) => readonly OwnToken[] }>;
}

export const sources: readonly BenchSource[] = [
  {
    name: "built-in",
    async load() {
      const { createSegmenter } = await import(`${dist}segment/index.js`);
      const dictionary = readFileSync(new URL("resources/base-dictionary.bin", dist));
      const own = createSegmenter({ dictionary }) as Own;
      return { cut: own.cut, tag: (text) => renamed(own.tokenize(text)), tokenize: own.tokenize };
    },
  },
  {
    name: "analyzer",
    async load() {
      const { createAnalyzer } = await import(`${dist}index.js`);
      const own = (await createAnalyzer()) as Own;
      return { cut: own.cut, tag: (text) => renamed(own.tokenize(text)), tokenize: own.tokenize };
    },
  },
  {
    name: "nodejieba",
    async load() {
      const jieba = require("nodejieba") as {
        cut(text: string): string[];
        tag(text: string): { tag: string; word: string }[];
      };
      return { cut: (text) => jieba.cut(text), tag: (text) => jieba.tag(text) };
    },
  },
  {
    name: "@node-rs/jieba",
    async load() {
      const { Jieba } = requirePeer("@node-rs/jieba");
      const { dict } = requirePeer("@node-rs/jieba/dict");
      const jieba = Jieba.withDict(dict) as {
        cut(text: string, hmm: boolean): string[];
        tag(text: string, hmm: boolean): { tag: string; word: string }[];
      };
      return { cut: (text) => jieba.cut(text, false), tag: (text) => jieba.tag(text, true) };
    },
  },
  {
    name: "jieba-wasm",
    async load() {
      const jieba = require("jieba-wasm") as {
        cut(text: string, hmm: boolean): string[];
        tag(text: string, hmm: boolean): { tag: string; word: string }[];
      };
      return { cut: (text) => jieba.cut(text, false), tag: (text) => jieba.tag(text, true) };
    },
  },
  {
    name: "Intl.Segmenter",
    async load() {
      const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
      return { cut: (text) => Array.from(segmenter.segment(text), (s) => s.segment), tag: undefined };
    },
  },
];
