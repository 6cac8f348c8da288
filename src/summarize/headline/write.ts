/** The directory line. */
import type { Draft, Worth } from "../draft.ts";
import type { WriterModel } from "../model.ts";
import { type Candidate, headlineCandidates } from "./candidates.ts";
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

/** Whether the title says who or where, and what was done, and does not bait. */
export function tells(lexis: Lexis): boolean {
  const { draft, segments } = lexis;
  const { title } = draft.extraction.reading;
  if (title.text.length < 12 || segments.some((s) => s.bait > 0)) return false;
  if (!title.tokens.some((t) => draft.words.has("launch", t.text))) return false;
  const { regions, institutions } = draft.extraction;
  return (
    [...regions, ...institutions].some((x) => x.mentions.some((m) => m.field === "title")) || /部门/.test(title.text)
  );
}
