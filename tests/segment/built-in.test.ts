import { describe, expect, it } from "vitest";
import { loadResource } from "../../src/lexicon/load.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

const bytes = loadResource("base-dictionary.bin");
const segmenter = segmentWith(openBuiltIn(bytes));
const tagged = (text: string): string =>
  segmenter
    .tokenize(text)
    .map((t) => `${t.text}/${t.pos}`)
    .join(" ");

describe("the built-in engine", () => {
  it.each([
    ["衡水市全民健康信息平台上线", "衡水市 全民 健康 信息 平台 上线"],
    ["他来到了网易杭研大厦", "他 来到 了 网易 杭 研 大厦"],
    ["2023年10月16日", "2 0 2 3 年 1 0 月 1 6 日"],
    ["全省 98.5%，DRG", "全省   9 8 . 5 % ， D R G"],
    ["云计算与AT&T", "云计算 与 AT&T"],
    ["😀👍🏽好", "😀 👍 🏽 好"],
    ["", ""],
  ])("cuts %s by the word graph alone", (text, words) => {
    expect(segmenter.cut(text).join(" ")).toBe(words);
  });

  it.each([
    ["他来到了网易杭研大厦", "他/r 来到/v 了/ul 网易/n 杭研/x 大厦/n"],
    ["2023年10月16日", "2023/m 年/m 10/m 月/m 16/m 日/m"],
    ["全省 98.5%，DRG2.0", "全省/n  /x 98.5/m %/x ，/x DRG2/eng ./x 0/x"],
    ["云计算、区块链", "云计算/x 、/x 区块链/nz"],
    ["5", "5/x"],
  ])("tags %s, numbers whole, with the model for unknown words", (text, words) => {
    expect(tagged(text)).toBe(words);
  });

  it("reads a lone surrogate as one unknown character and keeps it", () => {
    const text = "平台\ud83d上线\udc00";
    expect(segmenter.cut(text)).toEqual(["平台", "\ud83d", "上线", "\udc00"]);
    expect(
      segmenter
        .tokenize(text)
        .map((t) => t.text)
        .join(""),
    ).toBe(text);
  });

  it("segments a line longer than a block, with and without separators", () => {
    const sentence = "全民健康信息平台在衡水市上线运行";
    for (const joint of ["", "，"]) {
      const text = Array.from({ length: 2000 }, () => sentence).join(joint);
      const once = segmenter.tokenize(sentence + joint).map((t) => t.text);
      const all = segmenter.tokenize(text + joint).map((t) => t.text);
      expect(all).toEqual(Array.from({ length: 2000 }, () => once).flat());
    }
  });

  it.each([
    ["truncated", bytes.slice(0, bytes.length - 8)],
    ["changed in one byte", bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1)],
    ["of another version", bytes.with(4, 99)],
    ["empty", new Uint8Array()],
  ])("refuses a dictionary that is %s", (_, broken) => {
    expect(() => openBuiltIn(broken)).toThrow(expect.objectContaining({ code: "bad-model" }));
  });
});
