import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../src/clean/index.ts";
import { findPublished, normalizeDate } from "../../src/clean/published.ts";
import { cleanSource, readPublishers } from "../../src/clean/publishers.ts";
import { resolveRelative } from "../../src/clean/relative.ts";
import { cleanTitle } from "../../src/clean/title.ts";

const publishers = readPublishers(readFileSync(new URL("../../dictionaries/sources.tsv", import.meta.url), "utf8"));

describe("titles lose the names of sites and sections, and nothing else", () => {
  test.each([
    ["沈阳上线全民健康信息平台_东北新闻网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台-新华网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台 - 辽宁频道 - 人民网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台_健康_腾讯网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台|要闻|健康报网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台(图)", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台（组图）--人民网", "沈阳上线全民健康信息平台"],
    ["沈阳上线全民健康信息平台 _ 沈阳市卫生健康委员会", "沈阳上线全民健康信息平台"],
    ["人民网｜沈阳上线全民健康信息平台", "沈阳上线全民健康信息平台"],
    ["沈阳上线&ldquo;一网通&rdquo;", "沈阳上线“一网通”"],
    ["苍山下的守护——大理州人民医院高质量发展纪实", "苍山下的守护——大理州人民医院高质量发展纪实"],
    ["今日霜降｜柿子怎么吃才不伤胃", "今日霜降｜柿子怎么吃才不伤胃"],
    ["COVID-19疫苗接种信息接入省平台", "COVID-19疫苗接种信息接入省平台"],
    ["“数智赋能 健康未来”论坛举行", "“数智赋能 健康未来”论坛举行"],
    ["市中医医院建成 5G 智慧医院创新实验室", "市中医医院建成5G智慧医院创新实验室"],
    ["2023数字健康大会开幕 18个项目签约", "2023数字健康大会开幕 18个项目签约"],
    ["【健康科普】长假管住嘴", "【健康科普】长假管住嘴"],
  ])("%s", (raw, clean) => {
    expect(cleanTitle(raw, "", publishers)).toBe(clean);
  });
  test("the source's own name goes, listed or not", () => {
    expect(cleanTitle("县医院启用云影像平台_柳林发布", "柳林发布", publishers)).toBe("县医院启用云影像平台");
  });
});

describe("sources", () => {
  test.each([
    ["新华网", "新华网", "新华社"],
    ["新华社客户端", "新华社客户端", "新华社"],
    ["来源：健康报", "健康报", "健康报"],
    ["人民网－湖北频道", "人民网", "人民日报"],
    ["大众网·临沂", "大众网", "大众日报"],
    ["黄河新闻网长治频道", "黄河新闻网长治频道", "黄河新闻网"],
    ["石榴云/昌吉日报", "石榴云/昌吉日报", "新疆日报"],
    ["健康报微信公众号", "健康报微信公众号", "健康报"],
    ["市立医院微信公众号", "市立医院微信公众号", "市立医院"],
    ["南方+客户端", "南方+客户端", "南方日报"],
    ["柳林发布", "柳林发布", "柳林发布"],
  ])("%s", (raw, printed, group) => {
    const source = cleanSource(raw, publishers);
    expect([source, publishers.groupOf(source)]).toEqual([printed, group]);
  });
  test("a host tells the publisher where the field is empty", () => {
    expect(publishers.groupOfUrl("https://www.xinhuanet.com/politics/1.htm")).toBe("新华社");
    expect(publishers.groupOfUrl("https://new.qq.com/rain/a/1")).toBe("腾讯");
    expect(publishers.groupOfUrl("no address")).toBe("");
  });
});

describe("dates", () => {
  test.each([
    ["2023-10-16", "2023-10-16"],
    ["2023-10-16 10:05", "2023-10-16T10:05"],
    ["2023/1/6 9:05:07", "2023-01-06T09:05:07"],
    ["2023年10月1日", "2023-10-01"],
    ["２０２３年１０月１日 下午3:05", "2023-10-01T15:05"],
    ["2023.10.16", "2023-10-16"],
    ["20231016", "2023-10-16"],
    ["2023-10-16T02:05:00Z", "2023-10-16T10:05:00+08:00"],
    ["2023-10-16T10:05:00.000+08:00", "2023-10-16T10:05:00+08:00"],
    ["1697421900", "2023-10-16T10:05:00+08:00"],
    ["2023-13-40", undefined],
    ["刚刚", undefined],
    ["", undefined],
  ])("%s → %s", (raw, date) => {
    expect(normalizeDate(raw)).toBe(date);
  });
  test.each([
    ["", "2023-10-16　来源：健康报\n正文", "", "2023-10-16", "head"],
    ["昨天", "新华社北京10月9日电 正文", "http://a.example/2023/1016/1.html", "2023-10-09", "dateline"],
    ["", "正文没有日期。", "http://a.example/202310/t20231016_1.html", "2023-10-16", "url"],
    ["", "正文没有日期。", "http://a.example/1.html", "", "none"],
    ["2023-10-01", "2023-10-16 来源：健康报", "", "2023-10-01", "field"],
  ])("field “%s”, head “%s”, %s", (field, head, url, date, origin) => {
    expect(findPublished(field, head, url)).toMatchObject({ date, origin });
  });
  test("words for days are told against the date", () => {
    const text = "今天上午，平台上线。去年10月启动，近日验收，本周试运行。今日头条转发。";
    const notices = resolveRelative(text, "2023-10-16");
    expect(notices.map((n) => n.message)).toEqual([
      "今天上午 = 2023-10-16",
      "去年 = 2022",
      "近日 = on or shortly before 2023-10-16",
      "本周 = 2023-10-16 … 2023-10-22",
    ]);
    for (const n of notices) expect(n.message.startsWith(text.slice(n.start, n.end))).toBe(true);
  });
});

describe("what is no article, or no Chinese one, says so", () => {
  const clean = (title: string, content: string) => cleanArticle({ id: "a", title, content }, publishers);
  test.each([
    ["标题", "", "empty"],
    ["标题", " 　\n&nbsp;<br>", "empty"],
    ["404", "您访问的页面不存在，5秒后自动跳转到首页", "not-article"],
    ["登录", "请登录后查看全文", "not-article"],
    [
      "News",
      "The hospital opened a new data centre on Monday, officials of the city said in a statement.",
      "not-chinese",
    ],
    [
      "お知らせ",
      "病院の新しいシステムは来月から運用を開始する予定です。患者の皆様のご理解をお願いします。",
      "not-chinese",
    ],
    ["短讯", "平台今日上线。", "ok"],
    ["通报", "11月6日新增确诊病例404例，均已收治。", "ok"],
  ])("%s: %s → %s", (title, content, status) => {
    expect(clean(title, content).status).toBe(status);
  });
  test("a list page", () => {
    const lines = Array.from({ length: 12 }, (_, i) => `市医院举办第${i}场健康讲座 2023-10-${10 + i}`);
    expect(clean("新闻列表", lines.join("\n")).status).toBe("not-article");
  });
  test("garbled and traditional text is told in a notice", () => {
    const codes = (content: string) => clean("标题", content).notices.map((n) => n.code);
    expect(codes("鍖荤枟淇℃伅鍖栧缓璁惧彇寰楁柊杩涘睍锛屽叏甯備簩绾т互涓婂尰闄㈠叏閮ㄦ帴鍏ュ钩鍙般€�")).toContain(
      "mojibake",
    );
    expect(codes("本港醫療機構將於下月啟用電子健康紀錄互通系統，讓醫護人員經網絡查閱病歷資訊。")).toContain(
      "traditional-script",
    );
    expect(codes("本市医疗机构将于下月启用电子健康记录互通系统，让医护人员查阅病历。")).not.toContain("mojibake");
  });
});
