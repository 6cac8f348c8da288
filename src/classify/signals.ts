import type { FieldName, Mention, Span } from "../core/types.ts";
import type { CueClass, CueFinder, CueHit } from "./cues.ts";
import type { Subject } from "./subject.ts";

/** One sentence with the cues and terms that stand in it. */
export interface SentenceSignals extends Span {
  readonly field: FieldName;
  readonly cues: readonly CueHit[];
  /** Named health-IT things: health-it cues, and terms that are no bare technology in a sentence on health. */
  readonly strong: readonly Span[];
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

const SENTENCE_END = /[。！？!?；;\n]/;

/** Stretches between full stops, semicolons and line ends; they cover the text. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++)
    if (SENTENCE_END.test(text[i]!)) {
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
  span: Span,
  cues: readonly CueHit[],
  technologies: readonly Span[],
  things: readonly Span[],
): SentenceSignals {
  const health = of(cues, "health");
  const named = of(cues, "health-it");
  const it: Span[] = of(cues, "it");
  it.push(...technologies.filter((t) => !overlaps(it, t) && !overlaps(named, t)));
  const others = of(cues, "other").length;
  const free = things.filter((t) => !overlaps(named, t));
  const strong: Span[] = [...named];
  if (health.length + named.length > 0 && health.length + named.length >= others) strong.push(...free);
  else it.push(...free.filter((t) => !overlaps(it, t)));
  strong.sort((a, b) => a.start - b.start);
  it.sort((a, b) => a.start - b.start);
  const on = strong.length > 0 || (health.length > others && it.length > 0);
  return { field, ...span, cues, strong, it, health, on };
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
    const mentions = (technology: boolean): Mention[] =>
      subject.terms
        .filter((t) => (t.category === "technology") === technology)
        .flatMap((t) => t.mentions)
        .filter((m) => m.field === field)
        .sort((a, b) => a.start - b.start);
    const technologies = mentions(true);
    const things = mentions(false);
    const at = [{ at: 0 }, { at: 0 }, { at: 0 }] as const;
    return spans.map((s) =>
      readSentence(field, s, inside(cues, s, at[0]), inside(technologies, s, at[1]), inside(things, s, at[2])),
    );
  };
  const { title, text } = subject;
  return {
    subject,
    title: read("title", title, [{ start: 0, end: title.length }])[0]!,
    sentences: read("text", text, sentenceSpans(text)),
  };
}
