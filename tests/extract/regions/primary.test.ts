import { expect, test } from "vitest";
import { createAnalyzer } from "../../../src/analyzer.ts";
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
  [
    "the county in the lead, not the city of the dateline",
    {
      title: "渔场开网",
      text: "本报松原12月21日讯 前郭尔罗斯蒙古族自治县查干湖冰面上，大网出水。",
      source: "吉林日报",
    },
    "220721",
  ],
  [
    "where the doctor is far off is not where it happens",
    {
      title: "阿婆的复诊：医生远在广州，药到了村口",
      text: "1月12日，连南瑶族自治县三排镇的村卫生站里，阿婆见到了医生。连南瑶族自治县上线云诊室。",
    },
    "441826",
  ],
  [
    "a patient's home is not where it happens",
    { title: "医院用上大模型", text: "长沙一家医院启用大模型。家住开福区的周女士问得直接。", source: "红网" },
    "430100",
  ],
  [
    "the county of the title's doctors, whose hospital the lead names",
    {
      title: "格尔木医生缝好断指",
      text: "格尔木市人民医院停机坪上，医生问。伤者来自茫崖市，海西州调来直升机。",
      source: "青海日报",
      institutions: ["格尔木市人民医院"],
    },
    "632801",
  ],
  [
    "where an announcement takes papers in",
    {
      title: "甘孜州人民医院招聘公告",
      text: "甘孜州人民医院招聘19名。持证书原件到康定市炉城街道甘孜州人民医院人事科现场报名。",
      institutions: ["甘孜州人民医院"],
    },
    "513301",
  ],
  [
    "the district where a park opens",
    { title: "湘江西岸有了新地标", text: "医疗人工智能产业园在长沙开园。产业园位于岳麓区含光路。", source: "华声在线" },
    "430104",
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
  [
    "the district where a tender's buyer is, not its agency's",
    {
      title: "咸宁市中心医院核磁共振采购项目招标公告",
      text: "采购人：咸宁市中心医院，地址：咸安区金桂路228号。采购代理机构地址：武汉市武昌区中北路。",
      institutions: ["咸宁市中心医院"],
    },
    "421202",
  ],
  [
    "the winner of a tender is elsewhere",
    {
      title: "咸宁市中心医院核磁共振采购项目中标公告",
      text: "供应商：某医疗器械公司，地址：通山县通羊镇。采购人：咸宁市中心医院。",
      institutions: ["咸宁市中心医院"],
    },
    "421200",
  ],
  [
    "the prefecture that 该州 means, by its hospital",
    {
      title: "云南这个州的医院互通了",
      text: "患者从弥勒市转到红河哈尼族彝族自治州人民医院。该州12家医院接入平台。",
      source: "云南网",
      institutions: ["红河哈尼族彝族自治州人民医院"],
    },
    "532500",
  ],
  [
    "a first in the province stays in its city",
    { title: "荆门上线影像云", text: "荆门市的影像云近日上线，为全省首个。", source: "荆门日报" },
    "420800",
  ],
  [
    "where the title says that it is held, though a part of it gains",
    {
      title: "数字健康大会在渝举行 六个项目落户涪陵",
      text: "涪陵区与六家企业签约，涪陵将建影像中心。",
      source: "重庆日报",
    },
    "500000",
  ],
  [
    "a district in which an event of the city is held",
    { title: "2024数字医疗大会在苏州开幕", text: "2024数字医疗大会10日在苏州相城区开幕，江苏省卫健委介绍了计划。" },
    "320507",
  ],
  [
    "the province of which the press is told in its capital",
    {
      title: "山西两千万人激活医保码",
      text: "12月21日，省医保局在太原举行新闻通气会，全省医保码激活率达到92%。",
      source: "山西晚报",
      institutions: ["省医保局"],
    },
    "140000",
  ],
  [
    "where the tents stand, not the city to which they are joined",
    {
      title: "草原上，一顶帐篷连着兰州",
      text: "玛曲县的夏牧场上，帐篷里的屏幕亮了。这样的帐篷在甘南州支起28顶，玛曲县、碌曲县的牧民都来看病。甘南州卫健委说，明年再添12顶。",
      source: "甘肃经济日报",
      institutions: ["甘南州卫健委"],
    },
    "623000",
  ],
  [
    "a resident's district is not the event's",
    {
      title: "保定启用急救云平台",
      text: "家住莲池区的王先生昨夜拨打120，医生已在屏幕上看到他的位置。记者从保定市卫健委获悉，平台覆盖全市。",
      institutions: ["保定市卫健委"],
    },
    "130600",
  ],
  [
    "the city behind a title that says only the province",
    {
      title: "广西这家医院把药房搬上云",
      text: "在百色市，一间药房服务二十家医院。百色市人民医院负责审方。",
      source: "网易",
      institutions: ["百色市人民医院"],
    },
    "451000",
  ],
  [
    "the province whose commission acts, whatever cities it names",
    {
      title: "青海：高原上这样防流感",
      text: "入冬后，西宁、海东的流感病例增多。省疾控中心发布提示。",
    },
    "630000",
  ],
  [
    "where the patients are treated, not where the doctor comes from",
    {
      title: "江苏医生在山南救回一名牧民",
      text: "12月3日，在山南市人民医院，江苏援藏医生为牧民做了手术。",
      institutions: ["山南市人民医院"],
    },
    "540500",
  ],
  [
    "the hospital that seeks staff, at its own address",
    {
      title: "随州市中心医院公开招聘工作人员公告",
      text: "随州市中心医院招聘护士20名。报名材料请送至曾都区龙门街1号。",
      institutions: ["随州市中心医院"],
    },
    "421303",
  ],
  [
    "one who speaks in the first sentence",
    {
      title: "急寻同车乘客",
      text: "云南曲靖疫情防控领导小组办公室提示：由南宁经百色往昆明的动车上有一名患者，请南宁、百色、崇左的乘客联系。",
      source: "人民日报",
    },
    "530300",
  ],
  [
    "what only stands far down is no event's place",
    {
      title: "爸妈睡得好不好？",
      text: `${"这款枕头能记录呼吸和心率，手机上就能看到。".repeat(7)}无锡的王先生说好，苏州的李女士也说好。`,
    },
    undefined,
  ],
  [
    "offices that are named by their level alone: the prefecture's, though the scene is a county's",
    {
      title: "捕蚊记",
      text: "傍晚，勐腊县磨憨镇的村子里，县疾控中心的人打开一只盒子。西双版纳与邻国接壤。勐腊县是口岸。州疾控中心说，从前总是追着蚊子跑。勐腊县上报蚊密度翻倍。全县当天处置完毕。州卫健委打算明年把监测点加到400个。州疾控中心还要接上气象，州医保局出钱。",
    },
    "532800",
  ],
  [
    "of two alike the one named first",
    {
      title: "山里的车喇叭响了",
      text: `${"清早，一辆车开进村子，司机停稳车，支起遮阳棚。".repeat(6)}云和县的人叫它小医院。全县62个村轮流跑了一遍，县卫健局算过账。遂昌县的人也在学。`,
      source: "浙江日报",
    },
    "331125",
  ],
  [
    "whose doctors look from afar is not the scene",
    {
      title: "草原深处的车",
      text: "“呼和浩特的医生在看。”随车医生说。这里是锡林郭勒盟东乌珠穆沁旗。旗卫健委把5辆车改造成移动医院，旗里的牧民不用出门。",
    },
    "152525",
  ],
  [
    "places of two provinces side by side in the title",
    { title: "沧州、德州的医院结对", text: "在沧州市，两地医院签约。沧州市的患者先受益。" },
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

test.each([
  "各省、自治区、直辖市及新疆生产建设兵团卫生健康委、中医药局：",
  "各省、自治区、直辖市卫生健康委，新疆生产建设兵团卫生健康委：",
  "各省、自治区、直辖市及计划单列市、新疆生产建设兵团医保局：",
])("to whom a national circular goes tells no place: %s", async (addressees) => {
  const analyzer = await createAnalyzer();
  const { regions } = analyzer.analyze({
    id: "1",
    title: "关于印发信息化功能指引的通知",
    content: `${addressees}现将指引印发给你们，请参照执行。`,
    source: "国家卫生健康委员会",
  });
  expect(regions).toEqual([]);
});

test("news of a company whose name begins as the country's does is not national", async () => {
  const analyzer = await createAnalyzer();
  const { regions } = analyzer.analyze({
    id: "1",
    title: "中国铁路开行首趟定制专列",
    content: "2月16日，在杭州东站，杭州的工作人员迎接返岗员工。",
    source: "人民日报",
  });
  expect(regions.find((r) => r.primary)?.code).toBe("330100");
});
