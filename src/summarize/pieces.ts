/** The forms in which a clause may be written: stretches of the text, and what has been cut from between them. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";

/** Brackets that only explain: （以下简称《方案》）, （下称规范）, （藏语：谢谢）. */
const ASIDE = /[（(](?:以下|下称|下同|简称|又称|即|详见|见图|记者|[\p{sc=Han}]{1,3}：)[^）)]{0,60}[）)]/gu;
/** Time words that say nothing once the reader knows the week: 国家卫健委日前印发 → 国家卫健委印发. */
const IDLE = /(?:日前|近日|近期|昨日|昨天|此前|目前|正式|昨|于近日)(?=[\p{sc=Han}])/gu;

/** The clause from its core on, asides off. */
export function clausePieces(text: string, clause: Clause): Span[] {
  const cuts: Span[] = [];
  const body = text.slice(clause.core, clause.end);
  for (const m of body.matchAll(ASIDE)) cuts.push({ start: m.index, end: m.index + m[0].length });
  const pieces: Span[] = [];
  let at = clause.core;
  for (const cut of cuts) {
    if (clause.core + cut.start > at) pieces.push({ start: at, end: clause.core + cut.start });
    at = clause.core + cut.end;
  }
  if (at < clause.end) pieces.push({ start: at, end: clause.end });
  return pieces;
}

export const piecesLength = (pieces: readonly Span[]): number => pieces.reduce((sum, p) => sum + p.end - p.start, 0);
export const IDLE_TIME: RegExp = IDLE;
