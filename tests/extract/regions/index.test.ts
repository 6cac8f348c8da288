import { expect, test } from "vitest";
import { createAnalyzer } from "../../../src/analyzer.ts";
import { listed, regionsOf } from "./regions.ts";

test.each([
  // Paths are one mention, of the deepest.
  ["记者从江苏苏州获悉，平台已上线。", ["320500 江苏苏州"]],
  ["徐州市沛县的村医用上了新系统。", ["320322 徐州市沛县"]],
  ["新院区坐落在佳木斯市郊区。", ["230811 佳木斯市郊区"]],
  ["河北雄安新区的医院接入平台。", ["130000 河北雄安新区"]],
  // Lists are one mention each.
  ["苏州市、无锡市已实现互认。", ["320200 无锡市", "320500 苏州市"]],
  ["山东济南、青岛的患者都可使用。", ["370100 山东济南", "370200 青岛"]],
  // A word of every day is a district amid its siblings.
  ["济南市历下、市中、槐荫三区实现连续覆盖。", ["370100", "370102 济南市历下", "370103 市中", "370104 槐荫"]],
  // A district amid its siblings, not the city of that nickname.
  ["温州选择鹿城、瓯海、龙港三地开展试点。", ["330300 温州", "330302 鹿城", "330304 瓯海", "330383 龙港"]],
  // The suffix stays with the name before a road.
  ["襄阳樊城区长虹路的红绿灯多给了8秒。", ["420606 襄阳樊城区"]],
  // Areas give their members.
  ["京津冀三地结果互认。", ["110000 京津冀", "120000 京津冀", "130000 京津冀"]],
  ["医院依托京蒙协作资金建成中心。", ["110000 京蒙", "150000 京蒙"]],
  ["先从豫鲁交界的乡镇试起。", ["370000 豫鲁", "410000 豫鲁"]],
  ["来自川渝黔三地的代表。", ["500000 川渝黔", "510000 川渝黔", "520000 川渝黔"]],
  ["地处川滇黔渝交界。", ["500000 川滇黔渝", "510000 川滇黔渝", "520000 川滇黔渝", "530000 川滇黔渝"]],
  ["服务皖苏交界的群众。", ["320000 皖苏", "340000 皖苏"]],
  // Zones and nicknames.
  ["郑东新区和成都高新区的医院已接入。", ["410100 郑东新区", "510100 成都高新区"]],
  ["冰城市民看病更方便。", ["230100 冰城"]],
  ["大凉山的老乡在镇上拍片。", ["513400 大凉山"]],
  ["上海市民凭电子健康卡就诊。", ["310000 上海"]],
  // Datelines, former names, short forms with their kind.
  ["中新网合肥9月20日电 全国会议召开。", ["340100 合肥"]],
  ["湖北襄樊市的旧病历已全部上传。", ["420600 湖北襄樊市"]],
  ["荆州、恩施州试行异地互认。", ["421000 荆州", "422800 恩施州"]],
  ["湘西自治州和三江自治县9月启动。", ["433100 湘西自治州", "450226 三江自治县"]],
])("%s", (text, regions) => {
  expect(listed(regionsOf({ text }))).toEqual(regions);
});

test.each([
  "双方合作推进资源共享，通道建设和谐和平。",
  "商业健康保险快速发展。",
  "会议于北京时间9月1日召开。",
  "县卫生健康局会同县大数据管理局建成互认平台。",
  "他用四川话介绍云南白药和兰州牛肉面。",
  "患者沿南京西路和中山路步行到院。",
  "系统和平台已全面友好对接，公安部门参与。",
  "本报讯 新建市区门诊部开诊，工作人员热情大方。",
])("no place in: %s", (text) => {
  expect(listed(regionsOf({ text }))).toEqual([]);
});

test.each([
  "系统覆盖长白山保护开发区和长白山脚下的村卫生室。",
  "市公安局网安支队会同县公安局成立专班，业务科会同县医院整改。",
])("no place begins inside a longer word: %s", (text) => {
  expect(listed(regionsOf({ text }))).toEqual([]);
});

test("a name across a word border is none: 甘肃南部", () => {
  expect(listed(regionsOf({ text: "甘肃南部迎来降雨。" }))).toEqual(["620000 甘肃"]);
});

test("a place in a description of nobody stays a place", async () => {
  const analyzer = await createAnalyzer();
  const content = "为其运维的一家长沙科技公司被责令改正，两家深圳企业参加。";
  const { regions } = analyzer.analyze({ id: "1", title: "", content });
  expect(regions.map((r) => r.code).sort()).toEqual(["430100", "440300"]);
});

test("no place inside institutions and products", () => {
  const findings = regionsOf({
    text: "苏州市立医院与宁波云医院签约。",
    institutions: ["苏州市立医院", "宁波云医院"],
  });
  expect(findings.regions.flatMap((r) => r.mentions)).toEqual([]);
});

test("the article decides between places of one name", () => {
  expect(listed(regionsOf({ text: "南通市发布消息，通州、如皋已接入平台。" }))).toEqual([
    "320600 南通市",
    "320612 通州",
    "320682 如皋",
  ]);
  expect(listed(regionsOf({ title: "鼓楼区上线智慧食堂", text: "鼓楼的老人刷脸吃饭。", source: "福州晚报" }))).toEqual([
    "350102 鼓楼区 鼓楼",
  ]);
});

test.each<[text: string, regions: string[]]>([
  [
    "在天津市，南开区、河东区的医院接入，明年与北京、河北试行跨省互通。",
    ["110000 北京", "120000 天津市", "120102 河东区", "120104 南开区", "130000 河北"],
  ],
  ["天津市的医院与河北结对，南开区先行。", ["120000 天津市", "120104 南开区", "130000 河北"]],
  ["天津市和平、河北、南开三区先行。", ["120000", "120101 天津市和平", "120104 南开", "120105 河北"]],
  ["天津市河北区先行。", ["120105 天津市河北区"]],
])("a district that is called as a province is meant amid its siblings: %s", (text, regions) => {
  expect(listed(regionsOf({ text }))).toEqual(regions);
});

test.each<[text: string, regions: string[]]>([
  ["长春、吉林、延边三地的医院接入。", ["220100 长春", "220200 吉林", "222400 延边"]],
  ["吉林和四平的患者都可使用。", ["220200 吉林", "220300 四平"]],
  ["吉林、黑龙江两省签约。", ["220000 吉林", "230000 黑龙江"]],
  ["吉林长春、四平的患者都可使用。", ["220100 吉林长春", "220300 四平"]],
])("in a row of prefectures a name is the prefecture's: %s", (text, regions) => {
  expect(listed(regionsOf({ text }))).toEqual(regions);
});

test("where nothing decides, the candidates are told and none is picked", () => {
  const findings = regionsOf({ text: "朝阳区上线健康档案系统。" });
  expect(findings.regions).toEqual([]);
  expect(findings.notices).toEqual([
    {
      code: "ambiguous-region",
      message: "“朝阳区”可能是：北京市朝阳区 110105、吉林省长春市朝阳区 220104",
      field: "text",
      start: 0,
      end: 3,
    },
  ]);
});

test("each mention is its field's slice", () => {
  const text = "10月16日，衡水市桃城区与北京朝阳区、河北石家庄联合建设平台。";
  for (const region of regionsOf({ text }).regions)
    for (const m of region.mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
});
