/** What each clause is, grammatically: what it may open, what it needs before and after it. */
import type { Field, Span, Token } from "../core/types.ts";
import { CASE, CLOCK, FOLK, HOSTED, type Reader, readClause } from "./read-clause.ts";
import { type ClauseSpan, type Sentence, splitSentences } from "./sentences.ts";
import { N, R, tagOf } from "./tags.ts";
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
    const paired = pairOf(text, sentence.clauses);
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
        paired: order >= paired.from && order < paired.to,
      });
      once = ONCE.test(text.slice(clause.core, clause.core + 4)) || (once && clause.background);
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
      // 无人应答，自动升级; 偏差超过3%，机器自动停下: the condition goes with its consequence.
      const condition = consequent || CONSEQUENT.test(clause.opens) || (before && limits(text, before, clause));
      if (before && before.kind !== "speech" && condition) clauses[previous] = { ...before, needsNext: true };
      if (clause.kind === "speech") {
        if (REPORT.test(text.slice(Math.max(span.start, span.end - 4), span.end))) reported = true;
        else said = true;
        afterSpeech = true;
        governor = -1;
      } else if (clause.needsNext && words.endsWith("introducer", text, span.start, span.end) > 0) reported = true;
      if (clause.kind !== "filler") previous = clause.index;
      // 巡回车开到村口，药箱里备着药，去年服务1万人次: the car did.
      if (clause.kind === "full" && !tellsPart(text, clause)) governor = clause.index;
    }
  }
  return { text, tokens, tags, bits, sentences, clauses };
}

/** The clauses of a sentence from one with 先 to before the one that 再 opens: 软件先筛一遍，可疑的标红，|再由医生复核. */
function pairOf(text: string, clauses: readonly ClauseSpan[]): { from: number; to: number } {
  for (let to = clauses.length - 1; to > 0; to--) {
    if (!AFTER_IT.test(text.slice(clauses[to]!.start, clauses[to]!.start + 3))) continue;
    for (let from = to - 1; from >= 0 && clauses[from]!.mark !== "；"; from--)
      if (FIRST_DONE.test(text.slice(clauses[from]!.start, clauses[from]!.end))) return { from, to };
  }
  return { from: 0, to: 0 };
}
const AFTER_IT = /^(?:再(?![次度者生])|然后|随后|最后(?!一))/u;
const FIRST_DONE = /(?<![首优领率预事祖早原占争当抢在最])先(?![后生进天期前导锋河例行])/u;

const isDigit = (u: number): boolean => (u >= 48 && u <= 57) || (u >= 0xff10 && u <= 0xff19);

/** Opens on what follows from the clause before. */
const CONSEQUENT = /^(?:就|便|即|才|即可|便可|就能|才能|自动|随即|立即|马上|当场)/;
/** Whether what a clause says sets off what the next one does by itself. */
const limits = (text: string, before: Clause, { core, end }: Clause): boolean =>
  BEYOND.test(text.slice(before.core, before.end)) && BY_ITSELF.test(text.slice(core, Math.min(end, core + 10)));
const BEYOND = /(?:超过|超出|低于|高于|不足|小于|大于)[^，]*\d[^，]*$/u;
const BY_ITSELF = /^\p{sc=Han}{2,6}(?:自动|立即|随即|马上|当场)/u;
/** 短信就升级到科主任: the consequence of the clause before stands behind its subject. */
function follows({ tokens, tags }: Reader, { kind, firstToken, endToken }: Clause): boolean {
  if (kind !== "full") return false;
  for (let i = firstToken + 1; i < Math.min(firstToken + 4, endToken); i++) {
    const { text } = tokens[i]!;
    if (text === "就" || text === "便" || text === "才") return tags[i - 1] === N || tags[i - 1] === R;
  }
  return false;
}
/**
 * Whether the clause tells of a part of what the clauses before speak of: what is in it (药箱里备着…, 车上装有…), what
 * belongs to it (成员来自…), who else made it (大会由X指导，Y主办).
 */
export function tellsPart(text: string, { kind, subject, needsPrevious, end: close }: Clause): boolean {
  if (kind !== "full" || subject === null) return false;
  if (needsPrevious && HOSTED.test(text.slice(close - 2, close))) return true;
  // The 里 behind it is no part of the subject; the 上 of 平台上线 is none.
  const end = WITHIN.test(text.slice(subject.end, subject.end + 2)) ? subject.end + 1 : subject.end;
  return LOCATIVE.test(text.slice(subject.start, end));
}
const WITHIN = /^(?:里(?!程)|上(?![线传升报涨调门市架云岗级交墙榜半周午月个年网述])|内(?![测设嵌置涵部网容]))/u;
const LOCATIVE =
  /^(?!.?[市县区省州乡镇村院]里)[^的，、]{1,6}[里上内]$|^(?:成员|底座|金额|背后|一期|二期|其中|另[一两].*)$/u;
const SHALL = /^[就便才][会能可]/u;
/** 过去看不到外院的化验单，要抄五遍: how it was, until 现在. */
const ONCE = /^(?:过去(?!.?年)|以前|以往|从前|原先|此前|早先|(?:20|上)世纪)/u;
/** What is known from somewhere, not said by somebody. */
const REPORT = /(?:获悉|了解到|统计|显示|公布|通报|披露|数据|悉|测算)$/;
