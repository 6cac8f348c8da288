import { expect, test } from "vitest";
import { createAnalyzer } from "../src/analyzer.ts";

const analyzer = await createAnalyzer();

/** Units that open something, lead somewhere or name somebody, twenty thousand times: no crash, and no work without end. */
const units =
  "“ 《 （ 【 、 —— | 1. 的 在 由 与 上线 医院 市医院 北京 京沪 据 某 第一 卫健委 大模型“ ”平台 “医智 中国— 互联网+ 5G 县医院， 说：“ 2023年1月1日 3.2万 在1 是 1家医院 一位 过去 电子病历、 平台 该院 接入12家 <p> &amp; http:// #".split(
    " ",
  );

test.each(units)("%s without an end", (unit) => {
  const opening = "安和市影像云平台8月上线，接入12家医院，医生用电子病历。";
  const { status, text } = analyzer.analyze({
    id: "long",
    title: "安和市影像云平台上线",
    content: `${opening}\n${unit.repeat(20_000)}。`,
  });
  expect(["ok", "not-article", "not-chinese"]).toContain(status);
  expect(text.startsWith(opening)).toBe(true);
});
