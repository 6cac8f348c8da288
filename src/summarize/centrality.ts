/** How central each sentence is: LexRank (Erkan & Radev 2004) by the power method. */

const DAMPING = 0.85;
/** After so many rounds no rank moves by a hundredth. */
const ROUNDS = 10;
/** Later sentences get the least rank: news tells early. */
const MOST = 32;

/**
 * Rank of each of `n` sentences, scaled so that the mean is 1.
 * @param places By word: a bit for each of the first 32 sentences that it stands in.
 */
export function centrality(n: number, places: Int32Array, words: number): Float64Array {
  const ranks = new Float64Array(n).fill(0.5);
  const m = Math.min(n, MOST);
  if (m < 2) return ranks.fill(1);
  const similar = new Float64Array(m * m);
  const sizes = new Float64Array(m);
  for (let w = 0; w < words; w++)
    for (let rest = places[w]!; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      sizes[i]!++;
      for (let more = rest & (rest - 1); more !== 0; more &= more - 1)
        similar[(31 - Math.clz32(more & -more)) * m + i]!++;
    }
  const sums = new Float64Array(m);
  for (let i = 1; i < m; i++)
    for (let j = 0; j < i; j++) {
      if (similar[i * m + j] === 0) continue;
      const similarity = similar[i * m + j]! / Math.sqrt(sizes[i]! * sizes[j]!);
      similar[i * m + j] = similarity;
      similar[j * m + i] = similarity;
      sums[i]! += similarity;
      sums[j]! += similarity;
    }
  const rank = ranks.subarray(0, m).fill(1);
  const next = new Float64Array(m);
  for (let round = 0; round < ROUNDS; round++) {
    next.fill(1 - DAMPING);
    for (let j = 0; j < m; j++) {
      const share = DAMPING * rank[j]!;
      if (sums[j] === 0) for (let i = 0; i < m; i++) next[i]! += share / m;
      else for (let i = 0; i < m; i++) next[i]! += (share / sums[j]!) * similar[j * m + i]!;
    }
    rank.set(next);
  }
  return ranks;
}
