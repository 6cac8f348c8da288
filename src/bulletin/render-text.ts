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

/**
 * Marks a line of an article that would read as the head of the next item, so that parsing gives it back as text.
 * U+2060 is invisible and breaks no line.
 */
const GUARD = "\u2060";
const ITEM_HEAD = /^\u2060*\s*\d+\s*[.．、]/;

/** A line of an article's text, marked where it would read as the head of an item. */
export function guardLine(line: string): string {
  return ITEM_HEAD.test(line) ? GUARD + line : line;
}

/** Lines of an article's text as the layout prints them: one blank line for each line break. */
export function printedText(text: string): string {
  return text.split("\n").map(guardLine).join("\n\n");
}

/** The inverse of {@link printedText}. */
export function readPrintedText(printed: string): string {
  return printed
    .replace(/\n\n/g, "\n")
    .split("\n")
    .map((line) => (line.startsWith(GUARD) ? line.slice(1) : line))
    .join("\n");
}

/** The bulletin in the text layout of the past issues. */
export function renderText(bulletin: Bulletin, content: ContentOption = "both"): string {
  const blocks = ["", bulletin.title, issueLine(bulletin)];
  if (bulletin.publisher) blocks.push(oneLine(bulletin.publisher));
  blocks.push(chineseDay(bulletin.date));
  if (bulletin.remark) blocks.push(oneLine(bulletin.remark));
  blocks.push(`${LEAD_LABEL}:`, leadLine(bulletin), DIRECTORY);
  bulletin.items.forEach((item, i) => {
    blocks.push(`${i + 1}. ${oneLine(item.headline)}`, `(${oneLine(item.source)})`);
  });
  blocks.push(BODY);
  bulletin.items.forEach((item, i) => {
    const { summary, text } = printedParts(item, content);
    blocks.push(
      `${i + 1}.标题:${oneLine(item.headline)}`,
      `来源:${oneLine(item.source)}`,
      `链接:<${oneLine(item.url)}>`,
    );
    if (summary !== "") blocks.push(`摘要：${summary}`);
    blocks.push("主要内容：", oneLine(item.headline), headLine(item));
    if (text !== "") blocks.push(printedText(text));
  });
  return `${blocks.join("\n\n")}\n`;
}
