/** Logistic regression over binary features by Newton's method, L2 on all but the bias. Deterministic. */
import { Matrix, solve } from "../../../src/core/matrix.ts";
import type { Features } from "../../../src/summarize/model.ts";

export interface Example {
  readonly features: Features;
  /** The target, in [0, 1]. */
  readonly label: number;
  readonly weight?: number;
}

/** Fits weights; a feature seen fewer than `least` times is left out. */
export function fitLogistic(examples: readonly Example[], l2: number, least: number): Record<string, number> {
  const counts = new Map<string, number>();
  const rows = examples.map((e) => {
    const names = new Set<string>();
    e.features((f) => names.add(f));
    for (const n of names) counts.set(n, (counts.get(n) ?? 0) + 1);
    return names;
  });
  const names = [...counts]
    .filter(([, n]) => n >= least)
    .map(([f]) => f)
    .sort();
  const ids = new Map(names.map((f, i) => [f, i + 1]));
  const n = names.length + 1;
  const sparse = rows.map((r) => [0, ...[...r].flatMap((f) => ids.get(f) ?? [])]);
  const w = new Float64Array(n);
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(n);
    const hessian = Matrix.zeros(n, n);
    const h = hessian.to1DArray();
    for (const [i, row] of sparse.entries()) {
      let z = 0;
      for (const f of row) z += w[f]!;
      const p = 1 / (1 + Math.exp(-z));
      const { label, weight = 1 } = examples[i]!;
      const g = weight * (label - p);
      const v = weight * Math.max(1e-6, p * (1 - p));
      for (const a of row) {
        gradient[a]! += g;
        for (const b of row) h[a * n + b]! += v;
      }
    }
    for (let i = 0; i < n; i++) {
      gradient[i]! -= (i === 0 ? 1e-3 : l2) * w[i]!;
      h[i * n + i]! += i === 0 ? 1e-3 : l2;
    }
    const step = solve(Matrix.from1DArray(n, n, h), Matrix.columnVector([...gradient]));
    let largest = 0;
    for (let i = 0; i < n; i++) {
      w[i]! += step.get(i, 0);
      largest = Math.max(largest, Math.abs(step.get(i, 0)));
    }
    if (largest < 1e-6) break;
  }
  const out: Record<string, number> = { bias: round(w[0]!) };
  for (const [i, f] of names.entries()) if (Math.abs(w[i + 1]!) >= 5e-4) out[f] = round(w[i + 1]!);
  return out;
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
