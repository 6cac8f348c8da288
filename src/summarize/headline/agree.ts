/** Chooses the line that agrees with the other good ones (minimum Bayes risk over words). */
import type { Line } from "./lines.ts";
import type { Row } from "./row.ts";
import type { Story } from "./story.ts";

/** Lines within this of the best vote. */
const NEAR = 0.1;
/** Differences of this size in score divide the votes as e to 1. */
const SPREAD = 0.06;
/** What full agreement is worth beside the score. */
const WORTH = 0.8;

/** By word: votes, and the last line that held it; kept for the next story. */
let votes = new Float64Array(1024);
let held = new Int32Array(1024);
let round = 0;

/** Index of the best line: its score, and how much of the other good lines' words it holds. */
export function agree(story: Story, lines: readonly Line[], scores: Float64Array): number {
  let top = -Infinity;
  for (let i = 0; i < lines.length; i++) if (scores[i]! > top) top = scores[i]!;
  if (votes.length < story.words.length) {
    votes = new Float64Array(2 * story.words.length);
    held = new Int32Array(2 * story.words.length);
  }
  votes.fill(0, 0, story.words.length);
  let all = 0;
  let usual = 0;
  for (let i = 0; i < lines.length; i++) {
    if (scores[i]! < top - NEAR) continue;
    const line = lines[i]!;
    const vote = Math.exp((scores[i]! - top) / SPREAD);
    round++;
    castVotes(story, line.main, vote);
    if (line.second) castVotes(story, line.second, vote);
    all += vote;
    usual += vote * lengthOf(line);
  }
  usual /= all;
  let best = 0;
  let most = -Infinity;
  for (let i = 0; i < lines.length; i++) {
    if (scores[i]! < top - NEAR) continue;
    const line = lines[i]!;
    round++;
    const shared = votesFor(story, line.main) + (line.second ? votesFor(story, line.second) : 0);
    const value = scores[i]! + (WORTH * 2 * shared) / all / (lengthOf(line) + usual);
    if (value > most) [best, most] = [i, value];
  }
  return best;
}

const lengthOf = ({ main, second }: Line): number => main.length + (second ? 1 + second.length : 0);

function castVotes({ ids }: Story, { tokens }: Row, vote: number): void {
  for (let i = 0; i < tokens.length; i++) {
    const id = ids[tokens[i]!]!;
    if (id < 0 || held[id] === round) continue;
    held[id] = round;
    votes[id]! += vote;
  }
}

/** Votes of the row's words that this round has not seen yet, by their length. */
function votesFor({ ids, lengths }: Story, { tokens }: Row): number {
  let sum = 0;
  for (let i = 0; i < tokens.length; i++) {
    const id = ids[tokens[i]!]!;
    if (id < 0 || held[id] === round) continue;
    held[id] = round;
    sum += votes[id]! * lengths[tokens[i]!]!;
  }
  return sum;
}
