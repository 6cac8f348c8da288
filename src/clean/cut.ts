/** Decides which stretches of a normalised body are furniture. */
import type { Span } from "../core/types.ts";
import { isDatelineBracket } from "./credit.ts";
import { keyOf, keyUnit, lettersOf } from "./cues.ts";
import { BRACKET, HAN, type Line, lineOf, STOP, splitLines } from "./line.ts";
import { bracketRule, type LineContext, lineRule, opensBlock, sentenceRule, type Zone } from "./line-rules.ts";

/** A stretch to take out, and why. */
export interface Cut extends Span {
  readonly rule: string;
}

export interface CutContext {
  readonly title: string;
  readonly source: string;
}

const NOTICE = /公告|公示|招标|采购|招聘|中标|简章|磋商|询价|比选|通知$|公开遴选/;
const PROSE_LENGTH = 30;

/** The marks that close a bracket, by the one that opens it. */
const CLOSERS: ReadonlyMap<number, string> = new Map(
  ["（）)", "()）", "[]】", "【】]", "〔〕"].map((b) => [b.charCodeAt(0), b.slice(1)]),
);
const MAX_BRACKET = 82;
/** How much of a paragraph before a bracket may tell that a dateline ends there. */
const MAX_DATELINE = 8;
/** How many sentences at a paragraph's end, and how long each, may be furniture. */
const MAX_TAIL_SENTENCES = 8;
const MAX_TAIL = 600;

/** A paragraph of the report rather than furniture: a sentence of some length that no rule for sentences takes. */
function isProse(line: Line, zone: Zone): boolean {
  return line.text.length >= PROSE_LENGTH && line.has(HAN) && line.isSentence && sentenceRule(line, zone) === undefined;
}

/** All cuts, ascending and apart from each other. */
export function findCuts(text: string, context: CutContext): Cut[] {
  const lines = splitLines(text);
  const cuts: Cut[] = [];
  let last = lines.length - 1;
  while (last >= 0 && !isProse(lines[last]!, "tail")) last--;
  let first = 0;
  while (first < lines.length && !isProse(lines[first]!, "head")) first++;
  if (first === lines.length) last = -1;
  const titleKey = keyOf(context.title);
  const titleLetters = lettersOf(titleKey);
  const titleHalves = context.title.includes("——") ? context.title.split("——").map((h) => lettersOf(keyOf(h))) : [];
  const sourceKey = keyOf(context.source);
  const isNotice = NOTICE.test(context.title);
  // An article without one paragraph of prose: nothing tells head from tail, so rules for the middle hold.
  const flat = last < 0;
  let related = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const { start, end } = line;
    const zone: Zone = flat ? (index < 2 ? "head" : "body") : index < first ? "head" : index > last ? "tail" : "body";
    if (zone === "tail" && opensBlock(line)) {
      related = true;
      cuts.push({ start, end, rule: "related" });
      continue;
    }
    const context: LineContext = { zone, titleKey, titleLetters, titleHalves, sourceKey, isNotice, flat, index };
    const rule = lineRule(line, context);
    if (rule !== undefined) cuts.push({ start, end, rule });
    else if (related && zone === "tail" && line.text.length <= 60 && !line.text.endsWith("。"))
      cuts.push({ start, end, rule: "related" });
    else cutInside(line, context, index >= last - 1, cuts);
  }
  return cuts;
}

/** Furniture inside a paragraph: a head glued to its front, brackets, credits and disclaimers glued to its end. */
function cutInside(line: Line, context: LineContext, atEnd: boolean, cuts: Cut[]): void {
  const { text, start } = line;
  let from = 0;
  let to = text.length;
  if (context.index < 3) {
    const glued = gluedHead(text, context.titleKey);
    if (glued > 0) {
      cuts.push({ start, end: start + glued, rule: "headline" });
      from = glued;
    }
  }
  const tails: Cut[] = [];
  if (line.has(STOP) && (atEnd || text.length < 400)) {
    // Behind the last full stop: 编辑：某某, （完）, 记者 某某.
    const stop = lastStop(text);
    if (stop > from && stop < to) {
      const rest = text.slice(stop).trim();
      const rule =
        rest.length <= 120 && rest !== "" ? lineRule(lineOf(rest), { ...context, zone: "tail", index: 99 }) : undefined;
      // A bracket without a word of furniture goes with its sentence: “突及其！”（藏语：谢谢）, （掌声）.
      const isAside = rule === "section-label" && /^[（(]/.test(rest);
      if (rule !== undefined && rule !== "ornament" && !isAside) {
        tails.push({ start: start + stop, end: start + to, rule });
        to = stop;
      }
    }
    if (atEnd)
      for (let n = 0; n < MAX_TAIL_SENTENCES; n++) {
        const previous = lastStop(text.slice(Math.max(0, to - MAX_TAIL), to - 1)) + Math.max(0, to - MAX_TAIL);
        if (previous <= from || previous === to - MAX_TAIL) break;
        const rule = sentenceRule(lineOf(text.slice(previous, to).trim()), "tail");
        if (rule === undefined) break;
        tails.push({ start: start + previous, end: start + to, rule });
        to = previous;
      }
  }
  if (line.has(BRACKET)) cutBrackets(text, start, from, to, cuts);
  for (const cut of tails.reverse()) cuts.push(cut);
}

/** Behind the last 。！？ and its closing quotes; 0 where there is none. */
function lastStop(text: string): number {
  let i = text.length - 1;
  for (; i >= 0; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x3002 || c === 0xff01 || c === 0xff1f) break;
  }
  if (i < 0) return 0;
  i++;
  while (i < text.length && "”’」』）)".includes(text[i]!)) i++;
  return i;
}

/** How much of a paragraph's front is the headline again; 0 where it does not begin with it. */
function gluedHead(text: string, titleKey: string): number {
  if (titleKey.length < 8) return 0;
  let k = 0;
  let i = 0;
  for (; i < text.length && k < titleKey.length; i++) {
    const unit = keyUnit(text.charCodeAt(i));
    if (unit === 0) continue;
    if (unit !== titleKey.charCodeAt(k)) return 0;
    k++;
  }
  if (k < titleKey.length) return 0;
  return text[i] === " " ? i + 1 : 0;
}

function cutBrackets(text: string, start: number, from: number, to: number, cuts: Cut[]): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0xff08 && c !== 0x28 && c !== 0x5b && c !== 0x3010 && c !== 0x3014) continue;
    const end = closingBracket(text, i, Math.min(to, i + MAX_BRACKET));
    if (end < 0) continue;
    const inner = text.slice(i + 1, end);
    const rule =
      bracketRule(inner) ??
      (isDatelineBracket(text.slice(Math.max(from, i - MAX_DATELINE), i), inner) ? "credit-line" : undefined);
    if (rule === undefined) continue;
    cuts.push({ start: start + i, end: start + end + 1, rule });
    i = end;
  }
}

/** Where the bracket that opens at `open` is closed; -1 where it is not before `limit`, or the same opens again. */
function closingBracket(text: string, open: number, limit: number): number {
  const opener = text.charCodeAt(open);
  const closers = CLOSERS.get(opener)!;
  const first = closers.charCodeAt(0);
  const second = closers.length > 1 ? closers.charCodeAt(1) : first;
  for (let j = open + 1; j < limit; j++) {
    const c = text.charCodeAt(j);
    if (c === first || c === second) return j;
    if (c === opener) return -1;
  }
  return -1;
}
