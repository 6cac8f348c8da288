import { expect, test } from "vitest";
import { cleanArticle } from "../../src/clean/index.ts";

const LEAD = "10月16日，某市全民健康信息平台正式上线，全市二十家医院的检查检验结果可以互认。";

test.each([
  ["a gloss behind a quote", "老人对着屏幕挥了挥手：“突及其！”（藏语：谢谢）", []],
  ["applause", "她最后说：“这才刚刚开始！”（掌声）", []],
  ["the end mark", "平台将在年底前覆盖全市所有医院。（完）", ["（完）"]],
  ["a reporter in brackets", "平台将在年底前覆盖全市所有医院。（记者 李某某）", ["（记者 李某某）"]],
])("behind a paragraph's last sentence: %s", (_, line, noise) => {
  const document = cleanArticle({ id: "1", title: "某市平台上线", content: `${LEAD}\n${line}` });
  expect(document.noise.map((n) => n.text)).toEqual(noise);
});

test.each([
  ["a site and its sections", "河川网 | 新闻中心 | 本地要闻", "breadcrumb"],
  ["the same with dashes", "河川网 - 健康 - 医院动态", "breadcrumb"],
])("above the first paragraph: %s", (_, line, rule) => {
  const document = cleanArticle({ id: "1", title: "某市平台上线", content: `${line}\n${LEAD}` });
  expect(document.noise).toEqual([{ rule, text: line }]);
});

test.each([
  ["a visitor counter", "您是第 0012345 位访问者 建议使用1280×720分辨率、IE10以上浏览器"],
  ["a product's disclaimer", "温馨提示：本产品不是医疗器械，不能代替医生诊断。"],
  ["a disclaimer of minutes", "某网声明：会议实录均为现场速记整理，未经演讲者审阅。"],
])("below the last paragraph: %s", (_, line) => {
  const document = cleanArticle({
    id: "1",
    title: "某市平台上线",
    content: `${LEAD}\n平台将在年底前覆盖全市所有医院。\n${line}`,
  });
  expect(document.noise.map((n) => n.text).join(" ")).toBe(line);
});

test("a code alone in brackets is the writer's, a portal's quote is not", () => {
  const clean = (text: string): string =>
    cleanArticle({ id: "1", title: "某市平台上线", content: `${LEAD}\n${text}` }).text;
  expect(clean("截至收盘，某某健康（000001）报12元，成交额五亿元。")).toContain("（000001）");
  expect(clean("系统由某某健康（000001, 12.30, +0.40, +3.36%）承建，已经上线。")).not.toContain("000001");
});
