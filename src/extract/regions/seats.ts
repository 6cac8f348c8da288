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
  /** How much it says of where the event happens: a hospital all, a company or a medium little. */
  readonly weight: number;
}

const LITTLE: Partial<Record<InstitutionType, number>> = { company: 0.3, media: 0, university: 0.5, association: 0.5 };

/** The seat, null where the name holds none or several institutions share it. */
export function seatOf(
  mention: SeatedMention,
  near: readonly string[],
  gazetteer: Gazetteer,
  lexicon: InstitutionLexicon | undefined,
): Seat | null {
  const rows = (mention.reading?.known ?? []).map((k) => lexicon?.institution(lexicon.surface(k).institution));
  const type = mention.reading?.type ?? rows[0]?.type ?? "other";
  const weight = LITTLE[type] ?? 1;
  if (weight === 0) return null;
  const codes = new Set(rows.map((r) => r?.code ?? null));
  const known = codes.size === 1 ? [...codes][0]! : null;
  const code = known ?? gazetteer.placeIn(mention.text, near);
  return code === null ? null : { code, weight };
}
