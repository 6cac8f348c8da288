/** Institutions: all mentions first; full names, types and codes once the primary region is known. */

export { findInstitutions } from "./find.ts";
export type { InstitutionMention, InstitutionResources } from "./mention.ts";
export { nameInstitutions } from "./name.ts";
export { findPeople } from "./people.ts";
