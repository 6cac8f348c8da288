/** Headlines of short reports of our own: each shows one way in which a line is made. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import { createAnalyzer } from "../../src/analyzer.ts";
import type { Extraction, Institution, Mention, Region, Term } from "../../src/core/types.ts";
import { isWhole, LineMaker, textOf } from "../../src/summarize/headline/lines.ts";
import { DASH, markOf, QUOTE, WORD } from "../../src/summarize/headline/marks.ts";
import { headlineModel } from "../../src/summarize/headline/model.ts";
import { shortDivision, shortOffices } from "../../src/summarize/headline/names.ts";
import { tells } from "../../src/summarize/headline/rank.ts";
import { readRoles } from "../../src/summarize/headline/roles.ts";
import { readStory } from "../../src/summarize/headline/story.ts";
import { titleWords } from "../../src/summarize/headline/weigh.ts";
import { headlineOf, linesOf, weighStory } from "../../src/summarize/headline/write.ts";

const roles = readRoles(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const model = headlineModel({}, {}, {});

interface Names {
  readonly region?: [string, string];
  readonly hospital?: string;
  readonly offices?: readonly string[];
  /** Research bodies. */
  readonly bodies?: readonly string[];
  readonly terms?: readonly string[];
  /** A place that is not the article's own. */
  readonly elsewhere?: string;
}

function extractionOf(
  title: string,
  text: string,
  { region, hospital, offices = [], bodies = [], terms = [], elsewhere }: Names,
): Extraction {
  const plain = plainExtraction("h", title, text);
  const find = (surface: string): Mention[] =>
    (["title", "text"] as const).flatMap((field) => {
      const found: Mention[] = [];
      const body = field === "title" ? title : text;
      for (let i = body.indexOf(surface); i >= 0; i = body.indexOf(surface, i + 1))
        found.push({ field, start: i, end: i + surface.length, text: surface });
      return found;
    });
  const regions: Region[] = region
    ? [{ code: "230800", name: region[0], level: "city", primary: true, mentions: find(region[1]) }]
    : [];
  if (elsewhere)
    regions.push({ code: "230828", name: elsewhere, level: "county", primary: false, mentions: find(elsewhere) });
  const institutions: Institution[] = hospital
    ? [{ name: hospital, type: "hospital", code: null, mentions: find(hospital) }]
    : [];
  for (const name of bodies) institutions.push({ name, type: "research", code: null, mentions: find(name) });
  for (const name of offices) institutions.push({ name, type: "government", code: null, mentions: find(name) });
  return {
    ...plain,
    regions,
    institutions,
    terms: terms.map((name): Term => ({ name, category: "system", mentions: find(name) })),
  };
}

function linesFor(title: string, text: string, names: Names): string[] {
  const story = readStory(extractionOf(title, text, names), roles);
  return linesOf(weighStory(story, titleWords(story), model), 40).map((l) => textOf(story, l));
}

const AREA: Names["region"] = ["黑龙江省佳木斯市", "佳木斯"];
const CASES: [string, string, string, Names, string][] = [
  [
    "who passed which evaluation, told over two clauses",
    "药量该不该减",
    "国家卫生健康委医院管理研究所公布2022年度电子病历系统应用水平分级评价结果，佳木斯中心医院顺利通过五级评价。",
    { region: AREA, hospital: "佳木斯中心医院" },
    "佳木斯中心医院通过电子病历系统应用水平五级评价",
  ],
  [
    "the level may come behind 榜上有名, and the kind of evaluation with its name",
    "五级乙等是怎样炼成的",
    "省里公布2023年度医疗健康信息互联互通标准化成熟度测评结果，佳木斯中心医院榜上有名，获评四级甲等。",
    { region: AREA, hospital: "佳木斯中心医院" },
    "佳木斯中心医院通过互联互通四级甲等测评",
  ],
  [
    "our city's platform that passed is the place's",
    "化验单认了",
    "省里公布互联互通标准化成熟度测评结果，我市全民健康信息平台通过五级乙等测评。佳木斯是首个。",
    { region: AREA, terms: ["全民健康信息平台"] },
    "佳木斯全民健康信息平台通过互联互通五级乙等测评",
  ],
  [
    "for how much a contract was awarded, where the title only says that it was",
    "2986万元！佳木斯影像云平台二期项目花落谁家？",
    "交易中心公布佳木斯影像云平台（二期）建设项目中标结果，两家企业的联合体以2986万元中标，比预算3200万元低。",
    { region: AREA, terms: ["影像云平台"] },
    "佳木斯影像云平台二期项目2986万元中标",
  ],
  [
    "the sum behind 中标价, and the place before a project that does not say it",
    "影像云平台项目中标结果公布",
    "佳木斯影像云平台项目完成评标，甲公司中标，中标价1268.9万元。",
    { region: AREA, terms: ["影像云平台"] },
    "佳木斯影像云平台项目1268.9万元中标",
  ],
  [
    "a sum with a comma stays whole",
    "影像云平台项目中标结果公布",
    "佳木斯影像云平台项目完成评标，甲公司以1,268.9万元中标。",
    { region: AREA, terms: ["影像云平台"] },
    "佳木斯影像云平台项目1,268.9万元中标",
  ],
  [
    "what a project may cost that is put out to tender",
    "佳木斯影像云平台项目招标公告",
    "佳木斯影像云平台项目现公开招标，预算金额为1468.5万元。",
    { region: AREA, terms: ["影像云平台"] },
    "佳木斯影像云平台项目公开招标，预算1468.5万元",
  ],
  [
    "the whole city is named",
    "网约护士",
    "全市统一护理平台完成上门服务2.1万单。佳木斯还要扩大。",
    { region: AREA, terms: ["护理平台"] },
    "佳木斯统一护理平台完成上门服务2.1万单",
  ],
  [
    "a general hospital is the county's",
    "小病不出县",
    "总医院建起医共体信息平台，接入12家卫生院。佳木斯还要扩大。",
    { region: AREA, terms: ["医共体信息平台"] },
    "佳木斯总医院建起医共体信息平台",
  ],
  [
    "hospitals that are counted are the place's",
    "不出门",
    "18家卫生院用影像云平台出具报告5.73万份。佳木斯还要扩大。",
    { region: AREA, terms: ["影像云平台"] },
    "佳木斯18家卫生院用影像云平台出具报告5.73万份",
  ],
  [
    "eight counties, cities and districts are not eight counties",
    "点亮",
    "佳木斯市中医馆云平台（一期）已覆盖8个县（市、区）的263家卫生院。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["中医馆云平台"] },
    "佳木斯市中医馆云平台覆盖8个县（市、区）的263家卫生院",
  ],
  [
    "people who are counted make no scene, nor does a word of a system's name",
    "药盒响了",
    "佳木斯市开发了结核病患者智能服药系统。系统累计管理肺结核患者1836人。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["结核病患者智能服药系统"] },
    "佳木斯结核病患者智能服药系统累计管理肺结核患者1836人",
  ],
  [
    "a row of nouns is a system's name, though no list has it, and far above",
    "路断之前",
    `提示来自佳木斯市孕产妇保健管理信息系统。${"路难走，人要翻山，天黑才到。".repeat(14)}系统在册孕产妇2.94万人，接通全民健康信息平台。`,
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["全民健康信息平台"] },
    "佳木斯市孕产妇保健管理信息系统在册孕产妇2.94万人",
  ],
  [
    "what came into use, not where it stands",
    "出考卷",
    "会上启用的佳木斯影像评测平台设在江边，题目不公开。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像评测平台"] },
    "佳木斯影像评测平台启用",
  ],
  [
    "a long subject goes on to the next clause",
    "救护车还在路上",
    "佳木斯市院前院内一体化急救信息系统结束三个月试运行，转入正式运行。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["一体化急救信息系统"] },
    "佳木斯市院前院内一体化急救信息系统转入正式运行",
  ],
  [
    "a place goes by its name, not by one character",
    "首个评测规范在鹤发布",
    "省标准学会在佳发布《影像云平台评测规范》。",
    { region: ["黑龙江省佳木斯市", "鹤"], elsewhere: "佳", bodies: ["省标准学会"], terms: ["影像云平台"] },
    "佳木斯发布影像云平台评测规范",
  ],
  [
    "a wide upright parts a title",
    "对话｜佳木斯影像云平台接入12家医院",
    "佳木斯市今天启用影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    "佳木斯影像云平台接入12家医院",
  ],
  [
    "a county's own area is no office of another division",
    "老百姓少跑路",
    "市卫健委12月20日介绍情况。区域影像云平台接入医院18家，县域就诊率达到92%。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯区域影像云平台接入医院18家，县域就诊率达到92%",
  ],
  [
    "省去 is a verb",
    "老百姓少跑路",
    "佳木斯市上线影像云平台。市民扫码看报告12万次，省去排队时间40分钟。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯市上线影像云平台，省去排队时间40分钟",
  ],
  [
    "how a city stands in its province is told of the city",
    "为全省探路",
    "作为全省首批试点，影像云平台接入医院18家，出具报告12万份。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯影像云平台接入医院18家，出具报告12万份",
  ],
  [
    "a statement with 接不接入 is no question",
    "佳木斯影像云平台升级：接不接入由患者说了算",
    "平台日前上线。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    "佳木斯影像云平台升级：接不接入由患者说了算",
  ],
  [
    "a city's centre takes its city",
    "佳木斯市中心医院试点",
    "医院近日有了新变化。市卒中质控中心公布影像云平台试点结果。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    "佳木斯市卒中质控中心公布影像云平台试点结果",
  ],
  [
    "an institute is no hospital, though it is called 该院",
    "考了142家",
    "省医学研究院出了一张考卷。12月20日，该院发布影像云平台评估报告，共有142家参评。佳木斯市中心医院也在其中。",
    { hospital: "佳木斯市中心医院", bodies: ["省医学研究院"], terms: ["影像云平台"] },
    "省医学研究院发布影像云平台评估报告",
  ],
  [
    "a meeting keeps the first half of its name",
    "两个数字",
    "数字让人吃惊——11月11日在佳木斯会议中心召开的2023数字病理与人工智能学术大会上，它被反复引用。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["人工智能"] },
    "2023数字病理与人工智能学术大会在佳木斯召开",
  ],
  [
    "who made it comes off before a thing that does something",
    "一款数据产品挂牌",
    "由省城医院研发的“肺结节影像数据集”在省城交易平台完成登记。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像数据集", "交易平台"] },
    "“肺结节影像数据集”在省城交易平台完成登记",
  ],
  [
    "a system named after 妈妈 is told",
    "一部手机守着孕妇",
    "佳木斯市妇幼保健院启用“格桑妈妈”孕产妇管理系统。",
    { hospital: "佳木斯市妇幼保健院", terms: ["孕产妇管理系统"] },
    "佳木斯市妇幼保健院启用“格桑妈妈”孕产妇管理系统",
  ],
  [
    "全院 is the hospital",
    "这张考卷答了三年",
    "佳木斯市中心医院通过评价。全院建成临床数据中心，归集病历418万份。",
    { hospital: "佳木斯市中心医院", terms: ["临床数据中心"] },
    "佳木斯市中心医院建成临床数据中心，归集病历418万份",
  ],
  [
    "where a system has no known name, other clauses are tried",
    "三本账",
    "佳木斯召开急救网建设推进会。影像云平台也在其中。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    "佳木斯召开急救网建设推进会",
  ],
  [
    "what a place's system is called is no bait",
    "佳木斯“三医联动一张网”接入27个系统 前9个月流转处方58.6万张",
    "平台日前上线。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["平台"] },
    "佳木斯“三医联动一张网”接入27个系统 前9个月流转处方58.6万张",
  ],
  [
    "a system of 该市 is the place's",
    "献出去的血去哪儿了",
    "据介绍，该市急救调度平台6月底上线，覆盖43个急救站。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["急救调度平台"] },
    "佳木斯急救调度平台6月底上线",
  ],
  [
    "在 goes with the whole place that it leads in",
    "谁动了信息",
    "佳木斯市检察院在全市开展医疗数据安全专项监督。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["医疗数据安全"] },
    "佳木斯市检察院开展医疗数据安全专项监督",
  ],
  [
    "a system that does something itself, and came into use",
    "抢在路上的27分钟",
    "佳木斯有了新办法。今年5月投用的急救调度平台把全市43个急救站连成一张网。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["急救调度平台"] },
    "佳木斯投用急救调度平台",
  ],
  [
    "它 is the system on which the sentence before ends",
    "这位“校对员”一眼揪出错",
    "抓错的是医疗大模型“海河知医”。它由两家单位联合研发，7月1日正式上岗。",
    { region: ["天津市", "天津"], terms: ["医疗大模型", "海河知医"] },
    "医疗大模型“海河知医”上岗",
  ],
  [
    "a system that went on line, turned round under its place",
    "救护车为啥越跑越快",
    "让抢救跑在前面的，是佳木斯市9月上线的急救调度平台。平台受理呼救1.9万次。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    "佳木斯上线急救调度平台",
  ],
  [
    "该院 is the hospital that the title speaks of",
    "这家医院的智慧账本",
    "佳木斯市中心医院近日有了好消息。该院日前通过电子病历系统应用水平五级评审。",
    { hospital: "佳木斯市中心医院", terms: ["电子病历系统应用水平"] },
    "佳木斯市中心医院通过电子病历系统应用水平五级评审",
  ],
  [
    "a document, and the day from which it holds",
    "影像怎么共享？新规来了",
    "佳木斯市政府近日印发《影像云平台管理办法》，自2024年3月1日起施行。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯印发影像云平台管理办法，2024年3月1日起施行",
  ],
  [
    "what a line does without: 一场",
    "医院怎么守住数据？",
    "近日，佳木斯市卫健委组织一场网络安全攻防演练。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["网络安全"] },
    "佳木斯市卫健委组织网络安全攻防演练",
  ],
  [
    "a count of institutions, without 的 and 实现, behind the system",
    "少拍一次片！检查结果通了",
    "市影像云平台近日上线，全市20家公立医院的检查结果实现互认。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯市影像云平台上线，20家公立医院检查结果互认",
  ],
  [
    "what a bare 平台 did, behind the line that names it",
    "救护车为啥越跑越快",
    "佳木斯市急救调度平台9月上线。平台受理呼救1.9万次。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    "佳木斯市急救调度平台上线，受理呼救1.9万次",
  ],
  [
    "a figure in the period that it was counted in, though a phrase before it says so",
    "片子去哪儿了",
    "佳木斯建成影像云平台。今年一季度，影像云平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，一季度累计接收影像26万例",
  ],
  [
    "a figure of some months",
    "片子去哪儿了",
    "佳木斯建成影像云平台。1至8月，平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，1至8月累计接收影像26万例",
  ],
  [
    "a figure behind ；, where the period of another ends",
    "片子去哪儿了",
    "佳木斯建成影像云平台。上半年，诊断中心出具报告4万份；影像云平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接收影像26万例",
  ],
  [
    "a total behind what is this year's",
    "片子去哪儿了",
    "佳木斯建成影像云平台。今年，影像云平台新增医院12家，累计接入医院36家。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接入医院36家",
  ],
  [
    "a figure behind the name of a section",
    "片子去哪儿了",
    "佳木斯建成影像云平台。【成效】影像云平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接收影像26万例",
  ],
  [
    "a figure of 该院 behind its own hospital",
    "片子去哪儿了",
    "佳木斯市中心医院启用影像云平台。该院投入260万元，累计接收影像26万例。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    "佳木斯市中心医院启用影像云平台，累计接收影像26万例",
  ],
  [
    "what was brought out, with both its quotation marks",
    "手机里的绿色小卡",
    "佳木斯市卫健委公布，今年5月上线的“云健康卡”已发放1.3万张，覆盖八成。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["云健康卡"] },
    "佳木斯上线“云健康卡”",
  ],
  [
    "a figure up to now without a day",
    "片子去哪儿了",
    "佳木斯建成影像云平台。截至8月底，平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接收影像26万例",
  ],
  [
    "what the system did that the line before ends with, without its name again",
    "片子去哪儿了",
    "佳木斯建成影像云平台。影像云平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接收影像26万例",
  ],
  [
    "what a bare 平台 did, where 同一平台 stands between",
    "片子去哪儿了",
    "佳木斯建成影像云平台。86个村卫生室接入同一平台，平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯建成影像云平台，累计接收影像26万例",
  ],
  [
    "what was passed, from where a change comes",
    "哨点为何更灵了",
    "变化来自去年启动、今年3月29日通过初验的佳木斯市监测预警平台。平台发出预警312条。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["监测预警平台"] },
    "佳木斯市监测预警平台通过初验，发出预警312条",
  ],
  [
    "what a name in quotation marks did, without the name again",
    "医生有了新搭子",
    "佳木斯市中心医院上线医疗大模型“小佳”。“小佳”生成病历初稿5.4万份。",
    { hospital: "佳木斯市中心医院", terms: ["医疗大模型"] },
    "佳木斯市中心医院上线医疗大模型“小佳”，生成病历初稿5.4万份",
  ],
  [
    "the figure that was reached, without the one before",
    "救护车为啥越跑越快",
    "佳木斯市急救调度平台9月上线，平均到达时间由19分钟缩短到12分钟。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    "佳木斯市急救调度平台上线，平均到达时间缩短到12分钟",
  ],
  [
    "the first of listed counts",
    "山里来了云门诊",
    "佳木斯市影像云平台9月上线，累计出具影像报告3.2万份、心电报告1.1万份。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯市影像云平台上线，累计出具影像报告3.2万份",
  ],
  [
    "the stage of a project stays",
    "检查结果通了",
    "佳木斯市影像云平台三期工程近日通过验收。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯市影像云平台三期工程通过验收",
  ],
  [
    "全市 stays where a verb needs it",
    "一张网连起来",
    "佳木斯市中心医院建成覆盖全市的影像云平台。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    "佳木斯市中心医院建成覆盖全市的影像云平台",
  ],
  [
    "我市三级医院 are the city's, not one hospital",
    "我市三级医院信息化建设再上台阶",
    "佳木斯市中心医院上线影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    "佳木斯三级医院信息化建设再上台阶",
  ],
  [
    "a dash between two names is part of a name",
    "中国—东盟数字健康论坛在佳木斯举行 签约6个项目",
    "2023中国—东盟数字健康论坛在佳木斯市举行。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["数字健康"] },
    "中国—东盟数字健康论坛在佳木斯举行 签约6个项目",
  ],
  [
    "what shall be done says so",
    "新规来了",
    "全市62家医院须在9月30日前全部接入监管平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["监管平台"] },
    "62家医院须全部接入监管平台",
  ],
  [
    "what a local circular is about, told of the place",
    "关于加快全市影像云平台部署应用的通知",
    "各县区卫健局：为加快影像云平台部署应用，现就有关事项通知如下。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯加快影像云平台部署应用",
  ],
  [
    "the same behind the office that issues it",
    "佳木斯市卫生健康委员会办公室关于规范影像云平台备案工作的通知（摘编）",
    "各县区卫健局：现就有关事项通知如下。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯市规范影像云平台备案工作",
  ],
  [
    "what it found",
    "关于全市影像云平台运行情况的通报",
    "各县区卫健局：现将有关情况通报如下。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    "佳木斯通报影像云平台运行情况",
  ],
  [
    "whose the files are, where the hospital acts",
    "告别“病历山”！佳木斯市中心医院又有新变化",
    "医院近日又有新变化。12个系统形成的文书自动汇到病案归档平台。",
    { hospital: "佳木斯市中心医院", terms: ["病案归档平台"] },
    "佳木斯市中心医院12个系统形成的文书自动汇到病案归档平台",
  ],
];

const NEVER: [string, string, string, Names, RegExp][] = [
  [
    "a result without which it is",
    "喜报",
    "国家卫生健康委医院管理研究所公布2022年度智慧服务分级评估结果，佳木斯中心医院影像云平台上线。",
    { region: AREA, hospital: "佳木斯中心医院", terms: ["影像云平台"] },
    /结果$/u,
  ],
  ...(
    [
      ["佳木斯中心医院未通过五级评价", /通过电子病历/u],
      ["佳木斯中心医院被取消五级资格", /通过电子病历/u],
      ["佳木斯中心医院榜上有名，哈尔滨医院通过六级评价", /佳木斯中心医院通过电子病历/u],
      ["佳木斯中心医院从四级升到五级", /通过电子病历系统应用水平四级/u],
      ["三级甲等医院佳木斯中心医院通过五级评价", /三级甲等评价/u],
      ["佳木斯中心医院和妇幼保健院分别通过五级和四级评价", /通过电子病历/u],
    ] as const
  ).map(([said, never]): [string, string, string, Names, RegExp] => [
    `what did not come of it: ${said}`,
    "差在哪里",
    `省里公布2022年度电子病历系统应用水平分级评价结果，${said}。`,
    { region: AREA, hospital: "佳木斯中心医院" },
    never,
  ]),
  ...(
    [
      ["佳木斯影像云平台二期项目花落谁家", "影像云平台一期2019年以1500万元中标。二期项目8月开标。"],
      ["佳木斯影像云平台项目中标结果为何被取消", "影像云平台项目曾以2986万元中标，结果已被取消。"],
      ["5个项目中标结果公布", "其中影像云平台项目以2986万元中标。"],
      ["佳木斯影像云平台项目落地三年", "影像云平台项目机房以500万元中标。"],
      ["佳木斯影像云平台项目两次招标都流标", "影像云平台项目公开招标，预算1468.5万元，无人投标。"],
    ] as const
  ).map(([title, text]): [string, string, string, Names, RegExp] => [
    `a sum of another award: ${title}`,
    title,
    text,
    { region: AREA, terms: ["影像云平台"] },
    /项目(?:\d[\d.]*万元中标|公开招标)/u,
  ]),
  [
    "the place before 总医院 where another is printed",
    "医改再出发",
    "总医院建起医共体信息平台，接入12家卫生院。佳木斯还请来沙县总医院。",
    { region: AREA, hospital: "沙县总医院", terms: ["医共体信息平台"] },
    /佳木斯总医院/u,
  ],
  [
    "the place before firms that are counted",
    "竞标",
    "12家企业参与影像云平台投标，报价3200万元。佳木斯还要扩大。",
    { region: AREA, terms: ["影像云平台"] },
    /佳木斯12家企业/u,
  ],
  [
    "the place and 当地",
    "三本账",
    "当地影像云平台去年11月上线，佳木斯还要扩大。",
    { region: AREA, terms: ["影像云平台"] },
    /当地/u,
  ],
  [
    "that something came into use, and not what",
    "守门人",
    "影像云平台接入12家医院，去年国庆前投用。佳木斯还要扩大。",
    { region: AREA, terms: ["影像云平台"] },
    /^佳木斯去年国庆前投用/u,
  ],
  [
    "the end of a trial run, without what came then",
    "救护车还在路上",
    "佳木斯市院前院内一体化急救信息系统结束三个月试运行，转入正式运行。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["一体化急救信息系统"] },
    /结束/u,
  ],
  [
    "which winter goes with the winter",
    "联了什么",
    "佳木斯影像云平台上个冬天调阅2.3万次，影像云平台接入12家医院。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    /上个(?!冬天)/u,
  ],
  [
    "of two who issue it neither goes on alone",
    "路线图",
    "国家疾控局综合司、国家卫健委办公厅印发《影像云平台建设指南》，3月1日起施行。",
    { offices: ["国家疾控局综合司", "国家卫健委办公厅"], terms: ["影像云平台"] },
    /厅(?:3月1日起)?施行/u,
  ],
  [
    "a deadline is not left out",
    "补卡",
    "根据通知，2025年底前三级医院急救调度平台部署率达到70%。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    /部署率达到70%/,
  ],
  [
    "what one says is to be done is not told as done",
    "丫头",
    "佳木斯市AI随访系统拨打电话17.3万人次。市卫健局局长说，入冬前要把慢病管理扩到慢阻肺，再给牧点添40台设备。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["AI随访系统", "慢病管理"] },
    /40台/,
  ],
  [
    "the city did not make what a hospital and a company made",
    "村医的搭档",
    "平板里装的，是省城医科大学附属医院和海讯公司联合研发的慢阻肺筛查系统。佳木斯市首批试用。",
    {
      region: ["黑龙江省佳木斯市", "佳木斯市"],
      hospital: "省城医科大学附属医院",
      offices: ["海讯公司"],
      terms: ["慢阻肺筛查系统"],
    },
    /^佳木斯研发/,
  ],
  [
    "nor what a national body published",
    "考卷答了三年",
    "国家卫健委医院管理研究所近日公布电子病历评价结果，佳木斯市中心医院通过六级评价。该院用了三年。",
    { hospital: "佳木斯市中心医院", bodies: ["国家卫健委医院管理研究所"], terms: ["电子病历"] },
    /^佳木斯市中心医院公布/,
  ],
  [
    "a hospital is not what has run for so many months",
    "空床",
    "佳木斯市中心医院运行14个月，床位管理系统让等床时间缩短到2小时。",
    { hospital: "佳木斯市中心医院", terms: ["床位管理系统"] },
    /医院运行14个月/,
  ],
  [
    "who sees to it is no event",
    "送血",
    "佳木斯市急救航线启用，起降由急救调度平台统一下达。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    /起降由/,
  ],
  [
    "a point of a list has a subject of its own",
    "结算满月",
    "部分卫生院因平台中断，有1.9万笔未入账；二是医保结算平台上传率为91.5%，低于98%的要求。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["医保结算平台", "平台"] },
    /二是|卫生院.{0,4}医保结算平台/,
  ],
  [
    "5G is no figure",
    "贴心",
    "佳木斯市AI随访系统上线。随访系统测完经5G网络传到医院。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["AI随访系统", "随访系统", "5G网络"] },
    /，.*5G/,
  ],
  [
    "the predicate of 为 is not left out",
    "老街坊",
    "市里以市医院为龙头，搭起慢病管理平台，覆盖42万人。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["慢病管理平台"] },
    /以市医院搭起/,
  ],
  [
    "a line does not end inside a time, nor before what is made public",
    "入表",
    "佳木斯市中心医院影像云平台对外公布。佳木斯市中心医院在影像云平台试运行里。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    /(?:对外公布|里)$/,
  ],
  [
    "what the reader is asked to do is no event",
    "护士上门",
    "微信搜索“佳木斯市中心医院互联网医院”。佳木斯市中心医院互联网医院上线。",
    { hospital: "佳木斯市中心医院", terms: ["互联网医院"] },
    /微信搜索/,
  ],
  [
    "a title's part that says what kind of piece it is",
    "药香追着人走——佳木斯共享中药房运行百日记",
    "佳木斯市共享中药房3月25日开张，累计处理处方36.8万张。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["共享中药房"] },
    /百日记/,
  ],
  [
    "a total of half a year is not told without its half year",
    "片子换家医院还认吗",
    "佳木斯市影像云平台联通31家医院；上半年累计互认58.7万项次。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /(?<!上半年)累计互认/,
  ],
  [
    "a mean time without what takes it",
    "病人留下来",
    "佳木斯市建成影像云平台。乡里检查，平均18分钟回传。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /平均18分钟回传/,
  ],
  [
    "a head of the title that names nobody is not put before its last part",
    "医生说土话，病历自动写好——佳木斯上线语音病历系统",
    "佳木斯市上线语音病历系统，生成病历9.6万份。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["语音病历系统"] },
    /^医生说土话佳木斯/,
  ],
  [
    "what 把 brings is not left without its verb",
    "抢在路上的27分钟",
    "今年5月投用的急救调度平台把全市12个县43个急救站、118辆救护车连成一张网。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["急救调度平台"] },
    /把12个县43个急救站(?:$|，)/,
  ],
  [
    "what it was before is not told as what it is",
    "抢在路上的27分钟",
    "佳木斯市上线急救调度平台。平台运行前，急救平均反应时间为14分38秒，现在是10分52秒。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["急救调度平台"] },
    /14分38秒/,
  ],
  [
    "a day that leads something in is no event",
    "一张处方能走多远",
    "启用当天，老人在药店凭电子处方取药，流转处方4.6万张。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["电子处方"] },
    /当天(?:$|，)/,
  ],
  [
    "what a platform is gives no line, but what follows is still the platform's",
    "片子去哪儿了",
    "佳木斯市近日发布消息。影像云平台是全省的样板，开通影像检索23项。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台", "影像检索"] },
    /^佳木斯开通|是全省的样板/,
  ],
  [
    "a document by its short name alone",
    "路线图来了",
    "佳木斯市近日印发《影像云平台建设指南（试行）》（以下称《指南》）。《指南》共6章38条，要求二级以上医院接入影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /《指南》/,
  ],
  [
    "a figure of the one hospital that is an example is not told of the city, though its name holds the city's",
    "医保怎么管",
    `佳木斯市监管平台近日上线。${"监管平台上线以后，各家单位的结算都要先过一遍规则。".repeat(8)}在佳木斯大学附属红星医院，规则嵌入监管平台，问题病历降到50张。`,
    { region: ["黑龙江省佳木斯市", "佳木斯市"], hospital: "佳木斯大学附属红星医院", terms: ["监管平台"] },
    /50张/,
  ],
  [
    "what a thing is, without a figure, is no event; a point of a list goes on from nothing",
    "病历谁来写",
    "佳木斯市影像云平台近日上线。数据安全是影像云平台的另一道坎。二是接入质控规则186条。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台", "数据安全"] },
    /另一道坎|二是/,
  ],
  [
    "a figure of one hospital without a name is not told of the city",
    "医保怎么管",
    "佳木斯市监管平台近日上线。上月，某二级医院因虚记费用被监管平台查出，退回基金9.3万元。监管平台追回基金820万元。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["监管平台"] },
    /9\.3万元/,
  ],
  [
    "what shall be done by June is no line of what was done",
    "演练之后",
    "佳木斯市近日举办演练。全市三级医院今年6月底前全部完成影像云平台测评，乡镇卫生院年内接入影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /完成|接入/,
  ],
  [
    "a day in the midst of a clause goes whole or not at all",
    "新规来了",
    "全市62家医院须在9月30日前全部接入监管平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["监管平台"] },
    /须30|9月30全/,
  ],
  [
    "建设的平台连着26家医院: the verb is the modifier's",
    "边城暖意——佳木斯市中心医院发展纪实",
    "佳木斯市中心医院又有新变化。医院牵头建设的会诊平台连着6个县的26家医院。",
    { hospital: "佳木斯市中心医院", terms: ["会诊平台"] },
    /建设会诊平台连着/,
  ],
  [
    "“见面”靠的是… answers a question that nobody asked",
    "山里的第三次“见面”",
    "“见面”靠的是影像云平台，影像云平台接诊1.2万人次。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /靠的是/,
  ],
  [
    "the second part does not begin with the word that the first ends with",
    "片子去哪儿了",
    "佳木斯建成影像云平台。影像云平台累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /影像云平台，影像云平台/,
  ],
  [
    "the province's office is not the city's",
    "村里来了5G诊室",
    "省卫健委2020年启动远程诊断平台工程。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["远程诊断平台"] },
    /佳木斯省/,
  ],
  [
    "a name is not told twice",
    "佳木斯互联网医院的一年",
    "佳木斯互联网医院去年上线。医院建成互联网医院，接诊5万人次。",
    { hospital: "佳木斯互联网医院", terms: ["互联网医院"] },
    /互联网医院建成互联网医院/,
  ],
  [
    "what the title tells of one hospital is not told of the city",
    "候诊时间缩短一半！佳木斯这家医院上线分诊平台",
    "佳木斯市中心医院上线分诊平台，每天服务3000人次。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], hospital: "佳木斯市中心医院", terms: ["分诊平台"] },
    /^佳木斯候诊/,
  ],
  [
    "what was found in one county is not told of the city",
    "影像怎么共享",
    "佳木斯市影像云平台近日上线。汤原县的回访显示，患者平均少做1.7项检查，影像报告等候缩短30分钟。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台", "影像报告"], elsewhere: "汤原县" },
    /少做1\.7项|30分钟/,
  ],
  [
    "what one part or one hospital reached is not told of all",
    "看病少跑路",
    "佳木斯市开通移动支付。其中23家医院已改造，累计结算17.9万笔。这家医院完成改造，累计结算8.1万笔。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["移动支付"] },
    /17\.9万笔|8\.1万笔/,
  ],
  [
    "what is not put down is not put down",
    "病历也能过关",
    "佳木斯市启动电子病历互通试点，电子病历加密传送，不落地第三方服务器。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["电子病历"] },
    /(?<!不)落地/,
  ],
  [
    "a system that nobody may set up is not the one that goes on",
    "村医减负",
    "各部门不得另设系统让村医填报。系统应接入佳木斯市影像云平台，报送18项。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /另设系统应/,
  ],
  [
    "the name of a section",
    "片子去哪儿了",
    "佳木斯建成影像云平台。【短板】影像云平台覆盖不均，12家医院没有接入。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /短板|[【】]/,
  ],
  [
    "a quotation mark that nothing closes",
    "手机里的绿色小卡",
    "佳木斯市卫健委公布，今年5月推出的“国际健康卡”已发放1.3万张，覆盖八成。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["国际健康卡"] },
    /^[^“]*”|“[^”]*$/,
  ],
  [
    "what one can do has not been done",
    "机械臂做B超",
    "佳木斯市启用远程超声系统。乡镇医生轮流来“跟班”，不少人已能用远程超声系统独立完成常规扫查。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["远程超声系统"] },
    /佳木斯完成/,
  ],
  [
    "a place or a system behind its period is not told again",
    "片子去哪儿了",
    "佳木斯市启用影像云平台。今年，佳木斯市投入2680万元，影像云平台接入12家医院。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯[^，]*，今年佳木斯|平台，今年影像云/,
  ],
  [
    "a total is not of the year that something was put to use in",
    "片子去哪儿了",
    "去年，佳木斯启用影像云平台二期，累计接收影像26万例。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /去年累计/,
  ],
  [
    "what nobody may do, behind a list",
    "片子去哪儿了",
    "佳木斯各单位不得自行建设、上线影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯上线/,
  ],
  [
    "what is meant to be done, one word before its day",
    "片子去哪儿了",
    "佳木斯拟于今年上线影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /佳木斯上线/,
  ],
  [
    "what is to be by the end of this year",
    "片子去哪儿了",
    "佳木斯建成影像云平台。到今年底，影像云平台互认项目达到136项。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^影像云平台互认项目达到|，互认项目达到/,
  ],
  [
    "a figure to come is no figure reached",
    "影像怎么共享",
    "佳木斯市影像云平台近日上线。到2025年底，影像云平台互认项目增至200项。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /200项/,
  ],
  [
    "a city does not 覆盖 what its network covers",
    "看病不排队",
    "佳木斯市推进医保移动支付，由市医保局牵头，移动支付系统已覆盖12家三级医院，覆盖41家二级医院的支付系统。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["支付系统"] },
    /^佳木斯覆盖/,
  ],
  [
    "a clause that ends in 后 is no line",
    "理赔快了",
    "佳木斯市影像云平台上线后，理赔时间由12天缩短到3天。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /后(?:$|，)/,
  ],
  [
    "a year that goes takes its 的 along",
    "看病不排队",
    "佳木斯市预约平台近日上线，预约挂号率由2020年的39%提高到82%。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["预约平台"] },
    /由的/,
  ],
  [
    "这76辆 has no owner in the title",
    "这76辆救护车接入急救平台",
    "佳木斯市急救平台近日上线。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救平台"] },
    /这76辆/,
  ],
  [
    "a plan of the state is not the city's",
    "数据怎么用",
    "国家近日发布数据行动计划。行动计划推广影像云平台互认。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /佳木斯行动计划/,
  ],
  [
    "a list of counts whose verb stands behind it is not cut",
    "测评结果公布",
    "佳木斯市影像云平台近日上线，平台有4个县区、17家医院通过。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /4个县区$/,
  ],
  [
    "the second point of a list does not go behind a line",
    "病历谁来写",
    "佳木斯市影像云平台近日上线。为此平台加了两道闸：一是逐项比对，二是接入质控规则186条。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /二是/,
  ],
  [
    "分三期 is not the third stage",
    "账本",
    "佳木斯市中心医院分三期投入1.1亿元改造影像云平台。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    /医院三期/,
  ],
  [
    "a part of a title that says nothing of what it counts",
    "药盒上20个数字，“揪”出重复卖药的人",
    "佳木斯市医保智能监管平台上线满一年，累计提醒118.6万次。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["医保智能监管平台"] },
    /20个数字/,
  ],
  [
    "a year and its 的 go together",
    "检查结果通了",
    "佳木斯推进检查结果互认：互认项目由去年的120项增至216项。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["检查结果互认"] },
    /由的/,
  ],
  [
    "what a thing of no name does is not told of the hospital",
    "佳木斯市中心医院请来新搭档",
    "佳木斯市中心医院是首批试点。这个参数量130亿的医疗大模型部署在医院本地机房，接入电子病历，并承担病历质控。",
    { hospital: "佳木斯市中心医院", terms: ["医疗大模型", "电子病历", "病历质控"] },
    /医院(?:承担|接入)/,
  ],
  [
    "what is held has a name that holds a verb",
    "救护车跑得快",
    "佳木斯市卫健委、医保局联合召开急救调度平台运行情况通报会。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
    /佳木斯运行/,
  ],
  [
    "the place is not named again behind a line of the place",
    "村里拍片",
    "佳木斯启用影像云平台。佳木斯市投入2680万元，接入12家医院。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    /^佳木斯.*，佳木斯市投入/,
  ],
  [
    "a department of a hospital is not the city's",
    "账本",
    "信息科和老药师一道，把验方逐条录入，建成验方平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["验方平台"] },
    /佳木斯信息科/,
  ],
  [
    "a figure of another system does not go behind",
    "县里建起云网络",
    "佳木斯市影像云平台近日上线。今年6月，互联网医院开张，村民在家续方，注册用户5.6万人。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台", "互联网医院"] },
    /影像云平台.*5\.6万/,
  ],
  [
    "累计 does not go on with what is told later",
    "结算换了新样子",
    "刷脸终端近日进驻社区。累计结算1.8万笔。佳木斯市推广移动支付平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["刷脸终端", "移动支付平台"] },
    /移动支付平台，累计/,
  ],
  [
    "what went on line in one hospital is not the city's",
    "病历写得快了",
    "帮医生省下时间的，是佳木斯市1月在该院上线的病历生成大模型。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["病历生成大模型"] },
    /^佳木斯上线/,
  ],
  [
    "what a company founded, its city did not",
    "数据怎么流动",
    "龙江数据公司牵头成立影像云平台联盟。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯成立/,
  ],
  [
    "a name with its modifier is no event, though a verb stands in the modifier",
    "跨过江口的数据",
    "佳木斯市近日发布消息。这是规定实施以来，佳木斯影像云平台领域首个以数据出境方式开展的联合研究项目。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    /开展的联合研究项目$/,
  ],
  [
    "a point's number is no part of what it says, and nobody who supports it pays for it",
    "项目怎么建",
    "佳木斯市近日发布公告。2．影像云平台须通过三级测评。项目由市卫健委牵头，佳木斯大学提供技术支持，投入520万元建设影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], bodies: ["佳木斯大学"], terms: ["影像云平台"] },
    /2[．.]|大学投入/,
  ],
  [
    "what many hospitals have is not the one's that acts",
    "佳木斯市中心医院：刷脸就医",
    "医院近日有了新变化。移动支付平台在21家定点医院开通，累计结算68.3万笔。",
    { hospital: "佳木斯市中心医院", terms: ["移动支付平台"] },
    /中心医院移动支付平台在21家/,
  ],
  [
    "how it was in another century",
    "草原上的新账本",
    "佳木斯市近日发布消息。20世纪80年代起，影像云平台的前身靠12名监测员画图。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /前身/,
  ],
  [
    "what one person paid does not go behind",
    "刷医保了",
    "佳木斯市影像云平台近日上线。影像云平台上屏幕显示，个人支付9.65元。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /9\.65/,
  ],
  [
    "a national office's circular is not the place's",
    "国家医保局关于加快影像云平台部署应用的通知",
    "佳木斯市等地先行。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯加快/,
  ],
  [
    "nor is the province's the city's",
    "黑龙江省卫生健康委员会关于加快影像云平台部署应用的通知",
    "佳木斯市等地先行。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯市?加快/,
  ],
  [
    "what is said of a circular is not what the circular is about",
    "专家解读关于加快影像云平台部署应用的通知",
    "佳木斯市举办专家解读会。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^佳木斯加快/,
  ],
  [
    "a period goes whole or not at all",
    "账本",
    "佳木斯市影像云平台近日上线。1至9月影像云平台调阅1486万次。佳木斯市于9月29日至10月17日之间的10个工作日启用影像云平台二期。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /(?:^|，)1影像|至之间|(?:^|佳木斯市?)的10个/,
  ],
  [
    "how long something was used is no date, and the same evening is needed by what was done at once",
    "连根换掉",
    "佳木斯市中心医院把用了16年的影像云平台连根换掉，当晚即完成影像云平台部署。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    /把用影像|(?<!当晚)即完成/,
  ],
  [
    "who leads it does not put it into use",
    "药房",
    "佳木斯影像云平台由市中医院牵头，10月20日投入使用，接入25家卫生院。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], hospital: "市中医院", terms: ["影像云平台"] },
    /由市中医院(?:投入|接入)/,
  ],
  [
    "a date before 就 is not split, and how long, from 10 to 15 years, is none either",
    "连根换掉",
    "佳木斯市影像云平台近日上线。去年6月就接入12家医院影像云平台。佳木斯市把用了10至15年的影像云平台连根换掉。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /(?<!\d)月就接入|把用影像/,
  ],
  [
    "what is told of the whole province is not its city's, where the press was told",
    "医保码用得多了",
    "省医保局12月21日在佳木斯举行通气会，全省影像云平台激活人数达到2986万。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    /^佳木斯.*2986/,
  ],
  [
    "州里 is not the county's",
    "对话",
    "汤原县医院近日接受采访。州里提出7个县市都建成影像云平台。",
    { region: ["黑龙江省佳木斯市汤原县", "汤原县"], terms: ["影像云平台"] },
    /^汤原县?提出/,
  ],
  [
    "这是 and 这样 point back",
    "急救一张网",
    "这是佳木斯市影像云平台贯通后救治的病人。平台完成联网，接入12家医院。佳木斯市建成12个这样的影像云平台。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /这/,
  ],
  [
    "a figure's 去年的 does not lose its 由",
    "村医的包",
    "佳木斯市影像云平台收到心电图6.3万份。村民看病的比例，从去年的41%回升到58%。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /(?<!从)去年的41|，的41/,
  ],
  [
    "what somebody laid somewhere is not laid by the office that had it made",
    "村医的包",
    "佳木斯市卫健委下决心减系统，请公司做了一套“村医一点通”，把四套表合成一个界面，部署在影像云平台上。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], offices: ["佳木斯市卫健委"], terms: ["影像云平台"] },
    /卫健委部署在|^佳木斯市?部署在/,
  ],
  [
    "what was joined and brought out is a name, no event",
    "看病不用先掏钱",
    "佳木斯市卫健委联合市医保局、建设银行推出的“信用就医”服务，在6家医院开通。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], offices: ["佳木斯市卫健委", "市医保局"], terms: ["“信用就医”服务"] },
    /银行推出的/,
  ],
  [
    "the tail of a modifier heads no line",
    "老人怎么挂号",
    "今年5月印发的《佳木斯市影像云平台改造清单》共有23条。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /^印发的/,
  ],
  [
    "what the province pays does not go behind a city's line",
    "村医一天登几套系统",
    "佳木斯市建成影像云平台。全省启动影像云平台整合，省财政安排4500万元。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /，省财政/,
  ],
  [
    "a question without a mark is one",
    "佳木斯影像云平台：医院超没超、亏没亏，当月就知道",
    "佳木斯市影像云平台近日上线。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
    /超没超/,
  ],
  [
    "where a document was made public is not who issued it",
    "首个评测规范发布",
    "龙江标准学会在佳木斯发布《影像云平台评测规范》。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], bodies: ["龙江标准学会"], terms: ["影像云平台"] },
    /学会佳木斯发布/,
  ],
  [
    "该院 issues nothing in a line that stands alone",
    "考卷",
    "龙江研究院出了考卷。该院在佳木斯发布《影像云平台评估报告》。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], bodies: ["龙江研究院"], terms: ["影像云平台"] },
    /该院/,
  ],
  [
    "the day of the report is no word of a line",
    "影像云",
    "佳木斯市卫健委今天通报影像云平台检查结果。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], offices: ["佳木斯市卫健委"], terms: ["影像云平台"] },
    /今天/,
  ],
  [
    "what the canteen brought out is not the hospital's event",
    "佳木斯市中心医院的转身",
    "佳木斯市中心医院的影像云平台已经老了。食堂推出的打糕和大酱汤，成了老人的念想。",
    { hospital: "佳木斯市中心医院", terms: ["影像云平台"] },
    /推出打糕/,
  ],
  [
    "the city's figure does not go behind its district's line",
    "家门口看片子",
    "全市影像云平台接入医院218家，我区影像云平台接入医院12家，检查互认12万份。",
    { region: ["黑龙江省佳木斯市郊区", "郊区"], terms: ["影像云平台"] },
    /218家/,
  ],
  [
    "a part of the title without its subject",
    "独居老人的“守护员”，佳木斯已上岗2600个",
    "佳木斯市影像云平台近日上线。",
    { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["影像云平台"] },
    /^佳木斯已上岗2600个$/,
  ],
  [
    "an internet hospital is not the city's",
    "线上的冬天",
    "记者走访佳木斯市。互联网医院接诊14.3万人次。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["互联网医院"] },
    /^佳木斯市?互联网医院/,
  ],
];

test.each(NEVER)("%s", (_, title, text, names, never) => {
  for (const line of linesFor(title, text, names)) expect(line).not.toMatch(never);
});

test.each(CASES)("%s", (_, title, text, names, want) => {
  expect(linesFor(title, text, names)).toContain(want);
});

test("the year of what was made public is a date, and the 的 behind one goes with it", () => {
  const names: Names = { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] };
  expect(linesFor("账本", "佳木斯市公布了2023年影像云平台调阅结果。", names)).toContain(
    "佳木斯市公布影像云平台调阅结果",
  );
  expect(linesFor("账本", "佳木斯市完成中旬的影像云平台演练。", names)).toContain("佳木斯市完成影像云平台演练");
});

test("no line asks, points back or is too long", () => {
  const lines = linesFor(
    "影像怎么共享？我市这样做",
    "该市影像云平台已接入12家医院，累计调阅5万次。记者了解到，这一平台由市卫健委建设，检查结果当天互认。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] },
  );
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line).not.toMatch(/[？?]|[该我]市|这一/u);
  }
});

test.each([
  ["国家卫生健康委员会印发指引", "国家卫健委印发指引"],
  ["省医疗保障局部署移动支付", "省医保局部署移动支付"],
  ["市疾病预防控制中心上线平台", "市疾控中心上线平台"],
])("%s → %s", (line, want) => {
  expect(shortOffices(line)).toBe(want);
});

test("quotation marks and brackets of a row are closed, 【 and 】 stand in none", () => {
  const story = readStory(extractionOf("标题", "“甲（乙）”《丙》【丁】", {}), roles);
  const row = (from: number, to: number): number[] =>
    story.tokens.flatMap((t, i) => (i >= story.title && t.start >= from && t.end <= to ? [i] : []));
  expect(isWhole(story, row(0, 9))).toBe(true);
  for (const [from, to] of [
    [0, 5],
    [1, 6],
    [2, 4],
    [6, 8],
    [7, 9],
    [9, 12],
  ] as const)
    expect(isWhole(story, row(from, to)), `${from}–${to}`).toBe(false);
});

test("a text that ends behind the number of a point is read", () => {
  const names = { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["影像云平台"] } satisfies Names;
  for (const end of ["。一是", "；二是", "，三是"])
    expect(linesFor("片子去哪儿了", `佳木斯建成影像云平台${end}`, names)).toContain("佳木斯建成影像云平台");
});

test("a story may be read for lines twice", () => {
  const story = readStory(
    extractionOf("平台上线", "佳木斯市上线影像云平台，接入12家医院。", { terms: ["影像云平台"] }),
    roles,
  );
  const lexis = weighStory(story, titleWords(story), model);
  const once = linesOf(lexis, 40).map((l) => textOf(story, l));
  expect(linesOf(lexis, 40).map((l) => textOf(story, l))).toEqual(once);
  expect(new LineMaker(lexis, 40).lines).toEqual([]);
});

test("what is planned is not told as done, and months keep the year's part they count", () => {
  const lines = linesFor(
    "救护车为啥越跑越快",
    "今年前三季度佳木斯市急救调度平台受理呼救1.9万次。下一步，佳木斯市将把急救调度平台延伸到乡镇，年内实现村级全覆盖。" +
      "到2025年底，佳木斯市基本建成急救调度平台体系。",
    { region: ["黑龙江省佳木斯市", "佳木斯市"], terms: ["急救调度平台"] },
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((l) => /延伸|全覆盖|建成/.test(l))).toEqual([]);
  expect(lines.filter((l) => /^三季度/.test(l))).toEqual([]);
});

test("a place whose name begins with 前 is no day to come", () => {
  const lines = linesFor("看病少跑路", "前海人民医院上线急救调度平台，受理呼救1.9万次。", { terms: ["急救调度平台"] });
  expect(lines.some((l) => l.includes("上线急救调度平台"))).toBe(true);
});

test("a term in quotation marks is a word, a quotation mark is none", () => {
  expect(markOf("“互联网+医疗健康”")).toBe(WORD);
  expect(markOf("“")).toBe(QUOTE);
  expect(markOf("——")).toBe(DASH);
});

test("a title tells who did what or how much with what; the name of a document does not", () => {
  const told = (title: string, terms: string[]): boolean =>
    tells(readStory(extractionOf(title, "正文。", { region: ["黑龙江省佳木斯市", "佳木斯"], terms }), roles));
  expect(told("佳木斯智慧共享中药房一季度接方19.6万张", ["智慧共享中药房"])).toBe(true);
  expect(told("佳木斯智慧共享中药房里的药香", ["智慧共享中药房"])).toBe(false);
  expect(told("关于佳木斯推进医保移动支付工作的通知（摘编）", ["医保移动支付"])).toBe(false);
});

test("the place does not lead what its hospital led, nor launch what some 医院 did", () => {
  const names: Names = { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["家庭医生签约系统"] };
  const led = linesFor("十年", "佳木斯市总医院牵头上线家庭医生签约系统。", names);
  const own = linesFor("十年", "市总医院牵头上线家庭医生签约系统，佳木斯用了十年。", {
    ...names,
    offices: ["市总医院"],
  });
  expect([...led, ...own].filter((l) => /^佳木斯牵头/.test(l))).toEqual([]);
  const turned = linesFor("十年", "佳木斯有了新办法。替她打草稿的，是医院今年3月上线的家庭医生签约系统。", names);
  expect(turned.filter((l) => /^佳木斯上线/.test(l))).toEqual([]);
});

test("one of two issuers in the title is not told alone, and a document's number is no figure", () => {
  const lines = linesFor(
    "佳木斯市医保局 佳木斯市药监局关于做好追溯码采集工作的通知",
    "湘医保发〔2024〕29号\n各医疗保障局：\n为落实追溯码工作，佳木斯市医保局、市药监局决定在全市医药机构开展药品追溯码采集应用。",
    {
      region: ["黑龙江省佳木斯市", "佳木斯"],
      terms: ["追溯码", "湘医保"],
      offices: ["佳木斯市医保局", "佳木斯市药监局"],
    },
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((l) => l.startsWith("佳木斯市药监局"))).toEqual([]);
  expect(lines.filter((l) => l.includes("〔"))).toEqual([]);
});

test("short names of divisions", () => {
  expect(["内蒙古自治区", "宁夏回族自治区", "贵州省黔南布依族苗族自治州", "辽宁省沈阳市"].map(shortDivision)).toEqual([
    "内蒙古",
    "宁夏",
    "黔南州",
    "沈阳",
  ]);
});

test("a line does not leave out which centres, into what, or what went on line", () => {
  const names: Names = { region: ["黑龙江省佳木斯市", "佳木斯"], terms: ["医共体信息平台"] };
  const lines = linesFor(
    "看病少跑路",
    "佳木斯投入1260万元建设医共体信息平台，46家医疗机构全部接入，三个中心累计出具报告2.7万份。8月，医共体信息平台正式上线运行。",
    names,
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((l) => /三个中心|^(?:佳木斯)?46家医疗机构全部接入|^佳木斯(?:正式)?上线运行/u.test(l))).toEqual(
    [],
  );
  const county: Names = { region: ["黑龙江省桦川县", "桦川县"], terms: ["医共体信息平台"] };
  const office = linesFor("看病少跑路，桦川县有了新办法", "县卫健局上线医共体信息平台。", {
    ...county,
    offices: ["县卫健局"],
  });
  expect(office.some((l) => l.startsWith("桦川县上线"))).toBe(true);
  const joined = linesFor(
    "看病少跑路",
    "今年起，该市依托医共体信息平台建设互认系统，分三批接入市、县两级15家公立医院。医共体信息平台日前正式上线运行。",
    names,
  );
  expect(joined.filter((l) => /^佳木斯(?:接入|上线)/u.test(l))).toEqual([]);
  expect(office.filter((l) => l.includes("县县"))).toEqual([]);
});

test("a hospital's own account says its name only as the source", () => {
  const text = "日前，我院通过六级评审。专家来自省城肿瘤医院。";
  const extraction = extractionOf("喜报｜我院通过六级评审", text, { terms: ["六级评审"], hospital: "省城肿瘤医院" });
  const { document } = extraction.reading;
  const sourced = {
    ...extraction,
    reading: { ...extraction.reading, document: { ...document, source: "佳木斯市中心医院微信公众号" } },
  };
  const story = readStory(sourced, roles);
  const lines = linesOf(weighStory(story, titleWords(story), model), 40).map((l) => textOf(story, l));
  expect(lines).toContain("佳木斯市中心医院通过六级评审");
});

test("where the body alone says 我院, it is whoever publishes, and no line says it", () => {
  const text = "我院影像云平台接入68家药店。省城肿瘤医院也来学习。";
  const extraction = extractionOf("不用再跑一趟", text, { terms: ["影像云平台"], hospital: "省城肿瘤医院" });
  const linesOfSource = (source: string): string[] => {
    const { reading } = extraction;
    const story = readStory(
      { ...extraction, reading: { ...reading, document: { ...reading.document, source } } },
      roles,
    );
    return linesOf(weighStory(story, titleWords(story), model), 40).map((l) => textOf(story, l));
  };
  const lines = linesOfSource("佳木斯市妇幼保健院服务号");
  expect(lines).toContain("佳木斯市妇幼保健院影像云平台接入68家药店");
  expect(lines.filter((l) => l.includes("我院"))).toEqual([]);
});

test("what came of it goes before all other lines", () => {
  const headline = (title: string, text: string, names: Names) =>
    headlineOf(extractionOf(title, text, names), roles, model, 40);
  const names = { region: AREA, terms: ["影像云平台"] };
  const awarded = "佳木斯影像云平台接入12家医院。联合体以2986万元中标影像云平台项目。";
  expect(headline("佳木斯影像云平台项目中标结果公布", awarded, names)).toBe("佳木斯影像云平台项目2986万元中标");
  // Told already.
  expect(headline("东软集团中标佳木斯影像云平台项目", awarded, names)).toBe("东软集团中标佳木斯影像云平台项目");
  expect(
    headline(
      "刚刚，六级！这张考卷答了三年",
      "影像云平台接入12家医院。省里公布电子病历系统应用水平分级评价结果，佳木斯中心医院通过六级评审。",
      { ...names, hospital: "佳木斯中心医院" },
    ),
  ).toMatch(/^佳木斯中心医院通过电子病历系统应用水平六级评审/);
});

test("where no line is good, a plain title stands, behind the place that it leaves out", () => {
  const headline = (title: string) =>
    headlineOf(
      extractionOf(title, "佳木斯启用影像云平台，接入12家医院。", {
        region: ["黑龙江省佳木斯市", "佳木斯"],
        terms: ["影像云平台"],
      }),
      roles,
      model,
      40,
    );
  expect(headline("佳木斯胡杨树下的移动卫生室")).toBe("佳木斯胡杨树下的移动卫生室");
  // Where, only the body says.
  expect(headline("胡杨树下的移动卫生室")).toBe("佳木斯：胡杨树下的移动卫生室");
  expect(headline("移动卫生室能走多远？")).toMatch(/^佳木斯启用影像云平台/);
});

test("a name that is put in says its last word once", async () => {
  const analyzer = await createAnalyzer();
  const { headline } = analyzer.analyze({
    title: "大模型写病历，谁来签字？北京友谊医院给出的答案",
    content:
      "心内科医生小梁按下按钮，一份出院记录的草稿就写好了。\n这是首都医科大学附属北京友谊医院自主训练的病历大模型，如今覆盖46个病区。\n" +
      "谁来负责？院里成立人工智能伦理小组，差错超过1%就停用整顿。",
  });
  expect(headline).toMatch(/^首都医科大学附属北京友谊医院成立人工智能伦理小组/);
});

test("a post's particle is left out of its line", async () => {
  const analyzer = await createAnalyzer();
  const content = "3月1日起，洛阳市中心医院智慧服务平台正式上线啦！号源提前14天放出，预约精确到15分钟。";
  expect(analyzer.analyze({ title: "好消息！洛阳市中心医院智慧服务平台上线啦", content }).headline).toMatch(/上线$/);
});
