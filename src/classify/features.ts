import type { InstitutionType, Mention, Span } from "../core/types.ts";
import type { CueClass } from "./cues.ts";
import { longestRun } from "./runs.ts";
import type { NamedThing, SentenceSignals, Signals } from "./signals.ts";

/** One named quantity of an article, with the words that made it. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly mentions: readonly Mention[];
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

/** The features of relevance; names are stable, as they stand in models and in evidence. */
export function relevanceFeatures(signals: Signals): Feature[] {
  const { title, sentences } = signals;
  const { text, institutions } = signals.subject;
  const total = Math.max(MIN_CHARS, text.length);
  const features: Feature[] = [];
  const add = (name: string, value: number, mentions: readonly Mention[]): void => {
    if (value !== 0) features.push({ name, value, mentions: mentions.slice(0, MAX_MENTIONS) });
  };
  const words = (of: readonly SentenceSignals[], pick: (s: SentenceSignals) => readonly Span[]): Mention[] => {
    const mentions: Mention[] = [];
    for (const s of of) {
      for (const span of pick(s)) mentions.push(mentionOf(signals, s, span));
      if (mentions.length >= MAX_MENTIONS) break;
    }
    return mentions;
  };
  const share = (of: readonly SentenceSignals[]): number => of.reduce((n, s) => n + s.end - s.start, 0) / total;
  const count = (of: readonly SentenceSignals[], pick: (s: SentenceSignals) => readonly Span[]): number =>
    of.reduce((n, s) => n + pick(s).length, 0);
  /** One feature a category of term; together they are worth `value`. */
  const addTerms = (place: string, value: number, of: readonly SentenceSignals[]): void => {
    const things = of.flatMap((s) => s.strong.map((thing) => ({ thing, mention: mentionOf(signals, s, thing) })));
    for (const category of new Set(things.map((t) => t.thing.category))) {
      const mine = things.filter((t) => t.thing.category === category);
      add(
        `term.${category}.${place}`,
        (value * mine.length) / things.length,
        mine.map((t) => t.mention),
      );
    }
  };

  const lead = leadOf(text, sentences);
  const on = sentences.filter((s) => s.on);
  const strong = sentences.filter((s) => s.strong.length > 0);
  const both = (s: SentenceSignals): readonly Span[] => [...s.strong, ...s.it, ...s.health];
  const named = (s: SentenceSignals): readonly NamedThing[] => s.strong;

  addTerms("title", 1, [title]);
  add(
    "title.health",
    Math.min(1, title.health.length),
    words([title], (s) => s.health),
  );
  add(
    "title.it",
    Math.min(1, title.it.length),
    words([title], (s) => s.it),
  );
  if (title.health.length > 0 && title.it.length > 0)
    add(
      "title.both",
      1,
      words([title], (s) => [...s.health, ...s.it]),
    );
  addTerms("lead", Math.min(1, count(lead, named) / 2), lead);
  const leadOn = lead.filter((s) => s.on);
  add("lead.on", Math.min(1, leadOn.length), words(leadOn, both));
  addTerms("body", Math.min(3, (count(strong, named) * 100) / total), strong);
  add("body.on-share", share(on), words(on, both));
  add("body.health-it-share", share(strong), words(strong, named));
  const run = longestRun(sentences);
  add("body.run", run.chars / total, words(run.sentences, both));
  const names = new Set(strong.flatMap((s) => s.strong.map((thing) => mentionOf(signals, s, thing).text)));
  add("body.distinct", Math.log1p(names.size), words(strong, named));
  const it = (s: SentenceSignals): readonly Span[] => s.it;
  add("body.it-density", Math.min(4, (count(on, it) * 100) / total), words(on, it));
  const health = sentences.filter((s) => s.health.length > 0);
  add(
    "body.health-share",
    share(health),
    words(health, (s) => s.health),
  );

  for (const [cue, per100] of Object.entries(WHOLLY) as [CueClass, number][]) {
    const hits = (s: SentenceSignals): readonly Span[] => s.cues.filter((c) => c.cue === cue);
    add(`${cue}.title`, Math.min(1, hits(title).length), words([title], hits));
    add(`${cue}.body`, Math.min(1, (count(sentences, hits) * 100) / total / per100), words(sentences, hits));
  }

  const bodies = institutions.flatMap((i) => i.mentions.map((mention) => ({ type: i.type, mention })));
  const ofType = (types: ReadonlySet<InstitutionType>): Mention[] =>
    bodies.filter((b) => types.has(b.type)).map((b) => b.mention);
  const medical = ofType(MEDICAL);
  const companies = ofType(COMPANIES);
  add("institution.medical", Math.min(1, medical.length / 4), medical);
  add("institution.company", companies.length / Math.max(1, bodies.length), companies);
  return features;
}

function mentionOf(signals: Signals, s: SentenceSignals, { start, end }: Span): Mention {
  return { field: s.field, start, end, text: signals.subject[s.field].slice(start, end) };
}

function leadOf(text: string, sentences: readonly SentenceSignals[]): SentenceSignals[] {
  const firstBreak = text.indexOf("\n");
  const end = Math.max(LEAD_CHARS, Math.min(firstBreak < 0 ? text.length : firstBreak, LEAD_CHARS * 2));
  return sentences.filter((s) => s.start < end);
}
