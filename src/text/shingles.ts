/** Characters of one shingle. */
const SIZE = 5;

/** The shingles of a text without white space. */
function shingles(text: string): Set<string> {
  const t = text.replace(/\s+/g, "");
  const out = new Set<string>();
  for (let i = 0; i + SIZE <= t.length; i++) out.add(t.slice(i, i + SIZE));
  return out;
}

/** The share of the shorter text's shingles that stand in the other, in [0, 1]. */
export function shingleSimilarity(a: string, b: string): number {
  const [x, y] = [shingles(a), shingles(b)];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const s of small) if (large.has(s)) shared++;
  return shared / small.size;
}
