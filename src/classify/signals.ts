import type { FieldName, Span, TermCategory } from "../core/types.ts";
import { type CueHit, cueClass, type WordFinder } from "./cues.ts";
import type { Subject } from "./subject.ts";

/** A named health-IT thing: a term, or a set phrase of the cue words. */
export interface NamedThing extends Span {
  readonly category: TermCategory | "phrase";
}

/** One sentence with the cues and terms that stand in it. */
export interface SentenceSignals extends Span {
  /** Named health-IT things: health-it cues, and terms that are no bare technology in a sentence on health. */
  readonly strong: readonly NamedThing[];
  /** Words of information technology, technologies among the terms included. */
  readonly it: readonly Span[];
  readonly health: readonly Span[];
  /** Whether the sentence speaks of health informatization. */
  readonly on: boolean;
}

/** One field, sentence by sentence. */
export interface FieldSignals {
  readonly field: FieldName;
  readonly text: string;
  readonly cues: readonly CueHit[];
  readonly sentences: readonly SentenceSignals[];
}

/** An article as the classifiers see it; the title is one sentence. */
export interface Signals {
  readonly subject: Subject;
  readonly title: FieldSignals;
  readonly body: FieldSignals;
}

/** Signs that end a sentence: 。！？!?；; and line ends. Most units stand between the two ends of the range of these. */
function endsSentence(c: number): boolean {
  if (c > 0x3002 && c < 0xff01) return false;
  return (
    c === 0x3002 || c === 0x0a || c === 0xff01 || c === 0xff1f || c === 0xff1b || c === 0x21 || c === 0x3f || c === 0x3b
  );
}

/** A list without an end is cut after so many units: what is on the subject is compared within a sentence. */
const LONGEST = 2000;

/** The end of the sentence that begins at `start`: behind the next full stop, semicolon or line end. */
function sentenceEnd(text: string, start: number): number {
  const most = Math.min(text.length, start + LONGEST);
  for (let i = start; i < most; i++) if (endsSentence(text.charCodeAt(i))) return i + 1;
  return most;
}

const HEALTH = cueClass("health");
const HEALTH_IT = cueClass("health-it");
const IT = cueClass("it");
const OTHER = cueClass("other");

const NONE: never[] = [];

/** Adds to a list in the order of starts, behind those that start there too; most are added at its end. */
function insertByStart<T extends Span>(list: T[], added: T): void {
  let at = list.length;
  list.push(added);
  for (; at > 0 && list[at - 1]!.start > added.start; at--) list[at] = list[at - 1]!;
  list[at] = added;
}

/** The list to add to: most sentences hold nothing of a kind, and share one empty list. */
const own = <T>(list: T[]): T[] => (list === NONE ? [] : list);

function overlaps(spans: readonly Span[], s: Span): boolean {
  for (const t of spans) if (t.start < s.end && s.start < t.end) return true;
  return false;
}

/**
 * A sentence is on the subject where it names a health-IT thing, or where words of health and of IT meet in it and
 * words of other walks of life (交通、供热、教育 …) do not outnumber those of health: an enumeration that names
 * medicine once among them is not on it.
 * @param cues those of the field, in `[cue, lastCue)` those that stand in the sentence; as `terms`.
 */
function readSentence(
  text: string,
  start: number,
  end: number,
  cues: readonly CueHit[],
  cue: number,
  lastCue: number,
  terms: readonly NamedThing[],
  term: number,
  lastTerm: number,
): SentenceSignals {
  let health: Span[] = NONE;
  let strong: NamedThing[] = NONE;
  let it: Span[] = NONE;
  let others = 0;
  for (let i = cue; i < lastCue; i++) {
    const c = cues[i]!;
    if (c.entry === HEALTH) (health = own(health)).push(c);
    else if (c.entry === HEALTH_IT) {
      const category = categoryAt(terms, term, lastTerm, c);
      (strong = own(strong)).push({ start: c.start, end: c.end, category });
    } else if (c.entry === IT) (it = own(it)).push(c);
    else if (c.entry === OTHER) others++;
  }
  const aboutHealth = health.length + strong.length > 0 && health.length + strong.length >= others;
  for (let i = term; i < lastTerm; i++) {
    const t = terms[i]!;
    if (overlaps(strong, t)) continue;
    const weight = weightOf(t, cues, cue, lastCue, text);
    if (weight === "strong" && aboutHealth) insertByStart((strong = own(strong)), t);
    else if (weight !== "none" && !overlaps(it, t)) insertByStart((it = own(it)), t);
  }
  const on = strong.length > 0 || (health.length > others && it.length > 0);
  return { start, end, strong, it, health, on };
}

/** Endings of what is made of software or wires, and bare acronyms (HIS, PACS): such a term is IT whatever else stands in it. */
const IT_NAME = /(?:系统|平台|中心|软件|终端|云|网|卡|码|app|机器人|大脑)$|^[a-z0-9+-]{2,8}$/i;

/**
 * What a term is worth: strong where its name or a word in it is of IT; weak for bare technologies (5G); what has
 * no such word (双向转诊, 健康中国) is done without IT as well and says nothing.
 */
function weightOf(
  term: NamedThing,
  cues: readonly CueHit[],
  cue: number,
  lastCue: number,
  text: string,
): "strong" | "weak" | "none" {
  if (term.category === "technology") return "weak";
  if (IT_NAME.test(text.slice(term.start, term.end))) return "strong";
  for (let i = cue; i < lastCue; i++)
    if (cues[i]!.entry === IT && cues[i]!.start < term.end && term.start < cues[i]!.end) return "strong";
  return "none";
}

/** The category of the term in `[term, lastTerm)` that a phrase is, or stands in. */
function categoryAt(
  terms: readonly NamedThing[],
  term: number,
  lastTerm: number,
  phrase: Span,
): NamedThing["category"] {
  for (let i = term; i < lastTerm; i++)
    if (terms[i]!.start < phrase.end && phrase.start < terms[i]!.end) return terms[i]!.category;
  return "phrase";
}

/** Reads the cues and terms of a field, sentence by sentence or as one sentence. */
function readField(subject: Subject, field: FieldName, finder: WordFinder, whole: boolean): FieldSignals {
  const text = subject[field];
  const { cues } = finder.find(text);
  const terms: NamedThing[] = [];
  for (const { category, mentions } of subject.terms)
    for (const m of mentions) if (m.field === field) insertByStart(terms, { start: m.start, end: m.end, category });
  const sentences: SentenceSignals[] = [];
  let cue = 0;
  let term = 0;
  const title = whole && text.length <= LONGEST;
  for (let start = 0; start < text.length || (whole && sentences.length === 0); ) {
    const end = title ? text.length : sentenceEnd(text, start);
    // A sign alone is no sentence; nothing stands in it.
    if (end > start + 1 || whole || !endsSentence(text.charCodeAt(start))) {
      const firstCue = cue;
      const firstTerm = term;
      while (cue < cues.length && cues[cue]!.start < end) cue++;
      while (term < terms.length && terms[term]!.start < end) term++;
      sentences.push(readSentence(text, start, end, cues, firstCue, cue, terms, firstTerm, term));
    }
    start = end;
  }
  return { field, text, cues, sentences };
}

export function readSignals(subject: Subject, finder: WordFinder): Signals {
  return {
    subject,
    title: readField(subject, "title", finder, true),
    body: readField(subject, "text", finder, false),
  };
}
