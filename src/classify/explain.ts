import type { Analysis, Evidence, Mention } from "../core/types.ts";

/** What a feature says to an editor; `…` stands for the words found. */
const PHRASES: Readonly<Record<string, string>> = {
  "title.health": "标题提到…",
  "title.it": "标题提到…",
  "title.both": "标题同时提到…",
  "lead.on": "导语讲卫生信息化（…）",
  "body.on-share": "正文多处讲卫生信息化（…）",
  "body.health-it-share": "正文着墨较多：…",
  "body.run": "有成段文字专讲卫生信息化（…）",
  "body.distinct": "提到多个卫生信息化名目：…",
  "body.it-density": "信息技术用语较多：…",
  "body.health-share": "通篇讲医疗卫生（…）",
  "institution.medical": "涉及医疗卫生机构…",
  "institution.company": "涉及企业…",
  "other.body": "多讲其他行业（…）",
  "other.title": "标题讲其他行业（…）",
  "market.body": "像股市行情（…）",
  "market.title": "标题像股市行情（…）",
  "tender.body": "像招标采购公告（…）",
  "tender.title": "标题像招标采购公告（…）",
  "recruit.body": "像招聘公告（…）",
  "recruit.title": "标题像招聘公告（…）",
  "advert.body": "像商品广告（…）",
  "advert.title": "标题像商品广告（…）",
  "tips.body": "像健康科普（…）",
  "tips.title": "标题像健康科普（…）",
  "clinical.body": "多讲诊疗与医院建设（…）",
  "clinical.title": "标题讲诊疗与医院建设（…）",
  "status.empty": "没有正文",
  "status.not-chinese": "不是中文报道",
  "status.not-article": "不是报道",
};

const PLACES: Readonly<Record<string, string>> = { title: "标题含…", lead: "导语提到…", body: "正文反复提到…" };

const MAX_REASONS = 3;
const MAX_WORDS = 3;

/** The words of a contribution, each once, in order of place, the first few. */
function words(mentions: readonly Mention[]): string {
  return [...new Set(mentions.map((m) => m.text))].slice(0, MAX_WORDS).join("、");
}

function phrase(evidence: Evidence): string {
  const [kind, , place] = evidence.feature.split(".");
  if (kind === "word") return `提到${words(evidence.mentions)}`;
  const template = kind === "term" ? PLACES[place ?? ""]! : (PHRASES[evidence.feature] ?? "…");
  const found = words(evidence.mentions);
  return template.includes("…") && found === "" ? "" : template.replace("…", found);
}

/**
 * Up to three strongest reasons in plain Chinese: those that speak for the decision first, strongest first.
 * @example ["标题含全民健康信息平台", "正文多处讲卫生信息化（互认、调阅、影像云）"]
 */
export function explainRelevance(analysis: Pick<Analysis, "relevance">): string[] {
  const { relevance } = analysis;
  const direction = relevance.relevant ? 1 : -1;
  const telling = relevance.evidence.filter((e) => e.contribution * direction > 0.05);
  const reasons: string[] = [];
  for (const e of telling) {
    const text = phrase(e);
    if (text !== "" && !reasons.includes(text)) reasons.push(text);
    if (reasons.length === MAX_REASONS) break;
  }
  // Nothing speaks against it, there is only too little that speaks for it.
  if (reasons.length === 0) reasons.push(relevance.relevant ? "多处讲卫生信息化" : "未见以卫生信息化为主的内容");
  return reasons;
}
