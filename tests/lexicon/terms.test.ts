import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { spellings } from "../../scripts/resources/_spellings.ts";
import { WeixunError } from "../../src/core/errors.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { TERM_CATEGORIES, TERM_TOPICS, TermTable, WORD_ROLES } from "../../src/lexicon/terms.ts";

const rows = (file: string): string[][] =>
  readFileSync(new URL(`../../dictionaries/${file}`, import.meta.url), "utf8")
    .split("\n")
    .slice(1, -1)
    .map((l) => l.split("\t"));
const table = new TermTable(loadResource("terms.bin"));

describe("terms.tsv", () => {
  const terms = rows("terms.tsv");
  test("holds at least 2000 entries, sorted, each name once", () => {
    const names = terms.map((r) => r[0]!);
    expect(names.length).toBeGreaterThanOrEqual(2000);
    const codes = (s: string): number[] => Array.from(s, (c) => c.codePointAt(0)!);
    const sorted = [...names].sort((a, b) => {
      const [x, y] = [codes(a), codes(b)];
      const at = x.findIndex((c, i) => c !== y[i]);
      return at < 0 ? x.length - y.length : x[at]! - (y[at] ?? -1);
    });
    expect(names).toEqual(sorted);
    expect(new Set(names).size).toBe(names.length);
  });
  test("has five columns, known categories and topics, a source", () => {
    const wrong = terms.filter(
      (r) =>
        r.length !== 5 ||
        !TERM_CATEGORIES.includes(r[1] as never) ||
        r[3]!.split("|").some((t) => !TERM_TOPICS.includes(t as never)) ||
        r[4] === "",
    );
    expect(wrong).toEqual([]);
  });
  test("no alias is another entry's name or alias", () => {
    const names = new Set(terms.map((r) => r[0]!));
    const aliases = terms.flatMap((r) => r[2]!.split("|").filter(Boolean));
    expect(aliases.filter((a) => names.has(a))).toEqual([]);
    expect(aliases.filter((a, i) => aliases.indexOf(a) !== i)).toEqual([]);
  });
  test.each(["小程序", "数据库", "信息系统", "算力", "指导意见", "典型案例", "家庭医生签约"])(
    "%s is no term",
    (word) => {
      expect(terms.some((r) => r[0] === word || r[2]!.split("|").includes(word))).toBe(false);
    },
  );
});

test("term-words.tsv has known roles, each word once", () => {
  const words = rows("term-words.tsv");
  expect(words.filter((r) => !WORD_ROLES.includes(r[1] as never) || !/^[01]$/.test(r[2]!))).toEqual([]);
  expect(new Set(words.map((r) => r[0])).size).toBe(words.length);
});

test("an entry gives category and topics; a word's entry is no term's", () => {
  const terms = Array.from({ length: table.size }, (_, entry) => table.term(entry)!);
  expect(terms.find((t) => t.name === "全民健康信息平台")).toEqual({
    name: "全民健康信息平台",
    category: "platform",
    topics: ["platform"],
  });
  expect(table.term(table.size)).toBeUndefined();
  expect(table.word(table.size)).toBeDefined();
});

test("a truncated terms.bin is refused", () => {
  expect(() => new TermTable(loadResource("terms.bin").slice(0, 5000))).toThrow(WeixunError);
});

test.each([
  ["互联网+医疗健康", ["“互联网+”医疗健康", '"互联网+"医疗健康', "互联网 + 医疗健康", "互联网＋医疗健康"]],
  ["5G智慧医院", ["5G 智慧医院"]],
  ["AI影像", ["AI 影像"]],
])("%s is also printed %j", (name, forms) => {
  expect(spellings(name)).toEqual(expect.arrayContaining(forms));
  expect(spellings(name)).not.toContain(name);
});
