/** A saved web page as an article. */
import type { Article } from "../../core/types.ts";
import { normalize } from "../../text/normalize.ts";
import { decodePage } from "./charset.ts";
import { parsePage, skeletonText } from "./dom.ts";
import { linesOfPage } from "./lines.ts";
import { findMain, isRunning, mainLines } from "./main-text.ts";
import { addressOf, dateOf, sourceOf, titleOf } from "./metadata.ts";

/** Below this much running text the skeleton extractor is asked too. */
const SURE = 120;
/** The skeleton extractor takes more than linear time on trees that are deeper than any page's. */
const MAX_DEPTH = 150;

/** Reads a page's bytes: main text, title, date, source and address. */
export function readPage(bytes: Uint8Array): Article {
  return readHtml(decodePage(bytes));
}

/** Reads a page that is decoded. */
export function readHtml(html: string): Article {
  const document = parsePage(html);
  const root = (document.body ?? document.documentElement) as Element | null;
  if (!root) return { title: "", content: normalize(html).text };
  const { lines, depth } = linesOfPage(root);
  const main = findMain(lines, root);
  const text = main ? mainLines(lines, main) : [];
  const own = text.join("\n");
  // The report begins with its first paragraph; headline and head line may stand in the same element.
  const opening = text.find((t) => t.length >= 40 && /[，。；]/.test(t)) ?? text.find((t) => t.length >= 20);
  const first = lines.findIndex((l) => l.text === opening);
  const start = first < 0 ? lines.length : first;
  const above = lines.slice(0, start).map((l) => l.text);
  const end = lines.findLastIndex((l) => l.text === text.at(-1));
  const below = end < 0 ? [] : lines.slice(Math.max(start, end - 2)).map((l) => l.text);
  const url = addressOf(document);
  const source = sourceOf(document, above, below);
  const publishedAt = dateOf(document, above, below);
  const title = titleOf(document, above.slice(-25));
  // The skeleton changes the tree, so it comes last.
  const running = lines.filter((l) => isRunning(l) && text.includes(l.text)).reduce((n, l) => n + l.text.length, 0);
  const skeleton = running < SURE && depth <= MAX_DEPTH ? normalize(skeletonText(document)).text : "";
  return {
    title,
    content: skeleton.length > own.length * 2 ? skeleton : own,
    ...(source === "" ? {} : { source }),
    ...(url === "" ? {} : { url }),
    ...(publishedAt === "" ? {} : { publishedAt }),
  };
}
