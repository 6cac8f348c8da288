/** From the scanner's hits to candidates: stretches that may name a division, each with its score as a log-odds. */
import type { Field, Mention } from "../../core/types.ts";
import type { Gazetteer, NameSense } from "../../lexicon/divisions.ts";
import { tokenAt, wordFit } from "./tokens.ts";
import {
  AFTER_FIXED,
  AFTER_ORGANISATION,
  AFTER_PLACE,
  AFTER_PRODUCT,
  AFTER_STREET,
  BEFORE_PLACE,
  endsWith,
  PRODUCT_HEADS,
  REGION_WORDS,
  SUFFIX_BORROWED,
  startsWith,
  ZONE_SUFFIXES,
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

/** Log-odds taken from a county's short name that is a landscape's name first (中原, 江南). */
const LANDSCAPE = 8;

const logit = (p: number): number => Math.log(p / (1 - p));

function scoreOf(field: Field, start: number, end: number, chance: number, full: boolean): number {
  const { text, tokens } = field;
  let score = logit(chance);
  const fit = wordFit(tokens, start, end);
  const length = end - start;
  const after = startsWith(text, end, AFTER_PLACE);
  if (fit.tag === "ns") score += 1;
  else if (fit.tag !== undefined && /^[vadcpmr]/.test(fit.tag)) score -= 1;
  if (fit.inside) score -= full ? 0 : length >= 3 ? 2 : 5;
  else {
    if (!fit.startsWord) score -= full && length >= 3 ? 1 : 4;
    if (!fit.endsWord && !after) score -= full && length >= 3 ? 0.5 : /^(?:ns|nr)/.test(fit.around) ? 2 : 3;
  }
  if (endsWith(text, start, BEFORE_PLACE)) score += 0.8;
  if (after) score += 0.8;
  if (!full || length === 2) {
    if (startsWith(text, end, AFTER_STREET)) score -= 9;
    else if (startsWith(text, end, AFTER_ORGANISATION)) score -= 9;
    else if (startsWith(text, end, AFTER_PRODUCT, 4) || namesProduct(field, end)) score -= 9;
    else if (startsWith(text, end, AFTER_FIXED)) score -= 5;
  }
  return score;
}

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
function borrowed(field: Field, end: number): boolean {
  const next = field.text[end];
  const suffix = field.text[end - 1];
  if (next === undefined || suffix === undefined || !SUFFIX_BORROWED[suffix]?.includes(next)) return false;
  // 市政 is a word, 市政府 is 市 + 政府; 佳木斯市郊区 is a district.
  return !(suffix === "市" && (field.text.startsWith("政府", end) || field.text.startsWith("郊区", end)));
}

/** All candidates of a field, by start, then longest first; overlaps are still in. */
export function findCandidates(
  field: Field,
  taken: readonly Mention[],
  gazetteer: Gazetteer,
  date: number,
): Candidate[] {
  const out: Candidate[] = [];
  for (const hit of field.hits) {
    if (hit.kind !== "division" || hit.end - hit.start < 2) continue;
    if (overlaps(taken, hit.start, hit.end)) continue;
    const length = hit.end - hit.start;
    const senses = inForce(gazetteer.senses(hit.entry), date, length);
    if (senses.length === 0) continue;
    const full = senses[0]!.kind === "full" || senses[0]!.kind === "former";
    if (full && length > 2 && borrowed(field, hit.end)) continue;
    const zone = ZONE_SUFFIXES.find((z) => field.text.startsWith(z, hit.end)) ?? "";
    const end = hit.end + zone.length;
    const landscape =
      length === 2 &&
      senses.every((s) => s.kind === "short" && !s.code.endsWith("00")) &&
      REGION_WORDS.has(field.text.slice(hit.start, hit.end));
    const score = (landscape ? -LANDSCAPE : 0) + scoreOf(field, hit.start, end, gazetteer.chance(hit.entry), full);
    out.push({ field, start: hit.start, nameEnd: hit.end, end, senses, score, full });
  }
  return out;
}
