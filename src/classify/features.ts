import type { Institution, InstitutionType, Mention, Span } from "../core/types.ts";
import { CUE_CLASSES, type CueClass } from "./cues.ts";
import { longestRun } from "./runs.ts";
import type { FieldSignals, NamedThing, SentenceSignals, Signals } from "./signals.ts";

/** One named quantity of an article. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  /** The words that made it; looked for when asked. */
  mentions(): readonly Mention[];
}

/** The first so many characters are the lead; a first paragraph of up to twice that counts whole. */
const LEAD_CHARS = 120;
/** A shorter text counts as this long: one sentence must not make half an article. */
const MIN_CHARS = 200;
/** Mentions kept with one feature: enough to show, not a copy of the article. */
const MAX_MENTIONS = 24;
/** Words of a class on 100 characters at which an article is taken to be wholly of that kind. */
const WHOLLY = { other: 3, market: 3, tender: 3, recruit: 3, advert: 2, tips: 3, clinical: 2 } as const;

const MEDICAL: ReadonlySet<InstitutionType> = new Set(["hospital", "public-health"]);
const COMPANIES: ReadonlySet<InstitutionType> = new Set(["company"]);

/** Words of a sentence that a feature shows. */
type Pick = (sentence: SentenceSignals) => readonly Span[];
const both: Pick = (s) => [...s.strong, ...s.it, ...s.health];
const named = (s: SentenceSignals): readonly NamedThing[] => s.strong;
const itWords: Pick = (s) => s.it;
const healthWords: Pick = (s) => s.health;

/** The first words that `pick` finds in sentences. */
function wordsOf(field: FieldSignals, sentences: readonly SentenceSignals[], pick: Pick): Mention[] {
  const mentions: Mention[] = [];
  for (const s of sentences)
    for (const span of pick(s)) {
      if (mentions.length === MAX_MENTIONS) return mentions;
      mentions.push(mentionOf(field, span));
    }
  return mentions;
}

function mentionOf({ field, text }: FieldSignals, { start, end }: Span): Mention {
  return { field, start, end, text: text.slice(start, end) };
}

/** The first words of a class. */
function cuesOf(field: FieldSignals, cue: number): Mention[] {
  const mentions: Mention[] = [];
  for (const c of field.cues) if (c.cue === cue && mentions.length < MAX_MENTIONS) mentions.push(mentionOf(field, c));
  return mentions;
}

function countClasses(field: FieldSignals): Int32Array {
  const counts = new Int32Array(CUE_CLASSES.length);
  for (const c of field.cues) counts[c.cue]!++;
  return counts;
}

function countNamed(sentences: readonly SentenceSignals[]): number {
  let n = 0;
  for (const s of sentences) n += s.strong.length;
  return n;
}

/** One feature a category of named things; together they are worth `value`. */
function addTerms(
  features: Feature[],
  place: string,
  value: number,
  field: FieldSignals,
  sentences: readonly SentenceSignals[],
): void {
  const counts = new Map<NamedThing["category"], number>();
  let all = 0;
  for (const s of sentences)
    for (const { category } of s.strong) {
      counts.set(category, (counts.get(category) ?? 0) + 1);
      all++;
    }
  for (const [category, n] of counts)
    features.push({
      name: `term.${category}.${place}`,
      value: (value * n) / all,
      mentions: () => wordsOf(field, sentences, (s) => s.strong.filter((thing) => thing.category === category)),
    });
}

/** The features of relevance; names are stable, as they stand in models and in evidence. */
export function relevanceFeatures({ title, body, subject }: Signals): Feature[] {
  const { sentences, text } = body;
  const total = Math.max(MIN_CHARS, text.length);
  const features: Feature[] = [];
  const add = (name: string, value: number, mentions: () => readonly Mention[]): void => {
    if (value !== 0) features.push({ name, value, mentions });
  };
  const addWords = (
    name: string,
    value: number,
    field: FieldSignals,
    among: readonly SentenceSignals[],
    pick: Pick,
  ): void => add(name, value, () => wordsOf(field, among, pick));

  const on: SentenceSignals[] = [];
  const strong: SentenceSignals[] = [];
  const health: SentenceSignals[] = [];
  const names = new Set<string>();
  let onChars = 0;
  let strongChars = 0;
  let healthChars = 0;
  let itOn = 0;
  for (const s of sentences) {
    const length = s.end - s.start;
    if (s.on) {
      on.push(s);
      onChars += length;
      itOn += s.it.length;
    }
    if (s.strong.length > 0) {
      strong.push(s);
      strongChars += length;
      for (const thing of s.strong) names.add(text.slice(thing.start, thing.end));
    }
    if (s.health.length > 0) {
      health.push(s);
      healthChars += length;
    }
  }
  const lead = leadOf(text, sentences);
  const leadOn = lead.filter((s) => s.on);
  const head = title.sentences[0]!;

  addTerms(features, "title", 1, title, title.sentences);
  addWords("title.health", Math.min(1, head.health.length), title, title.sentences, healthWords);
  addWords("title.it", Math.min(1, head.it.length), title, title.sentences, itWords);
  if (head.health.length > 0 && head.it.length > 0)
    addWords("title.both", 1, title, title.sentences, (s) => [...s.health, ...s.it]);
  addTerms(features, "lead", Math.min(1, countNamed(lead) / 2), body, lead);
  addWords("lead.on", Math.min(1, leadOn.length), body, leadOn, both);
  addTerms(features, "body", Math.min(3, (countNamed(strong) * 100) / total), body, strong);
  addWords("body.on-share", onChars / total, body, on, both);
  addWords("body.health-it-share", strongChars / total, body, strong, named);
  const run = longestRun(sentences);
  addWords("body.run", run.chars / total, body, run.sentences, both);
  addWords("body.distinct", Math.log1p(names.size), body, strong, named);
  addWords("body.it-density", Math.min(4, (itOn * 100) / total), body, on, itWords);
  addWords("body.health-share", healthChars / total, body, health, healthWords);

  const inTitle = countClasses(title);
  const inBody = countClasses(body);
  for (const [cue, per100] of Object.entries(WHOLLY) as [CueClass, number][]) {
    const place = CUE_CLASSES.indexOf(cue);
    add(`${cue}.title`, Math.min(1, inTitle[place]!), () => cuesOf(title, place));
    add(`${cue}.body`, Math.min(1, (inBody[place]! * 100) / total / per100), () => cuesOf(body, place));
  }

  const medical = countOf(subject.institutions, MEDICAL);
  const companies = countOf(subject.institutions, COMPANIES);
  const bodies = subject.institutions.reduce((n, i) => n + i.mentions.length, 0);
  add("institution.medical", Math.min(1, medical / 4), () => mentionsOf(subject.institutions, MEDICAL));
  add("institution.company", companies / Math.max(1, bodies), () => mentionsOf(subject.institutions, COMPANIES));
  return features;
}

function countOf(institutions: readonly Institution[], types: ReadonlySet<InstitutionType>): number {
  let n = 0;
  for (const i of institutions) if (types.has(i.type)) n += i.mentions.length;
  return n;
}

function mentionsOf(institutions: readonly Institution[], types: ReadonlySet<InstitutionType>): Mention[] {
  return institutions
    .filter((i) => types.has(i.type))
    .flatMap((i) => i.mentions)
    .slice(0, MAX_MENTIONS);
}

function leadOf(text: string, sentences: readonly SentenceSignals[]): SentenceSignals[] {
  const firstBreak = text.indexOf("\n");
  const end = Math.max(LEAD_CHARS, Math.min(firstBreak < 0 ? text.length : firstBreak, LEAD_CHARS * 2));
  return sentences.filter((s) => s.start < end);
}
