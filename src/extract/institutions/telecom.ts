/** City branches of the three telecom groups, which drop their group's 中国: 防城港移动, 南通电信. */
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { Marks } from "./marks.ts";
import { unitTable } from "./units.ts";

const OPERATOR =
  /^(移动|联通|电信)(?:(?:分公司|公司)|(?=[，。、；！？“”（）\s]|[与和及等承共协牵的为负将还在向率签]|$))/;

/** First units of the operators. */
const OPENS = unitTable("移联电");

/** Where city branches stand: place and operator. */
export function cityBranches(marks: Marks, gazetteer: Gazetteer): { start: number; end: number; core: number }[] {
  const branches: { start: number; end: number; core: number }[] = [];
  for (const { start, end } of marks.places) {
    if (OPENS[marks.text.charCodeAt(end)] !== 1) continue;
    const match = OPERATOR.exec(marks.text.slice(end, end + 6));
    if (match && isCity(marks.text.slice(start, end), gazetteer))
      branches.push({ start, end: end + match[0].length, core: end });
  }
  return branches;
}

const isCity = (place: string, gazetteer: Gazetteer): boolean =>
  gazetteer.named(place).some((s) => s.kind === "short" && /^\d{4}00$/.test(s.code) && !s.code.endsWith("0000"));

/** The class words that the groups' branches leave out: 广西壮族自治区, 伊犁哈萨克自治州. */
const CLASS =
  /(?:省|市|地区|盟|(?:维吾尔|壮族|回族)?自治区|(?:藏族|彝族|傣族|白族|苗族|侗族|土家族|布依族|壮族|回族|蒙古族?|哈尼族|景颇族|傈僳族|朝鲜族|羌族|哈萨克|柯尔克孜)+自治州)$/;

const shortName = (code: string, gazetteer: Gazetteer): string =>
  (gazetteer.division(code)?.name ?? "").replace(CLASS, "");

/** The company of 中国移动 in the province of a division. */
export const provincialCompany = (code: string, gazetteer: Gazetteer): string =>
  `中国移动通信集团${shortName(`${code.slice(0, 2)}0000`, gazetteer)}有限公司`;

/** The registered name of an operator's branch in a city. */
export function branchName(operator: string, code: string, gazetteer: Gazetteer): string {
  const city = shortName(code, gazetteer);
  if (operator.startsWith("移动")) return `${provincialCompany(code, gazetteer)}${city}分公司`;
  if (operator.startsWith("联通")) return `中国联合网络通信有限公司${city}市分公司`;
  return `中国电信股份有限公司${city}分公司`;
}
