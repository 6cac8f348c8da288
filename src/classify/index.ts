import type { Extraction, Relevance, Topic } from "../core/types.ts";

/** Relevance with its evidence. */
export function scoreRelevance(_extraction: Extraction): Relevance {
  return { score: 0.5, relevant: true, band: "take", bias: 0, evidence: [] };
}

/** Topics that hold, best first. */
export function scoreTopics(_extraction: Extraction): Topic[] {
  return [];
}
