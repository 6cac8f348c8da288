/** Apps and platforms named in quotes: “医保药价通”小程序, “健康仙居”. */
import type { Field, Hit } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { Candidate } from "./candidate.ts";

const MAX_CHARS = 10;
/** Characters of a name that itself ends in a head: “健康龙江-医疗影像云平台”. */
const MAX_WHOLE = 24;
const WHOLE = /(?:平台|系统|一张网|小程序|APP)$/i;
/** Regional brands of health care begin with the province's letter: “浙医互认”, “苏康码”, “粤健通”. */
const BRAND =
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇陕甘青宁甬穗深蓉榕鹭锡杭][医健康卫药][\u4e00-\u9fff]{1,4}$/;
/** What a name in quotes may follow as its own, and its longest: 智能导诊机器人“小医”. */
const MAX_OWN = 4;
const OWNER = /(?:机器人|数字人|健康人|数字员工|数字医生|智能体|助手|助理|小程序|APP)$/i;
/** A model called by its name: “海河医典”大模型, 大模型“莞医智笔”. */
const MAX_MODEL = 5;
const MODEL_HEAD = /^[\u4e00-\u9fff]{0,6}?(?:大模型|智能体|机器人|数字人)/;
const MODEL_OWNER = /模型$/;
/** What only a name holds: 莞医智笔, 瓯医助手; 大模型“考试” is none. */
const MODEL_NAME = /^[\u4e00-\u9fff]{1,2}(?:[医诊健]|智[言诊问]|小)[\u4e00-\u9fff]{0,3}$/;
/** Characters in which a model's name is looked for again. */
const TOLD_AGAIN = 2000;
const ASSISTANT = /^[\u4e00-\u9fff]医(?:智[\u4e00-\u9fff]|助[手理])$/;
const APP_HEAD = /^\s?(?:微信|手机|支付宝|移动)?\s?(?:小程序|APP|App|app|公众号|服务号|客户端)/;
/** A campaign, no app: 推进“健康龙江”建设. */
const CAMPAIGN = /^(?:建设|战略|行动|规划|品牌|目标|创建|示范|发展|理念|工程|的)/;
const OTHER_HEAD = /^(?:智慧|信息|云|服务|管理|综合)*(平台|系统)/;

/**
 * Names in quotes that are an app's or a platform's by the word behind them, and “健康 + place”, which is an app's
 * name by itself. The name must hold a word of health care: “掌上敦煌”APP is a city's. The quotes are no part of it.
 * @param hits those of terms and divisions.
 */
export function findQuoted({ text }: Field, hits: readonly Hit[], table: TermTable): Candidate[] {
  const out: Candidate[] = [];
  const models = new Set<string>();
  let next = 0;
  let close = 0;
  for (let open = text.indexOf("“"); open >= 0; open = text.indexOf("“", open + 1)) {
    if (close <= open) close = text.indexOf("”", open + 1);
    if (close < 0) break;
    const start = open + 1;
    if (close - start < 2 || close - start > MAX_WHOLE) continue;
    const name = text.slice(start, close);
    if (/[，。；：、！？\s《》]/.test(name)) continue;
    const own = close - start <= MAX_OWN && OWNER.test(text.slice(Math.max(0, open - 6), open));
    const model = models.has(name) || namesModel(text, name, open, close);
    if (model) models.add(name);
    if (own || model || BRAND.test(name) || ASSISTANT.test(name)) {
      out.push({ start, end: close, name, category: "app", bearing: /[医诊]/.test(name) || BRAND.test(name) });
      continue;
    }
    const whole = WHOLE.test(name);
    if (close - start < 3 || (close - start > MAX_CHARS && !whole)) continue;
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
    if (whole)
      out.push({
        start,
        end: close,
        name,
        category: /(?:APP|小程序)$/i.test(name) ? "app" : "platform",
        bearing: true,
      });
    else if (APP_HEAD.test(behind) || (place && !CAMPAIGN.test(behind)))
      out.push({ start, end: close, name, category: "app", bearing: true });
    else if (OTHER_HEAD.test(behind)) out.push({ start, end: close, name, category: "platform", bearing: true });
  }
  return out;
}

/** Whether a model is called so: what stands beside the quotes says it is one, and the name is one by its words or by being told again. */
function namesModel(text: string, name: string, open: number, close: number): boolean {
  if (name.length > MAX_MODEL) return false;
  const behind = text.slice(close + 1, close + 12);
  if (MODEL_HEAD.test(behind) && !/^[^大智机数]*[的是]/.test(behind)) return true;
  if (!MODEL_OWNER.test(text.slice(Math.max(0, open - 4), open))) return false;
  return MODEL_NAME.test(name) || text.slice(close, close + TOLD_AGAIN).includes(`“${name}”`);
}
