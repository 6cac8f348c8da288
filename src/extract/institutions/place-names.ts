/** Divisions as institutions' names spell them. */
import type { Mention } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { Found } from "./recognise.ts";

/** A place in the text that a later 市 or 县 may mean. */
export interface Context {
  /** The article's primary region, null where it has none. */
  readonly primary: string | null;
  /** Codes of divisions named in the title or the text, in order; `at` counts the title first. */
  readonly places: readonly { readonly at: number; readonly code: string }[];
  /** The codes of all of them, the primary first, each once. */
  readonly near: readonly string[];
  /** Codes of the counties whose hospital the article prints as 石泉县医院. */
  readonly plainHospitals: ReadonlySet<string>;
  /** Places in names that were looked up already. */
  readonly placed: Map<string, string | null>;
  /** The article's own hospital, which a bare 院区 goes on from. */
  readonly hospital: { readonly reading: Found; readonly source: string; readonly mention: Mention } | null;
}

/** 盐城市大丰区, 仙居县, 琼海市博鳌镇: a district goes under its city, a town under its county, others stand alone. */
export function officialPlace(gazetteer: Gazetteer, code: string): string {
  const division = gazetteer.division(code);
  if (!division) return "";
  if (division.level === "county" && /区$/.test(division.name) && !/特区$|林区$/.test(division.name)) {
    const above = division.parent === null ? undefined : gazetteer.division(division.parent);
    return `${above?.name ?? ""}${division.name}`;
  }
  return division.name;
}

/** The division at prefecture level: 130681 → 130600; municipalities xx0000; counties under a province stay. */
export function prefectureOf(code: string): string {
  if (/^(?:11|12|31|50)/.test(code)) return `${code.slice(0, 2)}0000`;
  return code.slice(2, 4) === "90" || code.endsWith("0000") ? code : `${code.slice(0, 4)}00`;
}

const CAPITALS: Readonly<Record<string, string>> = {
  "13": "130100",
  "14": "140100",
  "15": "150100",
  "21": "210100",
  "22": "220100",
  "23": "230100",
  "32": "320100",
  "33": "330100",
  "34": "340100",
  "35": "350100",
  "36": "360100",
  "37": "370100",
  "41": "410100",
  "42": "420100",
  "43": "430100",
  "44": "440100",
  "45": "450100",
  "46": "460100",
  "51": "510100",
  "52": "520100",
  "53": "530100",
  "54": "540100",
  "61": "610100",
  "62": "620100",
  "63": "630100",
  "64": "640100",
  "65": "650100",
};

/** The provincial capital for a province, else the seat itself. */
export function capitalOf(code: string): string {
  return code.endsWith("0000") ? (CAPITALS[code.slice(0, 2)] ?? code) : code;
}

const isLevel: Readonly<Record<string, (level: string, name: string) => boolean>> = {
  省: (level) => level === "province",
  自治区: (level) => level === "province",
  兵团: (level) => level === "province",
  市: (level, name) => (level === "city" || level === "county" || level === "province") && name.endsWith("市"),
  县: (level, name) => level === "county" && name.endsWith("县"),
  区: (level, name) => level === "county" && name.endsWith("区"),
  旗: (level, name) => level === "county" && name.endsWith("旗"),
  州: (level, name) => level === "city" && name.endsWith("州"),
  地区: (level, name) => level === "city" && name.endsWith("地区"),
  盟: (level, name) => level === "city" && name.endsWith("盟"),
  自治州: (level, name) => level === "city" && name.endsWith("州"),
  自治县: (level, name) => level === "county" && name.endsWith("县"),
};

/** The division that a bare 市, 县 or 省 at an offset means, or null: of the primary region, else of the place before. */
export function divisionOfLevel(word: string, at: number, context: Context, gazetteer: Gazetteer): string | null {
  const fits = isLevel[word];
  if (!fits) return null;
  const upwards = (code: string): string | null => {
    for (let c: string | null = code; c !== null; c = gazetteer.division(c)?.parent ?? null) {
      const d = gazetteer.division(c);
      if (d && fits(d.level, d.name)) return c;
    }
    return null;
  };
  const own = context.primary === null ? null : upwards(context.primary);
  if (own !== null) return own;
  const before = context.places.filter((p) => p.at < at).reverse();
  const after = context.places.filter((p) => p.at >= at);
  for (const { code } of [...before, ...after]) {
    if (context.primary !== null && !gazetteer.contains(context.primary, code)) continue;
    const c = upwards(code);
    if (c !== null) return c;
  }
  return null;
}
