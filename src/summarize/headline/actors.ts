/** The hospital of an article, whose name the lines may put in. */

import { wordSet } from "../../text/word-set.ts";
import { lastInstitute, OUR_HOSPITAL } from "../resolve.ts";
import type { LineMaker } from "./lines.ts";
import { range } from "./row.ts";
import { type Clause, PLACE, type Story } from "./story.ts";

export const BARE_HOSPITAL: ReadonlySet<string> = wordSet("医院 该院 我院 本院 院方 全院");
const BRANCH = /(?:院区|分院|[东南西北]区|本部|卫生室|卫生院|服务中心)$/u;

/** 泗洪县人民医院微信公众号. */
const ACCOUNT = /^[\p{sc=Han}]{3,24}?(?:医院|保健院)(?!学会|协会|杂志|管理|报)/u;
/** Whose words these are. */
const OUR = /我院|[咱我]们医院/u;

export interface Hospital {
  /** Its name as it is put in; empty where no hospital is the article's own. */
  readonly tokens: readonly number[];
  /** Whether it is the one that acts. */
  readonly acts: boolean;
  /** Whether the title speaks of it. */
  readonly titled: boolean;
}

/** The longest printed name of the hospital named first and most. */
export function leadHospital(maker: LineMaker): Hospital {
  const { story, placeText } = maker;
  const { title } = story.extraction.reading.document;
  let best = "";
  let most = 0;
  let printed = false;
  let hospitals = 0;
  for (const i of story.extraction.institutions) {
    if (i.type !== "hospital" || BRANCH.test(i.name)) continue;
    let longest = "";
    let score = 0;
    let whole = false;
    for (const m of i.mentions) {
      if (BARE_HOSPITAL.has(m.text)) continue;
      if (m.text.length > longest.length) longest = m.text;
      // 县医院 in the title may be any of the county's.
      if (m.field === "title" && m.text.length > 3) whole = true;
      score += m.field === "title" ? 4 : m.start < 150 ? 2 : 1;
    }
    if (longest === "") continue;
    hospitals++;
    if (score > most) [best, most, printed] = [longest, score, whole];
  }
  // Named in the title, or the only one and spoken of as 医院, 该院.
  let inTitle = 0;
  for (let i = 0; i < story.title; i++) inTitle |= story.bits[i]!;
  const titled = printed || /这家[^，]{0,3}医院/u.test(title) || OUR.test(title);
  const acts =
    titled || (((title.includes("院") && most >= 4) || (hospitals <= 2 && !(inTitle & PLACE))) && spokenOf(maker));
  if (hospitals > 2 && most < 4) best = "";
  // A hospital's own account says 我院, and its name perhaps nowhere: the source does.
  const { source } = story.extraction.reading.document;
  const account = OUR.test(title) || saysOur(story) ? ACCOUNT.exec(source)?.[0] : undefined;
  if (account && (best === "" || !account.includes(best))) best = account;
  // 市中心医院: which city, only the place says.
  if (/^[市县区州]/.test(best)) best = placeText === "" ? "" : placeText.replace(/[市县区州]$/u, "") + best;
  return { tokens: best === "" ? [] : [maker.put(best, 0.4)], acts, titled };
}

/** Whether 我院 stands in the body, outside what somebody says. */
function saysOur({ clauses, tokens }: Story): boolean {
  for (const { core, to, speech } of clauses) {
    if (speech) continue;
    for (let t = core; t < to; t++) if (OUR_HOSPITAL.has(tokens[t]!.text)) return true;
  }
  return false;
}

function spokenOf({ story }: LineMaker): boolean {
  for (const clause of story.clauses)
    if (BARE_HOSPITAL.has(story.tokens[clause.core]!.text) && instituteBefore(story, clause) === null) return true;
  return false;
}

/** The institute that 该院 means in a clause, as it is printed before; null where a hospital may be meant. */
export function instituteBefore({ extraction, tokens, title }: Story, { core }: Clause): number[] | null {
  if (tokens[core]!.text !== "该院") return null;
  const name = lastInstitute(extraction, tokens[core]!.start);
  return name && range(title, core).filter((t) => tokens[t]!.start >= name.start && tokens[t]!.end <= name.end);
}
