/** What the search needs to know of each clause, worked out once. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft, Worth } from "./draft.ts";
import { clauseForms, type Form } from "./forms.ts";
import type { Tuning } from "./tuning.ts";

export interface FormPlan {
  readonly form: Form;
  /** What it tells: ids of facts and words. */
  readonly items: Int32Array;
  /** Worth of each item where it is new. */
  readonly gains: Float64Array;
  /** Worth of the clause itself, whatever it tells. */
  readonly value: number;
}

export interface ClausePlan {
  readonly clause: Clause;
  readonly forms: readonly FormPlan[];
  /** Index of the clause before in its sentence, fillers passed over; -1 where none. */
  readonly previous: number;
  /** Index of the nearest clause with a subject before it in its sentence; -1 where none. */
  readonly governor: number;
  /** Index of the last clause of the sentence before. */
  readonly before: number;
  /** A speaker stands before it in its sentence. */
  readonly afterSpeech: boolean;
  readonly event: boolean;
  /** Paints, or says nothing that a summary may open on. */
  readonly scene: boolean;
  /** Names nobody and nothing in what it opens on; a summary that opens so leaves the reader asking who. */
  readonly unnamed: boolean;
  /** Goes on from what stands directly before it: 而是…, 来自…, 下辖…. */
  readonly dangling: boolean;
}

/** Plans of all clauses; `words` is how many 32-bit words hold a bit for every item. */
export function planClauses(draft: Draft, worth: Worth, tuning: Tuning): { clauses: ClausePlan[]; words: number } {
  const events = eventClauses(draft, worth);
  const factIds = draft.facts.map((f) => f.id);
  const offset = draft.facts.length;
  const { clauses } = draft.prose;
  const plans: ClausePlan[] = [];
  const scenes = sceneParagraphs(draft);
  for (const clause of clauses) {
    let previous = -1;
    let governor = -1;
    let afterSpeech = false;
    let open = true;
    for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
      const { kind } = clauses[i]!;
      if (previous < 0 && kind !== "filler") previous = i;
      if (kind === "speech") {
        afterSpeech = true;
        open = false;
      }
      if (open && kind === "full") {
        governor = i;
        open = false;
      }
    }
    const figures = draft.factsOf[clause.index]!.some((i) => draft.facts[i]!.kind === "figure");
    let value = tuning.clause * (worth.clauses[clause.index]! - 0.3);
    if (clause.personal) value -= figures ? tuning.personal : 3 * tuning.personal;
    if (clause.anecdote) value -= tuning.anecdote;
    if (clause.comment) value -= tuning.comment;
    if (clause.background) value -= tuning.background;
    if (clause.forward) value -= tuning.forward;
    if (clause.said) value -= tuning.said;
    const body = draft.prose.text.slice(clause.core, clause.end);
    const launch = launches(draft, clause);
    const inScene = scenes.has(draft.prose.sentences[clause.sentence]!.paragraph) && !launch;
    const telling = launch && named(draft, clause, previous);
    const single = ONE_OF.test(body) && !launch;
    if (single) value -= tuning.painted;
    if (SIGNPOST.test(body)) value -= tuning.painted;
    plans.push({
      clause,
      previous,
      governor,
      afterSpeech,
      before: clause.index - clause.order - 1,
      event: events.has(clause.index),
      scene:
        clause.anecdote ||
        inScene ||
        single ||
        clause.personal ||
        clause.comment ||
        (!telling &&
          (clause.background ||
            clause.kind === "bare" ||
            clause.kind === "linked" ||
            worth.clauses[clause.index]! < 0.15 ||
            !draft.factsOf[clause.index]!.some((f) => /^(?:figure|term|document)$/.test(draft.facts[f]!.kind)))),
      unnamed: !named(draft, clause, previous) || clause.kind === "dependent" || POINTS_BACK.test(body),
      dangling: DANGLING.test(body),
      forms: clauseForms(draft, clause).map((form) => planForm(form, clause, value)),
    });
  }
  return { clauses: plans, words: Math.ceil((offset + draft.vocabulary.length) / 32) };

  function planForm(form: Form, clause: Clause, value: number): FormPlan {
    const items: number[] = [];
    const gains: number[] = [];
    const facts = draft.factsOf[clause.index]!;
    for (const i of facts) {
      if (!covers(form.pieces, draft.facts[i]!) || items.includes(factIds[i]!)) continue;
      items.push(factIds[i]!);
      gains.push(worth.facts[i]!);
    }
    for (const id of draft.wordsOf[clause.index]!) {
      items.push(offset + id);
      gains.push(tuning.word * worth.words[id]! * draft.vocabulary[id]!.key.length);
    }
    // 电话接通, 结果要互认: a short clause without a fact only breaks the flow.
    const empty = clause.kind === "full" && form.length < 9 && facts.length === 0 ? 0.3 : 0;
    return {
      form,
      items: Int32Array.from(items),
      gains: Float64Array.from(gains),
      value: value - tuning.length * form.length - form.penalty - empty,
    };
  }
}

/** One thing or person of no name (一张单子, 一名护士): a scene, no report. */
const ONE_OF = /^一[张名位份条片部根盒支通声句辆](?!图|网)/u;
/** Says that something is to come, and not what: 配套的还有三件事, 第三本是基层账, 先说学科. */
const SIGNPOST =
  /^(?:先说|再说|再看|先看)|^第[一二三四五六]\p{sc=Han}?[，是]|(?:有|是)[一二三四五六几两]件事$|另一个变化$/u;
/** Leans on the clause before it. */
const DANGLING = /^(?:除|先说|再说|而是|而非|来自|下辖|辖有|地处|以此)/u;
/** Opens on what was said before, so that nothing can open on it. */
const POINTS_BACK = /^(?:而|来自|下辖|辖有|地处|同样|此|这|那|其|它|该|另|还|也|又|双方|两地|首批|多|最|力争)/u;

/** Whether the clause, or the phrase that leads it in, names an office, a place, a system or a document. */
function named(draft: Draft, clause: Clause, previous: number): boolean {
  const before = draft.prose.clauses[previous];
  const own = draft.factsOf[clause.index]!;
  const led = before?.kind === "phrase" && before.sentence === clause.sentence ? draft.factsOf[previous]! : [];
  return [...own, ...led].some((i) => {
    const fact = draft.facts[i]!;
    return /^(?:institution|region|term)$/.test(fact.kind) || (fact.kind === "document" && fact.end - fact.start > 8);
  });
}

/** Whether the clause tells that something was launched. */
function launches(draft: Draft, clause: Clause): boolean {
  for (let i = clause.firstToken; i < clause.endToken; i++)
    if (draft.words.has("launch", draft.prose.tokens[i]!.text)) return true;
  return false;
}

/** Paragraphs near the head that tell what somebody does or sees. */
function sceneParagraphs(draft: Draft): Set<number> {
  const out = new Set<number>();
  for (const c of draft.prose.clauses) {
    const { paragraph } = draft.prose.sentences[c.sentence]!;
    if (paragraph < 3 && (c.anecdote || (c.personal && draft.factsOf[c.index]!.length === 0))) out.add(paragraph);
  }
  return out;
}

const covers = (pieces: readonly Span[], fact: Span): boolean =>
  pieces.some((p) => fact.start >= p.start && fact.end <= p.end);

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
    for (const id of ids) if (draft.vocabulary[id]!.inTitle) shared++;
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
