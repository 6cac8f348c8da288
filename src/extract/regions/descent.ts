/** From a province down to the division that carries the event: at each step clues for and against its heaviest child. */
import { type Gazetteer, NOWHERE } from "../../lexicon/divisions.ts";
import { BODY, type Clue, isFirm, LEAD } from "./clues.ts";

/** What an article tells beside its clues. */
export interface Told {
  /** The number of the source's own place, -1 where unknown. */
  readonly source: number;
  /** What it weighs: more where the article says 我市. */
  readonly sourceWeight: number;
  /** How often the article says 全市, 该县 or 市医保局, by the level's character. */
  readonly levels: ReadonlyMap<string, number>;
}

/** Names of the clues, in the order of {@link WEIGHTS}; all in [0, 1] or logarithms of counts. */
export const STEP_CLUES = [
  "bias",
  /** The parent is a province: hardly an event covers one. */
  "province",
  /** The title names the parent, or an authority of it. */
  "titleParent",
  /** The title names the child or what lies in it. */
  "titleChild",
  /** … and not the parent. */
  "titleChildOnly",
  "leadParent",
  /** The lead names no other child. */
  "leadChildOnly",
  /** ln(1 + mentions) in the body. */
  "bodyParent",
  "bodyChild",
  /** ln(1 + number of other children named). */
  "otherChildren",
  /** The child's share of all that is said of the parent. */
  "share",
  /** 全市 where the parent is a 市 and the child is not; and the other way round. */
  "levelParent",
  "levelChild",
] as const;

/**
 * Log-odds of a step down, fitted by scripts/train/regions.ts on thirty-five labelled issues (L2 2) and rounded. Left out
 * one issue at a time, 95 % of their primary regions are right.
 */
export const WEIGHTS: readonly number[] = [-0.5, 1.4, -1.3, 1.2, 1.2, -2.1, 1.3, -0.9, 0.9, -0.9, 1.6, -1.4, 1.4];

/** A step down from a division: to its child that most is said of, with the values of {@link STEP_CLUES}. */
export interface Step {
  readonly child: number;
  readonly clues: readonly number[];
}

/** Whether a clue speaks for the whole of the division that it names: a province's hospital does not. */
function speaksFor(clue: Clue, province: boolean): boolean {
  if (clue.passing || clue.dated) return false;
  if (clue.seat === null) return true;
  const { type, printed } = clue.seat;
  return province ? type === "government" || type === "public-health" : isFirm(clue) && printed;
}

/** The child of `parent` in which a division lies; the division must lie in it. */
function childOf(gazetteer: Gazetteer, division: number, parent: number): number {
  let child = division;
  while (gazetteer.parents[child] !== parent) child = gazetteer.parents[child]!;
  return child;
}

/** Null where nothing below `parent` is named. */
export function stepFrom(parent: number, clues: readonly Clue[], told: Told, gazetteer: Gazetteer): Step | null {
  const code = gazetteer.codeAt(parent);
  const isProvince = code.endsWith("0000");
  const parentCounts = [0, 0, 0];
  /** Children by number: weight, and mentions that count in each part. */
  const weights = new Map<number, number>();
  const titled = new Set<number>();
  const below: { readonly child: number; readonly clue: Clue }[] = [];
  let total = 0;
  for (const clue of clues) {
    if (!gazetteer.lies(clue.division, parent)) continue;
    total += clue.weight;
    if (clue.division === parent) {
      if (speaksFor(clue, isProvince)) parentCounts[clue.part]!++;
      continue;
    }
    const child = childOf(gazetteer, clue.division, parent);
    weights.set(child, (weights.get(child) ?? 0) + clue.weight);
    if (clue.heads) titled.add(child);
    below.push({ child, clue });
  }
  if (told.source !== NOWHERE && gazetteer.lies(told.source, parent)) {
    total += told.sourceWeight;
    if (told.source !== parent) {
      const child = childOf(gazetteer, told.source, parent);
      weights.set(child, (weights.get(child) ?? 0) + told.sourceWeight);
    }
  }
  let best = NOWHERE;
  for (const [child, weight] of weights) {
    if (titled.size === 1 && !titled.has(child)) continue;
    const other = weights.get(best);
    // Of two alike the one named first.
    if (other === undefined || weight > other) best = child;
  }
  if (best === NOWHERE) return null;
  let inLead = false;
  let othersInLead = false;
  let inBody = 0;
  const others = new Set<number>();
  for (const { child, clue } of below)
    if (child === best) {
      if (clue.part === BODY) inBody += clue.passing ? 0 : 1;
      else if (clue.part === LEAD && !clue.passing) inLead = true;
    } else {
      others.add(child);
      if (clue.part !== BODY && !clue.passing) othersInLead = true;
    }
  const [inTitle, leads, bodies] = parentCounts as [number, number, number];
  const parentWord = gazetteer.levelWord(parent);
  const childWord = gazetteer.levelWord(best);
  const province = isProvince && parentWord !== "市";
  const { levels } = told;
  const says = (word: string): number => (parentWord === childWord ? 0 : Math.log1p(levels.get(word) ?? 0));
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  return {
    child: best,
    clues: [
      1,
      flag(province),
      flag(inTitle > 0),
      flag(titled.has(best)),
      flag(titled.has(best) && inTitle === 0),
      flag(leads > 0),
      flag(inLead && !othersInLead),
      Math.log1p(bodies),
      Math.log1p(inBody),
      Math.log1p(others.size),
      weights.get(best)! / total, // a child has a weight
      province ? Math.log1p(levels.get("省") ?? 0) : says(parentWord),
      says(childWord),
    ],
  };
}

/** The deepest division that carries the event, from `from` down. */
export function descend(
  from: number,
  clues: readonly Clue[],
  told: Told,
  gazetteer: Gazetteer,
  weights: readonly number[] = WEIGHTS,
): number {
  for (let at = from; ; ) {
    const step = stepFrom(at, clues, told, gazetteer);
    if (step === null || step.clues.reduce((sum, value, i) => sum + value * weights[i]!, 0) <= 0) return at;
    at = step.child;
  }
}
