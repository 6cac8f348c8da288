/** Sentences and lines that were read beside their sources (corpus/readings), and the sentences as samples for the risk model. */
import { readFileSync } from "node:fs";
import { composeSummary } from "../../../src/summarize/compose.ts";
import type { Draft } from "../../../src/summarize/draft.ts";
import { weigh } from "../../../src/summarize/draft.ts";
import type { WriterModel } from "../../../src/summarize/model.ts";
import { nounsOf, unsaidOf } from "../../../src/summarize/nouns.ts";
import { planClauses } from "../../../src/summarize/plan.ts";
import {
  describe,
  FIRST,
  JUMP,
  MAIN,
  NO_MAIN,
  NO_PLACE,
  NO_SYSTEM,
  PLACE,
  RISKS,
  SYSTEM,
  UNSAID,
  UNSAID_TOPIC,
  WHENS,
} from "../../../src/summarize/risk.ts";
import { TUNING } from "../../../src/summarize/tuning.ts";
import { fitSamples, type Sample } from "./newton.ts";

/** A sentence, the sentences before it, and what the reader said. */
export interface Reading {
  readonly article: string;
  /** By sentence, the last the one that was judged: indexes of its clauses, and a bit for each that got its subject back. */
  readonly forms: readonly { readonly clauses: readonly number[]; readonly restored: number }[];
  readonly mark: string;
  readonly sentence: string;
}

/** Rows of sentences.tsv. */
export function readReadings(): Reading[] {
  const file = new URL("../../../corpus/readings/sentences.tsv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [article, forms, mark, sentence] = line.split("\t") as [string, string, string, string];
    return {
      article,
      forms: forms.split(" ").map((form) => {
        const [clauses, restored = "0"] = form.split("/") as [string, string?];
        return { clauses: clauses.split(",").map(Number), restored: Number(restored) };
      }),
      mark,
      sentence,
    };
  });
}

/** A line that the program could print over an article, and what the reader said. */
export interface HeadlineReading {
  readonly article: string;
  readonly mark: string;
  readonly line: string;
}

/** Rows of headlines.tsv. */
export function readHeadlines(): HeadlineReading[] {
  const file = new URL("../../../corpus/readings/headlines.tsv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((l) => {
    const [article, mark, line] = l.split("\t") as [string, string, string];
    return { article, mark, line };
  });
}

/**
 * What a sentence or a line that says other than its source counts, where another fault counts 1. On sentences of articles left
 * out (five parts) it tells them from the faultless by an area under the curve .015 to .02 larger, at no cost to all faults
 * together; 4 costs the others .005 to .01.
 */
export const FALSE_WEIGHT = 2;

/** Strength of the L2 penalty, and how often a feature must be seen; 3 to 20 differ little. */
const PENALTY = 6;
const LEAST = 8;

/** The samples of one article's readings; a sentence that would be written otherwise today is left out. */
export function samplesOf(draft: Draft, model: WriterModel, readings: readonly Reading[]): Sample[] {
  const worth = weigh(draft, model);
  const plans = planClauses(draft, worth, TUNING);
  const { clauses, told } = plans;
  const samples: Sample[] = [];
  for (const { forms, mark, sentence } of readings) {
    const lost = (c: number, k: number, restored: number): boolean =>
      (clauses[c]?.pieces.length ?? 0) === 0 || ((restored & (1 << k)) !== 0 && clauses[c]!.subject === null);
    if (forms.some((f) => f.clauses.some((c, k) => lost(c, k, f.restored)))) continue;
    const before = forms.slice(0, -1);
    const { clauses: path, restored } = forms.at(-1)!;
    const written = composeSummary(draft, { forms, plans }).text;
    if (!written.endsWith(sentence)) continue;
    let [named, saidLow, saidHigh] = [0, 0, 0];
    for (const form of before) {
      for (const c of form.clauses) named |= told.names[c]!;
      const said = nounsOf(told, clauses, form.clauses);
      saidLow |= said.low;
      saidHigh |= said.high;
    }
    const nouns = nounsOf(told, clauses, path);
    const first = clauses[path[0]!]!.clause;
    const last = before.length > 0 ? clauses[before.at(-1)!.clauses.at(-1)!]!.clause : null;
    // As the search has it: fromHead and toEnd of Form.
    const goesOn =
      last?.mark === "。" && last.index === first.index - 1 && first.order === 0 && first.core === first.start;
    const on = new Array<boolean>(WHENS).fill(true);
    on[FIRST] = before.length === 0;
    on[JUMP] = before.length > 0 && !goesOn;
    on[NO_SYSTEM] = (named & SYSTEM) === 0;
    on[NO_MAIN] = (named & MAIN) === 0;
    on[NO_PLACE] = (named & PLACE) === 0;
    on[UNSAID_TOPIC] = ((nouns.topicLow & ~saidLow) | (nouns.topicHigh & ~saidHigh)) !== 0;
    const features = new Set<number>([UNSAID + unsaidOf(nouns, saidLow, saidHigh)]);
    describe(draft, worth, clauses, told, nouns, path, restored, (when, feature) => {
      if (on[when]) features.add(feature);
    });
    samples.push({
      features: Int32Array.from(features),
      label: mark === "ok" ? 0 : 1,
      weight: mark === "false" ? FALSE_WEIGHT : 1,
    });
  }
  return samples;
}

/** Log-odds by the features' names, and the bias. */
export function fitRisk(samples: readonly Sample[]): Record<string, number> {
  const weights = fitSamples(samples, RISKS.length, PENALTY, LEAST);
  const out: Record<string, number> = { bias: round(weights[RISKS.length]!) };
  RISKS.forEach((name, i) => {
    if (Math.abs(weights[i]!) >= 5e-4) out[name] = round(weights[i]!);
  });
  return out;
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
