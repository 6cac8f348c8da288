/**
 * Compares words and tags of the built-in engine with nodejieba's built addon, base dictionary alone on both sides: on
 * all text of the development data, and on random and hostile strings. Prints one JSON line; exits 1 on a difference.
 *
 * tsx scripts/check/segment-exactness.ts [strings = 200000] [seed = 1]
 */
import { readFileSync } from "node:fs";
import { loadResource } from "../../src/lexicon/load.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";
import { hostileText, seeded } from "./_hostile-text.ts";
import { isBuilt, nodejieba, written } from "./_nodejieba.ts";
import { hasSharedTexts, sharedTexts } from "./_shared-texts.ts";

if (!isBuilt) {
  console.log(JSON.stringify({ check: "segment-exactness", skipped: "nodejieba's addon is not built" }));
  process.exit(process.env.CI ? 1 : 0);
}
const [strings = 200_000, seed = 1] = process.argv.slice(2).map(Number);
const jieba = nodejieba();
const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

interface Count {
  texts: number;
  chars: number;
  utf8Bytes: number;
  words: number;
  differences: number;
}
const differences: string[] = [];

function compare(text: string, count: Count): void {
  const tokens = segmenter.tokenize(text);
  count.texts++;
  count.chars += text.length;
  count.utf8Bytes += Buffer.byteLength(text);
  count.words += tokens.length;
  if (
    written.words(segmenter.cut(text)) === written.words(jieba.cut(text)) &&
    written.tokens(tokens) === written.tags(jieba.tag(text))
  )
    return;
  count.differences++;
  if (differences.length < 20) differences.push(text.slice(0, 200));
}

const empty = (): Count => ({ texts: 0, chars: 0, utf8Bytes: 0, words: 0, differences: 0 });
const data = empty();
if (hasSharedTexts) for (const { text } of sharedTexts()) compare(text.replace(/\p{Surrogate}/gu, "\ufffd"), data);

const hostile = empty();
const dictionary = readFileSync("node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8", "utf8")
  .split("\n")
  .map((line) => line.split(" ")[0]!);
const random = seeded(seed);
for (let i = 0; i < strings; i++) compare(hostileText(random, dictionary), hostile);

console.log(
  JSON.stringify({ check: "segment-exactness", seed, data: hasSharedTexts ? data : null, hostile, differences }),
);
process.exit(differences.length > 0 ? 1 : 0);
