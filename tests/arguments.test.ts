/** What callers without types hand in: a WeixunError with a code, and a sentence that says what, where and what to do. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  composeBulletin,
  createAnalyzer,
  fixBulletin,
  lintBulletin,
  parseBulletin,
  renderBulletin,
  WeixunError,
} from "../src/index.ts";

const analyzer = await createAnalyzer();
const article = { id: "a", title: "衡水市平台上线", content: "10月16日，衡水市全民健康信息平台上线，接入20家医院。" };
const analysis = analyzer.analyze({ ...article, publishedAt: "2023-10-16" });
const bulletin = parseBulletin(readFileSync(new URL("../corpus/issue-541.txt", import.meta.url), "utf8"));
// biome-ignore lint/suspicious/noExplicitAny: what has no types has any.
const no = (value: unknown): any => value;

const CASES: readonly (readonly [name: string, code: string, message: string, run: () => unknown])[] = [
  [
    "analyze(null)",
    "bad-article",
    "an article must be an object { title, content }, is null",
    () => analyzer.analyze(no(null)),
  ],
  [
    "a path for a model",
    "bad-model",
    'createAnalyzer: model: the model must be an object, got "model.json"',
    () => createAnalyzer({ model: no("model.json") }),
  ],
  [
    "a date as a number",
    "bad-article",
    'article "a": publishedAt must be a string such as 2023-10-16 or 2023-10-16T10:05, or left out, is 5',
    () => analyzer.analyze(no({ ...article, publishedAt: 5 })),
  ],
  [
    "a Date",
    "bad-article",
    "or left out, is an object (Date)",
    () => analyzer.analyze(no({ ...article, publishedAt: new Date(0) })),
  ],
  [
    "a source as a number",
    "bad-article",
    'article "a": source must be a string, or left out, is 5',
    () => analyzer.analyze(no({ ...article, source: 5 })),
  ],
  [
    "a url as a list",
    "bad-article",
    "url must be a string, or left out, is a list",
    () => analyzer.analyze(no({ ...article, url: [] })),
  ],
  [
    "analyzeAll(null)",
    "bad-argument",
    "analyzeAll: articles must be an array of articles, is null",
    () => analyzer.analyzeAll(no(null)),
  ],
  ["analyzeAll([null])", "bad-article", "an article must be an object", () => analyzer.analyzeAll(no([null]))],
  ["cut(null)", "bad-argument", "cut: text must be a string, is null", () => analyzer.cut(no(null))],
  ["tokenize(5)", "bad-argument", "tokenize: text must be a string, is 5", () => analyzer.tokenize(no(5))],
  ["addWord(null)", "bad-argument", "addWord: word must be a string", () => analyzer.addWord(no(null))],
  ["removeWord(5)", "bad-argument", "removeWord: word must be a string, is 5", () => analyzer.removeWord(no(5))],
  [
    "a dictionary as a path",
    "bad-argument",
    'createAnalyzer: dictionaries[0] must be { file, text } (the text itself, file its name for messages) or a list of words, not a path, is "words.tsv"',
    () => createAnalyzer({ dictionaries: no(["words.tsv"]) }),
  ],
  [
    "a dictionary without its text",
    "bad-argument",
    "createAnalyzer: dictionaries[0] must be { file, text }",
    () => createAnalyzer({ dictionaries: no([{ file: "words.tsv" }]) }),
  ],
  ["createAnalyzer(null)", "bad-argument", "createAnalyzer: options must be an object", () => createAnalyzer(no(null))],
  [
    "another segmenter",
    "bad-argument",
    'createAnalyzer: segmenter must be one of built-in, nodejieba, is "x"',
    () => createAnalyzer(no({ segmenter: "x" })),
  ],
  [
    "other summaries",
    "bad-argument",
    'createAnalyzer: summaries must be one of auto, all, is "x"',
    () => createAnalyzer(no({ summaries: "x" })),
  ],
  [
    "a dictionary that is no list",
    "bad-argument",
    "createAnalyzer: dictionaries must be an array",
    () => createAnalyzer(no({ dictionaries: "x" })),
  ],
  [
    "composeBulletin(null)",
    "bad-argument",
    "composeBulletin: analyses must be an array of analyses, is null",
    () => composeBulletin(no(null)),
  ],
  [
    "an article for an analysis",
    "bad-argument",
    "composeBulletin: analyses[1] is no analysis",
    () => composeBulletin(no([analysis, article])),
  ],
  [
    "null for an analysis",
    "bad-argument",
    "composeBulletin: analyses[0] is no analysis",
    () => composeBulletin(no([null])),
  ],
  [
    "another order",
    "bad-argument",
    'composeBulletin: order must be one of date, score, topic, is "x"',
    () => composeBulletin([analysis], no({ order: "x" })),
  ],
  ...[-1, 1.5, Number.NaN, 0].map(
    (limit) =>
      [
        `limit ${limit}`,
        "bad-argument",
        `composeBulletin: limit must be a whole number of 1 or more, is ${limit}; leave it out for no limit`,
        () => composeBulletin([analysis], { limit }),
      ] as const,
  ),
  [
    "renderBulletin(null)",
    "bad-bulletin",
    "renderBulletin: bulletin must be a bulletin as composeBulletin or parseBulletin gives it, is null",
    () => renderBulletin(no(null), "txt"),
  ],
  [
    "a bulletin without its date",
    "bad-bulletin",
    "renderBulletin: bulletin.date must be a string, is undefined",
    () => renderBulletin(no({ ...bulletin, date: undefined }), "txt"),
  ],
  [
    "another format",
    "bad-argument",
    'renderBulletin: format must be one of txt, md, html, docx, csv, json, is "pdf"',
    () => renderBulletin(bulletin, no("pdf")),
  ],
  [
    "other content",
    "bad-argument",
    "renderBulletin: content must be one of summary, full, both",
    () => renderBulletin(bulletin, "txt", no({ content: "x" })),
  ],
  [
    "parseBulletin(null)",
    "bad-argument",
    "bulletin: the bulletin's text must be a string, is null",
    () => parseBulletin(no(null)),
  ],
  [
    "lintBulletin(5)",
    "bad-argument",
    "bulletin: the bulletin's text must be a string, is 5",
    () => lintBulletin(no(5)),
  ],
  [
    "fixBulletin(null)",
    "bad-argument",
    "bulletin: the bulletin's text must be a string, is null",
    () => fixBulletin(no(null)),
  ],
];

describe("an argument that cannot be", () => {
  test.each(CASES)("%s", async (_, code, message, run) => {
    const error = await Promise.resolve()
      .then(run)
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(WeixunError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

test("an optional field of null counts as left out", () => {
  expect(analyzer.analyze(no({ ...article, source: null, publishedAt: null })).status).toBe("ok");
});
