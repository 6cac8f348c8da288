import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import { readProse } from "../../src/summarize/clauses.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));

const kinds: [string, string[]][] = [
  ["记者从市卫健委获悉，平台8月启用，覆盖12家医院。", ["speech", "full", "linked"]],
  ["据悉，截至9月底，系统累计调阅3万次。", ["filler", "phrase", "full"]],
  ["首批项目共98项，其中检验72项。", ["full", "dependent"]],
  ["“片子不用重拍。”患者李某说。", ["speech"]],
  ["到2025年，三级医院全部达标。", ["phrase", "full"]],
  ["拿不准的，由镇卫生院会诊。", ["phrase", "bare"]],
  // The time of day leads in, and ends nothing.
  ["11时10分，方子传到药房。", ["phrase", "full"]],
  // Until when, and a list of cases, of which nothing has been said yet.
  ["市里办了11期培训班，到了第七期，教室才坐满。", ["full", "phrase", "full"]],
  ["落户、参保、领取津贴等8类场景，不得再要求纸质件。", ["phrase", "bare"]],
  ["预约、查询、缴费等32项功能上线，接入18家医院。", ["bare", "bare"]],
  ["平台覆盖流感、手足口等17类疾病，接入12家医院。", ["full", "bare"]],
  // Who came, and not yet what they did.
  ["来自6个省的120余名代表，围绕远程医疗展开讨论。", ["phrase", "bare"]],
  // What 约合 counts stands before it.
  ["减少重复检查2万项次，约合600万元。", ["linked", "dependent"]],
  // A count of what the clause before names, and a count that says itself what it counts.
  ["医院做远程会诊，去年共6800余例。", ["full", "dependent"]],
  ["平台8月启用，去年传输院前数据4200余例。", ["full", "full"]],
  // What is passed, and what was begun, is a predicate.
  ["安和市影像云平台（一期）通过专家组初验。", ["full"]],
  ["平台去年5月动工，总投资2200万元。", ["full", "dependent"]],
  // How long it has run leads in what came of it.
  ["运行两个月，专家指导救治患者900人次。", ["phrase", "full"]],
  // A measure of what the clause before speaks of.
  ["语音随访系统打了8.2万通电话，接通率83%。", ["full", "dependent"]],
  ["中心把数据集授权给企业两年，价格86万元。", ["full", "dependent"]],
  ["高血压规范管理率83%。", ["full"]],
  // Nothing but somebody's words.
  ["“数据才是真正的金矿”。", ["speech"]],
  // Who made it comes before the subject.
  ["由市医院研发的“肺结节影像数据集”在交易平台挂牌。", ["full"]],
  ["由省卫生信息学会组织的案例评选结果在安和市公布。", ["full"]],
  ["由市疾控中心牵头起草的地方标准《监测规范》正式发布，将于明年1月1日起施行。", ["full", "linked"]],
  ["由市医院牵头、省医院提供技术支持的质控平台，已接入16家医院。", ["phrase", "linked"]],
  ["由省卫健委指导的2023数字健康创新大会，12月1日在安和市举行。", ["phrase", "bare"]],
  // What it reaches, however long, is of the subject; a count of what is reached is not.
  ["覆盖全市312所中小学和幼儿园、14.8万名学生的监测系统运行三个月，已预警96起。", ["full", "linked"]],
  ["平台上线，覆盖四个县的29个乡镇，已管理1836人。", ["full", "linked", "linked"]],
  // Who asks and who answers in an interview.
  [
    "记者：铺开到什么程度？\n韩立：扩大到31个科室。\n记者：最担心什么？\n韩立：签名之前必须逐段确认。",
    ["filler", "bare", "filler", "bare", "filler", "bare", "filler", "bare"],
  ],
  ["医院将试用大模型，力争明年通过评估。", ["full", "bare"]],
  // Verbs that the tagger takes for nouns.
  ["区域互联网医院总部落户安和市，演练还设了断网科目。", ["full", "full"]],
];

test.each(kinds)("the clauses of %s", (text, want) => {
  const prose = readProse(plainExtraction("k", "", text).reading.text, words);
  expect(prose.clauses.map((c) => c.kind)).toEqual(want);
});

test("what is counted has been named before; a press meeting needs what it was held for", () => {
  const read = (text: string) => readProse(plainExtraction("n", "", text).reading.text, words).clauses;
  expect(read("这样的血压计，全县一年发出去3200只。")[1]!.needsPrevious).toBe(true);
  expect(read("省政府召开新闻发布会，通报建设进展。")[0]!.needsNext).toBe(true);
  expect(read("国家医保局11日举行新闻发布会，全国医保码用户达11.3亿人。")[0]!.needsNext).toBe(true);
});

test("what has grown stands before 同比", () => {
  const read = (text: string) => readProse(plainExtraction("y", "", text).reading.text, words).clauses;
  expect(read("增长最快的是影像软件，前三季度同比增长44.8%。")[1]!.needsPrevious).toBe(true);
  expect(read("营收再创新高，影像软件收入同比增长44.8%。")[1]!.needsPrevious).toBe(false);
});

test("what 就 takes up stands before it", () => {
  const [, clause] = readProse(plainExtraction("t", "", "试点半年，就有1.9万名老人用上。").reading.text, words).clauses;
  expect(clause!.needsPrevious).toBe(true);
});

test("what follows from the clause before needs it, not what follows from a word of its own", () => {
  const read = (text: string) => readProse(plainExtraction("c", "", text).reading.text, words).clauses;
  expect(read("医生一开单，系统就会提醒已做过。")[1]!.needsPrevious).toBe(true);
  expect(read("端口暴露在网上，任何人无需密码就能查看。")[1]!.needsPrevious).toBe(false);
});

test("老毕 is one of them, 老人 and 老康系统 are not", () => {
  const of = (text: string) => readProse(plainExtraction("f", "", text).reading.text, words).clauses[0]!.somebody;
  expect(of("老毕从发病到开通血管用了3小时50分。")).toBe(true);
  expect(of("老人从发病到开通血管用了3小时50分。")).toBe(false);
  expect(of("养老康复系统今年上线。")).toBe(false);
  expect(of("老林家卫生室接入影像云平台。")).toBe(false);
});

test("李大妈 is one of those whom it is done for", () => {
  const [clause] = readProse(plainExtraction("f", "", "李大妈在卫生院看完咳嗽。").reading.text, words).clauses;
  expect(clause!.anecdote).toBe(true);
});

test("共 is no predicate inside 共享", () => {
  const text = "数据共享平台上线。";
  const [clause] = readProse(plainExtraction("g", "", text).reading.text, words).clauses;
  expect(text.slice(clause!.subject!.start, clause!.subject!.end)).toContain("平台");
});

test("a reason inside the clause needs what came of it", () => {
  const [clause] = readProse(
    plainExtraction("r", "", "7家机构因为质量不达标，被暂停了互认资格。").reading.text,
    words,
  ).clauses;
  expect(clause!.needsNext).toBe(true);
});

test("what once was holds until now", () => {
  const text = "过去医院看不到外院的化验单，村医要在五套系统里抄同一个数。现在系统并成一套，村医只录一次。";
  const { clauses } = readProse(plainExtraction("p", "", text).reading.text, words);
  expect(clauses.map((c) => c.background)).toEqual([true, true, false, false]);
});

test("one patient is a case", () => {
  const read = (text: string) => readProse(plainExtraction("o", "", text).reading.text, words).clauses[0]!;
  expect(read("青石县一位胸痛患者，车还在国道上。").anecdote).toBe(true);
  expect(read("平台服务患者3.2万人次。").anecdote).toBe(false);
});

test("a doctor by his name is one of many", () => {
  const [clause] = readProse(
    plainExtraction("d", "", "村医杨丽丽一个人管着三个村1400多口人。").reading.text,
    words,
  ).clauses;
  expect(clause!.anecdote).toBe(true);
});

test("现在 stays where what it was stands before it, and the sign of a list goes", () => {
  const read = (text: string) => {
    const { clauses } = readProse(plainExtraction("o", "", text).reading.text, words);
    return clauses.map((c) => text.slice(c.core, c.end));
  };
  expect(read("平台运行前，反应时间为14分钟，现在是10分钟。").at(-1)).toBe("现在是10分钟");
  expect(read("现在，平台接入12家医院。").at(-1)).toBe("平台接入12家医院");
  expect(read("医院开通时只有4个科室，如今已有38个科室上线。").at(-1)).toBe("如今已有38个科室上线");
  expect(read("平台接入12家医院，如今已有38个科室上线。").at(-1)).toBe("已有38个科室上线");
  expect(read("2017年平台上线，如今平台接入12家医院。").at(-1)).toBe("平台接入12家医院");
  expect(read("安和市第一医院平台上线，如今已有18家医院接入。").at(-1)).toBe("已有18家医院接入");
  expect(read("▪ 呼叫铃日均降到1290次。")).toEqual(["呼叫铃日均降到1290次"]);
  expect(read("✔ 建成临床数据中心。")).toEqual(["建成临床数据中心"]);
  expect(read("📱 公众号可办理32项业务。")).toEqual(["公众号可办理32项业务"]);
  expect(read("☎️📱 公众号可办理32项业务。")).toEqual(["公众号可办理32项业务"]);
  expect(read("（二）三级医院须完成测评。")).toEqual(["三级医院须完成测评"]);
  expect(read("一、各医院须完成测评。")).toEqual(["各医院须完成测评"]);
  expect(read("一、二级医院须完成测评。")).toEqual(["一、二级医院须完成测评"]);
  expect(read("3.5万人次受益于该平台。")).toEqual(["3.5万人次受益于该平台"]);
});

test("what somebody did goes on in the clauses after it, and what he paid is his", () => {
  const read = (text: string) => readProse(plainExtraction("f", "", text).reading.text, words).clauses;
  const bill = read("糖尿病患者覃伯在药店取药。总费用190元。结算金额900万元。");
  expect(bill.map((c) => c.anecdote)).toEqual([true, true, false]);
  expect(read("17时03分，堵塞的血管开通。")[0]!.anecdote).toBe(true);
  expect(read("平台8时30分至17时开放。")[0]!.anecdote).toBe(false);
  expect(read("村医李某扫一扫码，录入三项数据。")[1]!.anecdote).toBe(true);
});

test("what is made with something, and a count of what went before, are no whole", () => {
  const read = (text: string) => readProse(plainExtraction("m", "", text).reading.text, words).clauses;
  expect(read("研究团队正用脱敏后的处方数据，分析用药规律。")[0]!.needsNext).toBe(true);
  expect(read("这只箱子叫随诊包，安和今年配了236个，村村都有。")[1]!.needsPrevious).toBe(true);
  expect(read("安和与邻市商定互认清单，首批80项争取年底前落地。")[1]!.needsPrevious).toBe(true);
});

test("an adverb is no part of a subject", () => {
  const text = "安和市第一医院顺利通过五级评价。";
  const { subject } = readProse(plainExtraction("a", "", text).reading.text, words).clauses[0]!;
  expect(text.slice(subject!.start, subject!.end)).toBe("安和市第一医院");
});

test("what a clause reaches is its subject, and what is only named or gone through needs what follows", () => {
  const read = (text: string) => readProse(plainExtraction("t", "", text).reading.text, words).clauses;
  const [covering] = read("覆盖全区的心电诊断中心已于8月8日正式投用。");
  expect([covering!.kind, covering!.subject!.end]).toEqual(["full", 11]);
  expect(read("为3200张床位安装的智能床垫、手环、呼叫器，数据也接进平台。")[0]!.needsNext).toBe(true);
  expect(read("专家组通过材料审查、在线验证、现场查验三个环节，对数据逐项核对。")[0]!.needsNext).toBe(true);
  expect(read("离县城最远的29个村，一年前才通网。")[0]!.needsNext).toBe(true);
  expect(read("平台依托全民健康信息平台，把居民分成三类。")[0]!.needsNext).toBe(true);
  expect(read("医生在工作站里点一下“调阅”，就能看到片子。")[0]!.needsNext).toBe(true);
  expect(read("与往年提前“打招呼”不同，今年不设脚本。")[0]!.needsNext).toBe(true);
  expect(read("去年以来，全县以信息平台为底座，打通系统。")[1]!.needsNext).toBe(true);
  expect(read("扫码数据须与结算明细同步上传，漏传率不高于2%。")[1]!.kind).toBe("dependent");
  expect(read("凭身份证就能补出接种证，已补1120份。")[1]!.kind).toBe("dependent");
});

test("money spent needs what it was spent for, and the day of the report says nothing", () => {
  const read = (text: string) => readProse(plainExtraction("s", "", text).reading.text, words).clauses;
  expect(read("安和去年投入1150万元，建成急救平台。")[0]!.needsNext).toBe(true);
  expect(read("平台总投资980万元，由急救中心建设。")[0]!.needsNext).toBe(false);
  expect(read("今天上午，产业园在安和开园。")[0]!.kind).toBe("filler");
});

test("what was done at once keeps its day, and 实际上传 is what was sent", () => {
  const text = "当晚即完成封堵，实际上传数据1426家。当天，平台上线。";
  const { clauses } = readProse(plainExtraction("o", "", text).reading.text, words);
  expect(clauses.map((c) => text.slice(c.core, c.end)).slice(0, 2)).toEqual(["当晚即完成封堵", "实际上传数据1426家"]);
  expect(clauses.find((c) => c.end > text.indexOf("平台"))!.core).toBe(text.indexOf("平台"));
  const visits = readProse(plainExtraction("o", "", "当天就诊量1.2万人次。").reading.text, words).clauses[0]!;
  expect(visits.core).toBe(2);
});

test("a year by which, money alone, soon after, a signpost, all of nobody", () => {
  const read = (text: string) => readProse(plainExtraction("y", "", text).reading.text, words).clauses;
  expect(read("意见提出到2030年，建成预警体系。")[0]!.needsNext).toBe(true);
  expect(read("低空网去年启动，投资1260万元，建起8个起降点。")[1]!.kind).toBe("dependent");
  expect(read("不到两个月，安和市就筛出疑点642条。")[1]!.needsPrevious).toBe(true);
  // Whose theme, the clause before says.
  expect(read("信息主任年会在安和举行，主题为“算账”，1300人参会。")[1]!.needsPrevious).toBe(true);
  expect(read("数字最能说明变化：系统调阅58.4万次。")[0]!.kind).toBe("filler");
  const section = read("【哪里能用】全市36家医院已开通。")[0]!;
  expect([section.core, section.kind]).toEqual([6, "full"]);
  for (const text of ["符合条件的参保人员，可在线申请转诊。", "通过评审的试点单位，可优先申报。"])
    expect(read(text)[0]!.needsNext, text).toBe(true);
  // 的 and a verb behind it: no topic.
  expect(read("今年与北京、天津的影像平台完成对接，可在136家医院调阅。")[0]!.kind).toBe("bare");
  expect(read("省里牵头，统一了214项检验项目的名称和编码，9家医院接入。")[1]!.kind).toBe("bare");
  expect(read("今年8月底全部建成，覆盖18座海岛。")[0]!.kind).toBe("bare");
  expect(read("系统运行三个月，已发出预警96起，核实聚集性疫情58起。")[2]!.kind).toBe("bare");
  expect(read("762个项目通过验收，通过率为77.2%。")[1]!.kind).toBe("dependent");
  expect(read("外呼系统提醒随访，前5个月打了11.6万通。")[1]!.needsPrevious).toBe(true);
  // The users are registered, residents are served.
  expect(read("注册用户9.6万人，服务居民4.1万人。").map((c) => c.kind)).toEqual(["full", "bare"]);
  expect(read("20世纪80年代起，监测靠人走线，图到冬天才画完。").map((c) => c.background)).toEqual([false, true, true]);
});

const read = (text: string) => readProse(plainExtraction("t", "", text).reading.text, words).clauses;

test("half of what is said needs the other half", () => {
  // First this, then that; with what stands between.
  const pair = read("软件先把片子筛一遍，可疑的标红，再由医生复核，平均出报告时间缩短到26分钟。");
  expect(pair.map((c) => c.needsNext)).toEqual([true, true, false, false]);
  expect(read("三明先是统一了编码，再由质控中心比对质量。")[0]!.needsNext).toBe(true);
  expect(read("全县率先上线平台，再接入12家医院。")[0]!.needsNext).toBe(false);
  expect(read("市里先选3家医院试用；年底前，再扩大到全市。")[0]!.needsNext).toBe(false);
  expect(read("市里先选3家医院试用，最后一公里由村医打通。")[0]!.needsNext).toBe(false);
  // By which law, and what was done.
  expect(read("公安机关依据《网络安全法》第二十一条、第五十九条，对医院罚款5万元。")[0]!.needsNext).toBe(true);
  expect(read("医院依据规范改造系统，接入12家医院。")[0]!.needsNext).toBe(false);
  // A limit, and what it sets off.
  expect(read("温度偏差超过3%，机器自动停下。")[0]!.needsNext).toBe(true);
  expect(read("接入医院超过30家，系统运行平稳。")[0]!.needsNext).toBe(false);
  expect(read("互认率达到92%，系统自动推送结果。")[0]!.needsNext).toBe(false);
  // Who built it, and what.
  expect(read("项目由省卫健委、省医保局共建，安和数据技术有限公司承建。")[1]!.needsPrevious).toBe(true);
});

test("what is invested and how often are no subjects", () => {
  expect(read("市卫健委联合市发改局，投资4200万元建成中药房。")[1]!.kind).toBe("bare");
  expect(read("仪器识别蚊种，每10分钟向疾控中心回传一次数据。")[1]!.kind).toBe("bare");
  expect(read("项目总投资4200万元。")[0]!.kind).toBe("full");
});
