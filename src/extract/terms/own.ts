/** The user's own words that have a category. */
import type { Field } from "../../core/types.ts";
import type { UserWord } from "../../lexicon/user-dictionary.ts";
import type { Candidate } from "./candidate.ts";

/** A candidate for each place where a word of the user's with a category stands; `words` by the hits' entry. */
export function findOwn(field: Field, words: readonly UserWord[]): Candidate[] {
  const out: Candidate[] = [];
  for (const { kind, entry, start, end } of field.hits) {
    const word = kind === "user" ? words[entry] : undefined;
    if (word?.category) out.push({ start, end, name: word.word, category: word.category, bearing: true });
  }
  return out;
}
