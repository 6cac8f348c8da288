/** Which division an institution's own name holds: 常州市中医医院 → 常州市, 广东省人民医院赣州医院 → 赣州市. */
import type { Gazetteer, NameSense } from "./divisions.ts";

/** Short names that are first of all a person or a brand: 中山大学 is not in 中山市, 阿里云 not in 阿里地区. */
const BRANDS = new Set(["中山", "阿里"]);

/** A name in the middle opens a part with a seat of its own: 南沙院区, 赣州医院. */
const OPENS_BRANCH = /^.{0,3}(?:院区|分院|校区|分校|医院|分公司|分局|支行|分行|研究院|中心|频道)/;

/** What follows a county's short name where it is the place: 沛县 but not 新华三技术, 兴业银行, 岳麓书院. */
const COUNTY_HEAD =
  /^(?:$|人民|中医|中西医|妇幼|第[一二三四五六七八九十\d]|区|县|市|总?医院|疾|卫健|卫生|急救|中心|经济|高新|供电|日报|融媒|新闻|公安|教育|政府|委)/;

/** A road named after a place: 南京路院区. */
const ROAD = /^[东南西北中]?(?:路|街|大道|大街)/;

const NONE: readonly NameSense[] = [];

interface Place {
  readonly code: string;
  readonly end: number;
}

/** One of several divisions of a name: inside the place before it, near the article's places, or the only highest. */
function choose(
  gazetteer: Gazetteer,
  senses: readonly NameSense[],
  before: Place | null,
  near: readonly string[],
): string | null {
  const codes = [...new Set(senses.map((s) => s.code))];
  const inside = before === null ? [] : codes.filter((c) => c !== before.code && gazetteer.contains(before.code, c));
  if (inside.length === 1) return inside[0]!;
  const pool = inside.length > 0 ? inside : codes;
  if (pool.length === 1) return pool[0]!;
  const close = pool.filter((c) => near.some((n) => gazetteer.contains(n, c) || gazetteer.contains(c, n)));
  if (close.length === 1) return close[0]!;
  const rank = (c: string): number => (c.endsWith("0000") ? 0 : c.endsWith("00") ? 1 : 2);
  const best = Math.min(...pool.map(rank));
  const top = pool.filter((c) => rank(c) === best);
  // 河南 is the province before it is the county; 朝阳 is a city and two districts, and says nothing alone.
  return top.length === 1 && (best === 0 || (best === 1 && pool.length === 2)) ? top[0]! : null;
}

export function placeInName(gazetteer: Gazetteer, name: string, near: readonly string[]): string | null {
  let last: Place | null = null;
  for (let at = 0; at < name.length; ) {
    let end = at + gazetteer.longestAt(name, at);
    let senses = NONE;
    for (; end >= at + 2; end--) {
      senses = gazetteer.nameOf(name.slice(at, end))?.inNames ?? NONE;
      if (senses.length > 0) break;
    }
    if (senses.length === 0) {
      at++;
      continue;
    }
    const code: string | null = acceptable(gazetteer, name, at, end, senses, last, near)
      ? choose(gazetteer, senses, last, near)
      : null;
    if (code !== null) last = { code, end };
    at = end;
  }
  return last?.code ?? null;
}

function acceptable(
  gazetteer: Gazetteer,
  name: string,
  at: number,
  end: number,
  senses: readonly NameSense[],
  last: Place | null,
  near: readonly string[],
): boolean {
  if (senses.every((s) => s.kind !== "short")) return true;
  const after = name.slice(end);
  if (BRANDS.has(name.slice(at, end)) || ROAD.test(after)) return false;
  const prefecture = senses.some((s) => s.code.endsWith("00"));
  if (at === 0) return prefecture || COUNTY_HEAD.test(after) || senses.some((s) => near.includes(s.code));
  // 附属瑞金医院, 附属中山医院: a hospital's brand after its owner.
  if (name.slice(0, at).endsWith("附属")) return false;
  if (last !== null && senses.some((s) => s.code !== last.code && gazetteer.contains(last.code, s.code)))
    return (last.end === at && (prefecture || COUNTY_HEAD.test(after))) || OPENS_BRANCH.test(after);
  return prefecture
    ? /^(?:中国|国家|中共|共青团)/.test(name) || OPENS_BRANCH.test(after)
    : /^(?:院区|分院|校区)/.test(after);
}
