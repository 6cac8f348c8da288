import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction, readGold } from "../../benchmarks/writing/gold.ts";
import { fitRisk, readReadings } from "../../scripts/train/writer/readings.ts";
import type { Mention, Region, Term } from "../../src/core/types.ts";
import { readDraft, weigh } from "../../src/summarize/draft.ts";
import { writerModel } from "../../src/summarize/model.ts";
import { planClauses } from "../../src/summarize/plan.ts";
import { ALWAYS, describe as describeSentence, FIRST, NO_SYSTEM, nounsOf, RISKS } from "../../src/summarize/risk.ts";
import { selectSummary } from "../../src/summarize/select.ts";
import { TUNING } from "../../src/summarize/tuning.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const model = writerModel({
  fact: {},
  word: {},
  clause: {},
  open: {},
  risk: {},
  headlineClause: {},
  headlineWord: {},
  headlineLine: {},
});
const TEXT =
  "安和市影像云平台8月上线，医生调阅片子不用等。全市61家二级医院全部接入，累计调阅38.4万次。" +
  "平台把检查结果送到手机上，少跑一趟。误报率由18%压到4.7%，医生也说好。";
const mention = (surface: string): Mention => {
  const start = TEXT.indexOf(surface);
  return { field: "text", start, end: start + surface.length, text: surface };
};
const terms: Term[] = [{ name: "影像云平台", category: "platform", mentions: [mention("影像云平台")] }];
const regions: Region[] = [
  { code: "990100", name: "安和市", level: "city", primary: true, mentions: [mention("安和市")] },
];
const draft = readDraft({ ...plainExtraction("r", "安和市影像云平台上线", TEXT), terms, regions }, words);
const worth = weigh(draft, model);
const plans = planClauses(draft, worth, TUNING);

/** Names of the features of the sentence of these clauses that count at `when`. */
function featuresOf(said: readonly string[], when: number): string[] {
  const path = said.map((s) => draft.prose.clauses.findIndex((c) => TEXT.slice(c.core, c.end).includes(s)));
  const found: string[] = [];
  describeSentence(
    draft,
    worth,
    plans.clauses,
    plans.told,
    nounsOf(plans.told, plans.clauses, path),
    path,
    0,
    (at, feature) => {
      if (at === when) found.push(RISKS[feature]!);
    },
  );
  return found;
}

test("a sentence that joins a system without naming it counts only where none has been named", () => {
  expect(featuresOf(["全部接入"], NO_SYSTEM)).toEqual(["systemless", "systemless-verb"]);
  expect(featuresOf(["8月上线"], NO_SYSTEM)).toEqual([]);
});

test("what is cut before and inside a sentence is told", () => {
  expect(featuresOf(["累计调阅"], ALWAYS)).toContain("order1");
  expect(featuresOf(["累计调阅"], ALWAYS)).toContain("dropped-before-full");
  expect(featuresOf(["误报率"], ALWAYS)).toEqual(expect.arrayContaining(["subject-rate", "subject-bare", "order0"]));
  expect(featuresOf(["误报率"], FIRST)).toContain("opens-nameless");
});

test("a risk drives a sentence out of the summary", () => {
  const shy = new Float64Array(RISKS.length + 1);
  shy[RISKS.indexOf("whole")] = 6;
  const calm = selectSummary(draft, worth, new Float64Array(RISKS.length + 1), 20, 60, {
    ...TUNING,
    risk: 1,
    openingRisk: 1,
  })!.text;
  const wary = selectSummary(draft, worth, shy, 20, 60, { ...TUNING, risk: 9, openingRisk: 9 })!.text;
  expect(calm).toContain("全部接入");
  expect(wary).not.toContain("全部接入");
});

test("the readings are of articles that are there, each sentence marked once, and fit a model", () => {
  const root = new URL("../../corpus/", import.meta.url).pathname;
  const folders = ["", "more", "varied", "varied/later"];
  const ids = new Set(folders.flatMap((f) => readGold(`${root}${f}`)).map((a) => a.id));
  const readings = readReadings();
  expect(readings.length).toBeGreaterThan(1500);
  expect(readings.filter((r) => !ids.has(r.article))).toEqual([]);
  expect(new Set(readings.map((r) => r.mark))).toEqual(new Set(["ok", "hang", "bare", "false", "vague", "beside"]));
  const keys = readings.map((r) => `${r.article} ${r.forms.map((f) => f.clauses.join()).join(" ")}`);
  expect(new Set(keys).size).toBe(keys.length);
  const sample = (feature: number, label: number) => ({ features: Int32Array.of(feature), label, weight: 1 });
  const fitted = fitRisk(Array.from({ length: 40 }, (_, i) => sample(i % 2, i % 2)));
  expect(fitted[RISKS[1]!]!).toBeGreaterThan(fitted[RISKS[0]!]!);
});
