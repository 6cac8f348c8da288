/** Where an institution's mention points: the seat of a known one, else the place in its printed name. */
import type { InstitutionType, Mention } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";

/** An institution's mention; `reading` as the recogniser gives it. */
export interface SeatedMention extends Mention {
  readonly reading?: { readonly known: readonly number[]; readonly type: InstitutionType | null };
}

export interface Seat {
  readonly code: string;
  readonly type: InstitutionType;
  /** How much it says of where the event happens: a hospital all, a company or a medium little. */
  readonly weight: number;
  /** Whether the printed name of a hospital or an office holds the place; else it is known at prefecture level only. */
  readonly printed: boolean;
}

const LITTLE: Partial<Record<InstitutionType, number>> = { company: 0.3, media: 0, university: 0.5, association: 0.5 };

/** The seat, null where the name holds none or several institutions share it. */
export function seatOf(
  mention: SeatedMention,
  near: readonly string[],
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon,
): Seat | null {
  let type = mention.reading?.type ?? null;
  /** The one seat of the known institutions; null where they have several or none. */
  let seat: string | null = null;
  mention.reading?.known.forEach((surface, i) => {
    const row = lexicon.institution(lexicon.surface(surface).institution);
    type ??= row.type;
    seat = i === 0 || seat === row.code ? row.code : null;
  });
  type ??= "other";
  const weight = LITTLE[type] ?? 1;
  if (weight === 0) return null;
  const printed = seat !== null && weight < 1 ? null : gazetteer.placeIn(mention.text, near);
  const code = seat ?? printed;
  return code === null ? null : { code, type, weight, printed: printed !== null };
}
