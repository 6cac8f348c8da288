/** Segmentation F1 on the sets beside the repository: words whose both ends agree with the gold's. */
import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../../../shared/data/", import.meta.url);
const sets = {
  pku: "seg-sighan2005/pku_test_gold.dev-half.txt",
  msr: "seg-sighan2005/msr_test_gold.dev-half.txt",
  gsdsimp: "seg-ud-gsdsimp/dev.txt",
};

const ends = (words: readonly string[]): Set<string> => {
  let at = 0;
  return new Set(words.map((word) => `${at} ${(at += word.length)}`));
};

/** Set → F1, or null where the sets are absent. */
export function measureAccuracy(segment: (text: string) => readonly string[]): Record<string, number> | null {
  if (!existsSync(folder)) return null;
  const scores: Record<string, number> = {};
  for (const [name, file] of Object.entries(sets)) {
    let right = 0;
    let total = 0;
    for (const line of readFileSync(new URL(file, folder), "utf8").split(/\r?\n/)) {
      const gold = line.trim().split(/\s+/);
      const mine = ends(segment(gold.join("")));
      const theirs = ends(gold);
      total += mine.size + theirs.size;
      for (const word of mine) if (theirs.has(word)) right += 2;
    }
    scores[name] = Number((right / total).toFixed(4));
  }
  return scores;
}
