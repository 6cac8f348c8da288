import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import type { Extraction, Region } from "../../src/core/types.ts";
import { type Draft, readDraft } from "../../src/summarize/draft.ts";
import { scopesOf } from "../../src/summarize/scope.ts";
import { goesOn, lostSubject } from "../../src/summarize/subject.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const region = (text: string, name: string, primary: boolean): Region => {
  const start = text.indexOf(name);
  return {
    code: primary ? "990100" : "990121",
    name,
    level: primary ? "city" : "county",
    primary,
    mentions: start < 0 ? [] : [{ field: "text", start, end: start + name.length, text: name }],
  };
};
const draftOf = (text: string): Draft => {
  const extraction: Extraction = {
    ...plainExtraction("s", "安和市影像云平台上线", text),
    regions: [region(text, "安和市", true), region(text, "青石县", false)],
    institutions: ["安和市中心医院", "安和市第一医院"]
      .filter((name) => text.includes(name))
      .map((name) => {
        const start = text.indexOf(name);
        return {
          name,
          type: "hospital",
          code: "990100",
          mentions: [{ field: "text", start, end: start + name.length, text: name }],
        };
      }),
  };
  return readDraft(extraction, words);
};
const clauseOf = (draft: Draft, said: string): Draft["prose"]["clauses"][number] =>
  draft.prose.clauses.find((c) => draft.prose.text.slice(c.start, c.end) === said)!;

/** A text, a clause of it, and the clause that must stand before it in a summary. */
const scopes: [string, string, string, string | null][] = [
  ["an aim", "到2025年底，三级医院全部接入，二级医院接入率不低于60%。", "二级医院接入率不低于60%", "到2025年底"],
  ["the beginning", "平台建设之初，全市系统只连接了7家医院。", "全市系统只连接了7家医院", "平台建设之初"],
  ["a trial", "试运行一个月来，医生调阅3.2万次，患者少做检查4100次。", "患者少做检查4100次", "试运行一个月来"],
  [
    "those who tried it",
    "方案给出了试点的成绩：浙江、湖北、云南三省的412家医院部署后，报告平均用时由9.6小时缩短到1.8小时。",
    "报告平均用时由9.6小时缩短到1.8小时",
    "浙江、湖北、云南三省的412家医院部署后",
  ],
  [
    "what a bare number means",
    "通知明确两点：一是先审后发，审核不合格的处方不得流转；二是限时有效，急诊处方和普通门诊处方分别为24小时、3天。",
    "急诊处方和普通门诊处方分别为24小时、3天",
    "二是限时有效",
  ],
  [
    "where it is tried",
    "模型可以写病历，已在该院神经内科等5个科室试用，病历书写时间平均缩短42%。",
    "病历书写时间平均缩短42%",
    "已在该院神经内科等5个科室试用",
  ],
  [
    "one hospital of the place, which bears its name",
    "安和市57家医院开通支付。安和市中心医院把分组结果推送到医生端，次均费用下降5.8%。安和市第一医院、青石县医院也在改。",
    "次均费用下降5.8%",
    "安和市中心医院把分组结果推送到医生端",
  ],
  [
    "where it was tried for half a year",
    "专家介绍，在天津、湖北的234家医院试用半年，报告时间由4.7小时缩短到0.6小时，漏报率由2.9%降至0.3%。",
    "漏报率由2.9%降至0.3%",
    "在天津、湖北的234家医院试用半年",
  ],
  [
    "the years in which something was gained",
    "三年来，安和市引进博士27名，手术占比升到34%。",
    "手术占比升到34%",
    "三年来",
  ],
  ["the last years", "近五年，安和市引进博士27名，手术占比升到34%。", "手术占比升到34%", "近五年"],
  [
    "who demands what is not yet done",
    "安和市印发的指引要求，三级医院设专岗，操作日志留存12个月。",
    "操作日志留存12个月",
    "安和市印发的指引要求",
  ],
  [
    "what is done although it is demanded",
    "安和市印发的指引要求，三级医院设专岗，已有12家设了专岗。",
    "已有12家设了专岗",
    null,
  ],
  [
    "what is agreed and not yet done",
    "协议约定，大学每年派驻12名专家。安和市影像云平台上线。",
    "大学每年派驻12名专家",
    "协议约定",
  ],
  [
    "one hospital that measured it",
    "安和市57家医院开通支付。据安和市中心医院测算，患者的停留时间少41分钟。安和市第一医院也在改。",
    "患者的停留时间少41分钟",
    "据安和市中心医院测算",
  ],
  [
    "the counties of a trial, in the sentence after it",
    "今年6月起，平台在青石等三县试运行。到8月20日，共受理呼救3917次。",
    "共受理呼救3917次",
    "平台在青石等三县试运行",
  ],
  [
    "a trial that has been widened",
    "去年6月起，平台在青石等三县试运行，今年2月扩大到全市。到8月20日，共受理呼救3917次。",
    "共受理呼救3917次",
    null,
  ],
  [
    "a trial in a city with a figure in its name",
    "今年6月起，平台在三亚市试点。到8月20日，共出具报告3917份。",
    "共出具报告3917份",
    null,
  ],
  [
    "a trial after which the platform went on line",
    "去年6月起，平台在三家医院试运行。今年2月平台上线，到8月20日，共出具报告3917份。",
    "共出具报告3917份",
    null,
  ],
  ["a time of its own", "11月底前，服务将覆盖三个县，年底机构数达到110家。", "年底机构数达到110家", "服务将覆盖三个县"],
  [
    "what is demanded, once it has been looked at",
    "按安和市卫健委要求，医院应留出号源，记者看到，安和市中心医院留到30%。",
    "安和市中心医院留到30%",
    null,
  ],
  ["how it is now", "2017年17家企业落户，如今，在册的有96家。", "在册的有96家", "如今"],
  ["last year", "去年，安和市医院完成手术2130台。", "安和市医院完成手术2130台", "去年"],
  ["a year", "2022年，安和市投入1200万元。", "安和市投入1200万元", "2022年"],
  ["one place of many", "在青石县医院，医生点开影像，候诊时间缩短一半。", "候诊时间缩短一半", "在青石县医院"],
  [
    "one county of many",
    "安和市有9个县。青石县把终端摆进集市，老人不带卡就能买药。",
    "老人不带卡就能买药",
    "青石县把终端摆进集市",
  ],
  [
    "a hospital without a name",
    "平台接入12家医院。这家山边的医院，每天调阅260份，重复检查率降到9.1%。",
    "重复检查率降到9.1%",
    "这家山边的医院",
  ],
  ["a topic", "山区边境的林场，救护车最快也要40分钟。", "救护车最快也要40分钟", "山区边境的林场"],
  ["a plan", "明年上半年试行跨市互认，互认项目增至200项。", "互认项目增至200项", "明年上半年试行跨市互认"],
  // What it says is as true without its day, its means or the date of the count.
  ["the day of an event", "6月5日，安和市影像云平台上线。", "安和市影像云平台上线", null],
  ["the day of a count", "截至9月底，平台累计调阅3.2万次。", "平台累计调阅3.2万次", null],
  ["a means", "依托县域医共体，安和市建成影像云平台。", "安和市建成影像云平台", null],
  [
    "a new semicolon",
    "在青石县医院，医生点开影像；安和市影像云平台接入12家医院。",
    "安和市影像云平台接入12家医院",
    null,
  ],
];

test.each(scopes)("what %s limits", (_, text, said, want) => {
  const draft = draftOf(text);
  const scope = scopesOf(draft)[clauseOf(draft, said).index]!;
  const limit = draft.prose.clauses[scope];
  expect(limit ? text.slice(limit.start, limit.end) : null).toBe(want);
});

describe("a clause without a subject", () => {
  /** A text, what is kept, what would stand behind it, and whether it may. */
  const joins: [string, string, string, string, boolean][] = [
    [
      "of the same subject",
      "安和市医院投入1200万元，改造信息系统47个，清洗数据2.1亿条。",
      "安和市医院投入1200万元",
      "清洗数据2.1亿条",
      true,
    ],
    [
      "behind a colon",
      "安和市发布追溯平台：从种子到饮片一药一码，首批覆盖12个品种。",
      "安和市发布追溯平台",
      "首批覆盖12个品种",
      false,
    ],
    [
      "behind another thing",
      "安和市医院开通门诊，病区换了新床，累计服务3.2万人次。",
      "安和市医院开通门诊",
      "累计服务3.2万人次",
      false,
    ],
    [
      "inside another part",
      "安和市医院启用新楼；博士从无到有，如今已有11人。",
      "安和市医院启用新楼",
      "如今已有11人",
      false,
    ],
  ];
  test.each(joins)("%s", (_, text, from, said, want) => {
    const { prose } = draftOf(text);
    const draft = draftOf(text);
    expect(goesOn(prose.clauses, clauseOf(draft, from).index, clauseOf(draft, said))).toBe(want);
  });

  test("takes no subject from a plan, from behind a colon or from one who made what it tells of", () => {
    for (const [text, said] of [
      ["以它为底座的安和市影像中心开始服务，由医院统一审方。", "由医院统一审方"],
      ["安和市市民凭医保码在线签约，按个人信用情况给出额度。", "按个人信用情况给出额度"],
      ["安和市将向邻县延伸平台，并与邻省互通数据。", "并与邻省互通数据"],
      ["安和市发布追溯平台：一药一码，首批覆盖12个品种。", "首批覆盖12个品种"],
      ["安和市建成影像云平台，首批接入12家医院。", "首批接入12家医院"],
      // Into the exchange, or into the zone that it opens?
      ["安和市数据交易所将在新区设立专区，首批拟引入10家医院。", "首批拟引入10家医院"],
      // The project's money, not that of who supports it.
      ["项目由省卫健委牵头，安和市中心医院提供技术支持，投入520万元。", "投入520万元"],
    ] as const) {
      const draft = draftOf(text);
      expect(lostSubject(draft, clauseOf(draft, said))).toBe(null);
    }
  });

  test("is read as one where a time or an adverb stands in the subject's place", () => {
    for (const said of ["每5分钟上传一次数据", "三年内招收工程师300名", "今年已远程会诊1264例"]) {
      const draft = draftOf(`冷藏设备装有温度传感器，${said}。`);
      expect(clauseOf(draft, said).subject, said).toBe(null);
    }
  });

  test("goes to what was put online before it, whose date is no part of it", () => {
    const text = "安和市中心医院今年1月上线平台，6月12日与邻市的影像平台完成对接，可在36家医院调阅。";
    const draft = draftOf(text);
    const clause = clauseOf(draft, "6月12日与邻市的影像平台完成对接");
    expect([clause.kind, clause.governor]).toEqual(["bare", 0]);
    const subject = lostSubject(draft, clause)!;
    expect(text.slice(subject.start, subject.end)).toBe("安和市中心医院");
    const launched = draftOf("影像云平台上线，药箱里备着86种药，今年服务1.4万人次。");
    expect(clauseOf(launched, "今年服务1.4万人次").governor).toBe(0);
    const half = draftOf("影像云平台上半年接入36家医院，累计调阅1.4万次。");
    expect(clauseOf(half, "累计调阅1.4万次").governor).toBe(0);
  });

  test("does not go to what lies in the place named before it", () => {
    const draft = draftOf("安和市的巡回车每周三开到村口，药箱里备着86种药，去年服务1.4万人次。");
    const governor = draft.prose.clauses[clauseOf(draft, "去年服务1.4万人次").governor]!;
    expect(draft.prose.text.slice(governor.start, governor.end)).toBe("安和市的巡回车每周三开到村口");
  });
});
