/** What is written into the sentence on which a summary opens, so that it says who or where. */
import type { Extraction, Span } from "../core/types.ts";
import type { Clause, Prose } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { headOf } from "./nouns.ts";
import type { Plan } from "./plan.ts";
import { ownHospital, placeOf, publisher, type Resolution, WHOLE_PLACE } from "./resolve.ts";

/** Of whom an article tells where a clause does not say it. */
export interface Owner {
  /** The hospital whose article it is; else it is the primary region's ({@link Draft.seat}). */
  readonly hospital: Span | null;
  /** The hospital that publishes it, whom 我院 means. */
  readonly publisher: Span | null;
  /** A meeting is held in the primary region: what it tells of is not only that place's. */
  readonly hosts: boolean;
}

/** Reads what {@link Owner} says. */
export function ownerOf(draft: Draft): Owner {
  const { seat, prose, extraction } = draft;
  const place = seat.name ? prose.text.slice(seat.name.start, seat.name.start + 2) : "";
  const held = new RegExp(`在${place}[^，。、]{0,4}(?:召开|举行|举办|开幕|闭幕|开了|开会|收官)`, "u");
  return {
    hospital: ownHospital(draft),
    publisher: publisher(draft),
    hosts: place !== "" && (held.test(extraction.reading.title.text) || held.test(prose.text)),
  };
}

/** Who a clause speaks of, where it opens on one of their offices, systems or counts and does not say whose. */
export function leadName(
  { prose: { text }, facts, factsOf, seat, extraction }: Draft,
  { core, end, index, subject: doer }: Clause,
  first: Span,
  subject: Span | null,
  { hospital, hosts }: Owner,
): Span | null {
  const { name, level } = seat;
  if (!name) return null;
  const place = text.slice(name.start, name.start + 2);
  if (text.slice(core, end).includes(place) || text.slice(first.start, first.end).includes(place)) return null;
  if (subject) {
    const who = text.slice(subject.start, subject.end);
    // 大方县 + 县卫生健康局 would say 县 twice.
    const twice = text.slice(name.start, name.end).endsWith(level) ? level.length : 0;
    return who.startsWith(level) && OFFICE.test(who) ? { start: name.start, end: name.end - twice } : null;
  }
  const at = first.start;
  // 琼海 + 海南健康医疗数据平台: it is another place's, or a larger one's.
  for (const r of extraction.regions)
    for (const m of r.mentions) if (text.startsWith(m.text, at) && m.text.length > 1) return null;
  // 大模型, AI: not one system of that place.
  for (const f of facts)
    if (
      f.kind === "term" &&
      f.start >= at &&
      f.start <= at + 4 &&
      f.end - at >= (hospital ? 3 : 5) &&
      f.end <= first.end + 1 &&
      !BY.test(text.slice(at, f.start)) &&
      !ACTS.test(text.slice(at, f.start))
    ) {
      if (hospital)
        return !ANYONES.test(text.slice(at, f.end + 2)) && isOfHospital(extraction, hospital, core) ? hospital : null;
      return text[at] === level && text[name.end - 1] === level ? { start: name.start, end: name.end - 1 } : name;
    }
  // 13家卫生院全部接入, “云药房”流转处方1.9万张, of nobody else.
  if (!doer || doer.start !== at) return null;
  const said = text.slice(at, end);
  const counted = (hospital ? STAFF : COUNTED).test(said);
  const whose = counted || OWN_THING.test(said) || (hospital !== null && RATE.test(said));
  if (!whose) return null;
  for (const f of factsOf[index]!) if (facts[f]!.kind === "region" || facts[f]!.kind === "institution") return null;
  // 246家医院平均投入…, told at a meeting in 桂林: not of that city; 2800家三级医院: the nation's.
  if (hosts || NATIONAL.test(extraction.reading.title.text) || NATIONAL.test(said)) return null;
  return hospital ? (isOfHospital(extraction, hospital, core) ? hospital : null) : name;
}
/** What is written before the head of the clauses `path` where a summary opens on them; null where a phrase that is no time leads in. */
export function leadOf({ text }: Prose, plans: readonly Plan[], path: readonly number[]): Span | null {
  const head = headOf(plans, path);
  // 按细分领域，系统占39%: it says itself of whom.
  for (const i of path) {
    if (i === head) break;
    if (!TIME.test(text.slice(plans[i]!.clause.core, plans[i]!.clause.end))) return null;
  }
  return plans[head]!.lead;
}
/** 截至8月底, 一年来. */
const TIME = /\d[年月日]|[年月日季][来底初末]?$|以来$|^截至|^[今去]年|^目前/u;

/** 13家卫生院, 86名护士; companies, experts and attackers may come from anywhere. */
const COUNTED =
  /^[\d.]+[万余多]*(?:[家所](?!.{0,8}(?:企业|公司|单位|厂商|供应商))|[名位]\p{sc=Han}{0,4}(?:护士|医生|医师|药师|村医|护”|患者|居民|老人|学生)|[名位]“|辆)/u;
/** What is a hospital's own: 86名护士, 12辆车. */
const STAFF = /^[\d.]+[万余多]*(?:[名位]\p{sc=Han}{0,4}(?:护士|医生|医师|药师)|[名位]“|辆)/u;
const NATIONAL = /全国|我国|各地|各省|省份/u;
/** “云药房”一共流转…. */
const OWN_THING = /^“[^”]{3,12}(?:平台|系统|专区|中心|网|图|工程|大脑|医院|药房|室|驿站|码|卡|通|云|车|超市)”/u;
/** 门诊平均候诊时间由47分钟缩短到22分钟. */
const RATE = /^\p{sc=Han}{2,12}(?:率|时间|比例|占比|时长|用时)[由从达升降提缩下减]/u;

/** Whether the last hospital named before `at`, if any, is `own`. */
function isOfHospital({ institutions }: Extraction, own: Span, at: number): boolean {
  let last = -1;
  let is = true;
  for (const i of institutions)
    if (i.type === "hospital")
      for (const m of i.mentions)
        if (m.field === "text" && m.start < at && m.start > last)
          [last, is] = [m.start, i.mentions.some((o) => o.field === "text" && o.start === own.start)];
  return is;
}
/** 处方先由合理用药系统审核: the system is no subject; 我院电子病历系统, 国家规定互联网医院…: it is not the place's. */
const BY = /[由经用被把从以该这]|[我本][院市县区省州局委]|国[家内]|规定|要求/u;
/** 互联互通测评: what many undergo, not one hospital's. */
const ANYONES = /测评|评价|评审|评级|标准|规范|指南|平台/u;
/** 师市启动智慧医共体: somebody does it. */
const ACTS = /[启推建开上投印发公举召][动进成设通线用印布行开]/u;
/** 县卫生健康局, 市人民医院. */
const OFFICE = /(?:委|局|院|中心|政府|厅)$/u;

/** 全市 and its like behind the head of a clause, the first in `pieces`: what its place's name is written for; null where none is printed. */
export function wholePlace(draft: Draft, clause: Clause, pieces: readonly Span[]): Resolution | null {
  const { seat, prose } = draft;
  const { text, tokens } = prose;
  for (let t = clause.firstToken; t < clause.endToken; t++) {
    const { start } = tokens[t]!;
    if (text[start] !== "全") continue;
    const word = text.slice(start, start + 2);
    // 安全|市场, 全|区域
    if (!WHOLE_PLACE.has(word) || (tokens[t]!.end !== start + 2 && tokens[t + 1]?.end !== start + 2)) continue;
    if (!pieces.some((p) => p.start <= start && start + 2 <= p.end)) continue;
    const name = placeOf(seat, word.slice(1));
    return name && !ofAnother(draft, clause, start) ? { cut: { start, end: start + 2 }, name } : null;
  }
  return null;
}

/** Whether the sentence has named a place, an office or a hospital before `at` that is not the article's own, nor above or below it. */
function ofAnother(
  { prose: { sentences, text }, extraction: { regions, institutions } }: Draft,
  clause: Clause,
  at: number,
): boolean {
  const from = sentences[clause.sentence]!.start;
  if (text.slice(from, at).includes("自治区")) return true;
  const own = trimmed(regions.find((r) => r.primary)?.code ?? "");
  // A company works where it has no seat: 中国移动为全市….
  const local = institutions.filter((i) => i.type !== "company");
  for (const { code, mentions } of [...regions, ...local]) {
    if (code === null || code === "") continue;
    const other = trimmed(code);
    if (own.startsWith(other) || other.startsWith(own)) continue;
    if (mentions.some((m) => m.field === "text" && m.start >= from && m.end <= at)) return true;
  }
  return false;
}
/** 230800 → 2308. */
const trimmed = (code: string): string => code.replace(/(?:00)+$/u, "");
