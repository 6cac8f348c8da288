import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/analyzer.ts";
import { composeBulletin } from "../../src/bulletin/compose.ts";
import type { Analysis, Article } from "../../src/core/types.ts";

const analyzer = await createAnalyzer();
const poolOf = (issue: number): Analysis[] =>
  readFileSync(new URL(`../../corpus/issue-${issue}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => analyzer.analyze(JSON.parse(line) as Article & { id: string }));
const pool = poolOf(541);
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

describe("a date that cannot be read", () => {
  const article = {
    id: "a",
    title: "衡水市全民健康信息平台上线",
    content: "衡水市全民健康信息平台上线，接入20家医院，检查检验结果实现互认，累计调阅31.2万次。",
  };
  test.each(["10月16日", "16/10/2023", "2023-02-30"])(
    "%s is told by the analysis and by the decision",
    (publishedAt) => {
      const analysis = analyzer.analyze({ ...article, publishedAt });
      expect(analysis.notices).toContainEqual({
        code: "bad-date",
        message: `“${publishedAt}” is no date`,
        field: "publishedAt",
      });
      const notices: string[] = [];
      const { decisions } = composeBulletin([analysis], { issue: 546, onNotice: (n) => notices.push(n.message) });
      expect(decisions[0]!.reasons).toHaveLength(3);
      expect(decisions[0]!.reasons[2]).toBe(`日期“${publishedAt}”无法识别，按在监测时段内计`);
      expect(notices).toEqual([`the date “${publishedAt}” cannot be read; counted as inside the window`]);
    },
  );

  test("the day of the URL stands for it", () => {
    const url = "https://a.example/2023-10/16/c_1.htm";
    const { decisions } = composeBulletin([analyzer.analyze({ ...article, publishedAt: "16/10/2023", url })]);
    expect(decisions[0]!.reasons[2]).toBe("日期“16/10/2023”无法识别，按正文或链接取2023-10-16");
  });
});

describe("reasons are of the article of their row", () => {
  const analyses = poolOf(545);
  const decisions = composeBulletin(analyses, { issue: 545 }).decisions;
  test("words that a title is said to have stand in it", () => {
    const words = decisions.flatMap(({ articleId, reasons }) => {
      const { title } = analyses.find((a) => a.id === articleId)!;
      const named =
        reasons
          .find((r) => r.startsWith("标题含"))
          ?.slice("标题含".length)
          .split("、") ?? [];
      return named.map((word) => [word, title] as const);
    });
    expect(words.length).toBeGreaterThan(5);
    for (const [word, title] of words) expect(title).toContain(word);
  });

  test("a reprint's are what speaks for the article that it stands under", () => {
    const reprints = decisions.filter((d) => d.status === "reprint");
    expect(reprints.map((d) => d.reasons[0]!.slice(0, `归入${d.of}`.length))).toEqual(
      reprints.map((d) => `归入${d.of}`),
    );
    expect(reprints.find((d) => d.articleId === "545-02")!.reasons).toEqual([
      "归入545-04：该篇被其他稿件注明为来源、发布最早、内容最全",
    ]);
  });

  test("an article taken for its reprint's score says so", () => {
    const doubtful = analyses.map((a) =>
      a.id === "545-04" ? { ...a, relevance: { ...a.relevance, band: "review" as const, score: 0.4 } } : a,
    );
    const { reasons } = composeBulletin(doubtful, { issue: 545 }).decisions.find((d) => d.articleId === "545-04")!;
    expect(reasons[0]).toMatch(/^以转载545-02的得分[01]\.\d{3}计$/);
    expect(reasons).toHaveLength(3);
  });
});

test("a bulletin of no item tells the pool's days and their issue, where the week is another", () => {
  const notices: string[] = [];
  composeBulletin(pool, { issue: 5, onNotice: (n) => notices.push(n.message) });
  expect(notices).toEqual([
    expect.stringMatching(
      /^no article was selected for 2013-06-01 to 2013-06-07; the articles are of 2023-09-\d\d to 2023-09-\d\d \(issue 541\)$/,
    ),
  ]);
  const inside: string[] = [];
  composeBulletin([left], { issue: 541, onNotice: (n) => inside.push(n.message) });
  expect(inside).toEqual(["no article was selected for 2023-09-09 to 2023-09-15"]);
});
