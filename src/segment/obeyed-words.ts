/** Which words of the lexicon and the user stand in a text as words: of those that overlap, one. */
import type { Hit } from "../core/types.ts";
import type { UserWord } from "../lexicon/user-dictionary.ts";

/** The greater weight, then the longer, then the user's, then the earlier. */
function byRank(userWords: readonly UserWord[]): (a: Hit, b: Hit) => number {
  const weight = ({ kind, entry }: Hit): number => (kind === "user" ? (userWords[entry]!.weight ?? 1) : 1);
  return (a, b) =>
    weight(b) - weight(a) ||
    b.end - b.start - (a.end - a.start) ||
    Number(b.kind === "user") - Number(a.kind === "user") ||
    a.start - b.start;
}

/** Of a cluster of overlapping hits the best, then the best that does not overlap it, and so on. */
function chooseInCluster(cluster: Hit[], clusterEnd: number, userWords: readonly UserWord[]): Hit[] {
  const from = cluster[0]!.start;
  const taken = new Uint8Array(clusterEnd - from);
  const chosen: Hit[] = [];
  for (const hit of cluster.sort(byRank(userWords))) {
    const { start, end } = hit;
    if (taken.subarray(start - from, end - from).includes(1)) continue;
    taken.fill(1, start - from, end - from);
    chosen.push(hit);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Leaves of the cluster that `chosen` holds from index `from` on the words to be obeyed. */
function settle(chosen: Hit[], from: number, clusterEnd: number, userWords: readonly UserWord[]): void {
  let hasUser = false;
  for (let i = from; i < chosen.length; i++) if (chosen[i]!.kind === "user") hasUser = true;
  // Most often all are terms inside the first.
  if (!hasUser && chosen[from]!.end === clusterEnd) while (chosen.length > from + 1) chosen.pop();
  else chosen.push(...chooseInCluster(chosen.splice(from), clusterEnd, userWords));
}

/**
 * Chooses among the scanner's hits (of any kind, by start, then the longest first) the words to be obeyed, in the order
 * of the text.
 * @param lexicon whether terms of the lexicon count, besides the user's words.
 */
export function chooseWords(hits: readonly Hit[], userWords: readonly UserWord[], lexicon: boolean): Hit[] {
  const chosen: Hit[] = [];
  let from = 0;
  let clusterEnd = 0;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    if (hit.kind !== "user" && !(lexicon && hit.kind === "term")) continue;
    if (hit.start >= clusterEnd) {
      if (chosen.length - from > 1) settle(chosen, from, clusterEnd, userWords);
      from = chosen.length;
    }
    chosen.push(hit);
    if (hit.end > clusterEnd) clusterEnd = hit.end;
  }
  if (chosen.length - from > 1) settle(chosen, from, clusterEnd, userWords);
  return chosen;
}
