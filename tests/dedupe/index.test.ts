import { expect, test } from "vitest";
import type { Analysis } from "../../src/core/types.ts";
import { chooseRepresentative, clusterReprints, matchPastItems } from "../../src/dedupe/index.ts";

const LEAD =
  "8月22日，河州市卫生健康委员会召开发布会，全市全民健康信息平台二期正式上线，首批接入42家医疗机构，覆盖县区12个。";
const BODY = [
  "平台把居民电子健康档案、电子病历和检验影像报告汇到一处，医生在工作站里点一下就能调阅患者半年内的检查结果，重复检查由此减少。",
  "市人民医院放射科主任介绍，过去转诊病人常常拎着一摞胶片来，如今扫一下电子健康卡，影像和报告同时出现在屏幕上，候诊时间缩短了18分钟。",
  "截至7月底，平台累计汇聚数据3.6亿条，检查检验结果互认86项，为群众节省费用2170万元，基层卫生院的转诊单也可以在线流转。",
  "下一步，该市将把民营医院和社区卫生服务站纳入平台，并与省级平台对接，力争年底前实现全域互认。",
];
const story = (id: string, over: Partial<Analysis>): Analysis =>
  ({
    id,
    status: "ok",
    title: "河州市全民健康信息平台二期上线",
    source: "河州日报",
    publishedAt: "2023-08-23",
    text: [LEAD, ...BODY].join("\n"),
    noise: [],
    regions: [{ code: "622900", primary: true }],
    ...over,
  }) as unknown as Analysis;
const groups = (...pool: Analysis[]): string[] => clusterReprints(pool).map((c) => c.members.join("+"));

const original = story("a", {});
test.each<[string, Partial<Analysis>]>([
  ["cut to its first paragraphs", { text: [LEAD, BODY[0], BODY[1]].join("\n") }],
  ["under a new headline and lead", { title: "看病不再重复拍片", text: ["患者少跑路了。", ...BODY].join("\n") }],
  ["with its paragraphs in another order", { text: [BODY[2], BODY[0], LEAD, BODY[3], BODY[1]].join("\n") }],
  ["without its figures", { text: [LEAD, ...BODY].join("\n").replace(/\d+(\.\d+)?/g, "多") }],
  ["in full-width figures", { text: [LEAD, ...BODY].join("\n").replace(/\d/g, (d) => "０１２３４５６７８９"[+d]!) }],
  [
    "retold by another outlet, under the day of its own dateline",
    {
      title: "42家医疗机构数据相通，河州看病少拍片",
      text: [
        "中新网河州8月25日电 拎着胶片转诊的日子，在河州正成为过去：扫一下电子健康卡，影像和报告一起出现在屏幕上。",
        "河州市卫健委透露，市全民健康信息平台二期首批接入42家医疗机构，覆盖县区12个，累计汇聚数据3.6亿条。",
        "平台汇集居民电子健康档案、电子病历和检验影像报告，医生在工作站里点一下就能调阅患者半年内的结果，重复检查少了。",
        "目前检查检验结果互认86项，为群众节省费用2170万元，候诊时间缩短了18分钟，基层卫生院的转诊单也能在线流转。",
        "该市将把民营医院和社区卫生服务站纳入平台，并与省级平台对接，争取年底前全域互认。",
      ].join("\n"),
    },
  ],
])("a reprint %s joins its original", (_, over) => {
  expect(groups(original, story("b", { source: "网易", publishedAt: "2023-08-24", ...over }))).toEqual(["a+b"]);
});

test.each<[string, Partial<Analysis>]>([
  [
    "another city's same project",
    {
      title: "陇原市全民健康信息平台二期上线",
      text: [LEAD, ...BODY]
        .join("\n")
        .replaceAll("河州", "陇原")
        .replace(/\d+/g, (d) => String(Number(d) + 3)),
      regions: [{ code: "621100", name: "甘肃省定西市", level: "city", primary: true, mentions: [] }],
    },
  ],
  [
    "the next month's figures in the same words",
    {
      title: "河州市全民健康信息平台运行通报",
      text: [LEAD, ...BODY].join("\n").replace(/\d+(\.\d+)?/g, (d) => String(Number(d) + 1)),
    },
  ],
  ["another story", { title: "河州马拉松开跑", text: "周日早上，三万名跑者从体育中心出发。".repeat(20) }],
])("%s stands alone", (_, over) => {
  expect(groups(original, story("b", over))).toEqual(["a", "b"]);
});

test("the order of the pool does not matter", () => {
  const pool = [
    original,
    story("b", { source: "新浪", publishedAt: "2023-08-24", text: [LEAD, BODY[1]!, BODY[2]!].join("\n") }),
    story("c", { title: "别的事", text: "另一件事情的报道。".repeat(40) }),
  ];
  expect(clusterReprints(pool.toReversed())).toEqual(clusterReprints(pool));
  expect(chooseRepresentative(pool.toReversed())).toEqual(chooseRepresentative(pool));
});

test("the representative is the outlet that the other names as its source, and says why", () => {
  const copy = story("a1", { source: "网易", noise: [{ rule: "credit", text: "来源：河州日报" }] });
  const choice = chooseRepresentative([copy, story("b1", {})]);
  expect(choice.representative).toBe("b1");
  expect(choice.reasons).toContain("被其他稿件注明为来源");
});

test("an item of a past bulletin is found again by its text", () => {
  const item = { headline: "河州市全民健康信息平台二期上线", content: [LEAD, ...BODY].join("\n"), summary: "" };
  const past = {
    issue: 545,
    items: [
      { ...item, content: "别的内容。".repeat(60), region: "", publishedAt: "" },
      { ...item, region: "", publishedAt: "" },
    ],
  };
  expect(matchPastItems([original, story("z", { text: "无关的内容。".repeat(60) })], [past as never])).toEqual(
    new Map([["a", "issue:545#2"]]),
  );
});
