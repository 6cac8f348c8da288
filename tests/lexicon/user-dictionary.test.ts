import { describe, expect, it } from "vitest";
import { checkDictionary, readDictionary } from "../../src/lexicon/user-dictionary.ts";

describe("a user's dictionary", () => {
  it("is TSV with word, weight, tag and category, all but the word optional", () => {
    const text = [
      "\ufeffword\tweight\ttag\tcategory",
      "互联网+医疗健康\t\tn\tprogramme",
      "# a remark",
      "",
      "HIMSS 7级\t2\tnz",
      "C#",
      "“互联网+”护理\t\t\tservice",
    ].join("\r\n");
    expect(readDictionary({ file: "words.tsv", text })).toEqual([
      { word: "互联网+医疗健康", tag: "n", category: "programme" },
      { word: "HIMSS 7级", weight: 2, tag: "nz" },
      { word: "C#" },
      { word: "“互联网+”护理", category: "service" },
    ]);
  });

  it.each([
    ["五列", "平台\t1\tn\tplatform\tmore", "error bad-columns"],
    ["no word", "\t1\tn", "error empty-word"],
    ["a weight that is no number", "平台\theavy", "error bad-weight"],
    ["a weight of 0", "平台\t0", "error bad-weight"],
    ["a tag that is none", "平台\t1\t名词", "error bad-tag"],
    ["an unknown category", "平台\t1\tn\tplatforms", "error bad-category"],
    ["the same word twice", "平台\t1\nｐａｃｓ\t2\n平台\t1", "warning duplicate"],
    ["one word in two ways, by width", "PACS\t1\tn\nＰａｃｓ\t2\tn", "error conflict"],
    ["a word that holds a heavier one", "健康信息平台\n信息平台\t3", "warning unreachable"],
    ["a word with a zero-width character", "信息\u200b平台", "warning unreachable"],
    ["jieba's own format", "云计算 5 n", "warning other-format"],
    ["a comma table", "word,weight\n云计算,5\n", "error other-format"],
    ["a pool of articles as CSV", "标题,来源,正文\n平台上线,日报,“平台上线。\n接入20家医院。”\n", "error other-format"],
    ["one character", "云", "hint one-character"],
    ["what is no text", "PK\u0003\n\0\t\0\t\u0001\t\t\t", "error other-format"],
  ])("with %s is found out", (_, text, expected) => {
    expect(checkDictionary(text, "words.tsv").map((f) => `${f.severity} ${f.rule}`)).toEqual([expected]);
  });

  it("of good words has no findings, though one holds another", () => {
    expect(checkDictionary("信息平台\t1\n健康信息平台\t1\nDRG\t5\nDRGs\n", "words.tsv")).toEqual([]);
  });

  it("may hold a comma in a word, and commas in a remark", () => {
    expect(checkDictionary("# words, names, signs\n1,25-二羟维生素D\n信息平台\n", "words.tsv")).toEqual([]);
  });

  it("that cannot be used is refused by file and line", () => {
    const text = "平台\t1\n系统\tx\n系统\t1\n系统\t2\n";
    expect(() => readDictionary({ file: "mine/words.tsv", text })).toThrow(
      "mine/words.tsv:2: weight “x” is no number above 0; mine/words.tsv:4: line 3 gives this word 1, –, –, here 2, –, –",
    );
  });
});
