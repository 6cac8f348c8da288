/** Chooses clauses for a summary: a beam over the clauses in text order, by the worth of what they newly tell. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import { clauseForms, type Form } from "./forms.ts";

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
  readonly facts: ReadonlySet<string>;
  readonly words: ReadonlySet<number>;
  /** Tells one of the events that the article is about. */
  readonly event: boolean;
}

export interface Tuning {
  /** Worth of a word, for one character. */
  readonly word: number;
  readonly clause: number;
  readonly joint: number;
  readonly length: number;
  readonly event: number;
  readonly anecdote: number;
  readonly personal: number;
  readonly comment: number;
  readonly background: number;
  readonly forward: number;
  readonly said: number;
  readonly opensSentence: number;
}

export const TUNING: Tuning = {
  word: 0.2,
  clause: 0.5,
  joint: 0.06,
  length: 0.002,
  event: 0.6,
  anecdote: 0.7,
  personal: 0.2,
  comment: 0.6,
  background: 0.4,
  forward: 0.15,
  said: 0.2,
  opensSentence: 0.03,
};

const BUCKET = 8;
const WIDTH = 3;
/** How many of the best summaries are tried before one is taken as it is. */
const TRIALS = 150;
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
  const events = eventClauses(draft, worth);
  const start: State = {
    parent: null,
    clause: null,
    form: null,
    length: 0,
    value: 0,
    joints: 0,
    full: -1,
    facts: new Set(),
    words: new Set(),
    event: false,
  };
  const { clauses } = draft.prose;
  let states: State[] = [start];
  for (const clause of clauses) {
    const forms = clauseForms(draft, clause);
    const next: State[] = [];
    for (const state of states) {
      // A clause that introduces something is dead once its successor is passed over.
      if (!owes(state) || clause.index <= state.clause!.index) next.push(state);
      else if (clause.kind === "filler") next.push(state);
    }
    for (const form of forms)
      for (const state of states) {
        const grown = extend(draft, worth, tuning, events, state, clause, form, max);
        if (grown) next.push(grown);
      }
    states = forms.length > 0 ? prune(next, clause) : next;
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

/** A meeting that is held, which the summary of a report on it must say. */
const MEETING =
  /(?:大会|论坛|峰会|年会|博览会|研讨会|交流会|推进会|大赛).{0,24}(?:举行|召开|开幕|举办|闭幕|落幕|落下帷幕)/u;

/** The two clauses that most look like the event: launched, told in the title, likely to be taken up. */
function eventClauses(draft: Draft, worth: Worth): Set<number> {
  const scored: [number, number][] = [];
  for (const c of draft.prose.clauses) {
    if (c.kind === "speech" || c.kind === "filler" || c.kind === "phrase" || c.anecdote) continue;
    const ids = draft.wordsOf[c.index]!;
    let shared = 0;
    for (const id of ids) if (draft.titleWords.has(draft.vocabulary[id]!.key)) shared++;
    let launch = 0;
    for (let i = c.firstToken; i < c.endToken; i++)
      if (draft.words.has("launch", draft.prose.tokens[i]!.text)) launch = 1;
    const named = draft.factsOf[c.index]!.some((f) => /^(?:term|document)$/.test(draft.facts[f]!.kind)) ? 1 : 0;
    if (launch + named === 0) continue;
    if (MEETING.test(draft.prose.text.slice(c.core, c.end)) && draft.prose.sentences[c.sentence]!.paragraph < 2)
      shared += 2;
    scored.push([
      worth.clauses[c.index]! + 0.15 * launch + 0.1 * named + (ids.length > 0 ? (0.4 * shared) / ids.length : 0),
      c.index,
    ]);
  }
  scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  return new Set(scored.slice(0, 2).map(([, i]) => i));
}

const owes = (s: State): boolean => s.clause?.needsNext === true;

/** Index of the last clause of a sentence, -1 where there is none. */
function lastOf(clauses: readonly Clause[], sentence: number): number {
  for (let i = clauses.length - 1; i >= 0; i--) if (clauses[i]!.sentence === sentence) return i;
  return -1;
}

/** The clause before in the same sentence, fillers passed over. */
function previousOf(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--)
    if (clauses[i]!.kind !== "filler") return clauses[i];
  return undefined;
}

/** The nearest clause with a subject before this one in its sentence. */
function governorOf(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
    const c = clauses[i]!;
    if (c.kind === "full") return c;
    if (c.kind === "speech") return undefined;
  }
  return undefined;
}

function extend(
  draft: Draft,
  worth: Worth,
  tuning: Tuning,
  events: ReadonlySet<number>,
  state: State,
  clause: Clause,
  form: Form,
  max: number,
): State | null {
  const { clauses } = draft.prose;
  const last = state.clause;
  if (last && last.index >= clause.index) return null;
  const length = state.length + form.length + 1;
  if (length > max) return null;
  const previous = previousOf(clauses, clause);
  const direct = last !== null && previous === last;
  if (owes(state) && !direct && !(last!.mark === "。")) return null;
  const inSentence = last !== null && last.sentence === clause.sentence;
  if (!inSentence || clause.kind === "full") {
    if (
      form.nameless &&
      !direct &&
      !(last !== null && clause.order === 0 && last.index === lastOf(clauses, clause.sentence - 1))
    )
      return null;
    if (form.needsName && !mentions(draft, state, form.needsName)) return null;
  }
  if (clause.needsPrevious && !direct) return null;
  if (!form.whole && !stands(clauses, state, clause, direct, inSentence)) return null;
  let value = state.value;
  let facts: Set<string> | null = null;
  for (const i of draft.factsOf[clause.index]!) {
    const fact = draft.facts[i]!;
    if (!covers(form.pieces, fact) || state.facts.has(fact.key) || facts?.has(fact.key)) continue;
    facts ??= new Set(state.facts);
    facts.add(fact.key);
    value += worth.facts[i]!;
  }
  let words: Set<number> | null = null;
  for (const id of draft.wordsOf[clause.index]!) {
    if (state.words.has(id)) continue;
    words ??= new Set(state.words);
    words.add(id);
    value += tuning.word * worth.words[id]! * draft.vocabulary[id]!.key.length;
  }
  value += tuning.clause * (worth.clauses[clause.index]! - 0.3) - tuning.length * form.length - form.penalty;
  if (!state.event && events.has(clause.index)) value += tuning.event;
  const figures = draft.factsOf[clause.index]!.some((i) => draft.facts[i]!.kind === "figure");
  if (clause.personal) value -= figures ? tuning.personal : 3 * tuning.personal;
  if (clause.anecdote || (direct && last!.anecdote)) value -= tuning.anecdote;
  // 电话接通, 结果要互认: a short clause without a fact only breaks the flow.
  if (clause.kind === "full" && !figures && form.length < 9 && draft.factsOf[clause.index]!.length === 0) value -= 0.3;
  if (clause.comment) value -= tuning.comment;
  if (clause.background) value -= tuning.background;
  if (clause.forward) value -= tuning.forward;
  if (clause.said) value -= tuning.said;
  let joints = state.joints + form.pieces.length - 1;
  if (!inSentence) value -= tuning.opensSentence;
  const contiguous =
    direct || (last !== null && clause.core === clause.start && clause.order === 0 && last.index === clause.index - 1);
  if (last && !contiguous) {
    joints++;
    value -= tuning.joint;
  }
  if (joints > JOINTS) return null;
  return {
    parent: state,
    clause,
    form,
    length,
    value,
    joints,
    full: clause.kind === "full" || form.whole ? clause.index : inSentence ? state.full : -1,
    facts: facts ?? state.facts,
    words: words ?? state.words,
    event: state.event || events.has(clause.index),
  };
}

/** Whether a clause without a subject of its own has one in what is chosen. */
function stands(
  clauses: readonly Clause[],
  state: State,
  clause: Clause,
  direct: boolean,
  inSentence: boolean,
): boolean {
  const last = state.clause;
  if (clause.kind === "dependent") return clause.order > 0 ? direct : adjacent(clauses, state, clause);
  if (clause.kind !== "linked" && clause.kind !== "bare") return true;
  const governor = governorOf(clauses, clause);
  if (clause.kind === "linked" && (direct || inSentence)) return true;
  if (governor) return inSentence && state.full === governor.index;
  // 让…的，是…: the phrase before is the subject.
  if (/^[是为由让使]/.test(clause.opens) && !direct) return false;
  if (direct && last?.kind === "phrase")
    return last.order > 0 || clause.kind === "linked" || adjacent(clauses, state, clause);
  if (direct) return last!.kind !== "speech";
  return adjacent(clauses, state, clause);
}

/** Whether something of the sentence before has been chosen: a sentence without a subject goes on with its topic. */
function adjacent(clauses: readonly Clause[], state: State, clause: Clause): boolean {
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--)
    if (clauses[i]!.kind === "speech") return false;
  for (let s: State | null = state; s?.clause; s = s.parent)
    if (s.clause.sentence !== clause.sentence) return s.clause.sentence === clause.sentence - 1;
  return false;
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

const covers = (pieces: readonly Span[], fact: Span): boolean =>
  pieces.some((p) => fact.start >= p.start && fact.end <= p.end);

/** Keeps the best few states of each length, apart by what may follow them. */
function prune(states: readonly State[], clause: Clause): State[] {
  const groups = new Map<number, State[]>();
  for (const s of states) {
    const open = s.clause !== null && s.clause.sentence === clause.sentence;
    const key =
      Math.floor(s.length / BUCKET) * 2000 +
      (open ? 1 + (s.clause!.order % 30) * 30 + ((s.full - clause.index + 60) % 30) : 0);
    const group = groups.get(key);
    if (!group) groups.set(key, [s]);
    else {
      let i = group.length;
      while (i > 0 && group[i - 1]!.value < s.value) i--;
      if (i < WIDTH) {
        group.splice(i, 0, s);
        if (group.length > WIDTH) group.pop();
      }
    }
  }
  return [...groups.values()].flat();
}
