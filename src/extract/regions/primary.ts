/** Where the event happens: from the places named, else from institutions' names and the source. */
import type { Reading, Region } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { Evidence } from "./evidence.ts";
import type { RegionFindings } from "./index.ts";
import { listsProvinces, ownLevels, tenderSite, titleVenues } from "./own-place.ts";
import { type SeatedMention, seatOf } from "./seats.ts";
import { placeOfSource } from "./source.ts";
import { ADDRESS, endsWith, LEADS_TO, SENT_FROM, startsWith } from "./words.ts";

/** A share-price item by its title: a company's seat is not where the event happens. */
const SHARE_PRICE =
  /涨停|跌停|换手率|收盘|收跌|收涨|股价|概念股|板块|大涨|大跌|[涨跌]超|[涨跌]\d|异动|主力资金|融资余额|研报/;

/** The article speaks from its own place: 我市, 全县. */
const OWN_PLACE = /[我全本该](?:省|市|州|县|区|旗|自治区)/;

/** 新华社北京9月9日电: a national agency's desk is not the event's place. */
const AGENCY = /(?:新华社|中新社|中新网|人民网|央视网|新华网|光明网|经济日报|央广网)$/;

/** Characters from the start of the body that count as the lead. */
const LEAD = 120;

/** A title that speaks for the whole country. */
const NATIONAL_TITLE =
  /^[“"]?(?:国家|国务院|[一二三四五六七八九十两多]+部[门委]|全国|中国|工信部|工业和信息化部|财政部|教育部|科技部|民政部|人社部|中央|两会)/;

/** A building or branch whose address is where the event happens. */
const BUILDING = /大楼|院区|新院|综合楼|奠基|封顶|开诊|开业|启用|落成|开工|开建/;

/** Weight below which what the text mentions in passing makes no place of an event. */
const LEAST = 1.5;

export interface Weighed {
  readonly all: Evidence;
  /** Codes named by a mention or an institution; the source's seat is in `codes` only. */
  readonly named: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Codes named in the lead, institutions' included. */
  readonly lead: ReadonlySet<string>;
  readonly source: string | null;
  /** Codes named in the title, institutions' included. */
  readonly title: ReadonlySet<string>;
  /** Where a building of the story stands. */
  readonly address: string | null;
}

/** Marks the primary region: from places first, then from institutions whose printed name holds a place. */
export function choosePrimary(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  gazetteer: Gazetteer,
  lexicon?: InstitutionLexicon,
): RegionFindings {
  const code = primaryCode(findings, institutions, reading, gazetteer, lexicon);
  if (code === null) return findings;
  const named = findings.regions.some((r) => r.code === code);
  const division = gazetteer.division(code)!; // codes come from the gazetteer
  const added: Region[] = named
    ? []
    : [{ code, name: division.fullName, level: division.level, primary: true, mentions: [] }];
  return {
    ...findings,
    regions: [...findings.regions.map((r) => (r.code === code ? { ...r, primary: true } : r)), ...added],
  };
}

function primaryCode(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon | undefined,
): string | null {
  const title = reading.title.text;
  if (SHARE_PRICE.test(title)) return null;
  const source = placeOfSource(reading.document.source, gazetteer);
  const weighed = weigh(findings, institutions, reading, source, gazetteer, lexicon);
  if (weighed.title.size === 0 && NATIONAL_TITLE.test(title)) return null;
  if (listsProvinces(findings, title)) return null;
  const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;
  // One province in the title is where it happens, whoever else is named below.
  const titled = new Set([...weighed.title].map(provinceOf));
  const [top, share] = largest(titled.size > 0 ? titled : new Set([...weighed.codes].map(provinceOf)), weighed.all);
  if (top === null || weighed.all.at(top) < LEAST) return null;
  if (share < (source !== null && provinceOf(source) === top ? 0.4 : 0.5)) return null;
  const code = atOwnLevel(
    descend(top, weighed, titleVenues(findings, title), gazetteer),
    weighed,
    ownLevels(reading),
    gazetteer,
  );
  if (weighed.address !== null && weighed.address !== code && gazetteer.contains(code, weighed.address))
    return weighed.address;
  const site = tenderSite(code, findings, reading, gazetteer);
  if (site !== null) return site;
  return weighed.codes.has(code) ? code : null;
}

/** The heaviest of `codes` and its share of their weight; ties go to the smaller code. */
function largest(codes: ReadonlySet<string>, evidence: Evidence): readonly [string | null, number] {
  let best: string | null = null;
  let total = 0;
  for (const code of [...codes].sort()) {
    total += evidence.at(code);
    if (best === null || evidence.at(code) > evidence.at(best)) best = code;
  }
  return [best, best === null || total === 0 ? 0 : evidence.at(best) / total];
}

export function weigh(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  source: string | null,
  gazetteer: Gazetteer,
  lexicon?: InstitutionLexicon,
): Weighed {
  const all = new Evidence(gazetteer);
  const codes = new Set<string>();
  const title = new Set<string>();
  const lead = new Set<string>();
  const add = (code: string, weight: number): void => {
    all.add(code, weight);
    codes.add(code);
  };
  const text = reading.text.text;
  const building = BUILDING.test(reading.title.text) || BUILDING.test(text.slice(0, LEAD));
  let address: string | null = null;
  for (const region of findings.regions) {
    let before = 0;
    for (const m of region.mentions) {
      const field = m.field === "title" ? reading.title.text : text;
      const inLead = m.field === "text" && m.start < LEAD;
      if (inLead && AGENCY.test(field.slice(Math.max(0, m.start - 4), m.start))) continue;
      const area = findings.regions.some(
        (r) => r !== region && r.mentions.some((o) => o.field === m.field && o.start === m.start),
      );
      const passing = area || startsWith(field, m.end, SENT_FROM) > 0 || endsWith(field, m.start, SENT_FROM);
      let weight = m.field === "title" ? 5 : inLead ? 2.5 : 0.8;
      if (m.field === "title" && !passing) {
        // 上海医疗队驰援武汉: the first place named is the one that acts.
        if (title.size === 0) weight += 2;
        title.add(region.code);
      }
      if (inLead && !passing) lead.add(region.code);
      if (endsWith(field, m.start, LEADS_TO)) weight += m.field === "title" ? 2 : 1.5;
      if (building && address === null && m.start < 3 * LEAD && endsWith(field, m.start, ADDRESS))
        address = region.code;
      if (passing) weight *= 0.3;
      if (m.field === "text" && before >= 4) weight = Math.min(weight, 0.1);
      before += weight;
      add(region.code, weight);
    }
  }
  for (const code of findings.titleHints ?? []) {
    add(code, 4);
    title.add(code);
  }
  const near = [...codes, ...(source === null ? [] : [source])];
  const counted = new Map<string, number>();
  for (const m of institutions) {
    const seat = seatOf(m, near, gazetteer, lexicon);
    if (seat === null) continue;
    const before = counted.get(seat.code) ?? 0;
    const inLead = m.field === "text" && m.start < LEAD;
    // 在林周县人民医院: the scene, as a place after 在 is.
    const scene = m.field === "text" && endsWith(text, m.start, LEADS_TO) ? 1 : 0;
    const weight = seat.weight * ((m.field === "title" ? 4 : inLead ? 1.5 : 0.4) + scene);
    if (m.field === "title" && seat.weight === 1) title.add(seat.code);
    if (inLead && seat.weight === 1) lead.add(seat.code);
    if (before >= 4) continue;
    counted.set(seat.code, before + weight);
    add(seat.code, weight);
  }
  const named = new Set(codes);
  if (source !== null) {
    const own = OWN_PLACE.test(reading.title.text) || OWN_PLACE.test(text.slice(0, 400));
    add(source, own ? 3 : 1.5);
  }
  return { all, named, codes, lead, source, title, address };
}

/** From a province down, as long as one child carries the event. */
function descend(from: string, weighed: Weighed, venues: ReadonlySet<string>, gazetteer: Gazetteer): string {
  const children = new Set<string>();
  for (const code of weighed.codes)
    for (let at: string | null = code; at !== null; at = gazetteer.division(at)?.parent ?? null)
      if (gazetteer.division(at)?.parent === from) children.add(at);
  const [child, share] = largest(children, weighed.all);
  if (child === null) return from;
  const inTitle = (code: string): boolean => [...weighed.title].some((t) => gazetteer.contains(code, t));
  const titled = [...children].filter(inTitle);
  // The title names the parent and none of its children: the event covers it.
  const own = weighed.title.has(from) && titled.length === 0;
  if (venues.has(from)) return from;
  if (titled.length === 1) return descend(titled[0]!, weighed, venues, gazetteer);
  if (own) return from;
  const leading = [...children].filter((c) => [...weighed.lead].some((t) => gazetteer.contains(c, t)));
  const within = weighed.all.at(child) / Math.max(1e-9, weighed.all.at(from));
  // Only the source, or an institution, speaks of the parent: what leads the text is where it happens.
  const alone = from.endsWith("0000") && leading.length === 1 && leading[0] === child;
  const carries = alone ? share >= 0.35 : share >= 0.6 && within >= 0.5;
  return carries ? descend(child, weighed, venues, gazetteer) : from;
}

/** The division that 该州 or 全县 means, where the one chosen is of another level and the lead names just one of that. */
function atOwnLevel(choice: string, weighed: Weighed, levels: ReadonlySet<string>, gazetteer: Gazetteer): string {
  const fits = (code: string): boolean => levels.has(gazetteer.division(code)?.name.at(-1) ?? "");
  if (levels.size !== 1 || fits(choice)) return choice;
  const spoken = new Set<string>();
  for (const code of weighed.lead)
    for (let at: string | null = code; at !== null && at !== choice; at = gazetteer.division(at)?.parent ?? null)
      if (fits(at) && gazetteer.contains(choice, at)) spoken.add(at);
  return spoken.size === 1 ? [...spoken][0]! : choice;
}
