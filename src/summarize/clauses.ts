/** What each clause is, grammatically: what it may open, what it needs before and after it. */
import type { Field, Span, Token } from "../core/types.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import type { WordTable } from "./words.ts";

/**
 * speech: somebody's words or who said them, never used · filler: an opener alone, never used · phrase: a time, place,
 * topic or condition, which needs what it introduces · dependent: needs the clause before · bare: a predicate whose
 * subject stands in an earlier clause · full: subject and predicate.
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
  /** Its subject is somebody, not an organisation or a thing. */
  readonly personal: boolean;
  readonly background: boolean;
  readonly comment: boolean;
  readonly forward: boolean;
  /** Follows 统计, 获悉, 通知提出 … in its sentence. */
  readonly reported: boolean;
  /** Follows a speaker (X表示，…) in its sentence. */
  readonly said: boolean;
}

export interface Prose {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
}

const PHRASE_END =
  /(?:以来|之后|之前|之际|期间|基础上|方面|同时|的时候|之外|以后|过程中|[后时中里上下内外间前起底初末]|来)$/;
const TIME_HEAD =
  /^(?:截至|截止|自|从|到|去年|今年|明年|前年|上半年|下半年|\d{4}年|\d{1,2}月|[近过]去?[一二三两几\d]+年)/;
const FIGURE_END =
  /[\d０-９一二三四五六七八九十百千两][\d０-９.．,]*[多余]?[%％万亿千百]?[多余]?[\p{sc=Han}%％]{0,5}(?:以上|左右|以内)?$/u;
const isVerb = (t: Token): boolean => t.pos.startsWith("v") && t.pos !== "vn";
/** What no subject opens on: 仅用, 由卫生院, 手里. */
const NO_SUBJECT = /^(?:依法|仅|由|先|再|手里|心里|经|被|把|将|向|对|在|从|让|只|就|不仅|并|还|也)/u;
/** Nouns to the tagger that open a clause as verbs: 印发通知，部署…，要求…. */
const VERBS_AT_HEAD = /^(?:部署|要求|明确|规定|提出|决定|建议)$/;
const SUBJECT = /^(?:n|j|eng|vn|r|l|i|s|x|g)/;
const isNominal = (t: Token): boolean => /^(?:n|r|m|q|x|eng|s|j|i|l|vn|b|a|z|f|g|t|k)/.test(t.pos);
const PREDICATES = new Set([
  "为",
  "达",
  "达到",
  "共",
  "有",
  "是",
  "占",
  "超",
  "超过",
  "约",
  "近",
  "均",
  "已",
  "可",
  "能",
  "将",
  "由",
  "仅",
]);

/** Tags every word of a name, and every kind of document, as a noun: the tagger takes 开封 or 指引 for a verb. */
function markNames(tokens: readonly Token[], words: WordTable, named: readonly Span[]): Token[] {
  const spans = [...named].sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  let reach = 0;
  return tokens.map((t) => {
    while (at < spans.length && spans[at]!.start <= t.start) reach = Math.max(reach, spans[at++]!.end);
    const noun = t.end <= reach || words.has("document", t.text);
    return noun && !t.pos.startsWith("n") && !/^\d/.test(t.text) ? { ...t, pos: "n" } : t;
  });
}

/** Reads the body as sentences and clauses; `named` are the names found in it (regions, institutions, terms). */
export function readProse(field: Field, words: WordTable, named: readonly Span[] = []): Prose {
  const { text } = field;
  const tokens = markNames(field.tokens, words, named);
  const sentences = splitSentences(text);
  const clauses: Clause[] = [];
  let token = 0;
  for (const [s, sentence] of sentences.entries()) {
    let reported = false;
    let said = false;
    const question = text.slice(sentence.end - 2, sentence.end).includes("？");
    for (const [order, span] of sentence.clauses.entries()) {
      while (token < tokens.length && tokens[token]!.end <= span.start) token++;
      const first = token;
      while (token < tokens.length && tokens[token]!.start < span.end) token++;
      const previous = order > 0 ? clauses[clauses.length - 1] : undefined;
      const clause = readClause(text, tokens, words, {
        ...span,
        index: clauses.length,
        sentence: s,
        order,
        firstToken: first,
        endToken: token,
        last: order === sentence.clauses.length - 1,
        previous,
        reported,
        said,
        question,
      });
      clauses.push(clause);
      if (clause.kind === "speech") {
        const report = /(?:获悉|了解到|统计|显示|公布|通报|披露|数据|悉|测算)$/.test(text.slice(span.start, span.end));
        if (report) reported = true;
        else said = true;
      } else if (clause.needsNext && words.endsWith("introducer", text, span.start, span.end) > 0) reported = true;
    }
  }
  return { text, tokens, sentences, clauses };
}

interface Raw extends Span {
  mark: string;
  index: number;
  sentence: number;
  order: number;
  firstToken: number;
  endToken: number;
  last: boolean;
  previous: Clause | undefined;
  reported: boolean;
  said: boolean;
  question: boolean;
}

/** Where the clause starts once openers are off; whole tokens only. */
function coreStart(text: string, tokens: readonly Token[], words: WordTable, raw: Raw): number {
  let core = raw.start;
  for (let round = 0; round < 3; round++) {
    const n = words.startsWith("opener", text, core, raw.end);
    if (n === 0 || text[core + n] === "的") break;
    const end = core + n;
    let aligned = end === raw.end;
    for (let i = raw.firstToken; i < raw.endToken && !aligned; i++) aligned = tokens[i]!.start === end;
    if (!aligned) break;
    core = end;
    while (core < raw.end && /[\s，]/.test(text[core]!)) core++;
  }
  return core;
}

/** A quotation of a sentence's length: somebody speaks. */
function holdsSpeech(clause: string): boolean {
  const open = clause.indexOf("“");
  if (open < 0) return false;
  const close = clause.indexOf("”", open);
  const inner = clause.slice(open + 1, close < 0 ? clause.length : close);
  return /[。！？]/.test(inner) || (inner.length >= 9 && /[，；]/.test(inner)) || (open === 0 && inner.length >= 16);
}

function readClause(text: string, tokens: readonly Token[], words: WordTable, raw: Raw): Clause {
  const body = text.slice(raw.start, raw.end);
  const core = coreStart(text, tokens, words, raw);
  const rest = text.slice(core, raw.end);
  let from = raw.firstToken;
  while (from < raw.endToken && tokens[from]!.start < core) from++;
  const count = (kind: "anecdote" | "background" | "comment" | "forward"): number => {
    let n = 0;
    for (let i = from; i < raw.endToken; i++) if (words.has(kind, tokens[i]!.text)) n++;
    return n;
  };
  const base = {
    start: raw.start,
    end: raw.end,
    index: raw.index,
    sentence: raw.sentence,
    order: raw.order,
    mark: raw.mark,
    core,
    opens: tokens[from]?.text ?? "",
    firstToken: from,
    endToken: raw.endToken,
    anecdote: count("anecdote") > 0 || PERSON.test(body),
    background: count("background") > 0,
    comment: raw.question || count("comment") > 0,
    forward: count("forward") > 0,
    reported: raw.reported,
    said: raw.said,
  };
  const make = (
    kind: ClauseKind,
    more: { subject?: Span | null; needsNext?: boolean; needsPrevious?: boolean } = {},
    personal = false,
  ): Clause => ({
    // Field by field: this is made for every clause, and a spread copies by name.
    start: base.start,
    end: base.end,
    index: base.index,
    sentence: base.sentence,
    order: base.order,
    mark: base.mark,
    core: base.core,
    opens: base.opens,
    firstToken: base.firstToken,
    endToken: base.endToken,
    anecdote: base.anecdote,
    personal,
    background: base.background,
    comment: base.comment,
    forward: base.forward,
    reported: base.reported,
    said: base.said,
    kind,
    subject: more.subject ?? null,
    needsNext: more.needsNext ?? false,
    needsPrevious: more.needsPrevious ?? false,
  });
  if (rest === "") return make("filler");
  if (!raw.last && rest.endsWith("的")) return make("phrase", { needsNext: true });
  if (holdsSpeech(body)) return make("speech");
  if (isAttribution(text, tokens, words, raw, body)) return make("speech");
  const shape = readShape(text, tokens, words, core, from, raw);
  const figure = /\d/.test(rest);
  const introducing =
    (raw.mark === "：" && !(shape.predicate && figure)) || (!raw.last && introduces(text, words, core, raw.end));
  const phraseEnd = PHRASE_END.test(rest);
  const needsNext = !raw.last && (introducing || phraseEnd || shape.conditional);
  const previous = raw.previous;
  const before = previous ? text.slice(previous.core, previous.end) : "";
  const condition =
    previous?.kind === "phrase" &&
    (before.endsWith("的") || /^(?:如果|若|一旦|只要|倘若|即使|尽管|虽然|由于|因为|除)/.test(before));
  const afterColon =
    previous !== undefined && (previous.mark === "：" || previous.mark === "——") && previous.kind !== "speech";
  const hosted =
    raw.order > 0 &&
    /(?:主办|承办|协办|指导|支持)$/.test(rest) &&
    /由/.test(text.slice(raw.start - 40 < 0 ? 0 : raw.start - 40, raw.start));
  const needsPrevious = previous !== undefined && (hosted || condition || (afterColon && !shape.subject));
  if (!shape.predicate || (phraseEnd && shape.prepositional) || shape.conditional)
    return make("phrase", { needsNext: true, needsPrevious: afterColon, subject: null });
  const dependent = dependentHead(tokens, words, from, raw);
  if (dependent) return make("dependent", { needsNext: raw.order > 0 && needsNext, needsPrevious: raw.order > 0 });
  const next = tokens[from + 1];
  if (words.has("linked", tokens[from]?.text ?? "") && !(shape.subject && /^(?:首批|全部)$/.test(tokens[from]!.text))) {
    // 下降8.3个百分点 says nothing without what fell.
    const bareChange = /^(?:增长|下降|提高|降低|缩短|减少|增加|上升|升至|降至)$/.test(tokens[from]!.text);
    if (raw.order > 0 && bareChange && next !== undefined && /^m/.test(next.pos))
      return make("dependent", { needsPrevious: true });
    return make("linked", { needsNext, needsPrevious });
  }
  if (!shape.subject) {
    const nominal = /^[^，]{2,20}的(?:有|是|为|包括)/u.exec(rest);
    if (!nominal || /^[在从对把]/.test(rest)) return make("bare", { needsNext, needsPrevious });
  }
  const who = shape.subject ?? { start: core, end: core + rest.search(/的(?:有|是|为|包括)/u) + 1 };
  let personal = false;
  for (let i = from; i < raw.endToken && tokens[i]!.end <= who.end; i++)
    if (words.has("person", tokens[i]!.text) && tokens[i]!.end >= who.end - 2) personal = true;
  return make("full", { subject: who, needsNext, needsPrevious }, personal);
}

/** Ends in 提出, 要求, 显示 …; not in 作出规定, which is complete. */
function introduces(text: string, words: WordTable, start: number, end: number): boolean {
  const n = words.endsWith("introducer", text, start, end);
  return n > 0 && !/[出了的]$/.test(text.slice(start, end - n));
}

/** The dependent word is a whole token (共 in 共享 is none). */
function dependentHead(tokens: readonly Token[], words: WordTable, from: number, raw: Raw): boolean {
  const head = tokens[from];
  const next = tokens[from + 1];
  return (
    head !== undefined &&
    ((words.has("dependent", head.text) && !(head.text === "以" && next !== undefined && !/^v/.test(next.pos))) ||
      (next !== undefined && from + 1 < raw.endToken && words.has("dependent", head.text + next.text)))
  );
}

/** Who says it, or where it is known from: X表示, 据X介绍, 记者从X获悉, 统计显示. */
function isAttribution(text: string, tokens: readonly Token[], words: WordTable, raw: Raw, body: string): boolean {
  if (/^(?:另?据|记者|来自|从)/.test(body) && words.endsWith("attribution", text, raw.start, raw.end) > 0) return true;
  if (/^(?:另?据)(?!此)/.test(body) && !raw.last) return true;
  if (raw.mark === "：" || raw.mark === "，") {
    if (/(?:数据|统计|监测|调查|测算|结果|回访|的显示|统计)显示$/.test(body)) return true;
    const last = tokens[raw.endToken - 1];
    if (last && words.has("speech", last.text)) return true;
    if (/(?:告诉|对|向)记者(?:说|介绍|表示)?$/.test(body)) return true;
  }
  return raw.last && /(?:说|告诉记者|对记者说|介绍说|坦言|感慨|感叹|表示)$/.test(body);
}

/** Somebody whose name is withheld: 村医李某, not 某二级医院. */
const PERSON = /[\p{sc=Han}]某(?![\p{sc=Han}]{0,2}(?:医院|单位|公司|企业|学校|中心|[些种个家项]))/u;

/** A date and nothing else: 到2027年, 截至8月底, 今年5月起. */
const DATE_ONLY =
  /^(?:到|至|截至|截止|自|从|在|今年|去年|明年)*[\d０-９年月日、—至-]{0,14}(?:[上中下]旬|[底前初末起]|以来|上半年|下半年|前三季度)*$/u;

interface Shape {
  predicate: boolean;
  subject: Span | null;
  prepositional: boolean;
  conditional: boolean;
}

function readShape(
  text: string,
  tokens: readonly Token[],
  words: WordTable,
  core: number,
  from: number,
  raw: Raw,
): Shape {
  const rest = text.slice(core, raw.end);
  if (DATE_ONLY.test(rest)) return { predicate: false, subject: null, prepositional: true, conditional: false };
  const head = tokens[from]!;
  const conditional =
    !raw.last &&
    words.has("conditional", head.text) &&
    /^(?:如果|若|一旦|只要|倘若|即使|尽管|虽然|由于|因为|为了|随着|除了?|面对|对于|关于|针对|对|无论|不管|凡是)$/.test(
      head.text,
    );
  // 开单时若有可互认项目: a condition may stand behind its time.
  let inner = !raw.last && /^.{0,5}(?:若(?!干)|如果|一旦|倘若)/u.test(rest);
  for (let i = from; i < Math.min(from + 6, raw.endToken); i++)
    if (!raw.last && /^(?:如果|若|一旦|倘若)$/.test(tokens[i]!.text)) inner = true;
  const prepositional = head.pos === "p" || TIME_HEAD.test(rest) || head.pos === "f" || head.pos === "t";
  let verb = -1;
  let nominal = -1;
  let i = from;
  // Leading time words and adverbs do not make a subject.
  while (i < raw.endToken && (tokens[i]!.pos === "t" || tokens[i]!.pos === "d" || tokens[i]!.pos === "c")) i++;
  if (/^(?:\d{4}年|今年|去年|前年|上半年|\d{1,2}月)/.test(rest)) {
    while (
      i < raw.endToken &&
      /^(?:t|m|q|f|d)/.test(tokens[i]!.pos) &&
      /[年月日底初末起前后至到以来，\d\s.]/.test(tokens[i]!.text)
    )
      i++;
  }
  let startsPrep = tokens[i]?.pos === "p";
  const begin = i;
  for (; i < raw.endToken; i++) {
    const t = tokens[i]!;
    if (t.text === "“" || t.text === "《" || t.text === "（") {
      // What is quoted is a name here, no predicate.
      const close = closing(tokens, i, raw.endToken);
      if (close > 0) {
        if (nominal < 0) nominal = i;
        i = close;
        continue;
      }
    }
    const action = words.has("action", t.text) && i > begin && !(tokens[i + 1]?.text === "的");
    const heads =
      i === begin &&
      raw.order > 0 &&
      (VERBS_AT_HEAD.test(t.text) || (t.pos === "vn" && words.has("launch", t.text) && tokens[i + 1]?.pos === "v"));
    if (
      isVerb(t) ||
      heads ||
      PREDICATES.has(t.text) ||
      (action && i + 1 < raw.endToken && !isNominalHead(tokens[i + 1]!))
    ) {
      const modified = relativeEnd(tokens, i, raw.endToken);
      if (modified > 0) {
        i = modified;
        startsPrep = false;
        continue;
      }
      verb = i;
      break;
    }
    if (nominal < 0 && isNominal(t) && t.pos !== "t" && t.pos !== "f") nominal = i;
  }
  const figure = FIGURE_END.test(rest);
  if (verb < 0) {
    let any = false;
    for (let j = begin; j < raw.endToken; j++)
      if (isVerb(tokens[j]!) || words.has("action", tokens[j]!.text)) any = true;
    const lastToken = tokens[raw.endToken - 1]!;
    const endsInAction = words.has("action", lastToken.text) && raw.endToken - begin >= 2;
    const state = /^(?:a|i|z|l)/.test(lastToken.pos) && nominal >= 0 && nominal < raw.endToken - 1 && !prepositional;
    const ok = state || (figure && nominal >= 0 && !prepositional) || endsInAction || (any && figure);
    const subject =
      nominal >= 0 && !startsPrep && ok
        ? subjectSpan(tokens, begin, endsInAction ? raw.endToken - 1 : figureStart(tokens, begin, raw.endToken))
        : null;
    return { predicate: ok, subject, prepositional, conditional: conditional || inner };
  }
  const hasSubject = nominal >= 0 && nominal < verb && !startsPrep;
  return {
    predicate: true,
    subject: hasSubject ? subjectSpan(tokens, begin, verb) : null,
    prepositional,
    conditional: conditional || inner,
  };
}

const isNominalHead = (t: Token): boolean => /^n/.test(t.pos);
const CLOSING: Readonly<Record<string, string>> = { "“": "”", "《": "》", "（": "）" };

/** Index of the token that closes the quotation or bracket opened at `i`, -1 where none does before `end`. */
function closing(tokens: readonly Token[], i: number, end: number): number {
  const close = CLOSING[tokens[i]!.text];
  for (let j = i + 1; j < end; j++) if (tokens[j]!.text === close) return j;
  return -1;
}

/**
 * Index of the 的 that ends a relative clause whose verb is at `i` (通过评审的医院…), where a verb follows it;
 * -1 where the verb is the clause's own.
 */
function relativeEnd(tokens: readonly Token[], i: number, end: number): number {
  if (/^(?:是|有|共|达|达到|占|将|由|可|能)$/.test(tokens[i]!.text)) return -1;
  for (let j = i + 1; j < Math.min(end - 1, i + 9); j++) {
    const t = tokens[j]!;
    if (t.text === "的") {
      if (!isNominal(tokens[j + 1]!) && tokens[j + 1]!.text !== "“") return -1;
      for (let k = j + 1; k < end; k++) if (isVerb(tokens[k]!) || PREDICATES.has(tokens[k]!.text)) return j;
      // 拍的片子 names a thing; 探索医院的运营机制 does something to one.
      return j <= i + 2 ? j : -1;
    }
    if (t.pos === "ul" || t.text === "了") return -1;
  }
  return -1;
}

function figureStart(tokens: readonly Token[], begin: number, end: number): number {
  let i = end - 1;
  while (i > begin && !/^m/.test(tokens[i]!.pos)) i--;
  return i;
}

/** Tokens `from`…`to`, trailing adverbs and prepositions off. */
function subjectSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  let end = to;
  while (end > from && /^(?:d|p|c|u|ad|t|f)/.test(tokens[end - 1]!.pos)) end--;
  if (NO_SUBJECT.test(tokens[from]?.text ?? "")) return null;
  for (let i = from; i < end; i++)
    if (SUBJECT.test(tokens[i]!.pos)) return { start: tokens[from]!.start, end: tokens[end - 1]!.end };
  return null;
}
