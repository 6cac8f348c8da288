import type { SentenceSignals } from "./signals.ts";

/** A stretch of the text that stays on the subject. */
export interface Run {
  readonly chars: number;
  readonly sentences: readonly SentenceSignals[];
}

/** The longest stretch of sentences on the subject; one other sentence between two such does not end it. */
export function longestRun(sentences: readonly SentenceSignals[]): Run {
  let best: Run = { chars: 0, sentences: [] };
  let first = -1;
  let last = -1;
  sentences.forEach((s, i) => {
    if (!s.on) return;
    if (first < 0 || i - last > 2) first = i;
    last = i;
    const chars = s.end - sentences[first]!.start;
    if (chars > best.chars) best = { chars, sentences: sentences.slice(first, i + 1) };
  });
  return best;
}
