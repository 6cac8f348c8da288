import { expect, test } from "vitest";
import { openPipeline } from "../../benchmarks/writing/analysed.ts";
import { plainExtraction, readGold } from "../../benchmarks/writing/gold.ts";
import type { Extraction, Region } from "../../src/core/types.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { composeSummary } from "../../src/summarize/compose.ts";
import { readDraft, weigh } from "../../src/summarize/draft.ts";
import { type Form, sentenceForms } from "../../src/summarize/forms.ts";
import { readWriter, writeSummary } from "../../src/summarize/index.ts";
import { planClauses } from "../../src/summarize/plan.ts";
import { antecedentOf } from "../../src/summarize/subject.ts";
import { TUNING } from "../../src/summarize/tuning.ts";

const writer = readWriter(loadResource("writer.bin"));
const summaryOf = (text: string, maxChars = 160): string =>
  writeSummary(plainExtraction("s", "安和市影像云平台上线", text), writer, { maxChars })!.text;

const TAIL =
  "平台由安和市卫健委牵头建设，投入1200万元，接入12家医院和86个村卫生室。截至9月底，累计调阅3.2万次，减少重复检查4100人次。";

/** The forms of the first sentences, as they would be printed. */
function formsOf(text: string): string[] {
  const draft = readDraft(plainExtraction("f", "安和市影像云平台上线", text), writer.words);
  const worth = weigh(draft, writer.model);
  const plans = planClauses(draft, worth, TUNING);
  const ends = plans.clauses.map((p) => p.clause.sentence);
  return [...new Set(ends)].flatMap((sentence) =>
    sentenceForms(
      draft,
      worth,
      plans,
      writer.model.risk,
      ends.indexOf(sentence),
      ends.lastIndexOf(sentence) + 1,
      0,
      160,
      TUNING,
    ).map((form) => composeSummary(draft, { forms: [form], plans }).text),
  );
}

/** Why a summary may not hold it, an article, and what must not stand in its summary. */
const never: [string, string, RegExp][] = [
  [
    "a condition without its consequence",
    `安和市影像云平台8月上线。危急值1分钟内无人应答，自动升级到科主任手机。${TAIL}`,
    /无人应答(?!，自动)/,
  ],
  [
    "an answer to a scene that is gone",
    `护士轻点鼠标。跳出结果的，是安和市8月上线的影像云平台。${TAIL}${TAIL.replaceAll("平台", "系统")}`,
    /^.{0,8}的，是/,
  ],
  [
    "a short clause that its sentence goes on from",
    `安和市影像云平台8月上线。电话接通，位置自动弹出，超过阈值，系统发出短信。${TAIL}`,
    /(?:接通|阈值)[。；]/,
  ],
  [
    "a pointer that nobody can name",
    `这台机器很新，它有3种功能，能看5种病。安和市影像云平台8月上线。${TAIL}`,
    /^(?:这台|它)/,
  ],
  [
    "somebody's words",
    `“以前要跑两趟，现在一次就够，省下不少钱。”患者李某说。安和市影像云平台8月上线。${TAIL}`,
    /[“”]|李某/,
  ],
];

test.each(never)("a summary does not hold %s", (_, text, pattern) => {
  expect(text.length).toBeGreaterThan(90);
  expect(summaryOf(text, 90)).not.toMatch(pattern);
});

test.each([
  [
    "the day of a meeting goes over those who guide it, and those who hold it are left out",
    `12月7日至8日，由省卫健委指导，海滨总医院主办的首届影像云应用大会在安和国际会展中心举行。${TAIL}`,
    "12月7日至8日，首届影像云应用大会在安和国际会展中心举行。",
  ],
  [
    "a meeting that only leads in is told as held",
    `12月8日，在安和国际会展中心举行的2023影像云应用大会上，专家的发言引来掌声。${TAIL}`,
    "2023影像云应用大会12月8日在安和国际会展中心举行。",
  ],
])("%s", (_, text, want) => {
  expect(formsOf(text)).toContain(want);
});

test("a result is not told without which it is", () => {
  const text = "8月28日，省卫健委公布测评结果，海滨总医院获评四级甲等，为省内首家。医院投入800万元。";
  const forms = formsOf(text);
  expect(forms).toContain("8月28日，省卫健委公布测评结果，海滨总医院获评四级甲等，为省内首家。");
  expect(forms.filter((f) => f.endsWith("结果。"))).toEqual([]);
  // 我院, which nobody can name: better so than not at all.
  expect(formsOf(text.replace("海滨总医院", "我院"))).toContain("8月28日，省卫健委公布测评结果。");
});

test("what is still asked, and a name by itself, are no sentences", () => {
  const text = `安和市影像云平台8月上线。确诊学生的费用能否纳入医保，医保局正在测算。系统自动判断能否转诊。${TAIL}`;
  expect(isUsable(text, "确诊学生的费用能否纳入医保")).toBe(false);
  expect(isUsable(text, "系统自动判断能否转诊")).toBe(true);
  const forms = formsOf("2019年起运行的省级远程医疗服务平台，目前只接入了其中的212家。平台由省里建设。");
  expect(forms.filter((f) => /服务平台。$/.test(f))).toEqual([]);
  expect(formsOf("与研究所合作的影像报告生成功能，年内上线12项。").filter((f) => /功能。$/.test(f))).toEqual([]);
  expect(formsOf("市卫健委会同市公安局，检查12家医院。").filter((f) => /公安局。$/.test(f))).toEqual([]);
});

test("a text of a summary's length is its own summary, without its dateline", () => {
  const text = "新华社北京10月19日电国家医保局19日发布消息称，全国医保码用户达11.3亿人，接入定点医药机构80万家。";
  const summary = writeSummary(plainExtraction("d", "医保码用户达11.3亿人", text), writer)!;
  expect(summary.text).toBe(text.slice(text.indexOf("国家")));
  expect(summary.spans).toEqual([{ start: text.indexOf("国家"), end: text.length, at: 0 }]);
});

test("a summary does not hold a sentence that tells nothing for the sake of what follows it", () => {
  const text = `安和市影像云平台8月上线。${TAIL}数字不会说话，却最有分量。半年试运行，累计传输心电1.1万份，开展会诊2300余次。`;
  expect(summaryOf(text, 120)).not.toContain("最有分量");
});

interface Opening {
  readonly terms?: readonly string[];
  /** Places besides 琼海市. */
  readonly others?: readonly string[];
  /** A place that is neither above nor below it. */
  readonly elsewhere?: string;
  readonly hospitals?: readonly string[];
  /** One whose seat is elsewhere. */
  readonly company?: string;
  readonly title?: string;
  readonly before?: string;
  readonly source?: string;
}

/** A draft of `said` and what follows it, of an article on 琼海市. */
function openingDraft(
  said: string,
  {
    terms = [],
    others = [],
    elsewhere,
    hospitals = [],
    company,
    title = "平台上线",
    before = "",
    source = "",
  }: Opening,
) {
  const text = `${before}${said}。琼海市建成影像云平台二期。`;
  const mention = (field: "title" | "text", name: string) => {
    const start = (field === "title" ? title : text).indexOf(name);
    return start < 0 ? [] : [{ field, start, end: start + name.length, text: name }];
  };
  const region = (name: string, primary: boolean): Region => ({
    code: primary ? "990100" : "990000",
    name: primary ? "海南省琼海市" : "海南省",
    level: primary ? "city" : "province",
    primary,
    mentions: mention("text", name),
  });
  const plain = plainExtraction("l", title, text);
  return readDraft(
    {
      ...plain,
      reading: { ...plain.reading, document: { ...plain.reading.document, source } },
      regions: [
        region("琼海市", true),
        ...others.map((o) => region(o, false)),
        ...(elsewhere ? [{ ...region(elsewhere, false), code: "990200" }] : []),
      ],
      terms: terms.map((name) => ({ name, category: "platform" as const, mentions: mention("text", name) })),
      institutions: [
        ...hospitals.map((name) => ({
          name,
          type: "hospital" as const,
          code: null,
          mentions: [...mention("title", name), ...mention("text", name)],
        })),
        ...(company
          ? [{ name: company, type: "company" as const, code: "110000", mentions: mention("text", company) }]
          : []),
      ],
    },
    writer.words,
  );
}

/** What the clauses of `said` say where a summary opens on them. */
function opened(said: string, opening: Opening = {}): string {
  const draft = openingDraft(said, opening);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  const from = (opening.before ?? "").length;
  const clauses = plans.clauses
    .filter((p) => p.clause.start >= from && p.clause.end <= from + said.length)
    .map((p) => p.clause.index);
  return composeSummary(draft, { forms: [{ clauses, restored: 0 }], plans }).text;
}

test("a result that 我院 got is waited for only where that hospital can be named", () => {
  const said = "省里的专业机构公布评估结果，我院获评四级";
  const waits = (source: string): boolean => {
    const title = "海滨总医院评上四级";
    const draft = openingDraft(said, { title, before: "海滨总医院搬家。", hospitals: ["海滨总医院"], source });
    const at = draft.prose.text.indexOf("省里");
    return planClauses(draft, weigh(draft, writer.model), TUNING).clauses.find((p) => p.clause.core === at)!.slight;
  };
  expect(waits("海滨总医院微信公众号")).toBe(true);
  expect(waits("琼海日报")).toBe(false);
});

test("the place is put before its own systems alone", () => {
  const leadOf = (said: string, terms: readonly string[], others: readonly string[] = []): string | null => {
    const draft = openingDraft(said, { terms, others });
    const { lead } = planClauses(draft, weigh(draft, writer.model), TUNING).clauses[0]!;
    return lead && draft.prose.text.slice(lead.start, lead.end);
  };
  expect(leadOf("数据跨境服务平台上线", ["数据跨境服务平台"])).toBe("琼海市");
  expect(leadOf("海南数据跨境服务平台上线", ["海南数据跨境服务平台"], ["海南"])).toBe(null);
  expect(leadOf("海影数据跨境服务平台上线", ["海影数据跨境服务平台"])).toBe("琼海市");
  expect(leadOf("样本库管理平台上线", ["样本库管理平台"])).toBe("琼海市");
  expect(leadOf("本市样本库管理平台上线", ["样本库管理平台"])).toBe(null);
  expect(leadOf("我院电子病历系统上线", ["电子病历系统"])).toBe(null);
  expect(leadOf("国家规定互联网医院可以复诊", ["互联网医院"])).toBe(null);
});

test.each([
  // A time leaves open whose system it is, what it is told by does not.
  ["截至8月底，样本库管理平台接单9万张", { terms: ["样本库管理平台"] }, "截至8月底，琼海市样本库管理平台接单9万张。"],
  ["按领域分，样本库管理平台接单9万张", { terms: ["样本库管理平台"] }, "按领域分，样本库管理平台接单9万张。"],
  ["启动样本库管理平台建设", { terms: ["样本库管理平台"] }, "启动样本库管理平台建设。"],
  ["一年来，86名“网约护士”接单2735单", {}, "一年来，琼海市86名“网约护士”接单2735单。"],
  ["6支攻击队找到漏洞187个", {}, "6支攻击队找到漏洞187个。"],
  ["“5G云诊室”会诊3217例", {}, "琼海市“5G云诊室”会诊3217例。"],
  // Told at a meeting in that city, of a whole province.
  ["246家医院平均投入1200万元", { before: "大会在琼海市召开。" }, "246家医院平均投入1200万元。"],
  // One hospital's, not the city's.
  [
    "门诊平均候诊时间由47分钟缩短到22分钟",
    { title: "海滨总医院评上五级", before: "海滨总医院评上五级。", hospitals: ["海滨总医院"] },
    "海滨总医院门诊平均候诊时间由47分钟缩短到22分钟。",
  ],
  [
    "门诊平均候诊时间由47分钟缩短到22分钟",
    {
      title: "海滨总医院评上五级",
      before: "海滨总医院评上五级。省城肿瘤医院也来了。",
      hospitals: ["海滨总医院", "省城肿瘤医院"],
    },
    "门诊平均候诊时间由47分钟缩短到22分钟。",
  ],
  [
    "互联互通测评分七个等级",
    { title: "海滨总医院评上五级", before: "海滨总医院评上五级。", hospitals: ["海滨总医院"], terms: ["互联互通测评"] },
    "互联互通测评分七个等级。",
  ],
  // Whoever publishes it is 我院, whose words these are.
  [
    "我院投入800万元，我院建成平台",
    { before: "海滨总医院搬家。", hospitals: ["海滨总医院"], source: "海滨总医院微信公众号" },
    "海滨总医院投入800万元，医院建成平台。",
  ],
  [
    "患者在我院取药",
    { before: "海滨总医院搬家。", hospitals: ["海滨总医院"], source: "海滨总医院微信公众号" },
    "患者在海滨总医院取药。",
  ],
  // No 医院 in the text.
  [
    "我院投入800万元，我院建成平台",
    { before: "琼海市妇幼保健院搬家。", hospitals: ["琼海市妇幼保健院"], source: "琼海市妇幼保健院" },
    "琼海市妇幼保健院投入800万元，琼海市妇幼保健院建成平台。",
  ],
  // In a newspaper, and in other words, nobody is meant.
  ["患者在我院取药", { before: "海滨总医院搬家。", hospitals: ["海滨总医院"], source: "琼海日报" }, "。"],
  [
    "平台与日本院校共享病例3.2万份",
    { before: "海滨总医院搬家。", hospitals: ["海滨总医院"], source: "海滨总医院微信公众号" },
    "平台与日本院校共享病例3.2万份。",
  ],
  // Counts that are another's.
  ["12家企业参与投标", {}, "12家企业参与投标。"],
  ["2800家医院建成系统", { title: "琼海市在全国会议上介绍经验" }, "2800家医院建成系统。"],
  [
    "86家卫生院接入",
    { title: "海滨总医院：一朵云", before: "海滨总医院搬家。", hospitals: ["海滨总医院"] },
    "86家卫生院接入。",
  ],
  ["海南把全市84家医院接入系统", { others: ["海南"] }, "海南把琼海市84家医院接入系统。"],
  ["三亚把全市84家医院接入系统", { elsewhere: "三亚" }, "三亚把全市84家医院接入系统。"],
  ["海云公司把全市84家医院接入系统", { company: "海云公司" }, "海云公司把琼海市84家医院接入系统。"],
  ["我院投入800万元", { before: "海滨总医院来访。", hospitals: ["海滨总医院"], source: "省城肿瘤医院" }, "。"],
  // 全市, of which city?
  ["急救平台把全市12个县的43个急救站连成一张网", {}, "急救平台把琼海市12个县的43个急救站连成一张网。"],
  ["系统接通全市12家医院和全市的药店", {}, "系统接通琼海市12家医院和全市的药店。"],
  ["琼海新建36家门诊，占全市的七成", {}, "琼海新建36家门诊，占全市的七成。"],
  ["安全市场规模扩大到12亿元", {}, "安全市场规模扩大到12亿元。"],
] as [string, Opening, string][])("where a summary opens on %s, it says whose it is", (said, opening, want) => {
  expect(opened(said, opening)).toBe(want);
});

test("a summary loses by opening on 全区, 县里 or our paper, whose place no text names", () => {
  const openingOf = (said: string): number => {
    const text = `影像云平台上线。${said}。`;
    const name = "影像云平台";
    const mentions = [0, text.lastIndexOf(name)].map((start) => ({
      field: "text" as const,
      start,
      end: start + name.length,
      text: name,
    }));
    const terms = [{ name, category: "platform" as const, mentions }];
    const draft = readDraft({ ...plainExtraction("o", "影像云平台上线", text), terms }, writer.words);
    return planClauses(draft, weigh(draft, writer.model), TUNING).clauses[1]!.opening;
  };
  const named = openingOf("影像云平台接入49家藏医院");
  for (const said of ["全区影像云平台接入49家藏医院", "县里影像云平台接入49家藏医院", "本刊影像云平台接入49家藏医院"])
    expect(openingOf(said)).toBeLessThan(named - 0.5);
});

test("a summary loses by opening on what came some minutes after a scene", () => {
  const openingOf = (when: string): number => {
    const text = `安和市影像云平台8月上线。安和市建成影像云平台二期。${when}，安和市妇幼保健院启用监护系统。`;
    const start = text.indexOf("安和市妇幼");
    const hospital = { field: "text" as const, start, end: start + 8, text: "安和市妇幼保健院" };
    const draft = readDraft(
      {
        ...plainExtraction("s", "安和市影像云平台上线", text),
        institutions: [{ name: "安和市妇幼保健院", type: "hospital", code: null, mentions: [hospital] }],
      },
      writer.words,
    );
    return planClauses(draft, weigh(draft, writer.model), TUNING).clauses[3]!.opening;
  };
  expect(openingOf("20分钟后")).toBeLessThan(openingOf("去年5月") - 0.5);
});

test("a clause that points back does not stand alone, though its subject is put in", () => {
  const text = "安和市卫健委牵头、安和集团出资，投入5200万元建成这座共享药房，接入18家乡镇卫生院。";
  const office = { field: "text" as const, start: 0, end: 6, text: "安和市卫健委" };
  const extraction: Extraction = {
    ...plainExtraction("s", "安和市建成共享药房", text),
    institutions: [{ name: "安和市卫生健康委员会", type: "government", code: "990100", mentions: [office] }],
  };
  const draft = readDraft(extraction, writer.words);
  const worth = weigh(draft, writer.model);
  const plans = planClauses(draft, worth, TUNING);
  expect(plans.clauses[1]!.subject).not.toBeNull();
  const forms = sentenceForms(draft, worth, plans, writer.model.risk, 0, plans.clauses.length, 0, 160, TUNING);
  expect(forms.filter((f) => f.clauses[0] === 1)).toEqual([]);
});

/** Whether a clause of the text can stand in a summary. */
function isUsable(text: string, said: string): boolean {
  const draft = readDraft(plainExtraction("d", "安和市影像云平台上线", text), writer.words);
  const { clauses } = planClauses(draft, weigh(draft, writer.model), TUNING);
  return clauses.some(({ clause, pieces }) => text.slice(clause.start, clause.end) === said && pieces.length > 0);
}

test("a system is not named again by a name that holds what was said of it", () => {
  const text = "老人不再跑腿。送药的，是今年6月投用的安和市智慧共享中药平台。市民叫好。平台收到处方9.4万张。";
  const term = "安和市智慧共享中药平台";
  const start = text.indexOf(term);
  const mention = { field: "text" as const, start, end: start + term.length, text: term };
  const extraction: Extraction = {
    ...plainExtraction("s", "老人不再跑腿", text),
    terms: [{ name: term, category: "system", mentions: [mention] }],
  };
  const draft = readDraft(extraction, writer.words);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  const chosen = plans.clauses.filter((p) => p.turned || p.head).map((p) => p.clause.index);
  const forms = chosen.map((index) => ({ clauses: [index], restored: 0 }) as unknown as Form);
  expect(composeSummary(draft, { forms, plans }).text).toBe(`${term}今年6月投用。平台收到处方9.4万张。`);
});

test("a bare word takes its name also behind a clause that does not name it", () => {
  const text = "安和市云医院平台8月上线。214家机构开通服务；平台注册医务人员3万名，平台接单9万张。";
  const name = "安和市云医院平台";
  const term = {
    name,
    category: "system" as const,
    mentions: [{ field: "text" as const, start: 0, end: 8, text: name }],
  };
  const draft = readDraft({ ...plainExtraction("b", "云医院", text), terms: [term] }, writer.words);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  const written = (...clauses: number[]) => composeSummary(draft, { forms: [{ clauses, restored: 0 }], plans }).text;
  expect(written(1, 2)).toBe("214家机构开通服务；安和市云医院平台注册医务人员3万名。");
  expect(written(2, 3)).toBe("安和市云医院平台注册医务人员3万名，平台接单9万张。");
});

test("a form has room for a name that is said again behind another of its kind", () => {
  const text = "安和市云医院平台8月上线，接入国家医保信息平台，截至9月底，平台注册医务人员3万名。";
  const term = (name: string) => {
    const start = text.indexOf(name);
    const mention = { field: "text" as const, start, end: start + name.length, text: name };
    return { name, category: "system" as const, mentions: [mention] };
  };
  const terms = [term("安和市云医院平台"), term("国家医保信息平台")];
  const draft = readDraft({ ...plainExtraction("b", "云医院", text), terms }, writer.words);
  const worth = weigh(draft, writer.model);
  const plans = planClauses(draft, worth, TUNING);
  const forms = sentenceForms(draft, worth, plans, writer.model.risk, 0, plans.clauses.length, 0, 160, TUNING);
  const whole = forms.find((f) => f.clauses.length === 4)!;
  const written = composeSummary(draft, { forms: [whole], plans }).text;
  expect(written.match(/云医院平台/g)).toHaveLength(2);
  expect(whole.length + whole.owed).toBeGreaterThanOrEqual(written.length);
});

test("a name that has been said costs nothing: the bare word stands, and the room goes to what follows", () => {
  const name = "安和市全民健康信息平台";
  const text =
    `${name}8月1日上线。平台由市卫健委牵头、市大数据局承建，投入1200万元。` +
    "截至9月底，平台归集电子健康档案86万份，调阅3.2万次，减少重复检查4100人次。平台明年接入86个村卫生室。";
  const mention = { field: "text" as const, start: 0, end: name.length, text: name };
  const terms = [{ name, category: "system" as const, mentions: [mention] }];
  const extraction = { ...plainExtraction("n", "健康平台", text), terms };
  const draft = readDraft(extraction, writer.words);
  const worth = weigh(draft, writer.model);
  const plans = planClauses(draft, worth, TUNING);
  const formsAt = (sentence: number): Form[] => {
    const at = plans.clauses.map((p) => p.clause.sentence);
    const [from, to] = [at.indexOf(sentence), at.lastIndexOf(sentence) + 1];
    return sentenceForms(draft, worth, plans, writer.model.risk, from, to, 0, 160, TUNING);
  };
  const [first, second] = [formsAt(0)[0]!, formsAt(1)[0]!];
  expect(first.owes).toBe(0);
  expect(second.owed).toBe(name.length - "平台".length);
  expect(first.says & second.owes).toBe(second.owes);
  const { text: summary } = writeSummary(extraction, writer, { maxChars: 110 })!;
  expect(summary.match(/信息平台/g)).toHaveLength(1);
  expect(summary.length).toBeGreaterThan(95);
});

test("the bare word for a name is no other thing of its kind", () => {
  const name = "安和市云医院平台";
  const text = `${name}8月上线。平台由市卫健委建设，投入1200万元。平台注册医务人员3万名。`;
  const mention = { field: "text" as const, start: 0, end: name.length, text: name };
  const terms = [{ name, category: "system" as const, mentions: [mention] }];
  const draft = readDraft({ ...plainExtraction("b", "云医院", text), terms }, writer.words);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  const forms = plans.clauses
    .filter(({ clause }) => clause.order === 0)
    .map(({ clause }) => ({ clauses: [clause.index], restored: 0 }));
  expect(composeSummary(draft, { forms, plans }).text).toBe(
    `${name}8月上线。平台由市卫健委建设。平台注册医务人员3万名。`,
  );
});

test("what opens on a bare thing stands behind the sentence that names it, though not behind its last clause", () => {
  const text =
    "安和市日前组织卫生健康行业网络安全攻防演练，12家医院参加，现场气氛紧张。" +
    "演练由市卫健委牵头，持续5天，发现漏洞137个，均已整改。";
  const draft = readDraft(plainExtraction("a", "攻防演练", text), writer.words);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  expect(plans.clauses.map((p) => p.antecedent)).toEqual([-1, -1, -1, 0, -1, -1, -1]);
  // What a thing is joined to, or made with, is not the one that goes on.
  for (const joined of ["接入省医保信息平台", "依托省医保信息平台"]) {
    const body = `安和市影像云平台8月上线，${joined}，累计调阅3万次。平台由市卫健委建设，覆盖12家医院。`;
    const read = readDraft(plainExtraction("j", "影像云", body), writer.words);
    const clause = read.prose.clauses.find((c) => body.startsWith("平台由", c.start))!;
    expect(antecedentOf(read, clause)).toBe(0);
  }
  const { text: summary } = writeSummary(draft.extraction, writer, { maxChars: 54 })!;
  expect(summary).toMatch(/攻防演练(?:，12家医院参加)?。演练由市卫健委牵头/);
});

test("a service that only the sentence before names cannot open", () => {
  const text = "农商银行推出这项服务，签约26.8万人。农商银行推出移动服务，结算41.3万笔。";
  const draft = readDraft(plainExtraction("n", "", text), writer.words);
  const { clauses } = planClauses(draft, weigh(draft, writer.model), TUNING);
  expect(clauses.map((p) => p.nameless)).toEqual([true, false, false, false]);
});

test("somebody's age makes no fact of a scene", () => {
  const text = `安和市影像云平台8月上线。一个雨夜，65岁的周大爷胸口发闷。去年，王大妈的药费省了300元。${TAIL}`;
  expect(isUsable(text, "65岁的周大爷胸口发闷")).toBe(false);
  expect(isUsable(text, "王大妈的药费省了300元")).toBe(true);
});

test("somebody's own words tell nothing, though no quotation mark says whose they are", () => {
  const text = `安和市影像云平台8月上线。我们在跟运营商谈，今年先给15个点装终端。名为“我们”的社区接入平台。${TAIL}`;
  expect(isUsable(text, "我们在跟运营商谈")).toBe(false);
  expect(isUsable(text, "今年先给15个点装终端")).toBe(true);
  expect(isUsable(text, "名为“我们”的社区接入平台")).toBe(true);
});

test("a day that only the scene before tells leads nothing in", () => {
  const text = `替他跑腿的是影像云平台。到这一天，平台已运行320天。到今年6月，平台传输心电1.1万份。${TAIL}`;
  expect(isUsable(text, "到这一天")).toBe(false);
  const asked = "微信搜索“安和医院互联网医院”。平台支持手机搜索。";
  expect(isUsable(asked, "微信搜索“安和医院互联网医院”")).toBe(false);
  expect(isUsable(asked, "平台支持手机搜索")).toBe(true);
  expect(isUsable(text, "到今年6月")).toBe(true);
});

test("the name of a list's point tells nothing by itself", () => {
  const text = `系统有两个变化。一是时间，住院医师每天少写52分钟病历；二是建成影像云平台，接入12家医院。${TAIL}`;
  expect(isUsable(text, "一是时间")).toBe(false);
  expect(isUsable(text, "二是建成影像云平台")).toBe(true);
  expect(isUsable("方案有四点：一是统一目录，二是全县联网，三是结果互认。", "二是全县联网")).toBe(true);
});

test("praise without a figure and a question within a clause tell nothing", () => {
  const text = `安和的做法引来同行。安和的做法引来12家医院。网络安全是否定级备案，要查。${TAIL}`;
  expect(isUsable(text, "安和的做法引来同行")).toBe(false);
  expect(isUsable(text, "安和的做法引来12家医院")).toBe(true);
  expect(isUsable(text, "网络安全是否定级备案")).toBe(false);
});

test("what is set against something, or points to it, goes on from it", () => {
  const text =
    "安和银行以这份资产为质押，授信500万元。安和大学则把课堂搬进中心。安和市规则库收录12条规则。还包括江阴的随访数据。";
  const draft = readDraft(plainExtraction("g", "", text), writer.words);
  const { clauses } = planClauses(draft, weigh(draft, writer.model), TUNING);
  expect(clauses.map((p) => [p.nameless, p.dangling])).toEqual([
    [true, false],
    [false, false],
    [false, true],
    [false, false],
    [false, true],
  ]);
});

test("a text without a single good clause still fills the lower bound", () => {
  const text = "“今天的片子不用重拍了。”李大爷说。“真好，省了路费，也省了时间。”他笑着说。\n".repeat(8);
  const length = summaryOf(text).length;
  expect(length).toBeGreaterThanOrEqual(60);
  expect(length).toBeLessThanOrEqual(160);
});

/** Two names for one clause: 当地 stands for the city, and the clause before has a subject to give. */
function twiceNamed(): Extraction {
  const text = "安和市新区已吸引一批数据中心落户，当地气候干燥、风光电充足，数据中心年均能耗降至1.2以下。";
  const region = (name: string, primary: boolean): Region => ({
    code: primary ? "990100" : "990101",
    name,
    level: primary ? "city" : "county",
    primary,
    mentions: [{ field: "text", start: 0, end: name.length, text: name }],
  });
  return { ...plainExtraction("t", "题", text), regions: [region("安和市", true), region("安和市新区", false)] };
}

test("no form is longer than it says, alone, in any article of the corpus", async () => {
  const extract = await openPipeline();
  let forms = 0;
  for (const extraction of [twiceNamed(), ...readGold().map(extract)]) {
    const draft = readDraft(extraction, writer.words);
    const worth = weigh(draft, writer.model);
    const plans = planClauses(draft, worth, TUNING);
    for (let from = 0, to = 0; from < plans.clauses.length; from = to) {
      const { sentence } = plans.clauses[from]!.clause;
      while (to < plans.clauses.length && plans.clauses[to]!.clause.sentence === sentence) to++;
      for (const form of sentenceForms(draft, worth, plans, writer.model.risk, from, to, 0, 160, TUNING)) {
        const { text } = composeSummary(draft, { forms: [form], plans });
        forms++;
        const most = form.length + form.owed + form.lead;
        if (text.length > most) expect(`${text.length} ${text}`).toBe(most);
      }
    }
  }
  expect(forms).toBeGreaterThan(5000);
});

test("a post's particle is left out", () => {
  const text = `安和市影像云平台正式上线啦！${TAIL}`;
  const draft = readDraft(plainExtraction("p", "平台上线啦", text), writer.words);
  const plans = planClauses(draft, weigh(draft, writer.model), TUNING);
  const summary = composeSummary(draft, { forms: [{ clauses: [0], restored: 0 }], plans });
  expect(summary.text).toBe("安和市影像云平台正式上线。");
});
