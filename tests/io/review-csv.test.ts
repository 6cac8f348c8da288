import { expect, test } from "vitest";
import { isReview, type ReviewRow, readReview, writeReview } from "../../src/io/review-csv.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ROWS: ReviewRow[] = [
  {
    id: "546-01",
    title: "衡水“1+2+2+6+4”智慧医疗架构, 基本完成\n（图）",
    source: "衡水新闻网",
    url: "https://hengshui.example/1",
    score: 0.97654,
    band: "take",
    relevant: true,
    topics: ["platform", "smart-hospital"],
    reprintOf: "",
  },
  {
    id: "=cmd|' /C calc'!A0",
    title: '=HYPERLINK("http://x.example")',
    source: "+86",
    url: "@x",
    score: 0.02,
    band: "leave",
    relevant: false,
    topics: [],
    reprintOf: "-1",
  },
];

test("a review begins with a BOM, and no cell is a formula", () => {
  const csv = writeReview(ROWS);
  expect(csv.startsWith("\ufeffid,title,source,url,score,band,relevant,topics,reprintOf\r\n")).toBe(true);
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@-]/m);
  expect(isReview(bytes(csv))).toBe(true);
});

test("labels come back as they were written, ids with an apostrophe put before them too", () => {
  const labels = readReview(bytes(writeReview(ROWS)), "review.csv");
  expect(labels).toEqual(ROWS.map(({ id, relevant, topics, reprintOf }) => ({ id, relevant, topics, reprintOf })));
});

test.each([
  ["semicolons and words for yes and no", "id;relevant;topics\r\na;是;ai、data\r\nb;否;\r\n"],
  ["tabs, other order, another column", "备注\trelevant\tid\ttopics\nx\t1\ta\tai data\n\t0\tb\t\n"],
  ["a row without an answer", "id,relevant,topics\na,1,ai;data\nc,,policy\nb,0,\n"],
])("Excel's ways are read: %s", (_, text) => {
  expect(readReview(bytes(text), "r.csv")).toEqual([
    { id: "a", relevant: true, topics: ["ai", "data"], reprintOf: "" },
    { id: "b", relevant: false, topics: [], reprintOf: "" },
  ]);
});

test("GBK, as Excel saves it in China, is read", () => {
  // "id,relevant,title\na,1,医院\n" in GBK.
  const gbk = Uint8Array.from([...bytes("id,relevant,title\na,1,"), 0xd2, 0xbd, 0xd4, 0xba, 0x0a]);
  expect(readReview(gbk, "r.csv")).toEqual([{ id: "a", relevant: true, topics: [], reprintOf: "" }]);
});

test.each([
  ["id,relevant\na,maybe\n", /r\.csv: row 2: relevant must be 1 or 0, got “maybe”/],
  ["id,relevant\n,1\n", /row 2: the id is empty/],
  ["title,score\nx,1\n", /needs the columns id and relevant; got title, score/],
  ['id,relevant\n"a,1\n', /not closed/],
])("what cannot be read is named: %j", (text, message) => {
  expect(() => readReview(bytes(text), "r.csv")).toThrow(message);
});
