/** Character ROUGE and what the shared scorer counts of a summary, for measuring without running it. */

/** Text as it is compared: NFKC, no white space, plain quotes, small letters. */
export const fold = (s: string): string =>
  s
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, "")
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’']/g, "'")
    .toLowerCase();

function lcs(a: string, b: string): number {
  let previous = new Int32Array(b.length + 1);
  for (const c of a) {
    const row = new Int32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      row[j] = c === b[j - 1] ? previous[j - 1]! + 1 : Math.max(previous[j]!, row[j - 1]!);
    previous = row;
  }
  return previous[b.length]!;
}

const f1 = (hit: number, want: number, got: number): number => (hit > 0 ? (2 * hit) / (want + got) : 0);

/** Character ROUGE-L F1. */
export function rougeL(want: string, got: string): number {
  const [a, b] = [fold(want), fold(got)];
  return a === "" || b === "" ? 0 : f1(lcs(a, b), a.length, b.length);
}

/** Character ROUGE-N F1. */
export function rougeN(want: string, got: string, n: number): number {
  const grams = (s: string): Map<string, number> => {
    const m = new Map<string, number>();
    for (let i = 0; i + n <= s.length; i++) m.set(s.slice(i, i + n), (m.get(s.slice(i, i + n)) ?? 0) + 1);
    return m;
  };
  const [a, b] = [fold(want), fold(got)];
  const reference = grams(a);
  let hit = 0;
  for (const [g, k] of grams(b)) hit += Math.min(k, reference.get(g) ?? 0);
  return f1(hit, Math.max(0, a.length - n + 1), Math.max(0, b.length - n + 1));
}

/** Figures with their scale, whole: 236 is not found in 36. */
export const figures = (s: string): string[] =>
  s
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .match(/\d+(?:[.,]\d+)*[%万亿‰]*/g) ?? [];

/** Whether every figure and 90 % of the runs of four characters stand in the source. */
export function traceable(source: string, summary: string): boolean {
  const have = new Set(figures(source));
  if (!figures(summary).every((f) => have.has(f))) return false;
  const [s, t] = [fold(source), fold(summary)];
  let all = 0;
  let found = 0;
  for (let i = 0; i + 4 <= t.length; i++) {
    all++;
    if (s.includes(t.slice(i, i + 4))) found++;
  }
  return t !== "" && found >= 0.9 * all;
}
