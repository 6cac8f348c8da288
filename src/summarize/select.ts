/** Chooses forms for a summary: a beam over the sentences in text order, by the worth of what they newly tell. */
import type { Summary } from "../core/types.ts";
import { brokenRuns, composeSummary } from "./compose.ts";
import type { Draft, Worth } from "./draft.ts";
import { FOLLOWS, type Form, gainOf, NAMED, STANDS, sentenceForms } from "./forms.ts";
import { unsaidOf } from "./nouns.ts";
import { type Plans, planClauses } from "./plan.ts";
import {
  ALWAYS,
  FIRST,
  JUMP,
  MAIN,
  NO_MAIN,
  NO_PLACE,
  NO_SYSTEM,
  PLACE,
  SYSTEM,
  UNSAID,
  UNSAID_TOPIC,
} from "./risk.ts";
import { TUNING, type Tuning } from "./tuning.ts";

/** A summary's clauses, by sentence, and what is known of them. */
export interface Selection {
  readonly forms: readonly Pick<Form, "clauses" | "restored">[];
  readonly plans: Plans;
}

/** States whose lengths differ in no more than their lowest bits compete. */
const BITS = 3;
const WIDTH = 3;
/** The most that may be broken of a summary's runs of four characters. */
const BROKEN = 0.09;
/** By so much the count of broken runs may be too high. */
const SLACK = 5;
/** How many of the best summaries are tried. */
const TRIALS = 40;

/** The best summary of at most `max` characters; null where none can be written. */
export function selectSummary(
  draft: Draft,
  worth: Worth,
  risk: Float64Array,
  min: number,
  max: number,
  tuning: Tuning = TUNING,
): Summary | null {
  const plans = planClauses(draft, worth, tuning);
  const summary = selectFrom(draft, worth, plans, risk, min, max, tuning);
  if (summary !== null || !plans.clauses.some((p) => p.turned || p.lead || p.whole)) return summary;
  // Sentences made of answers and places put in may break too much of the text: without them.
  return selectFrom(draft, worth, planClauses(draft, worth, tuning, false), risk, min, max, tuning);
}

function selectFrom(
  draft: Draft,
  worth: Worth,
  plans: Plans,
  risk: Float64Array,
  min: number,
  max: number,
  tuning: Tuning,
): Summary | null {
  const price = priceOf(plans, max);
  beam.begin(max, risk);
  for (let from = 0; from < plans.clauses.length; ) {
    const { sentence } = plans.clauses[from]!.clause;
    let to = from + 1;
    while (to < plans.clauses.length && plans.clauses[to]!.clause.sentence === sentence) to++;
    const forms = sentenceForms(draft, worth, plans, risk, from, to, price, max, tuning);
    from = to;
    for (const form of forms) beam.extend(form, plans.gains, tuning);
    beam.settle();
  }
  const order = Array.from(beam.states.subarray(1, beam.live));
  const score = (s: number): number => beam.values[s]! - (beam.lengths[s]! < min ? 100 - beam.lengths[s]! : 0);
  order.sort((a, b) => score(b) - score(a) || beam.lengths[a]! - beam.lengths[b]!);
  for (let i = 0; i < Math.min(order.length, TRIALS); i++) {
    const summary = composeSummary(draft, { forms: beam.chain(order[i]!), plans });
    if (summary.text.length <= max && brokenRuns(draft, summary) <= BROKEN * (summary.text.length - 3)) return summary;
  }
  return null;
}

/** What a character is worth at the margin: the clauses taken by worth for each character until twice `max` is full. */
function priceOf({ clauses, gains }: Plans, max: number): number {
  const rates: { rate: number; length: number }[] = [];
  for (const p of clauses)
    if (p.length > 0)
      rates.push({ rate: (p.value + gainOf(gains, p.low, p.high)) / (p.length + 1), length: p.length + 1 });
  rates.sort((a, b) => b.rate - a.rate);
  let sum = 0;
  for (const r of rates) {
    sum += r.length;
    if (sum > max) return Math.max(0, r.rate);
  }
  return 0;
}

/** States that a long article comes to; more are made room for. */
const ROOM = 1024;

/**
 * The states of the search, in arrays that serve one article after the other: what has been chosen so far, best first
 * for each stretch of lengths. State 0 is the start.
 */
class Beam {
  #max = 0;
  readonly #forms: Form[] = [];
  /** By state: the state before it and its last form, -1 for the start. */
  #befores: Int32Array = new Int32Array(ROOM);
  #last: Int32Array = new Int32Array(ROOM).fill(-1, 0, 1);
  #lows: Int32Array = new Int32Array(ROOM);
  #highs: Int32Array = new Int32Array(ROOM);
  #breaks: Int32Array = new Int32Array(ROOM);
  /** What has been named so far. */
  #names: Int32Array = new Int32Array(ROOM);
  /** The names of {@link Plans.says} that have been said. */
  #said: Int32Array = new Int32Array(ROOM);
  /** The nouns of the clauses chosen so far, as in {@link Nouns}. */
  #saidLow: Int32Array = new Int32Array(ROOM);
  #saidHigh: Int32Array = new Int32Array(ROOM);
  lengths: Int32Array = new Int32Array(ROOM);
  values: Float64Array = new Float64Array(ROOM);
  #size = 1;
  /** The states before this sentence: the start, then by length. */
  states: Int32Array = new Int32Array(1);
  live = 1;
  #buckets: Int32Array = new Int32Array(0);
  #counts: Uint8Array = new Uint8Array(0);

  #risk: Float64Array = new Float64Array(0);

  /** Forgets the last article. */
  begin(max: number, risk: Float64Array): void {
    this.#risk = risk;
    const buckets = (max >> BITS) + 1;
    if (this.#counts.length !== buckets) {
      this.#buckets = new Int32Array(buckets * WIDTH);
      this.#counts = new Uint8Array(buckets);
      this.states = new Int32Array(buckets * WIDTH + 1);
    }
    this.#counts.fill(0);
    this.#forms.length = 0;
    this.#max = max;
    this.#size = 1;
    this.live = 1;
  }

  /** Puts the states of all lengths in place of those before the sentence. */
  settle(): void {
    this.live = 1;
    for (let b = 0; b < this.#counts.length; b++)
      for (let i = 0; i < this.#counts[b]!; i++) this.states[this.live++] = this.#buckets[b * WIDTH + i]!;
  }

  /** Grows every state by a form and keeps the results that are good enough for their length. */
  extend(form: Form, gains: Float64Array, tuning: Tuning): void {
    const index = this.#forms.push(form) - 1;
    for (let i = 0; i < this.live; i++) this.#grow(this.states[i]!, form, index, gains, tuning);
  }

  #grow(state: number, form: Form, index: number, gains: Float64Array, tuning: Tuning): void {
    const last = this.#last[state]! < 0 ? null : this.#forms[this.#last[state]!]!;
    const owes = form.owes !== 0 && (this.#said[state]! & form.owes) === 0;
    const length = this.lengths[state]! + form.length + (owes ? form.owed : 0) + (last === null ? form.lead : 0);
    if (length > this.#max) return;
    if (form.needs !== STANDS && !(last !== null && form.antecedent >= 0 && last.clauses.includes(form.antecedent))) {
      const next = last !== null && last.sentence === form.sentence - 1 && last.paragraph === form.paragraph;
      if (!next || !last.tells || (form.needs === FOLLOWS ? last.anecdote || !last.full : !last.toEnd)) return;
    }
    let value = this.values[state]! + form.value - tuning.opensSentence;
    let breaks = this.#breaks[state]! + form.breaks + (owes ? NAMED : 0);
    const { risks } = form;
    const named = this.#names[state]!;
    let risk = risks[ALWAYS]!;
    if (last === null) {
      value += form.opening;
      risk += risks[FIRST]!;
      breaks += form.leadBreaks;
      if ((form.names & PLACE) === 0 && form.lead === 0) value -= tuning.placeless;
    } else if (!(last.toEnd && form.fromHead && last.sentence === form.sentence - 1)) {
      value -= tuning.joint;
      breaks += form.fromHead ? 2 : 3;
      risk += risks[JUMP]!;
    }
    if ((named & SYSTEM) === 0) risk += risks[NO_SYSTEM]!;
    if ((named & MAIN) === 0) risk += risks[NO_MAIN]!;
    if ((named & PLACE) === 0) risk += risks[NO_PLACE]!;
    const { nouns } = form;
    const saidLow = this.#saidLow[state]!;
    const saidHigh = this.#saidHigh[state]!;
    risk += this.#risk[UNSAID + unsaidOf(nouns, saidLow, saidHigh)]!;
    if (((nouns.topicLow & ~saidLow) | (nouns.topicHigh & ~saidHigh)) !== 0) risk += risks[UNSAID_TOPIC]!;
    const faulty = Math.min(1, Math.max(0, 0.5 + risk / 6));
    value -= (last === null ? tuning.openingRisk : tuning.risk) * faulty;
    if (breaks > BROKEN * this.#max + SLACK) return;
    const bucket = length >> BITS;
    const count = this.#counts[bucket]!;
    const from = bucket * WIDTH;
    if (count === WIDTH && this.values[this.#buckets[from + WIDTH - 1]!]! >= value) return;
    const low = this.#lows[state]!;
    const high = this.#highs[state]!;
    value -= gainOf(gains, form.low & low, form.high & high);
    let at = count;
    while (at > 0 && this.values[this.#buckets[from + at - 1]!]! < value) at--;
    if (at >= WIDTH) return;
    for (let i = Math.min(count, WIDTH - 1); i > at; i--) this.#buckets[from + i] = this.#buckets[from + i - 1]!;
    if (count < WIDTH) this.#counts[bucket] = count + 1;
    if (this.#size === this.values.length) this.#widen();
    const added = this.#size++;
    this.#buckets[from + at] = added;
    this.#befores[added] = state;
    this.#last[added] = index;
    this.#lows[added] = low | form.low;
    this.#highs[added] = high | form.high;
    this.#names[added] = named | form.names | (last === null && form.lead > 0 ? PLACE : 0);
    this.#said[added] = this.#said[state]! | form.says;
    this.#saidLow[added] = saidLow | nouns.low;
    this.#saidHigh[added] = saidHigh | nouns.high;
    this.#breaks[added] = breaks;
    this.lengths[added] = length;
    this.values[added] = value;
  }

  #widen(): void {
    const wider = (row: Int32Array): Int32Array => {
      const more = new Int32Array(2 * row.length);
      more.set(row);
      return more;
    };
    this.#befores = wider(this.#befores);
    this.#last = wider(this.#last);
    this.#lows = wider(this.#lows);
    this.#highs = wider(this.#highs);
    this.#breaks = wider(this.#breaks);
    this.#names = wider(this.#names);
    this.#said = wider(this.#said);
    this.#saidLow = wider(this.#saidLow);
    this.#saidHigh = wider(this.#saidHigh);
    this.lengths = wider(this.lengths);
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
  }

  /** The forms of a state, first to last. */
  chain(state: number): Form[] {
    const chain: Form[] = [];
    for (let s = state; this.#last[s]! >= 0; s = this.#befores[s]!) chain.push(this.#forms[this.#last[s]!]!);
    return chain.reverse();
  }
}

const beam: Beam = new Beam();
