import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseBulletin } from "../../src/bulletin/parse.ts";
import { renderHtml } from "../../src/bulletin/render-html.ts";
import { statisticsOf, statisticsText } from "../../src/bulletin/statistics.ts";
import type { Bulletin, BulletinItem } from "../../src/core/types.ts";

const parsed = parseBulletin(readFileSync(new URL("../../corpus/issue-541.txt", import.meta.url), "utf8"));
const composed = (changes: readonly Partial<BulletinItem>[]): Bulletin => ({
  ...parsed,
  items: changes.map((change, i) => ({ ...parsed.items[i]!, topics: ["data"], mentions: [], ...change })),
});

describe("statistics", () => {
  test("a bulletin in text tells no region and no topic: none is made up, sources are counted", () => {
    const s = statisticsOf([parsed], []);
    expect(s).toMatchObject({ bulletins: 1, items: 7, bareItems: 7, topics: [], provinces: [], provinceTopics: [] });
    expect(s.sources).toHaveLength(7);
    const text = statisticsText(s);
    expect(text).toContain("7 items do not tell their region and topics");
    expect(text).not.toContain("全国");
    expect(renderHtml(parsed)).not.toContain("<caption>");
  });

  test("a composed item without a region is national", () => {
    const s = statisticsOf([composed([{}, { region: "131100" }])], []);
    expect(s).toMatchObject({
      bareItems: 0,
      provinces: [
        ["全国", 1],
        ["河北", 1],
      ],
    });
    expect(statisticsText(s)).not.toContain("do not hold them");
  });

  test("of both kinds, the bare ones are told", () => {
    const text = statisticsText(statisticsOf([parsed, composed([{ region: "131100" }])], []));
    expect(text).toMatch(/^2 bulletins, 8 items\n\n7 items do not tell their region and topics/);
  });
});
