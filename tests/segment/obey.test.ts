import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadResource } from "../../src/lexicon/load.ts";
import { Scanner } from "../../src/lexicon/scanner.ts";
import type { UserWord } from "../../src/lexicon/user-dictionary.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { ObedientSegmenter } from "../../src/segment/obey.ts";
import { ObeyedSurfaces } from "../../src/segment/obeyed-surfaces.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

const engine = openBuiltIn(loadResource("base-dictionary.bin"));
const plain = segmentWith(engine);

function segmenter(userWords: readonly (UserWord | string)[], terms: readonly string[] = []): ObedientSegmenter {
  const scanner = new Scanner(terms.map((surface, entry) => ({ surface, kind: "term", entry })));
  const surfaces = new ObeyedSurfaces(scanner, {
    dictionaries: [userWords.map((w) => (typeof w === "string" ? { word: w } : w))],
  });
  return new ObedientSegmenter(engine, () => surfaces.now());
}
const spaced = (words: readonly string[]): string => words.join("|");

describe("the user's words", () => {
  it.each([
    ["with a blank", ["HIMSS 7级"], "通过HIMSS 7级评审", "通过|HIMSS 7级|评审"],
    ["with a plus", ["互联网+医疗健康"], "推进互联网+医疗健康发展", "推进|互联网+医疗健康|发展"],
    ["with quotes", ["“互联网+”护理"], "开展“互联网+”护理服务", "开展|“互联网+”护理|服务"],
    ["with a dot", ["萧何·云"], "使用萧何·云系统", "使用|萧何·云|系统"],
    ["with a hyphen and digits", ["CHS-DRG 1.1版"], "CHS-DRG 1.1版分组", "CHS-DRG 1.1版|分组"],
    ["with a percent sign", ["100%覆盖"], "实现100%覆盖", "实现|100%覆盖"],
    ["with digits and Latin", ["5g"], "5G智慧医院与５Ｇ专网", "5G|智慧|医院|与|５Ｇ|专网"],
    ["in another case and width", ["ＤＲＧ"], "drg付费、DRG付费", "drg|付费|、|DRG|付费"],
    ["not inside a Latin or digit word", ["DRG", "5G"], "DRGs与15G", "DRGs|与|15|G"],
    ["not inside a longer number", ["5G"], "2.5G", "2.5|G"],
    ["inside a longer word of the engine", ["中医"], "中医院", "中医|院"],
    ["across words of the engine", ["机器人工"], "机器人工作", "机器人工|作"],
    ["the longest of several", ["健康信息", "全民健康信息平台", "信息平台"], "全民健康信息平台", "全民健康信息平台"],
    ["twice, once each", ["信息平台"], "信息平台信息平台", "信息平台|信息平台"],
  ])("are obeyed %s", (_, words, text, expected) => {
    expect(
      spaced(
        segmenter(words)
          .tokenize(text)
          .map((t) => t.text),
      ),
    ).toBe(expected);
  });

  it.each([
    ["the longer", 1, 1, "全民|健康信息平台"],
    ["the heavier", 2, 1, "全民健康|信息|平台"],
  ])("of two that overlap, %s is taken", (_, first, second, expected) => {
    const words = [
      { word: "全民健康", weight: first },
      { word: "健康信息平台", weight: second },
    ];
    expect(
      spaced(
        segmenter(words)
          .tokenize("全民健康信息平台")
          .map((t) => t.text),
      ),
    ).toBe(expected);
  });

  it("stand in cut too", () => {
    expect(spaced(segmenter(["5G 智慧医院", "中医"]).cut("建成5g 智慧医院和中医院2家"))).toBe(
      "建成|5g 智慧医院|和|中医|院|2|家",
    );
  });

  it("carry the user's tag, else the engine's, else nz", () => {
    const words = [{ word: "HIMSS 7级", tag: "n" }, "平台", "5G"];
    expect(
      segmenter(words)
        .tokenize("5G平台HIMSS 7级")
        .map((t) => t.pos),
    ).toEqual(["nz", "n", "n"]);
  });

  it("are added and removed while the analyzer runs, in any case and width", () => {
    const surfaces = new ObeyedSurfaces(new Scanner([]), {});
    const mine = new ObedientSegmenter(engine, () => surfaces.now());
    const other = segmenter([]);
    const before = mine.tokenize("5g专网");
    surfaces.user.add({ word: "5G专网", tag: "n" });
    expect(mine.tokenize("5g专网")).toEqual([{ text: "5g专网", pos: "n", start: 0, end: 4 }]);
    expect(other.tokenize("5g专网")).toEqual(before);
    expect(surfaces.user.remove("５Ｇ专网")).toBe(true);
    expect(surfaces.user.remove("5G专网")).toBe(false);
    expect(mine.tokenize("5g专网")).toEqual(before);
  });

  it.each([[{ word: " " }], [{ word: "平台", weight: 0 }], [{ word: "平台", weight: Number.NaN }]])(
    "are refused when they cannot be used: %j",
    (word) => {
      expect(() => segmenter([word])).toThrow(expect.objectContaining({ code: "bad-argument" }));
    },
  );
});

describe("the lexicon's terms", () => {
  it.each([
    ["are one word", ["全民健康信息平台"], "全民健康信息平台上线", "全民健康信息平台|上线"],
    ["give way to a longer word that they would cut", ["中医"], "省中医院与中医", "省|中医院|与|中医"],
    ["cut a shorter word", ["人工智能平台"], "机器人工智能平台", "机器|人工智能平台"],
    ["stand beside each other", ["电子病历", "互联互通"], "电子病历互联互通评级", "电子病历|互联互通|评级"],
  ])("%s", (_, terms, text, expected) => {
    expect(
      spaced(
        segmenter([], terms)
          .tokenize(text)
          .map((t) => t.text),
      ),
    ).toBe(expected);
  });

  it("leave cut as nodejieba's", () => {
    expect(segmenter([], ["全民健康信息平台"]).cut("全民健康信息平台")).toEqual(plain.cut("全民健康信息平台"));
  });

  it("rank behind the user's words of the same length and weight", () => {
    const tokens = segmenter([{ word: "健康云", tag: "n" }], ["健康云", "云平台"]).tokenize("健康云平台");
    expect(tokens.map((t) => `${t.text}/${t.pos}`)).toEqual(["健康云/n", "平台/n"]);
  });
});

describe("whatever the words and the text", () => {
  const unit = fc.constantFrom(..."健康信息平台中医院机器人工智能aG5.+ “，😀");
  const words = fc.uniqueArray(fc.string({ unit, minLength: 1, maxLength: 5 }).filter((w) => w.trim() !== ""));
  const text = fc.string({ unit, maxLength: 40 });

  it("tokens and cut words cover the text in order, and without words nothing changes", () => {
    fc.assert(
      fc.property(words, words, text, (user, terms, t) => {
        const mine = segmenter(user, terms);
        let at = 0;
        for (const token of mine.tokenize(t)) {
          expect([token.start, token.text]).toEqual([at, t.slice(token.start, token.end)]);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBe(t.length);
        expect(mine.cut(t).join("")).toBe(t);
        expect(segmenter([]).tokenize(t)).toEqual(plain.tokenize(t));
      }),
      { numRuns: 150 },
    );
  });

  it("a user's word alone is one token wherever the scanner finds it, but in a longer number", () => {
    fc.assert(
      fc.property(words, text, (user, t) => {
        const word = user[0];
        if (word === undefined) return;
        const hits = new Scanner([{ surface: word.trim(), kind: "user", entry: 0 }]).scanLongest(t);
        const tokens = segmenter([word]).tokenize(t);
        for (const hit of hits) {
          const isWhole = tokens.some((k) => k.start === hit.start && k.end === hit.end);
          const inNumber = tokens.some((k) => k.start <= hit.start && k.end > hit.start && /^[\d.]+$/.test(k.text));
          expect(isWhole || inNumber, `${word} in ${t}`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
