import { describe, expect, test } from "vitest";
import { openDeepElements } from "../../../src/io/page/dom.ts";
import { readPage } from "../../../src/io/page/read-page.ts";

const P1 = "10月15日，市第一人民医院上线智慧病房系统，覆盖528张床位，护士每天少走三公里，患者满意度明显提高。";
const P2 = "下一步，市卫生健康委将在全市二级以上医院推广这一做法，并把数据接入全民健康信息平台，方便群众就近看病。";
const NAV = `<div class="nav"><ul>${["首页", "新闻", "健康", "财经"].map((w) => `<li><a href="/">${w}</a></li>`).join("")}</ul></div>`;
const SIDE = `<div class="sidebar"><h3>热门推荐</h3>${Array.from({ length: 8 }, (_, i) => `<p><a href="/${i}">第${i}条推荐新闻的标题比较长一些</a></p>`).join("")}</div>`;
const COMMENTS = `<div id="comments"><p>网友甲：这个系统真的很好用，点赞，希望早日推广到我们县里来，方便老人。</p></div>`;
const page = (head: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<!DOCTYPE html><html><head>${head}</head><body>${NAV}${body}${SIDE}${COMMENTS}</body></html>`,
  );

describe("pages of several makes", () => {
  test.each([
    [
      "a portal: heading, head line, paragraphs",
      page(
        "<title>市医院上线智慧病房系统_健康频道_某网</title>",
        `<h1>市医院上线智慧病房系统</h1><div>2023-10-16 09:12 来源：健康日报 作者：某某</div><div id="artibody"><p>${P1}</p><p>${P2}</p></div>`,
      ),
      { title: "市医院上线智慧病房系统", source: "健康日报", publishedAt: "2023-10-16T09:12" },
    ],
    [
      "a government's page: one element, breaks for paragraphs, the source on a line of its own",
      page(
        "<title>市医院上线智慧病房系统 - 市卫生健康委员会</title>",
        `<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/">动态</a></div><div class="t">市医院上线智慧病房系统</div><span>时间：2023年10月16日</span><div>来源：</div><div>市卫健委</div><div class="TRS_Editor">　　${P1}<br><br>　　${P2}</div>`,
      ),
      { title: "市医院上线智慧病房系统", source: "市卫健委", publishedAt: "2023-10-16" },
    ],
    [
      "a page whose title names only the section",
      page(
        "<title>新闻动态--某学会官网</title>",
        `<div><div>市医院上线智慧病房系统项目通过验收</div><div>发布时间：2023-10-16 来源：某学会</div><p>${P1}</p><p>${P2}</p></div>`,
      ),
      { title: "市医院上线智慧病房系统项目通过验收", source: "某学会", publishedAt: "2023-10-16" },
    ],
    [
      "an app's page: the medium stands before the date",
      page(
        '<title>市医院上线智慧病房系统</title><meta property="og:url" content="https://a.example/1">',
        `<h1>市医院上线智慧病房系统</h1><div>健康日报 2023-10-16 09:12:00</div><article><p>${P1}</p><div><p>${P2}</p></div></article>`,
      ),
      {
        title: "市医院上线智慧病房系统",
        source: "健康日报",
        publishedAt: "2023-10-16T09:12:00",
        url: "https://a.example/1",
      },
    ],
  ])("%s", (_, bytes, fields) => {
    const article = readPage(bytes);
    expect(article).toMatchObject(fields);
    expect(article.content).toContain(P1);
    expect(article.content).toContain(P2);
    expect(article.content).not.toContain("推荐新闻");
    expect(article.content).not.toContain("网友甲");
  });
});

describe("character sets", () => {
  /** 县医院上线。 in GBK. */
  const gbk = Buffer.from("cfd8d2bdd4bac9cfcfdfa1a3", "hex");
  const html = (charset: string): string => `<html><head><meta charset="${charset}"><title>t</title></head><body><p>`;
  test.each([
    ["declared rightly", Buffer.concat([Buffer.from(html("gb2312")), gbk])],
    ["declared wrongly as UTF-8", Buffer.concat([Buffer.from(html("utf-8")), gbk])],
    ["declared as nothing known", Buffer.concat([Buffer.from(html("klingon")), gbk])],
    ["UTF-8 declared as GBK", Buffer.from(`${html("gbk")}县医院上线。`)],
  ])("%s", (_, bytes) => {
    expect(readPage(bytes).content).toContain("县医院上线。");
  });
});

describe("elements deeper than any page's", () => {
  const openings = (html: string): number => html.split("<div>").length - 1;

  test("are opened to their parents, their text kept in order", () => {
    const html = `<body>${"<div>".repeat(3000)}甲<div>乙</div><p>丙</p>${"</div>".repeat(3000)}丁`;
    const flat = openDeepElements(html);
    expect(openings(flat)).toBe(499); // and the body
    expect(flat.split("</div>").length - 1).toBe(499);
    expect(flat.replace(/<[^>]*>/g, "")).toBe("甲乙丙丁");
  });
  test("paragraphs and cells that nobody ends make no depth", () => {
    const html = "<p>段<br><td>格".repeat(2000);
    expect(openDeepElements(html)).toBe(html);
  });
});

describe("pages that are hardly pages end in an article", () => {
  test.each([
    "",
    "<",
    "<html>",
    "<html></html>",
    "<p>短",
    "<!-- <p>",
    `<html><body>${"<div>".repeat(500)}深`,
    `<body>${"<b>".repeat(500)}粗`,
    "<html><body><script>while(1){}</script>",
  ])("%.30s", (html) => {
    expect(typeof readPage(new TextEncoder().encode(html)).content).toBe("string");
  });
});
