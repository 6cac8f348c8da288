import type { FieldName, Mention, Reading, Term, TermCategory } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import { chooseLongest } from "./candidate.ts";
import { findComposed } from "./composed.ts";
import { findListed } from "./listed.ts";

const FIELDS: readonly FieldName[] = ["title", "text"];

/**
 * Health-IT terms outside the `taken` spans (institution names), the longest where several overlap; one entry a
 * preferred name, in the order of their first mention.
 */
export function findTerms(reading: Reading, taken: readonly Mention[], table: TermTable): Term[] {
  const terms = new Map<string, { name: string; category: TermCategory; mentions: Mention[] }>();
  for (const name of FIELDS) {
    const field = reading[name];
    const outside = taken.filter((t) => t.field === name);
    for (const c of chooseLongest([...findListed(field, table), ...findComposed(field, table)], outside, field)) {
      const mention = { field: name, start: c.start, end: c.end, text: field.text.slice(c.start, c.end) };
      const term = terms.get(c.name);
      if (term) term.mentions.push(mention);
      else terms.set(c.name, { name: c.name, category: c.category, mentions: [mention] });
    }
  }
  return [...terms.values()];
}
