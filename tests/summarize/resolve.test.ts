import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import type { Institution, InstitutionType, Region } from "../../src/core/types.ts";
import { readDraft } from "../../src/summarize/draft.ts";
import { clausePieces } from "../../src/summarize/pieces.ts";
import { resolveHead } from "../../src/summarize/resolve.ts";
import { opensBare, pointsInside } from "../../src/summarize/subject.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const institution = (text: string, name: string, type: InstitutionType): Institution => {
  const start = text.indexOf(name);
  return {
    name,
    type,
    code: null,
    mentions: [{ field: "text", start, end: start + name.length, text: name }],
  };
};

/** Text, hospitals in it, the clause to read, and the name that its head stands for. */
const heads: [string, string[], string, string | null][] = [
  ["安和市第二医院启用新系统。该院投入800万元。", ["安和市第二医院"], "该院投入800万元", "安和市第二医院"],
  // A partner named in passing is not the one who acts.
  [
    "安和市第二医院扩建病房，与省城肿瘤医院结成对子。医院投入800万元。",
    ["安和市第二医院", "省城肿瘤医院"],
    "医院投入800万元",
    "安和市第二医院",
  ],
  // Whoever says it speaks of itself.
  ["海滨总医院宣布，其自主研发的影像云启用。", ["海滨总医院"], "其自主研发的影像云启用", "海滨总医院"],
  ["“上线了。”医生说，其自主研发的影像云启用。", [], "其自主研发的影像云启用", null],
  // A system of no known name, told of once in full.
  [
    "提示来自喀什地区孕产妇保健管理信息系统。系统在册孕产妇1836人。",
    [],
    "系统在册孕产妇1836人",
    "喀什地区孕产妇保健管理信息系统",
  ],
  ["衢州血液专用通信网络启用。该通信网络结束试运行。", [], "该通信网络结束试运行", "衢州血液专用通信网络"],
  ["衢州市血液标本配送网启用。该配送网结束试运行。", [], "该配送网结束试运行", "衢州市血液标本配送网"],
  // Half a name is none.
  ["提示来自喀什孕产妇随访管理信息系统。系统在册孕产妇1836人。", [], "系统在册孕产妇1836人", null],
  ["人畜共患病监测预警平台启用。平台在3县试用。", [], "平台在3县试用", null],
  ["建设智慧居家养老与院前急救联动项目。项目投入870万元。", [], "项目投入870万元", null],
  ["居民查医学影像信息系统。系统拦下1180单。", [], "系统拦下1180单", "医学影像信息系统"],
  // Two of its kind: nobody knows which.
  ["安和开发了孕产妇高危信息系统和血液冷链温度系统。系统在册孕产妇1836人。", [], "系统在册孕产妇1836人", null],
  // What a scene's answer named goes before what is told of it.
  [
    "弹出提示的，是安和市医保局部署的事前提醒模块。该模块嵌入医生工作站。",
    [],
    "该模块嵌入医生工作站",
    "安和市医保局部署的事前提醒模块",
  ],
  // Which hospital's it is, the scene does not say.
  ["孙某看的，是医院去年3月上线的精细运营管理系统。系统提示风险213例。", [], "系统提示风险213例", "精细运营管理系统"],
  ["县医院、县中医院并入海滨县总医院。总医院投入1450万元。", ["海滨县总医院"], "总医院投入1450万元", "海滨县总医院"],
  [
    "签约平台与全市全民健康信息平台对接。平台覆盖13个县。",
    ["签约平台", "全民健康信息平台"],
    "平台覆盖13个县",
    "签约平台",
  ],
  // Whoever speaks for a hospital means it.
  [
    "海滨总医院已上线平台。省城肿瘤医院主任何某介绍，医院把12.8万例患者的病历做成数据库。",
    ["海滨总医院", "省城肿瘤医院"],
    "医院把12.8万例患者的病历做成数据库",
    "省城肿瘤医院",
  ],
  // What a system is joined to is not the system that the text goes on with.
  [
    "海滨处方流转平台今年1月完成与国家医保信息平台的对接。平台运行以来发现线索317条。",
    ["海滨处方流转平台", "国家医保信息平台"],
    "平台运行以来发现线索317条",
    "海滨处方流转平台",
  ],
  // From what, into what and inside what: not what the text goes on with.
  [
    "海滨急救平台5月启用。过敏史从全民健康信息平台里调出来。平台累计调度5.9万次。",
    ["海滨急救平台", "全民健康信息平台"],
    "平台累计调度5.9万次",
    "海滨急救平台",
  ],
  [
    "试点用的海滨辅诊系统内置于基层信息系统。系统提示风险213例。",
    ["海滨辅诊系统", "基层信息系统"],
    "系统提示风险213例",
    "海滨辅诊系统",
  ],
  ["随访推广到31家中心，数值写回社区信息系统。系统共拨打46.3万通。", ["社区信息系统"], "系统共拨打46.3万通", null],
  // The only one there is may be meant though it is a means.
  [
    "医院依托全民健康信息平台互认结果。平台接入12家医院。",
    ["全民健康信息平台"],
    "平台接入12家医院",
    "全民健康信息平台",
  ],
  [
    "省中医药局近日印发《海滨省中医药数据行动方案》。行动方案提出六项任务。",
    [],
    "行动方案提出六项任务",
    "《海滨省中医药数据行动方案》",
  ],
  // A pharmacy and a data set are named too.
  ["海滨智慧中药房去年启用。药房接入58家医疗机构。", ["海滨智慧中药房"], "药房接入58家医疗机构", "海滨智慧中药房"],
  // A gathering goes by its year.
  [
    "这组数字在2023海滨健康医疗数据大会上被反复提起。大会还发布健康数据专区。",
    [],
    "大会还发布健康数据专区",
    "2023海滨健康医疗数据大会",
  ],
  // Two hospitals, neither of which acts: nobody is named.
  ["专家来自省城肿瘤医院和海滨总医院。医院投入800万元。", ["省城肿瘤医院", "海滨总医院"], "医院投入800万元", null],
];

test.each(heads)("%s", (text, hospitals, clause, want) => {
  const extraction = {
    ...plainExtraction("r", "标题", text),
    institutions: hospitals.map((h) => institution(text, h, "hospital")),
  };
  const draft = readDraft(extraction, words);
  const target = draft.prose.clauses.find((c) => text.slice(c.start, c.end) === clause)!;
  const found = resolveHead(draft, target);
  expect(found && text.slice(found.name.start, found.name.end)).toBe(want);
});

test("当地 is the place that the paragraph named last", () => {
  const text = "佳木斯市各县不一样。桦南县的情形好些。当地去年合成一个工作台。\n当地去年换了终端。";
  const region = (name: string, code: string, primary: boolean): Region => ({
    code,
    name,
    level: primary ? "city" : "county",
    primary,
    mentions: [{ field: "text", start: text.indexOf(name), end: text.indexOf(name) + name.length, text: name }],
  });
  const draft = readDraft(
    {
      ...plainExtraction("d", "题", text),
      regions: [region("佳木斯市", "230800", true), region("桦南县", "230822", false)],
    },
    words,
  );
  const named = draft.prose.clauses
    .filter((c) => text.startsWith("当地", c.core))
    .map((c) => resolveHead(draft, c))
    .map((r) => r && text.slice(r.name.start, r.name.end));
  expect(named).toEqual(["桦南县", "佳木斯市"]);
});

test("a region's office takes the region's name once, a league is a place too", () => {
  const read = (text: string, name: string, said: string, printed = name) => {
    const start = text.indexOf(printed);
    const draft = readDraft(
      {
        ...plainExtraction("r", "标题", text),
        regions: [
          {
            code: "990000",
            name,
            level: "province",
            primary: true,
            mentions: [{ field: "text", start, end: start + printed.length, text: printed }],
          },
        ],
        institutions: text.includes("自治区卫生健康委") ? [institution(text, "自治区卫生健康委", "government")] : [],
      },
      words,
    );
    const target = draft.prose.clauses.find((c) => text.slice(c.start, c.end) === said)!;
    const found = resolveHead(draft, target);
    return found && text.slice(found.name.start, found.name.end) + text.slice(found.cut.end, target.end);
  };
  const meeting = "自治区卫生健康委召开会议。会议印发《海滨自治区提升方案》。";
  expect(read(meeting, "海滨自治区", "自治区卫生健康委召开会议")).toBe("海滨自治区卫生健康委召开会议");
  // 博州, as the title has it, stands in no full form in the body.
  const short = "全州57家医院开通支付。海州人民医院也在改。";
  expect(read(short, "海滨自治州", "全州57家医院开通支付", "海州")).toBe("海州57家医院开通支付");
  const league = "全盟57家医院开通支付。海滨盟中心医院也在改。";
  expect(read(league, "海滨盟", "全盟57家医院开通支付")).toBe("海滨盟57家医院开通支付");
});

test("全省 and 省卫健委 in a city's report are the province's", () => {
  const text =
    "海滨省石岛市上线平台。全省12家医院接入。省卫生健康委召开会议。该县也接入。医院推送到医院信息系统。系统派车。青石县去年起步。县卫健局建成平台。";
  const mention = (name: string) => {
    const start = text.indexOf(name);
    return { field: "text" as const, start, end: start + name.length, text: name };
  };
  const draft = readDraft(
    {
      ...plainExtraction("r", "标题", text),
      regions: [
        { code: "990100", name: "海滨省石岛市", level: "city", primary: true, mentions: [mention("石岛市")] },
        { code: "990121", name: "海滨省青石县", level: "county", primary: false, mentions: [mention("青石县")] },
      ],
      institutions: [
        institution(text, "省卫生健康委", "government"),
        { ...institution(text, "县卫健局", "government"), code: "990121" },
      ],
      terms: [{ name: "医院信息系统", category: "system", mentions: [mention("医院信息系统")] }],
    },
    words,
  );
  const named = (said: string) => {
    const found = resolveHead(draft, draft.prose.clauses.find((c) => text.slice(c.start, c.end) === said)!);
    return found && text.slice(found.name.start, found.name.end);
  };
  expect(named("全省12家医院接入")).toBe("海滨省");
  expect(named("省卫生健康委召开会议")).toBe("海滨");
  expect(named("该县也接入")).toBeNull();
  // Whose office it is, its own code says.
  expect(named("县卫健局建成平台")).toBe("青石");
  // What something is sent to is not what goes on.
  expect(named("系统派车")).toBeNull();
});

test("a standard, a report and a new system are bare, a station that says 我站 says nothing", () => {
  const clauseOf = (text: string) => {
    const draft = readDraft(plainExtraction("b", "标题", text), words);
    return { draft, clause: draft.prose.clauses[0]! };
  };
  for (const text of ["标准分为5个部分。", "报告抽样1120家医院。", "新系统投入1560万元。"]) {
    const { draft, clause } = clauseOf(text);
    expect(opensBare(draft, clause), text).toBe(true);
  }
  const { draft, clause } = clauseOf("我站与全市38家用血医院联通。");
  expect(clausePieces(draft, clause)).toEqual([]);
  for (const text of ["我委托平台查询数据12次。", "我所在的医院接入平台。"]) {
    const kept = clauseOf(text);
    expect(clausePieces(kept.draft, kept.clause), text).toHaveLength(1);
  }
});

test("an internet hospital goes by the hospital that runs it", () => {
  const text = "海滨总医院互联网医院走进牧区。互联网医院取得牌照。";
  const draft = readDraft(
    {
      ...plainExtraction("r", "标题", text),
      institutions: [institution(text, "海滨总医院", "hospital")],
      terms: [
        {
          name: "互联网医院",
          category: "system",
          mentions: [5, 15].map((start) => ({ field: "text" as const, start, end: start + 5, text: "互联网医院" })),
        },
      ],
    },
    words,
  );
  const { name } = resolveHead(draft, draft.prose.clauses[1]!)!;
  expect(text.slice(name.start, name.end)).toBe("海滨总医院互联网医院");
});

test("a name leaves off what is said of it, and a mark that would stay open", () => {
  const read = (text: string, start: number, name: string) => {
    const draft = readDraft(
      {
        ...plainExtraction("r", "标题", text),
        terms: [
          { name, category: "system", mentions: [{ field: "text", start, end: start + name.length, text: name }] },
        ],
      },
      words,
    );
    const found = resolveHead(draft, draft.prose.clauses.at(-1)!);
    return found && text.slice(found.name.start, found.name.end);
  };
  expect(read("国家规定复诊平台不能看首诊。平台接入12家医院。", 4, "复诊平台")).toBe("复诊平台");
  expect(read("石岛“远影”平台上线。平台接入12家医院。", 2, "“远影”平台")).toBe("石岛“远影”平台");
  expect(read("两地签下“石岛远影平台”协议。平台接入12家医院。", 4, "“石岛远影平台")).toBe("石岛远影平台");
});

test("该院 is the institute named last, a foundation is bare by itself", () => {
  const text = "海滨医院参评。海滨医学研究院发布报告。海滨健康基金会参加。";
  const read = (more: string, other?: string, type: InstitutionType = "research") => {
    const all = other ? more : text + more;
    const draft = readDraft(
      {
        ...plainExtraction("r", "标题", all),
        institutions: other
          ? [institution(all, "海滨医院", "hospital"), institution(all, other, type)]
          : [
              institution(all, "海滨医院", "hospital"),
              institution(all, "海滨医学研究院", "research"),
              institution(all, "海滨健康基金会", "association"),
            ],
      },
      words,
    );
    const found = resolveHead(draft, draft.prose.clauses.at(-1)!);
    return found && all.slice(found.name.start, found.name.end);
  };
  expect(read("基金会出资1350万元。")).toBe("海滨健康基金会");
  expect(read("该院计划再评500家。")).toBe("海滨医学研究院");
  // A partner is not meant, nor a court.
  expect(read("海滨医院与海滨设计院共建平台。该院上线系统。", "海滨设计院", "research")).toBe("海滨医院");
  expect(read("海滨医院牵头，海滨法院协办。该院上线系统。", "海滨法院", "government")).toBe("海滨医院");
});

test.each([
  ["医院以该数据产品作质押。", true],
  ["市里建成这座共享药房。", true],
  ["系统用该中心积累的图像训练。", true],
  ["医院应该投入800万元。", false],
  ["平台还接入其它医院。", false],
  ["这些终端今年换新。", false],
  ["36家医院开通这项服务。", true],
  ["互联网医院就是冲着他们办的。", true],
  ["平台还接入其他医院。", false],
  ["平台审核奥司他韦处方3万张。", false],
  ["墙上的密码她已划掉6个。", true],
  ["平台统计他汀处方3万张。", false],
  ["医院研发的这套系统9月上线。", false],
])("%s points to what was said before: %s", (text, want) => {
  const draft = readDraft(plainExtraction("p", "标题", text), words);
  const clause = draft.prose.clauses[0]!;
  expect(pointsInside(draft, clause, [{ start: clause.core, end: clause.end }])).toBe(want);
});

test("我省 in a city's report is its province, where that is printed", () => {
  const read = (text: string) => {
    const start = text.indexOf("石岛市");
    const mention = { field: "text" as const, start, end: start + 3, text: "石岛市" };
    const draft = readDraft(
      {
        ...plainExtraction("r", "标题", text),
        regions: [{ code: "990100", name: "海滨省石岛市", level: "city", primary: true, mentions: [mention] }],
      },
      words,
    );
    const last = draft.prose.clauses.at(-1)!;
    return clausePieces(draft, last).map((p) => text.slice(p.start, p.end));
  };
  expect(read("石岛市上线平台，成为我市首个试点。").join("")).toBe("成为石岛市首个试点");
  expect(read("海滨省石岛市上线平台，成为我省首个试点。").join("")).toBe("成为海滨省首个试点");
  expect(read("石岛市上线平台，成为我省首个试点。")).toEqual([]);
});
