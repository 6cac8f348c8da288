/** Decides which stretches of a normalised body are furniture. */
import type { Span } from "../core/types.ts";
import { keyOf } from "./cues.ts";
import {
  bracketRule,
  isSentence,
  type LineContext,
  lineRule,
  opensBlock,
  sentenceRule,
  type Zone,
} from "./line-rules.ts";

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

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ["（", "）)"],
  ["(", ")）"],
  ["[", "]】"],
  ["【", "】]"],
  ["〔", "〕"],
]);
const MAX_BRACKET = 82;
/** How many sentences at a paragraph's end, and how long each, may be furniture. */
const MAX_TAIL_SENTENCES = 8;
const MAX_TAIL = 600;

interface Line extends Span {
  readonly text: string;
}

function split(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (end > start) lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** A paragraph of the report rather than furniture: a sentence of some length that no rule for sentences takes. */
function isProse(line: string, zone: Zone): boolean {
  if (line.length < PROSE_LENGTH || !isSentence(line)) return false;
  return sentenceRule(line, zone) === undefined && /[\u4e00-\u9fff]/.test(line);
}

/** All cuts, ascending and apart from each other. */
export function findCuts(text: string, context: CutContext): Cut[] {
  const lines = split(text);
  const cuts: Cut[] = [];
  let first = lines.findIndex((l) => isProse(l.text, "head"));
  let last = lines.findLastIndex((l) => isProse(l.text, "tail"));
  if (first < 0) {
    first = lines.length;
    last = -1;
  }
  const titleKey = keyOf(context.title);
  const sourceKey = keyOf(context.source);
  const isNotice = NOTICE.test(context.title);
  // An article without one paragraph of prose: nothing tells head from tail, so rules for the middle hold.
  const flat = last < 0;
  let related = false;
  lines.forEach((line, index) => {
    const zone: Zone = flat ? (index < 2 ? "head" : "body") : index < first ? "head" : index > last ? "tail" : "body";
    const context: LineContext = { zone, titleKey, sourceKey, isNotice, flat, index };
    if (zone === "tail" && opensBlock(line.text)) {
      related = true;
      cuts.push({ start: line.start, end: line.end, rule: "related" });
      return;
    }
    const rule = lineRule(line.text, context);
    if (rule !== undefined) {
      cuts.push({ start: line.start, end: line.end, rule });
      return;
    }
    if (related && zone === "tail" && line.text.length <= 60 && !line.text.endsWith("。")) {
      cuts.push({ start: line.start, end: line.end, rule: "related" });
      return;
    }
    cutInside(line, context, index >= last - 1, cuts);
  });
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
  if (atEnd || text.length < 400) {
    // Behind the last full stop: 编辑：某某, （完）, 记者 某某.
    const stop = lastStop(text);
    if (stop > from && stop < to) {
      const rest = text.slice(stop).trim();
      const rule =
        rest.length <= 120 && rest !== "" ? lineRule(rest, { ...context, zone: "tail", index: 99 }) : undefined;
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
        const rule = sentenceRule(text.slice(previous, to).trim(), "tail");
        if (rule === undefined) break;
        tails.push({ start: start + previous, end: start + to, rule });
        to = previous;
      }
  }
  cutBrackets(text, start, from, to, cuts);
  for (const cut of tails.reverse()) cuts.push(cut);
}

/** Behind the last full stop and its closing quotes; 0 where there is none. */
function lastStop(text: string): number {
  let i = text.length - 1;
  while (i >= 0 && !"。！？".includes(text[i]!)) i--;
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
    if (text[i] === " ") continue;
    if (keyOf(text[i]!) !== titleKey[k]) return 0;
    k++;
  }
  if (k < titleKey.length) return 0;
  return text[i] === " " ? i + 1 : 0;
}

function cutBrackets(text: string, start: number, from: number, to: number, cuts: Cut[]): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0xff08 && c !== 0x28 && c !== 0x5b && c !== 0x3010 && c !== 0x3014) continue;
    const closers = BRACKETS.get(text[i]!)!;
    let end = -1;
    const limit = Math.min(to, i + MAX_BRACKET);
    for (let j = i + 1; j < limit; j++) {
      if (closers.includes(text[j]!)) {
        end = j;
        break;
      }
      if (BRACKETS.has(text[j]!) && text[j] === text[i]) break;
    }
    if (end < 0) continue;
    const rule = bracketRule(text.slice(i + 1, end));
    if (rule === undefined) continue;
    cuts.push({ start: start + i, end: start + end + 1, rule });
    i = end;
  }
}
