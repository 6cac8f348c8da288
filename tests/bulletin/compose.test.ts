import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/analyzer.ts";
import { composeBulletin } from "../../src/bulletin/compose.ts";
import type { Analysis, Article } from "../../src/core/types.ts";

const analyzer = await createAnalyzer();
const pool = readFileSync(new URL("../../corpus/issue-541.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => analyzer.analyze(JSON.parse(line) as Article & { id: string }));
const composed = composeBulletin(pool, { issue: 541 });
const taken = pool.find((a) => a.id === composed.items[0]!.articleId)!;
const left = pool.find((a) => composed.decisions.some((d) => d.articleId === a.id && d.status === "rejected"))!;

describe("one article twice", () => {
  const told = (analyses: readonly Analysis[], issue: number = 541): unknown =>
    composeBulletin(analyses, { issue }).decisions.map((d) => [
      d.articleId,
      d.status,
      d.status === "reprint" ? d.of : d.status === "rejected" ? d.reason : "",
    ]);
  test("is one item, and its copy a reprint of it", () => {
    const { items, decisions } = composeBulletin([taken, taken], { issue: 541 });
    expect(items).toHaveLength(1);
    expect(decisions[1]).toMatchObject({ articleId: taken.id, status: "reprint", of: taken.id });
    expect(told([taken, { ...taken }])).toEqual([
      [taken.id, "selected", ""],
      [taken.id, "reprint", taken.id],
    ]);
  });

  test("outside the window, both are outside it", () => {
    const outside = [taken.id, "rejected", "out-of-window"];
    expect(told([taken, taken], 600)).toEqual([outside, outside]);
  });

  test("another article of its id is -2, in whatever order they come", () => {
    const other = { ...left, id: taken.id };
    const one = told([taken, other]) as string[][];
    expect(one.map(([id]) => id)).toEqual([taken.id, `${taken.id}-2`]);
    expect(one.map(([, status]) => status).sort()).toEqual(["rejected", "selected"]);
    expect(told([other, taken])).toEqual(one);
  });
});
