import { expect, test } from "vitest";
import { fuzzInputs } from "../../scripts/check/fuzz-inputs.ts";

test("two thousand hostile files end in articles or in one-line problems", async () => {
  const result = await fuzzInputs(2_000, 546);
  expect(result.failures).toEqual([]);
  expect(result.articles).toBeGreaterThan(100);
  expect(result.problems).toBeGreaterThan(100);
});
