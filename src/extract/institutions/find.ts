/** All institution mentions of a document. */
import type { Field, Reading } from "../../core/types.ts";
import type { InstitutionMention, InstitutionResources } from "./mention.ts";
import { recognise } from "./recognise.ts";

/** All institution mentions of a document, not overlapping, by field and start. */
export function findInstitutions(reading: Reading, resources: InstitutionResources): InstitutionMention[] {
  const inField = (field: Field): InstitutionMention[] => {
    const tagged = resources.tagger.tagInstitutions(field.text).filter((span) => span.label === "ORG");
    return recognise(field, resources.institutions, resources.divisions, tagged).map((found) => ({
      field: field.name,
      start: found.start,
      end: found.end,
      text: field.text.slice(found.start, found.end),
      reading: found,
    }));
  };
  return [...inField(reading.title), ...inField(reading.text)];
}
