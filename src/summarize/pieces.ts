/** The stretches of text that a clause is written with: asides cut, 我市 and its like named. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { leadHospital, OUR_HOSPITAL, placeOf, publisher, resolveHead } from "./resolve.ts";
import { KIND } from "./words.ts";

/** Brackets that only explain: （以下简称《方案》）, （下称规范）, （藏语：谢谢）. */
const ASIDE = /[（(](?:以下|下称|下同|简称|又称|即|详见|见图|记者|[\p{sc=Han}]{1,3}：)[^）)]{0,60}[）)]/gu;
const SELF =
  /[我该][市县省区州院镇]|本[市县省区州院报]|(?<!自)我(?:站|所(?![在有需属能谓测])|局(?!限)|委(?![托屈员])|中心)/gu;
/** 公司为此组建团队: what it points to may be left out. */
const THEREFORE = /(?:为|对|因|据)此(?=[\p{sc=Han}])/gu;
const [WO, BEN, GAI, ZHE, CI] = ["我", "本", "该", "这", "此"].map((c) => c.charCodeAt(0));
/** 这辆, 该: what points to a name that follows. */
const POINTING = /^[这该](?:一?[项套个款间辆台座批种家张份条部支场])?/u;
const NONE: readonly Span[] = [];
/** Particles that end what one calls out. */
export const CHATS = "啦喽咯";

/** The clause from its core on; empty where it speaks of 我市 and no name stands in the text. */
export function clausePieces(draft: Draft, clause: Clause): readonly Span[] {
  const { text } = draft.prose;
  const { core: start } = clause;
  // 正式上线啦: a post's tone, not the bulletin's.
  const end = CHATS.includes(text[clause.end - 1]!) ? clause.end - 1 : clause.end;
  let asides = false;
  let self = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xff08 || unit === 0x28) asides = true;
    else if (unit === CI) asides = true;
    else if (unit === WO || unit === BEN || unit === GAI) self = true;
  }
  const from = Math.max(pointingEnd(draft, clause), hostEnd(draft, clause));
  if (!asides && !self) return [{ start: from, end }];
  const cuts: { start: number; end: number; name: Span | null }[] = [];
  if (from > start) cuts.push({ start, end: from, name: null });
  const body = text.slice(start, end);
  for (const m of body.matchAll(ASIDE))
    cuts.push({ start: start + m.index, end: start + m.index + m[0].length, name: null });
  for (const m of body.matchAll(THEREFORE))
    cuts.push({ start: start + m.index, end: start + m.index + m[0].length, name: null });
  if (self)
    for (const m of body.matchAll(SELF)) {
      let { name } = draft.seat;
      if (m[0].startsWith("该")) {
        // At the head it is named only where the summary has not just said it.
        if (m.index === 0) continue;
        if (m[0] === "该院") name = leadHospital(draft, start + m.index);
        else if (!m[0].endsWith(draft.seat.level)) continue;
        if (!name) continue;
      } else {
        const ours = OUR_HOSPITAL.has(m[0]);
        // 日本院校, 基本院感数据
        if (ours && !isWord(draft, start + m.index, start + m.index + 2)) continue;
        // At the head it is named only where the summary has not just said it.
        if (ours && m.index === 0 && resolveHead(draft, clause)) continue;
        // 我省 in a city's report is not the city.
        if (ours) name = publisher(draft);
        else name = /[报镇]$/.test(m[0]) ? null : placeOf(draft.seat, m[0].slice(1));
        if (!name) return NONE;
      }
      cuts.push({ start: start + m.index, end: start + m.index + m[0].length, name });
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

/** Whether words begin and end there. */
function isWord({ prose: { tokens } }: Draft, start: number, end: number): boolean {
  const first = tokens.findIndex((t) => t.start === start);
  return first >= 0 && (tokens[first]!.end === end || tokens[first + 1]?.end === end);
}

/** Who holds a meeting, before its name: 甲、乙主办的|2023…大会在昆明举行. */
const HOST =
  /^[^，]{4,80}(?:主办|承办|协办|指导|组织)的(?=[^，的]{6,34}(?:会议?|论坛|大赛|演练)[^，]{0,12}(?:在|于)[^，]{2,20}(?:举行|召开|举办|开幕))/u;

/** Where a clause begins once those who hold the meeting are off. */
function hostEnd({ prose: { text } }: Draft, { bits, core, end }: Clause): number {
  if ((bits & KIND.launch) === 0 || end - core < 24) return core;
  return core + (HOST.exec(text.slice(core, end))?.[0].length ?? 0);
}

/** Where a clause begins once 这辆 or 该 before a name is off: 这辆5G巡诊车今年上路 → 5G巡诊车今年上路. */
function pointingEnd(draft: Draft, { core, index }: Clause): number {
  const { text } = draft.prose;
  const unit = text.charCodeAt(core);
  if (unit !== ZHE && unit !== GAI) return core;
  const at = core + (POINTING.exec(text.slice(core, core + 4))?.[0].length ?? 0);
  for (const f of draft.factsOf[index]!) {
    const { kind, start, end } = draft.facts[f]!;
    if (start === at && end - start >= 5 && (kind === "term" || kind === "quoted")) return at;
  }
  return core;
}
