/** Extractions of the gold articles as the whole pipeline makes them. */
import { type Analyzer, createAnalyzer } from "../../src/analyzer.ts";
import type { Analysis, Extraction, Token } from "../../src/core/types.ts";
import type { GoldArticle } from "./gold.ts";

/** The extraction behind an analysis. */
export function analysedExtraction(analysis: Analysis, tokenize: (text: string) => Token[]): Extraction {
  const field = (name: "title" | "text", text: string): Extraction["reading"]["title"] => ({
    name,
    text,
    hits: [],
    tokens: tokenize(text),
  });
  return {
    reading: {
      document: { ...analysis, alignment: [] },
      title: field("title", analysis.title),
      text: field("text", analysis.text),
    },
    regions: analysis.regions,
    institutions: analysis.institutions,
    people: analysis.people,
    terms: analysis.terms,
  };
}

/** Analyses gold articles, labels unseen. */
export async function openPipeline(): Promise<(article: GoldArticle) => Extraction> {
  const analyzer: Analyzer = await createAnalyzer();
  return ({ gold: _, issue: __, ...article }) =>
    analysedExtraction(analyzer.analyze(article), (text) => analyzer.tokenize(text));
}
