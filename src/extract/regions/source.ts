/** Where a source is at home: 衡水新闻网 → 衡水市, 羊城晚报 → 广州市, 大众网·临沂 → 临沂市. */
import type { Gazetteer } from "../../lexicon/divisions.ts";

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
  for (let from = 0; from === 0 || from <= part.length - 2; from++)
    for (let n = Math.min(4, part.length - from); n >= 2; n--) {
      const senses = gazetteer.named(part.slice(from, from + n));
      const codes = [...new Set(senses.filter((s) => s.kind !== "area").map((s) => s.code))];
      const top = codes.filter((c) => c.endsWith("00"));
      if (codes.length === 1 && (from === 0 || top.length === 1)) return codes[0]!;
      if (from === 0 && top.length === 1) return top[0]!;
    }
  return null;
}
