/** The head of the body, for a text of which no better summary can be made. */
import type { Span, Summary, SummarySpan } from "../core/types.ts";
import type { Draft } from "./draft.ts";

/** The first sentences that fit; where they are fewer than `min` characters, as much more as fits. */
export function leadSummary(draft: Draft, min: number, max: number): Summary {
  const { text, sentences } = draft.prose;
  let out = "";
  const spans: SummarySpan[] = [];
  const write = ({ start, end }: Span): void => {
    spans.push({ start, end, at: out.length });
    out += text.slice(start, end);
  };
  for (const sentence of sentences) {
    if (out.length + sentence.end - sentence.start <= max) write(sentence);
    else if (out.length < min) {
      // The clauses that fit, else the characters that do.
      let { end } = sentence.clauses[0]!;
      for (const c of sentence.clauses) if (out.length + c.end + 1 - sentence.start <= max) end = c.end;
      const most = sentence.start + max - out.length;
      write({ start: sentence.start, end: end < most && out.length + end - sentence.start >= min ? end : most });
      if (out.length < max) out += "。";
    }
    if (out.length >= min) break;
  }
  return { text: out, spans };
}
