import type { FieldName, Span, TermCategory } from "../core/types.ts";
import type { CueClass, CueFinder, CueHit } from "./cues.ts";
import type { Subject } from "./subject.ts";

/** A named health-IT thing: a term, or a set phrase of the cue words. */
export interface NamedThing extends Span {
  readonly category: TermCategory | "phrase";
}

/** One sentence with the cues and terms that stand in it. */
export interface SentenceSignals extends Span {
  readonly field: FieldName;
  readonly cues: readonly CueHit[];
  /** Named health-IT things: health-it cues, and terms that are no bare technology in a sentence on health. */
  readonly strong: readonly NamedThing[];
  /** Words of information technology, technologies among the terms included. */
  readonly it: readonly Span[];
  readonly health: readonly Span[];
  /** Whether the sentence speaks of health informatization. */
  readonly on: boolean;
}

/** An article as the classifiers see it. */
export interface Signals {
  readonly subject: Subject;
  readonly title: SentenceSignals;
  readonly sentences: readonly SentenceSignals[];
}

/** Signs that end a sentence: 。！？!?；; and line ends. */
const SENTENCE_END: ReadonlySet<number> = new Set(Array.from("。！？!?；;\n", (c) => c.charCodeAt(0)));

/** Stretches between full stops, semicolons and line ends; they cover the text. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++)
    if (SENTENCE_END.has(text.charCodeAt(i))) {
      if (i > start) spans.push({ start, end: i + 1 });
      start = i + 1;
    }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const overlaps = (spans: readonly Span[], s: Span): boolean => spans.some((t) => t.start < s.end && s.start < t.end);
const of = (cues: readonly CueHit[], cue: CueClass): CueHit[] => cues.filter((c) => c.cue === cue);

/**
 * A sentence is on the subject where it names a health-IT thing, or where words of health and of IT meet in it and
 * words of other walks of life (交通、供热、教育 …) do not outnumber those of health: an enumeration that names
 * medicine once among them is not on it.
 */
function readSentence(
  field: FieldName,
  text: string,
  span: Span,
  cues: readonly CueHit[],
  terms: readonly NamedThing[],
): SentenceSignals {
  const health = of(cues, "health");
  const phrases = of(cues, "health-it");
  const others = of(cues, "other").length;
  const aboutHealth = health.length + phrases.length > 0 && health.length + phrases.length >= others;
  const strong: NamedThing[] = phrases.map((p) => ({ start: p.start, end: p.end, category: categoryAt(terms, p) }));
  const it: Span[] = [...of(cues, "it")];
  for (const term of terms) {
    if (overlaps(strong, term)) continue;
    const weight = weightOf(term, cues, text);
    if (weight === "strong" && aboutHealth) strong.push(term);
    else if (weight !== "none" && !overlaps(it, term)) it.push(term);
  }
  strong.sort((a, b) => a.start - b.start);
  it.sort((a, b) => a.start - b.start);
  const on = strong.length > 0 || (health.length > others && it.length > 0);
  return { field, ...span, cues, strong, it, health, on };
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
  if (cues.some((c) => c.cue === "it" && c.start < term.end && term.start < c.end)) return "strong";
  return "none";
}

/** The category of the term that a phrase is, or stands in. */
function categoryAt(terms: readonly NamedThing[], phrase: Span): NamedThing["category"] {
  return terms.find((t) => t.start < phrase.end && phrase.start < t.end)?.category ?? "phrase";
}

const inside = <T extends Span>(spans: readonly T[], s: Span, from: { at: number }): T[] => {
  while (from.at < spans.length && spans[from.at]!.start < s.start) from.at++;
  const found: T[] = [];
  while (from.at < spans.length && spans[from.at]!.start < s.end) found.push(spans[from.at++]!);
  return found;
};

/** Reads cues and terms sentence by sentence. */
export function readSignals(subject: Subject, finder: CueFinder): Signals {
  const read = (field: FieldName, text: string, spans: readonly Span[]): SentenceSignals[] => {
    const cues = finder.find(field, text);
    const terms = subject.terms
      .flatMap((t) => t.mentions.map((m) => ({ field: m.field, start: m.start, end: m.end, category: t.category })))
      .filter((m) => m.field === field)
      .sort((a, b) => a.start - b.start);
    const at = [{ at: 0 }, { at: 0 }] as const;
    return spans.map((s) => readSentence(field, text, s, inside(cues, s, at[0]), inside(terms, s, at[1])));
  };
  const { title, text } = subject;
  return {
    subject,
    title: read("title", title, [{ start: 0, end: title.length }])[0]!,
    sentences: read("text", text, sentenceSpans(text)),
  };
}
