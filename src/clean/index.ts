/** Cleaning: fields and body of one article, with what was removed and where each stretch stands in the raw text. */
import type { Article, Document, Noise, Notice, Span } from "../core/types.ts";
import { AlignmentBuilder, copyThrough, toSourceSpan } from "../text/alignment.ts";
import { type Normalized, normalize } from "../text/normalize.ts";
import { type Cut, findCuts } from "./cut.ts";
import { languageOf } from "./language.ts";
import { findPublished } from "./published.ts";
import { openPublishers, Publishers, readPublishers } from "./publishers.ts";
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
  const { printed, group } = publishers.read(article.source ?? "");
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
    sourceGroup: (source === printed ? group : publishers.groupOf(source)) || publishers.groupOfUrl(url),
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
  readonly alignment: readonly number[];
}

/** The kept stretches of a normalised text as one. */
class Kept {
  readonly #parts: string[] = [];
  readonly #alignment: AlignmentBuilder = new AlignmentBuilder();
  readonly #from: Normalized;
  #length = 0;
  /** The stretch that is being kept, written when the next does not touch it. */
  #runStart = 0;
  #runEnd = 0;
  #nextSoft = 0;
  /** The line break that goes before the next stretch; -1 for none. */
  #pendingLine = -1;

  constructor(from: Normalized) {
    this.#from = from;
  }

  #copy(from: number, to: number): void {
    if (from >= to) return;
    if (from !== this.#runEnd) {
      this.#write();
      this.#runStart = from;
    }
    this.#runEnd = to;
    this.#length += to - from;
  }

  #write(): void {
    const { text, alignment } = this.#from;
    const [from, to] = [this.#runStart, this.#runEnd];
    if (from === to) return;
    this.#parts.push(text.slice(from, to));
    copyThrough(this.#alignment, this.#length - to + from, alignment, text.length, from, to);
  }

  finish(): { text: string; alignment: readonly number[] } {
    this.#write();
    const parts = this.#parts;
    const isWhole = parts.length === 1 && parts[0]!.length === this.#from.text.length;
    // A lone slice would stay a view of the longer text, which is slower to read; two parts are copied.
    if (parts.length === 1) parts.push("");
    return { text: isWhole ? parts[0]! : parts.join(""), alignment: this.#alignment.triples };
  }

  /** Keeps `[start, end)`, without blanks at the ends of lines, soft blanks and empty lines. */
  keep(start: number, end: number): void {
    const { text, soft } = this.#from;
    for (let from = start; from < end; ) {
      const line = text.indexOf("\n", from);
      const to = line < 0 || line > end ? end : line;
      let a = from;
      let b = to;
      while (a < b && text.charCodeAt(a) === 0x20) a++;
      while (b > a && text.charCodeAt(b - 1) === 0x20) b--;
      if (a < b) {
        const opens = this.#length === 0 || from !== start || this.#pendingLine >= 0;
        if (this.#pendingLine >= 0 && this.#length > 0) this.#copy(this.#pendingLine, this.#pendingLine + 1);
        this.#pendingLine = -1;
        let at = opens ? a : from;
        while (this.#nextSoft < soft.length && soft[this.#nextSoft]! < at) this.#nextSoft++;
        while (this.#nextSoft < soft.length && soft[this.#nextSoft]! < b) {
          const blank = soft[this.#nextSoft++]!;
          this.#copy(at, blank);
          at = blank + 1;
        }
        this.#copy(at, b);
      }
      if (line >= 0 && line < end) this.#pendingLine = line;
      from = to + 1;
    }
  }
}

/** The kept stretches as one text, the removed ones as noise. */
function assemble(raw: string, normalized: Normalized, cuts: readonly Cut[]): Body {
  const { text, alignment, markup } = normalized;
  const kept = new Kept(normalized);
  const noise: Noise[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) kept.keep(from, cut.start);
    from = Math.max(from, cut.end);
    const span = toSourceSpan(alignment, text.length, cut.start, cut.end);
    noise.push({ rule: cut.rule, text: raw.slice(span.start, span.end).trim() });
  }
  kept.keep(from, text.length);
  for (let i = 0; i < markup.length; i += 2)
    noise.push({ rule: "markup", text: raw.slice(markup[i]!, markup[i + 1]!) });
  const body = kept.finish();
  return { text: body.text, noise, alignment: body.alignment };
}
