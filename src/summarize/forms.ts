/** The forms in which a sentence may enter a summary: the subsets of its clauses that read by themselves. */

import type { Span } from "../core/types.ts";
import type { Prose } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import { headOf, type Nouns, nounsOf } from "./nouns.ts";
import { leadOf } from "./opening.ts";
import { HALF, type Plan, type Plans } from "./plan.ts";
import type { Resolution } from "./resolve.ts";
import { ALWAYS, describe, WHENS } from "./risk.ts";
import { goesOn } from "./subject.ts";
import type { Tuning } from "./tuning.ts";

/** What must be chosen before a form. */
export const STANDS = 0;
/** Something of the sentence before. */
export const FOLLOWS = 1;
/** The last clause of the sentence before. */
export const GOES_ON = 2;

export interface Form {
  readonly sentence: number;
  readonly paragraph: number;
  /** Indexes of its clauses. */
  readonly clauses: readonly number[];
  /** A bit for each of `clauses` before which its lost subject is written. */
  readonly restored: number;
  /** Characters, marks included. */
  readonly length: number;
  /** Worth of all that it tells; `low` and `high` hold a bit for each shared item, which counts once in a summary. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Runs of four characters that no longer stand in the text. */
  readonly breaks: number;
  readonly needs: number;
  /** The clause that serves for what it needs, where the last form holds it: it names the bare word that this one opens on. */
  readonly antecedent: number;
  /**
   * The names that it says, a bit each, and the one that is written for a bare word of it where none of the forms before says
   * it (0: none): how many characters that adds to `length`. It breaks {@link NAMED} runs.
   */
  readonly says: number;
  readonly owes: number;
  readonly owed: number;
  /** What a summary gains by opening on it. */
  readonly opening: number;
  /**
   * Characters of the names written into it where it opens the summary, and the runs that they break. A name for 全市 may be
   * written into a later one too: what it adds is seen when the summary is written.
   */
  readonly lead: number;
  readonly leadBreaks: number;
  /** Its first clause opens the sentence and nothing has been cut before it. */
  readonly fromHead: boolean;
  /** Its last clause ends the sentence, and ends it with 。. */
  readonly toEnd: boolean;
  readonly full: boolean;
  /** A fact stands in it: 数字最有分量 holds none, and nothing goes on from it. */
  readonly tells: boolean;
  readonly anecdote: boolean;
  /** What it names: bits SYSTEM, MAIN and PLACE. */
  readonly names: number;
  readonly nouns: Nouns;
  /** Log-odds that a reader finds a fault in it: always, and what is added when it opens, jumps, …; by when. */
  readonly risks: readonly number[];
}

/** Forms tried for one sentence, and forms kept of them. */
const TRIED = 400;
const KEPT = 16;
/** A form that is worth so much less than its length is let go. */
const LEAST = -3;
/** … one on which a summary may open well is kept for less: 配送网转入常态化运行 tells no figure. */
const LEAST_OPENER = -10;
/** What a form's {@link Form.opening} then passes. */
const OPENS_WELL = -0.5;

/** Runs of four characters that a name breaks which is written for a bare word. */
export const NAMED = 4;
/** Runs of four characters that a name breaks which is put ahead of a summary, and within it. */
const [AHEAD, WITHIN] = [3, 6];

/** Sum of the gains of the shared items in `low` and `high`. */
export function gainOf(gains: Float64Array, low: number, high: number): number {
  let sum = 0;
  for (let rest = low; rest !== 0; rest &= rest - 1) sum += gains[31 - Math.clz32(rest & -rest)]!;
  for (let rest = high; rest !== 0; rest &= rest - 1) sum += gains[HALF + 31 - Math.clz32(rest & -rest)]!;
  return sum;
}

/** The best forms of one sentence, clauses `from` to before `to`, where a character costs `price`. */
export function sentenceForms(
  draft: Draft,
  worth: Worth,
  { clauses: plans, gains, told, says }: Plans,
  risk: Float64Array,
  from: number,
  to: number,
  price: number,
  max: number,
  tuning: Tuning,
): Form[] {
  const { prose } = draft;
  const { sentence } = plans[from]!.clause;
  const { paragraph } = prose.sentences[sentence]!;
  const kept: { form: Form; score: number }[] = [];
  const path: number[] = [];
  let tried = 0;

  /** Whether what is written of a clause chosen so far holds the name. */
  const saidIn = ({ start, end }: Span): boolean => {
    const name = prose.text.slice(start, end);
    for (const i of path)
      for (const p of plans[i]!.pieces) if (prose.text.slice(p.start, p.end).includes(name)) return true;
    return false;
  };

  /** `full`: the last chosen clause with a subject; `owing`: the clause whose name is not counted in `length`; -1 where none. */
  const grow = (
    at: number,
    full: number,
    length: number,
    value: number,
    low: number,
    high: number,
    breaks: number,
    needs: number,
    subjects: number,
    owing: number,
  ): void => {
    const lastIndex = path.length > 0 ? path[path.length - 1]! : -1;
    const last = lastIndex >= 0 ? plans[lastIndex]! : null;
    for (let i = at; i < to && tried < TRIED; i++) {
      const plan = plans[i]!;
      if (plan.pieces.length === 0) continue;
      const { clause } = plan;
      const between = plans[clause.previous];
      const direct =
        last !== null &&
        (clause.previous === lastIndex || (between?.host === true && between.clause.previous === lastIndex));
      if (plan.scope >= 0 && !path.includes(plan.scope)) continue;
      // 截至5月底，A，B: the time leads in B as it does A.
      const led = lastIndex >= 0 && plan.scope === lastIndex && clause.kind === "full";
      if (last !== null && !direct && !led && (last.clause.needsNext || last.slight)) continue;
      const fit = fits(prose, plan, last, direct, full);
      if (fit < 0) continue;
      const restored = fit === RESTORED;
      const put = restored ? subjects | (1 << path.length) : subjects;
      const needed = last === null ? (restored ? STANDS : fit) : needs;
      if (last !== null && fit > STANDS && !restored) continue;
      // Where the text does not go on directly, a name may be said again (compose.ts).
      const named = plan.head !== null && !(direct && last.clause.kind !== "phrase" && saidIn(plan.head.name));
      let n = length + plan.length + 1;
      let b = breaks + (plan.pieces.length - 1) * 3 + (plan.turned ? 3 : 0);
      let v = value + plan.value;
      let owes = owing;
      if (restored) {
        n += width(plan.subject!);
        b += 4;
        v -= tuning.restored;
      } else if (named) {
        v -= 0.02;
        if (owing < 0 && plan.headBit !== 0) owes = i;
        else {
          n += longer(plan.head!);
          b += NAMED;
        }
      }
      if (n > max) continue;
      if (last !== null && (i !== lastIndex + 1 || clause.core !== clause.start || last.clause.mark === "——")) {
        b += last.clause.mark === prose.text[clause.core - 1] ? 2 : 3;
        if (i !== lastIndex + 1) v -= tuning.joint;
      }
      if (direct && last.clause.anecdote && !clause.anecdote) v -= tuning.anecdote;
      tried++;
      path.push(i);
      const newFull = (clause.kind === "full" && !plan.part) || plan.turned || restored ? i : full;
      if (plan.turned || !(clause.needsNext || plan.slight) || (i === to - 1 && clause.kind !== "phrase"))
        record(n, v, low | plan.low, high | plan.high, b, needed, put, newFull, owes);
      grow(i + 1, newFull, n, v, low | plan.low, high | plan.high, b, needed, put, owes);
      path.pop();
    }
  };

  const record = (
    length: number,
    value: number,
    low: number,
    high: number,
    breaks: number,
    needs: number,
    restored: number,
    full: number,
    owing: number,
  ): void => {
    const all = value + gainOf(gains, low, high);
    const score = all - price * length;
    let at = kept.length;
    while (at > 0 && kept[at - 1]!.score < score) at--;
    const head = plans[headOf(plans, path)]!;
    if (at >= KEPT || score < (head.opening > OPENS_WELL ? LEAST_OPENER : LEAST)) return;
    const first = plans[path[0]!]!.clause;
    const last = plans[path[path.length - 1]!]!.clause;
    const led = head.clause !== first;
    const stands = head.clause.kind === "full" || head.turned || head.subject !== null || led;
    const lead = leadOf(prose, plans, path);
    const whole = lead ? null : (path.map((i) => plans[i]!.whole).find((w) => w !== null) ?? null);
    let names = 0;
    let named = 0;
    for (const i of path) {
      names |= told.names[i]!;
      named |= says[i]!;
    }
    const owner = owing >= 0 ? plans[owing]! : null;
    const form: Form = {
      sentence,
      paragraph,
      clauses: path.slice(),
      restored,
      length,
      value: all,
      low,
      high,
      breaks: breaks + (last.mark === "。" ? 0 : 1),
      needs,
      antecedent: plans[path[0]!]!.antecedent,
      says: named,
      owes: owner ? owner.headBit : 0,
      owed: owner ? longer(owner.head!) : 0,
      lead: (lead ? width(lead) : 0) + (whole ? width(whole.name) - width(whole.cut) : 0),
      leadBreaks: (lead ? (led ? WITHIN : AHEAD) : 0) + (whole ? WITHIN : 0),
      opening: head.opening - (stands ? 0 : tuning.unnamed),
      fromHead: first.order === 0 && first.core === first.start,
      toEnd: last.index === to - 1 && last.mark === "。",
      full: full >= 0,
      tells: path.some((i) => plans[i]!.tells),
      anecdote: last.anecdote || last.personal,
      names,
      nouns: NO_NOUNS,
      risks: NO_RISKS.slice(),
    };
    kept.splice(at, 0, { form, score });
    if (kept.length > KEPT) kept.pop();
  };

  grow(from, -1, 0, 0, 0, 0, 0, STANDS, 0, -1);
  return kept.map(({ form }) => {
    const risks = form.risks as number[]; // it is being made
    const nouns = nounsOf(told, plans, form.clauses);
    risks[ALWAYS] = risk[risk.length - 1]!;
    describe(draft, worth, plans, told, nouns, form.clauses, form.restored, (when, feature) => {
      risks[when]! += risk[feature]!;
    });
    return { ...form, nouns };
  });
}

const NO_NOUNS: Nouns = { low: 0, high: 0, knownLow: 0, knownHigh: 0, topicLow: 0, topicHigh: 0 };
const NO_RISKS: readonly number[] = new Array<number>(WHENS).fill(0);

const width = (span: { readonly start: number; readonly end: number }): number => span.end - span.start;

/** Characters that a name adds in place of its bare word. */
const longer = ({ name, cut }: Resolution): number => Math.max(0, width(name) - width(cut));

const NOT = -1;
const RESTORED = 3;
/** What goes on from the clause directly before it: 让…的，是…. */
const DIRECT_ONLY = "是为由让使";

/** 投入5200万元建成这座药房: with its subject put in, it still does not say which. */
const restorable = ({ subject, nameless }: Plan): boolean => subject !== null && !nameless;

/**
 * How `plan` may stand behind `last` of its sentence: {@link STANDS}, what it needs of the sentence before,
 * {@link RESTORED} where its subject must be put in, {@link NOT} where its grammar is not met.
 */
function fits(prose: Prose, plan: Plan, last: Plan | null, direct: boolean, full: number): number {
  const { clause } = plan;
  // What it answers is left out.
  if (plan.turned) return last === null ? STANDS : NOT;
  if (clause.needsPrevious && !direct) return NOT;
  if (direct && last!.clause.kind !== "phrase") {
    // What stands directly before it is what it goes on from.
    if (clause.kind !== "bare" || clause.governor < 0 || clause.governor === full) return STANDS;
    return restorable(plan) ? RESTORED : NOT;
  }
  if (plan.dangling && !direct && (last !== null || clause.afterSpeech)) return NOT;
  switch (clause.kind) {
    case "phrase":
      return plan.nameless ? (last !== null || clause.afterSpeech ? NOT : GOES_ON) : STANDS;
    case "full":
      if (plan.dangling && last === null) return GOES_ON;
      if (!plan.nameless) return STANDS;
      // 早在2021年，它…: the phrase before names nothing.
      return last === null || last.clause.order === 0 ? (clause.afterSpeech ? NOT : GOES_ON) : NOT;
    case "dependent":
      return clause.order > 0 || last !== null || clause.afterSpeech ? NOT : FOLLOWS;
    default:
      // 8位草医，是它的全部家当: nothing before it is its name.
      if (plan.nameless && direct) return last!.clause.order > 0 || clause.afterSpeech ? NOT : GOES_ON;
      if (clause.governor >= 0)
        return last !== null && clause.governor === full && goesOn(prose.clauses, last.clause.index, clause)
          ? STANDS
          : restorable(plan)
            ? RESTORED
            : NOT;
      if (direct) {
        // The phrase before is the topic: 拿不准的，由…; 该平台在此基础上，新增…; a time or a place is none.
        if (clause.kind === "linked" || last!.clause.topic || clause.opens === "是") return STANDS;
        return clause.afterSpeech ? NOT : FOLLOWS;
      }
      if (last !== null || clause.afterSpeech || DIRECT_ONLY.includes(clause.opens[0]!)) return NOT;
      // 要求…, 称…: who does is said in the clause that is missing.
      if (clause.kind !== "linked" && clause.previous >= 0) return NOT;
      return clause.opens === "首批" ? GOES_ON : FOLLOWS;
  }
}
