import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { parseBulletin } from "../../src/bulletin/parse.ts";
import { renderHtml } from "../../src/bulletin/render-html.ts";
import { type ReadResult, readArticles } from "../../src/io/read-articles.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(...paths: string[]): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readArticles(paths)) results.push(result);
  return results;
}

const titles = (results: readonly ReadResult[]): string[] =>
  results.flatMap((r) => (r.kind === "article" ? [r.article.title] : []));
const problems = (results: readonly ReadResult[]): string[] =>
  results.flatMap((r) => (r.kind === "problem" ? [r.message.replaceAll(`${folder}/`, "")] : []));

/** 标题,来源,正文 / 县医院上线云影像,健康报,"第一段\n第二段" in GB18030, as Excel saves it. */
const GBK = Buffer.from(
  "b1eacce22cc0b4d4b42cd5fdcec40d0acfd8d2bdd4bac9cfcfdfd4c6d3b0cff12cbda1bfb5b1a82c22b5dad2bbb6ce0ab5dab6feb6ce220d0a",
  "hex",
);
const TABLE = '标题,来源,正文\r\n县医院上线云影像,健康报,"第一段\n第二段"\r\n';
const ROW = { title: "县医院上线云影像", source: "健康报", content: "第一段\n第二段" };
const utf16be = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

describe("tables", () => {
  test.each<[string, string | Uint8Array]>([
    ["utf8.csv", TABLE],
    ["bom.csv", `\ufeff${TABLE}`],
    ["gbk.csv", GBK],
    ["utf16le.csv", Buffer.from(`\ufeff${TABLE}`, "utf16le")],
    ["utf16-no-mark.csv", Buffer.from(TABLE, "utf16le")],
    ["utf16be.csv", utf16be(TABLE)],
    ["tab.tsv", TABLE.replaceAll(",", "\t")],
    ["semicolon.csv", TABLE.replaceAll(",", ";")],
    ["a table named.txt", TABLE],
    ["macintosh.csv", TABLE.replaceAll(/\r?\n/g, "\r")],
    ["packed.csv.gz", gzipSync(TABLE)],
    ["english.csv", 'Title,Source Name,Full_Text\n县医院上线云影像,健康报,"第一段\n第二段"\n'],
    ["more.csv", '序号,新闻标题,发布媒体,文章内容,备注\n1,县医院上线云影像,健康报,"第一段\n第二段",无\n'],
  ])("%s", async (name, content) => {
    const [only, ...rest] = await read(file(name, content));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ kind: "article", article: ROW, line: 2 });
  });
});

describe("JSON", () => {
  const a = { title: "甲", content: "正文" };
  const b = { 标题: "乙", 正文: "又一篇[一]{二}", 发布时间: 20231016 };
  test.each([
    ["lines.jsonl", `${JSON.stringify(a)}\n\n${JSON.stringify(b)}\n`],
    ["lines.json", `${JSON.stringify(a)}\r\n${JSON.stringify(b)}`],
    ["array.json", JSON.stringify([a, b])],
    ["pretty.json", `\ufeff${JSON.stringify([a, b], null, 2)}`],
    ["wrapped.json", JSON.stringify({ code: 0, data: [a, b] }, null, 2)],
  ])("%s", async (name, content) => {
    expect(titles(await read(file(name, content)))).toEqual(["甲", "乙"]);
  });
  test("analyses pass through", async () => {
    const analysis = {
      ...{ id: "x", status: "ok", title: "甲", source: "", sourceGroup: "", url: "", publishedAt: "" },
      ...{ language: "cmn", text: "正文", headline: "甲", summary: null },
      ...{ noise: [], regions: [], institutions: [], people: [], terms: [], topics: [], notices: [] },
      relevance: { score: 0.9, relevant: true, band: "take", bias: 2.2, evidence: [] },
    };
    expect(await read(file("analyses.jsonl", JSON.stringify(analysis)))).toMatchObject([
      { kind: "analysis", analysis },
    ]);
  });
});

describe("broken characters: the rest is read as what it is, and a notice says where", () => {
  const line = (n: number): string => `{"title":"第${n}篇","content":"县医院上线云影像"}\n`;
  const lines = [1, 2, 3, 4].map(line).join("");
  const BAD = Buffer.from([0xe4, 0xba, 0xff]);
  const planted = (text: string): Uint8Array => {
    const at = Buffer.from(text).indexOf(Buffer.from("县医院"));
    return Buffer.concat([Buffer.from(text).subarray(0, at), BAD, Buffer.from(text).subarray(at)]);
  };
  const far = line(0).repeat(4_000);
  test.each<[string, string | Uint8Array, string, number]>([
    ["first.jsonl", planted(lines), "first.jsonl:1: 2 characters, the first one in this line, cannot be read", 4],
    ["far.jsonl", Buffer.concat([Buffer.from(far), planted(line(1))]), "far.jsonl:4001: 2 characters", 2],
    ["packed.jsonl.gz", gzipSync(planted(lines)), "packed.jsonl.gz:1: 2 characters", 4],
    ["array.json", planted(`[${lines.trim().replaceAll("\n", ",\n")}]`), "array.json:1: 2 characters", 4],
    [
      "table.csv",
      planted("标题,正文\n第1篇,县医院上线云影像\n第2篇,县医院上线云影像\n"),
      "table.csv:2: 2 characters",
      2,
    ],
    [
      "page.html",
      planted(`<html><title>第1篇</title><body><p>${"县医院上线云影像，群众看病更方便。".repeat(9)}</p>`),
      "page.html:1: 2 characters",
      1,
    ],
    [
      "gbk.csv",
      Buffer.concat([GBK, Buffer.from("d2bbff2cd2bb0d0a", "hex")]),
      "gbk.csv:4: a character cannot be read",
      2,
    ],
  ])("%s", async (name, content, message, articles) => {
    const results = await read(file(`broken-${name}`, content));
    const told = titles(results);
    expect(told).toHaveLength(articles);
    if (name !== "gbk.csv") for (const title of told) expect(title).toMatch(/^第\d篇$/);
    const notices = results.flatMap((r) => (r.kind === "notice" && r.code === "broken-characters" ? [r.message] : []));
    expect(notices).toEqual([expect.stringContaining(message)]);
  });
  test("GBK stays GBK", async () => {
    const results = await read(file("gbk-again.csv", GBK));
    expect(titles(results)).toEqual([ROW.title]);
    expect(results).toHaveLength(1);
  });
});

describe("ids", () => {
  const line = (id: string | undefined, content: string, url?: string): string =>
    JSON.stringify({ id, title: "标题", content, url });
  test("one article twice is taken once; another of the same id is -2", async () => {
    const results = await read(file("ids.jsonl", [line("a", "一"), line("a", "一"), line("a", "二")].join("\n")));
    expect(results.map((r) => (r.kind === "article" ? r.article.id : r.kind === "notice" ? r.code : r.kind))).toEqual([
      "a",
      "duplicate-article",
      "a-2",
      "duplicate-id",
    ]);
  });
  test("a missing id depends on the URL alone where there is one", async () => {
    const results = await read(
      file(
        "no-id.jsonl",
        [line(undefined, "一", "http://a.example/1"), line(undefined, "二", "http://a.example/1")].join("\n"),
      ),
    );
    const ids = results.flatMap((r) => (r.kind === "article" ? [r.article.id] : []));
    expect(ids[1]).toBe(`${ids[0]}-2`);
  });
});

describe("broken inputs are named and the rest is read", () => {
  test.each<[string, string | Uint8Array, string]>([
    [
      "line.jsonl",
      '{"title":"甲","content":"一"}\n{"title":\n{"title":"乙","content":"二"}',
      "line.jsonl:2: broken JSON",
    ],
    ["type.jsonl", '{"title":{"zh":"甲"},"content":"一"}', "type.jsonl:1: “title” must be a text"],
    ["number.jsonl", '{"title":"甲"}\n42', "number.jsonl:2: an article must be a JSON object"],
    ["columns.csv", "名目,数目\n甲,1\n", "columns.csv:1: no column is a title"],
    [
      "no text.csv",
      "标题,来源\n甲,健康报\n",
      "no text.csv:1: no column is a text (正文 or content); the columns are 标题, 来源",
    ],
    ["quote.csv", '标题,正文\n甲,一\n乙,"没有收尾\n', "quote.csv:3: the row does not end"],
    ["cut.json", '[{"title":"甲","content":"一"},{"title":', "cut.json:1: the JSON array does not end"],
    [
      "scalar.json",
      "42\n",
      'scalar.json:1: no list of articles; a JSON file holds [{"title": "…", "content": "…"}, …]',
    ],
    ["empty.jsonl", "", "empty.jsonl:1: the file is empty"],
    ["blank.csv", " \n\n", "blank.csv:1: the file is empty"],
    [
      "binary.jsonl",
      Buffer.from(Array.from({ length: 4000 }, (_, i) => i % 256)),
      "binary.jsonl:1: the file is no text",
    ],
    [
      "cut.jsonl.gz",
      gzipSync(JSON.stringify({ title: "甲".repeat(500) })).subarray(0, 30),
      "cut.jsonl.gz: the gzip file is broken",
    ],
    [
      "our own bulletin.html",
      renderHtml(parseBulletin(readFileSync(new URL("../../corpus/issue-541.txt", import.meta.url), "utf8"))),
      "our own bulletin.html:1: a bulletin in HTML is not read; give the same issue as txt, md, docx or json",
    ],
    ["prose.txt", "随手写的一段话，不是周报。\n", "prose.txt:1: the file is neither"],
    ["word.docx", Buffer.from("PK\x03\x04 word/document.xml"), "word.docx is no Word file or a broken one"],
  ])("%s", async (name, content, message) => {
    const found = problems(await read(file(name, content)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found[0]).not.toContain("\n");
  });

  test("a folder of them gives all the good ones", async () => {
    const sub = join(folder, "pool");
    mkdirSync(join(sub, "more"), { recursive: true });
    for (const [name, content] of [
      ["1.jsonl", '{"title":"甲","content":"一"}\n{'],
      ["2.csv", "标题,正文\n乙,二\n"],
      ["3.json", "[{]"],
      ["4.tsv", "a\tb\n"],
      ["5.jsonl", ""],
      ["more/6.jsonl", '{"title":"丙","content":"三"}'],
      ["picture.jpg", "no article"],
    ] as const)
      writeFileSync(join(sub, name), content);
    const results = await read(sub, join(folder, "missing.jsonl"));
    expect(titles(results)).toEqual(["甲", "乙", "丙"]);
    expect(problems(results).map((p) => p.split(":")[0])).toEqual([
      "pool/1.jsonl",
      "pool/3.json",
      "pool/4.tsv",
      "pool/5.jsonl",
      "missing.jsonl does not exist; check the path",
    ]);
  });
});
