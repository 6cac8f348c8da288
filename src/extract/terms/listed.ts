import type { Field, Span, TermCategory } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { Candidate } from "./candidate.ts";

/** Categories whose names are used in all trades alike, so that only their words tell whether health care is meant. */
const ANY_TRADE: ReadonlySet<TermCategory> = new Set(["system", "platform", "device", "service", "app"]);

const LATIN_ONLY = /^[A-Za-z]{2,4}$/;

/** Terms of the lexicon, overlaps included; stop words (系统性) hide the terms that end inside them. */
export function findListed(field: Field, table: TermTable): Candidate[] {
  const stops = new Set<number>();
  const sectors: Span[] = [];
  const found: Candidate[] = [];
  for (const hit of field.hits) {
    if (hit.kind !== "term") continue;
    const role = table.word(hit.entry)?.role;
    if (role === "sector") sectors.push(hit);
    if (role === "stop") for (let i = hit.start + 1; i < hit.end; i++) stops.add(i);
    const term = table.term(hit.entry);
    if (!term) continue;
    // An abbreviation is written in capitals: his and mes in an English sentence are no systems.
    const text = field.text.slice(hit.start, hit.end);
    if (LATIN_ONLY.test(text) && text === text.toLowerCase()) continue;
    const { name, category } = term;
    found.push({ start: hit.start, end: hit.end, name, category, bearing: !ANY_TRADE.has(category) });
  }
  // Both lists are in text order: one walk finds which terms hold a sector's word.
  let at = 0;
  return found
    .filter((c) => !stops.has(c.end))
    .map((c) => {
      while (at < sectors.length && sectors[at]!.start < c.start) at++;
      for (let i = at; i < sectors.length && sectors[i]!.start < c.end; i++)
        if (sectors[i]!.end <= c.end) return { ...c, bearing: true };
      return c;
    });
}
