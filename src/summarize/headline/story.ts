/** An article read for its headline: title and body as one row of words with ids, bits and clauses. */
import type { Extraction, Mention, Token } from "../../core/types.ts";
import { wordSet } from "../../text/word-set.ts";
import { cutBody } from "./body.ts";
import { markOf } from "./marks.ts";
import { type Roles, traitBit } from "./roles.ts";
import { type Room, roomFor } from "./room.ts";
import { cutTitle } from "./title.ts";
import { clearWordIds, wordId } from "./word-ids.ts";

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
  /** Not done yet: it, or a clause before it in its sentence, tells an aim or a plan. */
  readonly planned: boolean;
  /** A place or a hospital other than the article's own that its sentence opened on: what follows is told of that one; else -1. */
  readonly local: number;
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
  /** By token: UTF-16 units. */
  readonly lengths: Uint16Array;
  /** One past the title's last token. */
  readonly title: number;
  /** One past the body's last token. */
  readonly end: number;
  /** By token: its word's id, -1 for marks. */
  readonly ids: Int32Array;
  readonly bits: Int32Array;
  readonly classes: Uint8Array;
  /** By token: the mark that it is ({@link markOf}), 0 for words. */
  readonly marks: Uint8Array;
  /** By token: what else its word does (roles.ts). */
  readonly traits: Int32Array;
  /** Spelling of each word. */
  readonly words: string[];
  /** Number of words of the text; those that lines put in come behind. */
  readonly known: number;
  /** The arrays, and those of the words. */
  readonly room: Room;
  readonly parts: readonly Part[];
  readonly clauses: readonly Clause[];
}

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
const DATE_UNIT = traitBit("dateUnit");

function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) return true;
  }
  return false;
}

/** Reads an extraction for its headline; `room` holds its arrays until the next is read into it. */
export function readStory(extraction: Extraction, roles: Roles, room?: Room): Story {
  const { title, text } = extraction.reading;
  const tokens: Token[] = title.tokens.slice();
  for (const t of text.tokens) {
    if (t.end > MOST) break;
    tokens.push(t);
  }
  const n = tokens.length;
  const own = roomFor(n, room);
  const { ids, bits, traits, classes, marks, lengths, wordBits, wordTraits } = own;
  const words: string[] = [];
  clearWordIds(n);
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    lengths[i] = token.text.length;
    const mark = markOf(token.text);
    marks[i] = mark;
    if (mark > 0) {
      ids[i] = -1;
      bits[i] = 0;
      traits[i] = 0;
      classes[i] = MARK;
      continue;
    }
    const known = words.length;
    const id = wordId(words, token.text);
    const c = classOf(token);
    if (id === known) {
      const role = roles.get(token.text);
      wordBits[id] = (role === null ? 0 : role.bits) | (c === NUMBER && hasDigit(token.text) ? DIGIT : 0);
      wordTraits[id] = role === null ? 0 : role.traits;
    }
    ids[i] = id;
    bits[i] = wordBits[id]!;
    traits[i] = wordTraits[id]!;
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
    traits,
    classes,
    marks,
    lengths,
    words,
    known: words.length,
    room: own,
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

/** Between the ends of a period: 1至9月, 9月29日至10月17日. */
const UNTIL: ReadonlySet<string> = wordSet("日至 日到 月至 月到 年至 年到 至 到");
const YEAR = /^(?:19|20)\d\d(?!\d)/u;

/** 2023年10月1日, 8月底, 1至9月: the digits and their units; 用了16年 is no date. */
function markDates({ tokens, bits, traits, end }: Story): void {
  let spent = -1;
  for (let i = 0; i < end; i++) {
    // 用了10至15年
    if (tokens[i]!.text === "了" || (spent >= i - 2 && UNTIL.has(tokens[i]!.text))) spent = i;
    if (!(bits[i]! & DIGIT) || (spent === i - 1 && !YEAR.test(tokens[i]!.text))) continue;
    if (DATE_WORD.test(tokens[i]!.text)) bits[i]! |= DATE;
    else if (i + 1 < end && traits[i + 1]! & DATE_UNIT) {
      bits[i]! |= DATE;
      bits[i + 1]! |= DATE;
    }
  }
  for (let i = 1; i + 1 < end; i++) {
    if (!UNTIL.has(tokens[i]!.text) || !(bits[i + 1]! & DATE) || !(bits[i - 1]! & (DIGIT | DATE))) continue;
    bits[i - 1]! |= DATE;
    bits[i]! |= DATE;
  }
}
