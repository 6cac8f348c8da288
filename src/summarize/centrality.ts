/** How central each sentence is: LexRank (Erkan & Radev 2004) by the power method. */

const DAMPING = 0.85;
/** After so many rounds no rank moves by a hundredth. */
const ROUNDS = 12;
/** Past this many sentences the matrix costs more than it tells; later ones get the least rank. */
const MOST = 40;

/**
 * Rank of each of `n` sentences, scaled so that the mean is 1.
 * @param places By word: the sentences that it stands in, ascending.
 */
export function centrality(n: number, places: readonly (readonly number[])[]): Float64Array {
  const ranks = new Float64Array(n).fill(0.5);
  const m = Math.min(n, MOST);
  if (m < 2) return ranks.fill(1);
  const shared = new Float64Array(m * m);
  const sizes = new Float64Array(m);
  for (const list of places)
    for (let i = 0; i < list.length && list[i]! < m; i++) {
      sizes[list[i]!]!++;
      for (let j = 0; j < i; j++) shared[list[i]! * m + list[j]!]!++;
    }
  const sums = new Float64Array(m);
  for (let i = 1; i < m; i++)
    for (let j = 0; j < i; j++) {
      if (shared[i * m + j] === 0) continue;
      const similarity = shared[i * m + j]! / Math.sqrt(sizes[i]! * sizes[j]!);
      shared[i * m + j] = similarity;
      shared[j * m + i] = similarity;
      sums[i]! += similarity;
      sums[j]! += similarity;
    }
  let rank = new Float64Array(m).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(m).fill(1 - DAMPING);
    for (let j = 0; j < m; j++) {
      if (sums[j] === 0) {
        for (let i = 0; i < m; i++) next[i]! += (DAMPING * rank[j]!) / m;
        continue;
      }
      const share = (DAMPING * rank[j]!) / sums[j]!;
      for (let i = 0; i < m; i++) next[i]! += share * shared[j * m + i]!;
    }
    rank = next;
  }
  ranks.set(rank);
  return ranks;
}
