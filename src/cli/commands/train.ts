import { basename } from "node:path";
import { issueOf } from "../../bulletin/window.ts";
import { readSelector, type TrainingArticle, trainModel } from "../../classify/index.ts";
import { readArticles } from "../../io/read-articles.ts";
import { isReviewFile, type Label, readLabels } from "../../io/read-labels.ts";
import { loadResource } from "../../lexicon/load.ts";
import { analyzerFor } from "../analysis.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { openResult, Problems, say } from "../session.ts";

/** `weixun train [FILE…] --gold FILE… -o MODEL`. */
export async function run({ values, files }: Invocation): Promise<number> {
  const gold = (values.gold as readonly string[] | undefined) ?? [];
  if (gold.length === 0) throw new UsageError("weixun train needs --gold FILE; see weixun train --help");
  const problems = new Problems();
  const result = openResult(values.output as string | undefined);
  // Files behind --gold may be many (--gold week*.jsonl): all are labels, but for the texts that a review.csv speaks of.
  const isLabels = (file: string): boolean => gold.includes(file) || !gold.some(isReviewFile) || isReviewFile(file);
  const texts = files.filter((f) => !isLabels(f));
  const labels = [...gold, ...files.filter(isLabels)].map((file) => ({ file, labels: readLabels(file) }));
  const reviewed = new Map(labels.flatMap(({ labels: l }) => (l.kind === "review" ? [...l.byId] : [])));
  if (reviewed.size > 0 && texts.length === 0)
    throw new UsageError(
      "a review.csv holds no texts: name the articles too, as weixun train pool.jsonl --gold review.csv",
    );
  const analyzer = await analyzerFor(values);
  const articles: TrainingArticle[] = [];
  const seen = new Set<string>();
  const learn = async (
    paths: readonly string[],
    labelOf: (id: string, line: number) => Label | undefined,
    groupOf: (day: string) => string,
  ): Promise<void> => {
    for await (const read of readArticles(paths)) {
      if (read.kind === "problem") problems.add(read.message);
      if (read.kind === "notice") say(read.message);
      if (read.kind !== "article" && read.kind !== "analysis") continue;
      const analysis = read.kind === "analysis" ? read.analysis : analyzer.analyze(read.article);
      const label = labelOf(analysis.id, read.line);
      if (!label) continue;
      seen.add(analysis.id);
      articles.push({ analysis, relevant: label.relevant, topics: label.topics, group: groupOf(analysis.publishedAt) });
    }
  };
  // A gold file is a week of its own; reviewed articles are held out by the weeks of their dates.
  for (const { file, labels: l } of labels)
    if (l.kind === "gold")
      await learn(
        [file],
        (_, line) => l.byLine.get(line),
        () => basename(file),
      );
  if (reviewed.size > 0)
    await learn(
      texts,
      (id) => reviewed.get(id),
      (day) => (day === "" ? "undated" : String(issueOf(day))),
    );
  for (const id of reviewed.keys())
    if (!seen.has(id)) problems.add(`the review labels article ${id}, which no file holds; it is left out`);
  const algorithm = (values.algorithm as "own" | "bayes" | "logistic" | "maxent" | undefined) ?? "own";
  const words = algorithm === "own" ? undefined : await (await import("../../io/natural.ts")).loadNatural(algorithm);
  const model = trainModel(articles, readSelector(loadResource("selection.bin")), {
    trainedOn: gold.map((f) => basename(f)).join(" "),
    algorithm,
    ...(words ? { words } : {}),
  });
  await result.write(`${JSON.stringify(model, null, 2)}\n`);
  await result.close();
  const figures = Object.entries(model.card.figures).map(([name, x]) => `${name} ${x.toFixed(3)}`);
  say(
    `trained on ${articles.length} articles, ${model.card.relevant} relevant; on held-out folds: ${figures.join(", ")}`,
  );
  return problems.count > 0 ? 1 : 0;
}
