/** Ridge regression of a target within groups: only differences inside one group count. Deterministic. */
import { Matrix, solve } from "../../../src/core/matrix.ts";

export interface Row {
  readonly features: readonly (readonly [string, number])[];
  readonly target: number;
}

/** Weights that order each group's rows by target; every group weighs the same. */
export function fitRidge(groups: readonly (readonly Row[])[], l2: number): Record<string, number> {
  const names = [...new Set(groups.flatMap((g) => g.flatMap((r) => r.features.map(([f]) => f))))].sort();
  const ids = new Map(names.map((f, i) => [f, i]));
  const n = names.length;
  const a = new Float64Array(n * n);
  const b = new Float64Array(n);
  for (const group of groups) {
    if (group.length < 2) continue;
    const mean = new Float64Array(n);
    let target = 0;
    for (const r of group) {
      for (const [f, x] of r.features) mean[ids.get(f)!]! += x / group.length;
      target += r.target / group.length;
    }
    for (const r of group) {
      const x = new Float64Array(n);
      for (let i = 0; i < n; i++) x[i] = -mean[i]!;
      for (const [f, v] of r.features) x[ids.get(f)!]! += v;
      // The best lines of a group matter more than how the poor ones lie among themselves.
      const weight = (0.2 + Math.max(0, r.target) * 2) ** 2 * (40 / group.length);
      for (let i = 0; i < n; i++) {
        if (x[i] === 0) continue;
        b[i]! += weight * x[i]! * (r.target - target);
        for (let j = 0; j < n; j++) a[i * n + j]! += weight * x[i]! * x[j]!;
      }
    }
  }
  for (let i = 0; i < n; i++) a[i * n + i]! += l2;
  const w = solve(Matrix.from1DArray(n, n, [...a]), Matrix.columnVector([...b]));
  return Object.fromEntries(names.map((f, i) => [f, Math.round(w.get(i, 0) * 1e4) / 1e4]));
}
