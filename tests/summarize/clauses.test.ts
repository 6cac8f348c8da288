import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import { readProse } from "../../src/summarize/clauses.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));

const kinds: [string, string[]][] = [
  ["记者从市卫健委获悉，平台8月启用，覆盖12家医院。", ["speech", "full", "linked"]],
  ["据悉，截至9月底，系统累计调阅3万次。", ["filler", "phrase", "full"]],
  ["首批项目共98项，其中检验72项。", ["full", "dependent"]],
  ["“片子不用重拍。”患者李某说。", ["speech"]],
  ["到2025年，三级医院全部达标。", ["phrase", "full"]],
  ["拿不准的，由镇卫生院会诊。", ["phrase", "bare"]],
  // Verbs that the tagger takes for nouns.
  ["区域互联网医院总部落户安和市，演练还设了断网科目。", ["full", "full"]],
];

test.each(kinds)("the clauses of %s", (text, want) => {
  const prose = readProse(plainExtraction("k", "", text).reading.text, words);
  expect(prose.clauses.map((c) => c.kind)).toEqual(want);
});

test("共 is no predicate inside 共享", () => {
  const text = "数据共享平台上线。";
  const [clause] = readProse(plainExtraction("g", "", text).reading.text, words).clauses;
  expect(text.slice(clause!.subject!.start, clause!.subject!.end)).toContain("平台");
});
