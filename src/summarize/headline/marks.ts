/** What each UTF-16 unit is at the head of a token: part of a word, or which mark. */

export const WORD = 0;
export const OTHER_MARK = 1;
export const COMMA = 2;
export const SEMICOLON = 3;
export const COLON = 4;
export const STOP = 5;
export const ASK = 6;
export const EXCLAIM = 7;
export const QUOTE = 8;
export const UNQUOTE = 9;
export const BOOK = 10;
export const UNBOOK = 11;
export const BRACKET = 12;
export const UNBRACKET = 13;
export const LINE = 14;
export const DASH = 15;
export const LISTED = 16;

const MARKS = new Uint8Array(0x10000);
for (let c = 0; c < 0x10000; c++) {
  const word =
    c >= 0x3400
      ? c < 0xff00 || (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff5a) || c === 0xff05
      : c === 37 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c > 0xbf && c < 0x2000);
  if (!word) MARKS[c] = OTHER_MARK;
}
for (const [mark, units] of [
  [COMMA, "，"],
  [SEMICOLON, "；"],
  [COLON, "："],
  [STOP, "。"],
  [ASK, "？"],
  [EXCLAIM, "！"],
  [QUOTE, "“"],
  [UNQUOTE, "”"],
  [BOOK, "《"],
  [UNBOOK, "》"],
  [BRACKET, "（("],
  [UNBRACKET, "）)"],
  [LINE, "\n"],
  [LISTED, "、"],
] as const)
  for (const unit of units) MARKS[unit.charCodeAt(0)] = mark;

/** The mark that a token is; 0 where it is a word: “互联网+”医疗 as one term is one. */
export function markOf(text: string): number {
  const mark = MARKS[text.charCodeAt(0)]!;
  if (mark === WORD || text.length === 1) return mark;
  if (text === "——") return DASH;
  for (let i = 1; i < text.length; i++) if (MARKS[text.charCodeAt(i)] === WORD) return WORD;
  return mark;
}
