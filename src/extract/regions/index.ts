/** Regions: mentions of divisions in title and text, then the one where the event happens. */
import type { Field, Mention, Notice, Reading, Region } from "../../core/types.ts";
import { divisionName, type Gazetteer } from "../../lexicon/divisions.ts";
import { findAbbreviations } from "./abbreviations.ts";
import { divisionHits, findCandidates } from "./candidates.ts";
import { Evidence } from "./evidence.ts";
import { joinPaths, type Place, resolve } from "./resolve.ts";
import { placeOfSource } from "./source.ts";

export { choosePrimary } from "./primary.ts";
export { findTownships } from "./townships.ts";

/** Regions by their mentions, before the primary one is chosen. */
export interface RegionFindings {
  readonly regions: readonly Region[];
  /** The source's own place; null where it has none. */
  readonly source: string | null;
  readonly notices: readonly Notice[];
  /** Divisions that the title names in a product's or a brand's name (潜江龙虾): no mentions, but a hint of the place. */
  readonly titleHints?: readonly string[];
}

/** The chance of a run of one-character names (川滇黔渝). */
const RUN_CHANCE = 0.97;

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
  if (source !== null) evidence.add(gazetteer.indexOf(source), 1.5);
  const near = source === null ? [] : [source];
  const inTitle: Mention[] = [];
  const inText: Mention[] = [];
  for (const mention of taken) {
    (mention.field === "title" ? inTitle : inText).push(mention);
    const code = gazetteer.placeIn(mention.text, near);
    if (code !== null) evidence.add(gazetteer.indexOf(code), 0.5);
  }
  const places = placesOf(reading.title, inTitle, gazetteer, date);
  const titleHints = hintsOf(places, gazetteer);
  for (const place of placesOf(reading.text, inText, gazetteer, date)) places.push(place);
  const { decided, ambiguous } = resolve(places, evidence, gazetteer);
  const mentions = new Map<number, Mention[]>();
  for (const { place, divisions } of decided) {
    const mention = mentionOf(place);
    for (const division of divisions) {
      const list = mentions.get(division);
      if (list) list.push(mention);
      else mentions.set(division, [mention]);
    }
  }
  return {
    regions: [...mentions].map(([division, list]) => regionOf(gazetteer.codeAt(division), list, gazetteer)),
    source,
    titleHints,
    notices: ambiguous.map((place) => ambiguityOf(place, gazetteer)),
  };
}

/** What the title names in a product's name, as long as it is one division and its word a place's in general. */
const hintsOf = (titlePlaces: readonly Place[], gazetteer: Gazetteer): string[] =>
  titlePlaces
    .filter((p) => p.candidate.product && p.divisions.length === 1 && p.score > -7)
    .map((p) => gazetteer.codeAt(p.divisions[0]!)); // one division

function placesOf(field: Field, taken: Mention[], gazetteer: Gazetteer, date: number): Place[] {
  taken.sort((a, b) => a.start - b.start || a.end - b.end);
  const at = divisionHits(field, gazetteer);
  if (at.hits.length === 0) return [];
  const candidates = findCandidates(at, taken, gazetteer, date);
  const runs = findAbbreviations(at, taken, gazetteer);
  if (runs.length > 0) {
    for (const { start, end, senses } of runs)
      candidates.push({
        field,
        start,
        nameEnd: end,
        end,
        name: divisionName(
          senses.map((s) => ({ ...s, kind: "area" })),
          RUN_CHANCE,
        ),
        score: 3,
        orphan: 0,
        product: false,
      });
    candidates.sort((a, b) => a.start - b.start || b.nameEnd - a.nameEnd);
  }
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
  const candidates = place.divisions
    .map((d) => gazetteer.codeAt(d))
    .map((c) => `${gazetteer.fullName(c)} ${c}`)
    .join("、");
  return {
    code: "ambiguous-region",
    message: `“${mention.text}”可能是：${candidates}`,
    field: mention.field,
    start: mention.start,
    end: mention.end,
  };
}
