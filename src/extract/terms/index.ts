import type { Mention, Reading, Term } from "../../core/types.ts";

/** Health-IT terms outside the `taken` spans (institution names), longest first. */
export function findTerms(_reading: Reading, _taken: readonly Mention[]): Term[] {
  return [];
}
