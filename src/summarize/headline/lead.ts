/** The line of a report without a title: the clause of its first sentences that tells it best. */
import { POINTING } from "./clause-lines.ts";
import { BOOK, BRACKET, LISTED, QUOTE, UNBOOK, UNBRACKET, UNQUOTE } from "./marks.ts";
import { COMMENT, CONDITIONAL, DEPENDENT, DROPPED, FORWARD, LAUNCH, LINKED } from "./roles.ts";
import { range, rowText, Stamps } from "./row.ts";
import { ADVERB, type Clause, PREPOSITION, type Story, VERB } from "./story.ts";
import { hangs, pointsBack, predicates, trims } from "./trims.ts";
import type { Lexis } from "./weigh.ts";

/** So many clauses are looked at. */
const CLAUSES = 8;
const LEAST = 6;
/** A usual line of news, in characters. */
const USUAL = 20;

/** A line that could stand, and what it shows; {@link LEAD_FEATURES} names the numbers. */
export interface Lead {
  readonly text: string;
  readonly features: readonly number[];
}

/** Each with its weight: a ridge regression of ROUGE-L on briefs of xinwen lianbo (scripts/train/lead.ts). */
export const LEAD_FEATURES = {
  overlap: 0.248,
  likely: 0.206,
  repeated: 0.378,
  laterSentence: -0.236,
  thirdSentence: -0.01,
  laterClause: -0.017,
  twoClauses: -0.031,
  introduces: -0.17,
  opensWithPreposition: -0.031,
  opensWithVerb: -0.044,
  from10: 0.054,
  from14: 0.056,
  from18: 0.023,
  launches: 0.046,
};
const WEIGHTS: readonly number[] = Object.values(LEAD_FEATURES);

/** Whether a headline can tell the clause: it is no question, no condition, and not told as done where it is planned. */
const isTold = (c: Clause): boolean =>
  !c.speech &&
  c.mark !== "？" &&
  c.mark !== "“" &&
  !(c.bits & (CONDITIONAL | COMMENT)) &&
  (!c.planned || (c.bits & FORWARD) !== 0);

/** Whether a line can open with the clause: its subject stands in it, and it answers nothing said before. */
function opens({ bits, classes, tokens }: Story, c: Clause): boolean {
  const k = classes[c.core]!;
  if (bits[c.core]! & (DEPENDENT | LINKED) || POINTING.test(tokens[c.core]!.text)) return false;
  return c.order === 0 || !(k === VERB || k === PREPOSITION || k === ADVERB);
}

/** Lines of the first clauses, alone and with the next of their sentence. */
export function leadsOf(lexis: Lexis, max: number): Lead[] {
  const { story } = lexis;
  const { clauses } = story;
  const stamps = new Stamps(story.room.stamps);
  const leads: Lead[] = [];
  const add = (clause: Clause, rows: readonly (readonly number[])[], text: string): void => {
    if (text.length < LEAST || text.length > max || !predicates(story, rows[0]!)) return;
    leads.push({ text, features: featuresOf(lexis, stamps, clause, rows, text.length) });
  };
  for (let i = 0; i < clauses.length && i < CLAUSES; i++) {
    const clause = clauses[i]!;
    if (!isTold(clause) || !opens(story, clause)) continue;
    const rows = trims(story, clause, clause.core, true).filter((r) => stands(story, r));
    for (const row of rows) add(clause, [row], rowText(story, row));
    const next = clauses[i + 1];
    if (!next || next.sentence !== clause.sentence || !isTold(next)) continue;
    const head = rows[0];
    const behind = trims(story, next, next.core, false)[0]!;
    if (head && stands(story, behind))
      add(clause, [head, behind], `${rowText(story, head)}${clause.mark || "，"}${rowText(story, behind)}`);
  }
  return leads;
}

const stands = (story: Story, row: readonly number[]): boolean =>
  row.length > 0 && !hangs(story, row) && !pointsBack(story, row);

function featuresOf(
  lexis: Lexis,
  stamps: Stamps,
  clause: Clause,
  rows: readonly (readonly number[])[],
  length: number,
): readonly number[] {
  const { story, p, count } = lexis;
  const { ids, lengths, classes } = story;
  let once = 0;
  let words = 0;
  let repeated = 0;
  stamps.clear();
  for (const row of rows)
    for (const t of row) {
      const id = ids[t]!;
      if (id < 0) continue;
      if (lengths[t]! > 1) {
        words += lengths[t]!;
        if (count[id]! > 1) repeated += lengths[t]!;
      }
      if (stamps.add(id)) once += p[id]! * lengths[t]!;
    }
  const first = classes[rows[0]![0]!];
  return [
    (2 * once) / (length + USUAL),
    once / length,
    words === 0 ? 0 : repeated / words,
    clause.sentence >= 1,
    clause.sentence >= 2,
    clause.order >= 1,
    rows.length > 1,
    clause.mark === "：",
    first === PREPOSITION,
    first === VERB,
    length >= 10,
    length >= 14,
    length >= 18,
    (clause.bits & LAUNCH) !== 0,
  ].map(Number);
}

/** The best line of at most `max` characters; the text's first words where no clause can stand. */
export function leadLine(lexis: Lexis, max: number): string {
  let best: string | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const { text, features } of leadsOf(lexis, max)) {
    let score = 0;
    for (let i = 0; i < WEIGHTS.length; i++) score += WEIGHTS[i]! * features[i]!;
    if (score > most) [most, best] = [score, text];
  }
  return best ?? firstWords(lexis.story, max);
}

/** A line of so many characters takes no further clause: measured on briefs of news between 8 and 40. */
const ENOUGH = 16;

/** The first clauses that nobody speaks, without openers, dates and 已: whole words up to `max` characters. */
function firstWords(story: Story, max: number): string {
  const { clauses, tokens, bits, lengths, marks } = story;
  const says = (c: Clause): boolean => !c.speech && c.to - c.core > 2 && c.mark !== "：";
  const first =
    clauses.find((c) => says(c) && predicates(story, range(c.core, c.to))) ?? clauses.find(says) ?? clauses[0];
  if (!first) return [...story.extraction.reading.document.text].slice(0, max).join("");
  let line = "";
  /** Where the line can end: behind a word, with no mark open. */
  let whole = 0;
  let open = 0;
  for (let i = first.index; i < clauses.length && clauses[i]!.sentence === first.sentence; i++) {
    const clause = clauses[i]!;
    if (line !== "") {
      const mark = clauses[i - 1]!.mark || "，";
      if (line.length >= ENOUGH || line.length + mark.length + rowLength(story, clause) > max) break;
      line += mark;
    }
    for (let t = clause.core; t < clause.to && line.length + lengths[t]! <= max; t++) {
      if (bits[t]! & DROPPED) continue;
      line += tokens[t]!.text;
      const mark = marks[t]!;
      if (mark === QUOTE || mark === BOOK || mark === BRACKET) open++;
      else if (mark === UNQUOTE || mark === UNBOOK || mark === UNBRACKET) open--;
      if (open <= 0 && mark !== LISTED) whole = line.length;
    }
  }
  return whole > 0 ? line.slice(0, whole) : [...line].slice(0, max).join("");
}

function rowLength({ bits, lengths }: Story, clause: Clause): number {
  let n = 0;
  for (let t = clause.core; t < clause.to; t++) if (!(bits[t]! & DROPPED)) n += lengths[t]!;
  return n;
}
