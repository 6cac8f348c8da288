/** The left border of a name: from its suffix leftwards over the words that names are made of, to a place or an owner. */
import type { Gazetteer } from "../../lexicon/divisions.ts";
import { wordSet } from "../../text/word-set.ts";
import type { Head, Marks } from "./marks.ts";

/** What stands at the left end of a name. */
export type Anchor = "place" | "level" | "owner" | "nation" | "none";

export interface Border {
  readonly start: number;
  readonly anchor: Anchor;
  /** Where the part after place, level or owner begins. */
  readonly core: number;
  /** Whether the part between anchor and suffix is made of general words only (公立, 互联网). */
  readonly generic: boolean;
  /** How many units of the name are no known word. */
  readonly unknown: number;
  /** Where each division of the place begins, the highest first. */
  readonly path?: readonly number[];
  /** Behind an owner and a place: where the part after the place begins. */
  readonly inner?: number;
}

const NATION = ["国家", "中国", "中华", "全国", "世界", "国际", "亚太", "亚洲"];
/** Before 市 or 县 these make another word: 全市, 城市, 超市; and one level behind another is any of both: 各区县, 市县. */
const NOT_LEVEL: Readonly<Record<string, RegExp>> = {
  市: /[全各城都超外跨每两三多几近一股门辖省盟州县区旗]$/,
  区: /[全各新贸发税城社院园校病地山库景牧林矿辖片街小灾疫战农郊特防每两三多几近一市县旗]$/,
  省: /[全各节外跨每两三多几近一]$/,
  县: /[全各跨每两三多几近一市州盟区旗]$/,
  旗: /[全各红国军彩市盟县区]$/,
  盟: /[联同结加]$/,
  州: /[全各神九两市]$/,
  // 边远地区医院 are many; a sentence or a list opens on one.
  地区: /[^，。、；：“”（）\s与和由向在及往到至从赴]$/,
};
/** Words that are general alone but stand inside names too: 高新院区, 斜土街道社区卫生服务中心. */
const SOFT: ReadonlySet<string> = wordSet(
  "街道 镇 乡 村 社区 东 西 南 北 中 前 后 大 小 新 老 好 城市 农村 公共 科技 专业 特色 平安 未来 核心",
);
/** 该县医院 is any hospital there, 该县卫健局 is one authority. */
const NOT_OWN_LEVEL = /[本该我此]$/;
const FULL_PLACE = /[省市县区旗盟镇乡团]$|..州$/;
/** By UTF-16 unit: 1 = may stand inside a proper name that no dictionary knows, 0 = never (的, 在, 和, punctuation). */
const PROPER: Uint8Array = properUnits();
/** Last units of {@link NATION}. */
const NATION_END: ReadonlySet<number> = new Set(NATION.map((word) => word.charCodeAt(word.length - 1)));

function properUnits(): Uint8Array {
  const units = new Uint8Array(0x10000).fill(1, 0x4e00, 0xa000);
  for (let c = 0x30; c < 0x7b; c++) units[c] = /[0-9A-Za-z]/.test(String.fromCharCode(c)) ? 1 : 0;
  units["·".charCodeAt(0)] = 1;
  for (const c of "的了在由向被把从是到将让使并而又也都还就已会须这那此每各某和与及或等其") units[c.charCodeAt(0)] = 0;
  return units;
}

/** The longest unknown proper part of a name, in UTF-16 units: 弋矶山, 某某, 蓝天马铃薯. */
const MAX_CORE: Readonly<Record<string, number>> = { company: 10, association: 12, research: 12, other: 8, media: 6 };

/** 后湖院区; not 两个院区. */
const BRANCH_SIDE = /[前后上中下]/;

/** A name has fewer words: 医院医院医院… without an end names nobody. */
const MOST_WORDS = 24;

/**
 * The left border of the name that ends in `head`, or undefined where no name stands.
 * `owners` gives, by end, the start of a name already found (a university before its hospital), or -1.
 */
export function leftBorder(head: Head, marks: Marks, owners: Int32Array, gazetteer: Gazetteer): Border {
  let at = head.start;
  let generic = false;
  let words = 0;
  let soft = false;
  let proper = false;
  for (;;) {
    const owner = owners[at]!;
    if (owner >= 0) return { start: owner, anchor: "owner", core: at, generic, unknown: 0 };
    const place = placeStart(marks, at);
    const specific = marks.specific[at]!;
    const loose = marks.generic[at]!;
    const word = specific >= 0 && (loose < 0 || specific <= loose) ? specific : loose;
    if (place >= 0 && (word < 0 || place < word))
      return anchored(marks, place, at, generic || (soft && !proper), 0, owners);
    const nation = nationStart(marks.text, at);
    if (nation >= 0 && words > 0) return { start: nation, anchor: "nation", core: at, generic, unknown: 0 };
    if (word < 0) break;
    if (word === loose && word !== specific) {
      if (SOFT.has(marks.text.slice(word, at))) soft = true;
      else generic = true;
    } else proper = true;
    at = word;
    if (++words > MOST_WORDS) return { start: at, anchor: "none", core: at, generic: true, unknown: 0 };
  }
  const whole = generic;
  generic ||= soft && !proper;
  const level = marks.levels[at]!;
  if (level >= 0) {
    // 五峰县, 伊犁州: a short name with its class word.
    const place = placeStart(marks, level);
    const word = marks.text.slice(level, at);
    if (place >= 0 && classFits(marks.text.slice(place, level), word, gazetteer))
      return anchored(marks, place, at, generic, 0, owners);
    const before = marks.text.slice(Math.max(0, level - 1), level);
    if (!isNoLevel(word, before) && (head.department !== "" || !NOT_OWN_LEVEL.test(before)))
      return { start: level, anchor: "level", core: at, generic, unknown: 0 };
  }
  if (head.department !== "") return { start: at, anchor: "none", core: at, generic, unknown: 0 };
  const border = overUnknown(head, marks, owners, at, whole);
  return border.unknown === 0 ? { ...border, generic } : border;
}

/** Over a proper part that no dictionary knows, to the nearest place or owner on its left. */
function overUnknown(head: Head, marks: Marks, owners: Int32Array, at: number, generic: boolean): Border {
  const most = MAX_CORE[head.type] ?? 5;
  let i = at;
  let joined = false;
  // 后湖院区, 前海院区: 后 and 前 open proper names of branches.
  const isBranch = head.word.startsWith("院区");
  while (at - i < most && i > 0) {
    const stop = marks.stops[i]!;
    const c = marks.text[i - 1]!;
    const holds =
      PROPER[c.charCodeAt(0)] === 1 ||
      (c === "与" && head.type === "university") ||
      (c === "某" && head.type === "company");
    if (
      !holds ||
      (stop >= 0 && !(isBranch && BRANCH_SIDE.test(c)) && marks.specific[i] === -1 && c !== "某" && c !== "与")
    )
      break;
    // 兰州大学|信息科学与工程学院: only an owner may stand before a name that holds 与.
    joined ||= c === "与";
    const word = marks.specific[i]!;
    i = word >= 0 && at - word <= most ? word : i - 1;
    const owner = owners[i]!;
    if (owner >= 0) return { start: owner, anchor: "owner", core: i, generic, unknown: at - i };
    if (joined) continue;
    const place = placeStart(marks, i);
    if (place >= 0) return anchored(marks, place, i, generic, at - i, owners);
    const nation = nationStart(marks.text, i);
    if (nation >= 0) return { start: nation, anchor: "nation", core: i, generic, unknown: at - i };
  }
  return { start: i, anchor: "none", core: i, generic, unknown: at - i };
}

/** Whether what stands before a level's character makes another word of it: 各市, 城市, 市州. */
export function isNoLevel(level: string, before: string): boolean {
  return NOT_LEVEL[level]?.test(before) ?? false;
}

/** Whether a division of this short name has this class word: 五峰 + 县, not 会同 + 省. */
const classFits = (place: string, word: string, gazetteer: Gazetteer): boolean =>
  gazetteer.named(place).some(({ code }) => gazetteer.division(code)?.name.endsWith(word));

const placeStart = (marks: Marks, end: number): number => {
  const division = marks.divisions[end]!;
  const town = marks.towns[end]!;
  return division >= 0 && town >= 0 ? Math.min(division, town) : Math.max(division, town);
};

const nationStart = (text: string, end: number): number => {
  if (!NATION_END.has(text.charCodeAt(end - 1))) return -1;
  for (const word of NATION) if (text.startsWith(word, end - word.length)) return end - word.length;
  return -1;
};

/** A place with the divisions above it (南宁市邕宁区 before 人民医院), or the owner before it (中国电信|常德|分公司). */
function anchored(
  marks: Marks,
  place: number,
  core: number,
  generic: boolean,
  unknown: number,
  owners: Int32Array,
): Border {
  const path = [place];
  for (let start = place; ; ) {
    const owner = owners[start]!;
    if (owner >= 0) return { start: owner, anchor: "owner", core: start, generic, unknown, path, inner: core };
    const above = placeStart(marks, start);
    if (above < 0 || above >= start) break;
    start = above;
    path.unshift(start);
  }
  return { start: path[0]!, anchor: "place", core, generic, unknown, path };
}

/** Whether a stretch ends in a division's class word (衡水市), not in a bare name (衡水). */
export const isFullPlace = (text: string): boolean => FULL_PLACE.test(text);
