import type { Region } from "../core/types.ts";
import { compareFigures, daysOf, type Figure, type FigureComparison, figuresOf } from "./figures.ts";
import { bareText, shared, shingles } from "./fingerprint.ts";

/** What the comparison of two articles reads, made once an article. */
export interface Profile {
  readonly title: string;
  readonly text: string;
  readonly shingles: Uint32Array;
  readonly figures: readonly Figure[];
  /** Days that the text names, the first one first. */
  readonly days: readonly string[];
  /** Milliseconds since 1970, or NaN. */
  readonly published: number;
  readonly places: ReadonlySet<string>;
  readonly primary: string;
}

/** What a profile is made from: an analysis, or an item of a past bulletin. */
export interface Story {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string;
  readonly regions: readonly Pick<Region, "code" | "primary">[];
}

export function profileOf(article: Story): Profile {
  const text = bareText(article.text);
  return {
    title: bareText(article.title),
    text,
    shingles: shingles(text),
    figures: figuresOf(`${article.title}\n${article.text}`),
    days: daysOf(article.text),
    published: Date.parse(article.publishedAt.replace(" ", "T")),
    places: new Set(article.regions.map((r) => r.code)),
    primary: article.regions.find((r) => r.primary)?.code ?? "",
  };
}

/** Why two articles are, or are not, one story. */
export interface Comparison {
  readonly same: boolean;
  /** Share of the shorter text that the longer one has too, in [0, 1]. */
  readonly containment: number;
  readonly figures: FigureComparison;
}

/** So much of the shorter text in common says that one was made from the other. */
const SURE = 0.15;
/** With so little in common, the same figures must say it too. */
const LIKELY = 0.07;
const FIGURES_FOR_LIKELY = 3;
/** Texts shorter than this (in shingles) are notices: what they share is their form, unless nearly all is shared. */
const SHORT = 200;
const SURE_SHORT = 0.6;
/** Of the numbers in like surroundings, so many may differ in a reprint (a correction, a rounded figure); fewer in a notice. */
const MAX_CONFLICT = 0.2;
const MAX_CONFLICT_SHORT = 0.1;
/** Share of either title that the other notice must have too. */
const TITLE_SHORT = 0.2;
/** From here on a text is a copy, whatever day its first sentence names. */
const COPY = 0.6;
/** A notice without a day or a figure is printed again within so many hours; after that it is the next day's. */
const NOTICE_HOURS = 18;

export function compare(a: Profile, b: Profile): Comparison {
  const shorter = Math.min(a.shingles.length, b.shingles.length);
  const common = shared(a.shingles, b.shingles);
  const containment = shorter === 0 ? 0 : common / shorter;
  const figures = compareFigures(a.figures, b.figures);
  const short = shorter < SHORT;
  const conflicts = figures.conflict / Math.max(1, figures.agree + figures.conflict);
  const clash = short ? conflicts > MAX_CONFLICT_SHORT : figures.conflict > 1 && conflicts > MAX_CONFLICT;
  const sure = containment >= (short ? SURE_SHORT : SURE);
  const likely = containment >= LIKELY && figures.common >= FIGURES_FOR_LIKELY && !short;
  const otherDay = (short || containment < COPY) && daysDiffer(a, b);
  const nextNotice = short && figures.common === 0 && hoursApart(a, b) > NOTICE_HOURS;
  const otherTitle =
    short && Math.min(overlap(a.title, b.title + b.text), overlap(b.title, a.title + a.text)) < TITLE_SHORT;
  const other = clash || otherDay || nextNotice || otherTitle || roundUp(a, b);
  const same = (sure || likely) && !other && placesAgree(a, b);
  return { same, containment, figures };
}

/** Each text's first day is unknown to the other: the next notice of a series, or a follow-up with old background. */
function daysDiffer(a: Profile, b: Profile): boolean {
  const [x, y] = [a.days[0], b.days[0]];
  return x !== undefined && y !== undefined && !b.days.includes(x) && !a.days.includes(y);
}

/** 0 where a time is not known. */
function hoursApart(a: Profile, b: Profile): number {
  const ms = Math.abs(a.published - b.published);
  return Number.isNaN(ms) ? 0 : ms / 3_600_000;
}

/** A place is told in other words by each outlet, but two events in different places have neither's place in common. */
function placesAgree(a: Profile, b: Profile): boolean {
  if (a.primary === "" || b.primary === "") return true;
  return touches(a.primary, b.places) || touches(b.primary, a.places);
}

/** Whether a code, a division above it or one inside it is among the places. */
function touches(code: string, places: ReadonlySet<string>): boolean {
  const stem = (c: string): string => c.replace(/(00){1,2}$/, "");
  for (const place of places) if (stem(place).startsWith(stem(code)) || stem(code).startsWith(stem(place))) return true;
  return false;
}

/** A longer text that only quotes the shorter one among others: its own title speaks of something else. */
function roundUp(a: Profile, b: Profile): boolean {
  const [long, short] = a.text.length >= b.text.length ? [a, b] : [b, a];
  if (long.text.length < 3 * short.text.length) return false;
  return overlap(long.title, short.title + short.text) < 0.2;
}

/** Share of the title's pairs of signs that stand in the text. */
function overlap(title: string, text: string): number {
  let found = 0;
  for (let i = 0; i + 2 <= title.length; i++) if (text.includes(title.slice(i, i + 2))) found++;
  return title.length < 2 ? 1 : found / (title.length - 1);
}
