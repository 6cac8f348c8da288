/**
 * Scores selection, headline and summary of the shipped program on the single articles of corpus/varied, all relevant. Rules
 * were written after the first sets and those in later/ and more/; of those in unseen/ only these sums were looked at before the
 * rules for openings, evaluations and tenders, which were written with the outputs of all sets in view.
 * Relevance and topics are fitted on the first, readers' marks of sentences and lines on all but unseen/, nothing on that.
 * Last, how many of corpus/near, none of them relevant, are taken (fitted on).
 *
 *   tsx benchmarks/writing/varied.ts
 */
import { createAnalyzer } from "../../src/index.ts";
import { CORPUS, readGold } from "./gold.ts";
import { fold, rougeL } from "./rouge.ts";

const analyzer = await createAnalyzer();
for (const folder of ["varied", "varied/later", "varied/more", "varied/unseen"]) {
  const articles = readGold(`${CORPUS}${folder}`);
  let [headline, title, summary, kept, facts, topic, relevant] = [0, 0, 0, 0, 0, 0, 0];
  for (const { gold, issue: _, ...article } of articles) {
    const analysis = analyzer.analyze(article);
    const text = analysis.summary?.text ?? "";
    headline += rougeL(gold.headline, analysis.headline);
    title += rougeL(gold.headline, analysis.title);
    summary += rougeL(gold.summary ?? "", text);
    facts += gold.nuggets.length;
    for (const forms of gold.nuggets) if (forms.some((form) => fold(text).includes(fold(form)))) kept++;
    if (analysis.topics[0]?.id === gold.topics[0]) topic++;
    if (analysis.relevance.relevant) relevant++;
  }
  const n = articles.length;
  const mean = (x: number): string => (x / n).toFixed(3);
  console.log(
    `${folder}: ${n} articles, taken ${mean(relevant)}, best topic right ${mean(topic)}, ` +
      `headline ROUGE-L ${mean(headline)} (title as it is ${mean(title)}), ` +
      `facts kept ${(kept / facts).toFixed(3)} of ${facts}, summary ROUGE-L ${mean(summary)}`,
  );
}
const near = readGold(`${CORPUS}near`).map(
  ({ gold: _, issue: __, ...article }) => analyzer.analyze(article).relevance.band,
);
const share = (band: string): string => `${near.filter((b) => b === band).length} of ${near.length}`;
console.log(`near: taken ${share("take")}, for review ${share("review")}`);
