import { expect, test } from "vitest";
import { Gazetteer } from "../../src/lexicon/divisions.ts";
import { loadResource } from "../../src/lexicon/load.ts";

const gazetteer = new Gazetteer(loadResource("divisions.bin"));

test.each([
  ["130000", "河北省", "province", null],
  ["131100", "河北省衡水市", "city", "130000"],
  ["320322", "江苏省徐州市沛县", "county", "320300"],
  ["110105", "北京市朝阳区", "county", "110000"],
  ["429005", "湖北省潜江市", "county", "420000"],
  ["659001", "新疆维吾尔自治区石河子市", "county", "650000"],
  ["441900", "广东省东莞市", "city", "440000"],
  ["810000", "香港特别行政区", "province", null],
])("%s is %s", (code, fullName, level, parent) => {
  expect(gazetteer.division(code)).toMatchObject({ code, fullName, level, parent });
});

test.each([
  ["衡水", ["131100"]],
  ["大理州", ["532900"]],
  ["海南", ["150303", "460000", "632500"]],
  ["察布查尔县", ["654022"]],
  ["京津冀", ["110000", "120000", "130000"]],
  ["成渝", ["500000", "510100"]],
  ["雄安新区", ["130000"]],
  ["泉城", ["370100"]],
  ["襄樊市", ["420600"]],
  ["东乡族自治县", ["622926"]],
])("%s names %j", (name, codes) => {
  expect(
    gazetteer
      .named(name)
      .map((s) => s.code)
      .sort(),
  ).toEqual(codes);
});

test("a former name keeps its last day, a retired code its successors", () => {
  expect(gazetteer.named("宣武区")[0]).toMatchObject({ code: "110102", kind: "former", until: 20091231 });
  expect(gazetteer.today("110104")).toEqual(["110102"]);
  expect(gazetteer.today("110102")).toEqual(["110102"]);
  expect(gazetteer.today("999999")).toEqual([]);
});

test("containment", () => {
  expect(gazetteer.contains("320000", "320322")).toBe(true);
  expect(gazetteer.contains("320322", "320000")).toBe(false);
});

test("townships by name", () => {
  expect(gazetteer.townshipsNamed("博鳌镇").map((c) => c.slice(0, 6))).toEqual(["469002"]);
});

test.each([
  ["常州市中医医院", [], "320400"],
  ["江苏省人民医院", [], "320000"],
  ["苏州市立医院", [], "320500"],
  ["徐州市沛县人民医院", [], "320322"],
  ["长阳县人民医院", [], "420528"],
  ["北京市朝阳区卫生健康委员会", [], "110105"],
  ["中山大学附属第一医院南沙院区", ["440100"], "440115"],
  ["复旦大学附属华山医院福建医院", [], "350000"],
  // 瑞金 is the hospital's brand, 中山 a person, 新华 and 兴业 are companies, 南京路 is a road.
  ["上海交通大学医学院附属瑞金医院", [], "310000"],
  ["复旦大学附属中山医院", [], null],
  ["新华三技术有限公司", [], null],
  ["兴业银行股份有限公司", [], null],
  ["武汉市中心医院南京路院区", [], "420100"],
  ["国家卫生健康委员会", [], null],
  // 东区 and 朝阳 name several divisions; the article's places may decide.
  ["朝阳区疾病预防控制中心", [], null],
  ["朝阳区疾病预防控制中心", ["220100"], "220104"],
  ["牡丹江市急救中心", [], "231000"],
])("placeIn %s near %j is %s", (name, near, code) => {
  expect(gazetteer.placeIn(name, near)).toBe(code);
});
