/** A clause cut short in several ways, and whether a cut can stand. */

import { wordSet } from "../../text/word-set.ts";
import { BRACKET, LISTED, QUOTE, UNBRACKET, UNQUOTE } from "./marks.ts";
import { ACTION, DROPPED, LAUNCH, LINKED, POINTER, traitBit } from "./roles.ts";
import { rowText } from "./row.ts";
import {
  ADJECTIVE,
  ADVERB,
  type Clause,
  DATE,
  DIGIT,
  GERUND,
  LATIN,
  MARK,
  MEASURE,
  NAME,
  NOUN,
  NUMBER,
  PARTICLE,
  POSITION,
  PREPOSITION,
  PROPER,
  SHORT,
  type Story,
  TERM,
  TIME,
  VERB,
} from "./story.ts";

const HANGING =
  /(?:当[天日晚]|之[际后前]|期间|以来|到|在|从|把|与|和|及|的|将|为|了|来自|由|向|等|后|时|里|介绍|透露|宣布)$/u;
/** 医院对外公布: what. */
const MADE_PUBLIC = /对外(?:公布|发布|宣布)$/u;
/** 二期, 三期 are no time, but a part of what was built; 分三期 says how. */
const STAGE: ReadonlySet<string> = wordSet("一期 二期 三期 四期 五期 六期 七期 八期 九期 十期");
const isStage = ({ tokens }: Story, i: number): boolean => STAGE.has(tokens[i]!.text) && tokens[i - 1]?.text !== "分";
export const TOTALLED: ReadonlySet<string> = wordSet("累计 共 总共 共计 总计");
const PERIOD: ReadonlySet<string> = wordSet("上半年 下半年 半年 全年 当年 去年 一季度 二季度 三季度 四季度");
/** 上半年累计互认58万项次: without its period, a total would be that of all time. */
export const isPeriod = ({ tokens }: Story, i: number): boolean =>
  PERIOD.has(tokens[i]!.text) && TOTALLED.has(tokens[i + 1]?.text ?? "");
const BEFORE_DATE = traitBit("beforeDate");
const BEHIND_DATE = traitBit("behindDate");

/** Whether the token is of a date or a word of time. */
export const isTime = ({ bits, classes }: Story, i: number): boolean => (bits[i]! & DATE) !== 0 || classes[i] === TIME;

/** Whether it says of what the figure is: 做387例, 连续72小时 do not. */
export function says(story: Story, row: readonly number[]): boolean {
  let n = 0;
  for (let i = 0; i < row.length; i++) {
    const k = story.classes[row[i]!]!;
    const counted = i > 0 && story.classes[row[i - 1]!] === NUMBER;
    const bare = (story.traits[row[i]!]! & EACH) !== 0;
    if (
      !counted &&
      !bare &&
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

export const JOINTLY: ReadonlySet<string> = wordSet("联合 共同 合作 携手 会同");
/** Whether something is said of something: a verb stands in it, and not only in a modifier (以…方式开展的|联合研究项目). */
export function predicates(story: Story, row: readonly number[]): boolean {
  const { tokens, classes, bits, marks } = story;
  let quoted = false;
  let verbs = 0;
  /** Behind a verb and 的: 1, then 2 once a noun stands there. */
  let modified = 0;
  for (let i = 0; i < row.length; i++) {
    const t = row[i]!;
    const k = classes[t]!;
    // 联合建行推出的“信用就医”服务: a name, and with whom; nothing is done.
    if (marks[t] === QUOTE || marks[t] === UNQUOTE) quoted = marks[t] === QUOTE;
    if (modified > 0 && (quoted || (i === row.length - 1 && tokens[t]!.text === "服务"))) continue;
    if (JOINTLY.has(tokens[t]!.text)) continue;
    if ((k === VERB && !(bits[t]! & NAME)) || bits[t]! & (LAUNCH | LINKED)) {
      // 开展的|联合研究项目: it heads a name.
      if (modified === 1) continue;
      if (modified === 2 || ++verbs > 1) return true;
      if (i > 0 && tokens[row[i + 1] ?? -1]?.text === "的" && i + 2 < row.length) modified = 1;
    } else if (modified > 0 && tokens[t]!.text !== "的") {
      // 检查结果的|互认 is what was done.
      if (k === NUMBER || (k === GERUND && i === row.length - 1) || !(isNominal(k) || k === MARK)) return true;
      modified = 2;
    }
  }
  return verbs > 0 && modified === 0;
}

/** Whether its last word needs another, or what 把 brings has no verb. */
export function hangs(story: Story, row: readonly number[]): boolean {
  const last = row[row.length - 1]!;
  if (story.classes[last] === PREPOSITION || HANGING.test(story.tokens[last]!.text)) return true;
  if (MADE_PUBLIC.test(rowText(story, row.slice(-2)))) return true;
  for (let i = row.length - 1; i >= 0; i--) {
    const t = row[i]!;
    if (story.classes[t] === VERB || story.bits[t]! & (LAUNCH | ACTION)) return false;
    if (story.tokens[t]!.text === "把") return true;
  }
  return false;
}

/** Whether it points to what was said before. */
export function pointsBack(story: Story, row: readonly number[]): boolean {
  for (const t of row) if (story.bits[t]! & POINTER) return true;
  return false;
}

/** 三个中心, 全部接入: which, and into what, stands elsewhere; a place does not 上线运行. */
export const SOME: RegExp = /[两二三四五六七八九]个(?:公共)?(?:中心|平台|系统|数据库|专区)/u;
const JOINED = /(?:接入|开通|联网|做到了)$/u;
const JOINS = /^(?:接入|联通|连接|纳入)/u;
const RUNS = /^(?:正式|上线|投用|启用|试?运行|建成|投入|使用)+$/u;

/** Whether a row leaves out what it speaks of; `byPlace` where it is told of the place. */
export function lacks(story: Story, row: readonly number[], byPlace: boolean): boolean {
  const text = rowText(story, row);
  if (SOME.test(text)) return true;
  for (const t of row) if (story.bits[t]! & TERM) return false;
  return JOINED.test(text) || (byPlace && (JOINS.test(text) || RUNS.test(text)));
}

const MEASURED = traitBit("measured");
const EACH = traitBit("each");

/** 组织（一场）演练, 结果（实现）互认: what a line does without. */
function isPadding({ tokens, bits, classes, traits }: Story, i: number, end: number): boolean {
  if (traits[i]! & MEASURED) return classes[i - 1] === VERB && isNominal(classes[i + 1]!);
  if (tokens[i]!.text === "实现") return i + 2 === end && (bits[i + 1]! & (LAUNCH | ACTION)) !== 0;
  return false;
}

/** Whether it is a figure and what is counted. */
function isCount({ bits, classes }: Story, row: readonly number[]): boolean {
  if (!(bits[row[0]!]! & DIGIT)) return false;
  for (let i = 1; i < row.length; i++) if (!isNominal(classes[row[i]!]!)) return false;
  return true;
}

/** 当晚即完成: what stands before says when. */
export const AT_ONCE: ReadonlySet<string> = wordSet("即 就 便 才");
const TURNS_INTO: ReadonlySet<string> = wordSet("转入 转为 转成 转向 转");
/** 上个|冬天 */
const WHICH: ReadonlySet<string> = wordSet(
  "上一个 上一 上个 上 下一个 下一 下个 下 这一个 这一 这个 这 那一个 那一 那个 那",
);
const BEFORE_WHOLE = /^[在向于]全/u;

/** Whether a bracket holds other levels of the divisions before it: 县（市、区）. */
function isOfLevels({ marks, tokens }: Story, open: number, end: number): boolean {
  let inner = tokens[open - 1]?.text.at(-1) ?? "";
  for (let i = open + 1; i < end && i < open + 9; i++) {
    if (marks[i] === UNBRACKET) return /^[市县区旗州][市县区旗州、]+$/u.test(inner);
    inner += tokens[i]!.text;
  }
  return false;
}

/** A clause's tokens cut short in several ways. */
export function trims(story: Story, clause: Clause, from: number, headed: boolean): number[][] {
  const { tokens, bits, classes, marks, traits } = story;
  const light: number[] = [];
  const dateless: number[] = [];
  let depth = 0;
  let lastDe = -1;
  let list = -1;
  let listEnd = -1;
  for (let i = from; i < clause.to; i++) {
    const { text } = tokens[i]!;
    const k = classes[i]!;
    const mark = marks[i]!;
    if (mark === BRACKET && depth === 0 && isOfLevels(story, i, clause.to)) {
      // 8个县（市、区）: not eight counties.
      for (; marks[i] !== UNBRACKET; i++) {
        light.push(i);
        dateless.push(i);
      }
      light.push(i);
      dateless.push(i);
      continue;
    }
    if (mark === BRACKET) depth++;
    if (depth > 0) {
      if (mark === UNBRACKET) depth--;
      continue;
    }
    // 湘医保发〔2024〕29号: the number of a document.
    if (text === "〔") return [];
    // 覆盖全县的平台 needs what it covers, 转入正式运行 into what.
    const needed =
      i > from && ((classes[i - 1] === VERB && tokens[i + 1]?.text === "的") || TURNS_INTO.has(tokens[i - 1]!.text));
    // 6月30日前: no 日前 that opens a report.
    const ends = i > from && (bits[i - 1]! & DIGIT) !== 0;
    if (bits[i]! & DROPPED && i + 1 < clause.to && !needed && !ends) {
      // 在全市开展: the preposition goes with it.
      if (i > from && light[light.length - 1] === i - 1 && BEFORE_WHOLE.test(tokens[i - 1]!.text + text)) {
        light.pop();
        if (dateless[dateless.length - 1] === i - 1) dateless.pop();
      }
      continue;
    }
    if (i > from && i + 1 < clause.to) {
      if (text === "了" || isPadding(story, i, clause.to)) continue;
      // 首批接入的有12家医院 → 首批接入12家医院.
      if (text === "的" && tokens[i + 1]!.text === "有" && i + 2 < clause.to && classes[i + 2] === NUMBER) {
        i++;
        continue;
      }
      // 20家公立医院的检查结果互认 → 20家公立医院检查结果互认.
      if (text === "的" && light.length > 2 && isCount(story, light) && isNominal(classes[i + 1]!)) continue;
    }
    light.push(i);
    // 由2020年的39%提高到82%, 10月1日至17日之间的10天: the 的 goes with the date.
    const behind = i > from + 1 && (traits[i - 1]! & BEHIND_DATE) !== 0;
    const owned = text === "的" && i > from && (isTime(story, i - 1) || (behind && isTime(story, i - 2)));
    // 当晚即完成封堵 needs its evening.
    const time = k === TIME && !isStage(story, i) && !AT_ONCE.has(tokens[i + 1]?.text ?? "");
    const dated = (bits[i]! & DATE || time || owned) && !isPeriod(story, i);
    const lead =
      i + 1 < clause.to &&
      (bits[i + 1]! & DATE || classes[i + 1] === TIME) &&
      ((traits[i]! & BEFORE_DATE) !== 0 || WHICH.has(text));
    const tail = i > from && (bits[i - 1]! & DATE || classes[i - 1] === TIME) && (traits[i]! & BEHIND_DATE) !== 0;
    if (!dated && !lead && !tail) dateless.push(i);
    if (text === "的" && lastDe < 0) lastDe = i;
    if (mark === LISTED && list < 0) list = i;
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
  if (!(clause.bits & DIGIT)) return rows;
  const plain = withoutOutset(story, dateless);
  if (plain) rows.push(plain);
  const first = firstCount(story, plain ?? dateless);
  if (first) rows.push(first);
  return rows;
}

const CHANGED = /^(?:缩|降|升|减|提|增|压|扩|涨|回[升落])/u;

/** 由23分钟降至9分钟 → 降至9分钟, 8个县市的31家急救站 → 31家急救站; null where neither stands in the row. */
function withoutOutset({ tokens, bits, classes }: Story, row: readonly number[]): number[] | null {
  const out: number[] = [];
  for (let i = 0; i < row.length; i++) {
    const { text } = tokens[row[i]!]!;
    let j = i + 1;
    if (text === "由" || text === "从") {
      let figure = 0;
      while (j < row.length && j - i < 7 && isFigure(classes[row[j]!]!)) figure |= bits[row[j++]!]!;
      if (figure & DIGIT && j < row.length && CHANGED.test(tokens[row[j]!]!.text)) i = j;
    } else if (i > 0 && bits[row[i]!]! & DIGIT && !(bits[row[i]!]! & DATE)) {
      while (j < row.length && j - i < 5 && isNominal(classes[row[j]!]!)) j++;
      if (j + 1 < row.length && j > i + 1 && tokens[row[j]!]!.text === "的" && bits[row[j + 1]!]! & DIGIT) i = j + 1;
    }
    out.push(row[i]!);
  }
  return out.length < row.length ? out : null;
}

const isFigure = (k: number): boolean => k === NUMBER || k === MEASURE || k === TIME || k === NOUN || k === LATIN;

/** A list of counts that ends the row, cut behind its first: 出具报告7.6万份、会诊4127例 → 出具报告7.6万份. */
function firstCount({ tokens, bits, classes, marks }: Story, row: readonly number[]): number[] | null {
  let cut = -1;
  let counted = false;
  for (let i = 0; i < row.length; i++) {
    const t = row[i]!;
    if (marks[t] === LISTED || tokens[t]!.text === "和") {
      if (counted && cut < 0) cut = i;
      else if (!counted) {
        if (cut >= 0) return null;
        continue;
      }
      counted = false;
    } else if (bits[t]! & DIGIT && !(bits[t]! & DATE)) counted = true;
    else if (
      counted &&
      (classes[t] === VERB ||
        classes[t] === GERUND ||
        classes[t] === PREPOSITION ||
        classes[t] === ADVERB ||
        tokens[t]!.text === "的" ||
        tokens[t]!.text === "等")
    ) {
      if (cut >= 0) return null;
      counted = false;
    }
  }
  return cut > 0 && counted ? row.slice(0, cut) : null;
}

export const isNominal = (k: number): boolean =>
  k === NOUN ||
  k === PROPER ||
  k === GERUND ||
  k === LATIN ||
  k === SHORT ||
  k === ADJECTIVE ||
  k === POSITION ||
  k === MEASURE ||
  k === NUMBER;
