import type { FieldName, Span, TermCategory } from "../core/types.ts";
import { type CueFinder, type CueHit, cueClass } from "./cues.ts";
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

/** Signs that end a sentence: 。！？!?；; and line ends. */
const ENDS_SENTENCE: Uint8Array = new Uint8Array(0x10000);
for (const c of "。！？!?；;\n") ENDS_SENTENCE[c.charCodeAt(0)] = 1;

/** Stretches between full stops, semicolons and line ends; they cover the text. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++)
    if (ENDS_SENTENCE[text.charCodeAt(i)] === 1) {
      if (i > start) spans.push({ start, end: i + 1 });
      start = i + 1;
    }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const HEALTH = cueClass("health");
const HEALTH_IT = cueClass("health-it");
const IT = cueClass("it");
const OTHER = cueClass("other");

const NONE: readonly never[] = [];
const byStart = (a: Span, b: Span): number => a.start - b.start;

function overlaps(spans: readonly Span[], s: Span): boolean {
  for (const t of spans) if (t.start < s.end && s.start < t.end) return true;
  return false;
}

/**
 * A sentence is on the subject where it names a health-IT thing, or where words of health and of IT meet in it and
 * words of other walks of life (交通、供热、教育 …) do not outnumber those of health: an enumeration that names
 * medicine once among them is not on it.
 * @param cues those that stand in the sentence, as `terms`.
 */
function readSentence(
  text: string,
  { start, end }: Span,
  cues: readonly CueHit[],
  terms: readonly NamedThing[],
): SentenceSignals {
  const health: Span[] = [];
  const strong: NamedThing[] = [];
  const it: Span[] = [];
  let others = 0;
  for (const c of cues) {
    if (c.cue === HEALTH) health.push(c);
    else if (c.cue === HEALTH_IT) strong.push({ start: c.start, end: c.end, category: categoryAt(terms, c) });
    else if (c.cue === IT) it.push(c);
    else if (c.cue === OTHER) others++;
  }
  if (terms.length > 0) {
    const aboutHealth = health.length + strong.length > 0 && health.length + strong.length >= others;
    for (const term of terms) {
      if (overlaps(strong, term)) continue;
      const weight = weightOf(term, cues, text);
      if (weight === "strong" && aboutHealth) strong.push(term);
      else if (weight !== "none" && !overlaps(it, term)) it.push(term);
    }
    strong.sort(byStart);
    it.sort(byStart);
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
function weightOf(term: NamedThing, cues: readonly CueHit[], text: string): "strong" | "weak" | "none" {
  if (term.category === "technology") return "weak";
  if (IT_NAME.test(text.slice(term.start, term.end))) return "strong";
  for (const c of cues) if (c.cue === IT && c.start < term.end && term.start < c.end) return "strong";
  return "none";
}

/** The category of the term that a phrase is, or stands in. */
function categoryAt(terms: readonly NamedThing[], phrase: Span): NamedThing["category"] {
  for (const t of terms) if (t.start < phrase.end && phrase.start < t.end) return t.category;
  return "phrase";
}

/** Reads the cues and terms of a field sentence by sentence. */
function readField(subject: Subject, field: FieldName, finder: CueFinder, spans: readonly Span[]): FieldSignals {
  const text = subject[field];
  const cues = finder.find(text);
  const terms: NamedThing[] = [];
  for (const { category, mentions } of subject.terms)
    for (const m of mentions) if (m.field === field) terms.push({ start: m.start, end: m.end, category });
  terms.sort(byStart);
  const sentences: SentenceSignals[] = [];
  let cue = 0;
  let term = 0;
  for (const span of spans) {
    while (cue < cues.length && cues[cue]!.start < span.start) cue++;
    while (term < terms.length && terms[term]!.start < span.start) term++;
    const [firstCue, firstTerm] = [cue, term];
    while (cue < cues.length && cues[cue]!.start < span.end) cue++;
    while (term < terms.length && terms[term]!.start < span.end) term++;
    sentences.push(
      cue === firstCue && term === firstTerm
        ? { start: span.start, end: span.end, strong: NONE, it: NONE, health: NONE, on: false }
        : readSentence(text, span, cues.slice(firstCue, cue), terms.slice(firstTerm, term)),
    );
  }
  return { field, text, cues, sentences };
}

export function readSignals(subject: Subject, finder: CueFinder): Signals {
  return {
    subject,
    title: readField(subject, "title", finder, [{ start: 0, end: subject.title.length }]),
    body: readField(subject, "text", finder, sentenceSpans(subject.text)),
  };
}
