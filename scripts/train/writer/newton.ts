/** Logistic regression over numbered binary features by Newton's method, L2 on all but the bias. Deterministic. */
export interface Sample {
  readonly features: Int32Array;
  /** The target, in [0, 1]. */
  readonly label: number;
  readonly weight: number;
}

/** Weights by feature number; the bias stands behind the last. A feature seen fewer than `least` times gets none. */
export function fitSamples(samples: readonly Sample[], features: number, l2: number, least: number): Float64Array {
  const counts = new Int32Array(features);
  for (const s of samples) for (const f of s.features) counts[f]!++;
  const column = new Int32Array(features).fill(-1);
  let n = 1;
  for (let f = 0; f < features; f++) if (counts[f]! >= least) column[f] = n++;
  // Things that show the same are one row.
  const rows = new Map<string, { columns: number[]; hits: number; weight: number }>();
  for (const s of samples) {
    const columns = [0];
    for (const f of s.features) if (column[f]! > 0) columns.push(column[f]!);
    const key = columns.join();
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { columns, hits: 0, weight: 0 }));
    row.hits += s.weight * s.label;
    row.weight += s.weight;
  }
  const list = [...rows.values()];
  const w = new Float64Array(n);
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(n);
    const h = new Float64Array(n * n);
    for (const { columns, hits, weight } of list) {
      let z = 0;
      for (const f of columns) z += w[f]!;
      const p = 1 / (1 + Math.exp(-z));
      const g = hits - weight * p;
      const v = weight * Math.max(1e-6, p * (1 - p));
      for (const a of columns) {
        gradient[a]! += g;
        for (const b of columns) if (b <= a) h[a * n + b]! += v;
      }
    }
    for (let i = 0; i < n; i++) {
      const penalty = i === 0 ? 1e-3 : l2;
      gradient[i]! -= penalty * w[i]!;
      h[i * n + i]! += penalty;
    }
    solveSymmetric(h, gradient, n);
    let largest = 0;
    for (let i = 0; i < n; i++) {
      w[i]! += gradient[i]!;
      largest = Math.max(largest, Math.abs(gradient[i]!));
    }
    if (largest < 1e-4) break;
  }
  const out = new Float64Array(features + 1);
  for (let f = 0; f < features; f++) if (column[f]! > 0) out[f] = w[column[f]!]!;
  out[features] = w[0]!;
  return out;
}

/** Solves h x = b by Cholesky's method, x written over b; only the lower half of h is read, and written over. */
export function solveSymmetric(h: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = h[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= h[i * n + k]! * h[j * n + k]!;
      h[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / h[j * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= h[i * n + k]! * b[k]!;
    b[i] = sum / h[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= h[k * n + i]! * b[k]!;
    b[i] = sum / h[i * n + i]!;
  }
}
