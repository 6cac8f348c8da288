/** Apps and platforms named in quotes: “医保药价通”小程序, “健康仙居”. */
import type { Field } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { Candidate } from "./candidate.ts";

const MAX_CHARS = 10;
const APP_HEAD = /^\s?(?:微信|手机|支付宝|移动)?\s?(?:小程序|APP|App|app|公众号|服务号|客户端)/;
const OTHER_HEAD = /^(?:智慧|信息|云|服务|管理|综合)*(平台|系统)/;

/**
 * Names in quotes that are an app's or a platform's by the word behind them, and “健康 + place”, which is an app's
 * name by itself. The name must hold a word of health care: “掌上敦煌”APP is a city's. The quotes are no part of it.
 */
export function findQuoted(field: Field, table: TermTable): Candidate[] {
  const out: Candidate[] = [];
  const { text, hits } = field;
  let next = 0;
  for (let open = text.indexOf("“"); open >= 0; open = text.indexOf("“", open + 1)) {
    const close = text.indexOf("”", open + 1);
    if (close < 0) break;
    const start = open + 1;
    if (close - start < 3 || close - start > MAX_CHARS) continue;
    const name = text.slice(start, close);
    if (/[，。；：、！？\s《》]/.test(name)) continue;
    while (next < hits.length && hits[next]!.start < start) next++;
    let health = false;
    let place = false;
    for (let i = next; i < hits.length && hits[i]!.start < close; i++) {
      const hit = hits[i]!; // i < hits.length
      if (hit.end > close) continue;
      if (hit.kind === "term" && table.word(hit.entry)?.role === "sector") health = true;
      if (hit.kind === "division" && hit.end - hit.start > 1) place ||= name.startsWith("健康") && hit.end === close;
    }
    if (!health) continue;
    const behind = text.slice(close + 1, close + 12);
    if (APP_HEAD.test(behind) || place) out.push({ start, end: close, name, category: "app", bearing: true });
    else if (OTHER_HEAD.test(behind)) out.push({ start, end: close, name, category: "platform", bearing: true });
  }
  return out;
}
