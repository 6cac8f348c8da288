import type { Analysis, Extraction, Relevance, Topic } from "../core/types.ts";

/** Relevance with its evidence. */
export function scoreRelevance(_extraction: Extraction): Relevance {
  return { score: 0.5, relevant: true, band: "take", bias: 0, evidence: [] };
}

/** Topics that hold, best first. */
export function scoreTopics(_extraction: Extraction): Topic[] {
  return [];
}

/** The strongest reasons behind a score, at most three, in Chinese. */
export function explainRelevance(_analysis: Analysis): string[] {
  return [];
}
