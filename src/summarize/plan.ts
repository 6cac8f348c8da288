/** What the search needs to know of each clause, worked out once. */
import type { Span } from "../core/types.ts";
import { type Clause, tellsPart } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import type { FactKind } from "./facts.ts";
import { leadName, ownerOf, wholePlace } from "./opening.ts";
import { clausePieces } from "./pieces.ts";
import { HOSTED, RESULT } from "./read-clause.ts";
import { coreOfName, isAnswer, OUR_HOSPITAL, type Resolution, resolveHead } from "./resolve.ts";
import { readTold, type Told } from "./risk.ts";
import { scopesOf } from "./scope.ts";
import { ASKED, antecedentOf, CLEFT, lostSubject, opensBare, pointsInside } from "./subject.ts";
import type { Tuning } from "./tuning.ts";
import { turnAnswer, turnMeeting, turnNews } from "./turn.ts";
import { KIND } from "./words.ts";

export interface Plan {
  readonly clause: Clause;
  /** Index of the clause that limits it and must stand before it, -1 where none. */
  readonly scope: number;
  /** The clause as it may be written, its asides cut; empty where it can never be used. */
  readonly pieces: readonly Span[];
  readonly length: number;
  /** What the bare word at its head stands for. */
  readonly head: Resolution | null;
  /** The bit of that name in {@link Plans.says}; 0 where there is no head, and for more than 31 names. */
  readonly headBit: number;
  /** 全市 within it, and the place whose name is written for it until one has been named. */
  readonly whole: Resolution | null;
  /** An answer to a scene, turned into a sentence of its own. */
  readonly turned: boolean;
  /** Opens on a bare word that nobody can name. */
  readonly nameless: boolean;
  /** Where the name of that word stands, in a sentence before; -1 where that is not known. */
  readonly antecedent: number;
  /** What may be put before a clause whose subject has been left out. */
  readonly subject: Span | null;
  /** Worth of the clause and of all that only it tells. */
  readonly value: number;
  /** What it tells that other clauses tell too: a bit for each of the shared items. */
  readonly low: number;
  readonly high: number;
  /** Tells too little by itself, and the sentence goes on: 超过阈值，…; 公布评估结果，…. A form does not end on it. */
  readonly slight: boolean;
  /** What a summary gains by opening on it. */
  readonly opening: number;
  /** The place that is written before it where a summary opens on it: 市医保局…, a system of no named place. */
  readonly lead: Span | null;
  /** Tells of a part of what the clause before speaks of ({@link tellsPart}). */
  readonly part: boolean;
  /** A figure or a name stands in it. */
  readonly tells: boolean;
  /** Says who holds what the next clause tells of: 由省卫健委指导，…; what stands before it leads in that clause too. */
  readonly host: boolean;
  /** Goes on from what stands directly before it: 而是…, 来自…, 下辖…. */
  readonly dangling: boolean;
}

/** Plans by clause, and the worth of each shared item. */
export interface Plans {
  readonly clauses: readonly Plan[];
  readonly gains: Float64Array;
  readonly told: Told;
  /** By clause: which of the names that heads stand for it says as it is written, a bit each. */
  readonly says: Int32Array;
}

/** Bits of `low`; as many stand in `high`. */
export const HALF = 30;
const SHARED = 2 * HALF;

/**
 * @param free whether answers to scenes become sentences of their own ({@link turnAnswer}), and places are written for 全市 and
 * before what opens a summary; bare words at heads are named either way
 */
export function planClauses(draft: Draft, worth: Worth, tuning: Tuning, free = true): Plans {
  const { prose, vocabulary, facts } = draft;
  const { clauses, text } = prose;
  const events = eventClauses(draft, worth);
  const items = shareItems(draft, worth, tuning);
  const scenes = sceneParagraphs(draft);
  const scopes = scopesOf(draft);
  const owner = ownerOf(draft);
  const plans: Plan[] = [];
  const bits = new Map<string, number>();
  for (const clause of clauses) {
    const c = clause.index;
    const turned = free ? (turnAnswer(draft, clause) ?? turnNews(draft, clause) ?? turnMeeting(draft, clause)) : null;
    const pieces = turned ?? (usable(draft, clause) ? clausePieces(draft, clause) : NONE);
    let value = tuning.clause * (worth.clauses[c]! - 0.3);
    let low = 0;
    let high = 0;
    // 我市 at its head has been named, 这辆 before a name left out.
    const head = pieces[0]?.start === clause.core ? resolveHead(draft, clause) : null;
    let opening = 0;
    let dangling = false;
    let length = 0;
    if (pieces.length > 0) {
      for (const p of pieces) length += p.end - p.start;
      for (const f of draft.factsOf[c]!) {
        const bit = items.ofFacts[facts[f]!.id]!;
        if (bit < 0) value += worthOf(facts[f]!.kind, tuning) * worth.facts[f]!;
        else if (bit < HALF) low |= 1 << bit;
        else high |= 1 << (bit - HALF);
      }
      for (let i = vocabulary.starts[c]!; i < vocabulary.starts[c + 1]!; i++) {
        const id = vocabulary.ids[i]!;
        const bit = items.ofWords[id]!;
        if (bit < 0) value += tuning.word * worth.words[id]! * vocabulary.keys[id]!.length;
        else if (bit < HALF) low |= 1 << bit;
        else high |= 1 << (bit - HALF);
      }
      const isEvent = events[0] === c || events[1] === c;
      if (isEvent) low |= 1;
      if (clause.personal) value -= draft.figures[c]! > 0 ? tuning.personal : 3 * tuning.personal;
      if (clause.anecdote) value -= tuning.anecdote;
      if (clause.comment) value -= tuning.comment;
      if (clause.background) value -= tuning.background;
      if (clause.forward) value -= tuning.forward;
      if (clause.said) value -= tuning.said;
      const launch = (clause.bits & KIND.launch) !== 0;
      const at = turned ? clause.core : pieces[0]!.start;
      const first = text[at]!;
      const body = LEANS.includes(first) ? text.slice(at, at + 8) : "";
      const said = text.slice(clause.core, clause.end);
      const single = (first === "一" && ONE_OF.test(body) && !launch) || said.includes("某") || CLEFT.test(said);
      const tail = text[clause.end - 1]!;
      const signpost = (tail === "事" || tail === "化") && SIGNPOST.test(said);
      const cleft = tail === "的" && draft.figures[c] === 0 && CLEFT_OF.test(said);
      if (single || signpost || cleft || (body !== "" && SIGNS.test(body))) value -= tuning.painted;
      // 电话接通, 结果要互认: a short clause without a fact only breaks the flow.
      if (clause.kind === "full" && draft.factsOf[c]!.length === 0 && (length < 9 || worth.clauses[c]! < DULL))
        value -= 0.3;
      value -= tuning.length * length;
      dangling = (body !== "" && DANGLING.test(body)) || ELSE.test(said);
      const isNamed = turned !== null || head !== null || named(draft, clause);
      const scene =
        clause.anecdote ||
        single ||
        clause.personal ||
        clause.comment ||
        (clause.previous >= 0 &&
          clauses[clause.previous]!.kind === "phrase" &&
          AFTER.test(textOf(draft, clauses[clause.previous]!))) ||
        (scenes[prose.sentences[clause.sentence]!.paragraph] === 1 && !launch) ||
        (!(launch && isNamed) &&
          (clause.background ||
            (clause.kind === "bare" && !turned) ||
            clause.kind === "linked" ||
            worth.clauses[c]! < 0.15));
      if (isEvent && !clause.personal) opening += tuning.first;
      else if (scene) opening -= tuning.scene;
      if (!isNamed || clause.kind === "dependent" || (head === null && body !== "" && POINTS_BACK.test(body)))
        opening -= tuning.unnamed;
      opening += tuning.open * (worth.opens[c]! - 0.3);
    }
    const whole = free ? wholePlace(draft, clause, pieces) : null;
    const subject = clause.kind === "bare" || clause.kind === "linked" ? lostSubject(draft, clause) : null;
    const bare = pieces.length > 0 && head === null && pieces[0]!.start === clause.core && opensBare(draft, clause);
    const points = pieces.length > 0 && pointsInside(draft, clause, pieces);
    plans.push({
      clause,
      scope: turned ? -1 : scopes[c]!,
      pieces,
      length,
      head,
      headBit: head === null ? 0 : bitOf(bits, coreOfName(text.slice(head.name.start, head.name.end))),
      whole: head !== null && whole?.cut.start === head.cut.start ? null : whole,
      turned: turned !== null,
      nameless: bare || points,
      antecedent: bare && !points ? antecedentOf(draft, clause) : -1,
      subject,
      value,
      low,
      high,
      slight:
        (length < 9 && clause.mark === "，" && draft.factsOf[c]!.length === 0) ||
        promises(draft, clause, owner.publisher),
      opening,
      lead:
        free && pieces.length > 0
          ? leadName(draft, clause, head ? head.name : (turned ?? pieces)[0]!, subject, owner)
          : null,
      part: tellsPart(text, clause),
      tells: draft.factsOf[c]!.length > 0,
      host: text[clause.core] === "由" && HOSTED.test(text.slice(clause.end - 2, clause.end)),
      dangling,
    });
  }
  return {
    clauses: plans,
    gains: items.gains,
    says: saysOf(text, plans, bits),
    told: readTold(
      draft,
      plans.map((p) => p.head?.name ?? null),
      plans.map((p) => p.whole !== null),
    ),
  };
}

const MOST_NAMES = 31;

function bitOf(bits: Map<string, number>, name: string): number {
  let bit = bits.get(name);
  if (bit === undefined) bits.set(name, (bit = bits.size < MOST_NAMES ? 1 << bits.size : 0));
  return bit;
}

function saysOf(text: string, plans: readonly Plan[], bits: ReadonlyMap<string, number>): Int32Array {
  const says = new Int32Array(plans.length);
  plans.forEach(({ clause, pieces, headBit }, c) => {
    if (pieces.length === 0) return;
    const written = pieces.map((p) => text.slice(p.start, p.end)).join("");
    says[clause.index] = headBit;
    for (const [name, bit] of bits) if (written.includes(name)) says[c]! |= bit;
  });
  return says;
}

/** What a fact of `kind` is worth, for its likelihood: a name is told by its words, a figure only by itself. */
const worthOf = (kind: FactKind, tuning: Tuning): number =>
  kind === "figure" ? tuning.figure : kind === "date" ? 1 : 0;

const NONE: readonly Span[] = [];

/** Whether the clause says that there is a result, and the next, which can be written, which: 公布评估结果，我院获评四级. */
function promises(
  { prose: { text, clauses } }: Draft,
  { index, sentence, core, end }: Clause,
  ours: Span | null,
): boolean {
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || !RESULT.test(text.slice(core, end))) return false;
  return ours !== null || !OUR_HOSPITAL.has(text.slice(next.core, next.core + 2));
}
/** A clause without a fact that is less likely to be taken up paints. */
const DULL = 0.15;
/** A topic without its predicate: 面向管理的智慧管理. */
const VERBLESS = /^(?:面向|针对|关于|对于?)[^，的]{1,10}的[^，的\d了]{2,6}$/u;

/** Whether a clause can stand in a summary at all. */
function usable(draft: Draft, clause: Clause): boolean {
  if (clause.kind === "speech" || clause.kind === "filler") return false;
  const { text, sentences } = draft.prose;
  const sentence = sentences[clause.sentence]!;
  const end = sentence.clauses[sentence.clauses.length - 1]!.mark;
  // A line that ends without a mark is a heading; a question tells nothing.
  if (end === "" && sentence.end - sentence.start < 40 && sentences.length > 2) return false;
  if (end === "？" || end === "?") return false;
  // 弹出提示的，是…: the answer to a scene that is gone; what follows is named by its name.
  if (isAnswer(draft.prose, clause)) return false;
  // 李大妈在卫生院看完咳嗽: a scene that tells nothing.
  if (clause.anecdote && !draft.factsOf[clause.index]!.some((f) => tellsOfCase(draft, f))) return false;
  // 更要用起来: without what is to be used it says nothing.
  if (clause.kind !== "phrase" && HOLLOW.test(text.slice(clause.core, clause.end))) return false;
  // 安和的做法引来同行: nothing is told.
  if (draft.figures[clause.index] === 0 && PRAISED.test(text.slice(clause.core, clause.end))) return false;
  // 是否定级备案: what one asks, without who asks it.
  if (clause.kind !== "phrase" && ASKS.test(text.slice(clause.core, clause.end))) return false;
  // 我们在跟运营商谈: somebody's own words, though no mark says so.
  if ((clause.bits & SPOKEN) !== 0 && OWN_WORDS.test(text.slice(clause.core, clause.end))) return false;
  // 微信搜索“…互联网医院”: how one gets there.
  if (ASKED.test(text.slice(clause.core, clause.core + 8))) return false;
  // 二是时间，…: names the point of a list; 一要…: what somebody asks for, who has been left out.
  if (POINT.test(text.slice(clause.start, clause.end))) return false;
  // 到这一天: which, the scene before says.
  if (clause.end - clause.core < 8 && THAT_DAY.test(text.slice(clause.core, clause.end))) return false;
  // A phrase that ends its sentence has nothing to lead in.
  if (clause.kind === "phrase" && (clause.mark === "。" || clause.mark === "！")) return false;
  return !("面针关对".includes(text[clause.core]!) && VERBLESS.test(text.slice(clause.core, clause.end)));
}

const TELLS: ReadonlySet<FactKind> = new Set<FactKind>(["figure", "term", "document"]);
/** Somebody's age tells nothing. */
const tellsOfCase = ({ facts }: Draft, f: number): boolean => TELLS.has(facts[f]!.kind) && facts[f]!.unit !== "岁";
const SPOKEN = KIND.comment | KIND.pointer;
const OWN_WORDS = /(?<!“)(?:我们|咱们?|你们?|您)(?!”)/u;
const PRAISED = /的(?:做法|经验|探索|故事|模式|实践)[^，]{0,4}(?:引来|吸引|传开|受到|得到|走出)/u;
const ASKS =
  /^[^，]{0,14}是否[^，]{2,}$|^(?:(?!判[断定]|核[对验实查]|确[认定]|提示|评估|审核|检查|询问|看|测算|研究|讨论|决定|取决|关系)[^，])*(?:能否|可否|能不能|会不会)[^，]{2,}$/u;
const POINT = /^[一二三四五六七八九](?:是\p{sc=Han}{1,2}$|要(?!素|点|件|闻|害))/u;
const THAT_DAY = /[这那]一?[天年刻夜]$/u;
const HOLLOW = /^(?:更|还|也|都|才|就)(?:要|是|需|能|会|可以|应)?[^，\d]{1,5}$/u;

/** 几秒后，图像传到医院; 20分钟后，…: of a scene. */
const AFTER = /^[\d.几两十一二三四五六七八九半来多余]+(?:秒钟?|分钟|个?小时)之?后$/u;
const textOf = ({ prose: { text } }: Draft, { core, end }: Clause): string => text.slice(core, end);

/** Units that open what leans on the clause before, points to a place or only paints; the patterns say which. */
const LEANS = "一二三先再第除而来下辖地以同此这那其它该另还也又双两首多最力现当开会席本全我市县区州旗";
/** One thing or person of no name (一张单子, 一名护士): a scene, no report. */
const ONE_OF = /^一[张名位份条片部根盒支通声句辆](?!图|网)/u;
/** Says that something is to come, and not what: 配套的还有三件事, 第三本是基层账, 先说学科. */
const SIGNPOST = /(?:[有是][一二三四五六几两]件事|另一个变化)$/u;
/** 双语界面是技术人员一句一句对出来的: how, not what. */
const CLEFT_OF = /是.{4,}的$/u;
const SIGNS = /^(?:先说|再说|再看|先看)|^第[一二三四五六]\p{sc=Han}?[，是]/u;
/** 大学则把课堂搬进中心: than what, stands before. */
const ELSE = /^[^，]{2,16}(?<![规原准法细守通总])则(?!是)/u;
const DANGLING = /^(?:还包括|除|先说|再有|再(?!次)|接着|随后|然后|而是|而非|来自|下辖|辖有|地处|以此)/u;
/** Opens on what was said before, so that nothing can open on it. */
const POINTS_BACK =
  /^(?:而|来自|下辖|辖有|地处|同样|此|这|那|其|它|该|另|还|也|又|双方|两地|首批|多|最|力争|现场(?!的)|当[天日晚]|[一二三]期|开幕式|会上|席间|本[届次刊报]|[全我本][市县区省州旗盟]|[市县区州旗][里上](?!海))/u;

/** Whether the clause, or the phrase that leads it in, opens on an office, a place, a system or a document. */
function named(draft: Draft, clause: Clause): boolean {
  const reach = clause.subject ? clause.subject.end : clause.core + HEAD;
  for (const f of draft.factsOf[clause.index]!) if (names(draft, f) && draft.facts[f]!.start < reach) return true;
  const before = draft.prose.clauses[clause.previous];
  if (before?.kind === "phrase") for (const f of draft.factsOf[before.index]!) if (names(draft, f)) return true;
  return false;
}
/** Characters in which a clause without a subject must name something. */
const HEAD = 16;

function names(draft: Draft, index: number): boolean {
  const { kind, start, end } = draft.facts[index]!;
  // 大模型, 5G: any of them may be meant.
  return (
    kind === "institution" ||
    kind === "region" ||
    (kind === "term" && end - start > 3) ||
    kind === "meeting" ||
    (kind === "document" && end - start > 8)
  );
}

/** By paragraph: 1 where it stands near the head and tells what somebody does or sees. */
function sceneParagraphs(draft: Draft): Uint8Array {
  const out = new Uint8Array((draft.prose.sentences.at(-1)?.paragraph ?? 0) + 1);
  for (const c of draft.prose.clauses) {
    const { paragraph } = draft.prose.sentences[c.sentence]!;
    if (paragraph < 3 && (c.anecdote || (c.personal && draft.factsOf[c.index]!.length === 0))) out[paragraph] = 1;
  }
  return out;
}

/** A meeting that is held, which the summary of a report on it must say. */
const MEETING =
  /(?:大会|论坛|峰会|年会|博览会|研讨会|交流会|推进会|会议|大赛).{0,24}(?:举行|召开|开幕|举办|闭幕|落幕|落下帷幕)/u;

/** The two clauses that most look like the event: launched, told in the title, likely to be taken up. */
function eventClauses(draft: Draft, worth: Worth): [number, number] {
  const { prose } = draft;
  let [first, second, most, next] = [-1, -1, -1, -1];
  for (const c of prose.clauses) {
    if (c.kind === "speech" || c.kind === "filler" || c.kind === "phrase" || c.anecdote) continue;
    let score = (c.bits & KIND.launch) !== 0 ? 0.15 : 0;
    for (const f of draft.factsOf[c.index]!) {
      const { kind } = draft.facts[f]!;
      if (kind !== "term" && kind !== "document" && kind !== "meeting") continue;
      score += 0.1;
      break;
    }
    if (score === 0) continue;
    score += worth.clauses[c.index]! + 0.4 * draft.titleShare[c.index]!;
    if (
      (c.bits & KIND.launch) !== 0 &&
      prose.sentences[c.sentence]!.paragraph < 2 &&
      MEETING.test(prose.text.slice(c.core, c.end))
    )
      score += 0.1;
    if (score > most) [first, second, most, next] = [c.index, first, score, most];
    else if (score > next) [second, next] = [c.index, score];
  }
  return [first, second];
}

interface Items {
  /** By fact id and by word: its bit, -1 where only one clause tells it. */
  readonly ofFacts: Int8Array;
  readonly ofWords: Int8Array;
  readonly gains: Float64Array;
}

/** The facts and words told more than once that are worth most; bit 0 is the event itself. */
function shareItems(draft: Draft, worth: Worth, tuning: Tuning): Items {
  const { vocabulary, facts } = draft;
  const ofFacts = new Int8Array(facts.length).fill(-1);
  const ofWords = new Int8Array(vocabulary.keys.length).fill(-1);
  const shared: { gain: number; index: number; fact: boolean }[] = [];
  const best = new Float64Array(facts.length);
  for (let i = 0; i < facts.length; i++)
    best[facts[i]!.id] = Math.max(best[facts[i]!.id]!, worthOf(facts[i]!.kind, tuning) * worth.facts[i]!);
  for (let i = 0; i < facts.length; i++)
    if (draft.again[i]! > 0 && best[facts[i]!.id]! > 0 && draft.firsts[facts[i]!.id] === i)
      shared.push({ gain: best[facts[i]!.id]!, index: facts[i]!.id, fact: true });
  for (let i = 0; i < vocabulary.keys.length; i++)
    if (vocabulary.counts[i]! > 1)
      shared.push({ gain: tuning.word * worth.words[i]! * vocabulary.keys[i]!.length, index: i, fact: false });
  shared.sort((a, b) => b.gain - a.gain || a.index - b.index || (a.fact ? -1 : 1));
  const n = Math.min(shared.length, SHARED - 1);
  const gains = new Float64Array(SHARED);
  gains[0] = tuning.event;
  for (let i = 0; i < n; i++) {
    const { gain, index, fact } = shared[i]!;
    gains[i + 1] = gain;
    (fact ? ofFacts : ofWords)[index] = i + 1;
  }
  return { ofFacts, ofWords, gains };
}
