import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintBulletin } from "../../src/bulletin/lint/index.ts";
import { parseBulletin } from "../../src/bulletin/parse.ts";
import { renderHtml } from "../../src/bulletin/render-html.ts";
import { renderMarkdown } from "../../src/bulletin/render-markdown.ts";
import { renderText } from "../../src/bulletin/render-text.ts";
import type { Bulletin, BulletinItem } from "../../src/core/types.ts";

const read = (n: number): string => readFileSync(new URL(`../../corpus/issue-${n}.txt`, import.meta.url), "utf8");
const real = new URL("../../../shared/corpus/issue-546.txt", import.meta.url);
const GOLD = [537, 538, 540, 541, 544, 545, 547, 549];
/** The fields that a bulletin keeps through its text layout. */
const kept = (b: Bulletin): unknown => ({
  issue: b.issue,
  date: b.date,
  from: b.from,
  to: b.to,
  items: b.items.map(({ headline, source, url, publishedAt, summary, content }) => ({
    headline,
    source,
    url,
    publishedAt,
    summary,
    content,
  })),
});

describe("past issues", () => {
  test.each(GOLD)("issue %i: set again it is the same file", (n) => {
    expect(renderText(parseBulletin(read(n))).trim()).toBe(read(n).trim());
  });

  test("issue 538: masthead, window and items", () => {
    const b = parseBulletin(read(538));
    expect([b.issue, b.date, b.from, b.to, b.items.length]).toEqual([538, "2023-08-25", "2023-08-19", "2023-08-25", 7]);
    expect(b.items[2]).toMatchObject({
      headline: "吉林市全民健康信息平台二期上线 20家医院检查检验结果可互认",
      source: "江城日报",
      url: "http://www.jcrb.example/2023/0823/538301.html",
      publishedAt: "2023-08-23",
    });
    expect(b.items[2]!.content.startsWith("8月22日，记者从")).toBe(true);
  });

  test.skipIf(!existsSync(real))(
    "the real issue 546 with all its label variants (skipped where ../shared is absent)",
    () => {
      const b = parseBulletin(readFileSync(real, "utf8"));
      expect(b.items.map((i) => [i.source, i.publishedAt, new URL(i.url).hostname])).toEqual([
        ["腾讯", "2023-10-15", "new.qq.com"],
        ["衡水新闻网", "2023-10-16", "www.hsrb.com.cn"],
        ["新浪", "2023-10-20", "finance.sina.com.cn"],
      ]);
      expect(b.items.every((i) => i.content.length > 500 && !i.content.includes("来源："))).toBe(true);
      // The directory's form, not the heading's.
      expect(b.items[2]!.headline).toMatch(/^常州首家!/);
    },
  );
});

describe("variants of the layout", () => {
  const layout = (item: string): string =>
    `周报\n\n(第五四六期)\n\n2023年10月20日\n\n一、信息目录\n\n1. 某市平台上线\n\n(日报)\n\n二、具体内容\n\n${item}`;
  const body = "主要内容：\n\n某市平台上线\n\n2023-10-16 来源：日报\n\n正文一。\n\n正文二。\n";

  test.each([
    ["labels with full-width colons", `1．标题：某市平台上线\n\n来源：日报\n\n链接：https://a.example/1\n\n${body}`],
    [
      "no title label, the link below its label",
      `1. 某市平台上线\n\n来源：日报\n\n链接：\n\n<https://a.example/1>\n\n${body}`,
    ],
    ["blanks inside labels", `1、标 题：某市平台上线\n来 源：日报\n链 接：<https://a.example/1>\n${body}`],
    [
      "Windows line ends",
      `1.标题:某市平台上线\r\n\r\n来源:日报\r\n\r\n链接:<https://a.example/1>\r\n\r\n${body.replaceAll("\n", "\r\n")}`,
    ],
  ])("%s", (_, item) => {
    expect(parseBulletin(layout(item)).items).toMatchObject([
      {
        headline: "某市平台上线",
        source: "日报",
        url: "https://a.example/1",
        publishedAt: "2023-10-16",
        content: "正文一。\n正文二。",
      },
    ]);
  });

  test("an issue number beyond all dates tells no week", () => {
    const b = parseBulletin(
      read(538)
        .replace("第五三八期", "第九九九九九九九九期")
        .replace(/时间从.*?,/, ""),
    );
    expect([b.issue, b.date, b.from, b.to]).toEqual([99_999_999, "2023-08-25", "2023-08-25", "2023-08-25"]);
  });

  test.each([
    ["a text", "今天天气好。", /^a\.txt: no bulletin: neither/],
    ["a page", "<!doctype html><p>今天天气好。</p>", /^a\.txt: a web page, no bulletin$/],
    [
      "our own page",
      renderHtml(parseBulletin(read(541))),
      /^a\.txt: a bulletin in HTML is not read; give the same issue as txt, md or docx \(/,
    ],
    ["Bulletin JSON", JSON.stringify(parseBulletin(read(541))), /^a\.txt: JSON, not a bulletin's text; weixun render/],
  ])("%s is refused", (_, text, message) => {
    expect(() => parseBulletin(text, "a.txt")).toThrow(message);
    expect(() => lintBulletin(text, { name: "a.txt" })).toThrow(message);
  });
});

const line = fc
  .stringMatching(/^[一-龥a-zA-Z0-9，。“”《》（）:：.、!！% -]{1,30}$/)
  .map((s) => s.trim())
  .filter((s) => s !== "" && !/^[、.]/.test(s));
const paragraph = fc.oneof(
  line,
  fc.constantFrom(
    "2.标题:某市",
    "1. 某院上线",
    "来源：日报",
    "主要内容：",
    "二、具体内容",
    "3、第三",
    "# 一",
    "- 一",
    "*一* [二](三) <b>",
    "\\",
    "12) 一",
    "甲 & 乙 ~~丙~~ | 丁",
  ),
);
const item: fc.Arbitrary<BulletinItem> = fc.record({
  articleId: fc.constant("a"),
  headline: line,
  source: line.filter((s) => !/[()（）]/.test(s)),
  url: fc.integer({ min: 1, max: 99999 }).map((n) => `https://a.example/${n}`),
  publishedAt: fc.integer({ min: 14, max: 20 }).map((d) => `2023-10-${d}`),
  summary: fc.oneof(fc.constant(""), line),
  content: fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((p) => `正文。\n${p.join("\n")}`),
  topics: fc.constant([]),
  region: fc.constant(""),
  reprints: fc.constant([]),
});

test.each([
  ["https://a.example/1?a=1&b=_2_", "链接:<https://a.example/1?a=1&b=_2_>"],
  ["javascript:alert(1)", "链接:javascript:alert(1)"],
  ["data:text/html,*a*", "链接:data:text/html,\\*a\\*"],
  ["", "链接:<>"],
])("Markdown links only http(s), and gives each address back: %s", (url, printed) => {
  const b = parseBulletin(read(541));
  const markdown = renderMarkdown({ ...b, items: [{ ...b.items[0]!, url }] });
  expect(markdown.split("\n").find((l) => l.startsWith("链接:"))).toBe(printed);
  expect(parseBulletin(markdown).items[0]!.url).toBe(url);
});

test.each([
  ["text", renderText],
  ["Markdown", renderMarkdown],
] as const)("parse(render(b)) is b in the fields of the layout, whatever the article holds: %s", (_, render) => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
      const b: Bulletin = {
        issue: 546,
        title: "全国卫生信息化舆情监测周报",
        date: "2023-10-20",
        from: "2023-10-14",
        to: "2023-10-20",
        items,
        decisions: [],
      };
      expect(kept(parseBulletin(render(b)))).toEqual(kept(b));
    }),
    { numRuns: 300, seed: 7 },
  );
});
