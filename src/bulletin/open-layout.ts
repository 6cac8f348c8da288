import { checkText } from "../core/check.ts";
import { WeixunError } from "../core/errors.ts";
import { type Layout, readLayout } from "./read-layout.ts";
import { looksLikeMarkdown, markdownToText } from "./read-markdown.ts";

/** Whether a web page is a bulletin as `renderHtml` sets it: its directory and its body have headings. */
export function isPageOfBulletin(html: string): boolean {
  return /<h2[^>]{0,80}>\s*一、信息目录\s*<\/h2>/.test(html) && /<h2[^>]{0,80}>\s*二、具体内容\s*<\/h2>/.test(html);
}

/** Why a bulletin in HTML is refused, and the formats that are read in its place. */
export const pageRefused = (formats: string): string =>
  `a bulletin in HTML is not read; give the same issue as ${formats} (weixun render sets it again from json)`;

/** What stands where a bulletin should. */
function fault(text: string): string {
  if (text.trim() === "") return "the text is empty";
  if (/^\s*<(?:!doctype|html|\?xml|!--)/i.test(text))
    return isPageOfBulletin(text) ? pageRefused("txt, md or docx") : "a web page, no bulletin";
  if (/^\s*\{/.test(text) && text.includes('"items"'))
    return "JSON, not a bulletin's text; weixun render makes txt, md or docx of Bulletin JSON";
  return "no bulletin: neither 一、信息目录 nor 二、具体内容 was found (weixun bulletin makes one of articles)";
}

/**
 * The layout of a bulletin's text or Markdown.
 * @throws WeixunError `bad-input` where the text is no bulletin, `bad-argument` where it is no string.
 */
export function layoutOf(text: string, name: string): Layout {
  checkText(`${name}: the bulletin's text`, text);
  const layout = readLayout(looksLikeMarkdown(text) ? markdownToText(text) : text);
  if (layout.items.length === 0 && layout.directory.length === 0 && !layout.lead)
    throw new WeixunError("bad-input", `${name}: ${fault(text)}`);
  return layout;
}
