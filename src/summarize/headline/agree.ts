/** Chooses the line that agrees with the other good ones (minimum Bayes risk over words). */
import { lengthOf } from "../../text/length.ts";
import type { Line } from "./lines.ts";
import type { Story } from "./story.ts";

/** Lines within this of the best vote. */
const NEAR = 0.2;
/** Differences of this size in score divide the votes as e to 1. */
const SPREAD = 0.06;
/** What full agreement is worth beside the score. */
const WORTH = 0.8;

/** Index of the best line: its score, and how much of the other good lines' words it holds. */
export function agree(story: Story, lines: readonly Line[], scores: Float64Array): number {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  const order: number[] = [];
  for (let i = 0; i < lines.length; i++) if (scores[i]! >= top - NEAR) order.push(i);
  const votes = new Float64Array(story.words.length);
  const stamps = new Int32Array(story.words.length);
  const lengths = new Float64Array(order.length);
  let all = 0;
  let usual = 0;
  let stamp = 0;
  for (let k = 0; k < order.length; k++) {
    const vote = Math.exp((scores[order[k]!]! - top) / SPREAD);
    stamp++;
    let length = 0;
    for (const t of lines[order[k]!]!.tokens) {
      length += lengthOf(story.tokens[t]!.text);
      const id = story.ids[t]!;
      if (id < 0 || stamps[id] === stamp) continue;
      stamps[id] = stamp;
      votes[id]! += vote;
    }
    lengths[k] = length;
    all += vote;
    usual += vote * length;
  }
  usual /= all;
  let best = order[0]!;
  let most = -Infinity;
  for (let k = 0; k < order.length; k++) {
    stamp++;
    let held = 0;
    for (const t of lines[order[k]!]!.tokens) {
      const id = story.ids[t]!;
      if (id < 0 || stamps[id] === stamp) continue;
      stamps[id] = stamp;
      held += (votes[id]! / all) * story.words[id]!.length;
    }
    const value = scores[order[k]!]! + (WORTH * 2 * held) / (lengths[k]! + usual);
    if (value > most) [best, most] = [order[k]!, value];
  }
  return best;
}
