/** Which words of the lexicon and the user stand in a text as words: of those that overlap, one. */
import type { Hit } from "../core/types.ts";
import type { UserWord } from "../lexicon/user-dictionary.ts";

/** A stretch that must be one word. */
export interface ObeyedWord {
  readonly start: number;
  readonly end: number;
  /** Undefined for a term of the lexicon. */
  readonly user: UserWord | undefined;
}

interface Candidate extends ObeyedWord {
  readonly weight: number;
}

/** The greater weight, then the longer, then the user's, then the earlier. */
function byRank(a: Candidate, b: Candidate): number {
  return (
    b.weight - a.weight ||
    b.end - b.start - (a.end - a.start) ||
    Number(b.user !== undefined) - Number(a.user !== undefined) ||
    a.start - b.start
  );
}

/** Takes from a cluster of overlapping candidates the best, then the best that does not overlap it, and so on. */
function chooseInCluster(cluster: Candidate[], clusterEnd: number, chosen: ObeyedWord[]): void {
  if (cluster.length === 1) {
    chosen.push(cluster[0]!);
    return;
  }
  const from = cluster[0]!.start;
  const taken = new Uint8Array(clusterEnd - from);
  const first = chosen.length;
  for (const candidate of cluster.sort(byRank)) {
    const { start, end } = candidate;
    if (taken.subarray(start - from, end - from).includes(1)) continue;
    taken.fill(1, start - from, end - from);
    chosen.push(candidate);
  }
  if (chosen.length - first > 1) chosen.push(...chosen.splice(first).sort((a, b) => a.start - b.start));
}

/**
 * Chooses among the scanner's hits (of any kind, by start) the words to be obeyed, in the order of the text.
 * @param lexicon whether terms of the lexicon count, besides the user's words.
 */
export function chooseWords(hits: readonly Hit[], userWords: readonly UserWord[], lexicon: boolean): ObeyedWord[] {
  const chosen: ObeyedWord[] = [];
  let cluster: Candidate[] = [];
  let clusterEnd = 0;
  for (const { start, end, kind, entry } of hits) {
    if (kind !== "user" && !(lexicon && kind === "term")) continue;
    const user = kind === "user" ? userWords[entry] : undefined;
    if (start >= clusterEnd && cluster.length > 0) {
      chooseInCluster(cluster, clusterEnd, chosen);
      cluster = [];
    }
    cluster.push({ start, end, user, weight: user?.weight ?? 1 });
    clusterEnd = Math.max(clusterEnd, end);
  }
  if (cluster.length > 0) chooseInCluster(cluster, clusterEnd, chosen);
  return chosen;
}
