import { expect, test } from "vitest";
import { InstitutionTagger } from "../../../../src/extract/institutions/tagger/index.ts";
import { clauseAt, splitClauses } from "../../../../src/extract/institutions/tagger/sentences.ts";
import { loadResource } from "../../../../src/lexicon/load.ts";

const bytes = loadResource("institution-tagger.bin");
const tagger = new InstitutionTagger(bytes);
const organisations = (text: string): string[] =>
  tagger
    .tag(text)
    .filter((s) => s.label === "ORG")
    .map((s) => text.slice(s.start, s.end));

test.each<[string, string[]]>([
  ["衢州市卫生健康委员会召开数字化改革推进会。", ["衢州市卫生健康委员会"]],
  ["记者从洛阳市卫健委获悉，全市二级以上医院已接入平台。", ["洛阳市卫健委"]],
  ["国家医保局印发通知，要求各地加快推广医保电子凭证。", ["国家医保局"]],
  ["四川大学华西医院与西部战区总医院签署合作协议。", ["四川大学华西医院", "西部战区总医院"]],
  ["宜昌市中心人民医院上线智慧病房系统", ["宜昌市中心人民医院"]],
  ["互联网医院为群众提供在线问诊服务。", []],
  ["公立医院要加强信息化建设。", []],
])("%s", (text, expected) => {
  expect(organisations(text)).toEqual(expected);
});

test("clause by clause gives the names of the whole, each in the clause that holds it", () => {
  const text =
    "记者从绍兴市卫健委获悉：越城区、柯桥区已接入，上虞人民医院、浙江大学附属第一医院将于10月接入。\n新昌县人民医院，";
  const clauses = splitClauses(text);
  const parts = clauses.starts.slice(0, -1).map((_, k) => clauseAt(clauses, k));
  expect(parts.map((c) => text.slice(c.from, c.to)).join("|")).toBe(
    "记者从绍兴市卫健委获悉：|越城区、柯桥区已接入，|上虞人民医院、浙江大学附属第一医院将于10月接入。|\n|新昌县人民医院，",
  );
  expect(parts.flatMap((c) => tagger.tagClause(text, c.start, c.end, c.from, c.to))).toEqual(tagger.tag(text));
});

test("places are LOC", () => {
  const text = "新华社南昌10月12日电";
  expect(tagger.tag(text)).toContainEqual({ start: 3, end: 5, label: "LOC" });
});

test("offsets point into the whole text, over sentences and lines", () => {
  const line = "金华市中心医院启用自助机。";
  const text = `${line}\n`.repeat(3);
  expect(tagger.tag(text).filter((s) => s.label === "ORG")).toEqual(
    [0, 1, 2].map((k) => ({ start: k * (line.length + 1), end: k * (line.length + 1) + 7, label: "ORG" })),
  );
});

test("empty text, lone surrogates and long runs give spans inside the text", () => {
  for (const text of ["", " ", "\ud83c", "医\udc00院".repeat(50), "，".repeat(2000), "A1".repeat(700)])
    for (const s of tagger.tag(text)) {
      expect(s.start).toBeGreaterThanOrEqual(0);
      expect(s.end).toBeGreaterThan(s.start);
      expect(s.end).toBeLessThanOrEqual(text.length);
    }
});

test("a changed or truncated model is refused", () => {
  const changed = Uint8Array.from(bytes);
  changed[changed.length >> 1]! ^= 1;
  expect(() => new InstitutionTagger(changed)).toThrow(/checksum/);
  expect(() => new InstitutionTagger(bytes.subarray(0, bytes.length >> 1))).toThrow(/checksum/);
});
