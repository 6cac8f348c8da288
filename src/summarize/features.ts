/** The features that the writer's models see. All are binary; a number is put in a bucket. */
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { numbered, prefixed } from "./model.ts";

type Emit = (feature: string) => void;

const bucket = (x: number, bounds: readonly number[]): number => {
  let i = 0;
  while (i < bounds.length && x >= bounds[i]!) i++;
  return i;
};

const BEFORE =
  /(?:提高到|提升到|提升至|提高至|升至|升到|增至|达到?|突破|缩短到|缩短至|压缩到|减到|减至|降到|降至|降为|压到|累计|共有?|超过?|首批|接入|覆盖|投入|节约|减少|省下|约|近|全市|全省|全县|全国|全区|建成|归集|汇聚|完成|服务|下降|增长|缩短|不低于|不少于|由|从|平均|每|其中|以上|前|到|自|罚款|签约|金额|仅|只|最|第)$/;

const PARAGRAPH = numbered("paragraph", 4);
const PLACE = numbered("place", 6);
const CENTRAL = numbered("central", 5);
const FIGURES = numbered("figures", 4);
const RANK = numbered("rank", 3);
const SHARE = numbered("share", 4);
const COUNT = numbered("count", 5);
const LENGTH = numbered("length", 5);
const NEAR_FIGURES = numbered("near-figures", 4);
const BEST_SHARE = numbered("best-share", 4);
const NAMED = numbered("named", 2);
const ORDER = numbered("order", 4);
const KIND = prefixed("kind-");
const FACT = prefixed("fact-");
const POS = prefixed("pos-");
const ACTION = prefixed("action-");

/** What is asked of a clause again for each of its words and facts. */
interface Traits {
  readonly features: readonly string[];
  /** How many of the clause's words stand in the title, as a share. */
  readonly titleShare: number;
  readonly action: boolean;
  readonly person: boolean;
}

const known = new WeakMap<Clause, Traits>();

/** How many of the clause's words stand in the title, as a share. */
export const titleShareOf = (draft: Draft, clause: Clause): number => traitsOf(draft, clause).titleShare;

function traitsOf(draft: Draft, clause: Clause): Traits {
  let traits = known.get(clause);
  if (!traits) {
    traits = {
      features: sharedFeatures(draft, clause),
      titleShare: titleShare(draft, clause),
      action: has(draft, clause, "action"),
      person: has(draft, clause, "person"),
    };
    known.set(clause, traits);
  }
  return traits;
}

function sharedFeatures(draft: Draft, clause: Clause): string[] {
  const { prose } = draft;
  const sentence = prose.sentences[clause.sentence]!;
  const features = [
    PARAGRAPH[Math.min(sentence.paragraph, 4)]!,
    PLACE[bucket(clause.start / Math.max(1, prose.text.length), [0.06, 0.15, 0.3, 0.5, 0.7, 0.85])]!,
  ];
  if (clause.sentence === 0) features.push("first-sentence");
  features.push(CENTRAL[bucket(draft.centrality[clause.sentence]!, [0.6, 0.8, 1, 1.2, 1.5])]!);
  features.push(KIND(clause.kind));
  if (clause.anecdote) features.push("anecdote");
  if (clause.background) features.push("background");
  if (clause.comment) features.push("comment");
  if (clause.forward) features.push("forward");
  if (clause.reported) features.push("reported");
  if (clause.said) features.push("said");
  if (clause.kind !== "speech") {
    let inSpeech = false;
    for (let i = clause.index - clause.order; prose.clauses[i]?.sentence === clause.sentence; i++)
      if (prose.clauses[i]!.anecdote) inSpeech = true;
    if (inSpeech) features.push("anecdotal-sentence");
  }
  return features;
}

function titleShare(draft: Draft, clause: Clause): number {
  const ids = draft.wordsOf[clause.index]!;
  if (ids.length === 0) return 0;
  let n = 0;
  for (const id of ids) if (draft.titleWords.has(draft.vocabulary[id]!.key)) n++;
  return n / ids.length;
}

const has = (draft: Draft, clause: Clause, kind: "action" | "person"): boolean => {
  for (let i = clause.firstToken; i < clause.endToken; i++)
    if (draft.words.has(kind, draft.prose.tokens[i]!.text)) return true;
  return false;
};

/** Features of fact `index`. */
export function factFeatures(draft: Draft, index: number, emit: Emit): void {
  const fact = draft.facts[index]!;
  const clause = draft.prose.clauses[fact.clause]!;
  const { text } = draft.prose;
  const traits = traitsOf(draft, clause);
  for (const feature of traits.features) emit(feature);
  emit(FACT(fact.kind));
  const siblings = draft.factsOf[fact.clause]!;
  let figures = 0;
  let rank = 0;
  for (const s of siblings)
    if (draft.facts[s]!.kind === "figure") {
      if (s < index) rank++;
      figures++;
    }
  const title = draft.extraction.reading.document.title;
  const surface = text.slice(fact.start, fact.end);
  if (fact.kind === "figure") {
    emit(`unit-${fact.unit}`);
    emit(FIGURES[Math.min(figures, 4)]!);
    emit(RANK[Math.min(rank, 3)]!);
    if (/[万亿]/.test(surface)) emit("large");
    if (/^[一二三四五六七八九十两]/.test(surface)) emit("han");
    if (/^[1-5][^\d０-９.．万亿%％]/.test(surface)) emit("small");
    if (/[.．]/.test(surface)) emit("decimal");
    const before = BEFORE.exec(text.slice(Math.max(clause.start, fact.start - 4), fact.start));
    emit(`before-${before?.[0] ?? ""}`);
    const digits = /[\d.]+/.exec(surface)?.[0];
    if (digits && digits.length > 0 && title.includes(digits)) emit("in-title");
    const after = text.slice(fact.end, fact.end + 2);
    if (/^(?:到|至|[—-])/.test(after) || /^(?:提高|缩短|降|减|升|增|压|扩)/.test(after)) emit("old-value");
    if (fact.start - clause.start < 3) emit("heads-clause");
    if (fact.end === clause.end) emit("ends-clause");
    emit(SHARE[bucket(traits.titleShare, [0.01, 0.15, 0.3, 0.5])]!);
  } else if (fact.kind === "date") {
    emit(/[底前起]/.test(text.slice(fact.end - 1, fact.end + 2)) ? "bound-date" : "plain-date");
    if (/^20/.test(surface)) emit("full-date");
    if (/日/.test(surface)) emit("day");
    if (title.includes(surface)) emit("date-in-title");
    if (/截至/.test(text.slice(Math.max(0, fact.start - 3), fact.start))) emit("as-of");
  } else {
    if (title.includes(surface.replace(/[“”《》]/g, ""))) emit(`${fact.kind}-in-title`);
    emit(`${fact.kind}-length${bucket(surface.length, [4, 7, 11])}`);
    if (text.indexOf(surface) === fact.start) emit(`${fact.kind}-first`);
    let again = text.indexOf(surface, fact.end);
    let times = 0;
    while (again >= 0 && times < 3) {
      times++;
      again = text.indexOf(surface, again + surface.length);
    }
    emit(`${fact.kind}-again${times}`);
    emit(`${fact.kind}-figures${Math.min(figures, 2)}`);
  }
  if (traits.action) emit(ACTION(fact.kind));
  if (traits.person) emit("person");
}

/** Features of word `index` of the vocabulary, for the summary. */
export function wordFeatures(draft: Draft, index: number, emit: Emit): void {
  const word = draft.vocabulary[index]!;
  const first = draft.prose.clauses[word.clauses[0]!]!;
  for (const feature of traitsOf(draft, first).features) emit(feature);
  emit(POS(word.pos.slice(0, 2)));
  emit(COUNT[Math.min(word.count, 5)]!);
  emit(LENGTH[Math.min(word.key.length, 5)]!);
  if (draft.titleWords.has(word.key)) emit("in-title");
  if (draft.words.has("action", word.key)) emit("action");
  if (/\d/.test(word.key)) emit("digit");
  let facts = 0;
  let best = 0;
  for (const c of word.clauses) {
    for (const f of draft.factsOf[c]!) if (draft.facts[f]!.kind === "figure") facts++;
    best = Math.max(best, traitsOf(draft, draft.prose.clauses[c]!).titleShare);
  }
  emit(NEAR_FIGURES[Math.min(facts, 4)]!);
  emit(BEST_SHARE[bucket(best, [0.01, 0.15, 0.3, 0.5])]!);
}

/** Features of a clause. */
export function clauseFeatures(draft: Draft, clause: Clause, emit: Emit): void {
  const traits = traitsOf(draft, clause);
  for (const feature of traits.features) emit(feature);
  emit(SHARE[bucket(traits.titleShare, [0.01, 0.15, 0.3, 0.5])]!);
  let figures = 0;
  let named = 0;
  for (const f of draft.factsOf[clause.index]!) {
    const kind = draft.facts[f]!.kind;
    if (kind === "figure") figures++;
    else if (kind === "term" || kind === "document") named++;
  }
  emit(FIGURES[Math.min(figures, 3)]!);
  emit(NAMED[Math.min(named, 2)]!);
  if (traits.action) emit("action");
  if (traits.person) emit("person");
  emit(LENGTH[bucket(clause.end - clause.core, [6, 10, 16, 24, 36])]!);
  emit(ORDER[Math.min(clause.order, 4)]!);
  if (clause.mark === "。") emit("last");
}
