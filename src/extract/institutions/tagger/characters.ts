/** What the tagger sees of a character: a folded unit, and one of 13 types. */

/** Character types, in [0, 13). */
export const TYPE_COUNT = 13;
const [EDGE, HAN, DIGIT, NUMERAL, CAPITAL, SMALL, STOP, PAUSE, OPEN, CLOSE, JOINT, BLANK, OTHER] = Array.from(
  { length: TYPE_COUNT },
  (_, i) => i,
) as [number, number, number, number, number, number, number, number, number, number, number, number, number];

/** The type of what lies outside the sentence. */
export const EDGE_TYPE: number = EDGE;

/** Han characters of the type of numerals. */
export const NUMERALS = "零〇一二三四五六七八九十百千万亿两";

const groups: readonly (readonly [string, number])[] = [
  [NUMERALS, NUMERAL],
  ["。！？!?\n", STOP],
  ["，、；：,;:", PAUSE],
  ["“‘（《【〈「『([{<\"'", OPEN],
  ["”’）》】〉」』)]}>", CLOSE],
  ["·-/&", JOINT],
  [" \t", BLANK],
];
const typeOf = new Map(groups.flatMap(([units, type]) => Array.from(units, (c) => [c.charCodeAt(0), type] as const)));

const folds: readonly (readonly [string, string])[] = [
  ["“”„〝〞＂", '"'],
  ["‘’‛＇", "'"],
  ["—–−―－﹣", "-"],
  ["·•‧・･∙⋅", "·"],
  ["，", ","],
  ["；", ";"],
  ["：", ":"],
  ["！", "!"],
  ["？", "?"],
  ["（", "("],
  ["）", ")"],
];
const foldTo = new Map(
  folds.flatMap(([from, to]) => Array.from(from, (c) => [c.charCodeAt(0), to.charCodeAt(0)] as const)),
);

/** Folds one UTF-16 unit: half width, digits to 0, capitals to A, small letters to a; quotes, dashes, dots to one each. */
export function foldCharacter(unit: number): number {
  let c = foldTo.get(unit) ?? unit;
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  if (c === 0x3000 || c === 0xa0 || c === 0x09) c = 0x20;
  if (c >= 0x30 && c <= 0x39) return 0x30;
  if (c >= 0x41 && c <= 0x5a) return 0x41;
  if (c >= 0x61 && c <= 0x7a) return 0x61;
  return c;
}

/** The type of a UTF-16 unit as printed. */
export function characterType(unit: number): number {
  const known = typeOf.get(unit);
  if (known !== undefined) return known;
  const c = foldCharacter(unit);
  if (c === 0x30) return DIGIT;
  if (c === 0x41) return CAPITAL;
  if (c === 0x61) return SMALL;
  if (c === 0x20) return BLANK;
  if (c >= 0x4e00 && c <= 0x9fff) return HAN;
  return typeOf.get(c) ?? OTHER;
}
