import type { Field } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { Candidate } from "./candidate.ts";

const LATIN_ONLY = /^[A-Za-z]{2,4}$/;

/** Terms of the lexicon, overlaps included; stop words (系统性) hide the terms that end inside them. */
export function findListed(field: Field, table: TermTable): Candidate[] {
  const stops = new Set<number>();
  const found: Candidate[] = [];
  for (const hit of field.hits) {
    if (hit.kind !== "term") continue;
    if (table.word(hit.entry)?.role === "stop") for (let i = hit.start + 1; i < hit.end; i++) stops.add(i);
    const term = table.term(hit.entry);
    if (!term) continue;
    // An abbreviation is written in capitals: his and mes in an English sentence are no systems.
    const text = field.text.slice(hit.start, hit.end);
    if (LATIN_ONLY.test(text) && text === text.toLowerCase()) continue;
    found.push({ start: hit.start, end: hit.end, name: term.name, category: term.category });
  }
  return stops.size === 0 ? found : found.filter((c) => !stops.has(c.end));
}
