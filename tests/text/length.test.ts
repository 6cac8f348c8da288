import { expect, test } from "vitest";
import { lengthOf } from "../../src/text/length.ts";

test.each([
  ["", 0],
  ["电子病历", 4],
  ["𠮷林AI", 4],
  ["👇👇", 2],
  ["\ud800", 1],
  ["\udc00\ud800", 2],
])("%s is counted as Array.from counts", (text, n) => {
  expect(lengthOf(text)).toBe(n);
  expect(lengthOf(text)).toBe(Array.from(text).length);
});
