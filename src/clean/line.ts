/** A line of a body and the kinds of characters in it: rules are tried only where the marks they need stand in the line. */
import type { Span } from "../core/types.ts";
import { keyOf } from "./cues.ts";

/** 。！？!?…；; */
export const STOP = 1;
/** 。 alone */
export const FULL_STOP = 2;
export const HAN = 4;
export const DIGIT = 8;
/** A to Z in either case */
export const LATIN = 16;
/** { } ; = as code has them */
export const CODE = 32;
/** > » › ＞ → */
export const ARROW = 64;
/** | ｜ 丨 */
export const BAR = 128;
/** - – — */
export const DASH = 256;
export const SLASH = 512;
export const PERCENT = 1024;
/** （ ( [ 【 〔 */
export const BRACKET = 2048;
/** ， ； ！ ？ */
export const CLAUSE = 4096;
/** White space, as normalised text has it. */
export const BLANK = 8192;
/** · • */
export const DOT = 16384;

const MARKS: Uint16Array = new Uint16Array(0x10000);
const mark = (characters: string, flag: number): void => {
  for (let i = 0; i < characters.length; i++) MARKS[characters.charCodeAt(i)]! |= flag;
};
MARKS.fill(HAN, 0x4e00, 0xa000);
MARKS.fill(DIGIT, 0x30, 0x3a);
MARKS.fill(LATIN, 0x41, 0x5b);
MARKS.fill(LATIN, 0x61, 0x7b);
mark("。！？!?…；;", STOP);
mark("。", FULL_STOP);
mark("{};=", CODE);
mark(">»›＞→", ARROW);
mark("|｜丨", BAR);
mark("-–—", DASH);
mark("/", SLASH);
mark("%", PERCENT);
mark("（([【〔", BRACKET);
mark("，；！？", CLAUSE);
mark(" \u1680", BLANK);
mark("·•", DOT);

/** Marks that may stand between the full stop and the end of a sentence. */
const CLOSERS = "”’」』）)】";

export class Line implements Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** All marks of the line's units, joined. */
  readonly marks: number;
  #key: string | undefined;

  constructor(text: string, start: number, marks: number) {
    this.text = text;
    this.start = start;
    this.end = start + text.length;
    this.marks = marks;
  }

  has(marks: number): boolean {
    return (this.marks & marks) !== 0;
  }

  get key(): string {
    this.#key ??= keyOf(this.text);
    return this.#key;
  }

  /** Whether it ends as a sentence does: 。！？… and closing quotes and brackets behind it. */
  get endsSentence(): boolean {
    if ((this.marks & STOP) === 0) return false;
    let i = this.text.length - 1;
    while (i >= 0 && CLOSERS.includes(this.text[i]!)) i--;
    return i >= 0 && (MARKS[this.text.charCodeAt(i)]! & STOP) !== 0;
  }

  /** Whether it reads as a sentence: it ends as one, or holds a full stop. */
  get isSentence(): boolean {
    return (this.marks & FULL_STOP) !== 0 || this.endsSentence;
  }
}

/** A stretch of text as a line of its own. */
export function lineOf(text: string): Line {
  let marks = 0;
  for (let i = 0; i < text.length; i++) marks |= MARKS[text.charCodeAt(i)]!;
  return new Line(text, 0, marks);
}

/** The lines of a text that hold anything. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let marks = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (c !== 0x0a) {
      marks |= MARKS[c]!;
      continue;
    }
    if (i > start) lines.push(new Line(text.slice(start, i), start, marks));
    start = i + 1;
    marks = 0;
  }
  return lines;
}
