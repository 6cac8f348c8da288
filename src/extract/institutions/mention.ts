import type { Mention } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import type { Found } from "./recognise.ts";
import type { InstitutionTagger } from "./tagger/index.ts";

/** A mention found before names are resolved. */
export interface InstitutionMention extends Mention {
  /** How the span was read; what its name is made from. */
  readonly reading: Found;
  /** The mention that this one shortens or renames; its name counts. */
  readonly full?: InstitutionMention;
}

/** What the institution stages read. */
export interface InstitutionResources {
  readonly institutions: InstitutionLexicon;
  readonly divisions: Gazetteer;
  readonly tagger: InstitutionTagger;
}
