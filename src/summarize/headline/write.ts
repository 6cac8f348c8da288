/** The directory line. */
import type { Extraction } from "../../core/types.ts";
import { agree } from "./agree.ts";
import { leadLine } from "./lead.ts";
import { type Line, LineMaker, textOf } from "./lines.ts";
import type { HeadlineModel } from "./model.ts";
import { shortOffices } from "./names.ts";
import { LINE_FEATURES, lineFeatures, lineScore, tells } from "./rank.ts";
import type { Roles } from "./roles.ts";
import { readStory, type Story } from "./story.ts";
import { Emitted, type Lexis, readLexis, scoreClauses, titleWords, weighWords } from "./weigh.ts";

const emitted = new Emitted();

/** Weighs the clauses and words of a story. */
export function weighStory(story: Story, inTitle: Uint8Array, model: HeadlineModel): Lexis {
  const lexis = readLexis(story, inTitle, scoreClauses(story, inTitle, model.clauses, emitted));
  weighWords(lexis, model.words, model.lexicon, emitted);
  return lexis;
}

/** All lines of an article. */
export function linesOf(lexis: Lexis, max: number): Line[] {
  const maker = new LineMaker(lexis, max);
  maker.title();
  maker.clauses();
  maker.issued();
  maker.meeting();
  maker.keep(24);
  maker.seconds(8);
  return maker.lines;
}

const row = new Float64Array(LINE_FEATURES.names.length);

/** The best line of at most `max` characters; a title that already tells the event stays as it is. */
export function headlineOf(extraction: Extraction, roles: Roles, model: HeadlineModel, max: number): string {
  const story = readStory(extraction, roles);
  const { title } = extraction.reading.document;
  if (title.trim() === "") return leadLine(story, max);
  const told = tells(story);
  if (told && title.length <= max) return title;
  const lexis = weighStory(story, titleWords(story), model);
  const lines = linesOf(lexis, max);
  if (lines.length === 0) return [...title].slice(0, max).join("");
  const scores = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    lineFeatures(lexis, told, lines[i]!, row);
    scores[i] = lineScore(model.lines, row);
  }
  return shortOffices(textOf(story, lines[agree(story, lines, scores)]!.tokens));
}
