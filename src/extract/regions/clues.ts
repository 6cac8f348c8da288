/** What title and text say of where the event happens: every place and every seat, with where it stands and how. */
import type { Reading } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import type { RegionFindings } from "./index.ts";
import { type Seat, type SeatedMention, seatOf } from "./seats.ts";
import { endsWith, FROM_AFTER, FROM_BEFORE, LEADS_TO, SPEAKS, startsWith } from "./words.ts";

/** Parts of an article by how much they say of its event. */
export const TITLE = 0;
export const LEAD = 1;
export const BODY = 2;

/** Characters from the start of the body that count as the lead. */
export const LEAD_CHARS = 120;

/** Characters from the start of the body in which a dateline stands. */
const DATELINE_CHARS = 20;

/** 新华社北京9月9日电, 光明网北京讯: what follows the place of a dateline. */
const DATELINE = /^(?:\d{1,2}月\d{1,2}日)?(?:电|讯|消息)/;

/** Characters after the place or the institution that a text opens with, in which it is said to speak. */
const SPEAKER_CHARS = 24;

export interface Clue {
  /** The division's number in the gazetteer. */
  readonly division: number;
  readonly part: typeof TITLE | typeof LEAD | typeof BODY;
  readonly start: number;
  readonly end: number;
  /** The institution's seat that it is; null for a place. */
  readonly seat: Seat | null;
  /** Named only as where somebody comes from (上海医生, 来自江苏) or as one of several (京津冀). */
  readonly passing: boolean;
  /** Stands in the dateline: the desk's city, which the event need not fill (本报松原12月21日讯). */
  readonly dated: boolean;
  /** The title speaks of it; or the title speaks of no place and the text opens with it as one who speaks. */
  readonly heads: boolean;
  /** How much it says, in the order of 0.1 (one more time in the body) to 9 (where the title says it is). */
  readonly weight: number;
}

/** Whether it says all: a place or a hospital's seat, not a company's. */
export const isFirm = (clue: Clue): boolean => clue.seat === null || clue.seat.weight === 1;

const PLACE_WEIGHTS = [5, 2.5, 0.8] as const;
const SEAT_WEIGHTS = [4, 1.5, 0.4] as const;
/** What the first place of the title has more: 上海医疗队驰援武汉 is news of Shanghai. */
const FIRST = 2;
/** What a place or hospital has more after 走进 or 在, in the title and below. */
const SCENE = [2, 1.5] as const;
/** One division in one kind of clue weighs no more than this, but for places of the title. */
const ENOUGH = 4;
/** What a further mention weighs then. */
const FURTHER = 0.1;

/** Clues by part, then by start. `source`: the code of the source's own place. */
export function readClues(
  findings: RegionFindings,
  institutions: readonly SeatedMention[],
  reading: Reading,
  source: string | null,
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon,
): Clue[] {
  const found: Clue[] = [];
  const near: string[] = [];
  for (const { code, mentions } of findings.regions) {
    near.push(code);
    const division = gazetteer.indexOf(code);
    for (const { field, start, end } of mentions) {
      const text = field === "title" ? reading.title.text : reading.text.text;
      const part = field === "title" ? TITLE : start < LEAD_CHARS ? LEAD : BODY;
      const dated = part === LEAD && end <= DATELINE_CHARS && DATELINE.test(text.slice(end, end + 8));
      // A desk in Beijing is no event's place.
      if (dated && code === "110000") continue;
      const passing = startsWith(text, end, FROM_AFTER) > 0 || endsWith(text, start, FROM_BEFORE);
      found.push({ division, part, start, end, seat: null, passing, dated, heads: false, weight: 0 });
    }
  }
  for (const code of findings.titleHints ?? [])
    found.push({
      division: gazetteer.indexOf(code),
      part: TITLE,
      start: reading.title.text.length,
      end: reading.title.text.length,
      seat: null,
      passing: false,
      dated: false,
      heads: false,
      weight: 0,
    });
  if (source !== null) near.push(source);
  for (const mention of institutions) {
    const seat = seatOf(mention, near, gazetteer, lexicon);
    if (seat === null) continue;
    const { start, end } = mention;
    if (mention.field === "text" && isAddressee(reading.text.text, start)) continue;
    const part = mention.field === "title" ? TITLE : start < LEAD_CHARS ? LEAD : BODY;
    const division = gazetteer.indexOf(seat.code);
    found.push({ division, part, start, end, seat, passing: false, dated: false, heads: false, weight: seat.weight });
  }
  // 格尔木医生 in the title come from nowhere where the lead has a hospital of 格尔木 and the title no other place.
  const titled = found.filter((c) => c.part === TITLE && c.seat === null);
  const own = titled[0];
  if (own?.passing && titled.length === 1 && found.some((c) => isHome(c, own, gazetteer)))
    found[found.indexOf(own)] = { ...own, passing: false };
  found.sort((a, b) => a.part - b.part || a.start - b.start || a.division - b.division);
  return weigh(found, reading);
}

/** The provinces to which a circular goes; one of them that is named besides tells nothing: 各省、自治区、直辖市及新疆生产建设兵团. */
const ADDRESSED = /自治区、直辖市[^。；：]{0,14}[、，及和与]$/;
/** Characters in which they stand. */
const ADDRESSED_CHARS = 24;

/** Whether an institution stands behind all the provinces, as one more to whom a circular goes. */
const isAddressee = (text: string, start: number): boolean =>
  ADDRESSED.test(text.slice(Math.max(0, start - ADDRESSED_CHARS), start));

/** Whether a clue is a hospital's or an office's of the very county that `own` names, in the lead. */
const isHome = (clue: Clue, own: Clue, gazetteer: Gazetteer): boolean =>
  clue.part === LEAD &&
  clue.seat?.printed === true &&
  clue.division === own.division &&
  gazetteer.isCounty(own.division);

/** Gives the clues their weights, in the order of the text. */
function weigh(clues: readonly Clue[], reading: Reading): Clue[] {
  const told = new Map<number, number>();
  let first = true;
  let silent = true;
  return clues.map((clue, i) => {
    const { part, start, division } = clue;
    const text = part === TITLE ? reading.title.text : reading.text.text;
    const shared = clue.seat === null && (shares(clues[i - 1], clue) || shares(clues[i + 1], clue));
    const passing = clue.passing || shared;
    const scene = endsWith(text, start, LEADS_TO);
    let weight: number;
    if (clue.seat === null) {
      weight = PLACE_WEIGHTS[part];
      if (part === TITLE && !passing && first) {
        weight += FIRST;
        first = false;
      }
      if (scene) weight += SCENE[part === TITLE ? 0 : 1];
      if (passing) weight *= 0.3;
    } else {
      weight = clue.weight * (SEAT_WEIGHTS[part] + (scene && part !== TITLE ? 1 : 0));
    }
    const kind = 2 * division + (clue.seat === null ? 0 : 1);
    const before = told.get(kind) ?? 0;
    if (before >= ENOUGH && (clue.seat !== null || part !== TITLE))
      weight = clue.seat === null ? Math.min(weight, FURTHER) : 0;
    told.set(kind, before + weight);
    const heads = part === TITLE ? !passing && isFirm(clue) : silent && opensSpeaking(clue, text);
    if (heads) silent = false;
    return { ...clue, passing, heads, weight };
  });
}

/** Whether two places are members of one area word: 京津冀. */
const shares = (a: Clue | undefined, b: Clue): boolean =>
  a !== undefined && a.part === b.part && a.start === b.start && a.seat === null && a.end > a.start;

/** Whether the text opens with a clue's authority, which says all that follows: 文山州疾控中心提示： */
function opensSpeaking({ part, start, end }: Clue, text: string): boolean {
  if (part !== LEAD || start > 0) return false;
  const colon = text.indexOf("：", end);
  return colon >= 0 && colon - end <= SPEAKER_CHARS && endsWith(text, colon, SPEAKS);
}
