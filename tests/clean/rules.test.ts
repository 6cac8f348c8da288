import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../src/clean/index.ts";
import { isTicker, isTickerLine } from "../../src/clean/ticker.ts";
import { BODY, HEAD, TAIL } from "./forms.ts";

const P1 = "本报讯 10月11日，市第一人民医院上线智慧病房系统，覆盖528张床位，护士每天少走三公里，患者满意度明显提高。";
const P2 = "下一步，市卫生健康委将在全市二级以上医院推广这一做法，并把数据接入全民健康信息平台，方便群众就近看病。";
const clean = (...lines: string[]) =>
  cleanArticle({
    id: "x",
    title: "市第一人民医院上线智慧病房系统",
    content: lines.join("\n"),
    publishedAt: "2023-10-12",
  });
const bare = (text: string): string => text.replace(/\s/g, "");

describe("furniture goes with its reason, the report stays", () => {
  test.each(HEAD)("above: %s", (line) => {
    const document = clean(line, P1, P2);
    expect(bare(document.text)).toBe(bare(`${P1}${P2}`));
    expect(document.noise.length).toBeGreaterThan(0);
  });
  test.each(TAIL)("below: %s", (line) => {
    expect(bare(clean(P1, P2, line).text)).toBe(bare(`${P1}${P2}`));
  });
});

test("title and subtitle in two lines; the section beside the source; who keeps the site", () => {
  const document = cleanArticle({
    id: "x",
    title: "山水之间的“守门人”——某县紧密型医共体纪实",
    source: "某县晚报",
    content: [
      "健康 | 某县晚报",
      "山水之间的“守门人”",
      "——某县紧密型医共体纪实",
      P1,
      P2,
      "主办单位：某某 技术支持电话：0551-0000XXXX",
    ].join("\n"),
  });
  expect(bare(document.text)).toBe(bare(`${P1}${P2}`));
  expect(document.noise.map((n) => n.rule)).toEqual(["meta-line", "headline", "headline", "copyright"]);
});

describe("lines that only look like furniture stay", () => {
  test.each(BODY)("%s", (line) => {
    expect(bare(clean(P1, line, P2).text)).toBe(bare(`${P1}${line}${P2}`));
    expect(bare(clean(P1, P2, line).text)).toBe(bare(`${P1}${P2}${line}`));
  });
});

describe("inside a paragraph", () => {
  test.each([
    ["本报讯（记者 王某 通讯员 陈某）10月11日，平台上线并运行。", "本报讯10月11日，平台上线并运行。"],
    ["新华社北京10月9日电（记者王某、陈某）平台上线并运行。", "新华社北京10月9日电平台上线并运行。"],
    ["中新网某地8月2日电 (张某)平台上线并运行。", "中新网某地8月2日电平台上线并运行。"],
    ["新华社北京10月9日电（王某、陈某）平台上线并运行。", "新华社北京10月9日电平台上线并运行。"],
    ["新华社北京10月9日电（综述）平台上线并运行。", "新华社北京10月9日电（综述）平台上线并运行。"],
    ["平台由两位医生（张某、李某）发起。", "平台由两位医生（张某、李某）发起。"],
    ["推进智能机器人(11.170, -0.09, -0.80%)在诊疗中的应用。", "推进智能机器人在诊疗中的应用。"],
    ["东软集团[600718.SH]与市医院签约。", "东软集团与市医院签约。"],
    ["东软集团（600718，股吧）与市医院签约。", "东软集团与市医院签约。"],
    ['<a href="http://a.example">东软集团</a>与市医院<br>签约。', "东软集团与市医院\n签约。"],
    ["&amp;ldquo;互联网+&amp;rdquo;医疗&amp;nbsp;&amp;nbsp;服务。", "“互联网+”医疗 服务。"],
    ["&lt;p&gt;平台上线。&lt;/p&gt;", "平台上线。"],
    ["平台\u200b上\ufeff线，接入１２０家医院，５Ｇ 覆盖。", "平台上线，接入120家医院，5G覆盖。"],
    ["“数智赋能 健康未来”论坛建成 5G 智慧医院。", "“数智赋能 健康未来”论坛建成5G智慧医院。"],
    ["平台上线，方便群众。（完）", "平台上线，方便群众。"],
    ["平台上线，方便群众。编辑：王某", "平台上线，方便群众。"],
    ["平台上线，方便群众。（作者：王某）", "平台上线，方便群众。"],
    ["增长12.5%（同比提高3.2个百分点），达到（含）二级。", "增长12.5%（同比提高3.2个百分点），达到（含）二级。"],
    ["按照《办法》（国卫规划发〔2023〕12号）执行。", "按照《办法》（国卫规划发〔2023〕12号）执行。"],
    ["第12届记者节（11月8日）前夕开展义诊。", "第12届记者节（11月8日）前夕开展义诊。"],
    ["血压低于90mmHg且p<0.05，c>1。", "血压低于90mmHg且p<0.05，c>1。"],
  ])("%s", (raw, text) => {
    expect(clean(raw).text).toBe(text);
  });
});

describe("stock quotes", () => {
  test.each([
    "300253.SZ",
    "某某医疗 13.26 +1.21 +10.04%",
    "603990.SH, 17.36, +0.86, +5.21%",
    "600570, 32.15, +0.42, +1.32%",
    "11.170, -0.09, -0.80%",
    "8.23 -1.20%",
    "600718，诊股",
    "3.10% 资金 研报",
    "00700.HK",
    "NASDAQ:BIDU",
    "股票代码：300253",
    "SZ:300253",
  ])("%s", (inner) => {
    expect(isTicker(inner)).toBe(true);
  });
  test.each([
    "000503",
    "2023",
    "12.5%",
    "+5.2%",
    "试行",
    "DRG",
    "100034",
    "含电子票据",
    "0.05",
    "Ⅱ期",
    "5G",
    "AI",
    "三级",
    "120",
  ])("%s is none", (inner) => {
    expect(isTicker(inner)).toBe(false);
  });
  test.each([
    ["300212 易华录 31.46 +20.00%　300290 荣科科技 18.27 +7.85%", true],
    ["卫宁健康 8.23 +1.23% 创业慧康 6.50 -0.76%", true],
    ["营业收入 12.5亿元 同比 +5%", false],
    ["2023年1-9月 服务 31.46万人次", false],
  ])("line %s: %s", (line, is) => {
    expect(isTickerLine(line)).toBe(is);
  });
});
