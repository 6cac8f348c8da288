import type { Field, Hit, Mention, Reading, Term, TermCategory } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { UserWord } from "../../lexicon/user-dictionary.ts";
import { type Candidate, chooseLongest } from "./candidate.ts";
import { findComposed } from "./composed.ts";
import { findListed } from "./listed.ts";
import { findOwn } from "./own.ts";
import { findQuoted } from "./quoted.ts";

/** Names that speak of health care by themselves, from which on 智能调度系统 in the same article is one of health care's. */
const ENOUGH_BEARING = 2;

/** What names of systems are made of: terms, their words, and divisions. */
function nameHits({ hits }: Field): Hit[] {
  const out: Hit[] = [];
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    if (hit.kind === "term" || (hit.kind === "division" && hit.end - hit.start > 1)) out.push(hit);
  }
  return out;
}

/**
 * Health-IT terms outside the `taken` spans (institution names), the longest where several overlap; one entry a
 * preferred name, in the order of their first mention.
 * @param words the user's words by the entry of hits of kind `user`; one with a category is a term, also where it holds
 * an institution's name. Default: none.
 */
export function findTerms(
  reading: Reading,
  taken: readonly Mention[],
  table: TermTable,
  words: readonly UserWord[] = [],
): Term[] {
  const chosen: { readonly field: Field; readonly candidates: readonly Candidate[] }[] = [];
  const bearing = new Set<string>();
  for (const field of [reading.title, reading.text]) {
    const hits = nameHits(field);
    const own = words.length === 0 ? [] : findOwn(field, words);
    const outside = taken.filter(
      (t) => t.field === field.name && !own.some((o) => o.start <= t.start && t.end <= o.end),
    );
    // The user's come first: of two of one length that one is taken.
    const candidates = own.concat(
      findListed(field, hits, table),
      findComposed(field, hits, table),
      findQuoted(field, hits, table),
    );
    const longest = chooseLongest(candidates, outside, field);
    for (const c of longest) if (c.health ?? c.bearing) bearing.add(c.name);
    chosen.push({ field, candidates: longest });
  }
  const terms = new Map<string, { name: string; category: TermCategory; mentions: Mention[] }>();
  for (const { field, candidates } of chosen) {
    for (const c of candidates) {
      if (!c.bearing && bearing.size < ENOUGH_BEARING) continue;
      const mention = { field: field.name, start: c.start, end: c.end, text: field.text.slice(c.start, c.end) };
      const term = terms.get(c.name);
      if (term) term.mentions.push(mention);
      else terms.set(c.name, { name: c.name, category: c.category, mentions: [mention] });
    }
  }
  return [...terms.values()];
}
