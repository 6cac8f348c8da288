/** A pair of articles that share fingerprints; `a` < `b` are indexes into the pool. */
export interface CandidatePair {
  readonly a: number;
  readonly b: number;
}

/** Pairs that share fewer fingerprints than this, or than this part of the shorter text's, are no candidates. */
const MIN_SHARED = 4;
const MIN_SHARE = 0.04;
/**
 * A fingerprint of more articles than this is a set phrase, or a story that everybody printed: each article then meets
 * its next few neighbours only, which is enough to chain a story and keeps the work linear.
 */
const MAX_POSTINGS = 24;
const NEIGHBOURS = 4;

/** All pairs that share enough fingerprints. Time is linear in the number of fingerprints. */
export function candidatePairs(fingerprints: readonly Uint32Array[]): CandidatePair[] {
  const total = fingerprints.reduce((n, f) => n + f.length, 0);
  // Postings as sortable numbers: the hash above, the article below (2^21 articles at most in 53 bits).
  const postings = new Float64Array(total);
  let at = 0;
  fingerprints.forEach((f, doc) => {
    for (const h of f) postings[at++] = h * 2097152 + doc;
  });
  postings.sort();
  const pairs: Float64Array = new Float64Array(countPairs(postings));
  let n = 0;
  eachPair(postings, (a, b) => {
    pairs[n++] = a * 2097152 + b;
  });
  pairs.sort();
  const found: CandidatePair[] = [];
  for (let i = 0; i < n; ) {
    let j = i + 1;
    while (j < n && pairs[j] === pairs[i]) j++;
    const pair = pairs[i]!;
    const a = Math.floor(pair / 2097152);
    const b = pair - a * 2097152;
    const shorter = Math.min(fingerprints[a]!.length, fingerprints[b]!.length);
    if (j - i >= Math.max(MIN_SHARED, MIN_SHARE * shorter)) found.push({ a, b });
    i = j;
  }
  return found;
}

function eachPair(postings: Float64Array, visit: (a: number, b: number) => void): void {
  for (let i = 0; i < postings.length; ) {
    const hash = Math.floor(postings[i]! / 2097152);
    const base = hash * 2097152;
    let j = i + 1;
    while (j < postings.length && postings[j]! < base + 2097152) j++;
    const reach = j - i > MAX_POSTINGS ? NEIGHBOURS : j - i;
    for (let x = i; x < j; x++)
      for (let y = x + 1; y < j && y <= x + reach; y++) visit(postings[x]! - base, postings[y]! - base);
    i = j;
  }
}

function countPairs(postings: Float64Array): number {
  let n = 0;
  eachPair(postings, () => n++);
  return n;
}
