/**
 * How likely a strict reader finds a fault in a sentence of a summary: that it hangs, names what nobody has introduced,
 * says more than the source, or tells nothing. A logistic model over what has been cut and what has been said before,
 * fitted on sentences that were read beside their sources (corpus/readings).
 */
import type { Span } from "../core/types.ts";
import { HERE } from "./about.ts";
import type { Clause, ClauseKind } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import type { Fact } from "./facts.ts";
import { FeatureTable } from "./feature-table.ts";
import { headOf, type KnownNouns, MOST_UNSAID, type Nouns, readNouns } from "./nouns.ts";
import type { Plan } from "./plan.ts";

const TABLE = new FeatureTable();
const one = (name: string): number => TABLE.one(name);
const KINDS: readonly ClauseKind[] = ["speech", "filler", "phrase", "dependent", "linked", "bare", "full"];
const kinds = (name: string): Readonly<Record<ClauseKind, number>> =>
  Object.fromEntries(KINDS.map((k) => [k, one(`${name}${k}`)])) as Record<ClauseKind, number>;

/** When a feature counts: always, where the sentence opens the summary, where it does not go on from the one before, … */
export const ALWAYS = 0;
export const FIRST = 1;
export const JUMP = 2;
/** … and where no sentence before has named a system or a document, the article's main system, a place or an institution. */
export const NO_SYSTEM = 3;
export const NO_MAIN = 4;
export const NO_PLACE = 5;
/** … and where its topic is a noun that the text has introduced before it and the summary has not. */
export const UNSAID_TOPIC = 6;
export const WHENS = 7;

/** What a clause of the sentence shows, each told once however many clauses show it: bits, and features from {@link MARK} on. */
const MARK_NAMES = [
  "background",
  "forward",
  "said",
  "reported",
  "anecdote",
  "comment",
  "needs-previous",
  "pieces",
  "colon",
  "semicolon",
  "gap-full",
  "gap-subjectless",
  "subject-document",
  "subject-quoted",
  "subject-region",
] as const;
const MARKS = MARK_NAMES.length;
const [MARK] = MARK_NAMES.map(one) as [number];
const bit = (name: (typeof MARK_NAMES)[number]): number => 1 << MARK_NAMES.indexOf(name);
const BACKGROUND = bit("background");
const FORWARD = bit("forward");
const SAID = bit("said");
const REPORTED = bit("reported");
const ANECDOTE = bit("anecdote");
const COMMENT = bit("comment");
const NEEDS_PREVIOUS = bit("needs-previous");
const PIECES = bit("pieces");
const COLON = bit("colon");
const SEMICOLON = bit("semicolon");
const GAP_FULL = bit("gap-full");
const GAP_SUBJECTLESS = bit("gap-subjectless");
const SUBJECT_DOCUMENT = bit("subject-document");
const SUBJECT_QUOTED = bit("subject-quoted");
const SUBJECT_REGION = bit("subject-region");

const HEAD_KIND = kinds("head-");
const FIRST_KIND = kinds("first-clause-");
const LAST_KIND = kinds("last-clause-");
const DROPPED = kinds("dropped-before-");
const DROPPED_COLON = one("dropped-before-colon");
const ORDER = TABLE.group("order", 4);
const COUNT = TABLE.group("clauses", 5);
const LENGTH = TABLE.group("length", 5);
const SHORT_FULL = one("short-full");
const FIGURES = TABLE.group("figures", 4);
const WORTH = TABLE.group("worth", 5);
const GAP = one("gap");
const GAPS = one("gaps");
const OPEN_END = one("open-end");
const SUBJECTLESS = one("subjectless");
const SUBJECT_NAMED = one("subject-named");
const SUBJECT_BARE = one("subject-bare");
const SUBJECT_RATE = one("subject-rate");
const THING = one("bare-thing");
const RESOLVED = one("resolved");
const NAMELESS = one("nameless");
const RESTORED = one("restored");
const TURNED = one("turned");
const SCOPED = one("scoped");
const PART = one("part");
const AFTER_SPEECH = one("after-speech");
const HAS = { term: one("has-term"), document: one("has-document"), name: one("has-name") } as const;
const NO_FACT = one("no-fact");
const MISSED = one("names-dropped");
const MISSED_BEFORE = one("names-before-dropped");
const BUT = one("but");
const WHOLE = one("whole");
const ITS = one("its");
const FIRST_LOT = one("first-lot");
const THIS = one("this");
const ALSO = one("also");
const THAT_DAY = one("that-day");
const OTHER_SIDE = one("other-side");
const PLAN_VERB = one("plan-verb");
const GIVES = one("gives");
const PAST = one("past-year");
const OPENS = one("opens");
const OPENS_BARE = one("opens-bare");
const OPENS_NAMELESS = one("opens-nameless");
const OPENS_PAST = one("opens-past-year");
const OPENS_PLACELESS = one("opens-placeless");
const OPENS_WORTH = TABLE.group("opens-worth", 6);
const OPENS_TITLE = TABLE.group("opens-title", 5);
const OPENS_PARAGRAPH = TABLE.group("opens-paragraph", 4);
const JUMPS = one("jumps");
const JUMPS_BARE = one("jumps-bare");
const JUMPS_SUBJECTLESS = one("jumps-subjectless");
const JUMPS_RATE = one("jumps-rate");
const SYSTEMLESS = one("systemless");
const SYSTEMLESS_VERB = one("systemless-verb");
const SYSTEMLESS_THING = one("systemless-thing");
const MAINLESS = one("mainless");
const MAINLESS_VERB = one("mainless-verb");
const PLACELESS = one("placeless");
const TOPIC = one("topic-known");
const TOPIC_UNSAID = one("topic-unsaid");
/** By {@link unsaidOf}: how many of the sentence's nouns the text has introduced and the summary has not; told by the search. */
export const UNSAID: number = TABLE.group("unsaid", MOST_UNSAID + 1);

/** Names of all features, by number. */
export const RISKS: readonly string[] = TABLE.names;

/** What a clause names; bits of {@link Told.names}. */
export const SYSTEM = 1;
export const MAIN = 2;
export const PLACE = 4;
const DOCUMENT = 8;
const TERM = 16;

/** What the sentences of one article ask of each clause. */
export interface Told extends KnownNouns {
  /** By clause: what it names. */
  readonly names: Uint8Array;
  /** By clause: a bit for each place and institution in it, by its first characters. */
  readonly who: Int32Array;
  /** By clause: a bit for each of {@link CUES}, and four more. */
  readonly cues: Int32Array;
}

/**
 * @param heads by clause: the name that is written in place of the bare word at its head
 * @param places by clause: whether a place is written for 全市 within it
 */
export function readTold(draft: Draft, heads: readonly (Span | null)[], places: readonly boolean[]): Told {
  const { prose, factsOf, facts, about } = draft;
  const said = new Uint8Array(prose.clauses.length);
  const who = new Int32Array(prose.clauses.length);
  const cues = new Int32Array(prose.clauses.length);
  const year = Number(draft.extraction.reading.document.publishedAt.slice(0, 4));
  for (let c = 0; c < said.length; c++) {
    let bits = about.main[c] === HERE ? MAIN : 0;
    for (const i of factsOf[c]!) {
      const { kind, start } = facts[i]!;
      bits |= namedBy(draft, facts[i]!);
      if (kind === "region" || kind === "institution")
        who[c]! |= 1 << ((31 * prose.text.charCodeAt(start) + prose.text.charCodeAt(start + 1)) % 31);
    }
    const head = heads[c];
    if (head) {
      let named = 0;
      for (const f of facts) {
        if (f.start >= head.start && f.end <= head.end) named |= namedBy(draft, f);
        // 全市 named by the 北京市 of 北京市医疗保障局.
        else if (f.start <= head.start && f.end >= head.end) named |= namedBy(draft, f) & PLACE;
      }
      // A row of nouns that no list knows is a system's name.
      bits |= named === 0 ? SYSTEM : named;
    }
    if (places[c]) bits |= PLACE;
    said[c] = bits;
    cues[c] = cuesOf(prose.text, prose.clauses[c]!) | (isPast(prose.text, prose.clauses[c]!, year) ? IN_PAST : 0);
  }
  return { names: said, who, cues, ...readNouns(draft) };
}

/** “健康算力专区”: a thing with a name of its own. */
const QUOTED_THING = /(?:平台|系统|专区|中心|网|图|工程|行动|计划|服务|大脑|医院|药房|驿站|码|卡|通|云|办)”$/u;

/** What a fact names. */
function namedBy({ prose: { text } }: Draft, { kind, start, end }: Fact): number {
  if (kind === "term") return SYSTEM | TERM;
  if (kind === "document" || kind === "meeting") return SYSTEM | DOCUMENT;
  if (kind === "quoted") return end - start > 5 && QUOTED_THING.test(text.slice(start, end)) ? SYSTEM : 0;
  return kind === "region" || kind === "institution" ? PLACE : 0;
}

const bucket = (x: number, bounds: readonly number[]): number => {
  let i = 0;
  while (i < bounds.length && x >= bounds[i]!) i++;
  return i;
};
const LENGTHS = [10, 16, 25, 40];
const WORTHS = [0.2, 0.4, 0.6, 0.8];
const OPEN_BOUNDS = [0.05, 0.17, 0.33, 0.5, 0.67];

/** Words by which a clause leans on others, each with the feature that it tells. */
const CUES: readonly (readonly [RegExp, number])[] = [
  [/但/u, BUT],
  [/全[市县区省州旗盟院]/u, WHOLE],
  [/其/u, ITS],
  [/首批|最/u, FIRST_LOT],
  [/这/u, THIS],
  [/[也还]|同步|同时/u, ALSO],
  [/当[天日年时晚场]/u, THAT_DAY],
  [/则|先是?(?!行|进|后)|另|一头|一端/u, OTHER_SIDE],
  [/应当?|须|要求|力争|不得/u, PLAN_VERB],
  [/答案|办法是|给出|变化/u, GIVES],
];
/** Bits behind those of {@link CUES}. */
const TO_SYSTEM = 1 << CUES.length;
const ON_THING = TO_SYSTEM << 1;
const ON_RATE = TO_SYSTEM << 2;
const IN_PAST = TO_SYSTEM << 3;
/** What one does to a system, which the clause need not name. */
const DONE_TO =
  /接入|开通|上线|试用|投用|启用|覆盖|联网|对接|互认|上架|试点|推开|铺开|推行|改造|服务|办理|建成|纳入|适用|通过|完成/u;
const BARE_THING =
  /平台|系统|模型|数据集|中心|网|工程|项目|软件|药房|《|服务|产品|机器人|终端|设备|通知|方案|规范|指南|会议|大会/u;
const RATE = /率|时间|比例|占比/u;
/** Characters at the head of a clause in which a thing is its subject. */
const HEAD = 14;

function cuesOf(text: string, { core, end, subject }: Clause): number {
  const said = text.slice(core, end);
  let cues = 0;
  for (let i = 0; i < CUES.length; i++) if (CUES[i]![0].test(said)) cues |= 1 << i;
  if (DONE_TO.test(said)) cues |= TO_SYSTEM;
  if (BARE_THING.test(said.slice(0, HEAD))) cues |= ON_THING;
  if (subject && RATE.test(text.slice(subject.start, subject.end))) cues |= ON_RATE;
  return cues;
}

/** Whether a clause tells of a year before that of the article and of none since: 2020年的摸底显示, 去年仅41%. */
function isPast(text: string, { start, end }: Clause, year: number): boolean {
  let past = false;
  for (const m of text.slice(start, end).matchAll(YEARS)) {
    if (m[1] === undefined ? m[0] === "今年" : Number(m[1]) >= year) return false;
    past = true;
  }
  return past;
}
const YEARS = /((?:19|20)\d\d)年|[去前今]年/gu;

/** Tells the features of a sentence made of the clauses `path`, each with when it counts. */
export function describe(
  draft: Draft,
  worth: Worth,
  plans: readonly Plan[],
  told: Told,
  nouns: Nouns,
  path: readonly number[],
  restored: number,
  tell: (when: number, feature: number) => void,
): void {
  const { prose, figures, titleShare, factsOf, facts } = draft;
  const { clauses } = prose;
  const { names: said, who, cues } = told;
  const at = (i: number): Clause => clauses[path[i]!]!;
  const n = path.length;
  const first = at(0);
  const head = clauses[headOf(plans, path)]!;
  const last = at(n - 1);
  const plan = plans[head.index]!;
  tell(ALWAYS, HEAD_KIND[head.kind]);
  tell(ALWAYS, FIRST_KIND[first.kind]);
  tell(ALWAYS, LAST_KIND[last.kind]);
  tell(ALWAYS, ORDER + Math.min(3, first.order));
  if (first.order > 0) {
    const before = clauses[first.index - 1]!;
    tell(ALWAYS, DROPPED[before.kind]);
    if (before.mark === "：") tell(ALWAYS, DROPPED_COLON);
  }
  tell(ALWAYS, COUNT + Math.min(4, n));

  let bits = 0;
  let named = 0;
  let hints = 0;
  let marks = 0;
  let length = 0;
  let count = 0;
  let gaps = 0;
  let share = 0;
  let most = 0;
  let facted = false;
  for (let i = 0; i < n; i++) {
    const c = at(i);
    const p = plans[c.index]!;
    bits |= said[c.index]!;
    named |= who[c.index]!;
    hints |= cues[c.index]!;
    length += p.length;
    count += figures[c.index]!;
    facted ||= p.tells;
    if (titleShare[c.index]! > share) share = titleShare[c.index]!;
    if (worth.clauses[c.index]! > most) most = worth.clauses[c.index]!;
    if (c.background) marks |= BACKGROUND;
    if (c.forward) marks |= FORWARD;
    if (c.said) marks |= SAID;
    if (c.reported) marks |= REPORTED;
    if (c.anecdote || c.personal) marks |= ANECDOTE;
    if (c.comment) marks |= COMMENT;
    if (c.needsPrevious) marks |= NEEDS_PREVIOUS;
    if (p.pieces.length > 1) marks |= PIECES;
    if (i === 0) continue;
    const before = at(i - 1);
    if (before.mark === "：") marks |= COLON;
    else if (before.mark === "；") marks |= SEMICOLON;
    if (c.index === before.index + 1) continue;
    gaps++;
    if (c.kind === "full") marks |= GAP_FULL;
    if (!c.subject) marks |= GAP_SUBJECTLESS;
  }
  if (gaps > 0) tell(ALWAYS, gaps > 1 ? GAPS : GAP);
  if (last.mark !== "。") tell(ALWAYS, OPEN_END);
  tell(ALWAYS, WORTH + bucket(most, WORTHS));
  const size = bucket(length, LENGTHS);
  tell(ALWAYS, LENGTH + size);
  if (size < 2 && head.kind === "full") tell(ALWAYS, SHORT_FULL);
  tell(ALWAYS, FIGURES + Math.min(3, count));
  if (!facted) tell(ALWAYS, NO_FACT);
  if (bits & TERM) tell(ALWAYS, HAS.term);
  if (bits & DOCUMENT) tell(ALWAYS, HAS.document);
  if (bits & PLACE) tell(ALWAYS, HAS.name);

  const { subject } = head;
  let bare = false;
  const rate = (cues[head.index]! & ON_RATE) !== 0;
  if (subject) {
    let says = false;
    for (const i of factsOf[head.index]!) {
      const { kind, start } = facts[i]!;
      if (start >= subject.end || kind === "figure" || kind === "date") continue;
      says = true;
      if (kind === "document" || kind === "meeting") marks |= SUBJECT_DOCUMENT;
      else if (kind === "quoted") marks |= SUBJECT_QUOTED;
      else if (kind === "region") marks |= SUBJECT_REGION;
    }
    bare = !says;
    tell(ALWAYS, says ? SUBJECT_NAMED : SUBJECT_BARE);
    if (rate) tell(ALWAYS, SUBJECT_RATE);
  } else tell(ALWAYS, SUBJECTLESS);
  const thing = (cues[head.index]! & ON_THING) !== 0;
  if (thing && !(bits & SYSTEM)) tell(ALWAYS, THING);
  if (plan.head) tell(ALWAYS, RESOLVED);
  if (plan.nameless) tell(ALWAYS, NAMELESS);
  if (restored !== 0) tell(ALWAYS, RESTORED);
  if (plan.turned) tell(ALWAYS, TURNED);
  if (plan.scope >= 0) tell(ALWAYS, SCOPED);
  if (plan.part) tell(ALWAYS, PART);
  if (head.afterSpeech) tell(ALWAYS, AFTER_SPEECH);

  let missed = 0;
  let missedBefore = 0;
  for (let i = first.index - 1; i >= 0 && clauses[i]!.sentence >= first.sentence - 1; i--)
    if (clauses[i]!.sentence === first.sentence) missed |= who[i]!;
    else missedBefore |= who[i]!;
  if (missed & ~named && !(bits & PLACE)) tell(ALWAYS, MISSED);
  if (missedBefore & ~named && !(bits & PLACE)) tell(JUMP, MISSED_BEFORE);

  for (let i = 0; i < MARKS; i++) if (marks & (1 << i)) tell(ALWAYS, MARK + i);
  for (let i = 0; i < CUES.length; i++) if (hints & (1 << i)) tell(ALWAYS, CUES[i]![1]);

  tell(FIRST, OPENS);
  if (bare) tell(FIRST, OPENS_BARE);
  if (hints & IN_PAST) {
    tell(ALWAYS, PAST);
    tell(FIRST, OPENS_PAST);
  }
  if (!(bits & PLACE) && !plan.lead) tell(FIRST, bits & SYSTEM ? OPENS_PLACELESS : OPENS_NAMELESS);
  tell(FIRST, OPENS_WORTH + bucket(worth.opens[head.index]!, OPEN_BOUNDS));
  tell(FIRST, OPENS_TITLE + Math.min(4, Math.floor(5 * share)));
  tell(FIRST, OPENS_PARAGRAPH + Math.min(3, prose.sentences[first.sentence]!.paragraph));
  tell(JUMP, JUMPS);
  if (bare) tell(JUMP, JUMPS_BARE);
  if (!subject) tell(JUMP, JUMPS_SUBJECTLESS);
  if (rate) tell(JUMP, JUMPS_RATE);
  if (!(bits & SYSTEM)) {
    tell(NO_SYSTEM, SYSTEMLESS);
    if (hints & TO_SYSTEM) tell(NO_SYSTEM, SYSTEMLESS_VERB);
    if (thing) tell(NO_SYSTEM, SYSTEMLESS_THING);
  }
  if (!(bits & MAIN)) {
    tell(NO_MAIN, MAINLESS);
    if (hints & TO_SYSTEM) tell(NO_MAIN, MAINLESS_VERB);
  }
  if (!(bits & PLACE)) tell(NO_PLACE, PLACELESS);
  if ((nouns.topicLow | nouns.topicHigh) !== 0) {
    tell(ALWAYS, TOPIC);
    tell(UNSAID_TOPIC, TOPIC_UNSAID);
  }
}
