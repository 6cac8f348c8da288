import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createAnalyzer } from "../../src/analyzer.ts";
import type { Article } from "../../src/core/types.ts";

// A summary's spans were once empty where a bracket that was left out stood alone in its clause.
test("no span of any summary is empty or lies outside the text", async () => {
  const analyzer = await createAnalyzer({ summaries: "all" });
  const pool = readFileSync(new URL("../../corpus/issue-547.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((l) => l !== "");
  for (const line of pool) {
    const a = JSON.parse(line) as Article & { id: string };
    for (const content of [
      a.content,
      a.content.replaceAll("。", "，"),
      a.content.replaceAll("，", "（"),
      a.content.replaceAll("\n", ""),
    ]) {
      const { summary, text } = analyzer.analyze({ ...a, content });
      for (const s of summary?.spans ?? []) expect(s.start >= 0 && s.end > s.start && s.end <= text.length).toBe(true);
    }
  }
});
