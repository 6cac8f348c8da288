/** The unrolled tables must give the same scores as adding up the templates' rows one by one. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  hashedPlace,
  layTables,
  MODEL_SCHEMA,
  MODEL_VERSION,
  readKeys,
} from "../../../../scripts/resources/_tagger-tables.ts";
import { Packed } from "../../../../src/core/packed.ts";
import { SentenceContext } from "../../../../src/extract/institutions/tagger/context.ts";
import { TaggerModel } from "../../../../src/extract/institutions/tagger/model.ts";
import { isLegal, TAG_COUNT } from "../../../../src/extract/institutions/tagger/tags.ts";
import { keysAt, MOST_KEYS } from "../../../../src/extract/institutions/tagger/templates.ts";
import { Viterbi } from "../../../../src/extract/institutions/tagger/viterbi.ts";

const bytes = readFileSync(new URL("../../../../dictionaries/models/institution-tagger.bin", import.meta.url));
const file = new Packed(bytes, MODEL_SCHEMA, MODEL_VERSION);
const direct = readKeys(file.bytes("direct-keys"));
const hashed = readKeys(file.bytes("hashed-keys"));
const masks = file.bytes("hashed-masks");
const weights = file.int8("rows");
const count = weights.length / TAG_COUNT;
const directRow = new Map(Array.from(direct, (key, r) => [key, r]));
const hashedRow = new Map<string, number>();
let next = direct.length;
hashed.forEach((key, k) => {
  for (let offset = 0; offset < 4; offset++) if ((masks[k]! >> offset) & 1) hashedRow.set(`${key} ${offset}`, next++);
});
const rowOf = (key: number): number | undefined => {
  const place = hashedPlace(key);
  return place ? hashedRow.get(`${place.key} ${place.offset}`) : directRow.get(key);
};
const model = new TaggerModel(layTables(bytes));
const context = new SentenceContext(model.alphabet, model.gazetteer);

const texts = [
  "江西省人民医院（南昌大学附属人民医院）与东软集团联合建设5G智慧医院，项目投资1200万元。",
  "一",
  "10月9日，苏州市吴江区卫生健康委员会、区医保局到震泽镇卫生院调研。",
  "Ａ股“卫宁健康”（300253）涨3.2%；WHO 总干事谭德塞·阿达诺姆在日内瓦说",
];

function naiveScores(n: number): number[] {
  const out = new Uint32Array(MOST_KEYS);
  const scores: number[] = [];
  for (let i = 0; i < n; i++) {
    const sum = new Array<number>(TAG_COUNT).fill(0);
    const keys = keysAt(context, i, out);
    for (let k = 0; k < keys; k++) {
      const row = rowOf(out[k]!);
      if (row !== undefined) for (let t = 0; t < TAG_COUNT; t++) sum[t]! += weights[t * count + row]!;
    }
    scores.push(...sum);
  }
  return scores;
}

test.each(texts)("fast scores equal naive ones: %s", (text) => {
  context.read(text, 0, text.length);
  const scores = new Int32Array(text.length * TAG_COUNT);
  model.emit(context, text.length, scores);
  expect(Array.from(scores)).toEqual(naiveScores(text.length));
});

test("a clause read alone has the scores it has in its sentence", () => {
  const text = texts[2]!;
  context.read(text, 0, text.length);
  const whole = new Int32Array(text.length * TAG_COUNT);
  model.emit(context, text.length, whole);
  const [from, to] = [text.indexOf("，") + 1, text.length];
  context.read(text, 0, text.length, from, to);
  const part = new Int32Array((to - from) * TAG_COUNT);
  model.emit(context, to - from, part);
  expect(part).toEqual(whole.slice(from * TAG_COUNT, to * TAG_COUNT));
});

test("every row is used", () => {
  expect(next).toBe(count);
});

test("the decoder finds the best legal sequence", () => {
  const viterbi = new Viterbi(model.transitions);
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % 200;
  for (let round = 0; round < 20; round++) {
    const n = 1 + (round % 5);
    const scores = Int32Array.from({ length: n * TAG_COUNT }, random);
    const tags = new Uint8Array(n);
    viterbi.decode(scores, n, tags);
    const value = (path: readonly number[]): number =>
      path.reduce(
        (sum, t, i) => sum + scores[i * TAG_COUNT + t]! + (i ? model.transitions[path[i - 1]! * TAG_COUNT + t]! : 0),
        0,
      );
    const best = (path: number[]): number => {
      if (path.length === n) return isLegal(path.at(-1)!, 0) ? value(path) : -Infinity;
      let top = -Infinity;
      for (let t = 0; t < TAG_COUNT; t++)
        if (path.length ? isLegal(path.at(-1)!, t) : isLegal(0, t)) top = Math.max(top, best([...path, t]));
      return top;
    };
    expect(value([...tags])).toBe(best([]));
  }
});
