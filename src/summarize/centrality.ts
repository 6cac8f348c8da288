/** How central each sentence is: LexRank (Erkan & Radev 2004) solved exactly instead of iterated. */
import { Matrix, solve } from "../core/matrix.ts";

const DAMPING = 0.85;
/** Past this many sentences the matrix costs more than it tells; later ones get the least rank. */
const MOST = 48;

/** Rank of each bag of word ids, scaled so that the mean is 1. */
export function centrality(bags: readonly ReadonlySet<number>[]): Float64Array {
  const n = Math.min(bags.length, MOST);
  const ranks = new Float64Array(bags.length).fill(0.5);
  if (n < 2) return ranks.fill(1);
  const weight = new Float64Array(n * n);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = bags[i]!.size < bags[j]!.size ? [bags[i]!, bags[j]!] : [bags[j]!, bags[i]!];
      let shared = 0;
      for (const w of a) if (b.has(w)) shared++;
      if (shared === 0) continue;
      const similarity = shared / Math.sqrt(a.size * b.size);
      weight[i * n + j] = similarity;
      weight[j * n + i] = similarity;
      sums[i]! += similarity;
      sums[j]! += similarity;
    }
  const system = Matrix.eye(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const p = sums[j]! > 0 ? weight[i * n + j]! / sums[j]! : 1 / n;
      system.set(i, j, (i === j ? 1 : 0) - DAMPING * p);
    }
  const rank = solve(system, Matrix.columnVector(new Array<number>(n).fill(1 - DAMPING)));
  for (let i = 0; i < n; i++) ranks[i] = rank.get(i, 0);
  return ranks;
}
