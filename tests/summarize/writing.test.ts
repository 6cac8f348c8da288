/** What every headline and summary must hold, on the gold issues' own texts and on texts of our own. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { goldExtraction, plainExtraction, readGold } from "../../benchmarks/writing/gold.ts";
import { fold, traceable } from "../../benchmarks/writing/rouge.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { readDraft } from "../../src/summarize/draft.ts";
import { readWriter, writeHeadline, writeSummary } from "../../src/summarize/index.ts";
import { readWords } from "../../src/summarize/words.ts";

const writer = readWriter(loadResource("writer.bin"));
const articles = readGold().filter((a) => a.gold.relevant);
const sources = articles.map((a) => ({ id: a.id, extraction: goldExtraction(a) }));

test.each(sources)("$id: length, spans, figures, person", ({ extraction }) => {
  const { text, title } = extraction.reading.document;
  const summary = writeSummary(extraction, writer);
  expect(summary).not.toBeNull();
  const length = [...summary!.text].length;
  expect(length).toBeGreaterThanOrEqual(60);
  expect(length).toBeLessThanOrEqual(160);
  expect(traceable(`${title}\n${text}`, summary!.text)).toBe(true);
  // The spans are the summary but for punctuation.
  let rest = "";
  let at = 0;
  for (const span of summary!.spans) {
    expect(span.at).toBeGreaterThanOrEqual(at);
    rest += summary!.text.slice(at, span.at);
    expect(summary!.text.slice(span.at, span.at + span.end - span.start)).toBe(text.slice(span.start, span.end));
    at = span.at + span.end - span.start;
  }
  expect(rest + summary!.text.slice(at)).toMatch(/^[，。；：、！？—,;:]*$/u);
  // Third person.
  expect(summary!.text).not.toMatch(/我[市县省区州院们]|本报|记者获悉/u);
  // No figure is cut: each stands whole in one span.
  for (const m of summary!.text.matchAll(/\d[\d.,]*[%％万亿]*/gu)) {
    const inside = summary!.spans.some((s) => m.index >= s.at && m.index + m[0].length <= s.at + s.end - s.start);
    expect(inside).toBe(true);
  }
  // The same input gives the same bytes.
  expect(writeSummary({ ...extraction }, writer)).toEqual(summary);
});

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const DATE = /(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日)?|20\d{2}年/gu;

test.each(sources)("$id: each name and date stands in the clause its span comes from", ({ extraction }) => {
  const { clauses } = readDraft(extraction, words).prose;
  const summary = writeSummary(extraction, writer)!;
  // A dateline is no clause, and a place may be taken from it.
  const inClause = (from: number, to: number): boolean =>
    clauses.some((c) => c.start <= from && to <= c.end) || clauses.every((c) => c.end <= from || c.start >= to);
  /** Stretches of the body that make up these characters of the summary. */
  const sourcesOf = (from: number, to: number): [number, number][] =>
    summary.spans
      .filter((s) => s.at < to && s.at + s.end - s.start > from)
      .map((s) => [s.start + Math.max(0, from - s.at), Math.min(s.end, s.start + to - s.at)]);
  for (const m of summary.text.matchAll(DATE)) {
    const found = sourcesOf(m.index, m.index + m[0].length);
    expect(found.length, m[0]).toBe(1);
    expect(inClause(...found[0]!), m[0]).toBe(true);
  }
  const names = [...extraction.institutions, ...extraction.regions, ...extraction.terms]
    .flatMap((x) => x.mentions)
    .map((m) => m.text);
  for (const name of new Set(names))
    for (let at = summary.text.indexOf(name); at >= 0; at = summary.text.indexOf(name, at + 1)) {
      const found = sourcesOf(at, at + name.length);
      // 常德 + 市卫健委: the place before its own office is the only join inside a name.
      expect(found.length, name).toBeLessThanOrEqual(2);
      expect(
        found.reduce((n, [a, b]) => n + b - a, 0),
        name,
      ).toBe(name.length);
      for (const [a, b] of found) expect(inClause(a, b), name).toBe(true);
    }
});

test.each(sources)("$id: the headline fits, asks nothing and invents no figure", ({ extraction }) => {
  const headline = writeHeadline(extraction, writer);
  const { title, text } = extraction.reading.document;
  expect([...headline].length).toBeLessThanOrEqual(40);
  expect(headline.length).toBeGreaterThan(0);
  expect(headline).not.toMatch(/[？?]|我[市县省]/u);
  const source = fold(title + text);
  for (const m of fold(headline).matchAll(/\d[\d.]*[%万亿]*\p{sc=Han}?/gu)) expect(source).toContain(m[0]);
});

const titles: [string, string, string][] = [
  [
    "a title that tells stays",
    "国家卫健委发布3项电子病历行业标准 2024年3月1日起施行",
    "国家卫健委发布3项电子病历行业标准 2024年3月1日起施行",
  ],
  ["a column's name goes", "【健康中国观察】国家卫健委发布3项电子病历行业标准", "国家卫健委发布3项电子病历行业标准"],
  [
    "a place in such brackets may be the subject",
    "【国家卫健委】发布3项电子病历行业标准",
    "【国家卫健委】发布3项电子病历行业标准",
  ],
];

test.each(titles)("%s", (_, title, want) => {
  const plain = plainExtraction(
    "t",
    title,
    "国家卫健委日前发布3项电子病历行业标准，自2024年3月1日起施行。标准由多家单位起草，覆盖数据元、数据集和共享文档。",
  );
  const extraction = {
    ...plain,
    institutions: [
      {
        name: "国家卫生健康委员会",
        type: "government" as const,
        code: null,
        mentions: [
          {
            field: "title" as const,
            start: title.indexOf("国家卫健委"),
            end: title.indexOf("国家卫健委") + 5,
            text: "国家卫健委",
          },
        ],
      },
    ],
  };
  expect(writeHeadline(extraction, writer)).toBe(want);
});

test("an empty text has no summary, a short one is its own", () => {
  expect(writeSummary(plainExtraction("e", "标题", ""), writer)).toBeNull();
  const text = "全市12家医院接入影像云平台，检查结果当天互认。";
  expect(writeSummary(plainExtraction("s", "标题", text), writer)).toEqual({
    text,
    spans: [{ start: 0, end: text.length, at: 0 }],
  });
});

const untitled: [string, string, number, string][] = [
  [
    "a line without a title tells what the report is about, not its date",
    "11日下午，青川县人民医院影像云平台正式上线，全县21家乡镇卫生院接入平台。平台由县医院牵头建设。",
    40,
    "青川县人民医院影像云平台上线",
  ],
  [
    "nor a clause whose subject stands before it",
    "在谈到这件事时，院长说，难。但能调阅影像平台的片子，使检查不再重复。影像平台接入了12家医院，影像平台存有片子30万张。",
    40,
    "影像平台接入12家医院，影像平台存有片子30万张",
  ],
  [
    "nor a question",
    "影像云平台的片子能不能互认？宜昌市影像云平台接入36家医院，片子互认。",
    40,
    "宜昌市影像云平台接入36家医院，片子互认",
  ],
  [
    "a short line ends behind a word",
    "国家卫生健康委统计信息中心会同有关单位研究编制并印发了《全民健康信息平台建设与应用评价指标体系（试行）》。",
    24,
    "国家卫生健康委统计信息中心会同有关单位研究编制",
  ],
];

test.each(untitled)("%s", (_, text, maxChars, want) => {
  expect(writeHeadline(plainExtraction("u", "", text), writer, { maxChars })).toBe(want);
});

test("a title of more than 8,192 different words ends", () => {
  const words = Array.from({ length: 9000 }, (_, i) => String.fromCharCode(0x4e00 + i));
  const headline = writeHeadline(plainExtraction("w", words.join("、"), "平台上线，覆盖12家医院。"), writer);
  expect([...headline].length).toBeLessThanOrEqual(40);
});

test("the bounds are options", () => {
  const { extraction } = sources[0]!;
  expect([...writeSummary(extraction, writer, { maxChars: 100 })!.text].length).toBeLessThanOrEqual(100);
  expect([...writeHeadline(extraction, writer, { maxChars: 20 })].length).toBeLessThanOrEqual(20);
});

test("a very long text is read from its head", () => {
  const text = `市医保局8月上线影像云平台，覆盖12家医院。\n${"平台又接入了3家医院，累计调阅5万次。".repeat(3000)}`;
  const summary = writeSummary(plainExtraction("l", "影像云平台上线", text), writer)!;
  expect(summary.spans.every((s) => s.end <= 6000)).toBe(true);
});
