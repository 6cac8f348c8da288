/** Cleaning: fields and body of one article, with what was removed and where each stretch stands in the raw text. */
import type { Article, Document, Noise, Notice, Span } from "../core/types.ts";
import { AlignmentBuilder, copyThrough, toSourceSpan } from "../text/alignment.ts";
import { type Normalized, normalize } from "../text/normalize.ts";
import { type Cut, findCuts } from "./cut.ts";
import { languageOf } from "./language.ts";
import { findPublished } from "./published.ts";
import { cleanSource, openPublishers, Publishers, readPublishers } from "./publishers.ts";
import { resolveRelative } from "./relative.ts";
import { readScript } from "./script.ts";
import { statusOf } from "./status.ts";
import { cleanTitle } from "./title.ts";

export { openPublishers, Publishers, readPublishers };

const NO_PUBLISHERS: Publishers = new Publishers([]);

/** Cleans one article: fields, body without noise, alignment. */
export function cleanArticle(
  article: Article & { readonly id: string },
  publishers: Publishers = NO_PUBLISHERS,
): Document {
  const url = (article.url ?? "").trim();
  const printed = cleanSource(article.source ?? "", publishers);
  const title = cleanTitle(article.title, printed, publishers);
  const normalized = normalize(article.content);
  const head = normalized.text.slice(0, 600);
  const source = printed || headSource(head);
  const cuts = findCuts(normalized.text, { title, source });
  const body = assemble(article.content, normalized, cuts);
  // An error page may be nothing but furniture: what it was is read off the raw lines.
  const told = body.text === "" ? normalized.text : body.text;
  const signs = readScript(told);
  const language = languageOf(told, signs);
  const status = statusOf(title, told, signs, language);
  const published = findPublished(article.publishedAt, head, url);
  const notices: Notice[] = [];
  if (title === "") notices.push({ code: "missing-title", message: "the article has no title", field: "title" });
  if (source === "")
    notices.push({ code: "missing-source", message: "neither field nor body names a source", field: "source" });
  if (published.refused !== undefined)
    notices.push({
      code: "bad-date",
      message: `“${published.refused.slice(0, 40)}” is no date`,
      field: "publishedAt",
    });
  if (published.origin === "none")
    notices.push({
      code: "missing-date",
      message: "neither field, dateline nor URL gives a date",
      field: "publishedAt",
    });
  else if (published.origin !== "field")
    notices.push({
      code: "date-inferred",
      message: `${published.date} is taken from the ${published.origin}`,
      field: "publishedAt",
    });
  if (signs.mojibake)
    notices.push({ code: "mojibake", message: "the text was decoded with a wrong character set", field: "text" });
  if (signs.traditional)
    notices.push({ code: "traditional-script", message: "the text is in traditional characters", field: "text" });
  notices.push(...resolveRelative(body.text, published.date));
  return {
    id: article.id,
    status: status === "ok" && body.text === "" ? "empty" : status,
    title,
    source,
    sourceGroup: publishers.groupOf(source) || publishers.groupOfUrl(url),
    url,
    publishedAt: published.date,
    language,
    text: body.text,
    noise: body.noise,
    notices,
    alignment: body.alignment,
  };
}

/** Maps a span of a document's text to the raw content it comes from; whole stretches where units were changed. */
export function toContentSpan(document: Document, start: number, end: number): Span {
  return toSourceSpan(document.alignment, document.text.length, start, end);
}

/** 来源：X in the first lines of a body whose field is empty. */
function headSource(head: string): string {
  const m = /(?:^|[\s　|（(])(?:稿件来源|文章来源|信息来源|来源)[:：]\s*([^\s　|()（）\n]{2,20})/.exec(
    head.slice(0, 300),
  );
  return m ? m[1]!.replace(/(?:作者|编辑|责编|记者|时间|发布)[:：].*$/, "") : "";
}

interface Body {
  readonly text: string;
  readonly noise: Noise[];
  readonly alignment: Int32Array;
}

/** The kept stretches as one text, the removed ones as noise. */
function assemble(raw: string, normalized: Normalized, cuts: readonly Cut[]): Body {
  const { text, soft } = normalized;
  const alignment = new AlignmentBuilder();
  const parts: string[] = [];
  let length = 0;
  let nextSoft = 0;
  let pendingLine = -1;
  const copy = (from: number, to: number): void => {
    if (from >= to) return;
    parts.push(text.slice(from, to));
    copyThrough(alignment, length, normalized.alignment, text.length, from, to);
    length += to - from;
  };
  const keep = (start: number, end: number): void => {
    let from = start;
    while (from < end) {
      const line = text.indexOf("\n", from);
      const to = line < 0 || line > end ? end : line;
      let a = from;
      let b = to;
      while (a < b && text.charCodeAt(a) === 0x20) a++;
      while (b > a && text.charCodeAt(b - 1) === 0x20) b--;
      if (a < b) {
        if (pendingLine >= 0 && length > 0) copy(pendingLine, pendingLine + 1);
        pendingLine = -1;
        let at = from === start ? from : a;
        if (length === 0 || from !== start || parts.at(-1) === "\n") at = a;
        while (nextSoft < soft.length && soft[nextSoft]! < at) nextSoft++;
        while (nextSoft < soft.length && soft[nextSoft]! < b) {
          copy(at, soft[nextSoft]!);
          at = soft[nextSoft++]! + 1;
        }
        copy(at, b);
      }
      if (line >= 0 && line < end) pendingLine = line;
      from = to + 1;
    }
  };
  const noise: Noise[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) keep(from, cut.start);
    from = Math.max(from, cut.end);
    const span = toSourceSpan(normalized.alignment, text.length, cut.start, cut.end);
    noise.push({ rule: cut.rule, text: raw.slice(span.start, span.end).trim() });
  }
  keep(from, text.length);
  for (let i = 0; i < normalized.markup.length; i += 2)
    noise.push({ rule: "markup", text: raw.slice(normalized.markup[i]!, normalized.markup[i + 1]!) });
  return { text: parts.join(""), noise, alignment: alignment.finish() };
}
