/** Cuts a clean body into sentences and clauses, quotations and brackets kept whole. */
import type { Span } from "../core/types.ts";

/** A stretch between two marks of punctuation; `mark` is the one after it, empty at the end of a paragraph. */
export interface ClauseSpan extends Span {
  readonly mark: string;
}

export interface Sentence extends Span {
  /** Index of the paragraph that it stands in. */
  readonly paragraph: number;
  readonly clauses: readonly ClauseSpan[];
}

const OPEN = "“‘（(《〈「『【[";
const CLOSE = "”’）)》〉」』】]";
const ENDS = "。！？!?";
const BREAKS = "，；：,;:";

/** A dateline before the first words: 新华社北京9月9日电, 本报讯, 【东莞日报讯】, 中国甘肃网8月13日讯. */
const DATELINE =
  /^[【（(]?(?=[^，。！？；：“”\n]{0,24}(?:讯|日电|日消息))(?:本报|本网|本台|本刊|[^，。！？；：“”\n\d]{1,10}(?:网|报|社|台|客户端|频道|在线|新闻))[^，。！？；：“”\n]{0,20}?(?:(?<![通资短喜问])讯|日电|日消息)(?![飞息问号])[】）)]?(?:[（(【][^）)】\n]{0,24}[）)】])?[\s\u3000]*/u;

/** Length of the dateline at the head of `paragraph`, 0 where there is none. */
export function datelineLength(paragraph: string): number {
  return DATELINE.exec(paragraph.slice(0, 80))?.[0].length ?? 0;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";

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
    splitParagraph(text, at + (paragraph < 3 ? datelineLength(text.slice(at, stop)) : 0), stop, paragraph, sentences);
    if (stop > at) paragraph++;
    at = stop + 1;
  }
  return sentences;
}

function splitParagraph(text: string, from: number, to: number, paragraph: number, out: Sentence[]): void {
  let clauseStart = from;
  let clauses: ClauseSpan[] = [];
  const depth: number[] = [];
  const isBlank = (i: number): boolean => /\s/.test(text[i]!);
  const endClause = (end: number, mark: string): void => {
    let [s, e] = [clauseStart, end];
    while (s < e && isBlank(s)) s++;
    while (e > s && isBlank(e - 1)) e--;
    if (e > s) clauses.push({ start: s, end: e, mark });
  };
  const endSentence = (end: number): void => {
    const first = clauses[0];
    if (first) out.push({ start: first.start, end, paragraph, clauses });
    clauses = [];
    clauseStart = end;
  };
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (OPEN.includes(c)) {
      depth.push(i);
      continue;
    }
    if (CLOSE.includes(c)) {
      const open = depth.pop();
      // “……。” after a colon ends the sentence; one that opens it is followed by who said so.
      if (open !== undefined && depth.length === 0 && ENDS.includes(text[i - 1]!) && quoteEndsSentence(text, open)) {
        endClause(i + 1, "");
        endSentence(i + 1);
      }
      continue;
    }
    if (depth.length > 0) {
      // A quotation that is never closed must not swallow the article.
      if (i - depth[0]! < 300) continue;
      depth.length = 0;
    }
    if (ENDS.includes(c)) {
      endClause(i, c);
      endSentence(i + 1);
    } else if (BREAKS.includes(c) && !(isDigit(text[i - 1]) && isDigit(text[i + 1]))) {
      endClause(i, c);
      clauseStart = i + 1;
    } else if (c === "—" && text[i + 1] === "—") {
      endClause(i, "——");
      clauseStart = i + 2;
      i++;
    }
  }
  if (clauseStart < to) endClause(to, "");
  if (clauses.length > 0) endSentence(to);
}
