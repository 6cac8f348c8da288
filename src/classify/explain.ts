import type { Analysis, Evidence, Mention } from "../core/types.ts";
import { WORD } from "./words.ts";

/** Features that say one thing to an editor, and how it is said; `…` stands for the words found. */
interface Family {
  readonly phrase: string;
  /** Of the family's features, the ones whose words are shown, first choice first; the others follow by weight. */
  readonly shown?: RegExp;
}

const FAMILIES: Readonly<Record<string, Family>> = {
  title: { phrase: "标题含…", shown: /^term\./ },
  lead: { phrase: "导语提到…", shown: /^term\./ },
  body: { phrase: "正文多处讲…", shown: /^body\.distinct$/ },
  health: { phrase: "讲的是医疗卫生（…）", shown: /^institution\./ },
  company: { phrase: "涉及企业…" },
  other: { phrase: "多讲其他行业（…）" },
  market: { phrase: "像股市行情（…）" },
  tender: { phrase: "像招标采购公告（…）" },
  recruit: { phrase: "像招聘公告（…）" },
  advert: { phrase: "像商品广告（…）" },
  tips: { phrase: "像健康科普或提醒（…）" },
  clinical: { phrase: "讲诊疗、医药或医院建设（…）" },
  word: { phrase: "提到…" },
  "status.empty": { phrase: "没有正文" },
  "status.not-chinese": { phrase: "不是中文报道" },
  "status.not-article": { phrase: "不是报道" },
};

function familyOf(feature: string): string {
  if (feature.startsWith("status.")) return feature;
  if (feature.startsWith(WORD)) return "word";
  if (feature === "body.health-share" || feature === "institution.medical") return "health";
  if (feature === "institution.company") return "company";
  const [kind, , place] = feature.split(".") as [string, string, string | undefined];
  return kind === "term" ? (place ?? "body") : kind;
}

const MAX_REASONS = 3;
const MAX_WORDS = 3;
/** Log-odds that a reason is worth saying for. */
const TELLING = 0.3;

/** The words of a family's evidence, each once, the first few. */
function words(evidence: readonly Evidence[], shown: RegExp | undefined): string {
  const first = shown ? evidence.filter((e) => shown.test(e.feature)) : [];
  const mentions: Mention[] = [...first, ...evidence.filter((e) => !first.includes(e))].flatMap((e) => e.mentions);
  return [...new Set(mentions.map((m) => m.text))].slice(0, MAX_WORDS).join("、");
}

/**
 * Up to three strongest reasons in plain Chinese, of those that speak for the decision.
 * @example ["标题含全民健康信息平台", "正文多处讲检查检验结果互认、影像云", "讲的是医疗卫生（市人民医院）"]
 */
export function explainRelevance(analysis: Pick<Analysis, "relevance">): string[] {
  const { relevance } = analysis;
  const direction = relevance.relevant ? 1 : -1;
  const families = new Map<string, { sum: number; evidence: Evidence[] }>();
  for (const e of relevance.evidence) {
    const family = families.get(familyOf(e.feature)) ?? { sum: 0, evidence: [] };
    family.sum += e.contribution * direction;
    family.evidence.push(e);
    families.set(familyOf(e.feature), family);
  }
  const reasons = [...families]
    .filter(([, f]) => f.sum > TELLING)
    .sort(([a, x], [b, y]) => y.sum - x.sum || (a < b ? -1 : 1))
    .map(([name, { evidence }]) => {
      const { phrase, shown } = FAMILIES[name] ?? { phrase: "…" };
      const telling = evidence.filter((e) => e.contribution * direction > 0);
      const found = words(telling, shown);
      return phrase.includes("…") && found === "" ? "" : phrase.replace("…", found);
    })
    .filter((reason) => reason !== "")
    .slice(0, MAX_REASONS);
  const unread = relevance.evidence.some((e) => e.feature.startsWith("status."));
  if (!relevance.relevant && !unread && reasons.length < MAX_REASONS) reasons.push(tooLittle(relevance.evidence));
  return reasons;
}

/** Evidence of the subject, which an article that is left out says too little of. */
const ON_SUBJECT = /^(?:term\.|body\.distinct)/;

/** Whether {@link explainRelevance} may show the words of a piece of evidence of an article that is not taken. */
export const showsWords = ({ feature, contribution }: Evidence): boolean =>
  contribution < 0 || ON_SUBJECT.test(feature);

/** What an article says of the subject, where that is too little. */
function tooLittle(evidence: readonly Evidence[]): string {
  const named = words(
    evidence.filter((e) => ON_SUBJECT.test(e.feature)),
    undefined,
  );
  return named === "" ? "未见卫生信息化的内容" : `卫生信息化只顺带提到（${named}）`;
}
