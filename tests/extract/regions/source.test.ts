import { expect, test } from "vitest";
import { placeOfSource } from "../../../src/extract/regions/source.ts";
import { gazetteer } from "./regions.ts";

test.each<[string, string | null]>([
  ["羊城晚报", "440100"],
  ["大众网·临沂", "371300"],
  ["黄河新闻网长治频道", "140400"],
  ["江阴发布", "320281"],
  ["今日安吉", "330523"],
  ["爱鄞州", "330212"],
  ["新民晚报", "310000"],
  ["新民网", null],
  ["东方财富网", null],
  ["江南好物", null],
  ["新华社", null],
])("%s is at home in %s", (source, code) => {
  expect(placeOfSource(source, gazetteer)).toBe(code);
});
