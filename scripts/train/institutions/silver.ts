/** Health-news sentences tagged by a trained tagger and mended by general rules. */
import type { InstitutionTagger, TaggedSpan } from "../../../src/extract/institutions/tagger/index.ts";
import { readJsonLines, type Sentence, splitLabelled } from "./corpora.ts";

const health = /卫生|卫健|医|疾控|健康|患者|药|诊|病/;

/** Health sentences of the shared news sets. */
export function healthSentences(): string[] {
  type Item = { title?: string; text?: string; summary?: string; body?: string };
  const texts = [
    "data/news-xwlb/items.dev.jsonl.gz",
    "data/news-xwlb/briefs.dev.jsonl.gz",
    "data/news-xwlb/health-it-graded.dev.jsonl",
    "data/health-dxy-news/dev.jsonl",
    "data/health-company-news/dev.jsonl",
    "data/articles-cnews/dev.jsonl",
  ].flatMap((path) =>
    readJsonLines<Item>(path).flatMap(
      (item) => [item.title, item.text, item.summary, item.body].filter((t) => !!t) as string[],
    ),
  );
  const sentences = new Set<string>();
  for (const text of texts)
    for (const { text: sentence } of splitLabelled({ text, spans: [] }))
      if (sentence.length >= 8 && sentence.length <= 300 && health.test(sentence)) sentences.add(sentence.trim());
  return [...sentences];
}

/** Words that make up a mention that names nobody. */
const genericParts =
  "各|各级|各地|全国|全省|全市|全县|我国|多家|两家|三家|一家|部分|有关|相关|其他|当地|本地|大型|大|小型|新|老|基层|公立|民营|私立|社会办|三级|二级|一级|三甲|二甲|甲等|定点|综合|专科|综合性|城市|县级|市级|省级|区级|乡级|国家级|县域|市县|省市|省|市|县|区|乡|镇|村|乡镇|街道|社区|农村|城乡|互联网|智慧|数字|线上|线下|网络|实体|云|医疗|卫生|健康|中医|中医药|西医|中西医结合|医药|公共|服务|疾病|预防|控制|疾控|急救|院前|发热|儿童|妇幼|妇女|保健|精神|传染病|口腔|眼科|肿瘤|康复|护理|养老|体检|急诊|门诊|预检|住院|影像|检验|检查|病理|远程|会诊|诊疗|教学|附属|医学|医科|科研|高校|职业|技术|信息|信息化|数据|大数据|统计|管理|监督|监管|行政|主管|职能|业务|财政|医保|卫健|卫生健康|药品|医疗保障|经办|指挥|调度|防控|应急|救治|救援|检测|监测|评估|研究|创新|重点|工作|联合|共享|中心|机构|医院|卫生院|卫生室|卫生站|诊所|诊室|药店|药房|药企|企业|公司|集团|部门|单位|组织|团队|小组|领导小组|专班|专家组|工作组|委员会|协会|学会|联盟|平台|基地|大学|学院|学校|中学|小学|幼儿园|研究所|研究院|实验室|银行|保险|政府|党委|人大|政协|党组织|党支部|医联体|医共体|共同体|团体|科室|科|处|办公室|站|所|院|院区|分院|总院|体|家|个|和|与|及|等|的|第三方|牵头|成员|上级|下级|下属|直属|所属|辖区|本|该|我|医务室|门诊部|养老院|敬老院|福利院|护理院";
const generic = new RegExp(`^(?:${genericParts})+$`);
/** Short forms that name somebody where the article says who. */
const shortForm =
  /^(?:省|市|县|区|州|自治区|自治州)(?:第[一二三四五六七八九十]+)?(?:人民|中心|中医|妇幼|市立|儿童|口腔|传染病|肿瘤|精神病)?(?:医院|保健院|卫健委|卫健局|卫生健康委|卫生健康局|卫生健康委员会|医保局|疾控中心|发改委|财政局|公安局|人社局|教育局|民政局|科技局|工信局|网信办|政府|委|疾控|红十字会|大数据局|市场监管局|数据局|药监局|中心血站|急救中心|纪委|监委)$/;

/** Mends the spans of one text; what is left is worth learning from. */
export function mendSpans(text: string, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const out: TaggedSpan[] = [];
  for (const span of spans) {
    let { start, end } = span;
    const { label } = span;
    if (label === "ORG") {
      // A brand of app or platform behind the name; quotes and blanks at the borders.
      while (start < end && /[“”‘’"（(《》【】\s、，,。：:]/.test(text[start]!)) start++;
      while (start < end && /[“”‘’"（《》【】\s、，,。：:]/.test(text[end - 1]!)) end--;
      // 省, 市, 县, 区 left before a bare agency.
      if (
        start > 0 &&
        /^(?:卫健|卫生健康|医保|疾控|发改|财政局|人社局|公安局|政府|人民医院|中医院|中医医院|第[一二三四五]|中心医院|妇幼保健院)/.test(
          text.slice(start, end),
        ) &&
        /[省市县区州]/.test(text[start - 1]!)
      )
        start--;
      // A ministry's named office.
      const office = /^(?:[一-龥]{2,10}(?:司|办公厅|局)|统计信息中心|医院管理研究所|卫生发展研究中心)/.exec(
        /^(?:国家(?:卫生健康委(?:员会)?|卫健委|医保局|医疗保障局|中医药管理局|疾控局|药监局)|工业和信息化部|工信部|民政部|财政部|科技部|教育部)$/.test(
          text.slice(start, end),
        )
          ? text.slice(end, end + 14)
          : "",
      );
      if (office && !/[的和与及在对将]/.test(office[0])) end += office[0].length;
      const name = text.slice(start, end);
      if (generic.test(name) && !shortForm.test(name)) continue;
    }
    if (end > start && (out.length === 0 || out.at(-1)!.end <= start)) out.push({ start, end, label });
  }
  return out;
}

export function silverSentences(texts: readonly string[], tagger: InstitutionTagger): Sentence[] {
  return texts.map((text) => ({ text, spans: mendSpans(text, tagger.tag(text)) }));
}

/**
 * Some sets name institutions in full but not all places (CLUENER leaves out countries, the project's own labels towns
 * and roads) or no people: the tagger's places and people are put in where no labelled institution stands.
 */
export function addPlaces(sentence: Sentence, tagger: InstitutionTagger): Sentence {
  const kept = sentence.spans.filter((s) => s.label === "ORG");
  const free = (span: TaggedSpan): boolean => kept.every((k) => k.end <= span.start || k.start >= span.end);
  for (const span of tagger.tag(sentence.text)) if (span.label !== "ORG" && free(span)) kept.push(span);
  for (const span of sentence.spans) if (span.label !== "ORG" && free(span)) kept.push(span);
  return { text: sentence.text, spans: kept.sort((a, b) => a.start - b.start) };
}
