import { guardLine } from "./render-text.ts";

const DIRECTORY_LINK = /^(\d+\. )\[((?:[^\\\]]|\\.)*)\]\(#item-\d+\)$/;
const ITEM_HEADING = /^### (?:<a id="item-\d+"><\/a>)?/;
const bare = (text: string): string => text.replace(/\\([\\`*_{}[\]<>#|~&!\-+=.)])/g, "$1");

/** Whether a text is a bulletin as `renderMarkdown` sets it. */
export function looksLikeMarkdown(text: string): boolean {
  return /^\ufeff?\s*# /.test(text) && /^## 一、信息目录$/m.test(text);
}

/** A Markdown bulletin as the text layout. */
export function markdownToText(markdown: string): string {
  return markdown
    .split(/\r\n?|\n/)
    .map((line) => {
      if (ITEM_HEADING.test(line)) return bare(line.replace(ITEM_HEADING, ""));
      const entry = DIRECTORY_LINK.exec(line);
      if (entry) return entry[1]! + bare(entry[2]!);
      if (/^#{1,2} /.test(line)) return bare(line.replace(/^#+ /, ""));
      // A number that is escaped is an article's own, no head of an item.
      const text = bare(line);
      return /^\s*\d+\\[.)]/.test(line) || /^\s*\d+\s*[．、]/.test(line) ? guardLine(text) : text;
    })
    .join("\n");
}
