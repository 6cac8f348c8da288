/** Names inside the name of an app or a conference: 长沙晚报客户端, 江苏省医院协会年会. */
import type { Marks } from "./marks.ts";
import type { Found } from "./recognise.ts";

const APP = /^(?:APP|App|app|客户端|小程序)/;
const CONFERENCE = /^[\u4e00-\u9fff0-9]{0,8}?(?:年会|大会|峰会|博览会|论坛)/;
const HOSTS = /(?:协会|学会|医院|公司|集团|联盟|大学|研究院)$/;

/** Whether an app or a conference takes its name from what stands here. */
export function insideProduct(found: Found, marks: Marks): boolean {
  const after = marks.text.slice(found.end, found.end + 12);
  if (APP.test(after)) return true;
  const conference = CONFERENCE.exec(after)?.[0];
  if (conference === undefined || !HOSTS.test(marks.text.slice(found.start, found.end))) return false;
  // 中国医院协会主办的大会: a verb stands between.
  for (let i = found.end + 1; i < found.end + conference.length - 1; i++) {
    const stop = marks.stops[i]!;
    if (stop >= found.end && marks.specific[i] === -1) return false;
  }
  return !/代表大会$/.test(conference);
}
