import { expect, test } from "vitest";
import { explainRelevance, readSelector, scoreRelevance, scoreTopics } from "../../src/classify/index.ts";
import type { Analysis, Relevance } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";

const selector = readSelector(loadResource("selection.bin"));
const article = (title: string, text: string): Analysis =>
  ({ id: "x", status: "ok", title, text, terms: [], institutions: [], regions: [], noise: [] }) as unknown as Analysis;
const score = (title: string, text: string): Relevance => scoreRelevance(article(title, text), selector);

const PLATFORM = article(
  "临川市全民健康信息平台上线 检查检验结果全市互认",
  "9月5日，临川市全民健康信息平台正式上线，全市31家医院的电子病历和影像数据实现互联互通。\n医生通过平台可以调阅患者的电子健康档案，检查检验结果互认项目达到98项，患者少做了重复检查。\n市卫健委信息中心负责人说，平台还将接入乡镇卫生院，打通远程会诊和双向转诊。",
);

test.each<[string, string, string]>([
  [
    "a share-price item",
    "医疗信息化概念股走强 东软集团涨停",
    "截至收盘，东软集团涨停，报收12.3元，成交额8亿元，换手率5%，主力资金净流入1.2亿元。医疗信息化板块领涨，卫宁健康涨超6%。投资有风险，入市需谨慎。",
  ],
  [
    "a tender",
    "临川市人民医院信息系统采购项目公开招标公告",
    "项目编号：LC2023-11；预算金额：人民币120万元；采购需求：HIS系统运维一项。投标人须符合政府采购法第二十二条规定，不接受联合体投标。采购代理机构：某某公司。公告期限：5个工作日。",
  ],
  [
    "a recruitment notice",
    "临川市中医院公开招聘公告",
    "因工作需要，医院面向社会公开招聘信息科工程师2名，要求本科及以上学历，熟悉HIS系统。报名方式：现场报名，携带学历证书。考试分笔试和面试。",
  ],
  [
    "health tips with 神经系统",
    "天冷了，这几类人要当心",
    "医生提醒，寒冷会刺激神经系统和呼吸系统，老人要注意保暖，饮食清淡，适度运动。出现头晕、胸闷等症状应及时就医。",
  ],
  [
    "an oil rig with 平台",
    "渤海钻井平台投产",
    "这座钻井平台采用智能化控制系统，数据实时回传，平台上的医生为工人做了体检。工程师说，平台年产原油百万吨。",
  ],
  [
    "a general 5G story that names health once",
    "江城5G基站突破三万个",
    "全市建成5G基站3万个。工厂里机械臂由5G专网控制，港口实现自动驾驶，景区用上客流热力图，电网巡检有了无人机。交通、金融、医疗、教育等领域也在试点。",
  ],
])("%s is left", (_, title, text) => {
  expect(score(title, text)).toMatchObject({ relevant: false, band: "leave" });
});

test("news of a platform is taken, its contributions are the log-odds, and they point to the words", () => {
  const relevance = scoreRelevance(PLATFORM, selector);
  expect(relevance).toMatchObject({ relevant: true, band: "take" });
  const logit = relevance.evidence.reduce((z, e) => z + e.contribution, relevance.bias);
  expect(relevance.score).toBe(1 / (1 + Math.exp(-logit)));
  for (const { field, start, end, text } of relevance.evidence.flatMap((e) => e.mentions))
    expect(PLATFORM[field].slice(start, end)).toBe(text);
});

test("a mattress that reports to a care platform is no advertisement; one that is on sale is", () => {
  const care = score(
    "夜里谁来看护？临川给900张养老床位换上监测床垫",
    "临川市卫健委介绍，全市医养结合信息平台接入18家养老机构，铺设监测床垫900张，心率、呼吸和离床数据实时推送给护理员和签约家庭医生。\n平台启用半年，发出报警260次，送医31人。社区卫生服务中心的医生可在平台上调阅老人的电子健康档案，并预约市人民医院床位。",
  );
  expect(care).toMatchObject({ relevant: true, band: "take" });
  const sale = score(
    "智能睡眠床垫开抢 医生同款到手价2999元",
    "这款智能床垫能监测心率和呼吸，数据同步到手机APP，睡眠健康早知道。双11限时特惠，前100名下单再送枕头，包邮到家，7天无理由退换。本产品非医疗器械。",
  );
  expect(sale).toMatchObject({ relevant: false, band: "leave" });
});

test("a brief that says what its title says is taken", () => {
  expect(score("临川检查检验结果互认", "临川市31家医院检查检验结果今起互认。")).toMatchObject({ band: "take" });
});

test("reasons are Chinese and name the words", () => {
  const reasons = explainRelevance({ relevance: scoreRelevance(PLATFORM, selector) });
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.length).toBeLessThanOrEqual(3);
  expect(reasons.join()).toMatch(/全民健康信息平台|电子病历|互认/);
});

test("an empty article is left, with its reason", () => {
  const empty = { ...article("", ""), status: "empty" } as Analysis;
  const relevance = scoreRelevance(empty, selector);
  expect(relevance.band).toBe("leave");
  expect(explainRelevance({ relevance })).toEqual(["没有正文"]);
  expect(scoreTopics(empty, selector)).toEqual([]);
});

test.each<[string, string, string]>([
  ["platform", PLATFORM.title, PLATFORM.text],
  [
    "insurance",
    "医保移动支付全市开通",
    "市医保局介绍，参保人激活医保码后，可用手机完成医保结算，定点医疗机构和定点药店都已接入医保信息平台，异地就医直接结算也更快。",
  ],
  [
    "security",
    "医院信息系统遭勒索病毒攻击演练举行",
    "网络安全攻防演练中，医院按应急响应预案隔离勒索病毒，修补漏洞，网络安全等级保护测评和数据安全管理同步推进。",
  ],
  [
    "tcm",
    "智慧中药房建成",
    "市中医院智慧中药房投用，中药饮片煎药全程可追溯，中医馆健康信息平台连到乡镇，中医辅助诊疗系统帮助辨证开方。",
  ],
])("the best topic of a plain case is %s", (topic, title, text) => {
  expect(scoreTopics(article(title, text), selector)[0]?.id).toBe(topic);
});

test.each<[string, string]>([
  [
    "医院举办护理技能大赛 为青年护士搭建展示平台",
    "市人民医院举办护理技能大赛，为青年护士搭建展示平台。比赛设心肺复苏、静脉输液等项目，全院各护理系统120名护士参加。",
  ],
  [
    "水利系统职工健康体检启动",
    "市水利系统组织职工到市医院体检，教育系统、公安系统也将陆续安排，体检中心延长服务时间。",
  ],
  ["钻井平台工人突发疾病 直升机救援", "钻井平台一名工人突发急病，直升机将患者送往医院，平台期的炎症已经控制。"],
  ["云南启动秋季流感疫苗接种", "云南省疾控中心介绍，全省社区卫生服务中心均可接种，云天化组织职工集中接种。"],
  ["神经系统疾病早筛共识发布", "中枢神经系统和周围神经系统疾病的患者应尽早就诊，免疫系统功能低下者尤需注意。"],
])("words in another sense carry no article: %s", (title, text) => {
  expect(scoreRelevance(article(title, text), selector).band).toBe("leave");
});
