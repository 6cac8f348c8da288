/**
 * One pass from raw page text to plain lines: entities decoded, tags and scripts left out, widths folded, blanks
 * settled, empty lines dropped; each unit aligned with the raw text.
 */
import { AlignmentBuilder } from "./alignment.ts";
import { type Decoded, decodeNested } from "./entities.ts";
import { isDigit } from "./fold.ts";

export interface Normalized {
  /** Lines joined by `\n`, without blanks at their ends. Blanks that {@link soft} names are still in. */
  readonly text: string;
  /** Triples `[start, rawStart, rawEnd]`. */
  readonly alignment: readonly number[];
  /** Offsets of blanks that stand between Han and Latin or beside Chinese punctuation: they are no part of the text. */
  readonly soft: readonly number[];
  /** Raw spans of tags and scripts: pairs of offsets. */
  readonly markup: readonly number[];
}

const PLAIN = 0;
const BLANK = 1;
const WIDE_BLANK = 2;
const LINE = 3;
const DROP = 4;
const ENTITY = 5;
const TAG = 6;
const FOLD = 7;

/** What each UTF-16 unit asks for. */
const CLASS: Uint8Array = new Uint8Array(0x10000);
for (let c = 0; c < 0x20; c++) CLASS[c] = DROP;
for (let c = 0x7f; c < 0xa0; c++) CLASS[c] = DROP;
for (const c of [0xad, 0x180e, 0xfeff, 0xfff9, 0xfffa, 0xfffb, 0xfffc]) CLASS[c] = DROP;
for (let c = 0x200b; c <= 0x200f; c++) CLASS[c] = DROP;
for (let c = 0x202a; c <= 0x202e; c++) CLASS[c] = DROP;
for (let c = 0x2060; c <= 0x206f; c++) CLASS[c] = DROP;
for (let c = 0xe000; c <= 0xf8ff; c++) CLASS[c] = DROP;
for (let c = 0xfe00; c <= 0xfe0f; c++) CLASS[c] = DROP;
for (const c of [0x20, 0xa0, 0x202f, 0x205f]) CLASS[c] = BLANK;
for (let c = 0x2000; c <= 0x200a; c++) CLASS[c] = BLANK;
for (const c of [0x09, 0x3000]) CLASS[c] = WIDE_BLANK;
for (const c of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) CLASS[c] = LINE;
CLASS[0x26] = ENTITY;
CLASS[0x3c] = TAG;
for (let c = 0xff10; c <= 0xff19; c++) CLASS[c] = FOLD;
for (let c = 0xff21; c <= 0xff3a; c++) CLASS[c] = FOLD;
for (let c = 0xff41; c <= 0xff5a; c++) CLASS[c] = FOLD;
for (const c of [0xff05, 0xff06, 0xff0b, 0xff0e, 0xff0f, 0xff1d, 0xff20, 0xff03]) CLASS[c] = FOLD;

const BLOCK_TAG =
  /^\/?(?:br|p|div|li|ul|ol|tr|td|th|table|h[1-6]|section|article|header|footer|blockquote|hr|dl|dt|dd|figure|figcaption|form|body|html|title|center)$/;
const RAW_TAG = /^(?:script|style|noscript|iframe|svg|template|textarea|select)$/;
const MAX_TAG = 4000;

const isLatin = (c: number): boolean =>
  isDigit(c) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c === 0x25 || c === 0x2b || c === 0x2030;
export const isHan = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff) || c === 0x3007;
/** 、。，：；！？…（）《》“” and their like: no blank belongs beside them, but for one after a closing mark. */
const OPENING = new Set(Array.from("（《〈【「『〔“‘", (s) => s.charCodeAt(0)));
const STOPS = new Set(Array.from("，。、；：！？", (s) => s.charCodeAt(0)));
const CLOSING = new Set(Array.from("）》〉】」』〕”’", (s) => s.charCodeAt(0)));

/** Whether a single blank between two units is an artefact of typesetting rather than a separator. */
function isSoft(before: number, after: number, wide: boolean): boolean {
  if (STOPS.has(after) || CLOSING.has(after)) return true;
  if (OPENING.has(before)) return true;
  if (STOPS.has(before)) return before !== 0xff01 && before !== 0xff1f;
  if (wide) return false;
  if (isHan(before)) return isLatin(after);
  if (isLatin(before)) return isHan(after) || OPENING.has(after);
  return CLOSING.has(before) && isLatin(after);
}

/** Where a tag ends: behind its `>`; 0 where `at` begins none. */
function tagEnd(raw: string, at: number): number {
  const c = raw.charCodeAt(at + 1) | 0x20;
  const first = raw.charCodeAt(at + 1);
  if (!((c >= 0x61 && c <= 0x7a) || first === 0x2f || first === 0x21 || first === 0x3f)) return 0;
  if (first === 0x2f) {
    const letter = raw.charCodeAt(at + 2) | 0x20;
    if (!(letter >= 0x61 && letter <= 0x7a)) return 0;
  }
  const limit = Math.min(raw.length, at + MAX_TAG);
  for (let i = at + 1; i < limit; i++) {
    const u = raw.charCodeAt(i);
    if (u === 0x3e) return i + 1;
    if (u === 0x3c) return 0;
  }
  return 0;
}

/** Whether {@link normalize} would leave a text as it is, to the last blank. */
export function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (CLASS[c] !== PLAIN || (c & 0xf800) === 0xd800 || c === OGHAM_BLANK) return false;
  }
  return true;
}
/** White space to regular expressions. */
const OGHAM_BLANK = 0x1680;

/** What is written so far, and the gap behind it. Fields, not closures: most articles need nothing but gaps of lines. */
class Writer {
  readonly raw: string;
  readonly alignment: AlignmentBuilder = new AlignmentBuilder();
  readonly soft: number[] = [];
  readonly markup: number[] = [];
  readonly parts: string[] = [];
  /** Units written, those of the run that is still open included. */
  length = 0;
  last = 0x0a;
  /** Where the gap begins that stands behind the last visible unit: blanks, line breaks, dropped units; -1 for none. */
  gapFrom = -1;
  gapBlank = 0;
  gapLine = false;
  /** Where the stretch begins that is copied as it stands; -1 for none. */
  runFrom = -1;
  /** Where the next `-->` stands, searched for once however many comments are opened. */
  #commentEnd = 0;

  constructor(raw: string) {
    this.raw = raw;
  }

  flush(to: number): void {
    if (this.runFrom < 0) return;
    this.parts.push(this.raw.slice(this.runFrom, to));
    this.runFrom = -1;
  }

  gap(at: number): void {
    if (this.runFrom >= 0) this.flush(at);
    if (this.gapFrom < 0) this.gapFrom = at;
  }

  /** Ends a gap at `at`, before the visible unit `next`. */
  settle(at: number, next: number): void {
    if (this.gapFrom < 0) return;
    const between = this.gapLine ? (this.length > 0 ? "\n" : "") : this.gapBlank > 0 && this.last !== 0x0a ? " " : "";
    if (between === " " && isSoft(this.last, next, this.gapBlank > 1)) this.soft.push(this.length);
    if (between !== "") {
      this.parts.push(between);
      this.alignment.change(this.length++, this.gapFrom, at);
    }
    if (this.gapLine) this.last = 0x0a;
    this.gapFrom = -1;
    this.gapBlank = 0;
    this.gapLine = false;
  }

  /** Copies `raw[from, to)`, visible units all. */
  copy(from: number, to: number): void {
    if (this.gapFrom >= 0) this.settle(from, this.raw.charCodeAt(from));
    if (this.runFrom < 0) this.runFrom = from;
    this.alignment.copy(this.length, to - from, from);
    this.length += to - from;
    this.last = this.raw.charCodeAt(to - 1);
  }

  /** Adds what a unit of a kind that is no text asks of the gap. */
  widen(at: number, kind: number): void {
    this.gap(at);
    if (kind === LINE) this.gapLine = true;
    else if (kind !== DROP) this.gapBlank = Math.max(this.gapBlank, kind === WIDE_BLANK ? 2 : 1);
  }

  /** Writes `text` in place of `raw[from, to)`. */
  emit(text: string, from: number, to: number): void {
    this.flush(from);
    for (let k = 0; k < text.length; k++) {
      const c = text.charCodeAt(k);
      const kind = CLASS[c]!;
      if (kind === DROP) continue;
      if (kind === BLANK || kind === WIDE_BLANK || kind === LINE) {
        this.widen(from, kind);
        continue;
      }
      this.settle(from, c);
      this.parts.push(text[k]!);
      if (to - from === 1) this.alignment.copy(this.length, 1, from);
      else this.alignment.change(this.length, from, to);
      this.length++;
      this.last = c;
    }
  }

  /** Leaves out a tag: `raw[from, to)`. */
  cut(from: number, to: number, name: string): void {
    this.gap(from);
    if (BLOCK_TAG.test(name)) this.gapLine = true;
    this.markup.push(from, to);
  }

  endOfComment(at: number): number {
    if (this.#commentEnd >= 0 && this.#commentEnd < at + 4) this.#commentEnd = this.raw.indexOf("-->", at + 4);
    return this.#commentEnd < 0 ? 0 : this.#commentEnd + 3;
  }
}

/** Normalises a whole text; linear time. `markup: false` leaves `<…>` as it stands. */
export function normalize(content: string, options: { readonly markup?: boolean } = {}): Normalized {
  // A lone surrogate is half a character: it becomes U+FFFD, of the same length.
  const raw = content.toWellFormed();
  const tags = options.markup !== false;
  const writer = new Writer(raw);
  /** Where no further `</script>` is found, later ones are not looked for: keeps the pass linear. */
  let absent: Set<string> | undefined;
  for (let i = 0; i < raw.length; ) {
    const c = raw.charCodeAt(i);
    const kind = CLASS[c]!;
    if (kind === PLAIN) {
      let j = i + 1;
      while (j < raw.length && CLASS[raw.charCodeAt(j)] === PLAIN) j++;
      writer.copy(i, j);
      i = j;
      continue;
    }
    if (kind === ENTITY) {
      const decoded = decodeNested(raw, i);
      // `&lt;p&gt;` is a tag that was escaped once too often.
      const escaped = tags && decoded?.text === "<" ? escapedTag(raw, decoded.end) : undefined;
      if (escaped) {
        writer.cut(i, escaped.end, escaped.text);
        i = escaped.end;
        continue;
      }
      if (decoded) {
        writer.emit(decoded.text, i, decoded.end);
        if (decoded.text === "") writer.gap(i);
        i = decoded.end;
        continue;
      }
    }
    if (kind === TAG && tags) {
      const end = raw.startsWith("<!--", i) ? writer.endOfComment(i) : tagEnd(raw, i);
      if (end > 0) {
        const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(raw.slice(i, i + 24))?.[1]?.toLowerCase() ?? "";
        let to = end;
        if (RAW_TAG.test(name) && !absent?.has(name) && raw.charCodeAt(end - 2) !== 0x2f) {
          const close = indexOfClosing(raw, name, end);
          if (close < 0) (absent ??= new Set()).add(name);
          else to = close;
        }
        writer.cut(i, to, name);
        i = to;
        continue;
      }
    }
    if (kind === FOLD) {
      // ．is a decimal point only between digits; elsewhere it may be a bullet's dot.
      const point = c === 0xff0e;
      writer.emit(point && !isDigit(writer.last) ? raw[i]! : String.fromCharCode(c - 0xfee0), i, i + 1);
    } else if (kind === ENTITY || kind === TAG) writer.copy(i, i + 1);
    else writer.widen(i, kind);
    i++;
  }
  writer.flush(raw.length);
  const { parts, soft, markup } = writer;
  const text = parts.length === 1 ? parts[0]! : parts.join("");
  return { text, alignment: writer.alignment.triples, soft, markup };
}

/** The tag whose escaped `<` ends at `from`: its name and the offset behind it; undefined where none is closed near by. */
function escapedTag(raw: string, from: number): Decoded | undefined {
  const window = raw.slice(from, from + 200);
  const inner = window.slice(0, Math.max(0, window.indexOf("&gt;")));
  const name = /^\/?([a-z][a-z0-9]*)(?:\s|\/|$)/i
    .exec(inner)?.[0]
    .replace(/\s|\/$/g, "")
    .toLowerCase();
  return name !== undefined && !inner.includes("<") ? { text: name, end: from + inner.length + 4 } : undefined;
}

/** Behind the closing tag of a script or style; -1 where there is none. */
function indexOfClosing(raw: string, name: string, from: number): number {
  for (let at = raw.indexOf("</", from); at >= 0; at = raw.indexOf("</", at + 2)) {
    if (raw.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
    const close = raw.indexOf(">", at);
    return close < 0 ? raw.length : close + 1;
  }
  return -1;
}

/** A title or another short field as plain text: one line, soft blanks out. Idempotent. */
export function normalizeText(raw: string): string {
  const first = normalize(raw.replace(/\s+/g, " "));
  // A tag may have broken the line; its break is a blank like others here.
  const { text, soft } = first.text.includes("\n")
    ? normalize(first.text.replaceAll("\n", " "), { markup: false })
    : first;
  let out = "";
  let from = 0;
  for (const at of soft) {
    out += text.slice(from, at);
    from = at + 1;
  }
  return out + text.slice(from);
}
