/** Title, date, source and address that a page tells of itself. */
import { normalizeDate } from "../../clean/published.ts";
import { normalizeText } from "../../text/normalize.ts";

const attribute = (document: Document, selector: string, name: string): string => {
  for (const element of document.querySelectorAll(selector)) {
    const value = element.getAttribute(name)?.trim() ?? "";
    if (value !== "") return value;
  }
  return "";
};
const meta = (document: Document, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = attribute(
      document,
      `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      "content",
    );
    if (value !== "") return value;
  }
  return "";
};

const squeeze = (text: string): string => text.replace(/[\s\u3000_|｜\-–—·"“”'‘’]/g, "");

/**
 * The headline: a heading that the title element repeats, else the title element, else the line over the text where
 * the title element names nothing but a section.
 */
export function titleOf(document: Document, above: readonly string[]): string {
  const whole = normalizeText(document.querySelector("title")?.textContent ?? "");
  const key = squeeze(whole);
  const headings = [...document.querySelectorAll("h1, h2")].slice(0, 20).map((h) => normalizeText(h.textContent ?? ""));
  const repeated = headings.filter((h) => squeeze(h).length >= 8 && key.startsWith(squeeze(h)));
  if (repeated.length > 0) return repeated.reduce((a, b) => (b.length > a.length ? b : a));
  // A line right over the text that begins the title element is the headline with its site names off.
  const line = above.findLast((l) => l.length >= 8 && key.startsWith(squeeze(l)));
  if (line !== undefined) return normalizeText(line);
  const og = normalizeText(meta(document, "og:title"));
  if (squeeze(og).length >= 8 && key.startsWith(squeeze(og)) && og.length * 2 > whole.length) return og;
  if (isSection(whole)) {
    const near = above.findLast((l) => l.length >= 10 && l.length <= 60 && !META.test(l) && !l.includes("。"));
    if (near !== undefined) return normalizeText(near);
    if (og !== "") return og;
  }
  return whole || og || (headings.find((h) => h !== "") ?? "");
}

const META = /来源|时间|日期|作者|字号|当前位置|首页|浏览|\d{4}-\d{2}/;

/** 新闻动态--某学会官网: a title element that names a section and a site. */
function isSection(title: string): boolean {
  const first = title.split(/\s*(?:[_|｜]|-+|—+)\s*/)[0] ?? "";
  return first.length <= 8 && /(?:新闻|动态|正文|详情|内容|首页|要闻|资讯|公告|网|频道|中心|报道)$/.test(first);
}

const DATE =
  /20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?(?:\s*T?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|20\d{2}\s+\d{1,2}\s*\/\s*\d{1,2}/;

function dateIn(lines: readonly string[]): string {
  for (const line of lines) {
    const m = line.length <= 120 ? DATE.exec(line) : null;
    const date = m ? normalizeDate(m[0].replace(/(20\d{2})\s+(\d)/, "$1/$2")) : undefined;
    if (date !== undefined) return date;
  }
  return "";
}

/** The date of publication: the line over the text nearest to it, else what the page's head says, else below. */
export function dateOf(document: Document, above: readonly string[], below: readonly string[]): string {
  const told = meta(
    document,
    "article:published_time",
    "og:release_date",
    "publishdate",
    "PubDate",
    "pubdate",
    "publish_time",
    "datePublished",
    "apub:time",
    "weibo: article:create_at",
  );
  const fromHead = told === "" ? undefined : normalizeDate(told);
  return (
    fromHead ??
    (dateIn(above.slice(-25).reverse()) ||
      normalizeDate(attribute(document, "time[datetime]", "datetime")) ||
      normalizeDate(meta(document, "dateUpdate", "datePublished", "article:modified_time", "lastmodified")) ||
      dateIn(below.slice(0, 12)) ||
      dateIn(above))
  );
}

const SOURCE = /(?:稿件来源|文章来源|信息来源|新闻来源|本文来源|来源)\s*[:：]\s*([^\s|｜:：]{2,20})?/;

/** The source: 来源：X over the text, the value perhaps a line of its own, else below it, else the page's own site. */
export function sourceOf(document: Document, above: readonly string[], below: readonly string[]): string {
  for (const lines of [above.slice(-15), below.slice(0, 15)])
    for (const [i, line] of lines.entries()) {
      const m = line.length <= 100 ? SOURCE.exec(line) : null;
      if (!m) continue;
      const value = m[1] ?? lines[i + 1] ?? "";
      const name = value.replace(/(?:作者|编辑|责编|时间|发布|字号|浏览|点击|\d{4}[-年]).*$/, "").trim();
      if (name.length >= 2 && name.length <= 20) return name;
    }
  return meta(document, "source", "apub:source") || besideDate(above.slice(-25)) || meta(document, "og:site_name");
}

/** Words of bars and buttons that stand where a source might. */
const BAR =
  /关注|分享|收藏|评论|微博|微信|字体|字号|登录|搜索|首页|原创|转发|客户端|正文|打印|放大|缩小|更多|阅读|浏览|点击|举报|APP|作者$/i;

/** The name in the date's own line, behind it or before it: 中国网 2019-11-25 10:37, 参考消息. */
function besideDate(above: readonly string[]): string {
  const at = above.findLastIndex((l) => l.length <= 60 && DATE.test(l));
  if (at < 0) return "";
  const rest = above[at]!.replace(DATE, " ")
    .replace(/^\s*原创\s*/, "")
    .replace(/[\s:：|｜]+/g, " ")
    .trim();
  const isName = (text: string): boolean => /^[\u4e00-\u9fffA-Za-z·+]{2,12}$/.test(text) && !BAR.test(text);
  return [rest, above[at + 1] ?? "", above[at - 1] ?? ""].map((t) => t.trim()).find(isName) ?? "";
}

/** The page's address, where it tells it. */
export function addressOf(document: Document): string {
  const url = attribute(document, 'link[rel="canonical"]', "href") || meta(document, "og:url");
  return /^https?:\/\//.test(url) ? url : "";
}
