/**
 * What relevance takes, puts up for review and leaves of the weeks and of the harder articles (corpus/varied, corpus/near), for
 * three choices of what it is fitted on. An article whose issue or set is fitted on is scored by a fit without its part
 * (six parts). The table in docs/selection.md.
 *
 *   tsx benchmarks/relevance/harder.ts
 */
import { SET_WEIGHT } from "../../scripts/train/sets.ts";
import { bestThreshold } from "../../src/classify/evaluate.ts";
import { relevanceFit } from "../../src/classify/fit.ts";
import { readSelector } from "../../src/classify/index.ts";
import { featuresOf } from "../../src/classify/relevance.ts";
import { subjectOf } from "../../src/classify/subject.ts";
import { PENALTIES } from "../../src/classify/train.ts";
import { createAnalyzer } from "../../src/index.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { CORPUS, readGold } from "../writing/gold.ts";

const SETS = {
  weeks: ["", "more"],
  varied: ["varied"],
  unseen: ["varied/unseen"],
  later: ["varied/later"],
  more: ["varied/more"],
  near: ["near"],
};
type SetName = keyof typeof SETS;
const CHOICES: readonly (readonly SetName[])[] = [
  ["weeks"],
  ["weeks", "varied"],
  ["weeks", "varied", "near"],
  ["weeks", "varied", "near", "more"],
];
const PARTS = 6;

const analyzer = await createAnalyzer();
const finders = readSelector(loadResource("selection.bin"));
const articles = (Object.keys(SETS) as SetName[]).flatMap((set) =>
  SETS[set]
    .flatMap((folder) => readGold(CORPUS + folder))
    .map(({ gold, issue, ...article }) => ({
      set,
      issue,
      relevant: gold.relevant,
      analysis: analyzer.analyze(article),
    })),
);
const readable = articles.filter((a) => a.analysis.status === "ok");
const relevant = readable.map((a) => a.relevant);
const fitOn = relevanceFit(
  readable.map((a) => featuresOf(subjectOf(a.analysis), finders)),
  relevant,
  PENALTIES.relevance,
  readable.map((a) => (a.set === "weeks" ? 1 : SET_WEIGHT)),
);

for (const choice of CHOICES) {
  const fitted = (i: number): boolean => choice.includes(readable[i]!.set);
  const issues = [...new Set(readable.filter((_, i) => fitted(i)).map((a) => a.issue))].sort((a, b) => a - b);
  const partOf = (i: number): number => (fitted(i) ? issues.indexOf(readable[i]!.issue) % PARTS : PARTS);
  const scores = readable.map(() => 0);
  for (let part = 0; part <= PARTS; part++) {
    const model = fitOn((i) => fitted(i) && partOf(i) !== part);
    for (let i = 0; i < scores.length; i++) if (partOf(i) === part) scores[i] = model.scoreOf(i);
  }
  const seen = readable.map((_, i) => i).filter(fitted);
  const take = bestThreshold(
    seen.map((i) => scores[i]!),
    seen.map((i) => (relevant[i] ? 1 : 0)),
  );
  console.log(`fitted on ${choice.join(", ")}: taken from ${take}`);
  for (const set of Object.keys(SETS) as SetName[])
    for (const wanted of [true, false]) {
      const own = readable.map((_, i) => i).filter((i) => readable[i]!.set === set && relevant[i] === wanted);
      if (own.length === 0) continue;
      const taken = own.filter((i) => scores[i]! >= take).length;
      const left = own.filter((i) => scores[i]! < take / 3).length;
      console.log(
        `  ${set}, ${own.length} ${wanted ? "relevant" : "others"}: taken ${taken}, for review ${own.length - taken - left}, left ${left}`,
      );
    }
}
