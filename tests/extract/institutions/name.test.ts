import { describe, expect, test } from "vitest";
import { findInstitutions, nameInstitutions } from "../../../src/extract/institutions/index.ts";
import { primary, read, resources } from "./resources.ts";

/** Name, type and code of each institution of a text on a place (0 = none), in order. */
function named(code: string, text: string): string[] {
  const reading = read(text);
  const { institutions } = nameInstitutions(
    findInstitutions(reading, resources),
    code === "" ? [] : primary(code),
    reading,
    resources,
  );
  return institutions.map((i) => `${i.name} ${i.type} ${i.code}`);
}

const rules: Record<string, [code: string, text: string, institutions: string[]][]> = {
  "a bare level means the article's division": [
    ["511500", "市卫健委印发通知", ["宜宾市卫生健康委员会 government 511500"]],
    ["511500", "省中医药管理局印发通知", ["四川省中医药管理局 government 510000"]],
    ["330300", "放款方是温州银行。", ["温州银行股份有限公司 company 330300"]],
    ["341181", "市卫健委副主任", ["天长市卫生健康委员会 government 341181"]],
    ["522600", "州人民医院上线新系统", ["黔东南苗族侗族自治州人民医院 hospital 522600"]],
    ["450100", "自治区政府印发方案", ["广西壮族自治区人民政府 government 450000"]],
    ["621021", "县医院完成改造", ["庆城县人民医院 hospital 621021"]],
    ["610922", "石泉县医院牵头，县医院优先留号", ["石泉县医院 hospital 610922"]],
    ["654300", "地区卫健委主任说", ["阿勒泰地区卫生健康委员会 government 654300"]],
    [
      "152500",
      "盟农牧局、盟卫健委发文",
      ["锡林郭勒盟农牧局 government 152500", "锡林郭勒盟卫生健康委员会 government 152500"],
    ],
    ["510500", "市二医院上线", ["泸州市第二人民医院 hospital 510500"]],
    ["411421", "县行政审批和政务信息管理局介绍", ["民权县行政审批和政务信息管理局 government 411421"]],
    [
      "310114",
      "区卫健委、区疾控中心",
      ["上海市嘉定区卫生健康委员会 government 310114", "上海市嘉定区疾病预防控制中心 public-health 310114"],
    ],
  ],
  "departments in full, 委 and 局 as printed": [
    ["", "渭南市医保局", ["渭南市医疗保障局 government 610500"]],
    ["", "河北省发改委", ["河北省发展和改革委员会 government 130000"]],
    ["", "上饶市广信区卫健局", ["上饶市广信区卫生健康局 government 361104"]],
    ["", "大理州卫健委", ["大理白族自治州卫生健康委员会 government 532900"]],
    ["", "西宁市卫计委", ["西宁市卫生和计划生育委员会 government 630100"]],
    ["371300", "市委网信办", ["中共临沂市委网络安全和信息化委员会办公室 government 371300"]],
    ["371300", "市政府", ["临沂市人民政府 government 371300"]],
    ["", "四川省疾控中心", ["四川省疾病预防控制中心 public-health 510000"]],
  ],
  "the corps' offices in full": [["", "新疆生产建设兵团医保局", ["新疆生产建设兵团医疗保障局 government null"]]],
  "a row shares the place of its first": [
    [
      "420600",
      "市发改委、卫健委、医保局发文",
      [
        "襄阳市发展和改革委员会 government 420600",
        "襄阳市卫生健康委员会 government 420600",
        "襄阳市医疗保障局 government 420600",
      ],
    ],
  ],
  "a district stands under its city, a county and a county city alone": [
    ["", "长沙市望城区人民医院", ["长沙市望城区人民医院 hospital 430112"]],
    ["430100", "望城区人民医院", ["长沙市望城区人民医院 hospital 430112"]],
    ["", "江苏省常熟市中医院", ["常熟市中医院 hospital 320581"]],
    ["", "甘南县人民医院", ["甘南县人民医院 hospital 230225"]],
    ["", "五峰县卫健局信息中心", ["五峰土家族自治县卫生健康局信息中心 government 420529"]],
  ],
  "national bodies have no code": [
    ["", "国家医保局", ["国家医疗保障局 government null"]],
    ["", "国家卫健委规划发展与信息化司", ["国家卫生健康委员会规划发展与信息化司 government null"]],
    ["", "中国信通院", ["中国信息通信研究院 research null"]],
    ["", "新华社北京9月9日电", ["新华通讯社 media null"]],
  ],
  "university hospitals sit where the university sits": [
    ["", "山东大学齐鲁医院", ["山东大学齐鲁医院 hospital 370100"]],
    ["", "哈医大二院", ["哈尔滨医科大学附属第二医院 hospital 230100"]],
    ["", "盛京医院", ["中国医科大学附属盛京医院 hospital 210100"]],
    ["", "右江民族医学院附属西南医院", ["右江民族医学院附属西南医院 hospital 451000"]],
  ],
  "companies by their registered names, at prefecture level": [
    ["", "创业慧康涨停", ["创业慧康科技股份有限公司 company 330100"]],
    ["", "甘肃移动", ["中国移动通信集团甘肃有限公司 company 620100"]],
    ["620721", "中国移动肃南分公司", ["中国移动通信集团甘肃有限公司肃南分公司 company 620700"]],
    ["441826", "中国电信连南分公司", ["中国电信股份有限公司连南分公司 company 441800"]],
    ["", "中国移动张掖分公司", ["中国移动通信集团甘肃有限公司张掖分公司 company 620700"]],
    ["", "与玉林移动共建", ["中国移动通信集团广西有限公司玉林分公司 company 450900"]],
    ["", "中国联通铜仁分公司", ["中国联合网络通信有限公司铜仁市分公司 company 520600"]],
    ["", "由中国电子系统技术有限公司承建", ["中国电子系统技术有限公司 company 440300"]],
    ["", "中国电子承建", ["中国电子信息产业集团有限公司 company 440300"]],
    ["", "昆山某某科技有限公司中标", ["昆山某某科技有限公司 company 320500"]],
  ],
  "short forms take the name said before": [
    ["", "西南医科大学附属中医医院启用新楼，中医医院负责人说", ["西南医科大学附属中医医院 hospital 510500"]],
    ["", "苏州某某智联健康科技有限公司中标。某某智联健康表示", ["苏州某某智联健康科技有限公司 company 320500"]],
    ["511100", "乐山市人民医院（以下简称“乐山人医”）上线。乐山人医启用新楼", ["乐山市人民医院 hospital 511100"]],
    ["", "苏州市康复医院（苏州市立医院康复医疗中心）揭牌", ["苏州市康复医院 hospital 320500"]],
    ["469002", "博鳌镇中心卫生院的医生说，难的病由镇卫生院转诊", ["琼海市博鳌镇中心卫生院 hospital 469002"]],
    [
      "420100",
      "武汉市中心医院后湖院区开诊，南京路院区不变",
      ["武汉市中心医院后湖院区 hospital 420100", "武汉市中心医院南京路院区 hospital 420100"],
    ],
  ],
  "who fights one disease is of public health, who treats the sick a hospital": [
    ["", "云南省寄生虫病防治所", ["云南省寄生虫病防治所 public-health 530000"]],
    ["150000", "自治区地方病防治所派员", ["内蒙古自治区地方病防治所 public-health 150000"]],
    ["", "怀化市职业病防治院", ["怀化市职业病防治院 public-health 431200"]],
    ["430600", "市血吸虫病防治站上线系统", ["岳阳市血吸虫病防治站 public-health 430600"]],
    ["", "成都市皮肤病防治院", ["成都市皮肤病防治院 hospital 510100"]],
  ],
  "what cannot be completed stays as printed": [["", "市卫健委发布通知", ["市卫健委 government null"]]],
};

describe.each(Object.entries(rules))("%s", (_rule, cases) => {
  test.each(cases)("%s: %s", (code, text, institutions) => {
    expect(named(code, text)).toEqual(institutions);
  });
});

test("an incomplete name says so, where it stands", () => {
  const reading = read("记者从市卫健委获悉");
  const { notices } = nameInstitutions(findInstitutions(reading, resources), [], reading, resources);
  expect(notices).toEqual([
    {
      code: "institution-incomplete",
      message: "机构名称“市卫健委”无法补全，按原文列出",
      field: "text",
      start: 3,
      end: 7,
    },
  ]);
});
