/** Names that only the tagger sees: which of them count, and as what. */
import type { InstitutionType, Span } from "../../core/types.ts";
import { wordSet } from "../../text/word-set.ts";
import type { LazyTags } from "./lazy-tags.ts";
import type { Marks } from "./marks.ts";
import { unitTable } from "./units.ts";

/** How companies without 公司 end: 茗悦科技, 金姆健康. */
const COMPANY =
  /(?:科技|医疗|健康|生物|医药|信息|软件|智能|数据|药业|股份|资本|网络|制药|数科|云科|医学|集团|基因|电子|通信|控股|器械|投资|传媒)$/;
const MEDIUM = /(?:新闻|在线|日报|晚报|晨报|时报|商报|导报|周刊|网)$/;
/** Common words that end like one: 互联网医疗, 智慧健康, 公共数据. */
const COMMON =
  /^(?:智慧|数字|互联网|远程|移动|公共|健康|医疗|医保|基层|精准|现代|传统|中医|全民|城市|社区|平安|智能|新型|人工智能|大数据|国家|全国|中国|我国|国际|全球|世界|全省|全市|优质|高端|民营|公立)/;

/** The type of a tagged name that no rule reads; null where it does not count. */
export function aloneType({ start, end }: Span, marks: Marks): InstitutionType | null {
  const name = marks.text.slice(start, end);
  if (!/^[\u4e00-\u9fffA-Za-z·]{4,10}$/.test(name) || COMMON.test(name)) return null;
  for (let i = start + 1; i <= end; i++) {
    const stop = marks.stops[i]!;
    if (stop >= start && marks.specific[i] === -1) return null;
  }
  // 衡水医疗: a place and a common word are no brand.
  for (let i = start + 2; i < end; i++) if (marks.divisions[i] === start && i > end - 4) return null;
  if (COMPANY.test(name)) return "company";
  return MEDIUM.test(name) ? "media" : null;
}

/** Endings that open the question, two units or one. */
const ENDINGS: ReadonlySet<string> = wordSet(
  "科技 医疗 健康 生物 医药 信息 软件 智能 数据 药业 股份 资本 网络 制药 数科 医学 集团 基因 电子 通信 控股 器械 投资 传媒 " +
    "新闻 在线 日报 晚报 晨报 时报 商报 导报 周刊",
);
const SHORT_ENDING = "网".charCodeAt(0);
/** First units of all of them. */
const OPENS = unitTable(`${[...ENDINGS].map((e) => e[0]).join("")}网`);
/** What follows an ending: a verb, 讯 or 消息, a comma or 等, a number, a blank, the closing quotation mark, a stroke. */
const FOLLOWS = unitTable(
  "，。、；：）”与和等将已在则也的为向表自宣发推涨跌报封收上下联拟中出讯消/0123456789 \t\n\v\f\r\u00a0\u2028\u2029\u3000\ufeff",
);

/** Names of clauses where something outside the names `taken` ends like a company or a medium and no common word opens it. */
export function aloneNames(marks: Marks, tags: LazyTags, taken: readonly Span[]): Span[] {
  const { text, specific, generic, stops } = marks;
  const names: Span[] = [];
  let next = 0;
  for (let i = 2; i + 1 < text.length; i++) {
    if (OPENS[text.charCodeAt(i)] !== 1) continue;
    const isEnding = FOLLOWS[text.charCodeAt(i + 2)] === 1 && ENDINGS.has(text.slice(i, i + 2));
    if (!isEnding && !(text.charCodeAt(i) === SHORT_ENDING && FOLLOWS[text.charCodeAt(i + 1)] === 1)) continue;
    if (specific[i]! >= 0 || generic[i]! >= 0 || stops[i]! >= 0) continue;
    if (COMMON_BEFORE.test(text.slice(i - 2, i))) continue;
    while (next < taken.length && taken[next]!.end <= i) next++;
    if (next < taken.length && taken[next]!.start <= i) continue;
    for (const name of tags.around(i)) if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** What makes common words of 医疗, 健康, 数据. */
const COMMON_BEFORE =
  /(?:[的和与、，。“（\s]|智慧|数字|互联|远程|移动|公共|国民|居民|人民|全民|基层|精准|现代|心理|身体|生命|个人|患者|临床|海量|相关|多个|有关|其他|基本|系统)$/;
