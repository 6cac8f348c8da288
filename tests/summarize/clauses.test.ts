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
  // The time of day leads in, and ends nothing.
  ["11时10分，方子传到药房。", ["phrase", "full"]],
  // Who came, and not yet what they did.
  ["来自6个省的120余名代表，围绕远程医疗展开讨论。", ["phrase", "bare"]],
  // What 约合 counts stands before it.
  ["减少重复检查2万项次，约合600万元。", ["linked", "dependent"]],
  // Verbs that the tagger takes for nouns.
  ["区域互联网医院总部落户安和市，演练还设了断网科目。", ["full", "full"]],
];

test.each(kinds)("the clauses of %s", (text, want) => {
  const prose = readProse(plainExtraction("k", "", text).reading.text, words);
  expect(prose.clauses.map((c) => c.kind)).toEqual(want);
});

test("what is counted has been named before; a press meeting needs what it was held for", () => {
  const read = (text: string) => readProse(plainExtraction("n", "", text).reading.text, words).clauses;
  expect(read("这样的血压计，全县一年发出去3200只。")[1]!.needsPrevious).toBe(true);
  expect(read("省政府召开新闻发布会，通报建设进展。")[0]!.needsNext).toBe(true);
});

test("what 就 takes up stands before it", () => {
  const [, clause] = readProse(plainExtraction("t", "", "试点半年，就有1.9万名老人用上。").reading.text, words).clauses;
  expect(clause!.needsPrevious).toBe(true);
});

test("李大妈 is one of those whom it is done for", () => {
  const [clause] = readProse(plainExtraction("f", "", "李大妈在卫生院看完咳嗽。").reading.text, words).clauses;
  expect(clause!.anecdote).toBe(true);
});

test("共 is no predicate inside 共享", () => {
  const text = "数据共享平台上线。";
  const [clause] = readProse(plainExtraction("g", "", text).reading.text, words).clauses;
  expect(text.slice(clause!.subject!.start, clause!.subject!.end)).toContain("平台");
});
