/** Regions: mentions of divisions in title and text, then the one where the event happens. */
import type { Field, Mention, Notice, Reading, Region } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { findAbbreviations } from "./abbreviations.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { Evidence } from "./evidence.ts";
import { joinPaths, type Place, resolve } from "./resolve.ts";
import { placeOfSource } from "./source.ts";

export { choosePrimary } from "./primary.ts";
export { findTownships } from "./townships.ts";

/** Regions by their mentions, before the primary one is chosen. */
export interface RegionFindings {
  readonly regions: readonly Region[];
  readonly notices: readonly Notice[];
  /** Divisions that the title names in a product's or a brand's name (潜江龙虾): no mentions, but a hint of the place. */
  readonly titleHints?: readonly string[];
}

/** The publication day as `yyyymmdd`, 0 where unknown. */
const dayOf = (publishedAt: string): number => {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(publishedAt);
  return m === null ? 0 : Number(`${m[1]}${m[2]}${m[3]}`);
};

/** All region mentions outside the `taken` spans (institutions, products). */
export function findRegions(reading: Reading, taken: readonly Mention[], gazetteer: Gazetteer): RegionFindings {
  const date = dayOf(reading.document.publishedAt);
  const evidence = new Evidence(gazetteer);
  const source = placeOfSource(reading.document.source, gazetteer);
  if (source !== null) evidence.add(source, 1.5);
  const near = source === null ? [] : [source];
  for (const mention of taken) {
    const code = gazetteer.placeIn(mention.text, near);
    if (code !== null) evidence.add(code, 0.5);
  }
  const places = [reading.title, reading.text].flatMap((field) => placesOf(field, taken, gazetteer, date));
  const { decided, ambiguous } = resolve(places, evidence, gazetteer);
  const mentions = new Map<string, Mention[]>();
  for (const { place, codes } of decided)
    for (const code of codes) {
      const list = mentions.get(code) ?? [];
      mentions.set(code, list);
      list.push(mentionOf(place));
    }
  return {
    regions: [...mentions].map(([code, list]) => regionOf(code, list, gazetteer)),
    titleHints: hintsOf(places, reading),
    notices: ambiguous.map((place) => ambiguityOf(place, gazetteer)),
  };
}

/** What the title names in a product's name, as long as it is one division and its word a place's in general. */
function hintsOf(places: readonly Place[], reading: Reading): string[] {
  return places
    .filter((p) => p.candidate.field === reading.title && p.candidate.product && p.codes.length === 1 && p.score > -7)
    .map((p) => p.codes[0]!); // one code
}

function placesOf(field: Field, taken: readonly Mention[], gazetteer: Gazetteer, date: number): Place[] {
  const here = taken.filter((t) => t.field === field.name).sort((a, b) => a.start - b.start || a.end - b.end);
  const runs = findAbbreviations(field, here, gazetteer).map(
    (run): Candidate => ({
      field,
      start: run.start,
      nameEnd: run.end,
      end: run.end,
      senses: run.senses.map((s) => ({ ...s, kind: "area" as const })),
      score: 3,
      chance: 0.97,
      orphan: 0,
      product: false,
      full: false,
    }),
  );
  const candidates = [...findCandidates(field, here, gazetteer, date), ...runs].sort(
    (a, b) => a.start - b.start || b.nameEnd - a.nameEnd,
  );
  return joinPaths(candidates, gazetteer);
}

function mentionOf(place: Place): Mention {
  const { field } = place.candidate;
  return { field: field.name, start: place.start, end: place.end, text: field.text.slice(place.start, place.end) };
}

export function regionOf(code: string, mentions: readonly Mention[], gazetteer: Gazetteer): Region {
  const division = gazetteer.division(code)!; // codes come from the gazetteer
  return { code, name: division.fullName, level: division.level, primary: false, mentions };
}

function ambiguityOf(place: Place, gazetteer: Gazetteer): Notice {
  const mention = mentionOf(place);
  const candidates = place.codes.map((c) => `${gazetteer.fullName(c)} ${c}`).join("、");
  return {
    code: "ambiguous-region",
    message: `“${mention.text}”可能是：${candidates}`,
    field: mention.field,
    start: mention.start,
    end: mention.end,
  };
}
