/**
 * Scores topics, headline and summary of the shipped program on the single articles of corpus/varied, which no model is
 * fitted on. Rules were written after the odd sets and 812; of the other even ones only these sums were looked at.
 *
 *   tsx benchmarks/writing/varied.ts
 */
import { createAnalyzer } from "../../src/index.ts";
import { CORPUS, type GoldArticle, readGold } from "./gold.ts";
import { fold, rougeL } from "./rouge.ts";

const wasRead = ({ issue }: GoldArticle): boolean => issue % 2 === 1 || issue === 812;

const analyzer = await createAnalyzer();
const all = readGold(`${CORPUS}varied`);
for (const [name, articles] of [
  ["read", all.filter(wasRead)],
  ["never read", all.filter((a) => !wasRead(a))],
] as const) {
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
    `${name}: ${n} articles, taken ${mean(relevant)}, best topic right ${mean(topic)}, ` +
      `headline ROUGE-L ${mean(headline)} (title as it is ${mean(title)}), ` +
      `facts kept ${(kept / facts).toFixed(3)} of ${facts}, summary ROUGE-L ${mean(summary)}`,
  );
}
