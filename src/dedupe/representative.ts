import type { Analysis } from "../core/types.ts";

/** The article that stands for its group, and why, in Chinese. */
export interface Choice {
  readonly representative: string;
  readonly reasons: readonly string[];
}

/** 来源 and 转载 lines, in the text or among what cleaning took away: they name the outlet that a text was taken from. */
const CREDIT =
  /(?:文章来源|信息来源|稿件来源|来源|转载自|转自|综合|原载|摘自|据)[:：]?\s*[“"《]?([^\s，,；;。）)】\]”"》|]{2,20})/g;

/** Outlets that mostly carry what others wrote. */
const AGGREGATOR =
  /(新浪|搜狐|网易|腾讯|今日头条|头条|百家号|凤凰网|一点资讯|东方财富|证券之星|雪球|知乎|微博|企鹅号|UC|看点|自媒体|快讯)/;
const OFFICIAL =
  /(人民政府|政府网|卫生健康委|卫健委|医疗保障局|医保局|新华社|新华网|人民日报|人民网|中国政府网|健康报)/;

const dayOf = (a: Analysis): string => a.publishedAt.slice(0, 10);
const outlet = (name: string): string => name.replace(/(客户端|网站|官网|官方微信|公众号|APP|App)$/u, "").trim();

/** Chooses by a named source first, then by points; ties by time, length and id, so that the order of input is no matter. */
export function chooseRepresentative(group: readonly Analysis[]): Choice {
  if (group.length === 1) return { representative: group[0]!.id, reasons: [] };
  const days = group.map(dayOf).filter((d) => d !== "");
  const first = days.length > 0 ? days.reduce((a, b) => (a < b ? a : b)) : "";
  const longest = Math.max(...group.map((a) => a.text.length));
  const named = new Map<string, number>();
  const credited = group.map((a) => creditsOf(a));
  group.forEach((a, i) => {
    const source = outlet(a.source);
    const by = group.filter((_, j) => j !== i && credited[j]!.some((c) => sameOutlet(c, source))).length;
    if (by > 0) named.set(a.id, by);
  });
  const scored = group.map((a, i) => {
    const reasons: [number, string][] = [];
    if (named.has(a.id)) reasons.push([4, "被其他稿件注明为来源"]);
    if (credited[i]!.some((c) => group.some((o) => o !== a && sameOutlet(c, outlet(o.source))))) reasons.push([-4, ""]);
    else if (reprinted(a, credited[i]!)) reasons.push([-2, ""]);
    if (first !== "" && dayOf(a) === first) reasons.push([days.every((d) => d === first) ? 0.5 : 2, "发布最早"]);
    reasons.push([(2 * a.text.length) / longest, a.text.length === longest ? "内容最全" : ""]);
    if (AGGREGATOR.test(a.source)) reasons.push([-1, ""]);
    else if (OFFICIAL.test(a.source)) reasons.push([0.5, "来源权威"]);
    return { a, points: reasons.reduce((s, [p]) => s + p, 0), reasons: reasons.filter(([, r]) => r).map(([, r]) => r) };
  });
  scored.sort(
    (x, y) =>
      y.points - x.points ||
      compareText(x.a.publishedAt || "9", y.a.publishedAt || "9") ||
      y.a.text.length - x.a.text.length ||
      compareText(x.a.id, y.a.id),
  );
  return { representative: scored[0]!.a.id, reasons: scored[0]!.reasons };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function creditsOf(a: Analysis): string[] {
  const tail = [...a.noise.map((n) => n.text), a.text.slice(-120)].join("\n");
  return [...tail.matchAll(CREDIT)].map((m) => outlet(m[1]!)).filter((c) => !sameOutlet(c, outlet(a.source)));
}

function sameOutlet(a: string, b: string): boolean {
  return a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a));
}

const TAKEN_OVER =
  /(转载自|转自|本文为转载|侵删|如有侵权|图文来自网络|原标题|综合自|作者上传并发布|自媒体作者|不代表.{0,8}立场)/;

function reprinted(a: Analysis, credits: readonly string[]): boolean {
  return credits.length > 0 || TAKEN_OVER.test([...a.noise.map((n) => n.text), a.text.slice(-120)].join("\n"));
}
