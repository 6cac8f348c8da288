/** What each clause is, grammatically: what it may open, what it needs before and after it. */
import type { Field, Span, Token } from "../core/types.ts";
import { type ClauseSpan, type Sentence, splitSentences } from "./sentences.ts";
import { KIND, type WordTable } from "./words.ts";

/**
 * speech: somebody's words or who said them, never used · filler: an opener alone, never used · phrase: a time, place,
 * topic or condition, which needs what it introduces · dependent: needs the clause before · bare: a predicate whose
 * subject stands in an earlier clause · linked: a figure or an adverb that goes on from its topic · full: subject and
 * predicate.
 */
export type ClauseKind = "speech" | "filler" | "phrase" | "dependent" | "linked" | "bare" | "full";

export interface Clause extends Span {
  readonly index: number;
  readonly sentence: number;
  /** Position in its sentence. */
  readonly order: number;
  readonly mark: string;
  /** Where it starts once openers (近日, 据悉) are off. */
  readonly core: number;
  readonly kind: ClauseKind;
  /** Its first word. */
  readonly opens: string;
  /** The text before the first predicate, where that is short enough to stand in for a missing subject. */
  readonly subject: Span | null;
  readonly firstToken: number;
  /** One past the last token. */
  readonly endToken: number;
  /** Introduces what follows (…提出, …时): unusable alone. */
  readonly needsNext: boolean;
  /** The clause before must stand with it (a condition's consequence, 其中…). */
  readonly needsPrevious: boolean;
  readonly anecdote: boolean;
  /** Tells of one person: 村医李某, 李大妈, 一位患者. */
  readonly somebody: boolean;
  /** Its subject is somebody, not an organisation or a thing. */
  readonly personal: boolean;
  readonly background: boolean;
  readonly comment: boolean;
  readonly forward: boolean;
  /** Follows 统计, 获悉, 通知提出 … in its sentence. */
  readonly reported: boolean;
  /** Follows a speaker (X表示，…) in its sentence. */
  readonly said: boolean;
  /** The bits of all its words ({@link KIND}). */
  readonly bits: number;
  /** Index of the clause before it in its sentence, fillers passed over; -1 where none. */
  readonly previous: number;
  /** Index of the nearest clause with a subject before it in its sentence, no speaker between; -1 where none. */
  readonly governor: number;
  /** A phrase that names what is spoken of: 该平台在此基础上, 拿不准的. */
  readonly topic: boolean;
  /** A speaker stands before it in its sentence. */
  readonly afterSpeech: boolean;
}

export interface Prose {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By token: the first unit of its tag; `V` for vn, `E` for eng. Words of a name and kinds of document are `n`. */
  readonly tags: Uint8Array;
  /** By token: its bits in the word table. */
  readonly bits: Int32Array;
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
}

const unit = (c: string): number => c.charCodeAt(0);
const N = unit("n");
const V = unit("v");
const VN = unit("V");
const P = unit("p");
const F = unit("f");
const T = unit("t");
const D = unit("d");
const C = unit("c");
const M = unit("m");
const Q = unit("q");
const U = unit("u");
const A = unit("a");
const I = unit("i");
const Z = unit("z");
const L = unit("l");
const J = unit("j");
const ENG = unit("E");
const S = unit("s");
const X = unit("x");
const R = unit("r");
const B = unit("b");
const K = unit("k");
const G = unit("g");

/** Tags by set: a byte for each tag unit. */
const tagSet = (...tags: number[]): Uint8Array => {
  const set = new Uint8Array(128);
  for (const t of tags) set[t] = 1;
  return set;
};
const NOMINAL = tagSet(N, R, M, Q, X, ENG, S, J, I, L, VN, B, A, Z, F, G, T, K);
const SUBJECT = tagSet(N, J, ENG, VN, R, L, I, S, X, G);
const TRAILING = tagSet(D, P, C, U, T, F);
const STATE = tagSet(A, I, Z, L);
const DIGITS = /\d/;

const tagOf = (pos: string): number => {
  const first = pos.charCodeAt(0) & 127;
  if (first === V && pos === "vn") return VN;
  return first === 101 && pos === "eng" ? ENG : first;
};

interface Reader {
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

/** Reads the body as sentences and clauses; `named` are the names found in it (regions, institutions, terms). */
export function readProse(field: Field, words: WordTable, named: readonly Span[] = []): Prose {
  const { text } = field;
  const tokens = field.tokens.slice();
  const tags = new Uint8Array(tokens.length);
  const bits = new Int32Array(tokens.length);
  const spans = [...named].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  for (let i = 0, at = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    const tag = tagOf(t.pos);
    bits[i] = words.bits(t.text);
    tags[i] = tag;
    while (at < spans.length && spans[at]!.start <= t.start) reach = Math.max(reach, spans[at++]!.end);
    // The tagger takes 开封 or 指引 for a verb.
    if (tag === N || (t.end > reach && (bits[i]! & KIND.document) === 0) || isDigit(t.text.charCodeAt(0))) continue;
    tags[i] = N;
    tokens[i] = { text: t.text, pos: "n", start: t.start, end: t.end };
  }
  const sentences = splitSentences(text);
  const clauses: Clause[] = [];
  const reader: Reader = {
    text,
    tokens,
    tags,
    bits,
    words,
    nameless: text.includes("某"),
    folk: FOLK.test(text),
    cases: CASE.test(text),
    clock: CLOCK.test(text),
  };
  let token = 0;
  /** The paragraph that has told of one person. */
  let scene = -1;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s]!;
    let reported = false;
    let said = false;
    let previous = -1;
    let governor = -1;
    let afterSpeech = false;
    let once = false;
    const question = text[sentence.end - 1] === "？" || text[sentence.end - 2] === "？";
    for (let order = 0; order < sentence.clauses.length; order++) {
      const span = sentence.clauses[order]!;
      while (token < tokens.length && tokens[token]!.end <= span.start) token++;
      const first = token;
      while (token < tokens.length && tokens[token]!.start < span.end) token++;
      const clause = readClause(reader, {
        span,
        index: clauses.length,
        sentence: s,
        order,
        firstToken: first,
        endToken: token,
        last: order === sentence.clauses.length - 1,
        before: order > 0 ? clauses[clauses.length - 1] : undefined,
        previous,
        governor,
        afterSpeech,
        reported,
        said,
        question,
        once,
        scene: scene === sentence.paragraph,
      });
      once = clause.background && (once || ONCE.test(text.slice(clause.core, clause.core + 2)));
      const before = clauses[previous];
      const consequent = follows(reader, clause);
      const subject = tokens[clause.firstToken]!;
      // 系统就会提醒: of what, the clause before says.
      const hangs = consequent && before && SHALL.test(text.slice(subject.end, subject.end + 2));
      // 村医李某扫码，录入3次: he did.
      const goesOn = before?.somebody === true && (clause.kind === "bare" || clause.kind === "dependent");
      clauses.push(
        hangs || goesOn
          ? {
              ...clause,
              needsPrevious: hangs || clause.needsPrevious,
              anecdote: goesOn || clause.anecdote,
              somebody: goesOn || clause.somebody,
            }
          : clause,
      );
      if (clause.somebody) scene = sentence.paragraph;
      // 无人应答，自动升级: the condition goes with its consequence.
      if (before && before.kind !== "speech" && (consequent || CONSEQUENT.test(clause.opens)))
        clauses[previous] = { ...before, needsNext: true };
      if (clause.kind === "speech") {
        if (REPORT.test(text.slice(Math.max(span.start, span.end - 4), span.end))) reported = true;
        else said = true;
        afterSpeech = true;
        governor = -1;
      } else if (clause.needsNext && words.endsWith("introducer", text, span.start, span.end) > 0) reported = true;
      if (clause.kind !== "filler") previous = clause.index;
      // 大会由X指导，Y主办，在Z举行: the hall belongs to the meeting.
      // 巡回车开到村口，药箱里备着药，去年服务1万人次: the car did.
      if (locative(text, clause)) continue;
      if (clause.kind === "full" && !(clause.needsPrevious && HOSTED.test(text.slice(span.end - 2, span.end))))
        governor = clause.index;
    }
  }
  return { text, tokens, tags, bits, sentences, clauses };
}

const isDigit = (u: number): boolean => (u >= 48 && u <= 57) || (u >= 0xff10 && u <= 0xff19);

/** Opens on what follows from the clause before. */
const CONSEQUENT = /^(?:就|便|即|才|即可|便可|就能|才能|自动|随即|立即|马上|当场)/;
/** 短信就升级到科主任: the consequence of the clause before stands behind its subject. */
function follows({ tokens, tags }: Reader, { kind, firstToken, endToken }: Clause): boolean {
  if (kind !== "full") return false;
  for (let i = firstToken + 1; i < Math.min(firstToken + 4, endToken); i++) {
    const { text } = tokens[i]!;
    if (text === "就" || text === "便" || text === "才") return tags[i - 1] === N || tags[i - 1] === R;
  }
  return false;
}
/** Whether the clause tells what is in a place or belongs to the thing before: 药箱里备着…, 车上装有…, 成员来自…. */
export function locative(text: string, { kind, subject }: Clause): boolean {
  if (kind !== "full" || subject === null) return false;
  // The 里 behind it is no part of the subject.
  const end = "里上内".includes(text[subject.end] ?? "。") ? subject.end + 1 : subject.end;
  return LOCATIVE.test(text.slice(subject.start, end));
}
const LOCATIVE =
  /^(?!.?[市县区省州乡镇村院]里)[^的，、]{1,6}[里上内]$|^(?:成员|底座|金额|背后|一期|二期|其中|另[一两].*)$/u;
const SHALL = /^[就便才][会能可]/u;
/** 总费用186元: what one person paid. */
const OWN_MONEY = /\d元/u;
/** What is known from somewhere, not said by somebody. */
const REPORT = /(?:获悉|了解到|统计|显示|公布|通报|披露|数据|悉|测算)$/;

interface Raw {
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
}

/** 过去看不到外院的化验单，要抄五遍: how it was, until 现在. */
const ONCE = /^(?:过去(?!.?年)|以前|以往|从前|原先|此前|早先)/u;
const NOW = /^(?:[现如]今|现在|目前|今年|去年|自从?|随着)/u;

/** What marks the points of a list. */
const BULLETS = "▪■◆●▲★◇□○•▶►※· \u3000";

/** （二）三级医院须…, ①…, 3．…: a point's number; 一、 stands before headings. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十\d])|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|[1-9][．、.](?!\d))\s*/u;

/** Where the clause starts once openers are off; whole tokens only. */
function coreStart(reader: Reader, raw: Raw): number {
  const { text, tokens, words } = reader;
  const { end } = raw.span;
  let core = raw.span.start;
  while (core < end && BULLETS.includes(text[core]!)) core++;
  const numbered = NUMBERED.exec(text.slice(core, core + 6))?.[0].length ?? 0;
  if (core + numbered < end) core += numbered;
  for (let round = 0; round < 3; round++) {
    const n = words.startsWith("opener", text, core, end);
    // 现在是10分52秒: what it was stands before.
    if (n === 0 || "的是为".includes(text[core + n] ?? "。") || (raw.order > 0 && text.startsWith("还有", core))) break;
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

/** A quotation of a sentence's length: somebody speaks. */
function holdsSpeech(text: string, { start, end, quote }: ClauseSpan): boolean {
  if (quote < 0) return false;
  let close = text.indexOf("”", quote);
  if (close < 0 || close > end) close = end;
  let pauses = false;
  for (let i = quote + 1; i < close; i++) {
    const c = text[i]!;
    if (c === "。" || c === "！" || c === "？") return true;
    if (c === "，" || c === "；") pauses = true;
  }
  const length = close - quote - 1;
  // “数据才是金矿”: nothing but somebody's words.
  if (quote === start && close === end - 1 && length >= 8) return true;
  return (pauses && length >= 9) || (quote === start && length >= 16);
}

/** Somebody whose name is withheld: 村医李某, not 某二级医院. */
const PERSON = /[\p{sc=Han}]某(?![\p{sc=Han}]{0,2}(?:医院|单位|公司|企业|学校|中心|[些种个家项]))/u;
/** 17时03分，患者上车: a scene told by the minute. */
const CLOCK = /[\d０-９]{1,2}[时点][\d０-９]{1,2}分?(?![\d０-９分]|\s*(?:至|到|—|-|前))/u;
/** 勉县一位胸痛患者: one case of many. */
const CASE =
  /一[位名个][^，的]{0,6}(?:患者|病人|老人|老汉|村民|居民|牧民|市民|司机|小伙子?|孕妇|产妇|孩子|男子|女子|女士|先生)/u;
/** 李大妈, 房阿婆: one of those whom it is done for. */
const FOLK =
  /(?:患者|居民|村民|市民|老人|牧民|渔民|[茶果菜参药棉蔗]农)(?:[老小]\p{sc=Han}|\p{sc=Han}(?:伯|叔|婶|嫂|姨|婆))(?!\p{sc=Han}?(?:医院|病))|\p{sc=Han}(?:大妈|大爷|大娘|大叔|大姐|大嫂|大伯|阿姨|阿婆|阿公|奶奶|爷爷|伯伯|婆婆|老汉)/u;
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
const HEADS_SUBJECT = /^(?:首批|全部)$/;
/** A change that says nothing without what changed: 下降8.3个百分点. */
const CHANGE = /^(?:增长|下降|提高|降低|缩短|减少|增加|上升|升至|降至)$/;
/** A topic whose predicate is a list or a figure: 首批接入的有12家. */
const NOMINAL_TOPIC = /^[^，]{2,20}的(?:有|是|为|包括)/u;
/** 首批80项争取年底前落地: of what, the clause before says. */
const FIRST_LOT =
  /^首批[\d０-９]+[余多]?(?:项|个|款|家|台|人|名|条|种)(?:争取|已|将|全部|均|于|预计|率先|先行|同步|[今明]?年)/u;
/** 中心揭牌，东北大学牵头: which centre. */
const LED = /^[^由以，]{2,12}牵头$/u;
/** A subject that opens on what it reaches. */
const REACHING =
  /^((?:覆盖|联通|连接|面向|服务|贯通|辐射)[^，的]{1,14}的[^，的]{3,24}?)(?:已|正式|日前|近日|于|上线|投用|启用|建成)/u;
const HOSTED = /(?:牵头|主办|承办|协办|指导|支持)$/;
const CONSEQUENCE = /^(?:如果|若|一旦|只要|倘若|即使|尽管|虽然|由于|因为|除)/;

function readClause(reader: Reader, raw: Raw): Clause {
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
    topic: kind === "phrase" && (text[end - 1] === "的" || SUBJECT[tags[from]!] === 1),
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
  const phraseEnd = endsAsPhrase(text, core, end) || (!raw.last && standsForNext(text, core, end));
  const needsNext =
    !raw.last &&
    (introducing ||
      phraseEnd ||
      shape.conditional ||
      holdsReason(reader, from, raw.endToken) ||
      (end - core < 24 && MADE_WITH.test(text.slice(core, end))) ||
      BY_STEPS.test(text.slice(core, end)) ||
      LEADS_ON.test(text.slice(core, end)) ||
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
          FIRST_LOT.test(text.slice(core, core + 14)) ||
          COUNTED_BEFORE.test(text.slice(Math.max(core, end - 10), end)))) ||
      (afterColon && !shape.subject));
  const dated =
    !raw.last && end - core < 16 && (SINCE.test(text.slice(end - 2, end)) || RUNNING.test(text.slice(core, end)));
  if (raw.order > 0 && COUNT_ONLY.test(text.slice(core, end))) return make("dependent", false, true);
  if (end - core < 14 && MEASURE_ONLY.test(text.slice(core, end))) return make("dependent", false, raw.order > 0);
  if (!raw.last && text.startsWith("来自", core) && FROM_WHERE.test(text.slice(core, end))) return make("phrase", true);
  if (!raw.last && (namesOnly(reader, from, raw.endToken) || MOST_OF.test(text.slice(core, end))))
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
  if (!shape.predicate || (phraseEnd && shape.prepositional) || shape.conditional || dated)
    return make("phrase", true, afterColon);
  if (dependentHead(reader, from, raw) || (text[core] === "称" && tokens[from]!.end === core + 1))
    return make("dependent", raw.order > 0 && needsNext, raw.order > 0);
  const head = tokens[from]!;
  // 覆盖全区的诊断中心已于8月投用: what covers it is the subject.
  const covering = REACHING.exec(text.slice(core, end));
  if (covering) return make("full", needsNext, needsPrevious, { start: core, end: core + covering[1]!.length });
  if ((bits[from]! & KIND.linked) !== 0 && !(shape.subject && HEADS_SUBJECT.test(head.text))) {
    if (raw.order > 0 && tags[from + 1] === M && from + 1 < raw.endToken && CHANGE.test(head.text))
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

/** 团队正用脱敏后的处方数据: what for, follows. */
const MADE_WITH = /[正则还已并也]用[^，用]{2,}(?:数据|技术|方式|手段|方法|模型|系统|算法|平台|语料|录音)$/u;
/** 专家组通过查阅、访谈、查验三个环节: what is done so follows. */
const BY_STEPS = /通过[^，]{4,}(?:环节|方式|形式|手段|途径|渠道|步骤)$/u;
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
/** 示范区建设之初, 平台试运行以来: a time, though it holds a verb. */
const SINCE = /^(?:之初|以来|期间|年来|月来)$/;

/** Ends as a time, a place or a topic does: …以来, …期间, …后, …中. */
function endsAsPhrase(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const last = text[end - 1]!;
  const two = text.slice(end - 2, end);
  if ("后时中里上下内外间前起底初末来".includes(last))
    return two !== "一起" && two !== "以上" && two !== "以内" && two !== "以下";
  return two === "方面" || two === "同时" || two === "之际" || text.slice(end - 3, end) === "的时候";
}

/** 连续三个月末位的医院，由…约谈; 以人民医院为龙头，…: what is spoken of, and what is built on. */
const standsForNext = (text: string, start: number, end: number): boolean =>
  (TOPIC.test(text.slice(start, end)) && OF_TOPIC.test(text.slice(end + 1, end + 5))) ||
  BASE.test(text.slice(Math.max(start, end - 5), end));
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

const SHOWN = /(?:数据|统计|监测|调查|测算|结果|回访|的)显示$/;
const TOLD = /(?:告诉|对|向)记者(?:说|介绍|表示)?$/;
const SAID = /(?:说|告诉记者|对记者说|介绍说|坦言|感慨|感叹|表示)$/;

/** Who says it, or where it is known from: X表示, 据X介绍, 记者从X获悉, 统计显示. */
function isAttribution({ text, tokens, bits, words }: Reader, raw: Raw): boolean {
  const { start, end, mark } = raw.span;
  const first = text[start]!;
  const sourced = first === "据" || (first === "另" && text[start + 1] === "据");
  if (sourced && !raw.last && text[start + 1] !== "此") return true;
  if (
    (sourced || first === "从" || text.startsWith("记者", start) || text.startsWith("来自", start)) &&
    words.endsWith("attribution", text, start, end) > 0
  )
    return true;
  if (mark === "：" || mark === "，") {
    if (
      raw.endToken > raw.firstToken &&
      (bits[raw.endToken - 1]! & KIND.speech) !== 0 &&
      tokens[raw.endToken - 1]!.end <= end
    )
      return true;
    const tail = text.slice(Math.max(start, end - 7), end);
    if (SHOWN.test(tail) || TOLD.test(tail)) return true;
  }
  return raw.last && SAID.test(text.slice(Math.max(start, end - 4), end));
}

/** Who speaks or asks in an interview: 记者：…, 韩立：…, at the head of several paragraphs. */
const LABEL = 4;
/** Characters before and behind it in which it is looked for again. */
const NEARBY = 1500;
function isLabel(text: string, start: number, end: number): boolean {
  if (start > 0 && text[start - 1] !== "\n") return false;
  const label = text.slice(start, end + 1);
  const from = Math.max(0, start - NEARBY);
  const around = `${from === 0 ? "\n" : ""}${text.slice(from, start)}\n${text.slice(end + 1, end + NEARBY)}`;
  return around.includes(`\n${label}`);
}

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
/** A figure that says neither what it counts nor of whom: 去年共6800余例, 已补1120份. */
const COUNT_ONLY =
  /^(?:已\p{sc=Han}(?=\d)|[今去前]年|前.季度|[一二三四上下]季度|上半年|\d{1,2}月|目前|累计|已|共|总共|约|近|达到?|超过?)+[\d０-９][\d.．,，]*[余多万亿千]*(?:例次?|人次|次|家|张|份|台|个|条|笔|名|人|件)?$/u;
/** 讷河一口气配了236个: of what, the clause before says. */
const COUNTED_BEFORE = /[了过][\d０-９][\d.．,，]*[余多万千]*[个只件套]$/u;
/** 前三季度同比增长44.8%: of what, the clause before says. */
const TO_LAST =
  /^(?:[今去]年)?(?:前[\d一二三四五六七八九十]+(?:个月|季度)|上半年|[一二三四]季度|\d{1,2}月份?|全年)?(?:同比|环比|[比较][去上前]年)/u;
/** A measure that does not say of what: 价格86万元, 接通率83%. */
const MEASURE_ONLY =
  /^(?:总|单|平均)?(?:价格|价|费用|金额|期限|工期|时长|用时|耗时|面积|造价|投资|[\p{sc=Han}]{1,2}率)(?:约|近|超|仅|不[高低]于|不超过)?[\d０-９一二两三四五六七八九十][\d.．,，]*[余多万亿千]*[\p{sc=Han}%％]{1,3}$/u;
/** What no subject opens on: 仅用, 由卫生院, 手里. */
const NO_SUBJECT = /^(?:依法|仅|由|按|先|再|手里|心里|经|被|把|将|向|对|在|从|让|只|就|不仅|并|还|也)/u;
/** Adverbs that stand behind the subject: 今年已远程会诊1264例 has none. */
const INSIDE = /^(?:已|已经|再|又|共|均|仍|正|将)$/;
/** Nouns to the tagger that open a clause as verbs: 印发通知，部署…，要求…. */
const VERBS_AT_HEAD = /^(?:部署|要求|明确|规定|提出|决定|建议|力争)$/;
/** Behind a verb, one who does it. */
const ACTOR = /^(?:地区|队|队员|人员)$/;
/** Verbs that no relative clause hides. */
const FINITE = /^(?:是|有|共|达|达到|占|将|由|可|能)$/;

interface Shape {
  readonly predicate: boolean;
  readonly subject: Span | null;
  readonly prepositional: boolean;
  readonly conditional: boolean;
}

const DATE: Shape = { predicate: false, subject: null, prepositional: true, conditional: false };

function readShape(reader: Reader, core: number, from: number, raw: Raw): Shape {
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
  while (i < to && (tags[i] === T || tags[i] === D || tags[i] === C)) adverb = INSIDE.test(tokens[i++]!.text) || adverb;
  if (LEADING_TIME.test(head))
    while (
      i < to &&
      (tags[i] === T || tags[i] === M || tags[i] === Q || tags[i] === F || tags[i] === D) &&
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
    if (tag === V && i <= begin + 1 && i + 1 < to && ACTOR.test(tokens[i + 1]!.text)) {
      if (nominal < 0) nominal = i;
      i++;
      continue;
    }
    const own = bits[i]!;
    const action = (own & KIND.action) !== 0 && i > begin && !(i + 1 < to && tokens[i + 1]!.text === "的");
    if (
      tag === V ||
      (own & KIND.predicate) !== 0 ||
      (action && i + 1 < to && tags[i + 1] !== N) ||
      (i === begin &&
        raw.order > 0 &&
        (VERBS_AT_HEAD.test(t.text) || (tag === VN && (own & KIND.launch) !== 0 && i + 1 < to && tags[i + 1] === V)))
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

/** What one passes: 通过五级评审, 通过验收. */
const PASSED = /(?:评审|评价|评估|验收|[初终复]验|测评|认证|审核|审批|审查|备案|甲等|乙等|级)$/;
const DOING = KIND.action | KIND.launch | KIND.verb;

/**
 * Index of a verb that the tagger took for something else, where it found none (总部落户海陵, 演练设了科目), -1 where
 * there is none: what is modified by 的 is a noun, and 通过 is a preposition where another verb follows it.
 */
function hiddenVerb({ tokens, tags, bits }: Reader, begin: number, to: number): number {
  let through = -1;
  let modified = false;
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
    } else if (!(modified && i === to - 1)) return i;
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
  if ((bits[i]! & KIND.predicate) !== 0 && FINITE.test(tokens[i]!.text)) return -1;
  for (let j = i + 1; j < Math.min(end - 1, i + 9); j++) {
    const { text } = tokens[j]!;
    if (text === "的") {
      if (NOMINAL[tags[j + 1]!] === 0 && tokens[j + 1]!.text !== "“") return -1;
      for (let k = j + 1; k < end; k++) if (tags[k] === V || (bits[k]! & KIND.predicate) !== 0) return j;
      // 拍的片子 names a thing; 探索医院的运营机制 does something to one.
      return j === i + 1 ? j : -1;
    }
    if (text === "了" || tokens[j]!.pos === "ul") return -1;
  }
  return -1;
}

/** Where 的 stands that ends 由省卫健委主办|的|论坛: who made it comes before the subject; -1 where none does. */
export function agentEnd(tokens: readonly Token[], from: number, to: number): number {
  if (from >= to || !tokens[from]!.text.startsWith("由")) return -1;
  for (let j = from + 2; j < Math.min(to - 2, from + 20); j++)
    if (tokens[j]!.text === "的") return MADE.test(tokens[j - 1]!.text) ? j : -1;
  return -1;
}
/** What is done to a thing by whom 由 names. */
const MADE =
  /(?:研发|开发|研制|主办|承办|举办|组织|牵头|建设|承建|共建|打造|发起|编制|编写|制定|提供|投资|搭建|运营|实施|推出|制作|主导|设计|创办|颁发|发布)$/u;

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
  while (end > from && (TRAILING[tags[end - 1]!] === 1 || tokens[end - 1]!.pos === "ad")) end--;
  if (end <= from || NO_SUBJECT.test(tokens[from]!.text)) return null;
  const span = { start: tokens[from]!.start, end: tokens[end - 1]!.end };
  const said = text.slice(span.start, span.end);
  if (NO_WHO.test(said)) return null;
  for (let i = from; i < end; i++) if (SUBJECT[tags[i]!] === 1) return span;
  return null;
}
/** A time (每5分钟, 三年内, 今年前5个月) or a verb that the tagger took for a noun (上线合理用药规则): nobody who acts. */
const NO_WHO =
  /^(?:今年|去年)?[\d年月日底初末上中下旬]*(?:全部|悉数)$|^(?:[今去]年)?(?:每|前|近)?[\d一二三四五六七八九十两几多半.]+(?:个?(?:分钟|小时|天|日|周|月|年|工作日))(?:[内里来间后前])?$|^(?:上线|建成|启用|投用|接入|开通|印发|出台|推出|搭建|打通|统一|清理|规划|改造|归集|汇聚)[^的]*$/u;
