/** The directory line. */
import type { Draft, Worth } from "../draft.ts";
import type { WriterModel } from "../model.ts";
import { type Candidate, headlineCandidates, tells } from "./candidates.ts";
import { type Lexis, readLexis, weighLexis } from "./lexis.ts";
import { candidateFeatures, expectedOverlap } from "./rank.ts";

/** The candidates of a draft with their scores, best first. */
export function rankHeadlines(
  lexis: Lexis,
  model: WriterModel,
  max: number,
): { candidate: Candidate; overlap: number; score: number }[] {
  const p = weighLexis(lexis, model);
  return headlineCandidates(lexis, p, max)
    .map((candidate) => {
      const overlap = expectedOverlap(lexis, p, candidate);
      return { candidate, overlap, score: model.line(candidateFeatures(lexis, candidate, overlap)) };
    })
    .sort((a, b) => b.score - a.score || (a.candidate.text < b.candidate.text ? -1 : 1));
}

/** The best line of at most `max` characters; a title that already tells the event stays as it is. */
export function headlineOf(draft: Draft, worth: Worth, model: WriterModel, max: number): string {
  const { title } = draft.extraction.reading.document;
  const lexis = readLexis(draft, worth);
  if (tells(lexis) && [...title].length <= max) return title;
  const best = rankHeadlines(lexis, model, max)[0];
  return best?.candidate.text ?? [...title].slice(0, max).join("");
}
