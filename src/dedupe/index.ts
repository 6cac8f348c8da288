import type { Analysis, Bulletin } from "../core/types.ts";

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

/** Chooses which of one event's articles is printed: first in time, then id. */
export function chooseRepresentative(members: readonly Analysis[]): { representative: string; reasons: string[] } {
  const order = [...members].sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
  );
  return { representative: order[0]!.id, reasons: [] };
}

/** Articles that a past bulletin already printed: article id → `issue:545#3`. */
export function matchPastItems(_analyses: readonly Analysis[], _past: readonly Bulletin[]): Map<string, string> {
  return new Map();
}
