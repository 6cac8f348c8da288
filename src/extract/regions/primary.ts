/** Where the event happens: from the places named, else from institutions' names and the source. */
import type { Mention, Reading, Region } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { Evidence } from "./evidence.ts";
import type { RegionFindings } from "./index.ts";
import { placeOfSource } from "./source.ts";
import { endsWith, LEADS_TO, SENT_FROM, startsWith } from "./words.ts";

/** A share-price item by its title: a company's seat is not where the event happens. */
const SHARE_PRICE =
  /涨停|跌停|换手率|收盘|收跌|收涨|股价|概念股|板块|大涨|大跌|[涨跌]超|[涨跌]\d|异动|主力资金|融资余额|研报/;

/** The article speaks from its own place: 我市, 全县. */
const OWN_PLACE = /[我全本该](?:省|市|州|县|区|旗|自治区)/;

/** 新华社北京9月9日电: a national agency's desk is not the event's place. */
const AGENCY = /(?:新华社|中新社|中新网|人民网|央视网|新华网|光明网|经济日报|央广网)$/;

/** Characters from the start of the body that count as the lead. */
const LEAD = 120;

interface Weighed {
  readonly all: Evidence;
  /** Codes named by a mention or an institution; the source's seat is in `codes` only. */
  readonly named: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly source: string | null;
  /** Codes named in the title, institutions' included. */
  readonly title: ReadonlySet<string>;
}

/** Marks the primary region: from places first, then from institutions whose printed name holds a place. */
export function choosePrimary(
  findings: RegionFindings,
  institutions: readonly Mention[],
  reading: Reading,
  gazetteer: Gazetteer,
): RegionFindings {
  const code = primaryCode(findings, institutions, reading, gazetteer);
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
  institutions: readonly Mention[],
  reading: Reading,
  gazetteer: Gazetteer,
): string | null {
  if (SHARE_PRICE.test(reading.title.text)) return null;
  const source = placeOfSource(reading.document.source, gazetteer);
  const weighed = weigh(findings, institutions, reading, source, gazetteer);
  const provinces = [...weighed.codes].map((c) => `${c.slice(0, 2)}0000`);
  // One province in the title is where it happens, whoever else is named below.
  const titled = new Set([...weighed.title].map((c) => `${c.slice(0, 2)}0000`));
  const [top, share] = largest(titled.size > 0 ? titled : new Set(provinces), weighed.all);
  if (top === null || share < 0.5) return null;
  const code = descend(top, weighed, gazetteer);
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

function weigh(
  findings: RegionFindings,
  institutions: readonly Mention[],
  reading: Reading,
  source: string | null,
  gazetteer: Gazetteer,
): Weighed {
  const all = new Evidence(gazetteer);
  const codes = new Set<string>();
  const title = new Set<string>();
  const add = (code: string, weight: number): void => {
    all.add(code, weight);
    codes.add(code);
  };
  const seen = new Map<string, number>();
  for (const region of findings.regions) {
    for (const m of region.mentions) {
      const field = m.field === "title" ? reading.title.text : reading.text.text;
      const before = seen.get(region.code) ?? 0;
      if (m.field === "text" && m.start < LEAD && AGENCY.test(field.slice(Math.max(0, m.start - 4), m.start))) continue;
      const passing = startsWith(field, m.end, SENT_FROM) > 0 || endsWith(field, m.start, SENT_FROM);
      let weight = m.field === "title" ? 5 : m.start < LEAD ? 2.5 : 0.8;
      if (m.field === "title" && !passing) {
        // 上海医疗队驰援武汉: the first place named is the one that acts.
        if (title.size === 0) weight += 2;
        title.add(region.code);
      }
      if (endsWith(field, m.start, LEADS_TO)) weight += m.field === "title" ? 2 : 1.5;
      if (passing) weight *= 0.3;
      if (m.field === "text" && before >= 4) weight = Math.min(weight, 0.1);
      seen.set(region.code, before + weight);
      add(region.code, weight);
    }
  }
  const near = [...codes, ...(source === null ? [] : [source])];
  const counted = new Map<string, number>();
  for (const m of institutions) {
    const code = gazetteer.placeIn(m.text, near);
    if (code === null) continue;
    const before = counted.get(code) ?? 0;
    const weight = m.field === "title" ? 4 : m.start < LEAD ? 1.5 : 0.4;
    if (m.field === "title") title.add(code);
    if (before >= 4) continue;
    counted.set(code, before + weight);
    add(code, weight);
  }
  const named = new Set(codes);
  if (source !== null) {
    const own = OWN_PLACE.test(reading.title.text) || OWN_PLACE.test(reading.text.text.slice(0, 400));
    add(source, own ? 3 : 1.5);
  }
  return { all, named, codes, source, title };
}

/** From a province down, as long as one child carries the event. */
function descend(from: string, weighed: Weighed, gazetteer: Gazetteer): string {
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
  if (titled.length === 1) return descend(titled[0]!, weighed, gazetteer);
  // Only the source speaks of the parent: the heaviest child is where it happens.
  const onlySource = !weighed.named.has(from) && weighed.source === from;
  const within = onlySource ? share : weighed.all.at(child) / Math.max(1e-9, weighed.all.at(from));
  const carries = share >= (onlySource ? 0.4 : 0.6) && !own && within >= (onlySource ? 0.4 : 0.5);
  return carries ? descend(child, weighed, gazetteer) : from;
}
