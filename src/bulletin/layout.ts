/** The words of the house layout (issue 546 and its kin), shared by the renderers, the parser and the linter. */
import type { Bulletin, BulletinItem } from "../core/types.ts";
import { chineseDay, chineseDigits } from "../text/calendar.ts";

export const TITLE = "全国卫生信息化舆情监测周报";
export const DIRECTORY = "一、信息目录";
export const BODY = "二、具体内容";
export const LEAD_LABEL = "本期导语";

/** Which parts of an item are printed: its summary, its text, or both. */
export type ContentOption = "summary" | "full" | "both";

/** (第五三八期). */
export function issueLine(bulletin: Bulletin): string {
  return `(第${chineseDigits(bulletin.issue)}期)`;
}

/** The sentence under 本期导语: count and window. */
export function leadLine(bulletin: Bulletin): string {
  return `本期周报共收集${bulletin.items.length}篇卫生健康大数据与政策研究相关信息,时间从${chineseDay(bulletin.from)}到${chineseDay(bulletin.to)},监测范围包括全国主流媒体及政府网站等。`;
}

/** 2023-10-16 来源：X, the line under the repeated headline. */
export function headLine(item: BulletinItem): string {
  return `${item.publishedAt.slice(0, 10)} 来源：${oneLine(item.source)}`.trim();
}

/** A field that must stay on its line: line breaks become blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").trim();
}

/** What an item prints under `content`; a part that is left out is the empty string. */
export function printedParts(item: BulletinItem, content: ContentOption): { summary: string; text: string } {
  const summary = content === "full" ? "" : oneLine(item.summary);
  return { summary, text: content === "summary" && summary !== "" ? "" : item.content };
}
