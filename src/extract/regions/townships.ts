/** Townships as regions of their own, where the article tells in which county: 石壁镇 in news from 宁化县, 徐州市安国镇. */
import type { Field, Hit, Mention, Reading, Region } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { beginsWord } from "./tokens.ts";

const cuts = (spans: readonly Mention[], hit: Hit): boolean =>
  spans.some((s) => s.start < hit.end && hit.start < s.end);

/** Townships outside the `taken` spans (institutions, products) whose county is one of `regions` or stands before them; by code. */
export function findTownships(
  reading: Reading,
  taken: readonly Mention[],
  regions: readonly Region[],
  gazetteer: Gazetteer,
): Region[] {
  const mentions = new Map<string, Mention[]>();
  for (const field of [reading.title, reading.text]) {
    const places = regions.flatMap((r) => r.mentions.filter((m) => m.field === field.name));
    const barred = [...taken.filter((t) => t.field === field.name), ...places];
    let end = 0;
    // Hits come longest first at each place.
    for (const hit of field.hits) {
      if (hit.kind !== "township" || hit.start < end || cuts(barred, hit)) continue;
      const before = places.filter((p) => p.end === hit.start).map((p) => p.start);
      const parents = regions.filter((r) => r.mentions.some((m) => m.field === field.name && before.includes(m.start)));
      const code = townshipAt(field, hit, parents, regions, gazetteer);
      if (code === null) continue;
      end = hit.end;
      const mention = { field: field.name, start: hit.start, end, text: field.text.slice(hit.start, end) };
      mentions.set(code, [...(mentions.get(code) ?? []), mention]);
    }
  }
  return [...mentions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, list]) => ({
      code,
      name: gazetteer.fullName(code.slice(0, 6)) + list[0]!.text, // a code comes with a mention
      level: "township",
      primary: false,
      mentions: list,
    }));
}

/** The one township that a hit can mean; null where the article leaves none or several. */
function townshipAt(
  field: Field,
  hit: Hit,
  parents: readonly Region[],
  regions: readonly Region[],
  gazetteer: Gazetteer,
): string | null {
  const codes = gazetteer.townships(hit.entry);
  const county = (code: string): string => code.slice(0, 6);
  const below = codes.filter((c) => parents.some((p) => gazetteer.contains(p.code, county(c))));
  if (parents.length > 0) return below.length === 1 ? below[0]! : null;
  if (!beginsWord(field.tokens, hit.start)) return null;
  const known = codes.filter((c) => regions.some((r) => r.code === county(c)));
  const primary = known.filter((c) => regions.some((r) => r.primary && r.code === county(c)));
  const left = known.length > 1 ? primary : known;
  return left.length === 1 ? left[0]! : null;
}
