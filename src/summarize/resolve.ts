/** Finds the name that a bare word stands for: 该院, 平台, 我市, 市卫健委 … where that name stands in the text. */
import type { Extraction, Institution, Mention, Span } from "../core/types.ts";
import { wordSet } from "../text/word-set.ts";
import type { Clause, Prose } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { GATHERING } from "./facts.ts";
import { shortDivision, splitDivision } from "./headline/names.ts";
import { B, D, ENG, J, M, N, V, VN } from "./tags.ts";
import { KIND } from "./words.ts";

/** Writes `name` in place of `cut` (an empty cut: before it). Both are stretches of the body. */
export interface Resolution {
  readonly cut: Span;
  readonly name: Span;
  /** What is written for it once the name has been said, where the word itself cannot stand: 医院 for 我院. */
  readonly again?: Span;
}

/** The primary region as the body speaks of it. */
export interface Seat {
  /** Where the body prints it: its full last part, else its short form; null where neither stands. */
  readonly name: Span | null;
  /** 市, 县, 省 …: how its own offices are called; 省卫健委 is not the city's. `-` where there is none. */
  readonly level: string;
  /** The divisions that it lies in, by their level's character, where the body prints them: 全省 in a city's report. */
  readonly above: ReadonlyMap<string, Span>;
}

const THING =
  /^(?:该|[本此]次?|这一?[个家套项座款次]?)?(平台|系统|项目|软件|基金会|大会|论坛|峰会|年会|专区|工程|模块|模型|中心|数据库|数据集|资源库|中药房|药房|航线|服务|互联网医院|门诊|终端|机器人|标准|《?(?:(?:行动|实施|工作|建设)?方案|管理办法|(?:指导|实施)意见|通知|规范|指引|行动计划|办法|意见|规定|计划|规划|指南|目录|条例|(?:实施)?细则|措施)》?)$/u;
/** 该局, 该委: the last office of that kind. */
const OFFICE = /^该(局|委|厅|中心|公司|集团|企业|校|所|馆|会)$/;
/** 该配送网. */
const THAT = /^该(\p{sc=Han}{2,6})$/u;
const HOSPITAL: ReadonlySet<string> = wordSet("该院 我院 本院 医院 该医院 总医院");
/** 我院: whose words they are. */
export const OUR_HOSPITAL: ReadonlySet<string> = wordSet("我院 本院");
const PLACE = /^(?:我|该|本)(?:市|县|区|省|州|旗|盟|自治区)$|^当地$|^[市县区州省旗][里上]$/;
export const WHOLE_PLACE: ReadonlySet<string> = wordSet("全市 全县 全区 全省 全州 全旗 全盟");
const LEVEL = /^(?:自治区|[市县区州省旗盟])/u;
const LOCAL = /^(?:市|县|区|州|省|自治区)(?=.*(?:委|局|院|中心|政府|厅|部门|处|办|会|站|队|部)$)/u;

/** What has been said where a name has: of 去年8月建成的池州市预警平台 what 池州市预警平台去年8月建成 says. */
export function coreOfName(whole: string): string {
  const modifier = whole.indexOf("的") + 1;
  return whole.length - modifier > 5 ? whole.slice(modifier) : whole;
}

/** Reads what {@link Seat} says. */
export function seatOf({ regions }: Extraction, { text }: Prose): Seat {
  const primary = regions.find((r) => r.primary);
  if (!primary) return { name: null, level: "-", above: new Map() };
  const find = (forms: readonly string[]): Span | null => {
    for (const form of forms) {
      const at = form.length > 1 ? text.indexOf(form) : -1;
      if (at >= 0) return { start: at, end: at + form.length };
    }
    return null;
  };
  const parts = splitDivision(primary.name);
  const own = parts.at(-1) ?? primary.name;
  const above = new Map<string, Span>();
  for (const part of parts.slice(0, -1)) {
    const name = find([part, shortDivision(part)]);
    if (name) above.set(levelOf(part), name);
  }
  // 博州, as the title has it
  const name = find([own, shortDivision(primary.name), ...primary.mentions.map((m) => m.text)]);
  return { name, level: levelOf(own), above };
}

const levelOf = (division: string): string => (division.endsWith("自治区") ? "自治区" : (division.at(-1) ?? "-"));

/** The place whose offices and wholes are called so, where the body prints it. */
export function placeOf({ name, level, above }: Seat, called: string): Span | null {
  return called === level ? name : (above.get(called) ?? null);
}

/** What the bare subject at the head of a clause stands for; null where it says so itself or nobody knows. */
export function resolveHead(draft: Draft, clause: Clause): Resolution | null {
  const head = draft.prose.tokens[clause.firstToken];
  return head && head.start >= clause.core ? resolveAt(draft, clause, clause.firstToken) : null;
}

/** What the bare word at token `first` of a clause stands for. */
export function resolveAt(draft: Draft, clause: Clause, first: number): Resolution | null {
  const { text, tokens, tags, bits } = draft.prose;
  const { endToken } = clause;
  const head = first < endToken ? tokens[first] : undefined;
  if (!head) return null;
  const { name: place, level } = draft.seat;
  // 该 + 院 may come as one word or two.
  const bareHead =
    (bits[first]! & (KIND.pointer | KIND.thing)) !== 0 ||
    "全我该本这此大论峰互行实指管工建《市县区州省旗当".includes(text[head.start]!) ||
    head.text === "中心" ||
    head.text === "总医院";
  for (let n = bareHead ? Math.min(3, endToken - first) : 0; n > 0; n--) {
    const last = first + n - 1;
    const cut = { start: head.start, end: tokens[last]!.end };
    if (cut.end - cut.start > 9) continue;
    const word = text.slice(cut.start, cut.end);
    if (PLACE.test(word) && (!/[里上]$/u.test(word) || word.startsWith(level))) {
      const told = word === "当地" ? placeBefore(draft, clause, cut.start) : undefined;
      if (told !== undefined) return { cut, name: told };
      // 该县 in a city's report is one of its counties.
      const named = /^[我该本]/u.test(word) ? placeOf(draft.seat, word.slice(1)) : place;
      return named && { cut, name: named };
    }
    // 全市12家医院 at the head of a clause: the reader asks which city.
    if (WHOLE_PLACE.has(word)) {
      const whole = placeOf(draft.seat, word.slice(1));
      if (whole || word.endsWith(level)) return whole && { cut, name: whole };
    }
    const follower = last + 1 < endToken ? tags[last + 1]! : 0;
    // 基金会出资1350万元: a verb, though the tagger may see a noun.
    const acts = follower === VN && last + 2 < endToken && tags[last + 2] === M;
    const bare = acts || (follower !== N && follower !== J && follower !== VN);
    if (HOSPITAL.has(word)) {
      if (!bare && word === "医院") continue;
      if (word === "总医院") {
        const known = generalHospital(draft);
        const name = known === undefined ? place : known;
        return name && { cut: name === place ? { start: cut.start, end: cut.start } : cut, name };
      }
      if (OUR_HOSPITAL.has(word)) {
        const name = speakersHospital(draft, clause) ?? publisher(draft);
        const again = text.indexOf("医院");
        return name && { cut, name, again: again < 0 ? name : { start: again, end: again + 2 } };
      }
      const name =
        (word === "该院" ? lastInstitute(draft.extraction, cut.start) : null) ??
        speakersHospital(draft, clause) ??
        leadHospital(draft, cut.start);
      return name && { cut, name };
    }
    if (word === "它") {
      const name = answered(draft, clause, "");
      return name && { cut, name };
    }
    if (word === "其") {
      const name = sayer(draft, clause);
      return name && { cut, name };
    }
    const office = OFFICE.exec(word)?.[1];
    if (office !== undefined) {
      const name = nearest(draft, cut.start, office === "企业" ? "公司" : office);
      return name && { cut, name };
    }
    // 该配送网: what has been named in full.
    const called = THAT.exec(word);
    if (called && bare && !THING.test(word)) {
      const name = onlyName(draft, cut.start, called[1]!);
      if (name) return { cut, name };
    }
    const thing = THING.exec(word);
    if (thing && bare && word.includes("《") === word.includes("》")) {
      const noun = thing[1]!.replace(/[《》]/g, "");
      const name =
        "大会论坛峰会年会".includes(noun) && noun.length === 2
          ? gathering(text, cut.start, noun)
          : (answered(draft, clause, noun) ?? nearest(draft, cut.start, noun) ?? onlyName(draft, cut.start, noun));
      return name && { cut, name };
    }
  }
  const called = LEVEL.exec(text.slice(head.start, head.start + 3))?.[0] ?? "";
  if (called === "") return null;
  for (const f of draft.factsOf[clause.index]!) {
    const fact = draft.facts[f]!;
    if (fact.kind !== "institution" || fact.start !== head.start || !LOCAL.test(text.slice(fact.start, fact.end)))
      continue;
    const office = placeOf(draft.seat, called) ?? ownPlace(draft, fact);
    if (office === null) return null;
    // 常德市 + 市卫健委 would say 市 twice, 广西壮族自治区 + 自治区卫健委 自治区.
    const twice = text.slice(office.start, office.end).endsWith(called) ? called.length : 0;
    return { cut: { start: fact.start, end: fact.start }, name: { start: office.start, end: office.end - twice } };
  }
  return null;
}

/** The place that the paragraph named last before `at`: 栖霞的情形不一样。当地把…; undefined where it named none. */
function placeBefore(
  { extraction: { regions }, prose: { sentences } }: Draft,
  clause: Clause,
  at: number,
): Span | undefined {
  const { paragraph } = sentences[clause.sentence]!;
  const from = sentences.find((s) => s.paragraph === paragraph)!.start;
  let last: Span | undefined;
  for (const { mentions } of regions)
    for (const m of mentions)
      if (m.field === "text" && m.start >= from && m.end <= at && m.start >= (last?.start ?? 0)) last = m;
  return last && { start: last.start, end: last.end };
}

/** The place of an office that is not the seat's (县卫健局 in a city's report), where the body prints that place. */
function ownPlace({ extraction: { institutions, regions } }: Draft, { start }: Span): Span | null {
  const code = institutions.find(({ mentions }) => mentions.some((m) => m.field === "text" && m.start === start))?.code;
  const place = code && regions.find((r) => r.code === code)?.mentions.find((m) => m.field === "text");
  return place ? { start: place.start, end: place.end } : null;
}

/**
 * The hospital that the article is about, as it is printed before `at`: the one that the title names, else the only one
 * that opens clauses. A partner named in passing (与北京大学第一医院结成帮扶对子) is not meant by the next 医院.
 */
export function leadHospital(draft: Draft, at: number): Span | null {
  const { clauses } = draft.prose;
  let lead: Span | null = null;
  let titled = 0;
  let acting = 0;
  let known = 0;
  for (const i of draft.extraction.institutions) {
    if (i.type !== "hospital") continue;
    let [title, acts] = [false, false];
    let first: Span | null = null;
    for (const m of i.mentions) {
      if (m.field === "title") title = true;
      else if (!HOSPITAL.has(m.text)) {
        first ??= m;
        acts ||= clauses.some((c) => c.core === m.start);
      }
    }
    if (!first) continue;
    known++;
    if (title) titled++;
    if (acts) acting++;
    // In the title before one that only acts, an acting one before one named in passing.
    if (title ? titled === 1 : titled === 0 && (acts ? acting === 1 : acting === 0 && known === 1))
      lead = first.start < at ? { start: first.start, end: first.end } : null;
  }
  return titled > 1 || (titled === 0 && (acting > 1 || (acting === 0 && known > 1))) ? null : lead;
}

/** The hospital that publishes the article, whom 我院 means there, where the body prints it in full. */
export function publisher({ extraction: { institutions, reading } }: Draft): Span | null {
  for (const i of institutions) {
    const m = i.type === "hospital" ? printed(i) : undefined;
    if (m && reading.document.source.includes(m.text)) return { start: m.start, end: m.end };
  }
  return null;
}

/** The hospital whose article this is, where the body prints it in full: who publishes it, whom the title names, 这家医院. */
export function ownHospital(draft: Draft): Span | null {
  const { institutions, reading } = draft.extraction;
  const own = publisher(draft);
  if (own || HOUSE.test(reading.document.source)) return own;
  const titled = institutions.filter((i) => i.type === "hospital" && i.mentions.some((m) => m.field === "title"));
  if (titled.length === 0)
    return THIS_HOSPITAL.test(reading.title.text) ? leadHospital(draft, Number.POSITIVE_INFINITY) : null;
  const only = titled.length === 1 ? printed(titled[0]!) : undefined;
  return only ? { start: only.start, end: only.end } : null;
}
/** What publishes itself. */
const HOUSE = /医院|保健院|卫生院/u;
const THIS_HOSPITAL = /这[家所]\p{sc=Han}{0,3}医院|[我本]院|[咱我]们医院/u;
const printed = ({ mentions }: Institution): Mention | undefined =>
  mentions.find((m) => m.field === "text" && isFull(m.text));
/** 市中心医院 asks which city, 医院 which hospital. */
const isFull = (name: string): boolean => !LEVEL.test(name) && !HOSPITAL.has(name) && name.length > 4;

/** 将乐县总医院, where it is the only one of its kind that is printed in full; null where there are two. */
function generalHospital({ extraction: { institutions } }: Draft): Span | null | undefined {
  let only: Span | undefined;
  for (const i of institutions) {
    const m = i.mentions.find((m) => m.field === "text" && m.text.endsWith("总医院") && m.text.length > 3);
    if (m && only) return null;
    if (m) only = { start: m.start, end: m.end };
  }
  return only;
}

/**
 * The institute that 该院 means at `at`: the last hospital or body of research before that ends in 院, where it is no
 * hospital and opens a clause; 与设计院共建 does not.
 */
export function lastInstitute({ institutions, reading }: Extraction, at: number): Span | null {
  let last: Span | null = null;
  let institute = false;
  for (const { type, mentions } of institutions) {
    if (type !== "research" && type !== "hospital") continue;
    for (const m of mentions) {
      if (m.field !== "text" || m.start >= at || (last !== null && m.start <= last.start)) continue;
      if (!m.text.endsWith("院") || HOSPITAL.has(m.text)) continue;
      if (type === "research" && !OPENS.test(reading.text.text.slice(Math.max(0, m.start - 1), m.start))) continue;
      [last, institute] = [{ start: m.start, end: m.end }, type === "research"];
    }
  }
  return institute ? last : null;
}
/** Nothing, or a mark before which a clause ends. */
const OPENS = /^[。！？；，\n]?$/u;

/** The institution that says what the clause tells: 某医院宣布，其自主研发的…. */
function sayer({ prose: { clauses }, facts, factsOf }: Draft, clause: Clause): Span | null {
  const before = clauses[clause.index - 1];
  if (before?.kind !== "speech" || before.sentence !== clause.sentence) return null;
  for (const f of factsOf[before.index]!)
    if (facts[f]!.kind === "institution" && facts[f]!.start === before.core) return facts[f]!;
  return null;
}

/** The hospital of whoever speaks in this sentence: 肿瘤医院主任介绍，医院把…. */
function speakersHospital(draft: Draft, clause: Clause): Span | null {
  const { clauses } = draft.prose;
  if (!clause.afterSpeech) return null;
  for (let i = clause.index - 1; clauses[i]?.sentence === clause.sentence; i--) {
    const { kind, core, end } = clauses[i]!;
    if (kind !== "speech") continue;
    for (const { type, mentions } of draft.extraction.institutions) {
      if (type !== "hospital") continue;
      for (const m of mentions)
        if (m.field === "text" && m.start >= core && m.end <= end && !HOSPITAL.has(m.text))
          return { start: m.start, end: m.end };
    }
    return null;
  }
  return null;
}

/** The last gathering named before `at` whose kind is `noun`. */
function gathering(text: string, at: number, noun: string): Span | null {
  let found: Span | null = null;
  for (const m of text.slice(0, at).matchAll(GATHERING))
    if (m[0].endsWith(noun)) found = { start: m.index, end: m.index + m[0].length };
  return found;
}

/**
 * What a sentence shortly before gave as the answer to a scene (弹出提示的，是开封市医保局部署的…模块。), where it ends in
 * `noun`: the sentence itself says nothing without the scene, but what follows speaks of that thing.
 */
function answered(draft: Draft, clause: Clause, noun: string): Span | null {
  const { clauses, text } = draft.prose;
  for (let i = clause.index - clause.order - 1; i > 0 && clauses[i]!.sentence >= clause.sentence - 2; i--) {
    const c = clauses[i]!;
    if (!isAnswer(draft.prose, c)) continue;
    const end = c.end - (text[c.end - 1] === "”" ? 1 : 0);
    if (c.end - c.core > LONGEST_ANSWER || text.slice(end - noun.length, end) !== noun) return null;
    // 医院去年3月上线的|管理系统: which hospital?
    const whose = BARE_OWNER.exec(text.slice(c.core + 1, c.end))?.[0].length ?? 0;
    return { start: c.core + 1 + whose, end: c.end };
  }
  return null;
}
const LONGEST_ANSWER = 40;
const BARE_OWNER = /^(?:医院|[该我本]院|[市县区州省][里上])[^，的]*的/u;

/** Whether a clause answers the topic before it: 弹出提示的，是…. */
export function isAnswer({ clauses, text }: Prose, clause: Clause): boolean {
  const lead = clauses[clause.previous];
  return lead?.kind === "phrase" && text[lead.end - 1] === "的" && "是为".includes(text[clause.core]!);
}

/**
 * The last name before `at` that ends in `noun`, drawn out to the left over what belongs to it (宜昌市 +
 * 全民健康信息平台); null where none stands, or more than one and the last of them over three sentences off.
 */
function nearest(draft: Draft, at: number, noun: string): Span | null {
  const { text, tokens, tags, bits, clauses } = draft.prose;
  let found: Span | null = null;
  let aside: Span | null = null;
  let id = -1;
  let here = 0;
  for (const c of clauses) if (c.start <= at) here = c.sentence;
  for (let i = draft.facts.length - 1; i >= 0; i--) {
    const f = draft.facts[i]!;
    if (f.end > at || f.kind === "figure" || f.kind === "date" || f.kind === "region") continue;
    let end = f.end;
    if (text[end - 1] === "”" || text[end - 1] === "》") end--;
    if (text[end - 1] === "）") end = text.lastIndexOf("（", end);
    if (text.slice(end - noun.length, end) !== noun) continue;
    if (isOther(text, f)) continue;
    const clause = clauses[f.clause]!;
    let start = f.start;
    if (f.kind === "term")
      for (let t = clause.endToken - 1; t >= clause.firstToken; t--) {
        const token = tokens[t]!;
        if (token.end !== start) continue;
        const tag = tags[t]!;
        if ((tag !== N && tag !== ENG && tag !== VN && tag !== J && tag !== B) || f.end - token.start > 22) break;
        // 樟树市立项建设|追溯平台: what was done to it; 国家规定|互联网医院不能看首诊: what is said of it.
        if ((bits[t]! & (KIND.launch | KIND.action | KIND.introducer)) !== 0) break;
        start = token.start;
      }
    // “吉阿远程医疗中心”: its mark would stay open.
    if (text[start] === "“" && text[f.end - 1] !== "”") start++;
    if (end - start <= noun.length + 1) continue;
    if (found) {
      if (f.id !== id) return null;
      continue;
    }
    if (MEANS.test(text.slice(Math.max(0, start - 2), start)) || "里中上内".includes(text[f.end] ?? "。")) {
      aside ??= { start, end: f.end };
      continue;
    }
    found = { start, end: f.end };
    id = f.id;
    if (here - clause.sentence <= 3) return found;
  }
  return found ?? aside;
}

/** The shortest name that tells more than its kind, and the longest, in characters. */
const [TELLING, TOO_LONG] = [5, 24];

/**
 * The name before `at` that ends in `noun` where no known name does (和田地区孕产妇高危管理信息|系统): nouns in a row, the one
 * such row of the text before; null where there are two.
 */
function onlyName({ prose }: Draft, at: number, noun: string): Span | null {
  const { text, tokens, tags } = prose;
  let found: Span | null = null;
  for (let i = 1; i < tokens.length && tokens[i]!.end <= at; i++) {
    const { end } = tokens[i]!;
    if (text.slice(end - noun.length, end) !== noun) continue;
    let from = i;
    while (from > 0 && tokens[from]!.start > end - noun.length) from--;
    while (from > 0 && inName(prose, from - 1)) from--;
    while (from < i && tags[from] === V) from++;
    // 人畜共|患病监测平台, 养老与|急救联动项目: half a name.
    const before = tokens[from - 1];
    if (before?.end === tokens[from]!.start && (tags[from - 1] === D || JOINS.has(before.text))) continue;
    const { start } = tokens[from]!;
    const length = end - start;
    if (length < noun.length + TELLING || length > TOO_LONG || isOther(text, { start, end })) continue;
    const name = text.slice(start, end);
    if (
      found &&
      !text.slice(found.start, found.end).endsWith(name) &&
      !name.endsWith(text.slice(found.start, found.end))
    )
      return null;
    if (!found || length > found.end - found.start) found = { start, end };
  }
  return found;
}
/** Whether the word at `t` belongs to the name that the next one goes on with. */
export function inName({ tokens, tags, bits }: Prose, t: number): boolean {
  const { text, end } = tokens[t]!;
  if (end !== tokens[t + 1]!.start || (bits[t]! & NOT_IN_NAME) !== 0) return false;
  return IN_NAME.has(tags[t]!) || (tags[t] === V && text.length === 2 && !USES.has(text));
}
/** 孕产妇|随访|管理: what names are made of; a verb may stand within, not at the head. */
const IN_NAME: ReadonlySet<number> = new Set([N, ENG, VN, J, B]);
const NOT_IN_NAME = KIND.launch | KIND.action | KIND.introducer | KIND.pointer | KIND.verb;
const JOINS: ReadonlySet<string> = wordSet("与 和 及");
/** What is done to systems and with them: no part of their names. */
export const USES: ReadonlySet<string> = wordSet(
  "是 汇入 有 使用 采用 运用 内置 嵌入 应用 利用 依托 借助 通过 登录 打开 进入 接入 接上 对接 连接 联通 连通 纳入 写入 写回 传入 传到 升级 改造 部署 推广 普及 引进 引入 购买 采购 租用 试用 停用 关停 完善 优化 安装 配备 操作 维护 来自 叫 装 用 改 建",
);

/** 从全民健康信息平台调取, 依托信息平台建起互认平台: by what means, so that another of its kind is spoken of where there is one. */
export const MEANS: RegExp = /(?:从|经|通过|依托|借助|基于|利用)$/u;

/** 与国家医保信息平台的对接, 上联省平台: what the thing spoken of is joined to, not the thing itself. */
export const isOther = (text: string, { start, end }: Span): boolean =>
  /(?:对接|[上下]联|联通|连通|(?<!引)入|[到至进向给回于])$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  (/[与和同](?:全[市县区省州])?$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    /^(?:的|实现|完成)*(?:对接|联通|连通|互通|打通|互联|相连)/u.test(text.slice(end, end + 6)));
