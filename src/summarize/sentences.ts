/** Cuts a clean body into sentences and clauses, quotations and brackets kept whole. */
import type { Span } from "../core/types.ts";

/** A stretch between two marks of punctuation; `mark` is the one after it, empty at the end of a paragraph. */
export interface ClauseSpan extends Span {
  readonly mark: string;
  /** Where its first “ stands, -1 where it quotes nothing. */
  readonly quote: number;
}

export interface Sentence extends Span {
  /** Index of the paragraph that it stands in. */
  readonly paragraph: number;
  readonly clauses: readonly ClauseSpan[];
}

const OPEN = 1;
const CLOSE = 2;
const END = 3;
const BREAK = 4;
const DASH = 5;
const BLANK = 6;
/** What each UTF-16 unit does to a sentence. */
const CLASS = new Uint8Array(0x10000);
for (const [kind, units] of [
  [OPEN, "“‘（(《〈「『【["],
  [CLOSE, "”’）)》〉」』】]"],
  [END, "。！？!?"],
  [BREAK, "，；：,;:"],
  [DASH, "—"],
  [BLANK, " \t\r\u000b\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"],
] as const)
  for (const unit of units) CLASS[unit.charCodeAt(0)] = kind;
for (let unit = 0x2000; unit <= 0x200a; unit++) CLASS[unit] = BLANK;

/** A dateline before the first words: 新华社北京9月9日电, 本报讯, 【东莞日报讯】, 中国甘肃网8月13日讯. */
const DATELINE =
  /^[【（(]?(?=[^，。！？；：“”\n]{0,24}(?:讯|日电|日消息))(?:本报|本网|本台|本刊|[^，。！？；：“”\n\d]{1,10}(?:网|报|社|台|客户端|频道|在线|新闻|财经))[^，。！？；：“”\n]{0,20}?(?:(?<![通资短喜问])讯|日电|日消息)(?![飞息问号])[】）)]?(?:[（(【][^）)】\n]{0,24}[）)】])?[\s\u3000]*/u;

/** Length of the dateline at the head of `paragraph`, 0 where there is none. */
export function datelineLength(paragraph: string): number {
  return DATELINE.exec(paragraph.slice(0, 80))?.[0].length ?? 0;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether the quotation opened at `open` follows a colon or comma: what it ends, the sentence ends with. */
function quoteEndsSentence(text: string, open: number): boolean {
  const before = text[open - 1];
  return before === "：" || before === "，" || before === ":" || before === ",";
}

/** Sentences of `text`, paragraph by paragraph; datelines and blanks at their head are left out. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let at = 0;
  while (at <= text.length) {
    let stop = text.indexOf("\n", at);
    if (stop < 0) stop = text.length;
    const from = paragraph < 3 && stop > at ? at + datelineLength(text.slice(at, Math.min(stop, at + 80))) : at;
    splitParagraph(text, from, stop, paragraph, sentences);
    if (stop > at) paragraph++;
    at = stop + 1;
  }
  return sentences;
}

/** A date behind words that open a paragraph (“……。”6月6日，…): the event is told from here on. */
const DATED = /^(?:[今去]年|20\d\d年|\d{1,2}月|近日|日前)/u;

/** A quotation of more units than this was never closed: it must not swallow the article. */
const LONGEST_QUOTE = 300;

function splitParagraph(text: string, from: number, to: number, paragraph: number, out: Sentence[]): void {
  let clauseStart = from;
  let clauses: ClauseSpan[] = [];
  let quote = -1;
  const depth: number[] = [];
  const endClause = (end: number, mark: string): void => {
    let [s, e] = [clauseStart, end];
    while (s < e && CLASS[text.charCodeAt(s)] === BLANK) s++;
    while (e > s && CLASS[text.charCodeAt(e - 1)] === BLANK) e--;
    if (e > s) clauses.push({ start: s, end: e, mark, quote });
    quote = -1;
  };
  const endSentence = (end: number): void => {
    const first = clauses[0];
    if (first) out.push({ start: first.start, end, paragraph, clauses });
    clauses = [];
    clauseStart = end;
  };
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const kind = CLASS[unit];
    if (kind === 0 || kind === BLANK) continue;
    if (kind === OPEN) {
      if (quote < 0 && unit === 0x201c) quote = i;
      depth.push(i);
      continue;
    }
    if (kind === CLOSE) {
      const open = depth.pop();
      // “……。” after a colon ends the sentence; one that opens it is followed by who said so.
      if (
        open !== undefined &&
        depth.length === 0 &&
        CLASS[text.charCodeAt(i - 1)] === END &&
        (quoteEndsSentence(text, open) || (open === clauseStart && DATED.test(text.slice(i + 1, i + 8))))
      ) {
        endClause(i + 1, "");
        endSentence(i + 1);
      }
      continue;
    }
    if (depth.length > 0) {
      if (i - depth[0]! < LONGEST_QUOTE) continue;
      depth.length = 0;
    }
    if (kind === END) {
      endClause(i, text[i]!);
      endSentence(i + 1);
    } else if (kind === BREAK) {
      if (isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) continue;
      endClause(i, text[i]!);
      clauseStart = i + 1;
    } else if (text.charCodeAt(i + 1) === unit) {
      endClause(i, "——");
      clauseStart = i + 2;
      i++;
    }
  }
  if (clauseStart < to) endClause(to, "");
  if (clauses.length > 0) endSentence(to);
}
