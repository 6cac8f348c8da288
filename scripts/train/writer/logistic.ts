/** Logistic regression over named binary features: numbers for the names, and what {@link fitSamples} gives. */
import type { Features } from "../../../src/summarize/model.ts";
import { fitSamples } from "./newton.ts";

export interface Example {
  readonly features: Features;
  /** The target, in [0, 1]. */
  readonly label: number;
}

/** Fits weights; a feature seen fewer than `least` times is left out. */
export function fitLogistic(examples: readonly Example[], l2: number, least: number): Record<string, number> {
  const rows = examples.map((e) => {
    const names = new Set<string>();
    e.features((f) => names.add(f));
    return names;
  });
  const names = [...new Set(rows.flatMap((r) => [...r]))].sort();
  const ids = new Map(names.map((f, i) => [f, i]));
  const samples = rows.map((row, i) => ({
    features: Int32Array.from(row, (f) => ids.get(f)!), // every name has a number
    label: examples[i]!.label,
    weight: 1,
  }));
  const weights = fitSamples(samples, names.length, l2, least);
  const out: Record<string, number> = { bias: round(weights[names.length]!) };
  for (const [i, f] of names.entries()) if (Math.abs(weights[i]!) >= 5e-4) out[f] = round(weights[i]!);
  return out;
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
