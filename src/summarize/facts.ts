/** What a reader may want to keep of a text: figures with their unit, dates, documents, quoted and named things. */
import type { Extraction, Span } from "../core/types.ts";
import type { Prose } from "./clauses.ts";

export type FactKind = "figure" | "date" | "document" | "meeting" | "quoted" | "term" | "institution" | "region";

export interface Fact extends Span {
  readonly kind: FactKind;
  /** Facts of one id are one fact told twice. */
  readonly id: number;
  /** Unit of a figure (家, 万人次, %), else empty. */
  readonly unit: string;
  /** Index of the clause that it stands in. */
  readonly clause: number;
}

/** A run of digits with its scale, measure word or unit: 3.2万次, 86.5％, 12个. */
const FIGURE =
  /[\d０-９]+(?:[,，.．][\d０-９]+)*(?:[万亿千百]+)?[余多]?[ ]?(个百分点|个工作日|[%％‰]|平方米|万元|亿元|人次|项次|毫秒|小时|分钟|公里|千米|毫米|[\p{sc=Han}])?/uy;
/** A rank or count in Han numerals that news treats as a figure: 五级, 三大类, 近三成, 两个. */
const HAN_FIGURE =
  /[一二三四五六七八九十两](级甲等|级乙等|成[一二三四五六七八九]?|倍|级(?![公医以行政])|[大小]?类|[项条张本类个家大期轮]|周期)/uy;
const DATE =
  /(?:20[\d０-９]{2}年)?(?:[\d０-９]{1,2}月(?:[\d０-９]{1,2}日)?|[\d０-９]{4}年)(?:[上中下]旬)?(?:底|初|末|起|至[\d０-９]{1,2}日)?/uy;
const DOCUMENT = /《[^》\n]{2,60}》/uy;
/** The name of a gathering: its year or number to its kind. */
export const GATHERING: RegExp =
  /(?:20\d\d(?!年)|第[一二三四五六七八九十\d]{1,3}届|首届)[^，。；：、！？“”《》\n]{2,24}?(?:大会|论坛|峰会|年会|博览会|会议|大赛|(?:推进|研讨|交流|对接)会)/gu;
const QUOTED = /“[^”，。！？\n]{2,14}”/uy;
/** 5G and clock times are no figures. */
const NO_FIGURE = /^[\d０-９]+[GＧ年月日时]?$/;

const DIGIT = 1;
const NUMERAL = 2;
/** What may begin at each unit. */
const BEGINS = new Uint8Array(0x10000);
for (const c of "0123456789０１２３４５６７８９") BEGINS[c.charCodeAt(0)] = DIGIT;
for (const c of "一二三四五六七八九十两") BEGINS[c.charCodeAt(0)] = NUMERAL;
BEGINS[0x300a] = 3;
BEGINS[0x201c] = 4;

/** One spelling of a figure: full-width digits, 余, 多 and blanks off. */
function narrow(surface: string): string {
  for (let i = 0; i < surface.length; i++)
    if (surface.charCodeAt(i) > 0xff00 || "余多 ".includes(surface[i]!))
      return surface.normalize("NFKC").replace(/[余多\s]/g, "");
  return surface;
}

/** Facts of the body, by start, then longest first. */
export function findFacts(extraction: Extraction, prose: Prose): Fact[] {
  const { text } = prose;
  const found: { kind: FactKind; start: number; end: number; id: number; unit: string }[] = [];
  const ids = new Map<string, number>();
  const add = (kind: FactKind, start: number, end: number, key: string, unit: string): void => {
    let id = ids.get(key);
    if (id === undefined) ids.set(key, (id = ids.size));
    found.push({ kind, start, end, id, unit });
  };
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let free = 0;
  for (let i = 0; i < text.length; i++) {
    const begins = BEGINS[text.charCodeAt(i)]!;
    if (begins === 0) continue;
    if (begins === DIGIT) {
      if (i < free) continue;
      const date = match(DATE, i)?.[0];
      if (date !== undefined) {
        free = i + date.length;
        add("date", i, free, narrow(date), "");
        continue;
      }
      const figure = match(FIGURE, i)!;
      free = i + figure[0].length;
      const before = i > 0 ? text.charCodeAt(i - 1) : 0;
      const coded = (before | 32) >= 97 && (before | 32) <= 122;
      if (coded || before === 0x2d || before === 0x2014 || NO_FIGURE.test(figure[0])) continue;
      add("figure", i, free, narrow(figure[0]), figure[1] ?? "");
    } else if (begins === NUMERAL) {
      const figure = match(HAN_FIGURE, i);
      if (figure) add("figure", i, i + figure[0].length, figure[0], figure[1]!);
    } else if (begins === 3) {
      const name = match(DOCUMENT, i)?.[0];
      if (name !== undefined) add("document", i, i + name.length, name, "");
    } else {
      const name = match(QUOTED, i)?.[0];
      if (name !== undefined) add("quoted", i, i + name.length, name.slice(1, -1), "");
    }
  }
  for (const m of text.matchAll(GATHERING)) add("meeting", m.index, m.index + m[0].length, m[0], "");
  const named = (kind: FactKind, things: Extraction["terms" | "institutions" | "regions"]): void => {
    for (const thing of things)
      for (const m of thing.mentions) if (m.field === "text") add(kind, m.start, m.end, `${kind}:${thing.name}`, "");
  };
  named("term", extraction.terms);
  named("institution", extraction.institutions);
  named("region", extraction.regions);
  found.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  const facts: Fact[] = [];
  let clause = 0;
  for (const f of found) {
    while (clause < prose.clauses.length && prose.clauses[clause]!.end <= f.start) clause++;
    const c = prose.clauses[clause];
    if (c && f.start >= c.start && f.end <= c.end)
      facts.push({ kind: f.kind, start: f.start, end: f.end, id: f.id, unit: f.unit, clause });
  }
  return facts;
}
