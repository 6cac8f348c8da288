import type { Span } from "../../../core/types.ts";

/** ； ends a sentence once it is this long, in characters. */
const SEMICOLON_AFTER = 60;
/** ， ends a sentence once it is this long. */
const COMMA_AFTER = 180;
/** Nothing runs on beyond this. */
const LONGEST = 500;

/** Splits a text into the stretches that are tagged one by one; they cover it. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isSentenceEnd(c, i + 1 - start)) {
      spans.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Whether the unit `c` ends a sentence of `length` characters, itself included. */
function isSentenceEnd(c: number, length: number): boolean {
  switch (c) {
    case 0x0a: // \n
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
      return true;
    case 0xff1b: // ；
      return length > SEMICOLON_AFTER;
    case 0xff0c: // ，
      return length > COMMA_AFTER;
    default:
      return length >= LONGEST;
  }
}
