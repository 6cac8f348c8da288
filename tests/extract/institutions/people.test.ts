import { expect, test } from "vitest";
import { findInstitutions, findPeople, nameInstitutions } from "../../../src/extract/institutions/index.ts";
import { primary, read, resources } from "./resources.ts";

function people(code: string, text: string): string[] {
  const reading = read(text);
  const regions = primary(code);
  const { institutions } = nameInstitutions(findInstitutions(reading, resources), regions, reading, resources);
  return findPeople(reading, institutions, resources).map((p) => `${p.name} ${p.office} ×${p.mentions.length}`);
}

test.each<[code: string, text: string, people: string[]]>([
  [
    "131100",
    "衡水市卫生健康委员会新闻发言人、副主任贾春青在发布会现场介绍。贾春青表示",
    ["贾春青 衡水市卫生健康委员会新闻发言人、副主任 ×2"],
  ],
  ["320500", "苏州市立医院副院长郝跃峰表示", ["郝跃峰 苏州市立医院副院长 ×1"]],
  ["511500", "市卫健委主任林国平说", ["林国平 宜宾市卫生健康委员会主任 ×1"]],
  ["510700", "绵阳市中心医院信息科科长杜川介绍", ["杜川 绵阳市中心医院信息科科长 ×1"]],
  ["310000", "复旦大学附属华山医院感染科主任欧阳明，专家", ["欧阳明 复旦大学附属华山医院感染科主任 ×1"]],
  // No full name, no name at all, no title next to the institution.
  ["511500", "市卫健委主任林某说", []],
  ["511500", "市卫健委副主任表示将加快建设", []],
  ["511500", "市卫健委有关负责人说", []],
  ["511500", "市卫健委与高新区签约，张明参加", []],
])("%s: %s", (code, text, expected) => {
  expect(people(code, text)).toEqual(expected);
});
