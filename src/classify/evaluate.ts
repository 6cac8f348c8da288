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

/** What a threshold's distance from 0.5 (in log-odds) costs in F1: one doubtful article must not move it far. */
const DISTANCE_COST = 0.01;

/**
 * The threshold of best F1 in [0.3, 0.7], where one nearer to 0.5 is worth a little loss; of all that divide the
 * articles alike the middle one, since the next week's scores will lie a little to either side.
 */
export function bestThreshold(scores: readonly number[], labels: readonly number[]): number {
  const all = Array.from({ length: 41 }, (_, i) => {
    const threshold = (30 + i) / 100;
    const distance = Math.abs(Math.log(threshold / (1 - threshold)));
    const above = scores.filter((p) => p >= threshold).length;
    return { threshold, above, worth: f1At(scores, labels, threshold) - DISTANCE_COST * distance };
  });
  const best = all.reduce((a, b) => (b.worth > a.worth ? b : a));
  const alike = all.filter((t) => t.above === best.above);
  return alike[alike.length >> 1]!.threshold;
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

/** What a threshold of topics gives. */
interface TopicFigures {
  readonly threshold: number;
  readonly f1: number;
}

function topicFiguresAt(
  scores: readonly (readonly number[])[],
  gold: readonly (readonly TopicId[])[],
  threshold: number,
): TopicFigures {
  let both = 0;
  let got = 0;
  let want = 0;
  scores.forEach((row, i) => {
    const top = Math.max(...row);
    row.forEach((p, t) => {
      const holds = p >= threshold || p === top;
      const right = gold[i]!.includes(TOPIC_IDS[t]!);
      got += Number(holds);
      want += Number(right);
      both += Number(holds && right);
    });
  });
  return {
    threshold,
    f1: (2 * both) / Math.max(1, got + want),
  };
}

/** A hundredth of F1 is noise on some hundred articles. */
const ALIKE = 0.01;

/**
 * Micro F1 over (article, topic), and how often the best topic is the editor's first. Of the thresholds that do as well
 * as the best, the middle one is taken (of an even number the upper): F1 hardly tells them apart, and the next week's may lie a
 * little to either side.
 */
export function topicFigures(
  scores: readonly (readonly number[])[],
  gold: readonly (readonly TopicId[])[],
): { threshold: number; f1: number; top: number } {
  const all = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55].map((threshold) => topicFiguresAt(scores, gold, threshold));
  const most = Math.max(...all.map((f) => f.f1));
  const alike = all.filter((f) => f.f1 >= most - ALIKE);
  const { threshold, f1 } = alike[alike.length >> 1]!;
  const top = scores.filter((row, i) => TOPIC_IDS[row.indexOf(Math.max(...row))] === gold[i]![0]).length;
  return { threshold, f1, top: top / Math.max(1, scores.length) };
}
