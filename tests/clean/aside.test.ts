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
