/** The nouns of clauses as sets of bits: which the text has introduced, and which a summary has said. */
import type { Draft } from "./draft.ts";
import type { Plan } from "./plan.ts";
import { ENG, N, V, VN } from "./tags.ts";

/** By clause: a set of nouns, numbered in text order modulo 64, in two words of bits. */
export interface NounSets {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** What {@link readNouns} finds. */
export interface KnownNouns {
  readonly nouns: NounSets;
  readonly known: NounSets;
  readonly topics: NounSets;
}

const nounSets = (clauses: number): NounSets => ({ low: new Int32Array(clauses), high: new Int32Array(clauses) });

/**
 * Which nouns each clause holds. A noun is known once its characters have stood in the text, in a longer word too (医生 in
 * 内科医生): that ranks faulty sentences better than whole words do. More than 64 nouns share bits; more bits gained nothing.
 */
export function readNouns({ prose, vocabulary }: Draft): KnownNouns {
  const { clauses, tokens, tags } = prose;
  const { keys, ids, starts } = vocabulary;
  const [nouns, known, topics] = [nounSets(clauses.length), nounSets(clauses.length), nounSets(clauses.length)];
  const numbers = new Int16Array(keys.length).fill(-1);
  let n = 0;
  const add = (set: NounSets, c: number, number: number): void => {
    (number < 32 ? set.low : set.high)[c]! |= 1 << (number & 31);
  };
  for (let c = 0; c < clauses.length; c++) {
    const { core, firstToken, endToken, sentence } = clauses[c]!;
    // The last noun before the verb.
    let topic = "";
    for (let t = firstToken; t < endToken && tags[t] !== V; t++)
      if (isNoun(tags[t]!) && tokens[t]!.start >= core && tokens[t]!.text.length > 1) topic = tokens[t]!.text;
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      const id = ids[i]!;
      if (!isNoun(vocabulary.tags[id]!) || keys[id]!.length < 2) continue;
      if (numbers[id]! < 0) numbers[id] = n++ & 63;
      const number = numbers[id]!;
      add(nouns, c, number);
      if (prose.text.indexOf(keys[id]!) >= prose.sentences[sentence]!.start) continue;
      add(known, c, number);
      if (keys[id] === topic) add(topics, c, number);
    }
  }
  return { nouns, known, topics };
}

const isNoun = (tag: number): boolean => tag === N || tag === VN || tag === ENG;

/** The nouns of a sentence made of several clauses. */
export interface Nouns {
  readonly low: number;
  readonly high: number;
  readonly knownLow: number;
  readonly knownHigh: number;
  readonly topicLow: number;
  readonly topicHigh: number;
}

/** The nouns of the sentence made of the clauses `path`; a topic that is written by its name is none. */
export function nounsOf({ nouns, known, topics }: KnownNouns, plans: readonly Plan[], path: readonly number[]): Nouns {
  let [low, high, knownLow, knownHigh] = [0, 0, 0, 0];
  for (const c of path) {
    low |= nouns.low[c]!;
    high |= nouns.high[c]!;
    knownLow |= known.low[c]!;
    knownHigh |= known.high[c]!;
  }
  const head = headOf(plans, path);
  const own = plans[head]!.head === null;
  return {
    low,
    high,
    knownLow,
    knownHigh,
    topicLow: own ? topics.low[head]! : 0,
    topicHigh: own ? topics.high[head]! : 0,
  };
}

/** The clause of a sentence that its phrases lead in. */
export function headOf(plans: readonly Plan[], path: readonly number[]): number {
  let i = 0;
  while (i < path.length - 1 && plans[path[i]!]!.clause.kind === "phrase") i++;
  return path[i]!;
}

/** Counts of nouns past this are as bad as it. */
export const MOST_UNSAID = 4;

/**
 * How many of a sentence's known nouns have not been said, at most {@link MOST_UNSAID}, where `saidLow` and `saidHigh` are
 * the nouns of the summary so far.
 */
export const unsaidOf = ({ knownLow, knownHigh }: Nouns, saidLow: number, saidHigh: number): number =>
  Math.min(MOST_UNSAID, countBits(knownLow & ~saidLow) + countBits(knownHigh & ~saidHigh));

function countBits(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
