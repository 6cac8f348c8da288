/** Predicate and subject of a clause, from the tags of its words. */
import type { Span, Token } from "../core/types.ts";
import { wordSet } from "../text/word-set.ts";
import type { Raw, Reader } from "./read-clause.ts";
import { C, D, F, M, N, NOMINAL, P, Q, STATE, SUBJECT, T, TRAILING, V, VN, X } from "./tags.ts";
import { KIND } from "./words.ts";

/** A date and nothing else: 到2027年, 截至8月底, 今年5月起. */
const DATE_ONLY =
  /^(?:到|至|截至|截止|自|从|在|今年|去年|明年|当[天日晚]|[上下]午|凌晨|深夜)*[\d０-９年月日时点分、—至-]{0,14}(?:[上中下]旬|[底前初末起许]|以来|上半年|下半年|前三季度)*$/u;
/** 近五年, 过去三年来, 不到两个月 */
const PERIOD = /^(?:不到|短短|近|过去|最近|这)[\d一二三四五六七八九十几两半]+(?:年|个?多?月|周|天)[来里间]?$/u;
const TIME_HEAD =
  /^(?:截至|截止|自|从|到|去年|今年|明年|前年|上半年|下半年|\d{4}年|\d{1,2}月|[近过]去?[一二三两几\d]+年)/;
const LEADING_TIME = /^(?:\d{4}年|今年|去年|前年|上半年|下半年|\d{1,2}月)/;
const TIME_PART = /[年月日底初末起前后至到以来，\d\s.]/;
/** 开单时若有可互认项目: a condition may stand behind its time. */
const INNER_CONDITION = /^.{0,5}(?:若(?!干)|如果|一旦|倘若)/u;
/** A figure with its unit and nothing behind it: …46个, …23.6%, …9.3万人次; not 600多名代表. */
const FIGURE_END =
  /[\d０-９一二三四五六七八九十百千两][\d０-９.．,]*[多余]?[%％万亿千百]*[多余]?(?:[\p{sc=Han}%％]|人次|项次|万元|亿元|个百分点|平方米|小时|分钟|公里|毫秒|个工作日|剂次|床位|例次|亿条|余[\p{sc=Han}])?(?:以上|左右|以内)?$/u;
/** What no subject opens on: 仅用, 由卫生院, 手里. */
const NO_SUBJECT = /^(?:依法|仅|由|按|先|再|手里|心里|经|被|把|将|向|对|在|从|让|只|就|不仅|并|还|也)/u;
/** Adverbs that stand behind the subject: 今年已远程会诊1264例 has none. */
const INSIDE: ReadonlySet<string> = wordSet("已 已经 再 又 共 均 仍 正 将");
/** Nouns to the tagger that open a clause as verbs: 印发通知，部署…，要求…. */
const VERBS_AT_HEAD: ReadonlySet<string> = wordSet("部署 要求 明确 规定 提出 决定 建议 力争 核实");
/** Behind a verb, one who does it. */
const ACTOR: ReadonlySet<string> = wordSet("地区 队 队员 人员");
/** 注册用户9.6万人: the users who are registered; 服务居民9.6万人 is what was done. */
const ENROLLED: ReadonlySet<string> = wordSet("注册 签约 参保 实名 活跃 在管 在册 建档 持卡");
const MEMBER: ReadonlySet<string> = wordSet("用户 居民 群众 职工 老人 患者");
/** Verbs that no relative clause hides. */
const FINITE: ReadonlySet<string> = wordSet("是 有 共 达 达到 占 将 由 可 能");

export interface Shape {
  readonly predicate: boolean;
  readonly subject: Span | null;
  readonly prepositional: boolean;
  readonly conditional: boolean;
}

const DATE: Shape = { predicate: false, subject: null, prepositional: true, conditional: false };

export function readShape(reader: Reader, core: number, from: number, raw: Raw): Shape {
  const { text, tokens, tags, bits } = reader;
  const { end } = raw.span;
  const to = raw.endToken;
  const head = text.slice(core, Math.min(end, core + 12));
  if (end - core <= 24 && (DATE_ONLY.test(text.slice(core, end)) || PERIOD.test(text.slice(core, end)))) return DATE;
  let conditional = false;
  if (!raw.last) {
    conditional = (bits[from]! & KIND.condition) !== 0 || INNER_CONDITION.test(head);
    for (let i = from; i < Math.min(from + 6, to) && !conditional; i++) {
      const t = tokens[i]!.text;
      conditional = t === "若" || t === "如果" || t === "一旦" || t === "倘若";
    }
  }
  const first = tags[from]!;
  let prepositional = first === P || first === F || first === T || TIME_HEAD.test(head);
  let verb = -1;
  let nominal = -1;
  let i = from;
  // Leading time words and adverbs do not make a subject.
  let adverb = false;
  while (i < to && (tags[i] === T || tags[i] === D || tags[i] === C)) adverb = INSIDE.has(tokens[i++]!.text) || adverb;
  if (LEADING_TIME.test(head))
    while (
      i < to &&
      (tags[i] === T || tags[i] === M || tags[i] === Q || tags[i] === F || tags[i] === D || tags[i] === X) &&
      TIME_PART.test(tokens[i]!.text)
    )
      i++;
  const of = agentEnd(tokens, i, to);
  if (of > 0) {
    i = of + 1;
    prepositional = false;
  }
  let startsPrep = i < to && tags[i] === P;
  const begin = i;
  for (; i < to; i++) {
    const t = tokens[i]!;
    const tag = tags[i]!;
    if (tag === X || t.text === "《" || t.text === "“" || t.text === "（") {
      // What is quoted is a name here, no predicate.
      const close = closing(tokens, i, to);
      if (close > 0) {
        if (nominal < 0) nominal = i;
        i = close;
        continue;
      }
    }
    // 统筹地区, 攻击队: who acts is named by what he does.
    if (
      tag === V &&
      i <= begin + 1 &&
      i + 1 < to &&
      (ACTOR.has(tokens[i + 1]!.text) || (ENROLLED.has(t.text) && MEMBER.has(tokens[i + 1]!.text)))
    ) {
      if (nominal < 0) nominal = i;
      i++;
      continue;
    }
    // 合作的影像报告|生成|功能
    if (tag === V && i === to - 2 && FEATURE.has(tokens[i + 1]!.text) && holdsOf(tokens, begin, i)) break;
    const own = bits[i]!;
    const action = (own & KIND.action) !== 0 && i > begin && !(i + 1 < to && tokens[i + 1]!.text === "的");
    if (
      tag === V ||
      (own & KIND.predicate) !== 0 ||
      (action && i + 1 < to && tags[i + 1] !== N) ||
      (i === begin &&
        raw.order > 0 &&
        (VERBS_AT_HEAD.has(t.text) || (tag === VN && (own & KIND.launch) !== 0 && i + 1 < to && tags[i + 1] === V)))
    ) {
      const modified = relativeEnd(reader, i, to);
      if (modified > 0) {
        i = modified;
        startsPrep = false;
        continue;
      }
      verb = i;
      break;
    }
    if (nominal < 0 && NOMINAL[tag] === 1 && tag !== T && tag !== F) nominal = i;
  }
  if (verb < 0) verb = hiddenVerb(reader, begin, to);
  if (verb >= 0) {
    if (nominal > verb) nominal = -1;
    const subject = nominal >= 0 && nominal < verb && !startsPrep && !adverb ? subjectSpan(reader, begin, verb) : null;
    return { predicate: true, subject, prepositional, conditional };
  }
  let any = false;
  for (let j = begin; j < to; j++) if (tags[j] === V || (bits[j]! & KIND.action) !== 0) any = true;
  const figure = FIGURE_END.test(text.slice(Math.max(core, end - 14), end));
  // 团队与公司合作, 系统用图像训练: a verb that the tagger takes for a noun, behind a preposition.
  let led = false;
  for (let j = Math.max(nominal, begin) + 1; j < to - 1; j++)
    if (tags[j] === P) led = j < to - 2;
    else if (tokens[j]!.text === "的") led = false;
  const endsInAction =
    to - begin >= 2 && ((bits[to - 1]! & KIND.action) !== 0 || (led && nominal >= 0 && tags[to - 1] === VN));
  const counts = figure && first === T && countsThing(tags, begin, to);
  const state = STATE[tags[to - 1]!] === 1 && nominal >= 0 && nominal < to - 1 && !prepositional;
  const predicate = state || (figure && nominal >= 0 && !prepositional) || counts || endsInAction || (any && figure);
  const subject =
    nominal >= 0 && !startsPrep && predicate
      ? subjectSpan(reader, begin, endsInAction ? to - 1 : figureStart(tags, begin, to))
      : null;
  return { predicate, subject, prepositional, conditional };
}

function holdsOf(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.text === "的") return true;
  return false;
}

/** What one passes: 通过五级评审, 通过验收. */
const PASSED = /(?:评审|评价|评估|验收|[初终复]验|测评|认证|审核|审批|审查|备案|甲等|乙等|级)$/;
/** 影像报告生成功能: what else such names end in. */
const FEATURE: ReadonlySet<string> = wordSet("功能 模块 机制 模式 体系 渠道 流程 业务 场景 方案");
const DOING = KIND.action | KIND.launch | KIND.verb;

/**
 * Index of a verb that the tagger took for something else, where it found none (总部落户海陵, 演练设了科目), -1 where
 * there is none: what is modified by 的 is a noun, and 通过 is a preposition where another verb follows it.
 */
function hiddenVerb({ tokens, tags, bits }: Reader, begin: number, to: number): number {
  let through = -1;
  let modified = false;
  /** 起运行的省级远程医疗服务平台: part of what the thing at the end is called. */
  const inName = (i: number): boolean => {
    if ((bits[to - 1]! & KIND.thing) === 0 && !FEATURE.has(tokens[to - 1]!.text)) return false;
    while (i < to && NOMINAL[tags[i]!] === 1) i++;
    return i === to;
  };
  for (let i = begin; i < to; i++) {
    const { text } = tokens[i]!;
    if (text === "的") {
      modified = true;
      continue;
    }
    if (tags[i] === P || tags[i] === D) modified = false;
    const next = i + 1 < to ? tokens[i + 1]!.text : "";
    if (next === "的") continue;
    const aspect = text.length > 1 && text.length < 4 && "了过着".includes(text[text.length - 1]!);
    if ((bits[i]! & DOING) === 0 && !aspect && !(i > begin && (next === "了" || next === "着" || next === "过")))
      continue;
    if (text === "通过") {
      if (PASSED.test(tokens[to - 1]!.text)) through = i;
    } else if (!(modified && (i === to - 1 || inName(i)))) return i;
  }
  return through;
}

const CLOSING: Readonly<Record<string, string>> = { "“": "”", "《": "》", "（": "）" };

/** Index of the token that closes the quotation or bracket opened at `i`, -1 where none does before `end`. */
function closing(tokens: readonly Token[], i: number, end: number): number {
  const close = CLOSING[tokens[i]!.text];
  if (close === undefined) return -1;
  for (let j = i + 1; j < end; j++) if (tokens[j]!.text === close) return j;
  return -1;
}

/**
 * Index of the 的 that ends a relative clause whose verb is at `i` (通过评审的医院…), where a verb follows it;
 * -1 where the verb is the clause's own.
 */
function relativeEnd({ tokens, tags, bits }: Reader, i: number, end: number): number {
  if ((bits[i]! & KIND.predicate) !== 0 && FINITE.has(tokens[i]!.text)) return -1;
  for (let j = i + 1; j < Math.min(end - 1, i + 9); j++) {
    const { text } = tokens[j]!;
    if (text === "的") {
      if (NOMINAL[tags[j + 1]!] === 0 && tokens[j + 1]!.text !== "“") return -1;
      for (let k = j + 1; k < end; k++) if (tags[k] === V || (bits[k]! & KIND.predicate) !== 0) return j;
      // 拍的片子, 起运行的平台 name a thing; 探索医院的运营机制 does something to one.
      for (let k = i + 1; k < j; k++) if (tags[k] !== V && tags[k] !== D) return -1;
      return j;
    }
    if (text === "了" || tokens[j]!.pos === "ul") return -1;
  }
  return -1;
}

/** Where 的 stands that ends 由省卫健委主办|的|论坛: who made it comes before the subject; -1 where none does. */
export function agentEnd(tokens: readonly Token[], from: number, to: number): number {
  if (from >= to || !tokens[from]!.text.startsWith("由")) return -1;
  for (let j = from + 2; j < Math.min(to - 2, from + 28); j++)
    if (tokens[j]!.text === "的") return MADE.test(tokens[j - 1]!.text) ? j : -1;
  return -1;
}
/** What is done to a thing by whom 由 names. */
const MADE =
  /(?:研发|开发|研制|主办|承办|举办|组织|牵头|建设|承建|共建|打造|发起|编制|编写|制定|提供|投资|搭建|运营|实施|推出|制作|主导|设计|创办|颁发|发布|起草|指导|支持|支撑|申报|承担|评选|认定|联合|公布|印发)$/u;

/** 去年传输数据4200余例: the time leads in, and what is counted stands before the figure. */
function countsThing(tags: Uint8Array, begin: number, to: number): boolean {
  const at = figureStart(tags, begin, to);
  return at > begin && SUBJECT[tags[at - 1]!] === 1;
}

function figureStart(tags: Uint8Array, begin: number, end: number): number {
  let i = end - 1;
  while (i > begin && tags[i] !== M) i--;
  return i;
}

/** Tokens `from`…`to`, trailing adverbs and prepositions off. */
function subjectSpan({ text, tokens, tags }: Reader, from: number, to: number): Span | null {
  let end = to;
  // 平台今年1月上线: the time is not of the subject.
  while (
    end > from &&
    (TRAILING[tags[end - 1]!] === 1 ||
      tokens[end - 1]!.pos === "ad" ||
      CALENDAR.test(tokens[end - 1]!.text) ||
      (YEAR.test(tokens[end - 1]!.text) && CALENDAR.test(tokens[end]?.text ?? "")))
  )
    end--;
  if (end <= from || NO_SUBJECT.test(tokens[from]!.text)) return null;
  const span = { start: tokens[from]!.start, end: tokens[end - 1]!.end };
  const said = text.slice(span.start, span.end);
  if (NO_WHO.test(said)) return null;
  for (let i = from; i < end; i++) if (SUBJECT[tags[i]!] === 1) return span;
  return null;
}
const CALENDAR = /^\d{0,4}[年月日]$/u;
const YEAR = /^(?:(?:19|20)?\d\d?)$/u;
/** A time (每5分钟, 三年内, 今年前5个月) or a verb that the tagger took for a noun (上线合理用药规则): nobody who acts. */
const NO_WHO =
  /^(?:今年|去年)?[\d年月日底初末上中下旬]*(?:全部|悉数)$|^(?:[今去]年)?(?:每|前|近)?[\d一二三四五六七八九十两几多半.]+(?:个?(?:分钟|小时|天|日|周|月|年|工作日))(?:[内里来间后前])?$|^每[\d一二两三四五六七八九十几半]+(?:个?(?:分钟|小时|天|日|周|月|工作日))(?!.*的)|^(?:投资|投入|出资|耗资|斥资)[约近]?\d[\d.]*[多余]?[万亿]元$|^(?:上线|建成|启用|投用|接入|开通|印发|出台|推出|搭建|打通|统一|清理|规划|改造|归集|汇聚)[^的]*$/u;
