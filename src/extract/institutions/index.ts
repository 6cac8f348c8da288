import type { Institution, Mention, Notice, Person, Reading, Region } from "../../core/types.ts";

/** A mention found before names are resolved. */
export interface InstitutionMention extends Mention {}

/** All institution mentions of a document, not overlapping, by field and start. */
export function findInstitutions(_reading: Reading): InstitutionMention[] {
  return [];
}

/** Full names, types and codes, once the primary region is known. */
export function nameInstitutions(
  _mentions: readonly InstitutionMention[],
  _regions: readonly Region[],
  _reading: Reading,
): { institutions: Institution[]; notices: Notice[] } {
  return { institutions: [], notices: [] };
}

/** People with their office. */
export function findPeople(_reading: Reading, _institutions: readonly Institution[]): Person[] {
  return [];
}
