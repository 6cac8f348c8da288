/** Chooses forms for a summary: a beam over the sentences in text order, by the worth of what they newly tell. */
import type { Summary } from "../core/types.ts";
import { brokenRuns, composeSummary } from "./compose.ts";
import type { Draft, Worth } from "./draft.ts";
import { FOLLOWS, type Form, gainOf, STANDS, sentenceForms } from "./forms.ts";
import { type Plans, planClauses } from "./plan.ts";
import { TUNING, type Tuning } from "./tuning.ts";

interface State {
  readonly before: State | null;
  readonly form: Form | null;
  readonly length: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly breaks: number;
}

/** A summary's clauses, by sentence, and what is known of them. */
export interface Selection {
  readonly forms: readonly Form[];
  readonly plans: Plans;
}

/** States whose lengths differ in no more than their lowest bits compete. */
const BITS = 3;
const WIDTH = 3;
/** The most that may be broken of a summary's runs of four characters. */
const BROKEN = 0.09;
/** By so much the count of broken runs may be too high. */
const SLACK = 2;
/** How many of the best summaries are tried. */
const TRIALS = 40;

/** The best summary of at most `max` characters; null where none can be written. */
export function selectSummary(
  draft: Draft,
  worth: Worth,
  min: number,
  max: number,
  tuning: Tuning = TUNING,
): Summary | null {
  const { prose } = draft;
  const plans = planClauses(draft, worth, tuning);
  const price = priceOf(plans, max);
  const buckets: State[][] = Array.from({ length: (max >> BITS) + 1 }, () => []);
  const start: State = { before: null, form: null, length: 0, value: 0, low: 0, high: 0, breaks: 0 };
  let states: State[] = [start];
  for (let from = 0; from < plans.clauses.length; ) {
    const { sentence } = plans.clauses[from]!.clause;
    let to = from + 1;
    while (to < plans.clauses.length && plans.clauses[to]!.clause.sentence === sentence) to++;
    const forms = sentenceForms(prose, plans, from, to, price, max, tuning);
    from = to;
    for (const form of forms) for (const state of states) extend(state, form, plans.gains, max, tuning, buckets);
    states = [start];
    for (const bucket of buckets) for (const state of bucket) states.push(state);
  }
  const score = (s: State): number => s.value - (s.length < min ? 100 - s.length : 0);
  states.shift();
  states.sort((a, b) => score(b) - score(a) || a.length - b.length);
  for (let i = 0; i < Math.min(states.length, TRIALS); i++) {
    const summary = composeSummary(draft, { forms: chainOf(states[i]!), plans });
    if (brokenRuns(draft, summary) <= BROKEN * (summary.text.length - 3)) return summary;
  }
  return null;
}

function chainOf(state: State): Form[] {
  const chain: Form[] = [];
  for (let s: State | null = state; s?.form; s = s.before) chain.push(s.form);
  return chain.reverse();
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

/** Grows a state by a form and keeps the result where it is good enough for its length. */
function extend(state: State, form: Form, gains: Float64Array, max: number, tuning: Tuning, buckets: State[][]): void {
  const length = state.length + form.length;
  if (length > max) return;
  const last = state.form;
  const next = last !== null && last.sentence === form.sentence - 1 && last.paragraph === form.paragraph;
  if (form.needs !== STANDS) {
    if (!next) return;
    if (form.needs === FOLLOWS ? last.anecdote || !last.full : !last.toEnd) return;
  }
  let value = state.value + form.value - tuning.opensSentence;
  let breaks = state.breaks + form.breaks;
  if (last === null) value += form.opening;
  else if (!(last.toEnd && form.fromHead && last.sentence === form.sentence - 1)) {
    value -= tuning.joint;
    breaks += form.fromHead ? 2 : 3;
  }
  if (breaks > BROKEN * max + SLACK) return;
  const bucket = buckets[length >> BITS]!;
  const full = bucket.length === WIDTH;
  if (full && bucket[WIDTH - 1]!.value >= value) return;
  value -= gainOf(gains, form.low & state.low, form.high & state.high);
  let at = bucket.length;
  while (at > 0 && bucket[at - 1]!.value < value) at--;
  if (at >= WIDTH) return;
  if (full) bucket.pop();
  bucket.splice(at, 0, {
    before: state,
    form,
    length,
    value,
    low: state.low | form.low,
    high: state.high | form.high,
    breaks,
  });
}
