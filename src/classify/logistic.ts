import { Matrix, solve } from "../core/matrix.ts";

/** A fitted logistic model over rows of numbers: `ln(p / (1 − p)) = bias + Σ weightᵢ·xᵢ`. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface LogisticOptions {
  /** Strength of the L2 penalty on the weights of standardised columns; the bias is free. Raising it draws weights to 0. Default 1. */
  readonly l2?: number;
  /** Importance of each row; default 1. */
  readonly rowWeights?: readonly number[];
  /** What each weight is drawn to, in the column's own units: what is known before any article is seen. Default 0. */
  readonly prior?: readonly number[];
  /** Allowed direction of each column: 1 only for, −1 only against, 0 either. A column that pulls the wrong way is left out. */
  readonly signs?: readonly number[];
}

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const STEPS = 40;

/** Newton's method on the penalised likelihood (IRLS); columns are standardised inside and scaled back. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  options: LogisticOptions = {},
): Logistic {
  const width = rows[0]?.length ?? 0;
  const rowWeights = options.rowWeights ?? rows.map(() => 1);
  const { mean, scale } = moments(rows, rowWeights, width);
  const prior = (options.prior ?? mean.map(() => 0)).map((p, j) => p * scale[j]!);
  let active = Array.from({ length: width }, (_, j) => j).filter((j) => scale[j]! > 0);
  for (;;) {
    const fitted = newton(
      rows.map((r) => active.map((j) => (r[j]! - mean[j]!) / scale[j]!)),
      labels,
      rowWeights,
      options.l2 ?? 1,
      active.map((j) => prior[j]!),
    );
    const wrong = active.map((j, k) => (options.signs?.[j] ?? 0) * fitted[k + 1]!);
    const worst = Math.min(0, ...wrong);
    if (worst < 0) {
      active = active.filter((_, k) => wrong[k] !== worst);
      continue;
    }
    const weights = new Array<number>(width).fill(0);
    let bias = fitted[0]!;
    active.forEach((j, k) => {
      weights[j] = fitted[k + 1]! / scale[j]!;
      bias -= weights[j]! * mean[j]!;
    });
    return { bias, weights };
  }
}

function moments(
  rows: readonly (readonly number[])[],
  rowWeights: readonly number[],
  width: number,
): { mean: number[]; scale: number[] } {
  const total = rowWeights.reduce((a, b) => a + b, 0);
  const mean = Array.from({ length: width }, (_, j) => rows.reduce((n, r, i) => n + r[j]! * rowWeights[i]!, 0) / total);
  const scale = mean.map((m, j) =>
    Math.sqrt(rows.reduce((n, r, i) => n + (r[j]! - m) ** 2 * rowWeights[i]!, 0) / total),
  );
  // A column that is the same in all rows carries nothing; rounding must not make it look otherwise.
  return { mean, scale: scale.map((s) => (s < 1e-9 ? 0 : s)) };
}

/** Coefficients of standardised rows, the bias first. */
function newton(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  rowWeights: readonly number[],
  l2: number,
  prior: readonly number[],
): number[] {
  const n = (rows[0]?.length ?? 0) + 1;
  const beta = [0, ...prior];
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array<number>(n).fill(0);
    const hessian = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    rows.forEach((row, i) => {
      const x = (j: number): number => (j === 0 ? 1 : row[j - 1]!);
      let z = 0;
      for (let j = 0; j < n; j++) z += beta[j]! * x(j);
      const p = sigmoid(z);
      const w = rowWeights[i]! * Math.max(p * (1 - p), 1e-9);
      const r = rowWeights[i]! * (labels[i]! - p);
      for (let j = 0; j < n; j++) {
        gradient[j]! += r * x(j);
        for (let k = 0; k <= j; k++) hessian[j]![k]! += w * x(j) * x(k);
      }
    });
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < j; k++) hessian[k]![j] = hessian[j]![k]!;
      hessian[j]![j]! += j === 0 ? 1e-6 : l2;
      if (j > 0) gradient[j]! -= l2 * (beta[j]! - prior[j - 1]!);
    }
    const delta = solve(new Matrix(hessian), Matrix.columnVector(gradient)).to1DArray();
    // A step of more than 4 overshoots where the classes part cleanly.
    const longest = Math.max(...delta.map(Math.abs));
    const damping = longest > 4 ? 4 / longest : 1;
    delta.forEach((d, j) => {
      beta[j]! += d * damping;
    });
    if (longest < 1e-8) break;
  }
  return beta;
}
