/** All institution mentions of a document. */
import type { Field, Reading } from "../../core/types.ts";
import { LazyTags } from "./lazy-tags.ts";
import type { InstitutionMention, InstitutionResources } from "./mention.ts";
import { recognise } from "./recognise.ts";
import { findShortForms, joinAliases } from "./short-forms.ts";

/** All institution mentions of a document, not overlapping, by field and start. */
export function findInstitutions(reading: Reading, resources: InstitutionResources): InstitutionMention[] {
  const inField = (field: Field): InstitutionMention[] => {
    const tags = new LazyTags(field.text, resources.tagger);
    return recognise(field, resources.institutions, resources.divisions, tags).map((found) => ({
      field: field.name,
      start: found.start,
      end: found.end,
      text: field.text.slice(found.start, found.end),
      reading: found,
    }));
  };
  const fields = [reading.title, reading.text];
  const full = joinAliases([...inField(reading.title), ...inField(reading.text)], fields);
  const rank = (m: InstitutionMention): number => (m.field === "title" ? 0 : 1);
  return [...full, ...findShortForms(full, fields)].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}
