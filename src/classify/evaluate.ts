import type { TopicId } from "../core/types.ts";
import { TOPIC_IDS } from "./topic-features.ts";

/** Mean of the precision at each relevant article of the ranking; equal scores count in the order given. */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  let hits = 0;
  let sum = 0;
  order.forEach((i, k) => {
    if (labels[i]) sum += ++hits / (k + 1);
  });
  return hits ? sum / hits : 0;
}

/** Mean squared distance of score and label. */
export function brier(scores: readonly number[], labels: readonly number[]): number {
  return scores.reduce((s, p, i) => s + (p - labels[i]!) ** 2, 0) / Math.max(1, scores.length);
}

export function f1At(scores: readonly number[], labels: readonly number[], threshold: number): number {
  let tp = 0;
  let wrong = 0;
  scores.forEach((p, i) => {
    if (p >= threshold && labels[i]) tp++;
    else if (p >= threshold || labels[i]) wrong++;
  });
  return tp ? (2 * tp) / (2 * tp + wrong) : 0;
}

/**
 * The threshold of best F1, in the middle (by log-odds) of the gap between the scores around it, so that the next
 * week's scores may shift a little either way. Kept in [0.3, 0.7]: beyond, a few articles would decide too much.
 */
export function bestThreshold(scores: readonly number[], labels: readonly number[]): number {
  const sorted = [...new Set(scores)].sort((a, b) => a - b);
  let best = { f1: -1, threshold: 0.5 };
  sorted.forEach((p, k) => {
    const below = sorted[k - 1];
    const threshold = below === undefined ? p : midpoint(below, p);
    const f1 = f1At(scores, labels, threshold);
    const closer = Math.abs(threshold - 0.5) < Math.abs(best.threshold - 0.5);
    if (f1 > best.f1 + 1e-12 || (f1 > best.f1 - 1e-12 && closer)) best = { f1, threshold };
  });
  return Math.min(0.7, Math.max(0.3, best.threshold));
}

function midpoint(a: number, b: number): number {
  const logit = (p: number): number => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9));
  return 1 / (1 + Math.exp(-(logit(a) + logit(b)) / 2));
}

/** Tenths of the score that hold any article: `[from, articles, mean score, share relevant]`. */
export function reliabilityTable(
  scores: readonly number[],
  labels: readonly number[],
): [number, number, number, number][] {
  return Array.from({ length: 10 }, (_, b): [number, number, number, number] => {
    const bin = scores.map((_, i) => i).filter((i) => Math.min(9, Math.floor(scores[i]! * 10)) === b);
    const mean = (f: (i: number) => number): number => bin.reduce((s, i) => s + f(i), 0) / Math.max(1, bin.length);
    return [b / 10, bin.length, mean((i) => scores[i]!), mean((i) => labels[i]!)];
  }).filter(([, n]) => n > 0);
}

/** Micro F1 over (article, topic), at the threshold that does best among a few, and how often the best topic is the editor's first. */
export function topicFigures(
  scores: readonly (readonly number[])[],
  gold: readonly (readonly TopicId[])[],
): { threshold: number; f1: number; top: number } {
  let best = { threshold: 0.5, f1: -1 };
  for (const threshold of [0.5, 0.45, 0.55, 0.4, 0.35, 0.3]) {
    let tp = 0;
    let wrong = 0;
    scores.forEach((row, i) => {
      const top = Math.max(...row);
      row.forEach((p, t) => {
        const got = p >= threshold || p === top;
        const want = gold[i]!.includes(TOPIC_IDS[t]!);
        if (got && want) tp++;
        else if (got || want) wrong++;
      });
    });
    const f1 = (2 * tp) / Math.max(1, 2 * tp + wrong);
    // Half a hundredth is noise on some seventy articles: nearer to 0.5 wins.
    if (f1 > best.f1 + 0.005) best = { threshold, f1 };
  }
  const top = scores.filter((row, i) => TOPIC_IDS[row.indexOf(Math.max(...row))] === gold[i]![0]).length;
  return { ...best, top: top / Math.max(1, scores.length) };
}
