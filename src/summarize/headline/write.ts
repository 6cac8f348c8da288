/** The directory line. */
import type { Draft, Worth } from "../draft.ts";
import type { WriterModel } from "../model.ts";
import { type Candidate, headlineCandidates, tells } from "./candidates.ts";
import { type Lexis, readLexis, weighLexis } from "./lexis.ts";
import { candidateFeatures, expectedOverlap, flawsOf } from "./rank.ts";

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
      return {
        candidate,
        overlap,
        score: model.line(candidateFeatures(lexis, candidate, overlap)) - flawsOf(lexis, candidate),
      };
    })
    .sort((a, b) => b.score - a.score || (a.candidate.text < b.candidate.text ? -1 : 1));
}

/** The best line of at most `max` characters; a title that already tells the event stays as it is. */
export function headlineOf(draft: Draft, worth: Worth, model: WriterModel, max: number): string {
  const { title } = draft.extraction.reading.document;
  if (title.trim() === "") return leadLine(draft, max);
  const lexis = readLexis(draft, worth);
  if (tells(lexis) && [...title].length <= max) return title;
  const best = rankHeadlines(lexis, model, max)[0];
  return best?.candidate.text ?? [...title].slice(0, max).join("");
}

/** The head of the first sentence, openers and who said it off: what a report without a title is named by. */
function leadLine(draft: Draft, max: number): string {
  const { text, clauses } = draft.prose;
  const from = clauses.find((c) => c.kind !== "speech" && c.kind !== "filler" && c.kind !== "phrase") ?? clauses[0];
  if (!from) return [...text].slice(0, max).join("");
  let end = from.end;
  for (let i = from.index + 1; i < clauses.length && clauses[i]!.sentence === from.sentence; i++) {
    if (clauses[i]!.end - from.core > max) break;
    end = clauses[i]!.end;
  }
  return [...text.slice(from.core, end)].slice(0, max).join("");
}
