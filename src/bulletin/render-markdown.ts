import type { Bulletin } from "../core/types.ts";
import { chineseDay } from "../text/calendar.ts";
import {
  BODY,
  type ContentOption,
  DIRECTORY,
  headLine,
  issueLine,
  LEAD_LABEL,
  leadLine,
  oneLine,
  printedParts,
} from "./layout.ts";

/** Characters that Markdown may read as marks; each gets a backslash. */
const MARKS = /[\\`*_{}[\]<>#|~&!]/g;
/** Marks that count only at the start of a line: lists and numbered lists. */
const LINE_START = /^(\s*)(?:([-+=])|(\d+)([.)]))/;

/** Text of an article as Markdown shows it verbatim. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKS, "\\$&")
    .replace(LINE_START, (_, blank: string, mark?: string, digits?: string, dot?: string) =>
      mark ? `${blank}\\${mark}` : `${blank}${digits}\\${dot}`,
    );
}

/** An http(s) address as a link; any other (javascript:, data: …) is text, which nothing opens. */
function link(address: string): string {
  const url = oneLine(address).replace(/[<> ]/g, encodeURIComponent);
  return url === "" || /^https?:\/\//i.test(url) ? `<${url}>` : escapeMarkdown(url);
}

/** The bulletin as Markdown: the text layout with headings, links in the directory and escaped article text. */
export function renderMarkdown(bulletin: Bulletin, content: ContentOption = "both"): string {
  const line = (text: string): string => escapeMarkdown(oneLine(text));
  const blocks = [`# ${line(bulletin.title)}`, line(issueLine(bulletin))];
  if (bulletin.publisher) blocks.push(line(bulletin.publisher));
  blocks.push(chineseDay(bulletin.date));
  if (bulletin.remark) blocks.push(line(bulletin.remark));
  blocks.push(`${LEAD_LABEL}:`, line(leadLine(bulletin)), `## ${DIRECTORY}`);
  bulletin.items.forEach((item, i) => {
    blocks.push(`${i + 1}. [${line(item.headline)}](#item-${i + 1})`, `(${line(item.source)})`);
  });
  blocks.push(`## ${BODY}`);
  bulletin.items.forEach((item, i) => {
    const { summary, text } = printedParts(item, content);
    blocks.push(
      `### <a id="item-${i + 1}"></a>${i + 1}.标题:${line(item.headline)}`,
      `来源:${line(item.source)}`,
      `链接:${link(item.url)}`,
    );
    if (summary !== "") blocks.push(`摘要：${line(summary)}`);
    blocks.push("主要内容：", line(item.headline), line(headLine(item)));
    if (text !== "") blocks.push(text.split("\n").map(escapeMarkdown).join("\n\n"));
  });
  return `${blocks.join("\n\n")}\n`;
}
