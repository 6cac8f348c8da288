import { expect, test } from "vitest";
import { fuzzArticles } from "../scripts/check/fuzz-articles.ts";

test("two thousand changed articles give what is promised of an Analysis", async () => {
  const result = await fuzzArticles(2_000, 546);
  expect(result.failures).toEqual([]);
  expect(result.statuses.ok).toBeGreaterThan(1_000);
}, 120_000);
