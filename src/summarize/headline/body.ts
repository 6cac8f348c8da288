/** Cuts a body into clauses: what is said, what is told, and what of it is on the topic. */

import { wordSet } from "../../text/word-set.ts";
import { NUMBERED } from "../read-clause.ts";
import { agentEnd } from "../shape.ts";
import {
  ASK,
  BOOK,
  BRACKET,
  COLON,
  COMMA,
  DASH,
  EXCLAIM,
  LINE,
  QUOTE,
  SEMICOLON,
  STOP,
  UNBOOK,
  UNBRACKET,
  UNQUOTE,
} from "./marks.ts";
import { ANECDOTE, ATTRIBUTION, COMMENT, FORWARD, OPENER, PERSON, SPEECH, traitBit } from "./roles.ts";
import {
  type Clause,
  DATE,
  HOSPITAL,
  MARK,
  NAME,
  PLACE,
  PREPOSITION,
  PRIMARY,
  type Story,
  TERM,
  TIME,
} from "./story.ts";
import { AT_ONCE, isPeriod } from "./trims.ts";

/** Index of the quotation's closing mark, -1 where it is far off; whether a sentence stands in between. */
function closing({ tokens, marks, end }: Story, open: number): { at: number; said: boolean } {
  let said = false;
  let commas = false;
  for (let i = open + 1; i < Math.min(end, open + 120); i++) {
    const m = marks[i]!;
    if (m === UNQUOTE) {
      const length = tokens[i]!.start - tokens[open]!.end;
      return { at: i, said: said || (commas && length >= 9) || length >= 22 };
    }
    if (m === STOP || m === ASK || m === EXCLAIM) said = true;
    else if (m === COMMA || m === SEMICOLON) commas = true;
    else if (m === LINE) break;
  }
  return { at: -1, said: false };
}

/** 中新网合肥9月20日电, 【东莞日报讯】, 本报讯: up to its last sign. */
const DATELINE = /^[^，。！？“\n]{0,30}?(?:讯|日电|报道)(?:[（(][^）)\n]{0,20}[）)])?[】：:\s]*/u;

/** A day to come, at the head of a clause: 到2025年底, 年内, 明年6月前. What follows it in the sentence is not done yet. */
const DUE = /^(?:到|至)(?:20\d\d年|明年|今年年?[底末])|^(?:20\d\d年|[今明]年|年)?(?:\d{1,2}月底?|底)前|^年[内底]/u;
/** The same behind who shall do it: 三级医院今年6月底前全部完成…, 牧业点年内实现…; not 6月底前已完成. */
const DUE_INSIDE =
  /(?:\d月(?:\d{1,2}日|底|末)?|年底|月底|季度末)前(?![\d一二三四五六七八九十两]+(?:个|季|月|年|周|天|批|家|名|位))|年内/u;
/** Done, or said to be a duty (须于6月30日前接入), which a line says too. */
const TOLD = /已|了|过|须|应|要|不得/u;
/** What one says is to be done: 入冬前要把慢病管理扩到慢阻肺, 明年还要给牧点添设备. */
const WANTED = /(?<![需主重不只必])要(?:把|将|给|对|在|向|让|与|再|以)/u;
/** Back to what holds now. */
const DONE = /^(?:目前|截至|现已|已)/u;
/** How it was: 平台运行前，平均反应时间为14分钟, 过去要抄五遍; until 现在. */
const BEFORE_IT =
  /^(?:过去(?!.?[年两三])|以前|以往|从前|原先|原来(?=.)|此前|(?:20|上)世纪)|(?:运行|上线|投用|启用|使用|改造|改革|实施|试点|建成|接入|开通)之?前$/u;
const NOW = /^(?:[现如]今|现在|目前|今年|去年|现)/u;

const REPORT = traitBit("report");
const HEARD = traitBit("heard");
const SAYS = traitBit("says");
const SOURCE = traitBit("source");
const FROM = traitBit("from");

/** Adds the body's clauses to `clauses`. */
export function cutBody(story: Story, clauses: Clause[]): void {
  const { tokens, bits, marks, traits, classes, title, end } = story;
  let sentence = 0;
  let paragraph = 0;
  let order = 0;
  const head = DATELINE.exec(story.extraction.reading.text.text.slice(0, 60))?.[0].length ?? 0;
  let from = title;
  while (from < end && tokens[from]!.end <= head) from++;
  let said = false;
  let reported = false;
  let planned = false;
  let past = false;
  let local = -1;
  const body = story.extraction.reading.text.text;
  const close = (to: number, mark: string, quoted: boolean): void => {
    while (from < to && classes[from] === MARK && marks[from] !== QUOTE && marks[from] !== BOOK)
      from = order === 0 && tokens[from]!.text === "【" ? Math.min(to, labelEnd(story, from)) : from + 1;
    if (to > from) {
      let all = 0;
      for (let i = from, name = false; i < to; i++) {
        if (marks[i] === QUOTE) name = true;
        else if (marks[i] === UNQUOTE) name = false;
        // “格桑妈妈”系统 is nobody's mother, 管理患者1836人 no scene.
        if (name) all |= bits[i]! & ~(ANECDOTE | PERSON | COMMENT);
        else all |= bits[i]! & PERSON && ofMany(story, i) ? bits[i]! & ~PERSON : bits[i]!;
      }
      const first = traits[from]!;
      const last = traits[to - 1]!;
      const attribution =
        ((first & SOURCE) !== 0 && ((all & ATTRIBUTION) !== 0 || mark === "，")) ||
        ((first & FROM) !== 0 && (bits[to - 1]! & ATTRIBUTION) !== 0);
      const speaker = mark !== "。" ? (bits[to - 1]! & SPEECH) !== 0 : (last & SAYS) !== 0;
      const core = coreOf(story, from, to);
      const opening = body.slice(tokens[core]!.start, tokens[core]!.start + 12);
      const whole = body.slice(tokens[from]!.start, tokens[to - 1]!.end);
      const due = DUE.test(opening) || (DUE_INSIDE.test(whole) && !TOLD.test(whole));
      planned = (planned && !DONE.test(opening)) || (all & FORWARD) !== 0 || due || (said && WANTED.test(whole));
      // 某医院因…被查，退回1万元: one case, without a name.
      if (local < 0) local = caseAt(story, from, to);
      past = !NOW.test(whole) && (past || BEFORE_IT.test(whole));
      const speech = quoted || past || attribution || speaker || (mark === "，" && (last & HEARD) !== 0);
      clauses.push({
        index: clauses.length,
        from,
        to,
        core,
        mark,
        sentence,
        paragraph,
        order,
        bits: all,
        speech,
        said,
        onTopic: false,
        nearTopic: false,
        reported,
        planned,
        local,
      });
      if (order === 0) local = otherAt(story, classes[core] === PREPOSITION ? core + 1 : core, to);
      order++;
      if (last & REPORT || attribution) reported = true;
      else if (speaker) said = true;
    }
    from = to + 1;
  };
  let depth = 0;
  const endSentence = (): void => {
    sentence++;
    order = 0;
    said = false;
    reported = false;
    planned = false;
    past = false;
    local = -1;
  };
  for (let i = from; i < end; i++) {
    const m = marks[i]!;
    if (m === 0) continue;
    if (m === QUOTE) {
      const { at, said: words } = closing(story, i);
      if (at > 0 && words) {
        close(i, "“", false);
        from = i + 1;
        const stop = marks[at - 1]!;
        close(at, tokens[at - 1]?.text ?? "", true);
        if (stop === STOP || stop === ASK || stop === EXCLAIM) endSentence();
      }
      if (at > 0) {
        i = at;
        if (words) from = at + 1;
      }
    } else if (m === BOOK || m === BRACKET) depth++;
    else if (m === UNBOOK || m === UNBRACKET) depth = Math.max(0, depth - 1);
    else if (m === LINE) {
      close(i, "", false);
      depth = 0;
      paragraph++;
      endSentence();
    } else if (depth === 0) {
      if (m === STOP || m === ASK || m === EXCLAIM) {
        close(i, tokens[i]!.text, false);
        endSentence();
      } else if (m === COMMA || m === SEMICOLON || m === COLON || m === DASH || isDash(tokens, i))
        close(i, tokens[i]!.text, false);
    }
  }
  close(end, "", false);
  markTopic(story, clauses);
}

/** Two digits of people at the least: 患者1836人, 187名孕妇; or a name's own word: 患者随访系统. */
function ofMany({ bits, tokens }: Story, at: number): boolean {
  const many = (t: number): boolean => MANY.test(tokens[t]?.text ?? "");
  return (bits[at]! & NAME) !== 0 || many(at + 1) || (COUNTER.test(tokens[at - 1]?.text ?? "") && many(at - 2));
}
const MANY = /^\d[\d.,]+[余多]?[万亿]?$|^\d[\d.]*[余多]?[万亿]$/u;
const COUNTER = /^(?:余|多)?(?:名|位|例|人次|万|万名|余名|多名)$/u;

/** Past the name of a section that opens at `open`: 【哪里能用】全市36家…. */
function labelEnd({ tokens, end }: Story, open: number): number {
  for (let i = open + 1; i < Math.min(end, open + 10); i++) if (tokens[i]!.text === "】") return i + 1;
  return open + 1;
}

/** —— that came as two tokens; a single — joins years. */
const isDash = (tokens: Story["tokens"], i: number): boolean => tokens[i]!.text === "—" && tokens[i + 1]?.text === "—";

/** A hospital that is named once, behind so many characters, is an example of many. */
const EXAMPLES = 150;

/** The token at `at` where it opens a place or a hospital that is not the article's own, else -1. */
function otherAt({ bits, tokens, extraction }: Story, at: number, to: number): number {
  if (at >= to || !(bits[at]! & (PLACE | HOSPITAL))) return -1;
  for (let i = at; i < to && bits[i]! & (PLACE | HOSPITAL); i++) if (bits[i]! & PRIMARY) return -1;
  if (!(bits[at]! & HOSPITAL)) return at;
  let hospitals = 0;
  let passing = false;
  const { start } = tokens[at]!;
  for (const { type, mentions } of extraction.institutions) {
    if (type !== "hospital") continue;
    hospitals++;
    // Named this once: an example.
    if (
      mentions.length === 1 &&
      mentions[0]!.field === "text" &&
      mentions[0]!.start <= start &&
      mentions[0]!.end > start
    )
      passing = start > EXAMPLES;
  }
  if (hospitals <= 1 && !passing) return -1;
  // 牡丹江|医学院附属…: a line that names the city does not name its hospital.
  const place = extraction.regions.find((r) => r.primary)?.name ?? "";
  for (let i = at; i < to && bits[i]! & HOSPITAL; i++) if (!place.includes(tokens[i]!.text)) return i;
  return at;
}

/** The 某 of 某医院 in a clause, else -1. */
function caseAt({ tokens }: Story, from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokens[i]!.text.startsWith("某") && tokens[i]!.text !== "某些") return i;
  return -1;
}

function markTopic({ tokens }: Story, clauses: readonly Clause[]): void {
  let any = 0;
  for (const c of clauses) any |= c.bits;
  for (let i = 0; i < clauses.length; ) {
    let j = i;
    let bits = 0;
    while (j < clauses.length && clauses[j]!.sentence === clauses[i]!.sentence) bits |= clauses[j++]!.bits;
    const before = i > 0 ? clauses[i - 1]! : undefined;
    const near = before?.onTopic === true && before.paragraph === clauses[i]!.paragraph;
    // …大模型“海河知医”。它由…: of the same.
    const same = near && tokens[clauses[i]!.core]?.text === "它";
    for (; i < j; i++) {
      clauses[i]!.onTopic = same || (bits & TERM) !== 0 || (any & TERM) === 0;
      clauses[i]!.nearTopic = near;
    }
  }
}

const BEFORE = traitBit("beforeTime");
const BEHIND = traitBit("behindTime");

/** What 前 counts in 今年前三季度, 前8个月: without it the months would be others. */
const PERIOD = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:个?月|季度)?$/u;
const PERIOD_UNIT: ReadonlySet<string> = wordSet("个 月 个月 季度");

/** 一是…；二是…: points of a list, each with a subject of its own. */
const ORDINAL = /^[一二三四五六七八九十]是/u;

/** 从去年的41%回升到58%: the date says which figure. */
const isOutset = ({ tokens, traits, bits, classes }: Story, i: number): boolean => {
  const at = (traits[i]! & BEFORE) !== 0 ? i + 1 : i;
  const dated = at < tokens.length && ((bits[at]! & DATE) !== 0 || classes[at] === TIME);
  return dated && tokens[at + 1]?.text === "的" && /^\d/.test(tokens[at + 2]?.text ?? "");
};

/** First token of a clause that is no opener, date or adverb of time; 当晚 stays before 即. */
function coreOf(story: Story, from: number, to: number): number {
  const { bits, classes, traits, marks, tokens } = story;
  let core = from;
  if (ORDINAL.test(tokens[core]!.text + (tokens[core + 1]?.text ?? ""))) core += tokens[core]!.text.length > 1 ? 1 : 2;
  // Cut off behind 二是: nothing is told.
  if (core >= to) return from;
  const text = story.extraction.reading.text.text;
  const at = tokens[core]!.start;
  const body = at + (NUMBERED.exec(text.slice(at, at + 6))?.[0].length ?? 0);
  while (core + 1 < to && tokens[core]!.start < body) core++;
  while (core < to && !isPeriod(story, core) && !isOutset(story, core)) {
    if (core > from && tokens[core - 1]!.text.endsWith("前") && PERIOD.test(tokens[core]!.text)) {
      core++;
      while (core < to && PERIOD_UNIT.has(tokens[core]!.text)) core++;
    } else if (classes[core] === TIME && AT_ONCE.has(tokens[core + 1]?.text ?? "")) break;
    else if (bits[core]! & (OPENER | DATE) || classes[core] === TIME || traits[core]! & BEHIND || marks[core] === COMMA)
      core++;
    else if (
      traits[core]! & BEFORE &&
      core + 1 < to &&
      (bits[core + 1]! & (OPENER | DATE) || classes[core + 1] === TIME)
    )
      core++;
    else break;
  }
  // 由省卫健委主办的|论坛在长沙举行: past who made it.
  core = Math.max(core, agentEnd(tokens, core, to) + 1);
  return core < to ? core : from;
}
