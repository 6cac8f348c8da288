/** Where a source is at home: 衡水新闻网 → 衡水市, 羊城晚报 → 广州市, 大众网·临沂 → 临沂市. */
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { REGION_WORDS } from "./words.ts";

/** The deepest division that a source's name holds, nicknames included; null for national media. */
export function placeOfSource(source: string, gazetteer: Gazetteer): string | null {
  let found: string | null = null;
  for (const part of source.split(/[·•\s/|｜（(）)－—-]+/).filter((p) => p.length >= 2)) {
    const code = placeOfPart(part, gazetteer);
    if (code !== null && (found === null || gazetteer.contains(found, code))) found = code;
  }
  return found;
}

function placeOfPart(part: string, gazetteer: Gazetteer): string | null {
  const seat = gazetteer.seatOfMedium(part);
  if (seat === "") return null;
  // 黄河新闻网长治频道: the channel's place is deeper than the site's.
  const inside = gazetteer.placeIn(part, seat === undefined ? [] : [seat]);
  if (inside !== null && (seat === undefined || gazetteer.contains(seat, inside))) return inside;
  if (seat !== undefined) return seat;
  return placeByName(part.replace(GREETING, ""), gazetteer);
}

/** Before a place in the names of its own media and offices: 今日安吉, 平安鄞州. */
const GREETING = /^(?:今日|看|爱|掌上|无线|健康|平安|文明|微)/;

/** The least chance at which a county's bare name is one: 江阴发布 but not 新民网, 东方财富网. */
const COUNTY_CHANCE = 0.5;

/** The place that a name opens with, or a prefecture or province within it. */
function placeByName(part: string, gazetteer: Gazetteer): string | null {
  for (let from = 0; from <= part.length - 2; from++) {
    for (let n = Math.min(4, gazetteer.longestAt(part, from)); n >= 2; n--) {
      const surface = part.slice(from, from + n);
      const name = gazetteer.nameOf(surface);
      if (name === undefined || name.area) continue;
      const codes = name.divisions.map((d) => gazetteer.codeAt(d));
      const top = codes.filter((c) => c.endsWith("00"));
      if (top.length === 1 && (from === 0 || codes.length === 1)) return top[0]!;
      const sure = name.full || (name.chance >= COUNTY_CHANCE && !REGION_WORDS.has(surface));
      if (from === 0 && codes.length === 1 && sure) return codes[0]!;
    }
  }
  return null;
}
