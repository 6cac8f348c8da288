/** Names inside the name of an app, a conference or a system: 长沙晚报客户端, 江苏省医院协会年会. */
import { isDigit } from "../../text/fold.ts";
import type { Marks } from "./marks.ts";
import type { Found } from "./recognise.ts";
import { isCommonHan, unitTable } from "./units.ts";

const APP = /^(?:APP|App|app|客户端|小程序)/;
const CONFERENCE = /^[\u4e00-\u9fff0-9]{0,8}?(?:年会|大会|峰会|博览会|论坛)/;
const HOSTS = /(?:协会|学会|医院|公司|集团|联盟|大学|研究院)$/;

/** An emergency or dispatch centre of no named place: 市级120急救指挥中心. */
const CENTRE = /^[区县市省级全0-9]{0,6}(?:医疗|紧急|急救|应急|指挥|调度){1,4}中心$/;
/** What makes a system's name of it. */
const SYSTEM = /^(?:智能|智慧|综合|指挥|调度|管理|信息|业务|服务|一体化){1,3}(?:平台|系统)/;

/** First units of {@link APP} and {@link SYSTEM}. */
const OPENS = unitTable("Aa客小智综指调管信业服一");
/** Last units of conferences' names. */
const CONFERENCE_ENDS = unitTable("会坛");

/** Whether a conference's name may end in the 11 units behind an offset: only Han and digits stand before that. */
function holdsConference(text: string, from: number): boolean {
  for (let i = from; i < from + 11; i++) {
    const unit = text.charCodeAt(i);
    if (i > from && CONFERENCE_ENDS[unit] === 1) return true;
    if (!isCommonHan(unit) && !isDigit(unit)) return false;
  }
  return false;
}

/** Whether an app, a conference or a system takes its name from what stands here. */
export function insideProduct(found: Found, marks: Marks): boolean {
  const { text } = marks;
  const opens = OPENS[text.charCodeAt(found.end)] === 1;
  if (!opens && !holdsConference(text, found.end)) return false;
  const after = text.slice(found.end, found.end + 12);
  if (APP.test(after)) return true;
  // 市级120急救指挥中心调度平台: a centre of no place before what it runs is a system's name.
  if (found.anchor !== "place" && SYSTEM.test(after) && CENTRE.test(marks.text.slice(found.start, found.end)))
    return true;
  const conference = CONFERENCE.exec(after)?.[0];
  if (conference === undefined || !HOSTS.test(marks.text.slice(found.start, found.end))) return false;
  // 中国医院协会主办的大会: a verb stands between.
  for (let i = found.end + 1; i < found.end + conference.length - 1; i++) {
    const stop = marks.stops[i]!;
    if (stop >= found.end && marks.specific[i] === -1) return false;
  }
  return !/代表大会$/.test(conference);
}
