/** From candidates to mentions: overlaps and paths first, then what the article itself says decides. */
import type { Gazetteer, NameSense } from "../../lexicon/divisions.ts";
import type { Candidate } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";

/** A stretch with its possible divisions; `all` when every sense holds at once (京津冀). */
export interface Place {
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
  readonly all: boolean;
  /** Log-odds that it is a place, parents before it counted. */
  readonly score: number;
  readonly full: boolean;
}

/** What a parent directly before it adds to a name's log-odds: 佳木斯市郊区 is a place though 郊区 is a word. */
const PATH_BONUS = 4.5;

const distinct = (senses: readonly NameSense[]): string[] => [...new Set(senses.map((s) => s.code))];

/** The divisions of `b` that lie in one of `a`'s; a zone may lie in the division itself (河北雄安新区). */
function within(gazetteer: Gazetteer, a: readonly string[], b: Candidate): string[] {
  return distinct(
    b.senses.filter((s) =>
      a.some((outer) => (s.code !== outer || s.kind === "zone") && gazetteer.contains(outer, s.code)),
    ),
  );
}

/** Non-overlapping candidates, leftmost and longest first unless the next is far more likely; parents and children joined. */
export function joinPaths(candidates: readonly Candidate[], gazetteer: Gazetteer): Place[] {
  const chosen: Place[] = [];
  for (const c of candidates) {
    const last = chosen.at(-1);
    if (last !== undefined && last.end === c.start && !last.all) {
      const codes = within(gazetteer, last.codes, c);
      const score = c.score + PATH_BONUS;
      if (codes.length > 0 && score > 0) {
        const parentScore = Math.max(last.score, 1);
        chosen[chosen.length - 1] = {
          candidate: c,
          start: last.start,
          end: c.end,
          codes,
          all: false,
          score: Math.max(score, parentScore),
          full: true,
        };
        continue;
      }
    }
    const place: Place = {
      candidate: c,
      start: c.start,
      end: c.end,
      codes: distinct(c.senses),
      all: c.senses.every((s) => s.kind === "area"),
      score: c.score - c.orphan,
      full: c.full,
    };
    if (last === undefined || last.end <= c.start) chosen.push(place);
    else if (last.start === c.start ? place.score > last.score + 4 : last.score < -1 && place.score > last.score + 2)
      chosen[chosen.length - 1] = place;
  }
  return chosen;
}

/** A place that the article decided: one code, or all of an area word's. */
export interface Decided {
  readonly place: Place;
  readonly codes: readonly string[];
}

export interface Resolution {
  readonly decided: readonly Decided[];
  /** Places, but the text does not say which of several: best candidates first. */
  readonly ambiguous: readonly Place[];
}

/** Provinces are meant before anything else of that name, prefectures a little before counties. */
const byDefault = (code: string): number => (code.endsWith("0000") ? 3 : code.endsWith("00") ? 1 : 0);

/** What a county's bare name needs from the article, and how much the article can give, as log-odds. */
function articleTerm(place: Place, code: string, evidence: Evidence, gazetteer: Gazetteer): number {
  if (place.full || place.all) return 0;
  const support = evidence.support(code);
  if (code.endsWith("00")) return Math.min(2, 0.5 * support);
  // A common word is not made a place by its county's neighbours: 港口 in news from 广西, 牡丹 in news from 菏泽.
  if (support > 0) return Math.min(place.candidate.chance < 0.3 ? 3 : 4, support) - 1;
  // A county of another part of the country comes with its parent; a district hardly ever goes without.
  const suffix = gazetteer.division(code)?.name.at(-1);
  if (suffix === "区") return -7;
  return evidence.total <= 2 ? -1.5 : suffix === "市" ? -3.5 : -5.5;
}

/** Decides which places hold and which division each is; `evidence` is what is known before (institutions, source). */
export function resolve(places: readonly Place[], evidence: Evidence, gazetteer: Gazetteer): Resolution {
  const rank = (code: string, near: readonly Place[]): number => {
    const siblings = near.some((n) => n.codes.some((c) => sameParent(gazetteer, c, code)));
    return evidence.support(code) + byDefault(code) + (siblings ? 1.5 : 0);
  };
  const decided = new Map<Place, readonly string[]>();
  const decide = (place: Place, codes: readonly string[]): void => {
    decided.set(place, codes);
    for (const code of codes) evidence.add(code, place.all ? 0.3 : place.full ? 1 : 0.7);
  };
  const besides = places.map((place, i) =>
    [places[i - 1], places[i + 1]].filter((n): n is Place => n !== undefined && listed(place, n)),
  );
  // Three rounds, from what needs no help to what the article must carry.
  const ambiguous = new Set<Place>();
  for (const round of [0, 1, 2])
    places.forEach((place, i) => {
      if (decided.has(place)) return;
      const beside = besides[i]!; // one a place
      const near = beside.filter(
        (n) => decided.has(n) || n.codes.some((c) => place.codes.some((d) => sameParent(gazetteer, c, d))),
      );
      if (place.all) {
        if (place.score > 0) decide(place, place.codes);
        return;
      }
      const ranked = place.codes
        .map((code) => ({ code, value: rank(code, near) }))
        .sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
      const best = ranked[0]!;
      const score = place.score + articleTerm(place, best.code, evidence, gazetteer) + 1.5 * near.length;
      const county = !best.code.endsWith("00");
      if (round === 0 ? place.score < 1.5 || (!place.full && (county || ranked.length > 1)) : score <= 0) return;
      const second = ranked[1];
      if (second === undefined || best.value - second.value >= 1) decide(place, [best.code]);
      else if (round === 2) ambiguous.add(place);
    });
  return {
    decided: places.flatMap((place) => {
      const codes = decided.get(place);
      return codes === undefined ? [] : [{ place, codes }];
    }),
    ambiguous: [...ambiguous].filter((p) => !decided.has(p)),
  };
}

const sameParent = (gazetteer: Gazetteer, a: string, b: string): boolean =>
  a !== b && gazetteer.division(a)?.parent !== null && gazetteer.division(a)?.parent === gazetteer.division(b)?.parent;

/** Side by side in a list: 临淄、桓台 or 临淄和桓台. */
function listed(a: Place, b: Place): boolean {
  if (a.candidate.field !== b.candidate.field) return false;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const length = second.start - first.end;
  if (length < 1 || length > 2) return false;
  const between = a.candidate.field.text.slice(first.end, second.start);
  return length === 1 ? "、和与及".includes(between) : between === "以及";
}
