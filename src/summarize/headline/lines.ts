/** Lines that could head an article: the title and its parts, and events told anew from the body's clauses. */
import { lengthOf } from "../../text/length.ts";
import { placeName } from "./names.ts";
import {
  ACTION,
  ANECDOTE,
  COMMENT,
  CONDITIONAL,
  DEPENDENT,
  DROPPED,
  FORWARD,
  LAUNCH,
  LINKED,
  PERSON,
  POINTER,
} from "./roles.ts";
import {
  ADVERB,
  type Clause,
  CONJUNCTION,
  DATE,
  DIGIT,
  GERUND,
  HOSPITAL,
  INSTITUTION,
  LATIN,
  MARK,
  MEASURE,
  NAME,
  NOUN,
  NUMBER,
  OFFICE,
  PARTICLE,
  PLACE,
  POSITION,
  PREPOSITION,
  PRONOUN,
  PROPER,
  SHORT,
  type Story,
  TERM,
  TIME,
  VERB,
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
export const ISSUED = 6;
export const MEETING = 7;
export const ORIGINS = 8;

export interface Line {
  /** Indexes into the story's tokens. */
  readonly tokens: readonly number[];
  readonly origin: number;
  /** Bait in the parts of the title that it uses. */
  readonly bait: number;
  /** Clause that it stems from, -1 for the title. */
  readonly clause: number;
  /** Clause of the second part, -1 where there is none. */
  readonly second: number;
  /** Where the second part starts, the number of tokens where there is none. */
  readonly cut: number;
  /** The place was put in. */
  readonly placed: boolean;
  /** The hospital was put in. */
  readonly named: boolean;
  /** Expected overlap with the editor's line. */
  readonly overlap: number;
}

/** Mean length of an editor's line on the gold issues, in characters. */
const USUAL = 26;

/** The tokens of a line as it is printed. */
export function textOf(story: Story, tokens: readonly number[]): string {
  let text = "";
  for (const t of tokens) text += story.tokens[t]!.text;
  return text;
}

const BEFORE_DATE = /^(?:自|从|于|已于|早于|截至|到|在|至|早在)$/;
const BEHIND_DATE = /^(?:起|底|初|末|前|底前|中旬|下旬|上旬|以来|间)$/;
/** Words for the place itself. */
const SELF = /^(?:[我该本全][市县区省州旗]|[市县区州省]里|当地|地区|两地|[市县区州]$)/;
const BARE_HOSPITAL = /^(?:医院|该院|我院|本院|院方)$/;
const BARE_THING =
  /^(?:该|这套|这一|这个|此)?(?:平台|系统|项目|大会|论坛|演练|工程|模块|中心|终端|方案|通知|规范|指引|标准|机器|服务|专区|中药房|方案)$/;
const POINTING =
  /^(?:该|这|那|此|其|它|他|她|他们|它们|双方|两者|前者|后者|记者|大家|有的|一位|一名|另|不少|多位|首批|这些|那些|人们)/;
const NO_SUBJECT = /^(?:以|由|在|从|自|把|将|对|为|按|经|随着|通过|依托|围绕|针对|如今在)/u;
/** Before a verb that cannot be taken without it: 把X部署到, 与X互认, 探索互认. */
const NEEDED =
  /^(?:把|将|由|被|对|为|向|给|让|使|与|和|同|跟|并与|是|这是|来自|得益于|的|探索|计划|拟|要|须|应|可|可以|支持|鼓励)$/;
const HANGING = /(?:到|在|从|把|与|和|及|的|将|为|了|以来|来自|由|向|等)$/u;
const EVENT_NAME = /(?:大会|论坛|峰会|年会|博览会|研讨会|交流会|推进会|大赛|展览会)$/;
const HELD = /^(?:举行|召开|开幕|举办|闭幕|落幕)$/;
const TURNABLE =
  /^(?:上线|启用|投用|建成|开通|推出|推广|部署|试用|研发|上架|启动|打造|搭建|建设|改造|引进|引入|试点|推行|运行|推进|发布|印发)$/;
const ISSUE = /^(?:印发|发布|出台|公布)$/;

/** Makes the lines of one story. */
export class LineMaker {
  readonly lines: Line[] = [];
  private readonly story: Story;
  private readonly p: Float64Array;
  private readonly max: number;
  private readonly stamps: Int32Array;
  private stamp = 0;
  private readonly place: readonly number[];
  private readonly hospital: readonly number[];
  /** Whether the hospital is the one that acts. */
  private acts = false;
  /** Whether the article names a system or a technique. */
  private readonly topical: boolean;
  private readonly comma: number;
  private readonly seen = new Set<string>();

  constructor(lexis: Lexis, max: number) {
    const { p } = lexis;
    this.story = lexis.story;
    this.p = new Float64Array(p.length + 8);
    this.p.set(p);
    this.max = max;
    this.stamps = new Int32Array(p.length + 64);
    this.story.tokens.length = this.story.end;
    this.comma = this.put("，", 0);
    const place = placeName(this.story.extraction);
    let placeP = 0.3;
    for (let id = 0; id < p.length; id++) if (lexis.bits[id]! & (1 << 17)) placeP = Math.max(placeP, p[id]!);
    this.place = place === "" ? [] : [this.put(place, placeP)];
    this.topical = lexis.story.extraction.terms.length > 0;
    this.hospital = this.leadHospital();
  }

  /** Adds a token that stands nowhere, or not in this form. */
  private put(text: string, p: number): number {
    const { story } = this;
    const at = story.tokens.length;
    let id = -1;
    if (p > 0) {
      id = story.wordOf.get(text) ?? -1;
      if (id < 0) {
        id = story.words.length;
        story.words.push(text);
        story.wordOf.set(text, id);
      }
      this.p[id] = Math.max(this.p[id]!, p);
    }
    story.tokens.push({ text, pos: "n", start: -1, end: -1 });
    story.ids[at] = id;
    story.bits[at] = 0;
    story.classes[at] = p > 0 ? NOUN : MARK;
    return at;
  }

  /** The longest printed name of the hospital named first and most. */
  private leadHospital(): readonly number[] {
    const { story } = this;
    let best = "";
    let most = 0;
    let hospitals = 0;
    for (const i of story.extraction.institutions) {
      if (i.type !== "hospital" || /(?:院区|分院|[东南西北]区|本部|卫生室|卫生院|服务中心)$/u.test(i.name)) continue;
      let longest = "";
      let score = 0;
      for (const m of i.mentions) {
        if (BARE_HOSPITAL.test(m.text)) continue;
        if (m.text.length > longest.length) longest = m.text;
        score += m.field === "title" ? 4 : m.start < 150 ? 2 : 1;
      }
      if (longest === "") continue;
      hospitals++;
      if (score > most) [best, most] = [longest, score];
    }
    // Named in the title, or the only one and spoken of as 医院, 该院.
    let spoken = false;
    for (const c of story.clauses) if (BARE_HOSPITAL.test(story.tokens[c.core]!.text)) spoken = true;
    let inTitle = 0;
    for (let i = 0; i < story.title; i++) inTitle |= story.bits[i]!;
    const { title } = story.extraction.reading.document;
    this.acts =
      (inTitle & HOSPITAL) !== 0 ||
      /这家[^，]{0,3}医院|我院/u.test(title) ||
      (spoken && ((title.includes("院") && most >= 4) || (hospitals <= 2 && !(inTitle & PLACE))));
    if (hospitals > 2 && most < 4) best = "";
    if (best === "") return [];
    const place = this.place.length > 0 ? story.tokens[this.place[0]!]!.text : "";
    // 市中心医院: which city, only the place says.
    if (/^[市县区州]/.test(best)) best = place === "" ? "" : place.replace(/[市县区州]$/u, "") + best;
    return best === "" ? [] : [this.put(best, 0.4)];
  }

  /** Expected ROUGE-L of a row of tokens. */
  overlap(tokens: readonly number[]): number {
    const { story, p, stamps } = this;
    const stamp = ++this.stamp;
    let sum = 0;
    let length = 0;
    for (let i = 0; i < tokens.length; i++) {
      const t = tokens[i]!;
      const n = story.tokens[t]!.text.length;
      length += n;
      const id = story.ids[t]!;
      if (id < 0 || stamps[id] === stamp) continue;
      stamps[id] = stamp;
      sum += p[id]! * n;
    }
    return (2 * sum) / (length + USUAL);
  }

  private lengthOf(tokens: readonly number[]): number {
    let n = 0;
    for (const t of tokens) n += lengthOf(this.story.tokens[t]!.text);
    return n;
  }

  private add(tokens: readonly number[], origin: number, clause: number, placed: boolean, bait = 0): void {
    const { story } = this;
    let to = tokens.length;
    while (to > 0 && story.classes[tokens[to - 1]!] === MARK && !/[”》）]/.test(story.tokens[tokens[to - 1]!]!.text))
      to--;
    const kept = to < tokens.length ? tokens.slice(0, to) : tokens;
    const n = this.lengthOf(kept);
    if (n < 6 || n > this.max) return;
    const key = textOf(story, kept);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.lines.push({
      tokens: kept,
      origin,
      clause,
      bait,
      second: -1,
      cut: kept.length,
      placed,
      named: this.hospital.length > 0 && kept[0] === this.hospital[0],
      overlap: this.overlap(kept),
    });
  }

  /** The title and its parts, the place put before where none is named. */
  title(): void {
    const { story } = this;
    const { parts } = story;
    const named = this.namedPart();
    const clean = parts.some(
      (part) => part.bait === 0 && this.bitsOf(part.from, part.to) & (LAUNCH | ACTION | TERM | DIGIT),
    );
    for (let i = 0; i < parts.length; i++)
      for (let j = i; j < parts.length; j++) {
        // 码头上拍CT、船上做超声 东兴5G巡诊车开到渔家门口: the first half only paints; the event has the name in it.
        if (i < named && j >= named) continue;
        const from = parts[i]!.from;
        const to = parts[j]!.to;
        let bait = 0;
        for (let k = i; k <= j; k++) bait += parts[k]!.bait;
        const row: number[] = [];
        let bits = 0;
        for (let t = from; t < to; t++) {
          row.push(t);
          bits |= story.bits[t]!;
        }
        const text = story.extraction.reading.title.text.slice(story.tokens[from]!.start, story.tokens[to - 1]!.end);
        const inner = j > i && /[？！!?]/.test(text);
        const own = /我[市县省区州院]|这[家座个]/u.exec(text);
        if (own) {
          const name =
            /院/.test(text) && /医院|我院/.test(text.slice(own.index, own.index + 6)) ? this.hospital : this.place;
          if (name.length === 0 || own.index > 4) continue;
          const rest = text
            .slice(own.index)
            .replace(
              /^(?:我[市县省区州院]|这[家座个](?:城市|[^，。]{0,2}医院|[市县州区])?)(?:这家医院|一家医院)?的?/u,
              "",
            );
          const cut = text.length - rest.length + story.tokens[from]!.start;
          this.add([...name, ...row.filter((t) => story.tokens[t]!.start >= cut)], PARTS, -1, true, bait);
          continue;
        }
        if (inner || bait >= 3 || (clean && bait > 0)) continue;
        if (!(bits & (LAUNCH | ACTION | TERM | DIGIT))) continue;
        this.add(row, i === 0 && j === parts.length - 1 ? TITLE : PARTS, -1, false, bait);
        if (this.place.length > 0 && !(bits & (PLACE | INSTITUTION)) && !this.unplaceable(row))
          this.add([...this.place, ...row], PARTS, -1, true, bait);
        // A short head (三明：) and a later part.
        const head = parts[0]!;
        if (i > 1 && head.to - head.from <= 3 && head.bait === 0) {
          const first: number[] = [];
          for (let t = head.from; t < head.to; t++) first.push(t);
          this.add([...first, ...row], PARTS, -1, true, bait);
        }
      }
  }

  private bitsOf(from: number, to: number): number {
    let bits = 0;
    for (let i = from; i < to; i++) bits |= this.story.bits[i]!;
    return bits;
  }

  /** Index of the title's first part that names a place, an institution or a system, 0 where none does. */
  private namedPart(): number {
    const { story } = this;
    const found = story.parts.findIndex((part) => {
      for (let t = part.from; t < part.to; t++) if (story.bits[t]! & (PLACE | INSTITUTION)) return true;
      return false;
    });
    return Math.max(0, found);
  }

  /** Whether the place cannot stand before it: 郑州 does not own 《河南省…》, nor a 省级平台. */
  private unplaceable(row: readonly number[]): boolean {
    const { story } = this;
    const head = story.tokens[row[0]!]!.text;
    const k = story.classes[row[0]!]!;
    const place = story.tokens[this.place[0]!]!.text;
    return (
      (k === MARK && head !== "“") ||
      k === PREPOSITION ||
      k === PRONOUN ||
      k === CONJUNCTION ||
      (k === NUMBER && !/\d/.test(head)) ||
      /^(?:全国|全省|国家|省级|省|自治区|这|那|医院|论坛|大会|平台|系统|项目)/u.test(head) ||
      head.startsWith(place.slice(0, 2))
    );
  }

  /** Events told by the body's clauses. */
  clauses(): void {
    const { story } = this;
    const body = story.extraction.reading.text.text;
    let sentence = -1;
    let who: readonly number[] = [];
    for (const clause of story.clauses) {
      if (clause.sentence !== sentence) {
        sentence = clause.sentence;
        who = [];
      }
      if (clause.mark === "？" || clause.mark === "“" || clause.speech || clause.bits & (ANECDOTE | FORWARD)) continue;
      const from = clause.core;
      const head = story.bits[from]!;
      if (!clause.onTopic) continue;
      // The subject: all before the first verb, adverb or preposition.
      let verb = from;
      let depth = 0;
      while (verb < clause.to) {
        const k = story.classes[verb]!;
        const { text } = story.tokens[verb]!;
        if (text === "“" || text === "《" || text === "（") depth++;
        else if (text === "”" || text === "》" || text === "）") depth--;
        else if (
          depth === 0 &&
          !(story.bits[verb]! & NAME) &&
          (k === VERB ||
            k === PREPOSITION ||
            k === ADVERB ||
            (k === TIME && verb > from) ||
            ((story.bits[verb]! & LAUNCH) !== 0 && verb > from && story.tokens[verb + 1]?.text !== "的"))
        )
          break;
        verb++;
      }
      const subject = verb > from ? body.slice(story.tokens[from]!.start, story.tokens[verb - 1]!.end) : "";
      const bareDate = verb >= clause.to;
      let names: (readonly number[])[] = [];
      let own = false;
      if (!this.nominal(from, verb)) {
        names =
          who.length > 0
            ? [who]
            : clause.order === 0 || !(head & (LINKED | DEPENDENT))
              ? [this.acts ? this.hospital : this.place]
              : [];
      } else if (SELF.test(subject) && subject.length <= 4) names = [this.place];
      else if (BARE_HOSPITAL.test(subject)) names = [this.hospital];
      else if (BARE_THING.test(subject)) names = [this.lastTerm(from, subject)];
      else if (head & OFFICE && /^(?:市|县|区|州|省|自治区)/.test(subject) && verb - from <= 8)
        names = [this.place, [...this.place, ...range(from, verb)]];
      else if (POINTING.test(subject) || head & DEPENDENT) names = [];
      else own = true;
      if (own) who = subject.length <= 14 && !NO_SUBJECT.test(subject) ? range(from, verb) : [];
      else if (names.length > 0 && names[0]!.length > 0) who = names[0]!;
      if (clause.bits & (COMMENT | PERSON) || head & CONDITIONAL) continue;
      // What has nothing of the trade in it, nor in its sentence, is no event of the trade.
      if (bareDate || (this.topical && !(clause.bits & (TERM | LAUNCH)))) continue;
      if (own && !NO_SUBJECT.test(subject)) this.told(clause, [], from, CLAUSE);
      else if (!own)
        for (const name of names)
          if (name.length > 0) this.told(clause, name, this.nominal(from, verb) ? verb : from, NAMED);
      // A later verb under the place, the hospital or the sentence's own subject.
      for (let v = Math.max(verb, from + 1); v < clause.to - 1; v++) {
        if (!(story.bits[v]! & LAUNCH) || story.bits[v]! & (TERM | INSTITUTION)) continue;
        const next = story.tokens[v + 1]!.text;
        if (this.above(from, v)) break;
        const subjects = this.acts ? [this.hospital] : [this.place];
        if (next === "的") {
          if (!TURNABLE.test(story.tokens[v]!.text)) continue;
          if (story.bits[v + 2] !== undefined && story.bits[v + 2]! & (PLACE | INSTITUTION)) {
            if (/^(?:上线|启用|投用|建成|开通|启动|推出)$/.test(story.tokens[v]!.text))
              for (const row of this.trims(clause, v + 2, true)) this.add([...row, v], TURNED, clause.index, false);
          } else for (const name of subjects) if (name.length > 0) this.told(clause, [...name, v], v + 2, TURNED);
        } else if (/^[成为到至给入]/.test(next)) continue;
        else if (v > verb && story.classes[v + 1] !== MARK && !this.afterBa(from, v))
          for (const name of subjects) if (name.length > 0) this.told(clause, name, v, ACT);
      }
    }
  }

  /** Whether a noun stands in the stretch: 可以, 基本 are no subject. */
  private nominal(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const k = this.story.classes[i]!;
      if (
        k === NOUN ||
        k === PROPER ||
        k === LATIN ||
        k === SHORT ||
        k === GERUND ||
        this.story.bits[i]! & (NAME | POINTER)
      )
        return true;
    }
    return false;
  }

  /** Whether an office of the state or the province acts there: the city is not its author. */
  private above(from: number, to: number): boolean {
    for (let i = from; i < to; i++)
      if (this.story.bits[i]! & OFFICE && /^(?:省|国家|自治区)/.test(this.story.tokens[i]!.text)) return true;
    return false;
  }

  /** Whether 把, 将, 由, 被, 对 or 为 stands in between: the verb needs what they bring. */
  private afterBa(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (NEEDED.test(this.story.tokens[i]!.text)) return true;
    return false;
  }

  /** The named system that a bare word stands for: the last term before that ends alike. */
  private lastTerm(before: number, bare: string): readonly number[] {
    const { story } = this;
    const noun = bare.replace(/^(?:该|这套|这一|这个|此)/, "");
    for (let i = before - 1; i >= Math.max(0, before - 160); i--) {
      if (!(story.bits[i]! & TERM) && !story.tokens[i]!.text.endsWith(noun)) continue;
      if (!story.tokens[i]!.text.endsWith(noun)) continue;
      let from = i;
      while (
        from > 0 &&
        i - from < 7 &&
        story.classes[from - 1] !== MARK &&
        (story.bits[from - 1]! & NAME || isNominal(story.classes[from - 1]!))
      )
        from--;
      if (i - from < 1 && story.tokens[i]!.text.length < noun.length + 2) continue;
      return range(from, i + 1);
    }
    return [];
  }

  /** Whether it says of what the figure is: 做387例, 连续72小时 do not. */
  private says(row: readonly number[]): boolean {
    const { story } = this;
    let n = 0;
    for (let i = 0; i < row.length; i++) {
      const k = story.classes[row[i]!]!;
      const counted = i > 0 && story.classes[row[i - 1]!] === NUMBER;
      if (
        !counted &&
        k !== NUMBER &&
        k !== MEASURE &&
        k !== MARK &&
        k !== ADVERB &&
        k !== PARTICLE &&
        k !== PREPOSITION
      )
        n += story.tokens[row[i]!]!.text.length;
    }
    return n >= 4;
  }

  /** Adds a clause's tokens from `from` on, under `name`: whole, without dates, without lists and modifiers. */
  private told(clause: Clause, name: readonly number[], from: number, origin: number): void {
    for (const row of this.trims(clause, from, name.length === 0)) {
      if (row.length === 0 || this.hangs(row) || (origin !== TURNED && !this.predicates(row))) continue;
      const unplaced = name.length > 0 && name[0] === this.place[0];
      if (unplaced && name.length === 1 && this.unplaceable(row)) continue;
      if (this.pointsBack(row)) continue;
      if (name.length > 0 && /^(?:是|为|有|来|来自|达)$/.test(this.story.tokens[row[0]!]!.text)) continue;
      this.add(
        name.length > 0 ? [...name, ...(unplaced ? this.elsewhere(row) : row)] : row,
        origin,
        clause.index,
        unplaced,
      );
      if (name.length === 0 && !this.acts && this.place.length > 0 && !this.names(row) && !this.unplaceable(row))
        this.add([...this.place, ...row], origin, clause.index, true);
    }
  }

  /** Whether something is said of something: a verb stands in it. */
  private predicates(row: readonly number[]): boolean {
    for (const t of row) {
      const k = this.story.classes[t]!;
      if ((k === VERB && !(this.story.bits[t]! & NAME)) || this.story.bits[t]! & (LAUNCH | LINKED)) return true;
    }
    return false;
  }

  /** The row without the place, where the place stands before it: 汉中建成（汉中）互联网医院平台. */
  private elsewhere(row: readonly number[]): readonly number[] {
    const { story } = this;
    const place = story.tokens[this.place[0]!]!.text;
    return row.filter((t) => {
      const { text } = story.tokens[t]!;
      return story.bits[t]! & INSTITUTION || !text.startsWith(place) || text.length > place.length + 1;
    });
  }

  /** Whether its last word needs another. */
  private hangs(row: readonly number[]): boolean {
    const last = row[row.length - 1]!;
    return this.story.classes[last] === PREPOSITION || HANGING.test(this.story.tokens[last]!.text);
  }

  private names(row: readonly number[]): boolean {
    for (const t of row) if (this.story.bits[t]! & (PLACE | INSTITUTION)) return true;
    return false;
  }

  private pointsBack(row: readonly number[]): boolean {
    for (const t of row) if (this.story.bits[t]! & POINTER) return true;
    return false;
  }

  /** A clause's tokens cut short in several ways. */
  private trims(clause: Clause, from: number, headed: boolean): number[][] {
    const { story } = this;
    const { tokens, bits, classes } = story;
    const light: number[] = [];
    const dateless: number[] = [];
    let depth = 0;
    let lastDe = -1;
    let list = -1;
    let listEnd = -1;
    for (let i = from; i < clause.to; i++) {
      const { text } = tokens[i]!;
      const k = classes[i]!;
      if (text === "（" || text === "(") depth++;
      if (depth > 0) {
        if (text === "）" || text === ")") depth--;
        continue;
      }
      if (bits[i]! & DROPPED && i + 1 < clause.to) continue;
      if (text === "了" && i > from && i + 1 < clause.to) continue;
      light.push(i);
      const dated = bits[i]! & DATE || k === TIME;
      const lead = i + 1 < clause.to && (bits[i + 1]! & DATE || classes[i + 1] === TIME) && BEFORE_DATE.test(text);
      const tail = i > from && (bits[i - 1]! & DATE || classes[i - 1] === TIME) && BEHIND_DATE.test(text);
      if (!dated && !lead && !tail) dateless.push(i);
      if (text === "的" && lastDe < 0) lastDe = i;
      if (text === "、" && list < 0) list = i;
      if (text === "等" && list >= 0 && i + 1 < clause.to && classes[i + 1] === NUMBER) listEnd = i;
    }
    const rows = [light];
    if (dateless.length < light.length) rows.push(dateless);
    if (listEnd > 0) {
      let start = list;
      while (start > from && isNominal(classes[start - 1]!)) start--;
      if (start === from || classes[start - 1] === VERB || classes[start - 1] === PREPOSITION)
        rows.push(dateless.filter((t) => t < start || t > listEnd));
    }
    // 历时两年建设的宜昌市…平台通过验收: the modifier off, where a verb follows its noun.
    if (headed && lastDe > from) {
      let later = false;
      for (let i = lastDe + 2; i < clause.to; i++) if (classes[i] === VERB) later = true;
      if (later && clause.to - lastDe > 3) rows.push(dateless.filter((t) => t > lastDe));
    }
    return rows;
  }

  /** 三部门印发…方案: who issued which document, and from when it holds. */
  issued(): void {
    const { story } = this;
    let several: number[] = [];
    for (let i = 0; i < story.title; i++)
      if (/^(?:[一二三四五六七八九十两]+部门|多部门|部门|部委)$/.test(story.tokens[i]!.text)) {
        several =
          /^(?:部门|部委)$/.test(story.tokens[i]!.text) && i > 0 && classesIn(story, i - 1, NUMBER) ? [i - 1, i] : [i];
      }
    for (const clause of story.clauses) {
      if (clause.sentence > 5) break;
      let verb = -1;
      let open = -1;
      let close = -1;
      for (let i = clause.from; i < clause.to; i++) {
        const { text } = story.tokens[i]!;
        if (verb < 0 && ISSUE.test(text)) verb = i;
        if (verb >= 0 && open < 0 && text === "《" && i - verb < 8) open = i;
        if (open >= 0 && text === "》") {
          close = i;
          break;
        }
      }
      if (close < 0) continue;
      let first = open + 1;
      while (
        first < close &&
        /^(?:关于|进一步|印发|促进|推进|推动|加强|做好)$/.test(story.tokens[first]!.text) &&
        story.tokens[first]!.text !== ""
      ) {
        if (!/^(?:关于|印发)$/.test(story.tokens[first]!.text)) break;
        first++;
      }
      const name: number[] = [];
      for (let i = first; i < close; i++) {
        if (/^[（(]/.test(story.tokens[i]!.text)) break;
        name.push(i);
      }
      const issuers: (readonly number[])[] = [];
      if (several.length > 0) issuers.push(several);
      else {
        const before: number[] = [];
        for (let i = clause.core; i < verb; i++) {
          const { text } = story.tokens[i]!;
          if (/^(?:日前|近日|联合|正式|办公厅|于|在|官网|通告|会同)$/.test(text) || story.classes[i] === TIME) continue;
          before.push(i);
        }
        const office = textOf(story, before);
        // 宁夏回族自治区人民政府, 省卫健委: the place says it shorter.
        const local =
          this.place.length > 0 &&
          (office.startsWith(story.tokens[this.place[0]!]!.text) || /^(?:省|市|县|区|州|自治区)/.test(office));
        if (before.length > 0 && !local && !before.some((t) => story.tokens[t]!.text === "、")) issuers.push(before);
        if (this.place.length > 0) issuers.push(this.place);
      }
      const place = this.place.length > 0 ? story.tokens[this.place[0]!]!.text : "-";
      const from = this.inForce();
      for (const who of issuers) {
        let bare = name;
        if (who === this.place && bare.length > 0 && story.tokens[bare[0]!]!.text.startsWith(place))
          bare = bare.slice(1);
        const told = [...who, verb, ...bare];
        const dated = [...told, this.comma, ...from];
        this.add(
          from.length > 0 && this.lengthOf(dated) <= this.max ? dated : told,
          ISSUED,
          clause.index,
          who === this.place,
        );
      }
      break;
    }
  }

  /** 10月1日起施行, the year only where it is not the report's own. */
  private inForce(): number[] {
    const { story } = this;
    const year = story.extraction.reading.document.publishedAt.slice(0, 4);
    for (let i = story.title; i < story.end; i++) {
      if (!/^(?:施行|实施|执行)$/.test(story.tokens[i]!.text)) continue;
      let from = i;
      while (from > 0 && (story.bits[from - 1]! & DATE || /^(?:起|正式)$/.test(story.tokens[from - 1]!.text))) from--;
      if (from > i - 3) continue;
      const row = range(from, i + 1).filter((t) => story.tokens[t]!.text !== "正式");
      const printed = textOf(story, row);
      if (printed.startsWith(`${year}年`)) {
        while (row.length > 0 && !story.tokens[row[0]!]!.text.endsWith("年")) row.shift();
        row.shift();
      }
      return row;
    }
    return [];
  }

  /** …论坛在敦煌举行. */
  meeting(): void {
    const { story } = this;
    if (this.place.length === 0) return;
    for (const clause of story.clauses) {
      if (clause.sentence > 4) break;
      for (let i = clause.from + 1; i < clause.to; i++) {
        if (!EVENT_NAME.test(story.tokens[i]!.text) || story.classes[i] === VERB) continue;
        let from = i;
        while (from > clause.from && i - from < 9) {
          const { text } = story.tokens[from - 1]!;
          const k = story.classes[from - 1]!;
          if (k === MARK) break;
          if (
            k === VERB ||
            k === PREPOSITION ||
            k === PARTICLE ||
            k === TIME ||
            k === ADVERB ||
            k === PRONOUN ||
            text === "的" ||
            text === "举行" ||
            text === "召开" ||
            text === "举办"
          )
            break;
          if (story.bits[from - 1]! & DATE) break;
          from--;
        }
        while (from < i && /^(?:第[一二三四五六七八九十\d]+届|[，、]|首届)$/.test(story.tokens[from]!.text)) from++;
        if (textOf(story, range(from, i + 1)).length < 6) continue;
        let held = -1;
        for (let j = 0; j < story.end; j++)
          if (HELD.test(story.tokens[j]!.text) && (held < 0 || story.tokens[j]!.text === "举行")) {
            held = j;
            if (story.tokens[j]!.text === "举行") break;
          }
        if (held < 0) continue;
        this.add([...range(from, i + 1), this.put("在", 0.3), ...this.place, held], MEETING, clause.index, true);
        return;
      }
    }
  }

  /** Keeps the best `most` lines of the body; the title's stay. */
  keep(most: number): void {
    const body = this.lines
      .filter((l) => l.origin >= CLAUSE && l.origin < ISSUED)
      .sort((a, b) => b.overlap - a.overlap || a.clause - b.clause);
    const kept = new Set(body.slice(0, most));
    const all = this.lines.filter((l) => l.origin < CLAUSE || l.origin >= ISSUED || kept.has(l));
    this.lines.length = 0;
    this.lines.push(...all);
  }

  /** Gives each line a second part: a clause with a figure. */
  seconds(most: number): void {
    const { story } = this;
    const found: { row: number[]; clause: number; length: number; overlap: number }[] = [];
    for (const clause of story.clauses) {
      if (
        clause.speech ||
        clause.mark === "？" ||
        clause.mark === "“" ||
        !(clause.onTopic || clause.nearTopic) ||
        !(clause.bits & DIGIT) ||
        clause.bits & (ANECDOTE | PERSON | COMMENT)
      )
        continue;
      const head = story.bits[clause.core]!;
      const first = story.tokens[clause.core]!.text;
      if (
        head & CONDITIONAL ||
        (POINTING.test(first) && first !== "首批") ||
        BARE_THING.test(first) ||
        BARE_HOSPITAL.test(first) ||
        /^(?:是|为|将|就|仅|可|由|把|从|占|较|比|对|在|与|经|被|《|也|都|至|和|均|各|还|每|[市县区州省]里)/u.test(first)
      )
        continue;
      for (const row of this.trims(clause, clause.core, false)) {
        if (!this.predicates(row) || !this.says(row) || this.hangs(row)) continue;
        const n = this.lengthOf(row);
        if (n < 5 || n > 22 || this.pointsBack(row)) continue;
        if (!row.some((t) => story.bits[t]! & DIGIT && !(story.bits[t]! & DATE))) continue;
        const previous = found.at(-1);
        if (previous?.clause === clause.index && previous.row.length === row.length) continue;
        found.push({ row, clause: clause.index, length: n, overlap: this.overlap(row) });
      }
    }
    found.sort((a, b) => b.overlap - a.overlap || a.clause - b.clause);
    const best = found.slice(0, most);
    const more: Line[] = [];
    for (const line of this.lines) {
      if (line.origin === TITLE && line.bait === 0 && story.parts.length > 1) continue;
      const stamp = ++this.stamp;
      for (const t of line.tokens) if (story.ids[t]! >= 0) this.stamps[story.ids[t]!] = stamp;
      const n = this.lengthOf(line.tokens);
      for (const { row, clause, length } of best) {
        if (clause === line.clause || (line.origin === MEETING && !row.some((t) => story.tokens[t]!.text === "签约")))
          continue;
        // The same figure twice, or the same beginning.
        let twice = story.ids[row[0]!] === story.ids[line.tokens[0]!];
        for (const t of row) if (story.bits[t]! & DIGIT && this.stamps[story.ids[t]!] === stamp) twice = true;
        if (twice || n + 1 + length > this.max) continue;
        const tokens = [...line.tokens, this.comma, ...row];
        more.push({
          tokens,
          origin: line.origin,
          bait: line.bait,
          clause: line.clause,
          placed: line.placed,
          named: line.named,
          second: clause,
          cut: line.tokens.length,
          overlap: this.overlap(tokens),
        });
      }
    }
    this.lines.push(...more);
  }
}

function classesIn(story: Story, i: number, k: number): boolean {
  return story.classes[i] === k;
}

const isNominal = (k: number): boolean =>
  k === 0 ||
  k === 1 ||
  k === GERUND ||
  k === 12 ||
  k === 14 ||
  k === 10 ||
  k === POSITION ||
  k === MEASURE ||
  k === NUMBER;

function range(from: number, to: number): number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) out.push(i);
  return out;
}
