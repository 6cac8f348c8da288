import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hostileText, seeded } from "../../scripts/check/_hostile-text.ts";
import { isBuilt, nodejieba, written } from "../../scripts/check/_nodejieba.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

const words = readFileSync("node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8", "utf8")
  .split("\n")
  .filter((_, i) => i % 50 === 0)
  .map((line) => line.split(" ")[0]!);

/** A sample of what `check:full` compares in whole. */
describe.skipIf(!isBuilt)("the built-in engine beside nodejieba's addon", () => {
  const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

  it("gives the same words and tags on 5,000 random and hostile strings", () => {
    const jieba = nodejieba();
    const random = seeded(20231020);
    for (let i = 0; i < 5000; i++) {
      const text = hostileText(random, words);
      expect(written.words(segmenter.cut(text)), JSON.stringify(text)).toBe(written.words(jieba.cut(text)));
      expect(written.tokens(segmenter.tokenize(text)), JSON.stringify(text)).toBe(written.tags(jieba.tag(text)));
    }
  }, 60_000);
});
