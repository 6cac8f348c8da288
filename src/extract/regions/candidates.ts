/** From the scanner's hits to candidates: stretches that may name a division, each with its score as a log-odds. */
import type { Field, Mention } from "../../core/types.ts";
import type { Gazetteer, NameSense } from "../../lexicon/divisions.ts";
import { tokenAt, type WordFit, wordFit } from "./tokens.ts";
import {
  AFTER_FIXED,
  AFTER_ORGANISATION,
  AFTER_PLACE,
  AFTER_PRODUCT,
  AFTER_STREET,
  AFTER_VILLAGE,
  BEFORE_PERSON,
  BEFORE_PLACE,
  endsWith,
  FAMILY_NAMES,
  PRODUCT_HEADS,
  REGION_WORDS,
  SUFFIX_BORROWED,
  startsWith,
  type WordTable,
  zoneSuffix,
} from "./words.ts";

/** A stretch that may name a division, before the article has been heard. */
export interface Candidate {
  readonly field: Field;
  readonly start: number;
  /** End of the name in the gazetteer; a zone's suffix may follow it. */
  readonly nameEnd: number;
  readonly end: number;
  readonly senses: readonly NameSense[];
  /** Log-odds that it is a place, from the name, its words and its neighbours. */
  readonly score: number;
  /** How often the name is a place at all, in (0, 1). */
  readonly chance: number;
  /** What it lacks unless its parent stands directly before it, as log-odds: 中原, 东山, 郊区. */
  readonly orphan: number;
  /** The name of a product or a brand follows (潜江龙虾): no mention, but it tells where the product is at home. */
  readonly product: boolean;
  /** Full names need no support by the article. */
  readonly full: boolean;
}

/** Lies in a taken span, or cuts one. */
function overlaps(taken: readonly Mention[], start: number, end: number): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < taken.length && taken[low]!.start < end;
}

/** Senses in force on `date` (yyyymmdd, 0 unknown): names of today, and former ones up to five years after their end. */
export function inForce(senses: readonly NameSense[], date: number, length: number): readonly NameSense[] {
  if (senses.every((s) => s.until === 0)) return senses;
  return senses.filter(
    (s) => s.until === 0 || (date !== 0 && date <= s.until + 50000) || (length >= 3 && s.until >= 20000101),
  );
}

/** Log-odds taken from a county's name that is a landscape's or a direction's name first (中原, 江南, 郊区). */
const LANDSCAPE = 7;

const logit = (p: number): number => Math.log(p / (1 - p));

function scoreOf(
  field: Field,
  start: number,
  end: number,
  chance: number,
  full: boolean,
  county: boolean,
  fulls: ReadonlySet<number>,
): number {
  const { text, tokens } = field;
  let score = logit(chance);
  const fit = wordFit(tokens, start, end);
  const length = end - start;
  const sure = full && length >= 3;
  const after = startsWith(text, end, AFTER_PLACE) > 0;
  if (fit.tag === "ns") score += 1;
  else if (county && fit.tag !== undefined && /^[vadcpmr]/.test(fit.tag)) score -= 1;
  // 重庆市级, 上海市区: the name lends its suffix to the next word.
  const lends = !fit.endsWord && borrowed(field, end + 1, fulls);
  if (fit.inside && !lends && !(fit.startsWord && after))
    score -= sure ? 0 : insidePenalty(fit, length, chance, county);
  else {
    // 从岳阳 is a guess of the segmenter, no word that a dictionary knows.
    if (!fit.startsWord) score -= sure ? 1 : fit.before === "x" && chance >= 0.75 ? 1.5 : 4;
    if (!fit.endsWord && !after && !lends) score -= sure ? 0.5 : county ? 4.5 : chance >= 0.75 ? 1.5 : 3;
  }
  if (endsWith(text, start, BEFORE_PLACE)) score += 0.8;
  if (after) score += 0.8;
  if (sure) return score;
  if (fit.startsWord && FAMILY_NAMES.has(text[start - 1] ?? "") && standsAlone(tokens, start - 1)) score -= 5;
  if (endsWith(text, start, BEFORE_PERSON)) score -= 3;
  // 大清河, 北三河: another river.
  if (county && /[河江湖山海]/.test(text[end - 1]!) && /[大小东西南北上下老]/.test(text[start - 1] ?? "")) score -= 5;
  // 天长：小城医改又翻新篇.
  if (field.name === "title" && start === 0 && text[end] === "：") score += 3;
  if (follows(field, end, AFTER_STREET) || (county && follows(field, end, AFTER_VILLAGE))) score -= 9;
  else if (follows(field, end, AFTER_ORGANISATION)) score -= 9;
  else if (beforeProduct(field, end)) score -= 9;
  else if (follows(field, end, AFTER_FIXED)) score -= 5;
  return score;
}

/** Inside a longer word: 合作社 is no place; 中国香港 and 唐山大地震 hold well-known ones. */
function insidePenalty(fit: WordFit, length: number, chance: number, county: boolean): number {
  // 从岳阳 again, and 山西大同, which the dictionary has as one word.
  if (fit.around === "x" && chance >= 0.75 && fit.endsWord) return county ? 3 : 1.5;
  if (fit.around === "ns" && fit.endsWord) return county ? 3 : 0.5;
  if (county) return length >= 3 ? 3 : 7;
  if (/^n[stz]/.test(fit.around) && chance >= 0.9 && (fit.startsWord || fit.endsWord)) return 1.5;
  if (fit.startsWord && chance >= 0.95) return 1.5;
  return length >= 3 ? 2 : 5;
}

const standsAlone = (tokens: Field["tokens"], at: number): boolean => {
  const token = tokens[tokenAt(tokens, at)];
  return token !== undefined && token.text.length === 1;
};

/** One of `words` follows; one of one character only as a word's end: 北京街 but not 北京街头, 安徽江苏. */
function follows(field: Field, end: number, words: WordTable): boolean {
  const n = startsWith(field.text, end, words);
  if (n !== 1) return n > 1;
  if (field.text[end] === "路") return true;
  return field.tokens[tokenAt(field.tokens, end)]?.end === end + 1;
}

const beforeProduct = (field: Field, end: number): boolean =>
  follows(field, end, AFTER_PRODUCT) || namesProduct(field, end);

/** The next word, of two or three characters, is a thing to eat or drink. */
function namesProduct(field: Field, end: number): boolean {
  const next = field.tokens[tokenAt(field.tokens, end)];
  return (
    next !== undefined &&
    next.start === end &&
    next.text.length <= 3 &&
    /^[nvx]/.test(next.pos) &&
    PRODUCT_HEADS.includes(next.text.at(-1) ?? " ")
  );
}

/** Whether a full name's suffix belongs to the next word: 上海市|民. */
function borrowed(field: Field, end: number, fulls: ReadonlySet<number>): boolean {
  // 保定市|容城县, 济南|市中区: a full name that begins here or in the suffix decides.
  if (fulls.has(end)) return false;
  if (fulls.has(end - 1)) return true;
  const next = field.text[end];
  const suffix = field.text[end - 1];
  if (next === undefined || suffix === undefined || !SUFFIX_BORROWED[suffix]?.includes(next)) return false;
  // 市政 is a word, 市政府 is 市 + 政府; 佳木斯市郊区 is a district.
  return !(suffix === "市" && (field.text.startsWith("政府", end) || field.text.startsWith("郊区", end)));
}

/** Where full names of three characters or more begin. */
function fullStarts(field: Field, gazetteer: Gazetteer): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const hit of field.hits)
    if (hit.kind === "division" && hit.end - hit.start >= 3 && gazetteer.senses(hit.entry)[0]?.kind === "full")
      starts.add(hit.start);
  return starts;
}

/** All candidates of a field, by start, then longest first; overlaps are still in. */
export function findCandidates(
  field: Field,
  taken: readonly Mention[],
  gazetteer: Gazetteer,
  date: number,
): Candidate[] {
  const out: Candidate[] = [];
  const fulls = fullStarts(field, gazetteer);
  for (const hit of field.hits) {
    if (hit.kind !== "division" || hit.end - hit.start < 2) continue;
    if (overlaps(taken, hit.start, hit.end)) continue;
    const length = hit.end - hit.start;
    const senses = inForce(gazetteer.senses(hit.entry), date, length);
    if (senses.length === 0) continue;
    const full = senses[0]!.kind === "full" || senses[0]!.kind === "former"; // never empty
    if (full && length > 2 && borrowed(field, hit.end, fulls)) continue;
    const zone = fulls.has(hit.end) ? "" : zoneSuffix(field.text, hit.end);
    const end = hit.end + zone.length;
    const county = senses.every((s) => !s.code.endsWith("00"));
    const landscape =
      length <= 3 &&
      county &&
      senses.every((s) => s.kind === "short" || s.kind === "full") &&
      REGION_WORDS.has(field.text.slice(hit.start, hit.end));
    const chance = zone === "" ? gazetteer.chance(hit.entry) : Math.max(0.9, gazetteer.chance(hit.entry));
    const score = scoreOf(field, hit.start, end, chance, full, county, fulls);
    out.push({
      field,
      start: hit.start,
      nameEnd: hit.end,
      end,
      senses,
      score,
      chance,
      orphan: landscape ? LANDSCAPE : 0,
      product: !full && beforeProduct(field, end),
      full,
    });
  }
  return out;
}
