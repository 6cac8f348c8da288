/** From candidates to mentions: overlaps and paths first, then what the article itself says decides. */
import { type Gazetteer, NOWHERE } from "../../lexicon/divisions.ts";
import type { Candidate } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";

/** A stretch with its possible divisions by number; `all` when every sense holds at once (京津冀). */
export interface Place {
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
  readonly divisions: readonly number[];
  readonly all: boolean;
  /** Log-odds that it is a place, parents before it counted. */
  readonly score: number;
  readonly full: boolean;
}

/** What a parent directly before it adds to a name's log-odds: 佳木斯市郊区 is a place though 郊区 is a word. */
const PATH_BONUS = 4.5;

/** The divisions of `b` that lie in one of `outer`; a zone may lie in the division itself (河北雄安新区). */
function within(gazetteer: Gazetteer, outer: readonly number[], b: Candidate): number[] {
  const found: number[] = [];
  for (const { index, kind } of b.name.senses)
    if (!found.includes(index) && outer.some((o) => (index !== o || kind === "zone") && gazetteer.lies(index, o)))
      found.push(index);
  return found;
}

/** Non-overlapping candidates, leftmost and longest first unless the next is far more likely; parents and children joined. */
export function joinPaths(candidates: readonly Candidate[], gazetteer: Gazetteer): Place[] {
  const chosen: Place[] = [];
  for (const c of candidates) {
    const last = chosen[chosen.length - 1];
    if (last !== undefined && last.end === c.start && !last.all) {
      const score = c.score + PATH_BONUS;
      const divisions = score > 0 ? within(gazetteer, last.divisions, c) : [];
      if (divisions.length > 0) {
        chosen[chosen.length - 1] = {
          candidate: c,
          start: last.start,
          end: c.end,
          divisions,
          all: false,
          score: Math.max(score, last.score, 1),
          full: true,
        };
        continue;
      }
    }
    const place: Place = {
      candidate: c,
      start: c.start,
      end: c.end,
      divisions: c.name.divisions,
      all: c.name.area,
      score: c.score - c.orphan,
      full: c.name.full,
    };
    if (last === undefined || last.end <= c.start) chosen.push(place);
    else if (last.start === c.start ? place.score > last.score + 4 : last.score < -1 && place.score > last.score + 2)
      chosen[chosen.length - 1] = place;
  }
  return chosen;
}

/** A place that the article decided: one division, or all of an area word's. */
export interface Decided {
  readonly place: Place;
  readonly divisions: readonly number[];
}

export interface Resolution {
  readonly decided: readonly Decided[];
  /** Places, but the text does not say which of several. */
  readonly ambiguous: readonly Place[];
}

/** Provinces are meant before anything else of that name, prefectures a little before counties. */
function byDefault(gazetteer: Gazetteer, division: number): number {
  if (gazetteer.parents[division] === NOWHERE) return 3;
  return gazetteer.isCounty(division) ? 0 : 1;
}

/** What a county's bare name needs from the article, and how much the article can give, as log-odds. */
function articleTerm(place: Place, division: number, evidence: Evidence, gazetteer: Gazetteer): number {
  if (place.full || place.all) return 0;
  const support = evidence.support(division);
  if (!gazetteer.isCounty(division)) return Math.min(2, 0.5 * support);
  // A common word is not made a place by its county's neighbours: 港口 in news from 广西, 牡丹 in news from 菏泽.
  if (support > 0) return Math.min(place.candidate.name.chance < 0.3 ? 3 : 4, support) - 1;
  // A county of another part of the country comes with its parent; a district hardly ever goes without.
  const suffix = gazetteer.levelWord(division);
  if (suffix === "区") return -7;
  return evidence.total <= 2 ? -1.5 : suffix === "市" ? -3.5 : -5.5;
}

/** The least by which the best division of a name must surpass the second. */
const MARGIN = 1;

/**
 * What a sibling beside it in a list adds to one of a name's divisions: in 鹿城、瓯海、龙港 the district is meant, not the city
 * of that nickname.
 */
const BESIDE_SENSE = 4;

/** What a place beside it in a list adds to a name's log-odds, and what two of the same parent add on both sides: 历下、市中、槐荫. */
const BESIDE = 1.5;
const AMID = 4;

/** What needs no help by the article: the log-odds from which a full or only name holds at once. */
const SURE = 1.5;

/** The prefecture that a province's bare name means beside prefectures of that province: 长春、吉林、延边. */
function inRow(place: Place, beside: readonly (Place | undefined)[], gazetteer: Gazetteer): number {
  const [province] = place.divisions;
  if (place.full || place.all || place.divisions.length !== 1 || gazetteer.parents[province!] !== NOWHERE)
    return NOWHERE;
  const isRow = beside.some(
    (other) =>
      other !== undefined &&
      listed(place, other) &&
      other.divisions.some((d) => gazetteer.parents[d] === province && !gazetteer.isCounty(d)),
  );
  if (!isRow) return NOWHERE;
  const { field, start, end } = place.candidate;
  const named = gazetteer.named(`${field.text.slice(start, end)}市`);
  return named.find(({ index }) => gazetteer.parents[index] === province)?.index ?? NOWHERE;
}

/** The places, with prefectures for provinces in rows of prefectures. */
const asRows = (places: readonly Place[], gazetteer: Gazetteer): readonly Place[] =>
  places.map((place, i) => {
    const prefecture = inRow(place, [places[i - 1], places[i + 1]], gazetteer);
    return prefecture === NOWHERE ? place : { ...place, divisions: [prefecture] };
  });

/** Decides which places hold and which division each is; `evidence` is what is known before (institutions, source). */
export function resolve(found: readonly Place[], evidence: Evidence, gazetteer: Gazetteer): Resolution {
  const places = asRows(found, gazetteer);
  const decided: (readonly number[] | undefined)[] = new Array(places.length).fill(undefined);
  const ambiguous: Place[] = [];
  /** Whether a neighbour in a list counts for the place: it holds, or is of the same parent. */
  const counts = (place: Place, i: number): boolean =>
    i >= 0 &&
    i < places.length &&
    listed(place, places[i]!) &&
    (decided[i] !== undefined || siblings(gazetteer, place, places[i]!));
  const decide = (i: number, divisions: readonly number[]): void => {
    const { all, full } = places[i]!;
    decided[i] = divisions;
    for (const division of divisions) evidence.add(division, all ? 0.3 : full ? 1 : 0.7);
  };
  // Three rounds, from what needs no help to what the article must carry.
  for (let round = 0; round < 3; round++)
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      if (decided[i] !== undefined || (round === 0 && place.score < SURE && !place.all)) continue;
      if (place.all) {
        if (place.score > 0) decide(i, place.divisions);
        continue;
      }
      const before = counts(place, i - 1) ? places[i - 1] : undefined;
      const after = counts(place, i + 1) ? places[i + 1] : undefined;
      let best = NOWHERE;
      let most = Number.NEGATIVE_INFINITY;
      let second = Number.NEGATIVE_INFINITY;
      for (const division of place.divisions) {
        // 河北 is the province in 天津 too, but amid its districts.
        if (isDistrictOfProvinceName(place, division, before, after, gazetteer)) continue;
        const beside = hasSibling(gazetteer, before, division) || hasSibling(gazetteer, after, division);
        const value = evidence.support(division) + byDefault(gazetteer, division) + (beside ? BESIDE_SENSE : 0);
        if (value > most || (value === most && division < best)) {
          second = most;
          most = value;
          best = division;
        } else if (value > second) second = value;
      }
      if (round === 0) {
        if (!place.full && (gazetteer.isCounty(best) || place.divisions.length > 1)) continue;
      } else {
        const near = (before === undefined ? 0 : BESIDE) + (after === undefined ? 0 : BESIDE);
        const amid = hasSibling(gazetteer, before, best) && hasSibling(gazetteer, after, best) ? AMID : 0;
        if (place.score + articleTerm(place, best, evidence, gazetteer) + near + amid <= 0) continue;
      }
      if (most - second >= MARGIN) decide(i, [best]);
      else if (round === 2) ambiguous.push(place);
    }
  const holds: Decided[] = [];
  decided.forEach((divisions, i) => {
    if (divisions !== undefined) holds.push({ place: places[i]!, divisions });
  });
  return { decided: holds, ambiguous };
}

/** Whether a division is a district whose bare name is a province's, and no sibling stands beside it. */
const isDistrictOfProvinceName = (
  place: Place,
  division: number,
  before: Place | undefined,
  after: Place | undefined,
  gazetteer: Gazetteer,
): boolean =>
  !place.full &&
  place.divisions.length > 1 &&
  gazetteer.levelWord(division) === "区" &&
  place.divisions.some((d) => gazetteer.parents[d] === NOWHERE) &&
  !hasSibling(gazetteer, before, division) &&
  !hasSibling(gazetteer, after, division);

const sameParent = (gazetteer: Gazetteer, a: number, b: number): boolean =>
  a !== b && gazetteer.parents[a] !== NOWHERE && gazetteer.parents[a] === gazetteer.parents[b];

const hasSibling = (gazetteer: Gazetteer, place: Place | undefined, division: number): boolean =>
  place?.divisions.some((d) => sameParent(gazetteer, d, division)) ?? false;

const siblings = (gazetteer: Gazetteer, a: Place, b: Place): boolean =>
  a.divisions.some((division) => hasSibling(gazetteer, b, division));

/** Side by side in a list: 临淄、桓台 or 临淄和桓台. */
function listed(a: Place, b: Place): boolean {
  if (a.candidate.field !== b.candidate.field) return false;
  const end = a.start < b.start ? a.end : b.end;
  const length = Math.max(a.start, b.start) - end;
  const { text } = a.candidate.field;
  return length === 1 ? "、和与及".includes(text[end]!) : length === 2 && text.startsWith("以及", end);
}
