import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scorePages } from "../../benchmarks/html/run.ts";

const folder = fileURLToPath(new URL("../../../shared/data/html-news-pages/pages", import.meta.url));

describe.skipIf(!existsSync(folder))("the saved pages are present", () => {
  const scores = existsSync(folder) ? scorePages(folder) : [];
  const mean = (pick: (s: (typeof scores)[number]) => number): number =>
    scores.reduce((n, s) => n + pick(s), 0) / scores.length;
  test("every labelled line is still found on its page", () => {
    expect(scores.filter((s) => s.lost > 0)).toEqual([]);
  });
  test("text, titles and dates reach their targets, and more than Readability's", () => {
    expect(mean((s) => s.ours)).toBeGreaterThanOrEqual(0.97);
    expect(mean((s) => s.ours)).toBeGreaterThan(mean((s) => s.readability));
    expect(mean((s) => Number(s.title))).toBeGreaterThanOrEqual(0.9);
    expect(mean((s) => Number(s.date))).toBeGreaterThanOrEqual(0.9);
  });
});
