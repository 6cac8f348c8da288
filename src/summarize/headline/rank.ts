/** Ranks lines: what share of an editor's line each is expected to hold, and what kind of line it is. */
import { FeatureTable } from "../feature-table.ts";
import { isLocalCircular } from "./document-line.ts";
import { ISSUED, type Line, MEETING, NAMED, ORIGINS, PARTS, TITLE } from "./lines.ts";
import { ACTION, BACKGROUND, FORWARD, LAUNCH } from "./roles.ts";
import type { Row } from "./row.ts";
import { ADVERB, DIGIT, HOSPITAL, INSTITUTION, NAME, PLACE, PRIMARY, type Story, TERM, VERB } from "./story.ts";
import { AROUND, type Lexis } from "./weigh.ts";

export const LINE_FEATURES: FeatureTable = new FeatureTable();
const f = (name: string, buckets: number = 1): number => LINE_FEATURES.group(name, buckets);
const OVERLAP = f("overlap");
const PRECISION = f("precision");
const ORIGIN = f("origin", ORIGINS);
const BAIT = f("bait", 4);
const TITLE_BAIT = f("title-bait", 4);
const TELLS = f("tells");
/** Bait of the whole title, for lines of the title and of the body. */
const BAITED = f("baited", 8);
const HOSPITAL_TITLE = f("hospital-title", 3);
const SECOND_TERM = f("second-term", 2);
const LENGTH = f("length", 5);
const LAUNCHES = f("launch", 2);
const HAS = f("has", 6);
/** Launch verb and system together, in a title's part and in a line of the body. */
const EVENT = f("event", 4);
const TERM_COUNT = f("term-count", 4);
const MEETING_SECOND = f("meeting-second", 2);
const OPENS = f("opens", 3);
const CLAUSE_SCORE = f("clause-score");
const FLAGS = f("flag", 3);
/** Behind a sentence that names a system, and elsewhere. */
const OFF_TOPIC = f("off-topic", 2);
const SECOND = f("second", 3);
const SECOND_PRECISION = f("second-precision");
const SECOND_TITLE = f("second-title");
const SECOND_SCORE = f("second-score");
const SECOND_AT = f("second-at", 4);
const SECOND_FLAGS = f("second-flag", 6);
const SECOND_UNIT = f("second-unit", 8);
const SECOND_FIGURES = f("second-figures", 2);
const PLACED = f("placed");
/** Kind of unit of the main part's first figure, in lines of the body: who spent how much is no event. */
const MAIN_UNIT = f("main-unit", 8);
/** What stands around the second part's first figure. */
const SECOND_AROUND = f("second-around", AROUND);
/** A part of the title that names who or where and says what, without bait. */
const PART_TELLS = f("part-tells");
/** The hospital put in for 这家医院 in the title. */
const NAMED_PART = f("named-part");
/** Opens on a place that is not the article's own. */
const FOREIGN = f("foreign", 2);
/** A meeting that the title does not name. */
const MEETING_UNTOLD = f("meeting-untold");
const MAIN_PRECISION = f("main-precision");
const MAIN_FIGURE = f("main-figure", 2);

/** Features from here on tell of faults only: some hundred that the overlap with a few hundred lines cannot weigh. */
export const OF_FAULTS: number = LINE_FEATURES.names.length;
/** How the second part opens, by what its sentence names before it. */
const SECOND_SUBJECT = f("second-subject", 25);
/** What the sentence before the second part's names, where it stands in the same paragraph. */
const SECOND_BEFORE = f("second-before", 5);
/** What is put in, before which word, behind which names of the sentence. */
const PUT_IN = f("put-in", 48);
/** How it is made: where it stems from, what is put in, whether a second part stands behind it. */
const MADE = f("made", 6 * ORIGINS);

/** Those with a measure for their value; all others are there or not. */
export const MEASURES: ReadonlySet<number> = new Set([
  OVERLAP,
  PRECISION,
  MAIN_PRECISION,
  CLAUSE_SCORE,
  SECOND_SCORE,
  SECOND_PRECISION,
  SECOND_TITLE,
]);

/** Feature numbers of one line with their values: a stack that is written over for each. */
export class Weighted {
  readonly at: Int32Array = new Int32Array(128);
  readonly values: Float64Array = new Float64Array(128);
  size = 0;
  add(feature: number, value: number): void {
    this.at[this.size] = feature;
    this.values[this.size++] = value;
  }
}

/** Features of a line, written over `out`. */
export function lineFeatures(lexis: Lexis, tells: boolean, line: Line, out: Weighted): void {
  out.size = 0;
  const { story } = lexis;
  const { main, second } = line;
  const mainBits = main.bits;
  const secondLength = second ? 1 + second.length : 0;
  const length = main.length + secondLength;
  const sum = main.sum + (second ? second.sum : 0);
  out.add(OVERLAP, line.overlap);
  out.add(PRECISION, sum / length);
  out.add(MAIN_PRECISION, main.sum / main.length);
  out.add(ORIGIN + line.origin, 1);
  out.add(MADE + 6 * line.origin + (line.placed ? 2 : line.named ? 4 : 0) + (second ? 1 : 0), 1);
  out.add(BAIT + Math.min(3, line.bait), 1);
  if (line.origin === TITLE) {
    out.add(TITLE_BAIT + Math.min(3, lexis.titleBait), 1);
    if (tells) out.add(TELLS, 1);
  }
  out.add(BAITED + (line.origin <= 1 ? 0 : 4) + Math.min(3, lexis.titleBait), 1);
  if (lexis.titleBits & HOSPITAL)
    out.add(HOSPITAL_TITLE + (mainBits & HOSPITAL || line.named ? 0 : line.placed ? 1 : 2), 1);
  out.add(LENGTH + (length < 12 ? 0 : length < 17 ? 1 : length < 29 ? 2 : length < 35 ? 3 : 4), 1);
  if (mainBits & LAUNCH) out.add(LAUNCHES + (line.origin <= 1 ? 0 : 1), 1);
  const half = line.origin <= 1 ? 0 : 3;
  if (mainBits & TERM) {
    out.add(HAS + half, 1);
    out.add(TERM_COUNT + Math.min(3, main.terms), 1);
  }
  if (mainBits & INSTITUTION) out.add(HAS + half + 1, 1);
  if (mainBits & PLACE || line.placed) out.add(HAS + half + 2, 1);
  if (mainBits & TERM && mainBits & LAUNCH) out.add(EVENT + (half > 0 ? 1 : 0), 1);
  if (mainBits & ACTION && !(mainBits & LAUNCH)) out.add(EVENT + (half > 0 ? 3 : 2), 1);
  if (main.figures > 0) out.add(MAIN_FIGURE + (line.origin <= 1 ? 0 : 1), 1);
  if (line.origin > 1) out.add(MAIN_UNIT + (main.unit < 0 ? 7 : main.unit), 1);
  for (let i = 0; i < AROUND; i++) {
    if (second && second.unit >= 0 && second.around & (1 << i)) out.add(SECOND_AROUND + i, 1);
  }
  const first = story.bits[main.tokens[0]!]!;
  if (line.origin === PARTS) {
    if (line.bait === 0 && mainBits & (PLACE | INSTITUTION) && mainBits & (LAUNCH | ACTION)) out.add(PART_TELLS, 1);
    if (line.named) out.add(NAMED_PART, 1);
  }
  if (first & PLACE && !(first & (PRIMARY | INSTITUTION))) out.add(FOREIGN + (line.origin <= 1 ? 0 : 1), 1);
  if (line.origin === MEETING && !lexis.titleMeets) out.add(MEETING_UNTOLD, 1);
  if (line.placed) out.add(PLACED, 1);
  if (first & PLACE || line.placed) out.add(OPENS, 1);
  else if (first & INSTITUTION) out.add(OPENS + 1, 1);
  else out.add(OPENS + 2, 1);
  if (main.clause >= 0) {
    const clause = story.clauses[main.clause]!;
    out.add(CLAUSE_SCORE, lexis.clauseScores[main.clause]!);
    if (clause.said) out.add(FLAGS, 1);
    if (clause.bits & FORWARD) out.add(FLAGS + 1, 1);
    if (clause.reported) out.add(FLAGS + 2, 1);
    if (!clause.onTopic) out.add(OFF_TOPIC + (clause.nearTopic ? 0 : 1), 1);
  }
  if (main.clause >= 0 && (line.placed || line.named || line.origin === NAMED)) {
    let at = 0;
    while (at < main.tokens.length - 1 && main.tokens[at]! >= story.end) at++;
    const t = main.tokens[at]!;
    const b = story.bits[t]!;
    const word = b & LAUNCH ? 0 : b & NAME ? 1 : story.classes[t] === VERB ? 2 : 3;
    const put = line.placed ? 0 : line.named ? 1 : 2;
    out.add(PUT_IN + 16 * put + 4 * word + namesBefore(story, main.clause, t, NO_ROW), 1);
  }
  if (second) {
    const clause = story.clauses[second.clause]!;
    secondFeatures(story, main, second, out);
    const before = main.clause >= 0 ? story.clauses[main.clause]! : undefined;
    out.add(SECOND + (line.origin <= 1 ? 0 : line.origin >= ISSUED ? 1 : 2), 1);
    out.add(SECOND_SCORE, lexis.clauseScores[second.clause]!);
    out.add(SECOND_PRECISION, second.sum / secondLength);
    out.add(SECOND_TITLE, second.inTitle / secondLength);
    const d = before ? second.clause - main.clause : 9;
    out.add(
      SECOND_AT +
        (d === 1 ? 0 : before?.sentence === clause.sentence ? 1 : before?.paragraph === clause.paragraph ? 2 : 3),
      1,
    );
    if (d < 0) out.add(SECOND_FLAGS, 1);
    if (clause.bits & LAUNCH) out.add(SECOND_FLAGS + 1, 1);
    if (clause.bits & BACKGROUND) out.add(SECOND_FLAGS + 2, 1);
    if (clause.bits & FORWARD) out.add(SECOND_FLAGS + 3, 1);
    if (clause.said) out.add(SECOND_FLAGS + 4, 1);
    if (clause.bits & TERM) out.add(SECOND_TERM, 1);
    else out.add(SECOND_TERM + 1, 1);
    const text = story.tokens[second.tokens[second.lead]!]!.text;
    if (text === "累计" || text === "首批") out.add(SECOND_FLAGS + 5, 1);
    out.add(SECOND_UNIT + (second.unit < 0 ? 7 : second.unit), 1);
    if (line.origin === MEETING) out.add(MEETING_SECOND + (clause.bits & LAUNCH ? 0 : 1), 1);
    const more = second.figures;
    if (more > 1) out.add(SECOND_FIGURES + (more > 2 ? 1 : 0), 1);
  }
}

/** What the second part speaks of, as far as names tell. */
function secondFeatures(story: Story, main: Row, second: Row, out: Weighted): void {
  const { bits, classes, clauses, ids } = story;
  const head = second.tokens[second.lead]!;
  const b = bits[head]!;
  const bare = classes[head] === VERB || classes[head] === ADVERB;
  const kind = b & TERM ? 0 : b & INSTITUTION ? 1 : b & PLACE ? 2 : bare ? 3 : 4;
  let of = 0;
  if (kind > 2) of = namesBefore(story, second.clause, head, main.tokens);
  else for (let i = 0; i < main.tokens.length && of === 0; i++) if (ids[main.tokens[i]!] === ids[head]) of = 4;
  out.add(SECOND_SUBJECT + 5 * kind + of, 1);
  const { sentence, paragraph } = clauses[second.clause]!;
  let before = second.clause - 1;
  while (before >= 0 && clauses[before]!.sentence === sentence) before--;
  const near = before >= 0 && clauses[before]!.paragraph === paragraph;
  out.add(SECOND_BEFORE + (near ? namesBefore(story, before, clauses[before]!.to, main.tokens) : OUT_OF_SIGHT), 1);
}

const NO_ROW: readonly number[] = [];
const NAMES_NOTHING = 0;
const NAMES_SAME = 1;
const NAMES_OTHER = 2;
const NAMES_SYSTEM = 3;
const OUT_OF_SIGHT = 4;

/** What the sentence names before a token: what the row names too (without one: the place itself), others, or a system alone. */
function namesBefore({ bits, clauses, ids }: Story, index: number, at: number, row: readonly number[]): number {
  let from = index;
  while (from > 0 && clauses[from - 1]!.sentence === clauses[index]!.sentence) from--;
  let named = NAMES_NOTHING;
  for (let t = clauses[from]!.from; t < at; t++) {
    const b = bits[t]!;
    if (!(b & NAME)) continue;
    for (let i = 0; i < row.length; i++) if (ids[row[i]!] === ids[t]) return NAMES_SAME;
    if (b & INSTITUTION || (b & PLACE && !(b & PRIMARY))) named = NAMES_OTHER;
    else if (!(b & PRIMARY)) named = named === NAMES_OTHER ? named : NAMES_SYSTEM;
    else if (row.length === 0) return NAMES_SAME;
  }
  return named;
}

/** How likely a strict reader finds a fault in a line; the bias stands behind the last weight. */
export function faultOf(weights: Float64Array, { at, size }: Weighted): number {
  let sum = weights[weights.length - 1]!;
  for (let i = 0; i < size; i++) sum += weights[at[i]!]!;
  return 1 / (1 + Math.exp(-sum));
}

export function lineScore(weights: Float64Array, { at, values, size }: Weighted): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += weights[at[i]!]! * values[i]!;
  return sum;
}

/** 影像云平台项目中标结果公布: and not which. */
const PROMISES = /结果(?:公布|公告|公示|揭晓|出炉)$/u;

/** Whether the title says who or where, and what was done, and does not bait. */
export function tells(story: Story): boolean {
  if (story.parts.length === 0 || isLocalCircular(story)) return false;
  if (PROMISES.test(story.extraction.reading.document.title)) return false;
  let bits = 0;
  let length = 0;
  for (const part of story.parts) if (part.bait > 0) return false;
  // 数据不出院，课题照样做：嘉定上线…: the first half only paints.
  if (story.parts.length > 1 && (bitsOf(story, story.parts[0]!) & (PLACE | INSTITUTION | TERM | LAUNCH)) === 0)
    return false;
  for (let i = 0; i < story.title; i++) {
    bits |= story.bits[i]!;
    length += story.tokens[i]!.text.length;
  }
  if (length < 12) return false;
  if (bits & LAUNCH) return (bits & (PLACE | INSTITUTION | TERM)) !== 0;
  // 安和智慧共享中药房一季度接方19.6万张: who, with what, how much.
  return (bits & DIGIT) !== 0 && (bits & TERM) !== 0 && (bits & (PLACE | INSTITUTION)) !== 0;
}

function bitsOf(story: Story, part: { from: number; to: number }): number {
  let bits = 0;
  for (let i = part.from; i < part.to; i++) bits |= story.bits[i]!;
  return bits;
}
