/** Trains the gate: logistic regression on “an institution's name ends here”, then the threshold that loses next to nothing. */
import { type Alphabet, EDGE_ID } from "../../../src/extract/institutions/tagger/context.ts";
import { GATE_PAIRS, type GateArrays, gatePair } from "../../../src/extract/institutions/tagger/gate.ts";
import type { Sentence } from "./corpora.ts";
import type { Random } from "./random.ts";

const EPOCHS = 3;
const RATE = 0.2;
/** Integer weights are multiples of 1/16. */
const SCALE = 16;
/**
 * Names that may stay under the threshold, as a share of the training sentences' names. Most of those are such that the
 * tagger does not find either (short forms, teams), and another place of their clause opens it.
 */
export const LOSS_ALLOWED = 0.01;

export function trainGate(
  sentences: readonly Sentence[],
  forThreshold: readonly Sentence[],
  alphabet: Alphabet,
  random: Random,
): GateArrays {
  const inPairs = alphabet.size * 3;
  const bias = inPairs + 2 * GATE_PAIRS;
  const weights = new Float32Array(bias + 1);
  const sums = new Float32Array(bias + 1).fill(0.1);
  weights[bias] = -3;
  const features = new Int32Array(6);
  const read = (text: string, i: number): void => {
    const idAt = (k: number): number => (k < 0 || k >= text.length ? EDGE_ID : alphabet.ids[text.charCodeAt(k)]!);
    const [before, here, after] = [idAt(i - 1), idAt(i), idAt(i + 1)];
    features[0] = before * 3;
    features[1] = here * 3 + 1;
    features[2] = after * 3 + 2;
    features[3] = inPairs + gatePair(before, here);
    features[4] = inPairs + GATE_PAIRS + gatePair(here, after);
    features[5] = bias;
  };
  const order = Int32Array.from(sentences, (_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const s of random.shuffle(order)) {
      const { text, spans } = sentences[s]!;
      const ends = new Set(spans.filter((e) => e.label === "ORG").map((e) => e.end - 1));
      for (let i = 0; i < text.length; i++) {
        read(text, i);
        let score = 0;
        for (const f of features) score += weights[f]!;
        const g = 1 / (1 + Math.exp(-score)) - (ends.has(i) ? 1 : 0);
        if (Math.abs(g) < 0.002) continue;
        for (const f of features) {
          sums[f]! += g * g;
          weights[f]! -= (RATE * g) / Math.sqrt(sums[f]!);
        }
      }
    }
  const quantised = Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w * SCALE))));
  // The best place of each name, or of the clause around it, must reach the threshold.
  const best: number[] = [];
  for (const { text, spans } of forThreshold)
    for (const span of spans) {
      if (span.label !== "ORG") continue;
      let top = -1000;
      for (let i = span.start; i < span.end; i++) {
        read(text, i);
        let score = 0;
        for (let k = 0; k < 5; k++) score += quantised[features[k]!]!;
        top = Math.max(top, score);
      }
      best.push(top);
    }
  best.sort((a, b) => a - b);
  return {
    characters: quantised.slice(0, inPairs),
    pairs: quantised.slice(inPairs, bias),
    threshold: best[Math.floor(best.length * LOSS_ALLOWED)]!,
  };
}
