/** Writes the chosen clauses down, and says where each piece comes from. */
import type { Summary, SummarySpan } from "../core/types.ts";
import type { Draft } from "./draft.ts";
import type { Choice } from "./select.ts";

/** The mark between two chosen clauses. */
function markBetween(draft: Draft, a: Choice, b: Choice): string {
  if (a.clause.sentence !== b.clause.sentence) return "。";
  const between = draft.prose.clauses.slice(a.clause.index, b.clause.index).map((c) => c.mark);
  if (between.length === 1) return between[0] === "——" ? "，" : between[0]!;
  return between.includes("；") ? "；" : "，";
}

/** The text of a summary with its spans. */
export function composeSummary(draft: Draft, chain: readonly Choice[]): Summary {
  const { text } = draft.prose;
  let out = "";
  const spans: SummarySpan[] = [];
  for (const [i, choice] of chain.entries()) {
    for (const piece of choice.form.pieces) {
      const last = spans.at(-1);
      if (last && last.end === piece.start && last.at + (last.end - last.start) === out.length)
        spans[spans.length - 1] = { ...last, end: piece.end };
      else spans.push({ start: piece.start, end: piece.end, at: out.length });
      out += text.slice(piece.start, piece.end);
    }
    const next = chain[i + 1];
    out += next ? markBetween(draft, choice, next) : "。";
  }
  return { text: out, spans };
}
