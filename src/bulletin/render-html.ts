import type { Bulletin, BulletinItem } from "../core/types.ts";
import { chineseDay } from "../text/calendar.ts";
import { escapeHtml, safeLink } from "./html/escape.ts";
import { markedParagraphs } from "./html/marks.ts";
import { STYLE } from "./html/style.ts";
import { BODY, type ContentOption, DIRECTORY, issueLine, LEAD_LABEL, leadLine, printedParts } from "./layout.ts";
import { isBare } from "./statistics.ts";
import { provinceName, topicName } from "./topics.ts";

/** No script may run and nothing may be fetched, whatever an article's text holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const link = (url: string, text: string): string => {
  const href = safeLink(url);
  return href === undefined ? escapeHtml(text) : `<a href="${href}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
};

/** Counts as a table with bars, most first. */
function barTable(caption: string, names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const n of names) counts.set(n, (counts.get(n) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = rows[0]?.[1] ?? 1;
  const cells = rows.map(
    ([name, n]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td class="n">${n}</td><td class="bar"><span style="width:${Math.round((100 * n) / most)}%"></span></td></tr>`,
  );
  return `<table><caption>${escapeHtml(caption)}</caption><tbody>${cells.join("")}</tbody></table>`;
}

function renderItem(item: BulletinItem, index: number, content: ContentOption): string {
  const { summary, text } = printedParts(item, content);
  const rows = [
    ["来源", escapeHtml(item.source)],
    ["日期", escapeHtml(item.publishedAt)],
    ["链接", link(item.url, item.url)],
    ...(item.topics.length > 0 ? [["主题", item.topics.map((t) => escapeHtml(topicName(t))).join("、")]] : []),
    ...(item.outlets && item.outlets.length > 0
      ? [
          [
            "转载",
            item.outlets
              .map((o) => `${link(o.url, o.source || o.articleId)}（${escapeHtml(o.publishedAt.slice(0, 10))}）`)
              .join("、"),
          ],
        ]
      : []),
  ].filter(([, value]) => value !== "");
  return [
    `<article id="item-${index + 1}" aria-labelledby="title-${index + 1}">`,
    `<h3 id="title-${index + 1}">${index + 1}. ${escapeHtml(item.headline)}</h3>`,
    `<dl class="head">${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`,
    ...(summary === "" ? [] : [`<p class="summary"><strong>摘要：</strong>${escapeHtml(summary)}</p>`]),
    ...(text === "" ? [] : [`<div class="text">\n${markedParagraphs(item)}\n</div>`]),
    "</article>",
  ].join("\n");
}

/** The bulletin as one self-contained page: no script, no external request, printable on A4. */
export function renderHtml(bulletin: Bulletin, content: ContentOption = "both"): string {
  const title = escapeHtml(`${bulletin.title}${issueLine(bulletin)}`);
  const line = (text: string, kind?: string): string => `<p${kind ? ` class="${kind}"` : ""}>${escapeHtml(text)}</p>`;
  const directory = bulletin.items.map(
    (item, i) =>
      `<li><a href="#item-${i + 1}">${escapeHtml(item.headline)}</a> <span class="from">（${escapeHtml(item.source)}）</span></li>`,
  );
  const told = bulletin.items.filter((item) => !isBare(item));
  const tables =
    told.length === 0
      ? ""
      : `<section aria-label="统计">\n<h2>三、统计</h2>\n${barTable(
          "主题",
          told.flatMap((i) => i.topics.map(topicName)),
        )}\n${barTable(
          "地区",
          told.map((i) => provinceName(i.region)),
        )}\n</section>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<main id="content">
<header>
<h1>${escapeHtml(bulletin.title)}</h1>
${[line(issueLine(bulletin)), ...(bulletin.publisher ? [line(bulletin.publisher)] : []), line(chineseDay(bulletin.date)), ...(bulletin.remark ? [line(bulletin.remark, "remark")] : [])].join("\n")}
</header>
<h2>${LEAD_LABEL}</h2>
${line(leadLine(bulletin))}
<nav aria-label="信息目录">
<h2>${DIRECTORY}</h2>
<ol class="directory">
${directory.join("\n")}
</ol>
</nav>
<section aria-label="具体内容">
<h2>${BODY}</h2>
<p class="legend" aria-hidden="true"><mark class="region">地区</mark><mark class="institution">机构</mark><mark class="term">术语</mark><mark class="figure">数字</mark></p>
${bulletin.items.map((item, i) => renderItem(item, i, content)).join("\n")}
</section>
${tables}
</main>
</body>
</html>
`;
}
