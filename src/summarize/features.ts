/** The features that the writer's models see. All are binary; a number is put in a bucket. */
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";

type Emit = (feature: string) => void;

const bucket = (x: number, bounds: readonly number[]): number => {
  let i = 0;
  while (i < bounds.length && x >= bounds[i]!) i++;
  return i;
};

const BEFORE =
  /(?:提高到|提升到|提升至|提高至|升至|升到|增至|达到?|突破|缩短到|缩短至|压缩到|减到|减至|降到|降至|降为|压到|累计|共有?|超过?|首批|接入|覆盖|投入|节约|减少|省下|约|近|全市|全省|全县|全国|全区|建成|归集|汇聚|完成|服务|下降|增长|缩短|不低于|不少于|由|从|平均|每|其中|以上|前|到|自|罚款|签约|金额|仅|只|最|第)$/;

function shared(draft: Draft, clause: Clause, emit: Emit): void {
  const { prose } = draft;
  const sentence = prose.sentences[clause.sentence]!;
  emit(`paragraph${Math.min(sentence.paragraph, 4)}`);
  emit(`place${bucket(clause.start / Math.max(1, prose.text.length), [0.06, 0.15, 0.3, 0.5, 0.7, 0.85])}`);
  if (clause.sentence === 0) emit("first-sentence");
  emit(`central${bucket(draft.centrality[clause.sentence]!, [0.6, 0.8, 1, 1.2, 1.5])}`);
  emit(`kind-${clause.kind}`);
  if (clause.anecdote) emit("anecdote");
  if (clause.background) emit("background");
  if (clause.comment) emit("comment");
  if (clause.forward) emit("forward");
  if (clause.reported) emit("reported");
  if (clause.said) emit("said");
  if (clause.kind !== "speech") {
    let inSpeech = false;
    for (let i = clause.index - clause.order; prose.clauses[i]?.sentence === clause.sentence; i++)
      if (prose.clauses[i]!.anecdote) inSpeech = true;
    if (inSpeech) emit("anecdotal-sentence");
  }
}

/** How many of the clause's words stand in the title, as a share. */
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
  shared(draft, clause, emit);
  emit(`fact-${fact.kind}`);
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
    emit(`figures${Math.min(figures, 4)}`);
    emit(`rank${Math.min(rank, 3)}`);
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
    const share = titleShare(draft, clause);
    emit(`share${bucket(share, [0.01, 0.15, 0.3, 0.5])}`);
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
  if (has(draft, clause, "action")) emit(`action-${fact.kind}`);
  if (has(draft, clause, "person")) emit("person");
}

/** Features of word `index` of the vocabulary, for the summary. */
export function wordFeatures(draft: Draft, index: number, emit: Emit): void {
  const word = draft.vocabulary[index]!;
  const first = draft.prose.clauses[word.clauses[0]!]!;
  shared(draft, first, emit);
  emit(`pos-${word.pos.slice(0, 2)}`);
  emit(`count${Math.min(word.count, 5)}`);
  emit(`length${Math.min(word.key.length, 5)}`);
  if (draft.titleWords.has(word.key)) emit("in-title");
  if (draft.words.has("action", word.key)) emit("action");
  if (/\d/.test(word.key)) emit("digit");
  let facts = 0;
  let best = 0;
  for (const c of word.clauses) {
    for (const f of draft.factsOf[c]!) if (draft.facts[f]!.kind === "figure") facts++;
    best = Math.max(best, titleShare(draft, draft.prose.clauses[c]!));
  }
  emit(`near-figures${Math.min(facts, 4)}`);
  emit(`best-share${bucket(best, [0.01, 0.15, 0.3, 0.5])}`);
}

/** Features of a clause. */
export function clauseFeatures(draft: Draft, clause: Clause, emit: Emit): void {
  shared(draft, clause, emit);
  emit(`share${bucket(titleShare(draft, clause), [0.01, 0.15, 0.3, 0.5])}`);
  let figures = 0;
  let named = 0;
  for (const f of draft.factsOf[clause.index]!) {
    const kind = draft.facts[f]!.kind;
    if (kind === "figure") figures++;
    else if (kind === "term" || kind === "document") named++;
  }
  emit(`figures${Math.min(figures, 3)}`);
  emit(`named${Math.min(named, 2)}`);
  if (has(draft, clause, "action")) emit("action");
  if (has(draft, clause, "person")) emit("person");
  emit(`length${bucket(clause.end - clause.core, [6, 10, 16, 24, 36])}`);
  emit(`order${Math.min(clause.order, 4)}`);
  if (clause.mark === "。") emit("last");
}
