/** An article read for its headline: title and body as one row of words with ids, bits and clauses. */
import type { Extraction, Mention, Token } from "../../core/types.ts";
import {
  ANECDOTE,
  ATTRIBUTION,
  BACKGROUND,
  BAIT,
  COMMENT,
  FORWARD,
  LAUNCH,
  OPENER,
  PERSON,
  type Roles,
  SPEECH,
} from "./roles.ts";

/** Bits of a token beside its roles. */
export const PLACE: number = 1 << 16;
export const PRIMARY: number = 1 << 17;
export const OFFICE: number = 1 << 18;
export const HOSPITAL: number = 1 << 19;
export const OTHER: number = 1 << 20;
export const TERM: number = 1 << 21;
export const TITLED: number = 1 << 22;
export const DIGIT: number = 1 << 23;
export const DATE: number = 1 << 24;
export const QUOTED: number = 1 << 25;
export const INSTITUTION: number = OFFICE | HOSPITAL | OTHER;
export const NAME: number = INSTITUTION | PLACE | TERM;

/** Classes of tags, as the models see them. */
export const NOUN = 0;
export const PROPER = 1;
export const VERB = 2;
export const GERUND = 3;
export const NUMBER = 4;
export const MEASURE = 5;
export const TIME = 6;
export const ADVERB = 7;
export const PREPOSITION = 8;
export const PARTICLE = 9;
export const ADJECTIVE = 10;
export const PRONOUN = 11;
export const LATIN = 12;
export const POSITION = 13;
export const SHORT = 14;
export const MARK = 15;
export const CONJUNCTION = 16;
export const CLASSES = 17;

export interface Clause {
  readonly index: number;
  /** First token, and one past the last but for the mark. */
  readonly from: number;
  readonly to: number;
  /** First token once openers and dates are off. */
  readonly core: number;
  /** The mark that ends it, empty at the end of the text. */
  readonly mark: string;
  readonly sentence: number;
  readonly paragraph: number;
  /** Position in its sentence. */
  readonly order: number;
  /** Roles and names of its tokens. */
  readonly bits: number;
  /** Somebody's words, or who said them. */
  readonly speech: boolean;
  /** Follows a speaker (X表示，…) in its sentence. */
  readonly said: boolean;
  /** Whether it or its sentence names a system or a technique; true of all where the body names none. */
  onTopic: boolean;
  /** Whether the sentence before it in its paragraph is on topic. */
  nearTopic: boolean;
  /** Follows 获悉, 统计显示, 通知提出 in its sentence. */
  readonly reported: boolean;
}

/** A part of the title between marks. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
  /** Words and marks that tease instead of telling. */
  readonly bait: number;
}

export interface Story {
  readonly extraction: Extraction;
  /** Title, then body; names put in for others are added behind. */
  readonly tokens: Token[];
  /** One past the title's last token. */
  readonly title: number;
  /** One past the body's last token. */
  readonly end: number;
  /** By token: its word's id, -1 for marks. */
  readonly ids: Int32Array;
  readonly bits: Int32Array;
  readonly classes: Uint8Array;
  /** Spelling of each word. */
  readonly words: string[];
  readonly wordOf: Map<string, number>;
  readonly parts: readonly Part[];
  readonly clauses: readonly Clause[];
}

/** Room for tokens that are put in. */
const SPARE = 8;

/** Past this many characters nothing is read: news tells early. */
const MOST = 2500;

function classOf(token: Token): number {
  const c = token.text.charCodeAt(0);
  if (c >= 48 && c <= 57) return NUMBER;
  const { pos } = token;
  switch (pos.charCodeAt(0)) {
    case 110: // n
      return pos.length > 1 && pos !== "ng" ? PROPER : NOUN;
    case 118: // v
      return pos === "vn" ? GERUND : VERB;
    case 109: // m
      return NUMBER;
    case 113: // q
      return MEASURE;
    case 116: // t
      return TIME;
    case 100: // d
      return ADVERB;
    case 112: // p
      return PREPOSITION;
    case 99: // c
      return CONJUNCTION;
    case 117: // u
    case 121: // y
      return PARTICLE;
    case 97: // a
    case 122: // z
      return ADJECTIVE;
    case 114: // r
      return PRONOUN;
    case 102: // f
    case 115: // s
      return POSITION;
    case 98: // b
    case 106: // j
    case 108: // l
    case 105: // i
      return SHORT;
    default:
      return c < 128 ? LATIN : NOUN;
  }
}

/** Whether the text opens on a letter, a digit or %. */
function isWord(text: string): boolean {
  const c = text.charCodeAt(0);
  if (c >= 0x3400) return c < 0xff00 || (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff5a) || c === 0xff05;
  return c === 37 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c > 0xbf && c < 0x2000);
}

const instBit = (type: string): number => (type === "government" ? OFFICE : type === "hospital" ? HOSPITAL : OTHER);

/** Sets `bit` on the tokens of these mentions. */
function mark(story: Story, mentions: readonly Mention[], bit: number): void {
  for (const m of mentions) {
    const inTitle = m.field === "title";
    let low = inTitle ? 0 : story.title;
    let high = inTitle ? story.title : story.end;
    const stop = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (story.tokens[middle]!.end <= m.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < stop && story.tokens[i]!.start < m.end; i++) story.bits[i]! |= bit;
  }
}

const DATE_WORD = /^\d+(?:年|月|日|号)/;
const DATE_UNIT = /^(?:年|月|日|号|月底|月初|旬|日起|年底|年初|月份|月起|日前后|时)$/;

/** Reads an extraction for its headline. */
export function readStory(extraction: Extraction, roles: Roles): Story {
  const { title, text } = extraction.reading;
  const tokens: Token[] = title.tokens.slice();
  for (const t of text.tokens) {
    if (t.end > MOST) break;
    tokens.push(t);
  }
  const n = tokens.length;
  const ids = new Int32Array(n + SPARE);
  const bits = new Int32Array(n + SPARE);
  const classes = new Uint8Array(n + SPARE);
  const words: string[] = [];
  const wordBits: number[] = [];
  const wordOf = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    if (!isWord(token.text)) {
      ids[i] = -1;
      bits[i] = 0;
      classes[i] = MARK;
      continue;
    }
    let id = wordOf.get(token.text);
    const c = classOf(token);
    if (id === undefined) {
      id = words.length;
      wordOf.set(token.text, id);
      words.push(token.text);
      wordBits.push((roles.get(token.text) ?? 0) | (c === NUMBER && /\d/.test(token.text) ? DIGIT : 0));
    }
    ids[i] = id;
    bits[i] = wordBits[id]!;
    classes[i] = c;
  }
  const parts: Part[] = [];
  const clauses: Clause[] = [];
  const story: Story = {
    extraction,
    tokens,
    title: title.tokens.length,
    end: n,
    ids,
    bits,
    classes,
    words,
    wordOf,
    parts,
    clauses,
  };
  for (const r of extraction.regions) mark(story, r.mentions, r.primary ? PLACE | PRIMARY : PLACE);
  for (const i of extraction.institutions) mark(story, i.mentions, instBit(i.type));
  for (const t of extraction.terms) mark(story, t.mentions, TERM);
  markDates(story);
  cutTitle(story, parts);
  cutBody(story, clauses);
  return story;
}

/** 2023年10月1日, 8月底: the digits and their units. */
function markDates({ tokens, bits, end }: Story): void {
  for (let i = 0; i < end; i++) {
    if (!(bits[i]! & DIGIT)) continue;
    if (DATE_WORD.test(tokens[i]!.text)) bits[i]! |= DATE;
    else if (i + 1 < end && DATE_UNIT.test(tokens[i + 1]!.text)) {
      bits[i]! |= DATE;
      bits[i + 1]! |= DATE;
    }
  }
}

const TITLE_MARK = /^(?:[\s\u3000，！？：；!?,:;|丨]|——?)$/u;
const OPEN = "“《（(【「";
const CLOSE = "”》）)】」";
const SELF_PART = /我[市县省区州院]|这[家座个位里件份款项场套张]|那些|怎么|为啥|如何|[了啦]$/u;

const QUESTION = /什么|怎[么样]|为啥|为何|如何|到底|究竟|吗$|哪[里些儿]/u;

/** Says what kind of piece it is, not what happened. */
const GENRE =
  /(?:见闻|纪实|侧记|观察|走笔|手记|综述|特写|速写|启示|之路|答卷|成绩单|时间表|路线图|任务书|密码|故事|账本?|题|[?？])[”]?$/u;

function cutTitle(story: Story, parts: Part[]): void {
  const { tokens, title, bits } = story;
  const text = story.extraction.reading.title.text;
  let from = 0;
  let depth = 0;
  const end = (to: number, mark: string): void => {
    if (to > from) {
      const body = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
      let bait = /[？?]/.test(mark) || QUESTION.test(body) ? 3 : /[！!]/.test(mark) ? 1 : 0;
      if (body.startsWith("“") && body.indexOf("”") === body.length - 1) bait++;
      if (body.includes("“")) bait++;
      for (let i = from; i < to; i++) if (bits[i]! & BAIT) bait++;
      if (SELF_PART.test(body)) bait++;
      if (GENRE.test(body)) bait += 3;
      parts.push({ from, to, mark, bait });
    }
    from = to + 1;
  };
  for (let i = 0; i < title; i++) {
    const { text: t } = tokens[i]!;
    if (OPEN.includes(t)) depth++;
    else if (CLOSE.includes(t)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && TITLE_MARK.test(t)) {
      // A blank between Latin letters or digits joins them: WS/T 303, 2023 INCLUSION.
      const latin = (at: number): boolean => at >= 0 && at < title && /\w$|^\w/.test(tokens[at]!.text);
      if (/\s/.test(t) && latin(i - 1) && latin(i + 1)) continue;
      end(i, t);
    }
  }
  end(title, "");
}

/** Index of the quotation's closing mark, -1 where it is far off; whether a sentence stands in between. */
function closing(tokens: readonly Token[], open: number, end: number): { at: number; said: boolean } {
  let said = false;
  let commas = false;
  for (let i = open + 1; i < Math.min(end, open + 120); i++) {
    const { text } = tokens[i]!;
    if (text === "”") {
      const length = tokens[i]!.start - tokens[open]!.end;
      return { at: i, said: said || (commas && length >= 9) || length >= 22 };
    }
    if (text === "。" || text === "？" || text === "！") said = true;
    else if (text === "，" || text === "；") commas = true;
    else if (text === "\n") break;
  }
  return { at: -1, said: false };
}

/** 中新网合肥9月20日电, 【东莞日报讯】, 本报讯: up to its last sign. */
const DATELINE = /^[^，。！？“\n]{0,30}?(?:讯|日电|报道)(?:[（(][^）)\n]{0,20}[）)])?[】：:\s]*/u;

const REPORT = /^(?:获悉|了解到|统计|显示|公布|通报|披露|悉|测算|提出|明确|要求|了解)$/;

function cutBody(story: Story, clauses: Clause[]): void {
  const { tokens, bits, title, end } = story;
  let sentence = 0;
  let paragraph = 0;
  let order = 0;
  const head = DATELINE.exec(story.extraction.reading.text.text.slice(0, 60))?.[0].length ?? 0;
  let from = title;
  while (from < end && tokens[from]!.end <= head) from++;
  let said = false;
  let reported = false;
  const close = (to: number, mark: string, quoted: boolean): void => {
    while (from < to && story.classes[from] === MARK && !/[“《]/.test(tokens[from]!.text)) from++;
    if (to > from) {
      let all = 0;
      for (let i = from; i < to; i++) all |= bits[i]!;
      const first = tokens[from]!.text;
      const last = tokens[to - 1]!.text;
      const attribution =
        (/^(?:据|另据|记者)$/.test(first) && ((all & ATTRIBUTION) !== 0 || mark === "，")) ||
        (/^(?:来自|从)$/.test(first) && (bits[to - 1]! & ATTRIBUTION) !== 0);
      const speaker =
        mark !== "。" ? (bits[to - 1]! & SPEECH) !== 0 : /^(?:说|介绍|表示)$/.test(last) || last === "记者";
      const speech = quoted || attribution || speaker || (mark === "，" && /^(?:显示|获悉|了解到)$/.test(last));
      clauses.push({
        index: clauses.length,
        from,
        to,
        core: coreOf(story, from, to),
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
      });
      order++;
      if (REPORT.test(last) || attribution) reported = true;
      else if (speaker) said = true;
    }
    from = to + 1;
  };
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (story.classes[i] !== MARK) continue;
    const { text } = tokens[i]!;
    if (text === "“") {
      const { at, said: words } = closing(tokens, i, end);
      if (at > 0 && words) {
        close(i, "“", false);
        from = i + 1;
        const stop = tokens[at - 1]?.text ?? "";
        close(at, stop, true);
        if (/[。？！]/.test(stop)) {
          sentence++;
          order = 0;
          said = false;
          reported = false;
        }
      }
      if (at > 0) {
        i = at;
        if (words) from = at + 1;
      }
      continue;
    }
    if (text === "《" || text === "（" || text === "(") depth++;
    else if (text === "》" || text === "）" || text === ")") depth = Math.max(0, depth - 1);
    else if (text.startsWith("\n")) {
      close(i, "", false);
      depth = 0;
      paragraph++;
      sentence++;
      order = 0;
      said = false;
      reported = false;
    } else if (depth === 0) {
      if (text === "。" || text === "？" || text === "！") {
        close(i, text, false);
        sentence++;
        order = 0;
        said = false;
        reported = false;
      } else if (text === "，" || text === "；" || text === "：" || text === "——") close(i, text, false);
    }
  }
  close(end, "", false);
  markTopic(clauses);
}

function markTopic(clauses: readonly Clause[]): void {
  let any = 0;
  for (const c of clauses) any |= c.bits;
  for (let i = 0; i < clauses.length; ) {
    let j = i;
    let bits = 0;
    while (j < clauses.length && clauses[j]!.sentence === clauses[i]!.sentence) bits |= clauses[j++]!.bits;
    const before = i > 0 ? clauses[i - 1]! : undefined;
    const near = before?.onTopic === true && before.paragraph === clauses[i]!.paragraph;
    for (; i < j; i++) {
      clauses[i]!.onTopic = (bits & TERM) !== 0 || (any & TERM) === 0;
      clauses[i]!.nearTopic = near;
    }
  }
}

/** Before a date: 截至8月底; behind one: 8月起. */
const BEFORE = /^(?:截至|截止|至|到|自|从|于|在|早在)$/;
const BEHIND = /^(?:起|底|初|末|前|后|以来|中旬|上旬|下旬|上午|下午|早|已|正式|今年|去年|本月|，)$/;

/** First token of a clause that is no opener, date or adverb of time. */
function coreOf({ tokens, bits, classes }: Story, from: number, to: number): number {
  const timed = (i: number): boolean => i < to && ((bits[i]! & (OPENER | DATE)) !== 0 || classes[i] === TIME);
  let core = from;
  while (core < to) {
    const { text } = tokens[core]!;
    if (timed(core) || BEHIND.test(text) || (BEFORE.test(text) && timed(core + 1))) core++;
    else break;
  }
  return core < to ? core : from;
}

export const SCENE: number = ANECDOTE | PERSON;
export const WEAK: number = COMMENT | BACKGROUND | FORWARD;
export const EVENT: number = LAUNCH;
