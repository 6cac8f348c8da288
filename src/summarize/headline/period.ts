/** The time that a clause's figures belong to, which a line must not lose. */
import { LAUNCH } from "./roles.ts";
import { range } from "./row.ts";
import type { Clause, Story } from "./story.ts";
import { isTime as isDated, TOTALLED } from "./trims.ts";

/** 今年一季度, 1至8月, 去年: what is counted is counted in it. Not 去年10月 or 2022年, when something was done. */
const BOUNDED =
  /(?:今年|去年|前年|(?:19|20)\d\d年)?(?:第?[一二三四]季度|前[一二三两]个?季度|[上下]半年|前(?:\d+|[一二三四五六七八九十]+)个?月|\d{1,2}月?[至到—-]\d{1,2}月份?|\d{1,2}月份|全年)|今年|去年|前年/u;
/** Up to now, or since something: nothing is bounded. */
const OPEN = /截[至止]|以来|[起后]$|目前|至今|迄今|[日近]前|近日/u;
const NOTHING: readonly number[] = [];

function isTotal({ tokens }: Story, { core, to }: Clause): boolean {
  for (let i = core; i < to; i++) if (TOTALLED.has(tokens[i]!.text)) return true;
  return false;
}

/** Tokens of the period that bounds the clause, from its own head or a clause before it; none where it is open. */
export function periodOf(story: Story, clause: Clause): readonly number[] {
  for (let i = clause.index; i >= 0 && story.clauses[i]!.sentence === clause.sentence; i--) {
    const c = story.clauses[i]!;
    // Behind ； another thing is told.
    if (i < clause.index && c.mark === "；") return NOTHING;
    let to = isTimeAlone(story, c.from, c.to) ? c.to : c.core;
    while (to < c.to && QUARTER.test(story.tokens[to]!.text)) to++;
    if (to === c.from) {
      // 去年启用平台，接入12家: not in that year.
      if (c.bits & LAUNCH && i < clause.index) return NOTHING;
      continue;
    }
    const alone = to === c.to;
    const near = i === clause.index || (alone && i === clause.index - 1);
    // 今年新增12家，累计接入36家: not this year's.
    if (!near && (isTotal(story, clause) || c.bits & LAUNCH)) return NOTHING;
    return bounded(story, c.from, to);
  }
  return NOTHING;
}

function bounded({ tokens, extraction }: Story, from: number, to: number): readonly number[] {
  const { start } = tokens[from]!;
  const said = extraction.reading.text.text.slice(start, tokens[to - 1]!.end).replace(/[，,]$/u, "");
  if (OPEN.test(said)) return NOTHING;
  const m = BOUNDED.exec(said);
  if (m === null || m.index + m[0].length < said.length) return NOTHING;
  // 今年上半年: the week knows its year.
  const at = start + m.index + (/^今年./u.test(m[0]) ? 2 : 0);
  let first = from;
  while (first < to && tokens[first]!.start < at) first++;
  let last = to;
  while (last > first && tokens[last - 1]!.start >= start + m.index + m[0].length) last--;
  return tokens[first]?.start === at ? range(first, last) : NOTHING;
}

const QUARTER = /^(?:第?[一二三四](?:个?季度)|[上下]半年|\d{1,2}月份)$/u;
const COUNTED = /^(?:[在到至前个月—-]|\d{1,2}|(?:19|20)\d\d)$/u;

function isTimeAlone(story: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isTime(story, i) && !COUNTED.test(story.tokens[i]!.text)) return false;
  return true;
}

/** Whether the token tells a time, a quarter or a half of a year among them. */
export const isTime = (story: Story, t: number): boolean => isDated(story, t) || QUARTER.test(story.tokens[t]!.text);
