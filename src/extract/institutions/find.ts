/** All institution mentions of a document. */
import type { Field, Reading } from "../../core/types.ts";
import { LazyTags } from "./lazy-tags.ts";
import type { InstitutionMention, InstitutionResources } from "./mention.ts";
import { recognise } from "./recognise.ts";
import { findShortForms, joinAliases } from "./short-forms.ts";

/** All institution mentions of a document, not overlapping, by field and start. */
export function findInstitutions(reading: Reading, resources: InstitutionResources): readonly InstitutionMention[] {
  const fields = [reading.title, reading.text];
  const printed: InstitutionMention[] = [];
  for (const field of fields) readField(field, resources, printed);
  const full = joinAliases(printed, fields);
  const short = findShortForms(full, fields);
  if (short.length === 0) return full;
  const rank = (m: InstitutionMention): number => (m.field === "title" ? 0 : 1);
  const others = full.filter((m) => !short.some((s) => s.field === m.field && s.start === m.start));
  return [...others, ...short].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}

/** Adds the mentions of one field, without short forms. */
function readField(field: Field, resources: InstitutionResources, out: InstitutionMention[]): void {
  const { name, text } = field;
  const tags = new LazyTags(text, resources.tagger);
  for (const reading of recognise(field, resources.institutions, resources.divisions, tags)) {
    const { start, end } = reading;
    out.push({ field: name, start, end, text: text.slice(start, end), reading });
  }
}
