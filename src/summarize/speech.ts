/** Whether a clause is somebody's words, says whose they are or where something is known from. */
import type { Raw, Reader } from "./read-clause.ts";
import type { ClauseSpan } from "./sentences.ts";
import { KIND } from "./words.ts";

/** A quotation of a sentence's length: somebody speaks. */
export function holdsSpeech(text: string, { start, end, quote }: ClauseSpan): boolean {
  if (quote < 0) return false;
  let close = text.indexOf("”", quote);
  if (close < 0 || close > end) close = end;
  let pauses = false;
  for (let i = quote + 1; i < close; i++) {
    const c = text[i]!;
    if (c === "。" || c === "！" || c === "？") return true;
    if (c === "，" || c === "；") pauses = true;
  }
  const length = close - quote - 1;
  // “数据才是金矿”: nothing but somebody's words.
  if (quote === start && close === end - 1 && length >= 8) return true;
  return (pauses && length >= 9) || (quote === start && length >= 16);
}

const SHOWN = /(?:数据|统计|监测|调查|测算|结果|回访|的)显示$/;
const TOLD = /(?:告诉|对|向)记者(?:说|介绍|表示)?$/;
const SAID = /(?:说|告诉记者|对记者说|介绍说|坦言|感慨|感叹|表示)$/;

/** Who says it, or where it is known from: X表示, 据X介绍, 记者从X获悉, 统计显示. */
export function isAttribution({ text, tokens, bits, words }: Reader, raw: Raw): boolean {
  const { start, end, mark } = raw.span;
  const first = text[start]!;
  const sourced = first === "据" || (first === "另" && text[start + 1] === "据");
  if (sourced && !raw.last && text[start + 1] !== "此") return true;
  if (
    (sourced || first === "从" || text.startsWith("记者", start) || text.startsWith("来自", start)) &&
    words.endsWith("attribution", text, start, end) > 0
  )
    return true;
  if (mark === "：" || mark === "，") {
    if (
      raw.endToken > raw.firstToken &&
      (bits[raw.endToken - 1]! & KIND.speech) !== 0 &&
      tokens[raw.endToken - 1]!.end <= end
    )
      return true;
    const tail = text.slice(Math.max(start, end - 7), end);
    if (SHOWN.test(tail) || TOLD.test(tail)) return true;
  }
  return raw.last && SAID.test(text.slice(Math.max(start, end - 4), end));
}

/** Most characters of who speaks or asks in an interview: 记者：…, 韩立：…. */
export const LABEL = 4;
/** Characters before and behind it in which it is looked for again. */
const NEARBY = 1500;
/** Whether it stands at the head of several paragraphs. */
export function isLabel(text: string, start: number, end: number): boolean {
  if (start > 0 && text[start - 1] !== "\n") return false;
  const label = text.slice(start, end + 1);
  const from = Math.max(0, start - NEARBY);
  const around = `${from === 0 ? "\n" : ""}${text.slice(from, start)}\n${text.slice(end + 1, end + NEARBY)}`;
  return around.includes(`\n${label}`);
}
