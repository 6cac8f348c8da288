import { expect, test } from "vitest";
import { regionsOf, type Told } from "./regions.ts";

const primaryOf = (told: Told): string | undefined => regionsOf(told).regions.find((r) => r.primary)?.code;

test.each<[string, Told, string | undefined]>([
  [
    "the city that covers its districts",
    { title: "临沂48家医院推行床旁结算", text: "记者从临沂获悉，河东区、罗庄区、费县的医院均已开通。" },
    "371300",
  ],
  ["the county in the title", { title: "仙居：看病少跑路", text: "在仙居，邻近的永嘉、缙云患者也来就诊。" }, "331024"],
  [
    "an institution's name where no place is named",
    {
      title: "南通市第一人民医院上线新系统",
      text: "南通市第一人民医院启用电子病历。",
      institutions: ["南通市第一人民医院"],
    },
    "320600",
  ],
  [
    "我市 and the source",
    { title: "我市医院装上智慧大脑", text: "我市医院启用新系统。", source: "东楚晚报" },
    "420200",
  ],
  ["share prices happen nowhere", { title: "某软件公司午后涨停", text: "公司总部位于杭州，今日股价涨停。" }, undefined],
  [
    "national policy with a Beijing dateline happens nowhere",
    { title: "国家部署医疗信息化", text: "新华社北京9月9日电 有关部门印发通知，要求各地落实。", source: "新华社" },
    undefined,
  ],
  [
    "news of several provinces happens nowhere",
    { title: "互认试点启动", text: "浙江、江苏、山东、四川、湖北、广东率先开展试点。", source: "人民网" },
    undefined,
  ],
])("%s", (_, told, code) => {
  expect(primaryOf(told)).toBe(code);
});

test("a primary region that nobody names has no mentions", () => {
  const findings = regionsOf({ title: "我市医院上新", text: "我市医院启用系统。", source: "东楚晚报" });
  expect(findings.regions).toEqual([
    { code: "420200", name: "湖北省黄石市", level: "city", primary: true, mentions: [] },
  ]);
});
