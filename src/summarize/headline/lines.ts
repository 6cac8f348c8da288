/** Lines that could head an article: who makes them, and how two parts go together. */

import { CHATS } from "../pieces.ts";
import { OUR_HOSPITAL, WHOLE_PLACE } from "../resolve.ts";
import { toldElsewhere } from "./level.ts";
import { BOOK, BRACKET, COMMA, OTHER_MARK, QUOTE, UNBOOK, UNBRACKET, UNQUOTE, WORD } from "./marks.ts";
import { placeName } from "./names.ts";
import { addedBy, endsWith, type Row, rowText, Stamps, termLength, weighRow } from "./row.ts";
import {
  CONJUNCTION,
  DIGIT,
  HOSPITAL,
  INSTITUTION,
  MARK,
  NOUN,
  NUMBER,
  PLACE,
  PREPOSITION,
  PRIMARY,
  PRONOUN,
  type Story,
} from "./story.ts";
import type { Lexis } from "./weigh.ts";

export const TITLE = 0;
export const PARTS = 1;
/** A clause under its own subject. */
export const CLAUSE = 2;
/** A clause under a subject put in for a bare or missing one. */
export const NAMED = 3;
/** Who did it, put before the clause's later verb and what follows. */
export const ACT = 4;
/** What was done, from 上线的…系统. */
export const TURNED = 5;
/** The same where another name stands before the verb. */
export const TAKEN = 6;
export const ISSUED = 7;
export const MEETING = 8;
/** What came of it: who passed which evaluation, what was awarded for how much. */
export const OUTCOME = 9;
export const ORIGINS = 10;

export interface Line {
  readonly main: Row;
  /** A clause with a figure behind it. */
  readonly second: Row | null;
  readonly origin: number;
  /** Bait in the parts of the title that it uses. */
  readonly bait: number;
  /** The place was put in. */
  readonly placed: boolean;
  /** The hospital was put in. */
  readonly named: boolean;
  /** Expected overlap with the editor's line. */
  readonly overlap: number;
}

/** Mean length of an editor's line on the gold issues, in characters. */
const USUAL = 26;

/** A line as it is printed. */
export function textOf(story: Story, { main, second }: Line): string {
  const text = rowText(story, main.tokens);
  return second ? `${text}，${rowText(story, second.tokens)}` : text;
}

const CLOSES = new Map([
  [UNQUOTE, QUOTE],
  [UNBOOK, BOOK],
  [UNBRACKET, BRACKET],
]);

/** Whether all quotation marks and brackets of a row are closed; 【 and 】 label a section. */
export function isWhole({ marks, tokens }: Story, row: readonly number[]): boolean {
  const open: number[] = [];
  for (let i = 0; i < row.length; i++) {
    const mark = marks[row[i]!]!;
    if (mark === QUOTE || mark === BOOK || mark === BRACKET) open.push(mark);
    else if (CLOSES.has(mark)) {
      if (open.pop() !== CLOSES.get(mark)) return false;
    } else if (mark === OTHER_MARK && "【】".includes(tokens[row[i]!]!.text)) return false;
  }
  return open.length === 0;
}

/** Firms may come from anywhere. */
const FIRMS = /^\d+[余多]?[家名位].{0,8}(?:企业|公司|单位|厂商|供应商|专家)/u;

/** Holds the lines of one story, and what is put in for bare words. */
export class LineMaker {
  readonly lines: Line[] = [];
  readonly story: Story;
  readonly max: number;
  /** The place of the event in its short form; empty where there is none. */
  readonly place: readonly number[];
  readonly placeText: string;
  /** The last character of its full name: 省, 市, 县, 区 …. */
  private readonly level: string;
  /** By clause: 1 where it tells of the whole of another division. */
  readonly away: Uint8Array;
  readonly comma: number;
  /** The name of the article's own hospital, once it is known. */
  hospital: readonly number[] = [];
  private readonly lexis: Lexis;
  private readonly p: Float64Array;
  private readonly stamps: Stamps;
  private readonly seen = new Set<number>();

  constructor(lexis: Lexis, max: number) {
    this.lexis = lexis;
    this.story = lexis.story;
    this.p = lexis.p;
    this.max = max;
    this.stamps = new Stamps(lexis.story.room.stamps);
    this.story.tokens.length = this.story.end;
    this.story.words.length = lexis.story.known;
    this.comma = this.put("，", 0);
    this.placeText = placeName(this.story.extraction);
    this.level = this.story.extraction.regions.find((r) => r.primary)?.name.at(-1) ?? "";
    this.away = toldElsewhere(this.story, this.level);
    let placeP = 0.3;
    for (let id = 0; id < lexis.story.known; id++)
      if (lexis.bits[id]! & PRIMARY && this.p[id]! > placeP) placeP = this.p[id]!;
    this.place = this.placeText === "" ? [] : [this.put(this.placeText, placeP)];
  }

  /** Adds a token that stands nowhere, or not in this form. */
  put(text: string, p: number): number {
    const { story } = this;
    const at = story.tokens.length;
    let id = -1;
    if (p > 0) {
      id = story.words.indexOf(text);
      if (id < 0) {
        id = story.words.length;
        story.words.push(text);
        this.p[id] = 0;
      }
      if (this.p[id]! < p) this.p[id] = p;
    }
    story.tokens.push({ text, pos: "n", start: -1, end: -1 });
    story.ids[at] = id;
    story.bits[at] = 0;
    story.traits[at] = 0;
    story.lengths[at] = text.length;
    story.marks[at] = p > 0 ? WORD : COMMA;
    story.classes[at] = p > 0 ? NOUN : MARK;
    return at;
  }

  lengthOf(tokens: readonly number[]): number {
    const { lengths } = this.story;
    let n = 0;
    for (let i = 0; i < tokens.length; i++) n += lengths[tokens[i]!]!;
    return n;
  }

  /** @param lead how many tokens at the head say when */
  weigh(tokens: readonly number[], clause: number, lead = 0): Row {
    return weighRow(this.lexis, this.p, this.stamps, tokens, clause, lead);
  }

  overlap(row: Row): number {
    return (2 * row.once) / (row.length + USUAL);
  }

  /** A name put before the word that it ends with says it once: 安定区互联网医院 + 互联网医院接诊…, 友谊医院 + 院里成立…. */
  private withoutEcho(tokens: readonly number[]): readonly number[] {
    const words = this.story.tokens;
    for (let i = 1; i < tokens.length; i++) {
      const [before, word] = [words[tokens[i - 1]!]!, words[tokens[i]!]!];
      if (before.end === word.start || word.text.length < 2) continue;
      const echo = before.text.endsWith(word.text) || (word.text === "院里" && before.text.endsWith("院"));
      if (echo) return tokens.toSpliced(i, 1);
    }
    return tokens;
  }

  /** Adds a line unless it is too short, too long or told already; marks at its end are left out, 我院 is named. */
  add(said: readonly number[], origin: number, clause: number, placed: boolean, named: boolean, bait = 0): void {
    const { marks } = this.story;
    const own = this.nameOwn(said, named);
    if (own === null) return;
    const tokens = this.withoutEcho(own);
    let to = tokens.length;
    for (; to > 0; to--) {
      const mark = marks[tokens[to - 1]!]!;
      if (mark === WORD && CHATS.includes(this.story.tokens[tokens[to - 1]!]!.text)) continue;
      if (mark === WORD || mark === UNQUOTE || mark === UNBOOK || mark === UNBRACKET) break;
    }
    const kept = to < tokens.length ? tokens.slice(0, to) : tokens;
    const n = this.lengthOf(kept);
    if (n < 6 || n > this.max || !isWhole(this.story, kept)) return;
    const key = this.keyOf(kept);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const main = this.weigh(kept, clause);
    this.lines.push({ main, second: null, origin, bait, placed, named, overlap: this.overlap(main) });
  }

  /** The row with 我院, 总医院, 全市 and 当地 named, or without them where their name stands before; null where nobody can. */
  private nameOwn(row: readonly number[], named: boolean): readonly number[] | null {
    const { lengths, tokens } = this.story;
    const { hospital, place } = this;
    const ours = row.findIndex((t) => lengths[t] === 2 && OUR_HOSPITAL.has(tokens[t]!.text));
    if (ours >= 0)
      return hospital.length === 0 ? null : [...row.slice(0, ours), ...(named ? [] : hospital), ...row.slice(ours + 1)];
    const at = row[0] === place[0] ? 1 : 0;
    const head = row[at];
    if (head === undefined || place.length === 0) return row;
    const { text } = tokens[head]!;
    if (text === "总医院") {
      if (at === 0 && hospital.length > 0 && rowText(this.story, hospital).endsWith(text))
        return [...hospital, ...row.slice(1)];
      const { institutions } = this.story.extraction;
      const other = institutions.some((i) => i.mentions.some((m) => m.text.length > 3 && m.text.endsWith(text)));
      if (other) return at === 0 ? row : null;
      return at === 0 ? [...place, ...row] : row;
    }
    const length = text === "全" ? 2 : 1;
    const whole = rowText(this.story, row.slice(at, at + length));
    const called = WHOLE_PLACE.has(whole) ? whole.slice(1) : undefined;
    // 聊城当地的平台, 全市63家医院
    if (whole !== "当地" && (called === undefined || !this.isLevel(called))) return row;
    return [...place, ...row.slice(at + length)];
  }

  /** A number for the words of a line; two lines of one number are as good as never unlike. */
  private keyOf(tokens: readonly number[]): number {
    const { ids, marks } = this.story;
    let low = 7;
    let high = 1;
    for (let i = 0; i < tokens.length; i++) {
      const t = tokens[i]!;
      const x = ids[t]! < 0 ? -1 - marks[t]! : ids[t]!;
      low = (Math.imul(low, 31) + x) | 0;
      high = (Math.imul(high, 131) + x) & 0xfffff;
    }
    return high * 0x100000000 + (low >>> 0);
  }

  /** Keeps the best `most` lines of the body; the title's stay. */
  keep(most: number): void {
    const body = this.lines
      .filter((l) => l.origin >= CLAUSE && l.origin < ISSUED)
      .sort((a, b) => b.overlap - a.overlap || a.main.clause - b.main.clause);
    if (body.length <= most) return;
    const kept = new Set(body.slice(0, most));
    const all = this.lines.filter((l) => l.origin < CLAUSE || l.origin >= ISSUED || kept.has(l));
    this.lines.length = 0;
    this.lines.push(...all);
  }

  /** Adds each line with each second part that fits behind it. */
  pair(seconds: readonly Row[], fits: (line: Line, second: Row) => boolean): void {
    const { story, lines, p, stamps } = this;
    const { ids } = story;
    const n = lines.length;
    for (let i = 0; i < n; i++) {
      const line = lines[i]!;
      const { main } = line;
      stamps.clear();
      for (let k = 0; k < main.tokens.length; k++) if (ids[main.tokens[k]!]! >= 0) stamps.add(ids[main.tokens[k]!]!);
      for (const second of seconds) {
        const length = main.length + 1 + second.length;
        if (length > this.max || second.clause === main.clause || this.repeats(main, second) || !fits(line, second))
          continue;
        const once = main.once + addedBy(story, p, stamps, second);
        lines.push({ ...line, second, overlap: (2 * once) / (length + USUAL) });
      }
    }
  }

  /** Whether they begin alike, meet in one term, or tell the same figure; the main part's words are stamped. */
  private repeats(main: Row, second: Row): boolean {
    const { ids, bits } = this.story;
    const told = second.tokens.slice(second.lead);
    const [first, head] = [main.tokens[0]!, told[0]!];
    if (ids[head] === ids[first]) return true;
    // 信丰启用平台，信丰县投入2680万元
    if (bits[head]! & PRIMARY && (first === this.place[0] || bits[first]! & PRIMARY)) return true;
    const term = termLength(this.story, told);
    if (term > 0 && endsWith(this.story, main.tokens, told, term)) return true;
    for (const t of second.tokens) if (bits[t]! & (DIGIT | HOSPITAL) && this.stamps.has(ids[t]!)) return true;
    return false;
  }

  /** Whether a place or an institution stands in the row. */
  names(row: readonly number[]): boolean {
    for (let i = 0; i < row.length; i++) if (this.story.bits[row[i]!]! & (PLACE | INSTITUTION)) return true;
    return false;
  }

  /** Whether the place itself is called so (省, 市, 县 …); any may be where no place is known. */
  isLevel(called: string): boolean {
    return this.level === "" || this.level === called;
  }

  /** Whether the place cannot stand before it: 郑州 does not own 《河南省…》, nor a 省级平台. */
  unplaceable(row: readonly number[]): boolean {
    const { story } = this;
    const head = story.tokens[row[0]!]!.text;
    const k = story.classes[row[0]!]!;
    const place = this.placeText;
    return (
      (k === MARK && head !== "“") ||
      k === PREPOSITION ||
      k === PRONOUN ||
      k === CONJUNCTION ||
      (k === NUMBER && (!/\d/.test(head) || FIRMS.test(rowText(story, row)))) ||
      /^(?:全国|全省|国家|省级|省|自治区|这|那|医院|论坛|大会|平台|系统|项目|团队|科室|全院|院内|行动计划|方案|指南|规范|通知|意见|办法)/u.test(
        head,
      ) ||
      (place !== "" && head.startsWith(place.slice(0, 2)))
    );
  }
}
