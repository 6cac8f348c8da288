import type { Analysis } from "../core/types.ts";
import { candidatePairs } from "./candidates.ts";
import { compare, type Profile, profileOf } from "./compare.ts";
import { fingerprint } from "./fingerprint.ts";

export { compare, type Profile, profileOf, type Story } from "./compare.ts";
export { matchPastItems } from "./past.ts";
export { type Choice, chooseRepresentative } from "./representative.ts";

/** One event with all articles that tell it. */
export interface Cluster {
  /** Article ids, in their order. Which of them stands for all depends on who asks: a bulletin takes one inside its window. */
  readonly members: readonly string[];
}

/** Groups reprints; every article is in exactly one cluster. Clusters come in the order of their first ids. */
export function clusterReprints(analyses: readonly Analysis[]): Cluster[] {
  const pool = analyses.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const fingerprints = pool.map((a) => fingerprint(a.text));
  const profiles = new Map<number, Profile>();
  const profile = (i: number): Profile => {
    const known = profiles.get(i);
    if (known) return known;
    const made = profileOf(pool[i]!);
    profiles.set(i, made);
    return made;
  };
  const parent = pool.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  for (const { a, b } of candidatePairs(fingerprints)) {
    const [x, y] = [root(a), root(b)];
    if (x !== y && compare(profile(a), profile(b)).same) parent[Math.max(x, y)] = Math.min(x, y);
  }
  const groups = new Map<number, string[]>();
  pool.forEach((a, i) => {
    const r = root(i);
    const group = groups.get(r);
    if (group) group.push(a.id);
    else groups.set(r, [a.id]);
  });
  return Array.from(groups.values(), (members) => ({ members }));
}
