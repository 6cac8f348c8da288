import { expect, test } from "vitest";
import { createAnalyzer } from "../../../src/analyzer.ts";

const article = {
  id: "a",
  title: "杏林云脑上线",
  content:
    "11月3日，资阳市卫生健康委员会介绍，杏林云脑已接入全民健康信息平台，华西医院远程门诊助手同步启用，市民可在手机上预约挂号，系统还会提醒复诊时间。",
};
const namesOf = (terms: readonly { name: string; category: string }[]): [string, string][] =>
  terms.map((t) => [t.name, t.category]);

test("the user's words with a category are terms, over shorter ones and over names inside them", async () => {
  const analyzer = await createAnalyzer({
    dictionaries: [
      [
        { word: "杏林云脑", category: "platform" },
        { word: "华西医院远程门诊助手", category: "app" },
        { word: "复诊时间" },
      ],
    ],
  });
  const found = analyzer.analyze(article);
  expect(namesOf(found.terms)).toEqual([
    ["杏林云脑", "platform"],
    ["全民健康信息平台", "platform"],
    ["华西医院远程门诊助手", "app"],
    ["预约挂号", "service"],
  ]);
  expect(found.terms[0]!.mentions.map((m) => m.field)).toEqual(["title", "text"]);
  expect(found.institutions.map((i) => i.name)).toEqual(["资阳市卫生健康委员会"]);

  analyzer.removeWord("杏林云脑");
  expect(namesOf(analyzer.analyze(article).terms).map(([name]) => name)).not.toContain("杏林云脑");
});

test("of a lexicon term and the user's word of one length the user's category holds", async () => {
  const analyzer = await createAnalyzer({
    dictionaries: [{ file: "own.tsv", text: "word\tweight\ttag\tcategory\n全民健康信息平台\t\t\tsystem\n" }],
  });
  expect(namesOf(analyzer.analyze(article).terms)).toContainEqual(["全民健康信息平台", "system"]);
});
