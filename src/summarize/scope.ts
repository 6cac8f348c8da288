/** What limits a clause from before it in its sentence: its time (截至5月底, 示范区建设之初), its place, its topic. */

import { wordSet } from "../text/word-set.ts";
import type { Clause, Prose } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { ONCE_WAS } from "./read-clause.ts";
import { leadHospital } from "./resolve.ts";

/** A time that holds for all that follows it in its sentence. */
const TIME =
  /^(?:[到至自从]?(?:20)?\d{2,4}年|[到至自从][今去明]年|[今去明前]年|[上下]半年|年内|过去|近[\d一二三四五六七八九十几两半]|[一二三四五六七八九十几两\d]+(?:年|个月|天|日|周)|前|百日|\d{1,2}月)|(?:以来|之初|期间|年来|月来|天来|[前底末]|[年月天日][内里])$/u;
/** The month or year in which something happened: it holds for what it leads in, and not surely for what follows. */
const MOMENT = /^(?:自|从)?(?:(?:19|20)\d\d年(?:\d{1,2}月)?|[去前]年|[去前]年[底初末])(?:[初末底]|起)?$/u;
/** The day of an event and the day of a count, which a summary may leave out. */
const POINT =
  /^(?:自|从)?(?:今年|(?:[今去]年)?\d{1,2}月)起?$|^(?:截至|截止|如今|目前|其中)|方面$|论坛上?|大会上?|[外说]$|^(?:[今去]年)?(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|上旬|中旬|下旬)(?:[上下]午|[早晚]上?|凌晨|至\d.*)?$|^(?:当[天日晚]|[今昨][天日])/u;
const PLACE = /^(?:在|从|对|除|对于|包括)(?!.{0,3}此)(?!.*(?:作出|进行|提出))/u;
/** 已在该院5个科室试用, 在两省的234家医院试用半年. */
const TRIAL = /(?:试用|试点|试运行)(?:[半一二两三四五六七八九十\d]+个?多?[年月周天])?$/u;
/** 一期试运行十个月. */
const RUN = /试(?:运行|用|点).{0,4}(?:[天周年]|个多?月)$/u;
/** Some of many who did something before. */
const TRIED = /\d[余多]?[个家所名].{0,4}(?:医院|机构|单位|企业|学校|医生|患者|市县?|[省市县区]).{0,8}(?:[后中]|以来)$/u;
/** The point of a list: 三是限时有效; and a number that says of itself only how large it is. */
const POINT_OF_LIST = /^[一二三四五六七八九十]是.{2,8}$/u;
const NUMBER_ONLY = /(?:分别|一律)?[为是]\d/u;
/** By what means, for what, in whose name: the clause says the same without it. */
const MEANS =
  /^(?:依托|利用|通过|借助|按(?!照?计划)照?|根据|依据|围绕|结合|凭借?|基于|依照|以|为|针对|随着|由于|因|鉴于|面[向对]|作为|经|不|同|此|这|那|据|用|把|将)/u;
/** What the time of a clause's own is. */
const OWN_TIME = /^(?:[今去明前]年|20\d\d年|截至|[上下]半年|\d{1,2}月|目前|如今|年[内底末]|前\d)/u;

/** 开通时4个科室，如今，…. */
const NOW: ReadonlySet<string> = wordSet("如今 现今 现在");

const NONE = 0;
const NEXT = 1;
/** Up to the next semicolon. */
const PART = 2;
const SENTENCE = 3;

/** How far what `clause` says limits the clauses behind it. */
function reachOf(prose: Prose, clause: Clause): number {
  const { text } = prose;
  if (clause.mark === "。" || clause.mark === "；") return NONE;
  if (clause.kind !== "phrase" && clause.end - clause.core < 14 && RUN.test(text.slice(clause.core, clause.end)))
    return SENTENCE;
  // 三省的412家医院部署后: what follows was counted there.
  if (clause.needsNext && TRIED.test(text.slice(clause.core, clause.end))) return PART;
  if (
    clause.kind !== "phrase" &&
    clause.kind !== "speech" &&
    TRIAL.test(text.slice(Math.max(clause.core, clause.end - 8), clause.end))
  ) {
    const said = text.slice(clause.core, clause.end);
    const where = said.indexOf("在");
    if (where >= 0 && /\d/.test(said.slice(where))) return PART;
  }
  if (clause.kind !== "phrase" && !(clause.kind !== "speech" && clause.needsNext && clause.end - clause.core < 16))
    return NONE;
  const said = text.slice(clause.core, clause.end);
  if (NOW.has(said) && ONCE_WAS.test(text.slice(prose.sentences[clause.sentence]!.start, clause.start))) return NEXT;
  if (POINT.test(said)) return NONE;
  if (MOMENT.test(said)) return NEXT;
  if (TIME.test(said)) return SENTENCE;
  if (clause.kind !== "phrase" || MEANS.test(said)) return NONE;
  if (PLACE.test(said)) return PART;
  return said.includes("的") || said.endsWith("地区") ? NEXT : NONE;
}

/** By clause: the index of the clause of its sentence without which it would say more than the source; -1 where none. */
export function scopesOf(draft: Draft): Int32Array {
  const { prose } = draft;
  const { clauses, text } = prose;
  const out = new Int32Array(clauses.length).fill(-1);
  let time = -1;
  let place = -1;
  let plan = -1;
  let demand = -1;
  /** The last paragraph that opens on one institution of several. */
  let local = -2;
  let hidden = -1;
  /** What was tried in a part of the place, and in which sentence and paragraph. */
  let pilot = -1;
  let trialled = -1;
  let paragraph = -1;
  for (const c of clauses) {
    const i = c.index;
    const here = prose.sentences[c.sentence]!.paragraph;
    if (c.order === 0) hidden = -1;
    if (c.order === 0) time = place = plan = demand = -1;
    else if (c.previous >= 0 && clauses[c.previous]!.mark === "；") place = -1;
    // 按市卫健委要求，…，记者看到，社区留到30%: seen, not demanded.
    if (SEEN.test(text.slice(c.start, c.end))) demand = -1;
    if (c.kind === "filler") continue;
    // 大田县医院是试点。该院主任说，检查率降了: the rate of that hospital alone, which is not named.
    if (here - local < 2 && (c.kind === "speech" || c.mark === "：") && SPEAKER.test(text.slice(c.start, c.end)))
      hidden = i;
    // 据南海区人民医院测算，门诊停留时间少41分钟: there, not in the city.
    if (c.kind === "speech" && MEASURED.test(text.slice(c.start, c.end)) && fromOneHouse(draft, c)) hidden = i;
    if (c.kind === "speech") continue;
    const reach = reachOf(prose, c);
    if (OWN_TIME.test(text.slice(c.core, c.core + 6))) time = -1;
    // 这家位于临清的医院，…检查率降到9.1%: of one hospital, where the article is about none.
    const heads =
      ONE_HOUSE.test(text.slice(c.core, c.core + 2)) && leadHospital(draft, c.core) === null
        ? LOCAL
        : headName(draft, c);
    if (heads === LOCAL || (reach === PART && headName(draft, c, 1) === LOCAL)) local = here;
    if (heads !== NOBODY) place = pilot = -1;
    if (pilot >= 0 && WIDENED.test(text.slice(c.core, c.end))) pilot = -1;
    if (here !== paragraph) [pilot, paragraph] = [-1, here];
    if (reach !== SENTENCE) {
      const before = c.previous;
      if (before >= 0 && reachOf(prose, clauses[before]!) === NEXT) out[i] = before;
      else out[i] = place >= 0 ? place : time;
    }
    const said = text.slice(c.core, c.end);
    if (plan >= 0 && out[i]! < 0 && !AHEAD.test(said) && !TO_COME.test(said)) out[i] = plan;
    // 明年上半年试行跨市互认，项目增至200项: an aim without its time would pass for done.
    if (hidden >= 0 && heads === NOBODY) out[i] = hidden;
    const point = clauses[c.previous];
    if (point && NUMBER_ONLY.test(said) && POINT_OF_LIST.test(text.slice(point.start, point.end))) out[i] = point.index;
    // 平台在三县试运行。到8月20日，共受理3917次: there alone.
    if (pilot >= 0 && c.sentence > trialled && out[i]! < 0 && draft.figures[i]! > 0) out[i] = pilot;
    // 指引要求，数据分类管理，日志留存12个月: what is demanded is not yet done.
    if (demand >= 0 && out[i]! < 0 && !TO_COME.test(said) && !DONE.test(said)) out[i] = demand;
    if (c.needsNext && DEMANDS.test(said)) demand = i;
    if (AHEAD.test(said)) plan = i;
    if (TRIED_THERE.test(said) && (heads === LOCAL || (heads === NOBODY && WHERE.test(said) && !WIDENED.test(said))))
      [pilot, trialled] = [i, c.sentence];
    if (reach === SENTENCE) time = i;
    else if (reach === PART || heads === LOCAL) place = i;
  }
  return out;
}

/** What a reporter has seen himself. */
const SEEN = /记者(?:了解到|注意到|看到|发现)$/u;
/** 据某医院测算: from what its source was counted. */
const MEASURED = /(?:测算|统计|估算|评估|抽查)(?:显示)?$/u;
/** 先行试点, 在若羌、且末两县试运行. */
const TRIED_THERE = /(?<![为成]|首[个批])(?:试点|试用|试运行)$/u;
const WHERE = /在[^，在]*(?:[两三四五六七八九十]|\d[余多]?)(?:[家个所地]|[县市区旗镇](?!中心|人民))/u;
/** No trial any more. */
const WIDENED = /全[省市县区州旗盟]|扩大|推广|推开|铺开|正式|全面|上线|投用|启用/u;
const ONE_HOUSE = /^这[家所]/u;
const HOSTED = /(?:主办|承办|协办|指导|参会|举行|举办)$/;
const AHEAD = /[明后]年|年底前|年内|将(?!.{0,2}军)|计划(?!》)|力争|拟/u;
/** Says of itself that it is to come. */
const TO_COME = /将|计划|力争|预计|要|须|应/u;
const DEMANDS = /(?:要求|规定|明确|提出|强调|约定)$/u;
const DONE = /已|了|累计|目前/u;
const SPEAKER = /该[院县区镇]|该中心/u;
const NOBODY = 0;
const OWN = 1;
const LOCAL = 2;

const HOUSE = /(?:医院|卫生院|保健院)$/u;

/** Whether a source is one hospital that the article is not about. */
function fromOneHouse(draft: Draft, { index }: Clause): boolean {
  for (const f of draft.factsOf[index]!) {
    const { kind, start, end } = draft.facts[f]!;
    const surface = draft.prose.text.slice(start, end);
    if (kind === "institution" && HOUSE.test(surface) && !isMain(draft, surface, start)) return true;
  }
  return false;
}

/** Whether the article is about this hospital: its title names it, or none other comes into question. */
function isMain(draft: Draft, surface: string, start: number): boolean {
  const { extraction, prose } = draft;
  if (extraction.reading.document.title.includes(surface)) return true;
  const lead = leadHospital(draft, start + 1);
  return lead !== null && prose.text.slice(lead.start, lead.end) === surface;
}

/**
 * Whom a clause opens on: {@link LOCAL} where it is one place or institution of several (大田县…, 高唐镇卫生院…), which
 * neither the title names nor the article is about: what follows tells of that one alone.
 */
function headName(draft: Draft, clause: Clause, skip = 0): number {
  const { facts, factsOf, prose, seat, extraction } = draft;
  const { text } = prose;
  const core = clause.core + skip;
  const reach = clause.subject?.end ?? core + 1;
  for (const f of factsOf[clause.index]!) {
    const { kind, start } = facts[f]!;
    if ((kind !== "region" && kind !== "institution") || start >= reach) continue;
    if (start !== core || HOSTED.test(text.slice(clause.end - 2, clause.end))) return OWN;
    // 锡林郭勒盟中心医院 is one of the league's hospitals, though it bears its name.
    const surface = text.slice(start, facts[f]!.end);
    if (kind === "institution" && HOUSE.test(surface) && !isMain(draft, surface, start)) return LOCAL;
    const name = text.slice(start, start + 2);
    const known =
      extraction.reading.document.title.includes(name) ||
      seat.name === null ||
      text.startsWith(name, seat.name.start) ||
      text[start] === seat.level ||
      text.startsWith("国家", start);
    return known ? OWN : LOCAL;
  }
  return NOBODY;
}
