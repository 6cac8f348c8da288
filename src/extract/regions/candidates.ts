/** From the scanner's hits to candidates: stretches that may name a division, each with its score as a log-odds. */
import type { Field, Hit, Mention, Token } from "../../core/types.ts";
import { type DivisionName, divisionName, type Gazetteer } from "../../lexicon/divisions.ts";
import { joinsOffices } from "../joining.ts";
import { tokenNear } from "./tokens.ts";
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
  readonly name: DivisionName;
  /** Log-odds that it is a place, from the name, its words and its neighbours. */
  readonly score: number;
  /** What it lacks unless its parent stands directly before it, as log-odds: 中原, 东山, 郊区. */
  readonly orphan: number;
  /** The name of a product or a brand follows (潜江龙虾): no mention, but it tells where the product is at home. */
  readonly product: boolean;
}

/** The hits of a field that may name divisions, with the words in which they stand. */
export interface DivisionHits {
  readonly field: Field;
  readonly hits: readonly Hit[];
  /** By offset, 1 where a full name of three characters or more begins. */
  readonly fulls: Uint8Array;
}

export function divisionHits(field: Field, gazetteer: Gazetteer): DivisionHits {
  const hits: Hit[] = [];
  const fulls = new Uint8Array(field.text.length + 1);
  const all = field.hits;
  for (let i = 0; i < all.length; i++) {
    const hit = all[i]!;
    if (hit.kind !== "division") continue;
    hits.push(hit);
    if (hit.end - hit.start >= 3 && gazetteer.name(hit.entry).senses[0]!.kind === "full") fulls[hit.start] = 1;
  }
  return { field, hits, fulls };
}

/** Whether a stretch lies in a taken span, or cuts one; `taken` by start. */
export function overlaps(taken: readonly Mention[], start: number, end: number): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < taken.length && taken[low]!.start < end;
}

/** The name in force on `date` (yyyymmdd, 0 unknown): today's, and former ones up to five years after their end; else null. */
function inForce(name: DivisionName, date: number, length: number): DivisionName | null {
  if (name.current) return name;
  const senses = name.senses.filter(
    (s) => s.until === 0 || (date !== 0 && date <= s.until + 50000) || (length >= 3 && s.until >= 20000101),
  );
  return senses.length === 0 ? null : divisionName(senses, name.chance);
}

/** Log-odds taken from a county's name that is a landscape's or a direction's name first (中原, 江南, 郊区). */
const LANDSCAPE = 7;

/** The least chance of a zone's name: 成都高新区. */
const ZONE_CHANCE = 0.9;
const ZONE_ODDS = Math.log(ZONE_CHANCE / (1 - ZONE_CHANCE));

/** The word that is no word: one that no dictionary knows. */
const UNKNOWN = "x";

/** First letters of the tags of words that are hardly a place's name: verbs, adjectives, adverbs, measures. */
const OTHER_TAGS = "vadcpmr";

/** A stretch with its words, while it is scored. */
interface Stretch {
  readonly at: DivisionHits;
  readonly name: DivisionName;
  readonly start: number;
  readonly end: number;
  /** Indexes of the words in which it begins and ends. */
  readonly first: number;
  readonly last: number;
  readonly product: boolean;
}

function scoreOf({ at, name, start, end, first, last, product }: Stretch, chance: number, logOdds: number): number {
  const { text, tokens } = at.field;
  const { full, county } = name;
  let score = logOdds;
  const before = tokens[first];
  const around = tokens[last];
  const startsWord = before === undefined || before.start === start;
  const endsWord = around === undefined || around.end === end;
  const sure = full && end - start >= 3;
  const after = startsWith(text, end, AFTER_PLACE) > 0;
  const one = before !== undefined && before === around;
  if (one && startsWord && endsWord) {
    if (before.pos === "ns") score += 1;
    else if (county && OTHER_TAGS.includes(before.pos[0] ?? " ")) score -= 1;
  }
  const inside = one && !(startsWord && endsWord);
  // 重庆市级, 上海市区: the name lends its suffix to the next word.
  const lends = !endsWord && borrowed(at, end + 1);
  if (inside && !lends && !(startsWord && after)) {
    if (!sure)
      score -= insidePenalty(around.pos, startsWord, endsWord, end - start, chance, county, beheads(around, start));
  } else {
    // 从岳阳 is a guess of the segmenter, no word that a dictionary knows.
    if (!startsWord) score -= sure ? 1 : before.pos === UNKNOWN && chance >= 0.75 ? 1.5 : 4;
    if (!endsWord && !after && !lends) score -= sure ? 0.5 : county ? 4.5 : chance >= 0.75 ? 1.5 : 3;
  }
  if (endsWith(text, start, BEFORE_PLACE)) score += 0.8;
  if (after) score += 0.8;
  if (sure) return score;
  const left = text[start - 1];
  if (left !== undefined) {
    if (startsWord && FAMILY_NAMES.has(left) && tokens[tokenNear(tokens, start - 1, first)]?.text.length === 1)
      score -= 5;
    if (endsWith(text, start, BEFORE_PERSON)) score -= 3;
    // 大清河, 北三河: another river.
    if (county && "大小东西南北上下老".includes(left) && "河江湖山海".includes(text[end - 1]!)) score -= 5;
  }
  // 天长：小城医改又翻新篇.
  if (start === 0 && at.field.name === "title" && text[end] === "：") score += 3;
  if (follows(at.field, end, last, AFTER_STREET) || (county && follows(at.field, end, last, AFTER_VILLAGE))) score -= 9;
  else if (product || follows(at.field, end, last, AFTER_ORGANISATION)) score -= 9;
  else if (follows(at.field, end, last, AFTER_FIXED)) score -= 5;
  return score;
}

/** How mountains' and waters' names end. */
const NATURE_END = "山岭峰原河江湖川海";

/** Whether a stretch leaves one unit before it of a word that is a mountain's or a water's name. */
const beheads = (word: Token, start: number): boolean =>
  start - word.start === 1 && NATURE_END.includes(word.text.at(-1)!);

/** Inside a longer word: 合作社 is no place; 中国香港 and 唐山大地震 hold well-known ones. */
function insidePenalty(
  around: string,
  startsWord: boolean,
  endsWord: boolean,
  length: number,
  chance: number,
  county: boolean,
  headless: boolean,
): number {
  // 长|白山, 小|兴安|岭: one unit is no place before another, so the word is one of its own.
  if (around === "ns" && headless) return 7;
  // 从岳阳 again, and 山西大同, which the dictionary has as one word.
  if (around === UNKNOWN && chance >= 0.75 && endsWord) return county ? 3 : 1.5;
  if (around === "ns" && endsWord) return county ? 3 : 0.5;
  if (county) return length >= 3 ? 3 : 7;
  if (chance >= 0.9 && (startsWord || endsWord) && /^n[stz]/.test(around)) return 1.5;
  if (startsWord && chance >= 0.95) return 1.5;
  return length >= 3 ? 2 : 5;
}

/** One of `words` follows; one of one character only as a word's end: 北京街 but not 北京街头, 安徽江苏. */
function follows({ text, tokens }: Field, end: number, last: number, words: WordTable): boolean {
  const n = startsWith(text, end, words);
  if (n !== 1) return n > 1;
  return text[end] === "路" || tokens[tokenNear(tokens, end, last)]?.end === end + 1;
}

/** A product follows, or the next word, of two or three characters, is a thing to eat or drink. */
function beforeProduct(field: Field, end: number, last: number): boolean {
  if (follows(field, end, last, AFTER_PRODUCT)) return true;
  const next = field.tokens[tokenNear(field.tokens, end, last)];
  return (
    next !== undefined &&
    next.start === end &&
    next.text.length <= 3 &&
    "nvx".includes(next.pos[0] ?? " ") &&
    PRODUCT_HEADS.includes(next.text.at(-1) ?? " ")
  );
}

/** The name of a road or a town. */
const ROAD_BEHIND = /^[^，。；、]{2,4}?(?:路|街|大道|镇|乡|村)/;

/** Whether a full name's suffix belongs to the next word: 上海市|民. */
function borrowed({ field: { text }, fulls }: DivisionHits, end: number): boolean {
  // 保定市|容城县, 济南|市中区: a full name that begins here or in the suffix decides.
  if (fulls[end] === 1) return false;
  if (fulls[end - 1] === 1) return true;
  const next = text[end];
  const suffix = text[end - 1];
  if (next === undefined || suffix === undefined || !SUFFIX_BORROWED[suffix]?.includes(next)) return false;
  // 樊城区|长虹路, not 樊城|区长.
  if (suffix !== "市" && ROAD_BEHIND.test(text.slice(end, end + 6))) return false;
  // 市政 is a word, 市政府 is 市 + 政府; 佳木斯市郊区 is a district.
  return !(suffix === "市" && (text.startsWith("政府", end) || text.startsWith("郊区", end)));
}

/** All candidates of a field, by start, then longest first; overlaps are still in. `taken` by start. */
export function findCandidates(
  at: DivisionHits,
  taken: readonly Mention[],
  gazetteer: Gazetteer,
  date: number,
): Candidate[] {
  const out: Candidate[] = [];
  const { field, fulls } = at;
  const { text, tokens } = field;
  let first = 0;
  for (const { start, end: nameEnd, entry } of at.hits) {
    const length = nameEnd - start;
    if (length < 2 || overlaps(taken, start, nameEnd) || joinsOffices(text, start)) continue;
    const name = inForce(gazetteer.name(entry), date, length);
    if (name === null || (name.full && length > 2 && borrowed(at, nameEnd))) continue;
    const zone = fulls[nameEnd] === 1 ? 0 : zoneSuffix(text, nameEnd);
    const end = nameEnd + zone;
    first = tokenNear(tokens, start, first);
    const last = tokenNear(tokens, end - 1, first);
    const product = beforeProduct(field, end, last);
    const chance = zone === 0 ? name.chance : Math.max(ZONE_CHANCE, name.chance);
    const logOdds = zone === 0 ? name.logOdds : Math.max(ZONE_ODDS, name.logOdds);
    const score = scoreOf({ at, name, start, end, first, last, product }, chance, logOdds);
    const landscape = length <= 3 && name.county && name.plain && REGION_WORDS.has(text.slice(start, nameEnd));
    out.push({
      field,
      start,
      nameEnd,
      end,
      name,
      score,
      orphan: landscape ? LANDSCAPE : 0,
      product: product && !name.full,
    });
  }
  return out;
}
