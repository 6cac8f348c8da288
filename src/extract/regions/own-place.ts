/** How an article speaks of its own place without naming it: 我市, 全县, 该州; and where a tender's buyer is. */
import type { Reading } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { RegionFindings } from "./index.ts";

/** 我市, 全县, 该州, 这个县 with the level's character; 全省首个 tells a rank. */
const OWN_LEVEL = /(?:[我全本该]|这个)([省市州县旗])(?!首|第一|率先|最|唯一|域|民)/g;

/** Characters of the body in which they are looked for. */
const REACH = 600;

/** An announcement of a tender, by its title. */
const TENDER = /招标|采购|磋商|询价|比选|中标|成交/;

/** What leads to the place of the buyer or of the opening, in the same sentence. */
const SITE = /(?:地址|地点|开标)[^。；\n]*$/;

/** Not the buyer's address. */
const OTHERS_SITE = /代理|供应商|中标|成交|公司/;

/** Characters before a place in which its role is looked for. */
const ROLE = 30;

/** Last characters of the divisions that title and lead call the article's own. */
export function ownLevels(reading: Reading): Set<string> {
  const levels = new Set<string>();
  for (const text of [reading.title.text, reading.text.text.slice(0, REACH)])
    for (const match of text.matchAll(OWN_LEVEL)) levels.add(match[1]!); // the one group
  return levels;
}

/** The division within `choice` where a tender's buyer is or bids are opened; null where it is not told. */
export function tenderSite(
  choice: string,
  findings: RegionFindings,
  reading: Reading,
  gazetteer: Gazetteer,
): string | null {
  if (!TENDER.test(reading.title.text)) return null;
  const { text } = reading.text;
  for (const { code, mentions } of findings.regions)
    if (code !== choice && gazetteer.contains(choice, code))
      for (const m of mentions) {
        const before = text.slice(Math.max(0, m.start - ROLE), m.start);
        if (m.field === "text" && SITE.test(before) && !OTHERS_SITE.test(before)) return code;
      }
  return null;
}

/** What is held at a place that stands before it. */
const HELD = /^(?:举行|举办|召开|开幕|启幕|闭幕|落幕|开赛|揭幕|成功举)/;

/** Divisions where the title says that something is held: 大会在渝举行. */
export function titleVenues(findings: RegionFindings, title: string): Set<string> {
  const held = (start: number, end: number): boolean =>
    title[start - 1] === "在" && HELD.test(title.slice(end, end + 3));
  return new Set(
    findings.regions
      .filter((r) => r.mentions.some((m) => m.field === "title" && held(m.start, m.end)))
      .map((r) => r.code),
  );
}

/** Whether the title lists places of two provinces side by side and names no other province: 舒兰、五常. */
export function listsProvinces(findings: RegionFindings, title: string): boolean {
  const province = (code: string): string => code.slice(0, 2);
  const places = findings.regions
    .flatMap((r) => r.mentions.filter((m) => m.field === "title").map((m) => ({ ...m, province: province(r.code) })))
    .sort((a, b) => a.start - b.start || (a.province < b.province ? -1 : 1));
  return (
    new Set(places.map((p) => p.province)).size === 2 &&
    places.some((p, i) => {
      const next = places[i + 1];
      return (
        next !== undefined &&
        next.province !== p.province &&
        next.start - p.end === 1 &&
        "、和与及".includes(title[p.end]!) // a character stands between them
      );
    })
  );
}
