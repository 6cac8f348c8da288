/** One clause: what kind it is, what it needs before and after it. */
import type { Span, Token } from "../core/types.ts";
import { wordSet } from "../text/word-set.ts";
import type { Clause, ClauseKind } from "./clauses.ts";
import type { ClauseSpan } from "./sentences.ts";
import { agentEnd, readShape } from "./shape.ts";
import { holdsSpeech, isAttribution, isLabel, LABEL } from "./speech.ts";
import { M, N, SUBJECT, V, VN } from "./tags.ts";
import { KIND, type WordTable } from "./words.ts";

/** A body as its clauses are read from it. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: Uint8Array;
  readonly bits: Int32Array;
  readonly words: WordTable;
  /** Somebody of no name (村医李某) may stand in the text. */
  readonly nameless: boolean;
  /** So may 李大妈. */
  readonly folk: boolean;
  /** So may 一位患者. */
  readonly cases: boolean;
  /** So may 17时03分. */
  readonly clock: boolean;
}

/** A clause before its kind is known. */
export interface Raw {
  readonly span: ClauseSpan;
  readonly index: number;
  readonly sentence: number;
  readonly order: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly last: boolean;
  readonly before: Clause | undefined;
  readonly previous: number;
  readonly governor: number;
  readonly afterSpeech: boolean;
  readonly reported: boolean;
  readonly said: boolean;
  readonly question: boolean;
  /** The clause before tells how it once was. */
  readonly once: boolean;
  /** Its paragraph has told of one person. */
  readonly scene: boolean;
  /** From 先… to before 再…: half of what is done. */
  readonly paired: boolean;
}

const NOW = /^(?:[现如]今|现在|目前|今年|去年|自从?|随着)/u;

/** What marks the points of a list. */
const BULLETS = "✔✓✅☑√▍▌▪■◆●▲★◇□○•▶►※· \u3000";

/** 📱 微信公众号可办理32项业务. */
const PICTURES = /^(?:\p{Extended_Pictographic}\uFE0F?)+\s*/u;

/** （二）三级医院须…, ①…, 3．…: a point's number; 一、 stands before headings. */
export const NUMBERED: RegExp =
  /^(?:[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十\d])|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|[1-9][．、.](?!\d))\s*/u;

/** 当晚即完成, not 当天就诊, 当日便民服务. */
const AT_ONCE = /^(?:即(?![时将])|就(?![是业医诊近地餐])|便(?![民利捷])|才(?!能))/u;

/** What sets the time after which something holds, before what then holds. */
const SINCE_THEN = /^(?:[如现]今|现在|此后|后来)，?[已有又再增达扩在升降全\d]/u;
/** What was, and need not be any more. */
export const ONCE_WAS: RegExp = /(?:19|20)\d\d年|[去前]年|[当起最]初|原先|过去|以前|时(?:只有|仅)|第一(?!.{0,4}院)/u;
/** 开通时只有4个科室，如今38个科室上线: without 如今 both would hold at once. */
function holdsNow({ text }: Reader, { span, order, before }: Raw, core: number): boolean {
  if (text.startsWith("还有", core)) return true;
  return (
    order > 0 &&
    SINCE_THEN.test(text.slice(core, core + 4)) &&
    ONCE_WAS.test(text.slice(before?.start ?? 0, span.start))
  );
}

/** 【哪里能用】全市36家…: the name of a section at its head. */
const SECTION = /^【[^】，。]{2,12}】\s*/u;

/** Where the clause starts once openers are off; whole tokens only. */
function coreStart(reader: Reader, raw: Raw): number {
  const { text, tokens, words } = reader;
  const { end } = raw.span;
  let core = raw.span.start;
  while (core < end && BULLETS.includes(text[core]!)) core++;
  if (text.charCodeAt(core) > 0x2600) core += PICTURES.exec(text.slice(core, Math.min(end, core + 8)))?.[0].length ?? 0;
  if (text[core] === "【" && raw.order === 0)
    core += SECTION.exec(text.slice(core, Math.min(end, core + 16)))?.[0].length ?? 0;
  const numbered = NUMBERED.exec(text.slice(core, core + 6))?.[0].length ?? 0;
  if (core + numbered < end) core += numbered;
  for (let round = 0; round < 3; round++) {
    const n = words.startsWith("opener", text, core, end);
    const next = text[core + n] ?? "。";
    // 现在是10分52秒: what it was stands before.
    if (n === 0 || "的是为".includes(next) || (raw.order > 0 && holdsNow(reader, raw, core))) break;
    // 当晚即完成封堵
    if (text[core] === "当" && AT_ONCE.test(text.slice(core + n, core + n + 2))) break;
    const after = core + n;
    let aligned = after === end;
    for (let i = raw.firstToken; i < raw.endToken && !aligned && tokens[i]!.start <= after; i++)
      aligned = tokens[i]!.start === after;
    if (!aligned) break;
    core = after;
    while (core < end && (text[core] === "，" || text[core] === " " || text[core] === "\u3000")) core++;
  }
  return core;
}

/** Somebody whose name is withheld: 村医李某, not 某二级医院. */
const PERSON = /[\p{sc=Han}]某(?![\p{sc=Han}]{0,2}(?:医院|单位|公司|企业|学校|中心|[些种个家项]))/u;
/** 17时03分，患者上车: a scene told by the minute. */
export const CLOCK: RegExp = /[\d０-９]{1,2}[时点][\d０-９]{1,2}分?(?![\d０-９分]|\s*(?:至|到|—|-|前))/u;
/** 勉县一位胸痛患者: one case of many. */
export const CASE: RegExp =
  /一[位名个][^，的]{0,6}(?:患者|病人|老人|老汉|村民|居民|牧民|市民|司机|小伙子?|孕妇|产妇|孩子|男子|女子|女士|先生)/u;
/** 李大妈, 房阿婆, 老毕: one of those whom it is done for. */
export const FOLK: RegExp =
  /(?:患者|居民|村民|市民|老人|牧民|渔民|[茶果菜参药棉蔗]农)(?:[老小]\p{sc=Han}|\p{sc=Han}(?:伯|叔|婶|嫂|姨|婆))(?!\p{sc=Han}?(?:医院|病))|\p{sc=Han}(?:大妈|大爷|大娘|大叔|大姐|大嫂|大伯|阿姨|阿婆|阿公|奶奶|爷爷|伯伯|婆婆|老汉)|(?<!\p{sc=Han})老[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁许傅沈曾彭吕苏卢蒋蔡魏薛余潘杜戴钟汪任姜范姚谭廖邹陆崔康邱秦顾侯邵孟段汤尹黎乔贺赖龚毕邓熊叶贾](?=[从把说用的在今每是也又就被拿给到有一，])/u;
/** 来自中国和泰国等国的360余名代表: who, and not yet what they did. */
const FROM_WHERE =
  /^来自.{2,24}的[^的，]{0,8}(?:名|位|人|代表|专家|学者|嘉宾|人员|负责人|医生|医师|护士|客商|企业)[^的，了]{0,8}$/u;
/** A press meeting says nothing without what it was held for. */
const PRESS = /(?:召开|举行|举办).{0,8}(?:发布|通气|通报|吹风|见面)会$/u;
/** 这样的血压计，两年间发出4300只: what is counted has been named before. */
const TOPICAL = /^(?:这样|这种|这些|此类|类似|同样)/u;
/** 试点半年，就有1.9万名老人用上: what 就 takes up stands before it. */
const THEN = /^[就便才]/u;
/** 不到两个月，全市就筛出642条: soon after what, the phrase before says. */
const SOON = /^[^，]{1,6}就(?![是业医诊近地餐])/u;
/** 首批, 全部 may head a subject. */
const HEADS_SUBJECT: ReadonlySet<string> = wordSet("首批 全部");
/** A change that says nothing without what changed: 下降8.3个百分点. */
const CHANGE: ReadonlySet<string> = wordSet("增长 下降 提高 降低 缩短 减少 增加 上升 升至 降至");
/** A topic whose predicate is a list or a figure: 首批接入的有12家. */
const NOMINAL_TOPIC = /^[^，]{2,20}的(?:有|是|为|包括)/u;
/** 首批80项争取年底前落地: of what, the clause before says. */
const FIRST_LOT =
  /^首批[\d０-９]+[余多]?(?:项|个|款|家|台|人|名|条|种)(?:争取|已|将|全部|均|于|预计|率先|先行|同步|[今明]?年)/u;
/** 中心揭牌，东北大学牵头; 项目由三局共建，公司承建: which. */
const LED = /^[^由以，]{2,20}(?:牵头|承建|承办|承担|主办|共建|运维)$/u;
/** 年会在合肥举行，主题为“算账”: whose. */
const THEME = /^(?:主题|口号|会期|展期|赛期|展览面积)[为是共]?/u;
/** A subject that opens on what it reaches. */
const REACHING =
  /^((?:覆盖|联通|连接|面向|服务|贯通|辐射)[^，的]{1,36}的[^，的\d][^，的]{2,23}?)(?:已|正式|日前|近日|于|上线|投用|启用|建成|运行|投入)/u;
export const HOSTED: RegExp = /(?:牵头|主办|承办|协办|指导|支持)$/;
const CONSEQUENCE = /^(?:如果|若|一旦|只要|倘若|即使|尽管|虽然|由于|因为|除)/;

export function readClause(reader: Reader, raw: Raw): Clause {
  const { text, tokens, tags, bits, words } = reader;
  const { start, end, mark } = raw.span;
  const core = coreStart(reader, raw);
  let from = raw.firstToken;
  while (from < raw.endToken && tokens[from]!.start < core) from++;
  let all = 0;
  let digits = false;
  for (let i = from; i < raw.endToken; i++) {
    all |= bits[i]!;
    if (tags[i] === M && DIGITS.test(tokens[i]!.text)) digits = true;
  }
  const somebody =
    ((all & KIND.person) !== 0 && namesPerson(reader, from, raw.endToken)) ||
    (reader.nameless && PERSON.test(text.slice(start, end))) ||
    (reader.folk && FOLK.test(text.slice(start, end))) ||
    (reader.cases && CASE.test(text.slice(start, end)));
  const anecdote =
    somebody ||
    (all & KIND.anecdote) !== 0 ||
    (reader.clock && CLOCK.test(text.slice(start, end))) ||
    (raw.scene && OWN_MONEY.test(text.slice(core, end)));
  const make = (
    kind: ClauseKind,
    needsNext = false,
    needsPrevious = false,
    subject: Span | null = null,
    personal = false,
  ): Clause => ({
    start,
    end,
    index: raw.index,
    sentence: raw.sentence,
    order: raw.order,
    mark,
    core,
    kind,
    opens: tokens[from]?.text ?? "",
    subject,
    firstToken: from,
    endToken: raw.endToken,
    needsNext,
    needsPrevious,
    anecdote,
    somebody,
    personal,
    background: (all & KIND.background) !== 0 || (raw.once && !NOW.test(text.slice(core, core + 2))),
    comment: raw.question || (all & KIND.comment) !== 0,
    forward: (all & KIND.forward) !== 0,
    reported: raw.reported,
    said: raw.said,
    bits: all,
    previous: raw.previous,
    governor: raw.governor,
    topic:
      kind === "phrase" &&
      (text[end - 1] === "的" || SUBJECT[tags[from]!] === 1 || agentEnd(tokens, from, raw.endToken) > 0),
    afterSpeech: raw.afterSpeech,
  });
  if (core >= end || from >= raw.endToken || TODAY.test(text.slice(core, end))) return make("filler");
  if (mark === "：" && !digits && end - core < 14 && SIGNPOST.test(text.slice(core, end))) return make("filler");
  if (mark === "：" && raw.order === 0 && end - core <= LABEL && isLabel(text, core, end)) return make("filler");
  if (!raw.last && text[end - 1] === "的") return make("phrase", true);
  if (holdsSpeech(text, raw.span) || isAttribution(reader, raw)) return make("speech");
  const shape = readShape(reader, core, from, raw);
  const introducing =
    (mark === "：" && !(shape.predicate && digits)) || (!raw.last && introduces(text, words, core, end));
  const phraseEnd =
    endsAsPhrase(text, core, end) || (!raw.last && standsForNext(reader, from, raw.endToken, core, end));
  const needsNext =
    !raw.last &&
    (introducing ||
      phraseEnd ||
      shape.conditional ||
      holdsReason(reader, from, raw.endToken) ||
      (end - core < 24 && MADE_WITH.test(text.slice(core, end))) ||
      raw.paired ||
      BY_STEPS.test(text.slice(core, end)) ||
      BY_LAW.test(text.slice(Math.max(core, end - 30), end)) ||
      LEADS_ON.test(text.slice(core, end)) ||
      TOGETHER.test(text.slice(core, end)) ||
      SPENT.test(text.slice(Math.max(core, end - 18), end)) ||
      BY_YEAR.test(text.slice(Math.max(core, end - 14), end)) ||
      PRESS.test(text.slice(Math.max(core, end - 14), end)));
  const { before } = raw;
  const condition =
    before?.kind === "phrase" &&
    (text[before.end - 1] === "的" || CONSEQUENCE.test(text.slice(before.core, before.core + 2)));
  const afterColon = before !== undefined && (before.mark === "：" || before.mark === "——") && before.kind !== "speech";
  const hosted =
    raw.order > 0 && HOSTED.test(text.slice(end - 2, end)) && text.slice(Math.max(0, start - 40), start).includes("由");
  const needsPrevious =
    before !== undefined &&
    (hosted ||
      condition ||
      (raw.order > 0 && THEN.test(text.slice(core, core + 2)) && tokens[from]!.text.length === 1) ||
      TO_LAST.test(text.slice(core, core + 14)) ||
      (before.kind === "phrase" && SOON.test(text.slice(core, core + 9))) ||
      (before.kind === "phrase" && TOPICAL.test(text.slice(before.core, before.core + 2))) ||
      (raw.order > 0 &&
        (LED.test(text.slice(core, end)) ||
          THEME.test(text.slice(core, core + 4)) ||
          FIRST_LOT.test(text.slice(core, core + 14)) ||
          COUNTED_BEFORE.test(text.slice(Math.max(core, end - 10), end)))) ||
      (afterColon && !shape.subject));
  const dated =
    !raw.last &&
    end - core < 16 &&
    (SINCE.has(text.slice(end - 2, end)) || RUNNING.test(text.slice(core, end)) || UNTIL.test(text.slice(core, end)));
  // 落户、参保等8类场景，不得再要求纸质件: of what, and not yet what.
  const listed =
    !raw.last &&
    text[tokens[from]!.end] === "、" &&
    tags[raw.endToken - 1] === N &&
    (bits[raw.endToken - 1]! & (KIND.launch | KIND.action)) === 0 &&
    LISTED_CASES.test(text.slice(end - 12, end));
  if (raw.order > 0 && COUNT_ONLY.test(text.slice(core, end))) return make("dependent", false, true);
  if (end - core < 14 && MEASURE_ONLY.test(text.slice(core, end))) return make("dependent", false, raw.order > 0);
  if (!raw.last && text.startsWith("来自", core) && FROM_WHERE.test(text.slice(core, end))) return make("phrase", true);
  if (
    !raw.last &&
    (namesOnly(reader, from, raw.endToken) ||
      MOST_OF.test(text.slice(core, end)) ||
      (agentEnd(tokens, from, raw.endToken) > 0 && MADE_THING.test(text.slice(end - 4, end))))
  )
    return make("phrase", true);
  // 统一了编码，9家医院接入: a verb at the head, though the tagger sees a noun.
  if (
    !shape.predicate &&
    raw.order > 0 &&
    from + 2 < raw.endToken &&
    tokens[from + 1]!.text === "了" &&
    tags[from] === VN
  )
    return make("bare", needsNext, needsPrevious);
  if (!shape.predicate || (phraseEnd && shape.prepositional) || shape.conditional || dated || listed)
    return make("phrase", true, afterColon);
  if (dependentHead(reader, from, raw) || (text[core] === "称" && tokens[from]!.end === core + 1))
    return make("dependent", raw.order > 0 && needsNext, raw.order > 0);
  const head = tokens[from]!;
  // 覆盖全区的诊断中心已于8月投用: what covers it is the subject.
  const covering = REACHING.exec(text.slice(core, end));
  if (covering) return make("full", needsNext, needsPrevious, { start: core, end: core + covering[1]!.length });
  if ((bits[from]! & KIND.linked) !== 0 && !(shape.subject && HEADS_SUBJECT.has(head.text))) {
    if (raw.order > 0 && tags[from + 1] === M && from + 1 < raw.endToken && CHANGE.has(head.text))
      return make("dependent", false, true);
    return make("linked", needsNext, needsPrevious);
  }
  let who = shape.subject;
  if (!who) {
    const u = text[core]!;
    const nominal = "在从对把".includes(u) ? null : NOMINAL_TOPIC.exec(text.slice(core, Math.min(end, core + 24)));
    if (!nominal) return make("bare", needsNext, needsPrevious);
    who = { start: core, end: core + nominal[0].lastIndexOf("的") + 1 };
  }
  let personal = false;
  for (let i = from; i < raw.endToken && tokens[i]!.end <= who.end; i++)
    if ((bits[i]! & KIND.person) !== 0 && tokens[i]!.end >= who.end - 2) personal = true;
  return make("full", needsNext, needsPrevious, who, personal);
}

/** 为老人的床位安装的床垫、手环: what is named, and not yet what becomes of it. */
function namesOnly({ tokens, tags, bits }: Reader, from: number, to: number): boolean {
  if (tokens[from]!.text !== "为" && tokens[from]!.text !== "给") return false;
  let of = to - 1;
  while (of > from && tokens[of]!.text !== "的") of--;
  let verb = false;
  for (let i = from + 1; i < of; i++) verb ||= tags[i] === V;
  if (!verb || of > to - 3) return false;
  for (let i = of + 1; i < to; i++) if (tags[i] === V || (bits[i]! & KIND.predicate) !== 0) return false;
  return true;
}

/** 由省卫健委指导的2023全国数字健康创新大会: what is named, and not yet what becomes of it. */
const MADE_THING = /(?:大会|论坛|会议|峰会|年会|博览会|大赛|活动|平台|系统|中心|项目|工程|标准|规范|[》”])$/u;

/** 团队正用脱敏后的处方数据: what for, follows. */
const MADE_WITH = /[正则还已并也]用[^，用]{2,}(?:数据|技术|方式|手段|方法|模型|系统|算法|平台|语料|录音)$/u;
/** 专家组通过查阅、访谈、查验三个环节: what is done so follows. */
const BY_STEPS = /通过[^，]{4,}(?:环节|方式|形式|手段|途径|渠道|步骤)$/u;
/** 公安机关依据《网络安全法》第二十一条: what it did follows. */
const BY_LAW = /(?:依据|根据|按照|依照|对照)[^，]*(?:》|第[一二三四五六七八九十百\d]+[条款项])$/u;
/** 安和投入1150万元: for what, follows. */
const SPENT = /(?<!总)(?:投入|拿出|自筹|争取)[^，的]{0,6}\d[\d.]*[多余]?[万亿]元$/u;
/** 提出到2030年: what by then, follows. */
const BY_YEAR = /(?:提出|明确|要求|力争|目标)到\d{4}年[底末初]?$/u;
/** 数字最能说明变化：, 更大的变化在基层：: that something is to come. */
const SIGNPOST = /变化|数字|账|难题|效果|好处|答案|秘诀|窍门/u;
/** The day of the report, which a weekly does not know. */
const TODAY = /^(?:今天|昨天|今日|昨日)(?:[上下]午|晚上?|凌晨|清晨|一早)?$/u;
/** 离县城最远的29个村 */
const MOST_OF = /^[^，]{1,10}最\p{sc=Han}{1,2}的\d+[余多]?[个家所名位座][^，]{1,5}$/u;
/** 平台依托医保信息平台; 医生点一下“调阅”; 与往年不同: nothing has been said yet. */
const LEADS_ON =
  /^[^，]{1,12}(?:依托|基于|借助|利用)[^，]{2,}(?:平台|系统|技术|资源|优势|网络|体系)$|点(?:一下|击|开)?“[^”]+”$|^[与和同].*不(?:同|一样)$/u;
/** 市卫健委会同市公安局: what they did follows. */
const TOGETHER = /(?:会同|携手|联手)[^，]{2,}(?:[局委办厅院]|部门|公司|大学|中心|集团|单位)$/u;
/** 医院管理研究所公布评估结果: which, follows. */
export const RESULT: RegExp = /(?:公布|公示|发布|揭晓|通报)[^，]{2,}(?:结果|名单|排名|成绩单)$/u;
/** 7家机构因为质量不达标: what came of it follows. */
function holdsReason({ tokens }: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (tokens[i]!.text === "因为" || tokens[i]!.text === "由于") return true;
  return false;
}

const isName = ({ pos, text }: Token): boolean =>
  pos.startsWith("nr") || (pos === "x" && text.length > 1 && text.length < 4 && /^\p{sc=Han}+$/u.test(text));

/** 村医古丽: somebody by his name, which the dictionary has or has not. */
function namesPerson({ tokens, bits }: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if ((bits[i - 1]! & KIND.person) !== 0 && isName(tokens[i]!)) return true;
  return false;
}

/** 运行两个月: how long, of what comes. */
const RUNNING =
  /^(?:平台|系统|项目)?(?:运行|上线|启用|投用|使用|实施|开展)(?:以来)?(?:[\d一二两三四五六七八九十半多]+)(?:个多?月|年多?|周|天|百?日)[来后]?$/u;
/** …、…等8类场景. */
const LISTED_CASES = /等[\d一二三四五六七八九十]+[多余]?[类种项]\p{sc=Han}{2,4}$/u;
/** 到了第七期: when, of what comes. */
const UNTIL = /^直?到了?第[一二三四五六七八九十\d]{1,3}[期届批次轮天年]$/u;
/** 示范区建设之初, 平台试运行以来: a time, though it holds a verb. */
const SINCE: ReadonlySet<string> = wordSet("之初 以来 期间 年来 月来");

/** Ends as a time, a place or a topic does: …以来, …期间, …后, …中. */
function endsAsPhrase(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const last = text[end - 1]!;
  const two = text.slice(end - 2, end);
  if ("后时中里上下内外间前起底初末来".includes(last))
    return two !== "一起" && two !== "以上" && two !== "以内" && two !== "以下";
  return two === "方面" || two === "同时" || two === "之际" || text.slice(end - 3, end) === "的时候";
}

/**
 * 连续三个月末位的医院，由…约谈; 以人民医院为龙头，…: what is spoken of, and what is built on; not 与邻市的平台完成对接,
 * which says something of it.
 */
function standsForNext({ text, tokens, tags }: Reader, from: number, to: number, start: number, end: number): boolean {
  if (BASE.test(text.slice(Math.max(start, end - 5), end))) return true;
  if (!TOPIC.test(text.slice(start, end)) || !OF_TOPIC.test(text.slice(end + 1, end + 5))) return false;
  let at = to - 1;
  while (at > from && tokens[at]!.text !== "的") at--;
  // 参保人员, 试点单位: a verb that heads a name says nothing of it.
  for (let noun = false; ++at < to; noun ||= SUBJECT[tags[at]!] === 1) if (noun && tags[at] === V) return false;
  return true;
}
const TOPIC = /^[^的]{2,12}的[^的]{2,8}$/u;
const OF_TOPIC = /^(?:由|用|须|应|不得|一律|均|都|也|可|要)/u;
const BASE = /为(?:龙头|核心|主体|依托|基础|抓手|载体|底座|支撑|牵引|纽带|支点)$/u;

/** Ends in 提出, 要求, 显示 …; not in 作出规定, which is complete. */
function introduces(text: string, words: WordTable, start: number, end: number): boolean {
  const n = words.endsWith("introducer", text, start, end);
  return n > 0 && !"出了的".includes(text[end - n - 1]!);
}

/** The dependent word is a whole token (共 in 共享 is none). */
function dependentHead({ tokens, tags, bits, words }: Reader, from: number, raw: Raw): boolean {
  const head = tokens[from]!;
  const next = from + 1 < raw.endToken ? tokens[from + 1] : undefined;
  if (
    (bits[from]! & KIND.dependent) !== 0 &&
    !(head.text === "以" && next && tags[from + 1] !== V && tags[from + 1] !== VN)
  )
    return true;
  return (
    next !== undefined &&
    head.text.length <= 2 &&
    next.text.length <= 2 &&
    (words.bits(head.text + next.text) & KIND.dependent) !== 0
  );
}

/** A figure that says neither what it counts nor of whom: 去年共6800余例, 已补1120份. */
const COUNT_ONLY =
  /^(?:已\p{sc=Han}(?=\d)|[今去前]年|前.季度|[一二三四上下]季度|上半年|\d{1,2}月|目前|累计|已|共|总共|约|近|达到?|超过?)+[\d０-９][\d.．,，]*[余多万亿千]*(?:例次?|人次|次|家|张|份|台|个|条|笔|名|人|件)?$/u;
/** 讷河一口气配了236个: of what, the clause before says. */
const COUNTED_BEFORE = /[了过][\d０-９][\d.．,，]*[余多万千]*[个只件套通份张笔单]$/u;
/** 前三季度同比增长44.8%: of what, the clause before says. */
const TO_LAST =
  /^(?:[今去]年)?(?:前[\d一二三四五六七八九十]+(?:个月|季度)|上半年|[一二三四]季度|\d{1,2}月份?|全年)?(?:同比|环比|[比较][去上前]年)/u;
/** A measure that does not say of what: 价格86万元, 接通率83%. */
const MEASURE_ONLY =
  /^(?:总|单|平均)?(?:价格|价|费用|金额|期限|工期|时长|用时|耗时|面积|造价|投资|[\p{sc=Han}]{1,2}率)(?:为|达到?|约|近|超|仅|不[高低]于|不超过)?[\d０-９一二两三四五六七八九十][\d.．,，]*[余多万亿千]*[\p{sc=Han}%％]{1,3}$/u;
/** 总费用186元: what one person paid. */
const OWN_MONEY = /\d元/u;
const DIGITS = /\d/;
