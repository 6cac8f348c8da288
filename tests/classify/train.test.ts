import { expect, test } from "vitest";
import {
  parseModel,
  readSelector,
  type SelectionModel,
  scoreRelevance,
  scoreTopics,
  type TrainingArticle,
  trainModel,
} from "../../src/classify/index.ts";
import type { Analysis } from "../../src/core/types.ts";
import { loadNatural, NATURAL_ALGORITHMS } from "../../src/io/natural.ts";
import { loadResource } from "../../src/lexicon/load.ts";

const selector = readSelector(loadResource("selection.bin"));
const TOWNS = ["临川", "河州", "陇原", "江陵", "云中", "雁门", "琅琊", "彭泽", "番禺", "会稽", "渔阳", "夜郎"];
const article = (id: string, title: string, text: string): Analysis =>
  ({ id, status: "ok", title, text, terms: [], institutions: [], regions: [], noise: [] }) as unknown as Analysis;
const KINDS: [string[], (town: string) => [string, string]][] = [
  [
    ["platform"],
    (t) => [
      `${t}全民健康信息平台上线`,
      `${t}市全民健康信息平台接入31家医院，检查检验结果互认，医生可调阅电子健康档案，数据互联互通。`,
    ],
  ],
  [
    ["insurance"],
    (t) => [
      `${t}推行医保移动支付`,
      `${t}市医保局开通医保移动支付，参保人用医保码结算，接入医保信息平台，定点医疗机构全覆盖。`,
    ],
  ],
  [[], (t) => [`${t}马拉松开跑`, `${t}马拉松周日开跑，三万名选手参赛，交通部门调整公交线路，医院派出救护车。`]],
  [[], (t) => [`${t}招聘公告`, `${t}市人民医院公开招聘护士，报名需学历证书，笔试面试后体检合格者聘用。`]],
];
const gold = (groups: number): TrainingArticle[] =>
  TOWNS.flatMap((town, i) =>
    KINDS.map(([topics, make], k) => ({
      analysis: article(`${i}-${k}`, ...make(town)),
      relevant: topics.length > 0,
      topics,
      group: `week ${i % groups}`,
    })),
  );
const unseen = article(
  "x",
  "乌江全民健康信息平台运行",
  "乌江市全民健康信息平台让医院之间互认检查检验结果，调阅电子健康档案。",
);

test("an article that counts nothing does not bend the model; one that counts half bends it less", () => {
  const extra = (weight: number): TrainingArticle => ({
    analysis: unseen,
    relevant: false,
    topics: [],
    group: "week 0",
    weight,
  });
  const scoreWith = (more: readonly TrainingArticle[]): number =>
    scoreRelevance(unseen, { ...selector, model: trainModel([...gold(4), ...more], selector, { trainedOn: "a test" }) })
      .score;
  const [without, nothing, half, whole] = [
    scoreWith([]),
    scoreWith([extra(0)]),
    scoreWith([extra(0.5)]),
    scoreWith([extra(1)]),
  ];
  expect(nothing).toBeCloseTo(without, 6);
  expect(half).toBeLessThan(nothing);
  expect(whole).toBeLessThan(half);
});

test("a model of the editor's labels decides like the editor, and its card names the folds", () => {
  const model = trainModel(gold(4), selector, { trainedOn: "a test" });
  const mine = { ...selector, model: parseModel(JSON.stringify(model), "mine.json") };
  expect(scoreRelevance(unseen, mine).relevant).toBe(true);
  expect(scoreTopics(unseen, mine)[0]?.id).toBe("platform");
  expect(scoreRelevance(article("y", ...KINDS[3]![1]("乌江")), mine).band).toBe("leave");
  expect(model.card).toMatchObject({ articles: 48, relevant: 24, folds: ["week 0", "week 1", "week 2", "week 3"] });
  expect(model.card.figures.averagePrecision).toBeGreaterThan(0.95);
});

test("the order of the labels does not matter, and the same labels give the same bytes", () => {
  const model = trainModel(gold(4), selector, { trainedOn: "a test" });
  expect(JSON.stringify(trainModel(gold(4).toReversed(), selector, { trainedOn: "a test" }))).toBe(
    JSON.stringify(model),
  );
});

test("labels of one week are held out in parts", () => {
  expect(trainModel(gold(1), selector, { trainedOn: "a test" }).card.folds).toHaveLength(8);
});

test.each([
  ["only printed articles", gold(4).filter((a) => a.relevant), /articles that were not; got 24 and 0/],
  ["no topics", gold(4).map((a) => ({ ...a, topics: [] })), /needs topics/],
])("labels that teach nothing are refused: %s", (_, articles, message) => {
  expect(() => trainModel(articles, selector, { trainedOn: "a test" })).toThrow(message);
});

test.each(NATURAL_ALGORITHMS)(
  "natural's %s is taken out as weights of words that explain each score",
  async (algorithm) => {
    const words = await loadNatural(algorithm);
    const model = trainModel(gold(4), selector, { trainedOn: "a test", algorithm, words });
    const mine = { ...selector, model: parseModel(JSON.stringify(model), "mine.json") };
    const relevance = scoreRelevance(unseen, mine);
    expect(relevance.relevant).toBe(true);
    expect(relevance.evidence.every((e) => e.feature.startsWith("word."))).toBe(true);
    const logit = relevance.evidence.reduce((z, e) => z + e.contribution, relevance.bias);
    expect(logit).toBeCloseTo(Math.log(relevance.score / (1 - relevance.score)), 5);
    expect(scoreRelevance(article("y", ...KINDS[2]![1]("乌江")), mine).relevant).toBe(false);
  },
);

test.each<[string, (m: SelectionModel) => unknown, RegExp]>([
  ["cut", () => '{"schemaVersion": 1, "rel', /mine\.json: is no JSON/],
  ["of another version", (m) => ({ ...m, schemaVersion: 9 }), /schemaVersion must be 1, got 9/],
  [
    "with a weight that is no number",
    (m) => ({ ...m, relevance: { ...m.relevance, weights: { a: "x" } } }),
    /relevance\.weights\["a"\]/,
  ],
  [
    "with bands the wrong way round",
    (m) => ({ ...m, relevance: { ...m.relevance, takeFrom: 0.2, reviewFrom: 0.4 } }),
    /reviewFrom must be a number in \[0, 0\.2\]/,
  ],
  ["a list", () => [], /the model must be an object/],
])("a model file that is %s is refused as bad-model", (_, change, message) => {
  const changed = change(selector.model);
  const text = typeof changed === "string" ? changed : JSON.stringify(changed);
  expect(() => parseModel(text, "mine.json")).toThrow(
    expect.objectContaining({ code: "bad-model", message: expect.stringMatching(message) }),
  );
});

test("a topic that there is none of is refused with its article", () => {
  const [first, ...rest] = gold(4);
  const wrong = { ...first!, topics: ["platfrom"] };
  expect(() => trainModel([wrong, ...rest], selector, { trainedOn: "a test" })).toThrow(
    `training: article ${first!.analysis.id} has the topic “platfrom”, which is none of policy, platform,`,
  );
});
