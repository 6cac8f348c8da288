/**
 * Fits the weights of the steps from a province down to the place of the event (src/extract/regions/descent.ts) on
 * labelled issues, and prints them, with what they reach on issues left out of the fit:
 *
 *   npx tsx scripts/train/regions.ts [FOLDER…]     default: corpus
 */
import { readdirSync, readFileSync } from "node:fs";
import { cleanArticle, openPublishers } from "../../src/clean/index.ts";
import type { Article, Reading } from "../../src/core/types.ts";
import { findInstitutions } from "../../src/extract/institutions/index.ts";
import { InstitutionTagger } from "../../src/extract/institutions/tagger/index.ts";
import { STEP_CLUES, stepFrom } from "../../src/extract/regions/descent.ts";
import { findRegions } from "../../src/extract/regions/index.ts";
import { type Evidence, primaryOf, readEvidence } from "../../src/extract/regions/primary.ts";
import { siteOf, venueOf } from "../../src/extract/regions/site.ts";
import { findTerms } from "../../src/extract/terms/index.ts";
import { Gazetteer, NOWHERE } from "../../src/lexicon/divisions.ts";
import { InstitutionLexicon } from "../../src/lexicon/institutions.ts";
import { loadResource } from "../../src/lexicon/load.ts";
import { Scanner } from "../../src/lexicon/scanner.ts";
import { TermTable } from "../../src/lexicon/terms.ts";
import { openBuiltIn } from "../../src/segment/built-in.ts";
import { readDocument } from "../../src/segment/reading.ts";
import { segmentWith } from "../../src/segment/segmenter.ts";

/** Strength of the L2 penalty: 1, 2 and 3 differ by one article. */
const PENALTY = 2;
const ROUNDS = 2000;

const gazetteer = new Gazetteer(loadResource("divisions.bin"));
const resources = {
  institutions: new InstitutionLexicon(loadResource("institutions.bin")),
  divisions: gazetteer,
  terms: new TermTable(loadResource("terms.bin")),
  tagger: new InstitutionTagger(loadResource("institution-tagger.bin")),
};
const publishers = openPublishers(loadResource("sources.bin"));
const scanner = Scanner.open(loadResource("scanner.bin"));
const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

type Labelled = Article & { id: string; gold: { regions: readonly { code: string; primary: boolean }[] } };

interface Case {
  readonly id: string;
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly wanted: number;
  /** Values of the clues, and whether the step is right. */
  readonly steps: readonly (readonly [readonly number[], boolean])[];
}

/** The steps from the province down to the wanted division, and the one that would leave it. */
function stepsTo(wanted: number, evidence: Evidence, reading: Reading): Case["steps"] {
  const steps: [readonly number[], boolean][] = [];
  if (wanted === NOWHERE) return steps;
  let at = wanted;
  while (gazetteer.parents[at] !== NOWHERE) at = gazetteer.parents[at]!;
  const { clues, told } = evidence;
  if (venueOf(clues, at, reading, gazetteer) !== null || siteOf(clues, at, reading, gazetteer) !== null) return steps;
  for (;;) {
    const step = stepFrom(at, clues, told, gazetteer);
    if (step === null) return steps;
    const right = gazetteer.lies(wanted, step.child);
    if (!right && at !== wanted) return steps;
    steps.push([step.clues, right]);
    if (!right) return steps;
    at = step.child;
  }
}

function caseOf({ gold, ...article }: Labelled): Case {
  const reading = readDocument(cleanArticle(article, publishers), scanner, segmenter);
  const institutions = findInstitutions(reading, resources);
  const terms = findTerms(reading, institutions, resources.terms).flatMap((t) => t.mentions);
  const findings = findRegions(reading, [...institutions, ...terms], gazetteer);
  const evidence = readEvidence(findings, institutions, reading, gazetteer, resources.institutions);
  const wanted = gazetteer.indexOf(gold.regions.find((r) => r.primary)?.code ?? "");
  return { id: article.id, reading, evidence, wanted, steps: stepsTo(wanted, evidence, reading) };
}

/** Logistic regression by gradient ascent, from zero; the curvature is at most a quarter of the squared lengths. */
function fitSteps(cases: readonly Case[]): number[] {
  const steps = cases.flatMap((c) => c.steps);
  const weights = STEP_CLUES.map(() => 0);
  const rate = 1 / (PENALTY + 0.25 * steps.reduce((sum, [x]) => sum + x.reduce((s, v) => s + v * v, 0), 0));
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((w) => -PENALTY * w);
    for (const [x, right] of steps) {
      const chance = 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * weights[i]!, 0)));
      x.forEach((v, i) => {
        gradient[i]! += ((right ? 1 : 0) - chance) * v;
      });
    }
    gradient.forEach((g, i) => {
      weights[i]! += rate * g;
    });
  }
  return weights;
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : ["corpus"];
const issues = folders
  .flatMap((f) => readdirSync(f).map((name) => `${f}/${name}`))
  .filter((path) => /issue-\d+\.jsonl$/.test(path))
  .map((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => caseOf(JSON.parse(line) as Labelled)),
  );
let [right, all] = [0, 0];
for (const issue of issues) {
  const weights = fitSteps(issues.filter((i) => i !== issue).flat());
  for (const { id, reading, evidence, wanted } of issue) {
    const got = primaryOf(evidence, reading, gazetteer, weights) ?? NOWHERE;
    const name = (d: number): string => (d === NOWHERE ? "none" : gazetteer.fullName(gazetteer.codeAt(d)));
    if (wanted !== NOWHERE) all++;
    if (wanted !== NOWHERE && got === wanted) right++;
    if (got !== wanted) console.log(`${id}: ${name(wanted)}, got ${name(got)}`);
  }
}
console.log(`left out one issue at a time: ${right} of ${all} primary regions (${(right / all).toFixed(3)})`);
fitSteps(issues.flat()).forEach((w, i) => {
  console.log(`${STEP_CLUES[i]} ${w.toFixed(2)}`);
});
