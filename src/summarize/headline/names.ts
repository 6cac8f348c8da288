/** The short forms under which a headline names the place of the event and the institution that acts. */
import type { Extraction } from "../../core/types.ts";

/** The names of peoples that stand in the names of autonomous divisions. */
const ETHNIC =
  /(?:布依族|土家族|哈尼族|傈僳族|景颇族|朝鲜族|拉祜族|纳西族|毛南族|仫佬族|仡佬族|布朗族|鄂伦春|鄂温克族?|达斡尔族|撒拉族|保安族|东乡族|裕固族|土族|独龙族|普米族|德昂族|塔吉克|锡伯|哈萨克族?|柯尔克孜|维吾尔|蒙古族?|各族|[苗侗藏羌彝回傣白壮瑶黎畲满水佤怒]族)+自治(?:州|县|旗|区)$/u;

/** 贵州省黔南布依族苗族自治州 → 黔南州, 辽宁省沈阳市 → 沈阳, 广西壮族自治区 → 广西. */
export function shortDivision(name: string): string {
  const parts = splitDivision(name);
  const own = parts.at(-1) ?? name;
  const plain = own.replace(ETHNIC, "");
  // 内蒙古: no people's name stands behind 内.
  if (plain !== own && plain.length > 1) return own.endsWith("州") ? `${plain}州` : plain;
  const stem = own.replace(/(?:省|市|自治区|特别行政区|县|区|地区)$/u, "");
  if (/新区$/.test(own)) return own;
  return stem.length >= 2 ? stem : own;
}

/** 辽宁省沈阳市和平区 → 辽宁省, 沈阳市, 和平区. */
export function splitDivision(name: string): string[] {
  return name.match(/.+?(?:省|自治区|特别行政区|自治州|地区|盟|自治县|自治旗|新区|市(?!辖)|县|区|旗)/gu) ?? [name];
}

/** The primary region as the title prints it, else in its short form; empty where there is none. */
export function placeName(extraction: Extraction): string {
  const primary = extraction.regions.find((r) => r.primary);
  if (!primary) return "";
  const printed = primary.mentions.find((m) => m.field === "title" && m.text.length > 1 && !/城$/.test(m.text));
  return printed?.text ?? shortDivision(primary.name);
}

/** Opens on the name of an office of the whole country. */
export const NATIONAL: RegExp =
  /^(?:国家|国务院|中央|中共中央|中国|人力资源|工业和信息化部|财政部|民政部|教育部|科技部)/u;

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/卫生健康委(?:员会)?/gu, "卫健委"],
  [/卫生健康局/gu, "卫健局"],
  [/中医药管理局/gu, "中医药局"],
  [/医疗保障局/gu, "医保局"],
  [/疾病预防控制(?=中心|局)/gu, "疾控"],
];

const LONG_OFFICE = /卫生健康|中医药管理局|医疗保障局|疾病预防控制/u;

/** A line with its offices in the short forms that every headline prints: 国家卫生健康委 → 国家卫健委. */
export function shortOffices(line: string): string {
  if (!LONG_OFFICE.test(line)) return line;
  let short = line;
  for (const [long, name] of OFFICES) short = short.replace(long, name);
  return short;
}
