import { expect, test } from "vitest";
import { createAnalyzer } from "../../../src/analyzer.ts";

const analyzer = await createAnalyzer({ townships: true });
const plain = await createAnalyzer();
const article = (content: string): { id: string; title: string; content: string } => ({ id: "1", title: "", content });

test.each<[string, string, string[]]>([
  [
    "of the county before it",
    "在福建省宁化县石壁镇，村医背着设备上门。",
    ["350424103 福建省三明市宁化县石壁镇 石壁镇"],
  ],
  ["of the prefecture before it", "徐州市安国镇的居民可以在家看病。", ["320322115 江苏省徐州市沛县安国镇 安国镇"]],
  [
    "of a county named elsewhere",
    "宁化县推进远程会诊。石壁镇的老人不用再进城。",
    ["350424103 福建省三明市宁化县石壁镇 石壁镇"],
  ],
  ["none where no county is told", "石壁镇的老人不用再进城。", []],
  ["none of another county", "沛县推进远程会诊。石壁镇的老人不用再进城。", []],
  ["none in an institution's name", "宁化县推进远程会诊，宁化县石壁镇中心卫生院接入平台。", []],
])("townships: %s", (_, content, towns) => {
  const found = analyzer.analyze(article(content)).regions.filter((r) => r.level === "township");
  expect(found.map((r) => [r.code, r.name, ...r.mentions.map((m) => m.text)].join(" "))).toEqual(towns);
});

test("townships stay out unless asked for, and change nothing else", () => {
  const content = "在福建省宁化县石壁镇，村医背着设备上门。";
  const { regions } = plain.analyze(article(content));
  expect(regions.map((r) => r.code)).toEqual(["350424"]);
  expect(analyzer.analyze(article(content)).regions.slice(0, 1)).toEqual(regions);
});

test("a township's mention is its slice", () => {
  const analysis = analyzer.analyze(article("近日，宁化县石壁镇建成智慧卫生站，石壁镇居民受益。"));
  const mentions = analysis.regions.flatMap((r) => (r.level === "township" ? r.mentions : []));
  expect(mentions).toHaveLength(2);
  for (const m of mentions) expect(analysis.text.slice(m.start, m.end)).toBe(m.text);
});
