/** The stretches of text that a clause is written with: asides cut, 我市 and its like named. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";

/** Brackets that only explain: （以下简称《方案》）, （下称规范）, （藏语：谢谢）. */
const ASIDE = /[（(](?:以下|下称|下同|简称|又称|即|详见|见图|记者|[\p{sc=Han}]{1,3}：)[^）)]{0,60}[）)]/gu;
const SELF = /我[市县省区州院镇]|本[市县省区州院报]/gu;
const [WO, BEN] = ["我", "本"].map((c) => c.charCodeAt(0));
const NONE: readonly Span[] = [];

/** The clause from its core on; empty where it speaks of 我市 and no name stands in the text. */
export function clausePieces(draft: Draft, clause: Clause): readonly Span[] {
  const { text } = draft.prose;
  const { core: start, end } = clause;
  let asides = false;
  let self = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff08 || unit === 0x28) asides = true;
    else if (unit === WO || unit === BEN) self = true;
  }
  if (!asides && !self) return [{ start, end }];
  const cuts: { start: number; end: number; name: Span | null }[] = [];
  const body = text.slice(start, end);
  for (const m of body.matchAll(ASIDE))
    cuts.push({ start: start + m.index, end: start + m.index + m[0].length, name: null });
  if (self)
    for (const m of body.matchAll(SELF)) {
      if (/[院报镇]$/.test(m[0]) || !draft.seat.name) return NONE;
      cuts.push({ start: start + m.index, end: start + m.index + m[0].length, name: draft.seat.name });
    }
  cuts.sort((a, b) => a.start - b.start);
  const pieces: Span[] = [];
  let at = start;
  for (const cut of cuts) {
    if (cut.start < at) continue;
    if (cut.start > at) pieces.push({ start: at, end: cut.start });
    if (cut.name) pieces.push(cut.name);
    at = cut.end;
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}
