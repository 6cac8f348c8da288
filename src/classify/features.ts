import type { Mention, Span } from "../core/types.ts";
import type { CueClass } from "./cues.ts";
import type { SentenceSignals, Signals } from "./signals.ts";

/** One named quantity of an article, with the words that made it. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly mentions: readonly Mention[];
}

/** The first so many characters are the lead, where no paragraph ends before them. */
const LEAD_CHARS = 120;
/** A shorter text counts as this long: one sentence must not make half an article. */
const MIN_CHARS = 300;
/** Mentions kept with one feature: enough to show, not a copy of the article. */
const MAX_MENTIONS = 24;

const sum = (sentences: readonly SentenceSignals[], f: (s: SentenceSignals) => number): number =>
  sentences.reduce((n, s) => n + f(s), 0);
const chars = (s: Span): number => s.end - s.start;

/** The features of relevance; names are stable, they stand in models and in evidence. */
export function relevanceFeatures(signals: Signals): Feature[] {
  const { title, sentences } = signals;
  const { title: titleText, text, institutions } = signals.subject;
  const slice = (s: SentenceSignals, spans: readonly Span[]): Mention[] =>
    spans.map(({ start, end }) => ({
      field: s.field,
      start,
      end,
      text: (s.field === "title" ? titleText : text).slice(start, end),
    }));
  const total = Math.max(MIN_CHARS, text.length);
  const share = (chosen: readonly SentenceSignals[]): number => sum(chosen, chars) / total;
  const features: Feature[] = [];
  const add = (name: string, value: number, mentions: readonly Mention[]): void => {
    features.push({ name, value, mentions: value === 0 ? [] : mentions.slice(0, MAX_MENTIONS) });
  };

  const firstBreak = text.indexOf("\n");
  const leadEnd = Math.max(LEAD_CHARS, firstBreak < 0 ? text.length : Math.min(firstBreak, LEAD_CHARS * 2));
  const lead = sentences.filter((s) => s.start < leadEnd);
  const on = sentences.filter((s) => s.on);
  const strong = sentences.filter((s) => s.strong.length > 0);
  const both = (s: SentenceSignals): Mention[] => slice(s, [...s.strong, ...s.it, ...s.health]);

  add("title.health-it", title.strong.length > 0 ? 1 : 0, slice(title, title.strong));
  add("title.health", title.health.length > 0 ? 1 : 0, slice(title, title.health));
  add("title.it", title.it.length > 0 ? 1 : 0, slice(title, title.it));
  add(
    "title.both",
    title.health.length > 0 && title.it.length > 0 ? 1 : 0,
    slice(title, [...title.health, ...title.it]),
  );
  add(
    "lead.health-it",
    Math.min(1, sum(lead, (s) => s.strong.length) / 2),
    lead.flatMap((s) => slice(s, s.strong)),
  );
  add("lead.on", lead.some((s) => s.on) ? 1 : 0, lead.filter((s) => s.on).flatMap(both));
  add("body.on-share", share(on), on.flatMap(both));
  add(
    "body.health-it-share",
    share(strong),
    strong.flatMap((s) => slice(s, s.strong)),
  );
  add(
    "body.run",
    longestRun(sentences) / total,
    on.flatMap((s) => slice(s, s.strong)),
  );
  const names = new Set(strong.flatMap((s) => slice(s, s.strong).map((m) => m.text)));
  add(
    "body.distinct",
    Math.log1p(names.size),
    strong.flatMap((s) => slice(s, s.strong)),
  );
  add(
    "body.density",
    Math.min(3, (sum(sentences, (s) => s.strong.length) * 100) / total),
    strong.flatMap((s) => slice(s, s.strong)),
  );
  const it = sentences.filter((s) => s.it.length > 0);
  add(
    "body.it-density",
    Math.min(4, (sum(sentences, (s) => s.it.length) * 100) / total),
    it.flatMap((s) => slice(s, s.it)),
  );
  const health = sentences.filter((s) => s.health.length > 0);
  add(
    "body.health-share",
    share(health),
    health.flatMap((s) => slice(s, s.health)),
  );

  const against = (name: string, cue: CueClass, perHundred: number): void => {
    const hits = sentences.flatMap((s) =>
      slice(
        s,
        s.cues.filter((c) => c.cue === cue),
      ),
    );
    const inTitle = slice(
      title,
      title.cues.filter((c) => c.cue === cue),
    );
    add(`${name}.body`, Math.min(1, (hits.length * 100) / total / perHundred), hits);
    add(`${name}.title`, inTitle.length > 0 ? 1 : 0, inTitle);
  };
  against("other", "other", 3);
  against("market", "market", 3);
  against("tender", "tender", 3);
  against("recruit", "recruit", 3);
  against("advert", "advert", 2);
  against("tips", "tips", 3);
  against("clinical", "clinical", 2);

  const bodies = (types: readonly string[]): Mention[] =>
    institutions.filter((i) => types.includes(i.type)).flatMap((i) => i.mentions);
  const medical = bodies(["hospital", "public-health"]);
  add("institution.medical", medical.length > 0 ? 1 : 0, medical);
  return features;
}

/** Characters of the longest stretch of sentences on the subject; one sentence between two such does not end it. */
function longestRun(sentences: readonly SentenceSignals[]): number {
  let best = 0;
  let run = 0;
  let gap = 0;
  for (const s of sentences) {
    if (s.on) {
      run += gap + chars(s);
      gap = 0;
      best = Math.max(best, run);
    } else if (run > 0 && gap === 0) gap = chars(s);
    else {
      run = 0;
      gap = 0;
    }
  }
  return best;
}
