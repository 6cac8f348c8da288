/**
 * One pass from raw page text to plain lines: entities decoded, tags and scripts left out, widths folded, blanks
 * settled, empty lines dropped; each unit aligned with the raw text.
 */
import { AlignmentBuilder } from "./alignment.ts";
import { decodeNested } from "./entities.ts";

export interface Normalized {
  /** Lines joined by `\n`, without blanks at their ends. Blanks that {@link soft} names are still in. */
  readonly text: string;
  /** Triples `[start, rawStart, rawEnd]`. */
  readonly alignment: Int32Array;
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

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
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

/** Normalises a whole text; linear time. `markup: false` leaves `<…>` as it stands. */
export function normalize(content: string, options: { readonly markup?: boolean } = {}): Normalized {
  // A lone surrogate is half a character: it becomes U+FFFD, of the same length.
  const raw = content.toWellFormed();
  const tags = options.markup !== false;
  const alignment = new AlignmentBuilder();
  const parts: string[] = [];
  const soft: number[] = [];
  const markup: number[] = [];
  let length = 0;
  let last = 0x0a;
  // A gap is what stands between two visible units: blanks, line breaks, dropped units.
  let gapFrom = -1;
  let gapBlank = 0;
  let gapLine = false;
  let runFrom = -1;
  /** Where the next `-->` stands, searched for once however many comments are opened. */
  let commentEnd = 0;
  const endOfComment = (at: number): number => {
    if (commentEnd >= 0 && commentEnd < at + 4) commentEnd = raw.indexOf("-->", at + 4);
    return commentEnd < 0 ? 0 : commentEnd + 3;
  };
  /** Where no further `</script>` is found, later ones are not looked for: keeps the pass linear. */
  let absent: Set<string> | undefined;

  const flush = (to: number): void => {
    if (runFrom < 0) return;
    parts.push(raw.slice(runFrom, to));
    runFrom = -1;
  };
  const gap = (at: number): void => {
    flush(at);
    if (gapFrom < 0) gapFrom = at;
  };
  const settle = (at: number, next: number): void => {
    if (gapFrom < 0) return;
    if (gapLine) {
      if (length > 0) {
        parts.push("\n");
        alignment.change(length++, gapFrom, at);
      }
      last = 0x0a;
    } else if (gapBlank > 0 && last !== 0x0a) {
      if (isSoft(last, next, gapBlank > 1)) soft.push(length);
      parts.push(" ");
      alignment.change(length++, gapFrom, at);
    }
    gapFrom = -1;
    gapBlank = 0;
    gapLine = false;
  };
  const emit = (text: string, from: number, to: number): void => {
    flush(from);
    for (let k = 0; k < text.length; k++) {
      const c = text.charCodeAt(k);
      const kind = CLASS[c]!;
      if (kind === DROP) continue;
      if (kind === BLANK || kind === WIDE_BLANK || kind === LINE) {
        gap(from);
        if (kind === LINE) gapLine = true;
        else gapBlank = Math.max(gapBlank, kind === WIDE_BLANK ? 2 : 1);
        continue;
      }
      settle(from, c);
      parts.push(text[k]!);
      if (to - from === 1) alignment.copy(length, 1, from);
      else alignment.change(length, from, to);
      length++;
      last = c;
    }
  };

  let i = 0;
  while (i < raw.length) {
    const c = raw.charCodeAt(i);
    let kind = CLASS[c]!;
    if (kind === PLAIN) {
      if (gapFrom >= 0) settle(i, c);
      let j = i + 1;
      while (j < raw.length && CLASS[raw.charCodeAt(j)] === PLAIN) j++;
      if (runFrom < 0) runFrom = i;
      alignment.copy(length, j - i, i);
      length += j - i;
      last = raw.charCodeAt(j - 1);
      i = j;
      continue;
    }
    let decoded: { text: string; end: number } | undefined;
    if (kind === ENTITY) {
      decoded = decodeNested(raw, i);
      // `&lt;p&gt;` is a tag that was escaped once too often.
      if (tags && decoded?.text === "<") {
        const window = raw.slice(decoded.end, decoded.end + 200);
        const inner = window.slice(0, Math.max(0, window.indexOf("&gt;")));
        const close = decoded.end + inner.length;
        const name = /^\/?([a-z][a-z0-9]*)(?:\s|\/|$)/i
          .exec(inner)?.[0]
          .replace(/\s|\/$/g, "")
          .toLowerCase();
        if (name !== undefined && !inner.includes("<")) {
          gap(i);
          if (BLOCK_TAG.test(name)) gapLine = true;
          markup.push(i, close + 4);
          i = close + 4;
          continue;
        }
      }
      if (decoded) {
        emit(decoded.text, i, decoded.end);
        if (decoded.text === "") gap(i);
        i = decoded.end;
        continue;
      }
      kind = PLAIN;
    }
    if (kind === TAG && tags) {
      const end = raw.startsWith("<!--", i) ? endOfComment(i) : tagEnd(raw, i);
      if (end > 0) {
        const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(raw.slice(i, i + 24))?.[1]?.toLowerCase() ?? "";
        gap(i);
        if (BLOCK_TAG.test(name)) gapLine = true;
        let to = end;
        if (RAW_TAG.test(name) && !absent?.has(name) && raw.charCodeAt(end - 2) !== 0x2f) {
          const close = indexOfClosing(raw, name, end);
          if (close < 0) (absent ??= new Set()).add(name);
          else to = close;
        }
        markup.push(i, to);
        i = to;
        continue;
      }
    }
    if (kind === LINE) {
      gap(i);
      gapLine = true;
    } else if (kind === BLANK || kind === WIDE_BLANK) {
      gap(i);
      gapBlank = Math.max(gapBlank, kind === WIDE_BLANK ? 2 : 1);
    } else if (kind === DROP) {
      gap(i);
    } else if (kind === FOLD) {
      // ．is a decimal point only between digits; elsewhere it may be a bullet's dot.
      const point = c === 0xff0e;
      emit(point && !isDigit(last) ? raw[i]! : String.fromCharCode(c - 0xfee0), i, i + 1);
    } else {
      if (gapFrom >= 0) settle(i, c);
      if (runFrom < 0) runFrom = i;
      alignment.copy(length, 1, i);
      length++;
      last = c;
    }
    i++;
  }
  flush(raw.length);
  return { text: parts.join(""), alignment: alignment.finish(), soft, markup };
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
