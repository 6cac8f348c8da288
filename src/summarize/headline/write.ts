/** The directory line. */
import type { Extraction } from "../../core/types.ts";
import { leadHospital } from "./actors.ts";
import { agree } from "./agree.ts";
import { clauseLines } from "./clause-lines.ts";
import { circularLine, documentLine } from "./document-line.ts";
import { leadLine } from "./lead.ts";
import { type Line, LineMaker, OUTCOME, textOf } from "./lines.ts";
import { meetingLine } from "./meeting-line.ts";
import type { HeadlineModel } from "./model.ts";
import { placeName, shortOffices } from "./names.ts";
import { outcomeLines } from "./outcome-lines.ts";
import { faultOf, lineFeatures, lineScore, tells, Weighted } from "./rank.ts";
import type { Roles } from "./roles.ts";
import { makeRoom } from "./room.ts";
import { secondParts } from "./second-parts.ts";
import { INSTITUTION, PLACE, readStory, type Story } from "./story.ts";
import { titleLines } from "./title-lines.ts";
import { Emitted, type Lexis, readLexis, scoreClauses, titleWords, weighWords } from "./weigh.ts";

const emitted = new Emitted();

/** Weighs the clauses and words of a story. */
export function weighStory(story: Story, inTitle: Uint8Array, model: HeadlineModel): Lexis {
  const lexis = readLexis(story, inTitle, scoreClauses(story, inTitle, model, emitted));
  weighWords(lexis, model.words, emitted);
  return lexis;
}

/** With fewer lines of the clauses on the topic, the system may have no name that is known: the others are tried too. */
const FEW = 4;

/** A line expected to share less with an editor's. */
const POOR = 0.09;

/** What a line loses by a fault, in shares of overlap. */
const FAULTY = 0.1;

/** All lines of an article. */
export function linesOf(lexis: Lexis, max: number): Line[] {
  const maker = new LineMaker(lexis, max);
  const hospital = leadHospital(maker);
  maker.hospital = hospital.tokens;
  titleLines(maker, hospital);
  const before = maker.lines.length;
  clauseLines(maker, hospital, false);
  if (maker.lines.length - before < FEW) clauseLines(maker, hospital, true);
  documentLine(maker);
  circularLine(maker);
  meetingLine(maker);
  outcomeLines(maker, hospital);
  maker.keep(24);
  secondParts(maker, 8);
  return maker.lines;
}

const weighted = new Weighted();
/** News is read to 2,500 characters; what has a longer title gets a room of its own. */
const room = makeRoom(3000);

/** A column's name before a headline: 【代表委员履职故事】, 【新春走基层】; what ends as a place or an office does may be its subject. */
const COLUMN = /^【[^】\s]{2,16}(?<![省市县区州旗院委局厅府部])】\s*(?=[^\s【】]{6})/u;
const withoutColumn = (line: string): string => line.replace(COLUMN, "");

/** 阆中：老街坊的“健康管家”. */
function placed(story: Story, title: string, max: number): string {
  for (let i = 0; i < story.title; i++) if (story.bits[i]! & (PLACE | INSTITUTION)) return title;
  const place = placeName(story.extraction);
  return place === "" || title.includes("：") || place.length + 1 + title.length > max ? title : `${place}：${title}`;
}

/** The best line of at most `max` characters; a title that already tells the event stays as it is. */
export function headlineOf(extraction: Extraction, roles: Roles, model: HeadlineModel, max: number): string {
  const story = readStory(extraction, roles, room);
  const title = withoutColumn(extraction.reading.document.title);
  if (title.trim() === "") return leadLine(weighStory(story, titleWords(story), model), max);
  const told = tells(story);
  if (told && title.length <= max) return title;
  const lexis = weighStory(story, titleWords(story), model);
  const all = linesOf(lexis, max);
  // Where something came of it, that is the news.
  const outcomes = all.filter((l) => l.origin === OUTCOME);
  const lines = outcomes.length > 0 ? outcomes : all;
  if (lines.length === 0) return [...title].slice(0, max).join("");
  const scores = new Float64Array(lines.length);
  const faults = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    lineFeatures(lexis, told, lines[i]!, weighted);
    faults[i] = FAULTY * faultOf(model.faults, weighted);
    scores[i] = lineScore(model.lines, weighted) - faults[i]!;
  }
  const best = agree(story, lines, scores);
  // Where nothing is told well, a plain title says at least what the article says, behind the place that it leaves out.
  if (outcomes.length === 0 && scores[best]! + faults[best]! < POOR && title.length <= max && !/[？?！!]/.test(title))
    return placed(story, title, max);
  return withoutColumn(shortOffices(textOf(story, lines[best]!)));
}
