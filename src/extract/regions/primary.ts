/** Where the event happens: its province first, then down to the division that carries it. */
import type { Reading, Region } from "../../core/types.ts";
import { type Gazetteer, NOWHERE } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { BODY, type Clue, readClues, TITLE } from "./clues.ts";
import { descend, type Told } from "./descent.ts";
import { type RegionFindings, regionOf } from "./index.ts";
import { ownLevels } from "./own-place.ts";
import type { SeatedMention } from "./seats.ts";
import { siteOf, venueOf } from "./site.ts";

/** A share-price item by its title: a company's seat is not where the event happens. */
const SHARE_PRICE =
  /涨停|跌停|换手率|收盘|收跌|收涨|股价|概念股|板块|大涨|大跌|[涨跌]超|[涨跌]\d|异动|主力资金|融资余额|研报/;

/** A title that speaks for the whole country. */
const NATIONAL_TITLE =
  /^[“"]?(?:国家|国务院|[一二三四五六七八九十两多]+部[门委]|全国|中国|工信部|工业和信息化部|财政部|教育部|科技部|民政部|人社部|中央|两会)/;

/** What the source's place weighs, and where the article speaks of its own (我市). */
const SOURCE = 1.5;
const OWN_SOURCE = 3;

/** The least share of all that is said, for a province; and where the source is at home in it. */
const HALF = 0.5;
const OWN_SHARE = 0.4;

/** Marks the primary region: from places first, then from institutions whose printed name holds a place. */
export function choosePrimary(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon,
): RegionFindings {
  const division = primaryOf(readEvidence(findings, institutions, reading, gazetteer, lexicon), reading, gazetteer);
  if (division === null) return findings;
  const code = gazetteer.codeAt(division);
  const regions: Region[] = findings.regions.map((r) => (r.code === code ? { ...r, primary: true } : r));
  if (!regions.some((r) => r.primary)) regions.push({ ...regionOf(code, [], gazetteer), primary: true });
  return { ...findings, regions };
}

/** What an article says of its place, read once. */
export interface Evidence {
  readonly clues: readonly Clue[];
  readonly told: Told;
}

export function readEvidence(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon,
): Evidence {
  const { source } = findings;
  const levels = ownLevels(reading);
  return {
    clues: readClues(findings, institutions, reading, source, gazetteer, lexicon),
    told: {
      source: source === null ? NOWHERE : gazetteer.indexOf(source),
      sourceWeight: levels.size > 0 ? OWN_SOURCE : SOURCE,
      levels,
    },
  };
}

/** The number of the division where the event happens; null where it happens in none. `weights`: of the steps down. */
export function primaryOf(
  { clues, told }: Evidence,
  reading: Reading,
  gazetteer: Gazetteer,
  weights?: readonly number[],
): number | null {
  if (SHARE_PRICE.test(reading.title.text)) return null;
  const province = provinceOf(clues, told, reading, gazetteer);
  if (province === null) return null;
  const scene = venueOf(clues, province, reading, gazetteer) ?? descend(province, clues, told, gazetteer, weights);
  return siteOf(clues, scene, reading, gazetteer) ?? scene;
}

/** The province of the event; null for national news, news of several provinces, and where too little is said. */
export function provinceOf(clues: readonly Clue[], told: Told, reading: Reading, gazetteer: Gazetteer): number | null {
  const title = reading.title.text;
  const above = (division: number): number => {
    let at = division;
    while (gazetteer.parents[at] !== NOWHERE) at = gazetteer.parents[at]!;
    return at;
  };
  // The province in the title, or of an authority that speaks, is where it happens, whoever else is named below.
  const titled = new Set<number>();
  const weights = new Map<number, number>();
  /** Provinces that are named in title or lead, or are the source's. */
  const near = new Set<number>();
  for (const clue of clues) {
    const province = above(clue.division);
    weights.set(province, (weights.get(province) ?? 0) + clue.weight);
    if (clue.part !== BODY) near.add(province);
    if (clue.heads) titled.add(province);
  }
  // 中国铁路 is a company's name.
  const company = clues[0]?.part === TITLE && clues[0].start === 0 && clues[0].seat?.type === "company";
  if (titled.size === 0 && !company && NATIONAL_TITLE.test(title)) return null;
  if (titled.size === 2 && listsTwo(clues, title, above)) return null;
  const home = told.source === NOWHERE ? NOWHERE : above(told.source);
  if (home !== NOWHERE) {
    near.add(home);
    weights.set(home, (weights.get(home) ?? 0) + told.sourceWeight);
  }
  let best = NOWHERE;
  let most = 0;
  let total = 0;
  for (const [province, weight] of weights) {
    if (titled.size > 0 && !titled.has(province)) continue;
    total += weight;
    if (weight > most || (weight === most && province < best)) [best, most] = [province, weight];
  }
  // What stands far down makes no place of an event.
  if (best === NOWHERE || !near.has(best)) return null;
  return most / total >= (best === home ? OWN_SHARE : HALF) ? best : null;
}

/** Whether the title has places of two provinces side by side: 舒兰、五常. */
function listsTwo(clues: readonly Clue[], title: string, above: (division: number) => number): boolean {
  const places = clues.filter((c) => c.part === TITLE && c.seat === null && c.end > c.start);
  return places.some((place, i) => {
    const next = places[i + 1];
    return (
      next !== undefined &&
      next.start - place.end === 1 &&
      above(next.division) !== above(place.division) &&
      "、和与及".includes(title[place.end]!) // a character stands between them
    );
  });
}
