/** Lines told anew from the body's clauses: who did what. */

import { wordSet } from "../../text/word-set.ts";
import { HOSTED } from "../read-clause.ts";
import { OUR_HOSPITAL, USES } from "../resolve.ts";
import { ASKED, CLEFT, SHORT_DOCUMENT } from "../subject.ts";
import { PASSED, SOURCE } from "../turn.ts";
import { BARE_HOSPITAL, type Hospital, instituteBefore } from "./actors.ts";
import { officeLevel } from "./level.ts";
import { ACT, CLAUSE, type LineMaker, NAMED, TAKEN, TURNED } from "./lines.ts";
import { BOOK, BRACKET, LISTED, QUOTE, UNBOOK, UNBRACKET, UNQUOTE, WORD } from "./marks.ts";
import {
  ACTION,
  ANECDOTE,
  COMMENT,
  CONDITIONAL,
  DEPENDENT,
  LAUNCH,
  LINKED,
  PERSON,
  POINTER,
  traitBit,
} from "./roles.ts";
import { range, rowText } from "./row.ts";
import {
  ADVERB,
  type Clause,
  DATE,
  DIGIT,
  GERUND,
  HOSPITAL,
  INSTITUTION,
  LATIN,
  MARK,
  NAME,
  NOUN,
  NUMBER,
  OFFICE,
  PLACE,
  PREPOSITION,
  PRIMARY,
  PROPER,
  SHORT,
  type Story,
  TERM,
  TIME,
  VERB,
} from "./story.ts";
import { hangs, isNominal, JOINTLY, lacks, pointsBack, predicates, trims } from "./trims.ts";

/** Words for the place itself. */
const SELF = /^(?:[我该本全][市县区省州旗]|[市县区州省]里|当地|地区|两地|[市县区州]$)/;
/** What the place is called in a word of {@link SELF}. */
const LEVEL = /[市县区省州旗]/u;
/** A thing of the place itself. */
const OWN_THING = /^[我该本][市县区省州旗盟](?=.{3})/u;
export const BARE_THING: RegExp =
  /^(?:该|这套|这一|这个|此)?(?:平台|系统|项目|大会|论坛|演练|工程|模块|中心|终端|方案|通知|规范|指引|标准|机器|服务|专区|中药房|方案)$/;
export const POINTING: RegExp =
  /^(?:该|这|那|此|其|它|他|她|他们|它们|双方|两者|前者|后者|记者|大家|有的|一位|一名|另|不少|多位|首批|这些|那些|人们)/;
/** Characters from which on a row of nouns before 系统 is a system's name, though no list has it. */
const SYSTEM_CHARS = 7;
const NO_SUBJECT = /^(?:以|由|在|从|自|把|将|对|为|按|经|随着|通过|依托|围绕|针对|如今在)/u;
const SEEN_TO = /^[^，由]{1,8}由/u;
/** 市里以市人民医院|为龙头: more than a subject. */
const LED = /.[以把将被]/u;
/** What a place does not do, but what the sentence before names: a network that 覆盖53家医院. */
const REACHES = /^(?:覆盖|涵盖|惠及|突破|达到?|超过?|提高|降低?|升|缩短)/u;
const NEEDED = traitBit("needed");
const TURNABLE = traitBit("turnable");
const LAUNCHED = traitBit("launched");
const COPULA = traitBit("copula");
const HELD = traitBit("held");

/** Characters of the longest subject that later clauses go on from, and of one that lists several. */
const LONG_SUBJECT = 22;
const LISTED_SUBJECT = 14;

type Name = readonly number[];
const NOBODY: readonly Name[] = [];

/** Adds the events that the body's clauses tell: those on the topic, or where `elsewhere` the others. */
export function clauseLines(maker: LineMaker, hospital: Hospital, elsewhere: boolean): void {
  const { story, place } = maker;
  const { bits, classes, tokens } = story;
  const body = story.extraction.reading.text.text;
  const topical = story.extraction.terms.length > 0;
  const actor = hospital.acts ? hospital.tokens : place;
  let sentence = -1;
  let who: Name = [];
  /** The sentence's subject is one that nobody can name: 这个大模型接入病历，承担质控. */
  let lost = false;
  for (const clause of story.clauses) {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      who = [];
      lost = false;
    }
    // 全省医保码激活2986万, in the capital's report: not the capital.
    const isAway = maker.away[clause.index] === 1;
    if (clause.mark === "？" || clause.mark === "“" || clause.speech || clause.bits & ANECDOTE || clause.planned)
      continue;
    if (clause.onTopic === elsewhere || ASKED.test(body.slice(tokens[clause.core]!.start, tokens[clause.to - 1]!.end)))
      continue;
    const from = clause.core;
    const head = bits[from]!;
    const verb = firstVerb(story, clause);
    const subject = verb > from ? body.slice(tokens[from]!.start, tokens[verb - 1]!.end) : "";
    const nominal = isNamed(story, from, verb);
    let names: readonly Name[] = NOBODY;
    let own = false;
    if (!nominal) {
      if (who.length > 0) names = [who];
      else if (!lost && clause.local < 0 && (clause.order === 0 || !(head & (LINKED | DEPENDENT)))) names = [actor];
    } else if (subject.length <= 4 && SELF.test(subject)) {
      const called = LEVEL.exec(subject)?.[0];
      names = called === undefined || maker.isLevel(called) ? [place] : NOBODY;
    } else if (OWN_THING.test(subject)) {
      // 该市血液冷链系统上线
      let rest = from;
      while (tokens[rest]!.start < tokens[from]!.start + 2) rest++;
      names = place.length > 0 ? [[...place, ...range(rest, verb)]] : NOBODY;
    } else if (OUR_HOSPITAL.has(subject.slice(0, 2)) && subject.length > 2 && tokens[from]!.text.length === 2)
      names = hospital.tokens.length > 0 ? [[...hospital.tokens, ...range(from + 1, verb)]] : NOBODY;
    else if (BARE_HOSPITAL.has(subject)) names = [instituteBefore(story, clause) ?? hospital.tokens];
    else if (BARE_THING.test(subject)) names = [lastTerm(story, from, subject)];
    else if (subject === "它") names = [saidLast(story, clause)];
    else if (head & (OFFICE | HOSPITAL) && verb - from <= 8 && /^(?:市|县|区|州|省|自治区)/.test(subject))
      names = isHigher(story, subject) ? NOBODY : [place, ...under(maker, from, verb)];
    else if (!(head & DEPENDENT) && !POINTING.test(subject)) own = true;
    if (isAway) names = names.filter((name) => name[0] !== place[0]);
    const subjectless = NO_SUBJECT.test(subject);
    if (own)
      who =
        verb < clause.to &&
        subject.length <= (subject.includes("、") ? LISTED_SUBJECT : LONG_SUBJECT) &&
        !subjectless &&
        !LED.test(subject)
          ? beforeAgent(story, from, verb)
          : [];
    else if (names.length > 0 && names[0]!.length > 0) who = names[0]!;
    // 项目由甲牵头，乙提供技术支持，投入520万元: not by 乙.
    if (clause.order > 0 && isHost(story, clause)) [who, lost] = [[], true];
    else if (nominal) lost = !own && (names.length === 0 || names[0]!.length === 0) && POINTING.test(subject);
    if (clause.bits & (COMMENT | PERSON) || head & CONDITIONAL) continue;
    // 数据安全是另一道坎: what something is, with no figure, is no event.
    if (tokens[verb]?.text === "是" && !(clause.bits & (DIGIT | LAUNCH))) continue;
    if (CLEFT.test(body.slice(tokens[from]!.start, tokens[clause.to - 1]!.end))) continue;
    // What has nothing of the trade in it, nor in its sentence, is no event of the trade.
    const bySystem =
      names.length === 1 &&
      (holds(story, names[0]!, TERM) || (BARE_THING.test(subject) && maker.lengthOf(names[0]!) >= SYSTEM_CHARS)) &&
      (clause.bits & DIGIT) !== 0;
    if (verb >= clause.to || (topical && !bySystem && !(clause.bits & (TERM | LAUNCH)))) continue;
    // 起降由调度系统统一下达: who sees to it is no event.
    if (!(clause.bits & LAUNCH) && SEEN_TO.test(body.slice(tokens[from]!.start, tokens[clause.to - 1]!.end))) continue;
    // 变化来自今年上线的平台: what the change is, a line does not say.
    if (SOURCE.has(tokens[verb]!.text)) {
      // told by the verbs behind it
    } else if (own) {
      if (!subjectless) told(maker, hospital, clause, [], from, CLAUSE, isAway);
    } else
      for (const name of names) if (name.length > 0) told(maker, hospital, clause, name, nominal ? verb : from, NAMED);
    if (actor.length > 0 && clause.bits & LAUNCH && !(isAway && actor === place))
      laterVerbs(maker, hospital, clause, actor, verb, own && !subjectless ? TAKEN : ACT);
  }

  /** Adds what a later verb of the clause says, under the place or the hospital. */
  function laterVerbs(
    maker: LineMaker,
    hospital: Hospital,
    clause: Clause,
    actor: Name,
    verb: number,
    origin: number,
  ): void {
    const from = clause.core;
    // 北方中心牵头成立联盟, 在该院上线的系统: its city did not.
    if (actor === place && isAnothers(story, from, clause.to)) return;
    // 今年5月投用的平台…: the verb heads the clause.
    const opens = tokens[from + 1]?.text === "的" && (bits[from]! & LAUNCH) !== 0;
    for (let v = opens ? from : Math.max(verb, from + 1); v < clause.to - 1; v++) {
      if (!(bits[v]! & LAUNCH) || bits[v]! & (TERM | INSTITUTION)) continue;
      const next = tokens[v + 1]!.text;
      // 召开…运行情况通报会: what is held is a name.
      if (story.traits[v]! & HELD) break;
      // 通过初验的平台: the platform did.
      if (tokens[v]!.text === "通过" && PASSED.has(next) && tokens[v + 2]?.text === "的") {
        for (const row of trims(story, clause, v + 3, true)) {
          const placed = !maker.names(row) && !maker.unplaceable(row) && actor === place;
          maker.add([...(placed ? place : []), ...row, v, v + 1], TURNED, clause.index, placed, false);
        }
        continue;
      }
      if (isAbove(story, from, v)) break;
      // 医生已能独立完成常规扫查, 会成为证据, 不落地服务器: it has not been done.
      if (isModal(story, from, v)) continue;
      // 装的，是某大学附属医院和某公司研发的系统: its city did not.
      if (actor === place && isOthersDoing(story, from, v)) continue;
      if (next === "的") {
        if (!(story.traits[v]! & TURNABLE)) continue;
        if (bits[v + 2]! & (PLACE | INSTITUTION)) {
          // 启用的海滨影像云平台设在…: that it came into use, not where it stands.
          const doing = doesAt(story, v + 2, clause.to);
          if (story.traits[v]! & LAUNCHED)
            for (const row of doing < 0 ? trims(story, clause, v + 2, true) : [range(v + 2, doing)])
              if (row.length > 0 && (doing < 0 || endsName(story, row[row.length - 1]!)))
                maker.add([...row, v], TURNED, clause.index, false, false);
        } else {
          const acting = actingAt(story, v + 2, clause.to);
          // 食堂推出的打糕: the canteen did.
          if (elsewhere && v > from && classes[v - 1] === NOUN && !(bits[v - 1]! & NAME)) continue;
          if (acting < 0) told(maker, hospital, clause, [...actor, v], v + 2, TURNED);
          else {
            // 今年5月投用的平台把43个站连成一张网: the platform, and that it came into use.
            const thing = range(v + 2, acting);
            while (thing.length > 0 && !endsName(story, thing[thing.length - 1]!)) thing.pop();
            const done = (story.traits[v]! & LAUNCHED) !== 0 && holds(story, thing, TERM);
            if (done && !pointsBack(story, thing) && !maker.unplaceable(thing))
              maker.add([...actor, v, ...thing], TURNED, clause.index, actor === place, actor === hospital.tokens);
          }
        }
      } else if (/^[成为到至给入]/.test(next)) continue;
      else if (v > verb && classes[v + 1] !== MARK && !isNeeded(story, from, v) && !isModifier(story, v, clause.to))
        told(maker, hospital, clause, actor, v, origin);
    }
  }
}

/**
 * Where the thing does something itself, -1 where it does not: 建设的平台连着31家医院 does not make
 * “建设平台连着31家医院”.
 */
function actingAt({ bits, classes, tokens }: Story, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const { text } = tokens[i]!;
    if (text === "的") return -1;
    if (bits[i]! & NAME) continue;
    // …系统提醒模块: a verb in a name.
    const own = i + 1 < to && (classes[i + 1] === NUMBER || tokens[i + 1]!.text === "了");
    if (text === "把" || text.endsWith("着") || (classes[i] === VERB && (own || (bits[i]! & (LAUNCH | ACTION)) !== 0)))
      return i;
  }
  return -1;
}

/** The first verb or preposition behind a name that opens at `from`, -1 where there is none. */
function doesAt({ bits, classes, marks }: Story, from: number, to: number): number {
  for (let i = from + 1, quoted = false; i < to; i++) {
    if (marks[i] === QUOTE || marks[i] === UNQUOTE) quoted = marks[i] === QUOTE;
    if (!quoted && !(bits[i]! & NAME) && (classes[i] === VERB || classes[i] === PREPOSITION || classes[i] === ADVERB))
      return i;
  }
  return -1;
}

/** What may, can or must be done, before the verb or what it is done with. */
const MODAL: ReadonlySet<string> = wordSet(
  "能 能够 可 可以 可能 会 将 拟 须 需 应 要 应当 不得 不再 不能 不可 无需 严禁 禁止 允许 拟于 将于 计划 预计 力争 即可",
);
const NOT: ReadonlySet<string> = wordSet("不 未 没有 尚未 没");

function isModal({ marks, tokens }: Story, from: number, verb: number): boolean {
  for (let i = verb - 1; i >= from && verb - i < 14 && (marks[i] === WORD || marks[i] === LISTED); i--) {
    const { text } = tokens[i]!;
    if (text === "的") return false;
    if (MODAL.has(text) || (verb - i < 3 && NOT.has(text))) return true;
  }
  return false;
}

/** A noun, or the mark that closes a name: 推出的“国际健康卡”已发放1.3万张. */
const endsName = ({ classes, marks }: Story, t: number): boolean =>
  isNominal(classes[t]!) || marks[t] === UNQUOTE || marks[t] === UNBOOK;

const BODY = /(?:中心|公司|集团|大学|学院|协会|联盟|企业)$/u;
const OWN_HOSPITAL: ReadonlySet<string> = wordSet("该院 我院 本院 全院 院内");

/** Whether a body that is not the place's own opens the stretch, or a hospital is pointed to in it. */
function isAnothers({ bits, classes, lengths, tokens }: Story, from: number, to: number): boolean {
  // 市疾控中心 is the city's.
  let acted = /^[市县区州省]/u.test(tokens[from]!.text) || (bits[from]! & (PRIMARY | OFFICE)) !== 0;
  for (let i = from; i < to; i++) {
    if (lengths[i] === 2 && OWN_HOSPITAL.has(tokens[i]!.text)) return true;
    // 替她打草稿的，是医院今年上线的大模型
    if (tokens[i]!.text === "医院" && !(i > 0 && isNominal(classes[i - 1]!))) return true;
    if (classes[i] === VERB || classes[i] === PREPOSITION) acted = true;
    else if (!acted && !(bits[i]! & OFFICE) && BODY.test(tokens[i]!.text)) return true;
  }
  return false;
}

function holds({ bits }: Story, row: Name, wanted: number): boolean {
  for (let i = 0; i < row.length; i++) if (bits[row[i]!]! & wanted) return true;
  return false;
}

/** The place's office by its name; none where 彭阳县 + 县卫健局 would say 县 twice. */
function under({ story: { tokens }, place, placeText }: LineMaker, from: number, to: number): Name[] {
  return placeText.endsWith(tokens[from]!.text[0]!) ? [] : [[...place, ...range(from, to)]];
}

/** 省卫健委 in a city's report: not the city's office. */
function isHigher(story: Story, subject: string): boolean {
  return /^(?:省|自治区)/.test(subject) && story.extraction.regions.some((r) => r.primary && r.level !== "province");
}

/** The first verb, adverb or preposition of a clause: all before it is its subject. */
export function firstVerb({ bits, classes, marks, tokens }: Story, clause: Clause): number {
  const from = clause.core;
  // 正式上岗, 部署在医院内网: no subject, though the tagger has a noun there.
  if (bits[from]! & (LAUNCH | ACTION) && !(bits[from]! & NAME)) {
    const next = from + 1 < clause.to ? classes[from + 1]! : PREPOSITION;
    if (next === PREPOSITION || next === NUMBER) return from;
  }
  let depth = 0;
  let i = from;
  for (; i < clause.to; i++) {
    const k = classes[i]!;
    const mark = marks[i]!;
    if (mark === QUOTE || mark === BOOK || (mark === BRACKET && tokens[i]!.text === "（")) depth++;
    else if (mark === UNQUOTE || mark === UNBOOK || (mark === UNBRACKET && tokens[i]!.text === "）")) depth--;
    else if (depth === 0 && !(bits[i]! & NAME)) {
      if (k === VERB || k === PREPOSITION || k === ADVERB || (k === TIME && i > from)) break;
      if (bits[i]! & LAUNCH && i > from && tokens[i + 1]?.text !== "的") break;
    }
  }
  return i;
}

/** The subject up to who sees to it: 中药房由县医院牵头，接入12家 tells of the 中药房. */
function beforeAgent({ tokens }: Story, from: number, verb: number): Name {
  for (let i = from + 1; i < verb; i++) if (tokens[i]!.text.startsWith("由")) return range(from, i);
  return range(from, verb);
}

/** Whether one of several tells what it did for what the sentence speaks of: 由甲牵头，乙提供支持. */
function isHost({ clauses, tokens, extraction }: Story, { index, sentence, core, to }: Clause): boolean {
  if (!HOSTED.test(tokens[to - 1]!.text)) return false;
  let first = index;
  while (clauses[first - 1]?.sentence === sentence) first--;
  const { text } = extraction.reading.text;
  return text.slice(tokens[clauses[first]!.from]!.start, tokens[core]!.start).includes("由");
}

/** Whether a noun stands in the stretch: 可以, 基本 are no subject. */
export function isNamed({ bits, classes }: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const k = classes[i]!;
    if (k === NOUN || k === PROPER || k === LATIN || k === SHORT || k === GERUND || bits[i]! & (NAME | POINTER))
      return true;
  }
  return false;
}

/** Whether an office of the state or the province acts there: the city is not its author. */
function isAbove({ bits, tokens }: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (bits[i]! & INSTITUTION && /^(?:省|国家|自治区)/.test(tokens[i]!.text)) return true;
  return false;
}

/** Whether a hospital, a company or a university stands right before the verb: it does what the verb says. */
function isOthersDoing({ bits, classes, tokens }: Story, from: number, verb: number): boolean {
  for (let i = verb - 1; i >= from; i--) {
    if (bits[i]! & INSTITUTION) return !(bits[i]! & OFFICE);
    const k = classes[i]!;
    if (JOINTLY.has(tokens[i]!.text)) continue;
    if (k === VERB || k === MARK || k === PREPOSITION || tokens[i]!.text === "的") return false;
  }
  return false;
}

/** Whether 把, 将, 由, 被, 对 or 为 stands in between: the verb needs what they bring. */
function isNeeded({ traits }: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (traits[i]! & NEEDED) return true;
  return false;
}

/** 推出覆盖10种病的平台: the verb tells of the platform, nobody did it. */
function isModifier({ classes, tokens }: Story, verb: number, end: number): boolean {
  if (classes[verb - 1] !== VERB && tokens[verb - 1]!.text !== "了") return false;
  for (let i = verb + 1; i < end; i++) if (tokens[i]!.text === "的") return true;
  return false;
}

const SAME = /^(?:同一|统一|一个|这个|该|另设|另建|自建|自有|原有|各自)/u;

/** Tokens back in which a system's name is looked for. */
const FAR = 400;

/** The named system that a bare word stands for: the last name before that ends alike. */
export function lastTerm({ tokens, classes, bits, lengths }: Story, before: number, bare: string): Name {
  const noun = bare.replace(/^(?:该|这套|这一|这个|此)/, "");
  for (let i = before - 1; i >= Math.max(0, before - FAR); i--) {
    if (!tokens[i]!.text.endsWith(noun)) continue;
    let from = i;
    while (
      from > 0 &&
      i - from < 7 &&
      classes[from - 1] !== MARK &&
      !(bits[from - 1]! & POINTER) &&
      (bits[from - 1]! & NAME || (isNominal(classes[from - 1]!) && !USES.has(tokens[from - 1]!.text)))
    )
      from--;
    // 接入同一平台: which one has been said before.
    if (SAME.test(tokens[from]!.text)) continue;
    if (i - from < 1 && lengths[i]! < noun.length + 2) continue;
    return range(from, i + 1);
  }
  return [];
}

/** “抓错”的是大模型“海河知医”。它由…: the system on which the sentence before ends. */
function saidLast(story: Story, clause: Clause): Name {
  const { bits, classes, clauses, marks } = story;
  const before = clauses[clause.index - 1];
  if (clause.order > 0 || before?.sentence !== clause.sentence - 1 || before.paragraph !== clause.paragraph) return [];
  let from = before.to;
  let system = false;
  while (from > before.core && before.to - from < 8) {
    const t = from - 1;
    if (!(bits[t]! & NAME || isNominal(classes[t]!) || marks[t] === QUOTE || marks[t] === UNQUOTE)) break;
    if (bits[t]! & TERM) system = true;
    from = t;
  }
  return system ? range(from, before.to) : [];
}

/** 18家卫生院: the place's. */
const COUNTED = /^\d+[余多]?[家所](?!.{0,8}(?:企业|公司|单位|厂商|供应商))/u;
/** 公布智慧服务分级评估结果: who passed is the news. */
const EVALUATION = /(?:公布|公示|发布).{2,}(?:测评|评价|评估|评审).{0,8}(?:结果|名单)$/u;
const TRIED_OUT = /结束.{0,8}(?:试运行|试点|试用)$/u;

/** 新化县人民医院运行14个月: what, the clause does not say. */
const RAN_ON = /(?:运行|上线|启用|实施|推行|试点)[\d一二两三四五六七八九十半]+(?:个月|年|天|周)$/u;

/** Adds a clause's tokens from `from` on, under `name`: whole, without dates, without lists and modifiers. */
function told(
  maker: LineMaker,
  hospital: Hospital,
  clause: Clause,
  name: Name,
  from: number,
  origin: number,
  isAway = false,
): void {
  const { story, place } = maker;
  const named = name.length > 0;
  const byPlace = named && name[0] === place[0];
  const byHospital = named && name[0] === hospital.tokens[0];
  for (const row of trims(story, clause, from, !named)) {
    const ofHouse = OF_HOUSE.test(rowText(story, row.slice(0, 2)));
    if (row.length === 0 || hangs(story, row) || (origin !== TURNED && !predicates(story, row))) continue;
    if (
      byPlace &&
      name.length === 1 &&
      (maker.unplaceable(row) || ofHouse || REACHES.test(story.tokens[row[0]!]!.text))
    )
      continue;
    // 《指南》要求…: which one, only its full name says.
    if (pointsBack(story, row) || SHORT_DOCUMENT.test(rowText(story, [...name, ...row]))) continue;
    if (isAway && !maker.names(row)) continue;
    // 印发的《清单》共有23条: who, stands before; 部署在云上: what.
    if (opensCut(story, row, named && !holds(story, name, TERM))) continue;
    // 县总医院牵头上线: its county did not.
    if (byPlace && name.length === 1 && story.tokens[row[0]!]!.text === "牵头") continue;
    // 石泉县去年国庆前投用: what, the clause does not say.
    if (byPlace && name.length === 1 && isBareLaunch(story, row)) continue;
    // 结束试运行: what came then is the news.
    if (TRIED_OUT.test(rowText(story, row)) || EVALUATION.test(rowText(story, row))) continue;
    if (RAN_ON.test(rowText(story, row)) && !holds(story, name, TERM) && !holds(story, row, TERM)) continue;
    if (lacks(story, [...name, ...row], false) || (byPlace && lacks(story, row, true))) continue;
    // 汤原县的回访显示，…: what follows is told of that county, not of the city.
    if (!named && clause.local >= 0 && !maker.names(row)) continue;
    if (named && (story.traits[row[0]!]! & COPULA || repeats(story, name, row))) continue;
    maker.add(
      named ? [...name, ...(byPlace ? elsewhere(maker, row) : row)] : row,
      origin,
      clause.index,
      byPlace,
      byHospital,
    );
    // Whose system it is, or whose files: the hospital's that acts, else the place's; 市卒中质控中心 is the city's.
    const called = officeLevel(story, row);
    if (called !== "" && (!maker.isLevel(called) || maker.placeText.endsWith(called))) continue;
    const byHouse = (hospital.acts && called === "") || ofHouse;
    const whose = byHouse ? hospital.tokens : place;
    const own = named
      ? (holds(story, name, TERM) || (!hospital.acts && COUNTED.test(rowText(story, name)))) &&
        !byPlace &&
        !byHospital &&
        !maker.names(name)
      : true;
    if (
      own &&
      whose.length > 0 &&
      !maker.names(row) &&
      !maker.unplaceable(named ? name : row) &&
      !(byHouse && ofMany(story, row))
    )
      maker.add([...whose, ...name, ...row], origin, clause.index, !byHouse, byHouse);
  }
}

/** Whether nothing but when and that something came into use is said. */
const isBareLaunch = ({ bits, classes }: Story, row: readonly number[]): boolean =>
  (bits[row[row.length - 1]!]! & LAUNCH) !== 0 &&
  row.every((t) => (bits[t]! & (LAUNCH | DATE)) !== 0 || !isNominal(classes[t]!) || classes[t] === TIME);

/** A hospital's, of which the place may have many. */
const OF_HOUSE = /^互联网医院/u;
const IN: ReadonlySet<string> = wordSet("在 于");
/** Where something has been put: 部署在, 设在. */
const LAID = /^(?:部署|安装|布设|设置?|装|建|存放?|摆|坐落|落户)[在于]?$/u;

/** Whether a row opens on the tail of what it was cut from: 推出的服务…, and under a name that does nothing, 部署在云上. */
function opensCut({ tokens, bits, classes }: Story, row: readonly number[], named: boolean): boolean {
  const [first, second] = [row[0]!, row[1] ?? -1];
  const next = tokens[second]?.text ?? "";
  if (!(bits[first]! & NAME) && (classes[first] === VERB || bits[first]! & LAUNCH) && next === "的") return true;
  return named && LAID.test(tokens[first]!.text) && (IN.has(next) || /[在于]$/u.test(tokens[first]!.text));
}

const MANY = /\d[余多]?家|^[两数几]家|[全各][省市县区州旗]/u;

/** 移动支付在21家医院开通: before its verb it tells of more than one hospital. */
function ofMany(story: Story, row: readonly number[]): boolean {
  const verb = row.findIndex((t) => (story.classes[t] === VERB || story.bits[t]! & LAUNCH) && !(story.bits[t]! & NAME));
  return MANY.test(rowText(story, verb < 0 ? row : row.slice(0, verb)));
}

/** 博州互联网医院上线互联网医院: the row tells the name again. */
function repeats(story: Story, name: Name, row: readonly number[]): boolean {
  const { tokens, lengths } = story;
  const told = rowText(story, name);
  if (told.length < 4) return false;
  for (let i = 0; i < row.length; i++) {
    const t = row[i]!;
    if (lengths[t]! < 2 || !told.includes(tokens[t]!.text)) continue;
    if (lengths[t]! >= 4 || (i + 1 < row.length && told.includes(tokens[t]!.text + tokens[row[i + 1]!]!.text)))
      return true;
  }
  return false;
}

/** The row without the place, where the place stands before it: 汉中建成（汉中）互联网医院平台. */
function elsewhere({ story, placeText }: LineMaker, row: readonly number[]): readonly number[] {
  return row.filter((t) => {
    const { text } = story.tokens[t]!;
    return story.bits[t]! & INSTITUTION || !text.startsWith(placeText) || text.length > placeText.length + 1;
  });
}
