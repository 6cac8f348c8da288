import type { Institution, Region } from "../core/types.ts";
import { compareFigures, daysOf, type Figure, type FigureComparison, figuresOf } from "./figures.ts";
import { bareText, shared, shingles } from "./fingerprint.ts";

/** What a profile is made from: an analysis, or an item of a past bulletin. */
export interface Story {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string;
  readonly regions: readonly Pick<Region, "code" | "primary">[];
  readonly institutions?: readonly Pick<Institution, "name" | "type" | "mentions">[];
}

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
  /** Names of institutions, full and as printed; media are left out, as each outlet names itself. */
  readonly institutions: ReadonlySet<string>;
}

export function profileOf(story: Story): Profile {
  const text = bareText(story.text);
  const institutions = (story.institutions ?? []).filter((i) => i.type !== "media");
  return {
    title: bareText(story.title),
    text,
    shingles: shingles(story.text),
    figures: figuresOf(`${story.title}\n${story.text}`),
    days: daysOf(story.text),
    published: Date.parse(story.publishedAt.replace(" ", "T")),
    places: new Set(story.regions.map((r) => r.code)),
    primary: story.regions.find((r) => r.primary)?.code ?? "",
    institutions: new Set(institutions.flatMap((i) => [i.name, ...i.mentions.map((m) => m.text)])),
  };
}

/** Whether two articles are one story, and how much of their wording they share. */
export interface Comparison {
  readonly same: boolean;
  /** Share of the shorter text that the longer one has too, in [0, 1]. */
  readonly containment: number;
}

/** From here on a text is a copy, whatever day its first sentence names. */
const COPY = 0.6;
/** So much of the shorter text in common says that one was made from the other. */
const SURE = 0.2;
/** With so little in common, other signs must say it too. */
const LIKELY = 0.07;
const SIGNS_FOR_LIKELY = 3;
/** Texts shorter than this (in shingles) are notices: what they share is their form, unless nearly all is shared. */
const SHORT = 200;
const SURE_SHORT = 0.6;
/** So many figures in common tell one event on whatever day each outlet dates it: the next notice of a series has others. */
const MANY_FIGURES = 6;
/** Of the numbers in like surroundings, so many may differ in a reprint (a correction, a rounded figure); fewer in a notice. */
const MAX_CONFLICT = 0.2;
const MAX_CONFLICT_SHORT = 0.1;
/** Share of either title that the other notice must have too. */
const TITLE_SHORT = 0.2;
/** A notice without a day or a figure is printed again within so many hours; after that it is the next day's. */
const NOTICE_HOURS = 18;
/** What is no copy and comes so much later is a new story on an old subject. */
const LATE_HOURS = 15 * 24;

export function compare(a: Profile, b: Profile): Comparison {
  const shorter = Math.min(a.shingles.length, b.shingles.length);
  const containment = shorter === 0 ? 0 : shared(a.shingles, b.shingles) / shorter;
  const figures = compareFigures(a.figures, b.figures);
  return { same: isSame(a, b, shorter < SHORT, containment, figures), containment };
}

function isSame(a: Profile, b: Profile, short: boolean, containment: number, figures: FigureComparison): boolean {
  if (containment < (short ? SURE_SHORT : LIKELY)) return false;
  const conflicts = figures.conflict / Math.max(1, figures.agree + figures.conflict);
  if (short) {
    if (conflicts > MAX_CONFLICT_SHORT) return false;
    if (figures.common === 0 && hoursApart(a, b) > NOTICE_HOURS) return false;
    if (Math.min(overlap(a.title, b.title + b.text), overlap(b.title, a.title + a.text)) < TITLE_SHORT) return false;
  } else if (figures.conflict > 1 && conflicts > MAX_CONFLICT) return false;
  if (!placesAgree(a, b) || roundUp(a, b)) return false;
  if ((short || (containment < COPY && figures.common < MANY_FIGURES)) && daysDiffer(a, b)) return false;
  if (containment >= COPY) return true;
  if (hoursApart(a, b) > LATE_HOURS || institutionsDiffer(a, b)) return false;
  return containment >= SURE || signs(a, b, figures) >= SIGNS_FOR_LIKELY;
}

/** How many things besides the wording say that two articles tell one event. */
function signs(a: Profile, b: Profile, figures: FigureComparison): number {
  const holds = [
    figures.common >= 3,
    a.primary !== "" && a.primary === b.primary && !a.primary.endsWith("0000"),
    [...a.institutions].some((name) => name.length >= 6 && b.institutions.has(name)),
    Math.max(overlap(a.title, b.title), overlap(b.title, a.title)) >= 0.3,
    hoursApart(a, b) <= 72,
  ];
  return holds.filter((h) => h).length;
}

/** Each text's first day is unknown to the other: the next notice of a series, or a follow-up with old background. */
function daysDiffer(a: Profile, b: Profile): boolean {
  const [x, y] = [a.days[0], b.days[0]];
  return x !== undefined && y !== undefined && !b.days.includes(x) && !a.days.includes(y);
}

/** Both name institutions, and none of them is the same. */
function institutionsDiffer(a: Profile, b: Profile): boolean {
  if (a.institutions.size === 0 || b.institutions.size === 0) return false;
  for (const x of a.institutions)
    for (const y of b.institutions) if (x === y || x.endsWith(y) || y.endsWith(x)) return false;
  return true;
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
