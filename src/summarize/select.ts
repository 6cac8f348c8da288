/** Chooses clauses for a summary: a beam over the clauses in text order, by the worth of what they newly tell. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import type { Form } from "./forms.ts";
import { type ClausePlan, type FormPlan, planClauses } from "./plan.ts";
import { TUNING, type Tuning } from "./tuning.ts";

export interface Choice {
  readonly clause: Clause;
  readonly form: Form;
}

interface State {
  readonly parent: State | null;
  readonly clause: Clause | null;
  readonly form: Form | null;
  /** Characters, marks included. */
  readonly length: number;
  readonly value: number;
  /** Places where the summary leaves the text's own order of characters. */
  readonly joints: number;
  /** Index of the last clause with a subject of its own, -1 where none. */
  readonly full: number;
  /** Nothing but phrases has been chosen: what it opens on is still to come. */
  readonly unopened: boolean;
  /** Tells one of the events that the article is about. */
  readonly event: boolean;
  /** What has been told: facts and words, a bit each; filled in once the state has survived pruning. */
  told: Uint32Array | null;
  /** What this state newly tells. */
  readonly items: Int32Array;
}

const BUCKET = 8;
const WIDTH = 3;
/** How many of the best summaries are tried before one is taken as it is. */
const TRIALS = 500;
/** Each joint breaks three of the summary's runs of four characters; a tenth of them may be broken. */
const JOINTS = 5;

/** The best chain of clauses of at most `max` characters (marks included); null where none can be written. */
export function selectClauses(
  draft: Draft,
  worth: Worth,
  min: number,
  max: number,
  accept: (chain: readonly Choice[]) => boolean,
  tuning: Tuning = TUNING,
): Choice[] | null {
  const plans = planClauses(draft, worth, tuning);
  const start: State = {
    parent: null,
    clause: null,
    form: null,
    length: 0,
    value: 0,
    joints: 0,
    full: -1,
    unopened: true,
    event: false,
    told: new Uint32Array(plans.words),
    items: NOTHING,
  };
  let states: State[] = [start];
  for (const plan of plans.clauses) {
    const { clause } = plan;
    if (clause.kind === "filler") continue;
    const groups = new Map<number, State[]>();
    // A clause that introduces something is dead once its successor is passed over.
    for (const state of states) if (!owes(state)) keep(groups, state, clause);
    for (const form of plan.forms) for (const state of states) extend(draft, plan, form, tuning, state, max, groups);
    states = [];
    for (const group of groups.values())
      for (const state of group) {
        state.told ??= tell(state.parent!.told!, state.items);
        states.push(state);
      }
  }
  const done = states.filter((s) => s.clause !== null && !owes(s));
  const score = (s: State): number => s.value - (s.length < min ? 100 - s.length : 0);
  done.sort((a, b) => score(b) - score(a) || a.length - b.length);
  for (const s of done.slice(0, TRIALS)) if (accept(chainOf(s))) return chainOf(s);
  return done[0] ? chainOf(done[0]) : null;
}

function chainOf(state: State): Choice[] {
  const chain: Choice[] = [];
  for (let s: State | null = state; s?.clause && s.form; s = s.parent) chain.push({ clause: s.clause, form: s.form });
  return chain.reverse();
}

const owes = (s: State): boolean => s.clause?.needsNext === true;

const NOTHING = new Int32Array(0);

function tell(before: Uint32Array, items: Int32Array): Uint32Array {
  const told = before.slice();
  for (const item of items) told[item >>> 5]! |= 1 << (item & 31);
  return told;
}

/** Grows a state by a clause and keeps the result where it is good enough for its length. */
function extend(
  draft: Draft,
  plan: ClausePlan,
  planned: FormPlan,
  tuning: Tuning,
  state: State,
  max: number,
  groups: Map<number, State[]>,
): void {
  const { clause } = plan;
  const { form } = planned;
  const last = state.clause;
  const length = state.length + form.length + 1;
  if (length > max) return;
  const direct = last !== null && plan.previous === last.index;
  if (last?.needsNext && !direct && last.mark !== "。") return;
  if (clause.needsPrevious && !direct) return;
  const inSentence = last !== null && last.sentence === clause.sentence;
  const contiguous =
    direct || (last !== null && clause.core === clause.start && clause.order === 0 && last.index === clause.index - 1);
  const joined = last !== null && !contiguous;
  const joints = state.joints + form.pieces.length - 1 + (joined ? 1 : 0);
  if (joints > JOINTS) return;
  if (!inSentence || clause.kind === "full") {
    if (form.nameless && !goesOn(plan, state, direct)) return;
    if (form.needsName && !mentions(draft, state, form.needsName)) return;
  }
  if (plan.dangling && !direct && !adjacent(plan, state, draft)) return;
  if (!form.whole && !stands(plan, state, direct, inSentence, draft)) return;
  const event = plan.event && !state.event;
  let value = state.value + planned.value + (event ? tuning.event : 0);
  if (direct && last!.anecdote && !clause.anecdote) value -= tuning.anecdote;
  // The first clause is what the reader judges by: the event, not a scene.
  if (clause.kind !== "phrase" && state.unopened) {
    if (plan.event && !clause.personal) value += tuning.first;
    else if (plan.scene) value -= 4 * tuning.first;
    const restored = form.whole || form.pieces[0]!.start < clause.start || form.pieces[0]!.start >= clause.end;
    // 国家卫生健康委发布的《…》，将于…起实施: the topic before is the subject.
    const stands = clause.kind === "full" || form.whole || (direct && last!.kind === "phrase");
    if (!stands || (plan.unnamed && !restored)) value -= tuning.unnamed;
  }
  if (!inSentence) value -= tuning.opensSentence;
  if (joined) value -= tuning.joint;
  const told = state.told!;
  const { items, gains } = planned;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if ((told[item >>> 5]! & (1 << (item & 31))) === 0) value += gains[i]!;
  }
  const full = clause.kind === "full" || form.whole ? clause.index : inSentence ? state.full : -1;
  const unopened = state.unopened && clause.kind === "phrase";
  const key = keyOf(length, clause, full, clause, unopened);
  const group = groups.get(key);
  if (group && group.length >= WIDTH && group[WIDTH - 1]!.value >= value) return;
  insert(groups, key, {
    parent: state,
    clause,
    form,
    length,
    value,
    joints,
    full,
    unopened,
    event: state.event || plan.event,
    told: null,
    items,
  });
}

/** Whether a clause without a subject of its own has one in what is chosen. */
function stands(plan: ClausePlan, state: State, direct: boolean, inSentence: boolean, draft: Draft): boolean {
  const { clause } = plan;
  const last = state.clause;
  if (clause.kind === "dependent") return clause.order > 0 ? direct : adjacent(plan, state, draft);
  if (clause.kind !== "linked" && clause.kind !== "bare") return true;
  // 并接入…, 再分组…: whoever did the clause before it does this too, and nobody else.
  if (clause.kind === "linked" && direct) return true;
  if (plan.governor >= 0) return inSentence && state.full === plan.governor;
  // 让…的，是…: the phrase before is the subject.
  if (/^[是为由让使]/.test(clause.opens) && !direct) return false;
  if (direct && last?.kind === "phrase" && clause.opens === "是") return true;
  if (direct && last?.kind === "phrase")
    return last.order > 0 || clause.kind === "linked" || adjacent(plan, state, draft);
  return direct || adjacent(plan, state, draft);
}

/** Whether something of the sentence before has been chosen: a sentence without a subject goes on with its topic. */
function adjacent(plan: ClausePlan, state: State, draft: Draft): boolean {
  if (plan.afterSpeech) return false;
  const { sentence } = plan.clause;
  const { sentences } = draft.prose;
  for (let s: State | null = state; s?.clause; s = s.parent)
    if (s.clause.sentence !== sentence)
      return (
        s.clause.sentence === sentence - 1 &&
        sentences[sentence]!.paragraph === sentences[sentence - 1]!.paragraph &&
        !s.clause.anecdote &&
        !s.clause.personal
      );
  return false;
}

/** Whether a clause that opens on a bare word stands right behind what the word points to. */
function goesOn(plan: ClausePlan, state: State, direct: boolean): boolean {
  let s: State | null = state;
  // 早在2021年，它…: the phrase before names nothing.
  while (s?.clause?.kind === "phrase" && s.clause.sentence === plan.clause.sentence) s = s.parent;
  const last = s?.clause ?? null;
  if (last === null) return false;
  return last.sentence === plan.clause.sentence ? direct : last.index === plan.before;
}

/** Whether what has been chosen so far says the name. */
function mentions(draft: Draft, state: State, name: Span): boolean {
  const { text } = draft.prose;
  const surface = text.slice(name.start, name.end);
  for (let s: State | null = state; s?.form; s = s.parent)
    for (const p of s.form.pieces)
      if ((p.start <= name.start && p.end >= name.end) || text.slice(p.start, p.end).includes(surface)) return true;
  return false;
}

/** States of one length and one possible continuation compete. */
function keyOf(length: number, last: Clause | null, full: number, now: Clause, unopened: boolean): number {
  const open = last !== null && last.sentence === now.sentence;
  return (
    Math.floor(length / BUCKET) * 4000 +
    (unopened ? 2000 : 0) +
    (open ? 1 + (last.order % 30) * 30 + ((full - now.index + 60) % 30) : 0)
  );
}

function keep(groups: Map<number, State[]>, state: State, now: Clause): void {
  insert(groups, keyOf(state.length, state.clause, state.full, now, state.unopened), state);
}

function insert(groups: Map<number, State[]>, key: number, state: State): void {
  const group = groups.get(key);
  if (!group) {
    groups.set(key, [state]);
    return;
  }
  let i = group.length;
  while (i > 0 && group[i - 1]!.value < state.value) i--;
  if (i >= WIDTH) return;
  group.splice(i, 0, state);
  if (group.length > WIDTH) group.pop();
}
