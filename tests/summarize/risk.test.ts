import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction, readGold } from "../../benchmarks/writing/gold.ts";
import { fitRisk, readHeadlines, readReadings } from "../../scripts/train/writer/readings.ts";
import type { Mention, Region, Term } from "../../src/core/types.ts";
import { readDraft, weigh } from "../../src/summarize/draft.ts";
import { writerModel } from "../../src/summarize/model.ts";
import { MOST_UNSAID, nounsOf, readNouns, unsaidOf } from "../../src/summarize/nouns.ts";
import { planClauses } from "../../src/summarize/plan.ts";
import { ALWAYS, describe as describeSentence, FIRST, NO_SYSTEM, RISKS, UNSAID } from "../../src/summarize/risk.ts";
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
  headlineFault: {},
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

test("which nouns the text has introduced, and which of them the summary has not", () => {
  const prose = "内科医生用上影像云平台。平台接入61家医院，医生调阅片子。片子随到随看。";
  const read = readDraft(plainExtraction("n", "影像云平台", prose), words);
  const { clauses } = planClauses(read, weigh(read, model), TUNING);
  const nouns = readNouns(read);
  const at = (said: string): number => read.prose.clauses.findIndex((c) => prose.slice(c.core, c.end).startsWith(said));
  const of = (...said: string[]) => nounsOf(nouns, clauses, said.map(at));
  const none = of("内科医生");
  expect([none.knownLow, none.knownHigh, none.topicLow]).toEqual([0, 0, 0]);
  const joined = of("平台接入", "医生调阅");
  // 平台 and 医生; 医院 and 片子 are new.
  expect(unsaidOf(joined, 0, 0)).toBe(2);
  expect(joined.topicLow | joined.topicHigh).not.toBe(0);
  const last = of("片子随到");
  expect(unsaidOf(last, 0, 0)).toBe(1);
  expect(unsaidOf(last, joined.low, joined.high)).toBe(0);
  expect((last.topicLow & ~joined.low) | (last.topicHigh & ~joined.high)).toBe(0);
});

test("what a summary has not introduced keeps a sentence out", () => {
  // A sentence without a feature is without fault.
  const sure = new Float64Array(RISKS.length + 1);
  sure[RISKS.length] = -3;
  const shy = sure.slice();
  for (let i = 1; i <= MOST_UNSAID; i++) shy[UNSAID + i] = 6;
  const tuning = { ...TUNING, risk: 9, openingRisk: 0 };
  const text =
    "影像云平台8月在安和市上线，接入61家医院。“数据中心就设在开发区，片子随到随看，以前想都不敢想。”主任李某说。片子当天由数据中心质控，合格率98.2%。";
  const read = readDraft(plainExtraction("m", "影像云平台上线", text), words);
  const calm = selectSummary(read, weigh(read, model), sure, 20, 60, tuning)!.text;
  const wary = selectSummary(read, weigh(read, model), shy, 20, 60, tuning)!.text;
  expect(calm).toContain("合格率98.2%");
  expect(wary).not.toContain("合格率98.2%");
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
  const folders = ["", "more", "varied", "varied/later", "varied/more"];
  const ids = new Set(folders.flatMap((f) => readGold(`${root}${f}`)).map((a) => a.id));
  const readings = readReadings();
  expect(readings.length).toBeGreaterThan(4500);
  expect(readings.filter((r) => !ids.has(r.article))).toEqual([]);
  expect(new Set(readings.map((r) => r.mark))).toEqual(new Set(["ok", "hang", "bare", "false", "vague", "beside"]));
  const keys = readings.map((r) => `${r.article} ${r.forms.map((f) => f.clauses.join()).join(" ")}`);
  expect(new Set(keys).size).toBe(keys.length);
  const lines = readHeadlines();
  expect(lines.length).toBeGreaterThan(2200);
  expect(lines.filter((l) => !ids.has(l.article))).toEqual([]);
  expect(new Set(lines.map((l) => l.mark))).toEqual(new Set(["ok", "hang", "bare", "false", "vague", "beside"]));
  expect(new Set(lines.map((l) => `${l.article} ${l.line}`)).size).toBe(lines.length);
  const sample = (feature: number, label: number) => ({ features: Int32Array.of(feature), label, weight: 1 });
  const fitted = fitRisk(Array.from({ length: 40 }, (_, i) => sample(i % 2, i % 2)));
  expect(fitted[RISKS[1]!]!).toBeGreaterThan(fitted[RISKS[0]!]!);
});
