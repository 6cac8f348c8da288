import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hit } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { Scanner } from "../../src/lexicon/scanner.ts";
import { buildTries, openTries, type Pattern, packTries } from "../../src/lexicon/trie.ts";
import { fold, isWordUnit } from "../../src/text/fold.ts";

const terms = (...surfaces: string[]): Pattern[] =>
  surfaces.map((surface, entry) => ({ surface, kind: "term", entry }));
const found = (text: string, hits: readonly Hit[]): string[] => hits.map((hit) => text.slice(hit.start, hit.end));

describe("what the scanner finds", () => {
  it.each([
    ["drg", "ＤＲＧ付费、Drg 与 drg", ["ＤＲＧ", "Drg", "drg"], "in any case and width"],
    ["DRG", "DRGs、CHS-DRG、DRG2.0", ["DRG"], "not in a Latin or digit run"],
    ["5G", "15G、5G+医疗、5Ghz", ["5G"], "not in a number"],
    ["HIMSS 7级", "通过HIMSS　7级评审", ["HIMSS　7级"], "with a blank of any width"],
    ["互联网+医疗健康", "“互联网＋医疗健康”示范", ["互联网＋医疗健康"], "with signs"],
    ["100%", "达到100%、1100%", ["100%"], "a number with its sign"],
    ["级", "三级医院", ["级"], "one character"],
    ["平台", "健康", [], "nothing"],
  ])("%s in %s", (surface, text, matches) => {
    expect(found(text, new Scanner(terms(surface)).scan(text))).toEqual(matches);
  });

  it("gives all matches by start, the longest first, and leftmost-longest ones without overlaps", () => {
    const scanner = new Scanner(terms("全民健康", "全民健康信息平台", "健康信息", "信息平台", "平台"));
    const text = "全民健康信息平台与信息平台";
    expect(found(text, scanner.scan(text))).toEqual([
      "全民健康信息平台",
      "全民健康",
      "健康信息",
      "信息平台",
      "平台",
      "信息平台",
      "平台",
    ]);
    expect(found(text, scanner.scanLongest(text))).toEqual(["全民健康信息平台", "信息平台"]);
  });

  it("gives every pattern of one surface in the order given, those added later last", () => {
    const scanner = new Scanner([
      { surface: "朝阳", kind: "division", entry: 7 },
      { surface: "朝阳", kind: "township", entry: 1 },
      { surface: "朝阳", kind: "division", entry: 3 },
    ]).with([{ surface: "朝阳", kind: "user", entry: 0 }]);
    const expected = ["division 7", "township 1", "division 3", "user 0"];
    expect(scanner.scan("朝阳").map((h) => `${h.kind} ${h.entry}`)).toEqual(expected);
    expect(scanner.scanLongest("朝阳").map((h) => `${h.kind} ${h.entry}`)).toEqual(expected.slice(0, 1));
  });
});

/** The definition, letter by letter. */
function naive(patterns: readonly Pattern[], text: string): Hit[] {
  const folded = fold(text);
  const inWord = (at: number): boolean =>
    at > 0 && at < text.length && isWordUnit(folded.charCodeAt(at - 1)) && isWordUnit(folded.charCodeAt(at));
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; start++)
    for (let end = text.length; end > start; end--)
      for (const { surface, kind, entry } of patterns)
        if (fold(surface) === folded.slice(start, end) && !inWord(start) && !inWord(end))
          hits.push({ start, end, kind, entry });
  return hits;
}

const units = [..."健康信息平台市级aG5Ａｇ５+·- “”　%"];
const surface = fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 5 });
const text = fc.string({ unit: fc.constantFrom(...units, "医"), maxLength: 40 });
const patternsOf = (surfaces: readonly string[]): Pattern[] =>
  surfaces.map((s, entry) => ({ surface: s, kind: entry % 3 ? "term" : "cue", entry }));

describe("the scanner beside a naive one", () => {
  it("finds the same in the same order, whether built, packed or added to", () => {
    fc.assert(
      fc.property(fc.uniqueArray(surface, { maxLength: 12 }), fc.nat(12), text, (surfaces, cut, t) => {
        const patterns = patternsOf(surfaces);
        const expected = naive(patterns, t);
        expect(new Scanner(patterns).scan(t)).toEqual(expected);
        expect(new Scanner([], [openTries(packTries(buildTries(patterns)))]).scan(t)).toEqual(expected);
        const added = new Scanner(patterns.slice(0, cut)).with(patterns.slice(cut));
        expect(added.scan(t)).toEqual(expected);
        expect(added.scanWords(t)).toEqual(expected.filter((hit) => hit.kind === "term"));
      }),
      { numRuns: 100 },
    );
  });

  it("takes of all matches the leftmost, of these the longest, and goes on behind it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(surface, { maxLength: 12 }), text, (surfaces, t) => {
        const all = naive(patternsOf(surfaces), t);
        const expected: Hit[] = [];
        for (let at = 0; at < t.length; ) {
          const next = all.filter((h) => h.start >= at)[0];
          if (!next) break;
          expected.push(next);
          at = next.end;
        }
        expect(new Scanner(patternsOf(surfaces)).scanLongest(t)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe("scanner.bin", () => {
  const bytes = loadResource("scanner.bin");

  it("finds division names", () => {
    const hits = Scanner.open(bytes).scan("衡水市全民健康信息平台上线");
    expect(hits.some((h) => h.kind === "division" && h.start === 0 && h.end === 3)).toBe(true);
  });

  it("is refused when truncated or changed", () => {
    expect(() => Scanner.open(bytes.slice(0, -8))).toThrow(expect.objectContaining({ code: "bad-model" }));
    expect(() => Scanner.open(bytes.with(99, bytes[99]! ^ 1))).toThrow(expect.objectContaining({ code: "bad-model" }));
  });
});
