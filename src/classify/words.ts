import type { FieldName, Mention } from "../core/types.ts";
import { cueClass, type WordFinder } from "./cues.ts";
import type { Feature } from "./features.ts";
import type { Subject } from "./subject.ts";
import type { TopicFinder } from "./topic-features.ts";

/** Fits one yes-or-no question on bags of words; the result is linear in the words, so that it can be explained. */
export type WordTrainer = (
  bags: readonly (readonly string[])[],
  labels: readonly boolean[],
) => { readonly bias: number; readonly weights: ReadonlyMap<string, number> };

/** Words stand in a model under this prefix: `word.电子病历`. */
export const WORD = "word.";

const BLOCKED = cueClass("blocked");

/** The cue words and terms of an article, each once, with where they stand: the bag that word classifiers read. */
export function wordFeatures(subject: Subject, cues: WordFinder, topicCues: TopicFinder): Feature[] {
  const found = new Map<string, Mention[]>();
  const add = (field: FieldName, start: number, end: number): void => {
    const text = subject[field].slice(start, end);
    const known = found.get(text);
    if (!known) found.set(text, [{ field, start, end, text }]);
    else if (!known.some((m) => m.field === field && m.start === start)) known.push({ field, start, end, text });
  };
  for (const field of ["title", "text"] as const) {
    for (const c of cues.find(subject[field]).cues) if (c.entry !== BLOCKED) add(field, c.start, c.end);
    for (const hit of topicCues.find(subject[field])) add(field, hit.start, hit.end);
  }
  for (const term of subject.terms) for (const m of term.mentions) add(m.field, m.start, m.end);
  return [...found.keys()].sort().map((word) => ({ name: WORD + word, value: 1, mentions: () => found.get(word)! }));
}
