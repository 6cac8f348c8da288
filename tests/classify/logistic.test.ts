import { expect, test } from "vitest";
import { averagePrecision, bestThreshold, brier, f1At } from "../../src/classify/evaluate.ts";
import { fitLogistic, sigmoid } from "../../src/classify/logistic.ts";

/** Rows on a grid, each as often yes as the known model says. */
const rows: number[][] = [];
const labels: number[] = [];
const rowWeights: number[] = [];
for (let x = -2; x <= 2; x++)
  for (let y = -2; y <= 2; y++)
    for (const label of [0, 1]) {
      const p = sigmoid(0.5 + 1.2 * x - 0.7 * y);
      rows.push([x, y]);
      labels.push(label);
      rowWeights.push((label ? p : 1 - p) * 1000);
    }

test("the weights that made the labels are found again", () => {
  const { bias, weights } = fitLogistic(rows, labels, { rowWeights, l2: 1e-6 });
  expect(bias).toBeCloseTo(0.5, 3);
  expect(weights[0]).toBeCloseTo(1.2, 3);
  expect(weights[1]).toBeCloseTo(-0.7, 3);
});

test("a column that pulls the wrong way is left out, and an empty column has no weight", () => {
  const wide = rows.map((r) => [...r, 7]);
  const { weights } = fitLogistic(wide, labels, { rowWeights, signs: [1, 1, 0] });
  expect(weights[0]).toBeGreaterThan(0.5);
  expect(weights.slice(1)).toEqual([0, 0]);
});

test("a strong penalty draws the weights to what is known before", () => {
  const { weights } = fitLogistic(rows, labels, { rowWeights, l2: 1e9, prior: [3, -2] });
  expect(weights[0]).toBeCloseTo(3, 2);
  expect(weights[1]).toBeCloseTo(-2, 2);
});

test("classes that part cleanly still give finite weights", () => {
  const { bias, weights } = fitLogistic([[0], [1], [2], [3]], [0, 0, 1, 1], { l2: 0.1 });
  expect(Number.isFinite(bias) && Number.isFinite(weights[0]!)).toBe(true);
});

test("figures of a ranking worked out by hand", () => {
  const [scores, truth] = [
    [0.9, 0.8, 0.7, 0.2],
    [1, 0, 1, 0],
  ];
  expect(averagePrecision(scores!, truth!)).toBeCloseTo((1 + 2 / 3) / 2);
  expect(brier(scores!, truth!)).toBeCloseTo((0.01 + 0.64 + 0.09 + 0.04) / 4);
  expect(f1At(scores!, truth!, 0.5)).toBeCloseTo(0.8);
});

test("the threshold lies amid the gap, not at its edge", () => {
  const threshold = bestThreshold([0.1, 0.36, 0.64, 0.9], [0, 0, 1, 1]);
  expect(threshold).toBeGreaterThan(0.45);
  expect(threshold).toBeLessThan(0.55);
});
