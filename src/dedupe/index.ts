import type { Analysis } from "../core/types.ts";

/** One event with all articles that tell it. */
export interface Cluster {
  readonly representative: string;
  /** Article ids, the representative included, in the order of ids. */
  readonly members: readonly string[];
  /** Why the representative was chosen, in Chinese. */
  readonly reasons: readonly string[];
}

/** Groups reprints; every article is in exactly one cluster. */
export function clusterReprints(analyses: readonly Analysis[]): Cluster[] {
  return analyses.map((a) => ({ representative: a.id, members: [a.id], reasons: [] }));
}
