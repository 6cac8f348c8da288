import { describe, expect, test } from "vitest";
import { cleanArticle, toContentSpan } from "../../src/clean/index.ts";

const article = (content: string, title = "市医院上线智慧病房系统") => ({
  id: "a",
  title,
  content,
  publishedAt: "2023-10-16",
});

describe("a page of a paper", () => {
  const raw = [
    "首页 &gt; 健康 &gt; 正文",
    "市医院上线智慧病房系统",
    "2023-10-16 09:12　来源：健康日报　作者：李某",
    "　　本报讯（记者 王某 通讯员 陈某）10月15日，市第一人民医院上线智慧病房系统，覆盖５２８张床位，&ldquo;5G 智慧医院&rdquo;建设又进一步。",
    "　　记者了解到，东软集团(600718.SH, 9.81, -0.09, -0.91%)承建了这一系统，护士每天少走三公里。",
    "责任编辑：赵某 审核：钱某",
    "声明：转载此文是出于传递更多信息之目的，如有侵权请联系删除。",
  ].join("\n");
  const document = cleanArticle(article(raw));
  test("keeps the article and nothing else", () => {
    expect(document.text).toBe(
      "本报讯10月15日，市第一人民医院上线智慧病房系统，覆盖528张床位，“5G智慧医院”建设又进一步。\n" +
        "记者了解到，东软集团承建了这一系统，护士每天少走三公里。",
    );
  });
  test("says what went and why", () => {
    expect(document.noise.map((n) => n.rule)).toEqual([
      "breadcrumb",
      "headline",
      "meta-line",
      "credit-line",
      "ticker",
      "credit-line",
      "copyright",
    ]);
  });
  test("maps a span back to the raw text", () => {
    for (const word of ["市第一人民医院", "智慧病房系统", "护士每天少走三公里"]) {
      const at = document.text.indexOf(word);
      const span = toContentSpan(document, at, at + word.length);
      expect(raw.slice(span.start, span.end)).toBe(word);
    }
  });
});
