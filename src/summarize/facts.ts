/** What a reader may want to keep of a text: figures with their unit, dates, documents, quoted and named things. */
import type { Extraction, Span } from "../core/types.ts";
import type { Prose } from "./clauses.ts";

export type FactKind = "figure" | "date" | "document" | "quoted" | "term" | "institution" | "region";

export interface Fact extends Span {
  readonly kind: FactKind;
  /** Facts of one key are one fact told twice. */
  readonly key: string;
  /** Unit of a figure (家, 万人次, %), else empty. */
  readonly unit: string;
  /** Index of the clause that it stands in. */
  readonly clause: number;
}

/** A run of digits with its scale, measure word or unit: 3.2万次, 86.5％, 12个. */
const FIGURE =
  /[\d０-９]+(?:[,，.．][\d０-９]+)*(?:[万亿千百]+)?[余多]?[ ]?(?:个百分点|个工作日|[%％‰]|平方米|万元|亿元|人次|项次|毫秒|小时|分钟|公里|千米|毫米|[\p{sc=Han}])?/gu;
/** A rank or count in Han numerals that news treats as a figure: 五级, 三大类, 近三成, 两个. */
const HAN_FIGURE =
  /[一二三四五六七八九十两](?:级甲等|级乙等|成[一二三四五六七八九]?|倍|级(?![公医以行政])|[大小]?类|[项条张本类个家大期轮]|周期)/gu;
const DATE =
  /(?:20[\d０-９]{2}年)?(?:[\d０-９]{1,2}月(?:[\d０-９]{1,2}日)?|[\d０-９]{4}年)(?:[上中下]旬)?(?:底|初|末|起|至[\d０-９]{1,2}日)?/gu;
const DOCUMENT = /《[^》\n]{2,60}》/gu;
const QUOTED = /“[^”，。！？\n]{2,14}”/gu;

const narrow = (s: string): string => s.normalize("NFKC").replace(/[余多\s]/g, "");

/** Facts of the body, by start, then longest first. */
export function findFacts(extraction: Extraction, prose: Prose): Fact[] {
  const { text } = prose;
  const found: Omit<Fact, "clause">[] = [];
  const dated = new Uint8Array(text.length + 1);
  const add = (kind: FactKind, start: number, end: number, key: string, unit = ""): void => {
    found.push({ kind, start, end, key, unit });
  };
  for (const m of text.matchAll(DATE)) {
    add("date", m.index, m.index + m[0].length, narrow(m[0]));
    dated.fill(1, m.index, m.index + m[0].length);
  }
  for (const m of text.matchAll(FIGURE)) {
    if (dated[m.index]) continue;
    const before = text[m.index - 1] ?? "";
    if (/[A-Za-z\-—]/.test(before) || /^[\d０-９]+$/.test(m[0])) continue;
    if (/^[\d０-９]+[GＧ年月日时]$/.test(m[0])) continue;
    const unit = /[^\d０-９,，.．万亿千百余多]+$/.exec(m[0])?.[0] ?? "";
    add("figure", m.index, m.index + m[0].length, narrow(m[0]), unit);
  }
  for (const m of text.matchAll(HAN_FIGURE))
    add("figure", m.index, m.index + m[0].length, m[0], m[0].replace(/^[一二三四五六七八九十两]/u, ""));
  for (const m of text.matchAll(DOCUMENT)) add("document", m.index, m.index + m[0].length, m[0]);
  for (const m of text.matchAll(QUOTED)) add("quoted", m.index, m.index + m[0].length, m[0].slice(1, -1));
  const named = (kind: FactKind, things: Extraction["terms" | "institutions" | "regions"]): void => {
    for (const thing of things)
      for (const m of thing.mentions) if (m.field === "text") add(kind, m.start, m.end, `${kind}:${thing.name}`);
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
    if (c && f.start >= c.start && f.end <= c.end) facts.push({ ...f, clause });
  }
  return facts;
}
