/** Ranks lines: what share of an editor's line each is expected to hold, and what kind of line it is. */
import { type Line, MEETING, ORIGINS, PARTS, TITLE } from "./lines.ts";
import { ACTION, BACKGROUND, FORWARD, LAUNCH } from "./roles.ts";
import { HOSPITAL, INSTITUTION, PLACE, PRIMARY, type Story, TERM } from "./story.ts";
import { AROUND, FeatureTable, type Lexis } from "./weigh.ts";

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
const SECOND = f("second", 3);
const SECOND_PRECISION = f("second-precision");
const SECOND_TITLE = f("second-title");
const SECOND_SCORE = f("second-score");
const SECOND_AT = f("second-at", 4);
const SECOND_FLAGS = f("second-flag", 6);
const SECOND_UNIT = f("second-unit", 8);
const SECOND_FIGURES = f("second-figures", 2);
const PLACED = f("placed");
/** What stands around the first figure of the main and of the second part. */
const MAIN_AROUND = f("main-around", AROUND);
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

/** Features of a line, written over `out`. */
export function lineFeatures(lexis: Lexis, tells: boolean, line: Line, out: Float64Array): void {
  out.fill(0);
  const { story } = lexis;
  const { main, second } = line;
  const mainBits = main.bits;
  const secondLength = second ? 1 + second.length : 0;
  const length = main.length + secondLength;
  const sum = main.sum + (second ? second.sum : 0);
  out[OVERLAP] = line.overlap;
  out[PRECISION] = sum / length;
  out[MAIN_PRECISION] = main.sum / main.length;
  out[ORIGIN + line.origin] = 1;
  out[BAIT + Math.min(3, line.bait)] = 1;
  if (line.origin === TITLE) {
    out[TITLE_BAIT + Math.min(3, lexis.titleBait)] = 1;
    if (tells) out[TELLS] = 1;
  }
  out[BAITED + (line.origin <= 1 ? 0 : 4) + Math.min(3, lexis.titleBait)] = 1;
  if (lexis.titleBits & HOSPITAL)
    out[HOSPITAL_TITLE + (mainBits & HOSPITAL || line.named ? 0 : line.placed ? 1 : 2)] = 1;
  out[LENGTH + (length < 12 ? 0 : length < 17 ? 1 : length < 29 ? 2 : length < 35 ? 3 : 4)] = 1;
  if (mainBits & LAUNCH) out[LAUNCHES + (line.origin <= 1 ? 0 : 1)] = 1;
  const half = line.origin <= 1 ? 0 : 3;
  if (mainBits & TERM) {
    out[HAS + half] = 1;
    out[TERM_COUNT + Math.min(3, main.terms)] = 1;
  }
  if (mainBits & INSTITUTION) out[HAS + half + 1] = 1;
  if (mainBits & PLACE || line.placed) out[HAS + half + 2] = 1;
  if (mainBits & TERM && mainBits & LAUNCH) out[EVENT + (half > 0 ? 1 : 0)] = 1;
  if (mainBits & ACTION && !(mainBits & LAUNCH)) out[EVENT + (half > 0 ? 3 : 2)] = 1;
  if (main.figures > 0) out[MAIN_FIGURE + (line.origin <= 1 ? 0 : 1)] = 1;
  for (let i = 0; i < AROUND; i++) {
    if (line.origin > 1 && main.unit >= 0 && main.around & (1 << i)) out[MAIN_AROUND + i] = 1;
    if (second && second.unit >= 0 && second.around & (1 << i)) out[SECOND_AROUND + i] = 1;
  }
  const first = story.bits[main.tokens[0]!]!;
  if (line.origin === PARTS) {
    if (line.bait === 0 && mainBits & (PLACE | INSTITUTION) && mainBits & (LAUNCH | ACTION)) out[PART_TELLS] = 1;
    if (line.named) out[NAMED_PART] = 1;
  }
  if (first & PLACE && !(first & (PRIMARY | INSTITUTION))) out[FOREIGN + (line.origin <= 1 ? 0 : 1)] = 1;
  if (line.origin === MEETING && !lexis.titleMeets) out[MEETING_UNTOLD] = 1;
  if (line.placed) out[PLACED] = 1;
  if (first & PLACE || line.placed) out[OPENS] = 1;
  else if (first & INSTITUTION) out[OPENS + 1] = 1;
  else out[OPENS + 2] = 1;
  if (main.clause >= 0) {
    const clause = story.clauses[main.clause]!;
    out[CLAUSE_SCORE] = lexis.clauseScores[main.clause]!;
    if (clause.said) out[FLAGS] = 1;
    if (clause.bits & FORWARD) out[FLAGS + 1] = 1;
    if (clause.reported) out[FLAGS + 2] = 1;
  }
  if (second) {
    const clause = story.clauses[second.clause]!;
    const before = main.clause >= 0 ? story.clauses[main.clause]! : undefined;
    out[SECOND + (line.origin <= 1 ? 0 : line.origin >= 6 ? 1 : 2)] = 1;
    out[SECOND_SCORE] = lexis.clauseScores[second.clause]!;
    out[SECOND_PRECISION] = second.sum / secondLength;
    out[SECOND_TITLE] = second.inTitle / secondLength;
    const d = before ? second.clause - main.clause : 9;
    out[
      SECOND_AT +
        (d === 1 ? 0 : before?.sentence === clause.sentence ? 1 : before?.paragraph === clause.paragraph ? 2 : 3)
    ] = 1;
    if (d < 0) out[SECOND_FLAGS] = 1;
    if (clause.bits & LAUNCH) out[SECOND_FLAGS + 1] = 1;
    if (clause.bits & BACKGROUND) out[SECOND_FLAGS + 2] = 1;
    if (clause.bits & FORWARD) out[SECOND_FLAGS + 3] = 1;
    if (clause.said) out[SECOND_FLAGS + 4] = 1;
    if (clause.bits & TERM) out[SECOND_TERM] = 1;
    else out[SECOND_TERM + 1] = 1;
    const text = story.tokens[second.tokens[0]!]!.text;
    if (text === "累计" || text === "首批") out[SECOND_FLAGS + 5] = 1;
    out[SECOND_UNIT + (second.unit < 0 ? 7 : second.unit)] = 1;
    if (line.origin === MEETING) out[MEETING_SECOND + (clause.bits & LAUNCH ? 0 : 1)] = 1;
    const more = second.figures;
    if (more > 1) out[SECOND_FIGURES + (more > 2 ? 1 : 0)] = 1;
  }
}

export function lineScore(weights: Float64Array, features: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}

/** Whether the title says who or where, and what was done, and does not bait. */
export function tells(story: Story): boolean {
  if (story.parts.length === 0) return false;
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
  return length >= 12 && (bits & LAUNCH) !== 0 && (bits & (PLACE | INSTITUTION | TERM)) !== 0;
}

function bitsOf(story: Story, part: { from: number; to: number }): number {
  let bits = 0;
  for (let i = part.from; i < part.to; i++) bits |= story.bits[i]!;
  return bits;
}
