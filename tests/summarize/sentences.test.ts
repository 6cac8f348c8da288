import { expect, test } from "vitest";
import { datelineLength, splitSentences } from "../../src/summarize/sentences.ts";

const dateline: [string, string][] = [
  ["新华社北京9月9日电 国家卫生健康委今天发布", "新华社北京9月9日电 "],
  ["本报讯 9月3日，市民李女士", "本报讯 "],
  ["【东莞日报讯】不用翻手机", "【东莞日报讯】"],
  ["中国甘肃网8月13日讯　8月12日，论坛举行", "中国甘肃网8月13日讯　"],
  ["华声在线9月30日讯　“片子刚拍完”", "华声在线9月30日讯　"],
  ["本报嘉积10月2日电国庆假期第四天", "本报嘉积10月2日电"],
  ["本报讯（记者 张三 通讯员 李四）9月1日", "本报讯（记者 张三 通讯员 李四）"],
  ["科大讯飞的系统在全县使用", ""],
  ["记者从市卫健委获悉，平台上线", ""],
  ["医院网络通讯设备更新", ""],
];

test.each(dateline)("the dateline of %s", (paragraph, head) => {
  expect(paragraph.slice(0, datelineLength(paragraph))).toBe(head);
});

const cut: [string, string[][]][] = [
  [
    "平台上线，覆盖3家医院。下一步，将扩大。",
    [
      ["平台上线", "覆盖3家医院"],
      ["下一步", "将扩大"],
    ],
  ],
  ["“能认，不用重抽。”医生说。平台8月启用。", [["“能认，不用重抽。”医生说"], ["平台8月启用"]]],
  [
    "他说：“很好。”9月起，系统启用。",
    [
      ["他说", "“很好。”"],
      ["9月起", "系统启用"],
    ],
  ],
  [
    "首批1,200台终端（含备用，共10台）到位；其余年底到位。",
    [["首批1,200台终端（含备用，共10台）到位", "其余年底到位"]],
  ],
  ["一张网：数据通\n平台启用。", [["一张网", "数据通"], ["平台启用"]]],
];

test.each(cut)("the clauses of %s", (text, clauses) => {
  expect(splitSentences(text).map((s) => s.clauses.map((c) => text.slice(c.start, c.end)))).toEqual(clauses);
});

test("a quotation that is never closed does not swallow the article", () => {
  const text = `“${"很长的引文".repeat(80)}。平台上线。平台验收。`;
  expect(splitSentences(text).length).toBeGreaterThan(1);
});
