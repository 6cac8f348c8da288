/** All words of title and body with how likely each stands in the headline that an editor would print. */
import type { Token } from "../../core/types.ts";
import type { Clause } from "../clauses.ts";
import type { Draft, Worth } from "../draft.ts";
import { titleShareOf } from "../features.ts";
import { numbered, prefixed, type WriterModel } from "../model.ts";
import { type Segment, titleSegments } from "./segments.ts";

export interface Lexeme {
  readonly key: string;
  readonly pos: string;
  /** Occurrences in the body. */
  count: number;
  /** First clause that it stands in, -1 where only the title has it. */
  clause: number;
  /** Title segments that hold it. */
  readonly segments: number[];
  readonly clauses: number[];
}

export interface Lexis {
  readonly draft: Draft;
  readonly segments: readonly Segment[];
  readonly lexemes: readonly Lexeme[];
  readonly ids: ReadonlyMap<string, number>;
  /** What the summary's models think. */
  readonly worth: Worth;
}

const WORD = /[\p{L}\p{N}]/u;

/** The words of a draft that could enter its headline. */
export function readLexis(draft: Draft, worth: Worth): Lexis {
  const { title } = draft.extraction.reading;
  const segments = titleSegments(title.text, title.tokens, draft.words);
  const lexemes: Lexeme[] = [];
  const ids = new Map<string, number>();
  const lexeme = (t: Token): Lexeme => {
    let id = ids.get(t.text);
    if (id === undefined) {
      id = lexemes.length;
      ids.set(t.text, id);
      lexemes.push({ key: t.text, pos: t.pos, count: 0, clause: -1, segments: [], clauses: [] });
    }
    return lexemes[id]!;
  };
  for (const t of title.tokens) {
    if (!WORD.test(t.text)) continue;
    const l = lexeme(t);
    const s = segments.findIndex((x) => t.start >= x.start && t.end <= x.end);
    if (s >= 0 && !l.segments.includes(s)) l.segments.push(s);
  }
  for (const clause of draft.prose.clauses) {
    if (clause.kind === "speech" && clause.end - clause.start > 30) continue;
    for (let i = clause.firstToken; i < clause.endToken; i++) {
      const t = draft.prose.tokens[i]!;
      if (!WORD.test(t.text)) continue;
      const l = lexeme(t);
      l.count++;
      if (l.clause < 0) l.clause = clause.index;
      if (l.clauses.at(-1) !== clause.index) l.clauses.push(clause.index);
    }
  }
  return { draft, segments, lexemes, ids, worth };
}

/** 2: the clause launches a named thing; 1: it launches something; 0: neither. */
export function launches(draft: Draft, clause: number): number {
  const c = draft.prose.clauses[clause]!;
  let launch = launched.get(c);
  if (launch === undefined) launched.set(c, (launch = launchOf(draft, clause, c)));
  return launch;
}

/** Asked of a clause again for each of its words and lines. */
const launched = new WeakMap<Clause, number>();

function launchOf(draft: Draft, clause: number, c: Clause): number {
  let launch = false;
  for (let i = c.firstToken; i < c.endToken && !launch; i++)
    launch = draft.words.has("launch", draft.prose.tokens[i]!.text);
  if (!launch) return 0;
  return draft.factsOf[clause]!.some((f) => /^(?:term|document|quoted)$/.test(draft.facts[f]!.kind)) ? 2 : 1;
}

type Kind = "content" | "function";
const byKind = <T>(make: (kind: Kind) => T): Readonly<Record<Kind, T>> => ({
  content: make("content"),
  function: make("function"),
});
const POS = prefixed("pos-");
const LENGTH = numbered("length", 4);
const COUNT = byKind((kind) => numbered(`count-${kind}`, 5));
const TITLE = byKind((kind) => `title-${kind}`);
const TITLE_BAIT = numbered("title-bait", 3);
const WHOLE_BAIT = numbered("whole-bait", 4);
const TITLE_AND_TEXT = numbered("title-and-text", 3);
const ABSENT = byKind((kind) => numbered(`absent-${kind}-bait`, 4));
const PARAGRAPH = numbered("paragraph", 3);
const SHARE = byKind((kind) => numbered(`share-${kind}`, 3));
const LAUNCH = byKind((kind) => numbered(`launch-${kind}`, 2));
const WORTHY = byKind((kind) => numbered(`worthy-${kind}`, 4));
const CENTRAL = numbered("central", 4);
const IN_TERM = byKind((kind) => `in-term-${kind}`);
const IN_INSTITUTION = prefixed("in-institution-");

/** Features of lexeme `index` for the headline. */
export function lexemeFeatures(lexis: Lexis, index: number, emit: (feature: string) => void): void {
  const { draft, segments } = lexis;
  const l = lexis.lexemes[index]!;
  const { key } = l;
  const pos = /^[nvm]/.test(l.pos) ? l.pos.slice(0, 2) : l.pos.slice(0, 1);
  const content = /^(?:n|v|m|eng|j|i|l|a|x)/.test(l.pos) && l.key.length > 1;
  const kind = content ? "content" : "function";
  emit(POS(pos));
  emit(LENGTH[Math.min(l.key.length, 4)]!);
  emit(COUNT[kind][Math.min(l.count, 5)]!);
  if (/\d/.test(l.key)) emit("digit");
  const action = draft.words.has("action", l.key);
  if (action) emit("action");
  if (draft.words.has("document", l.key)) emit("document");
  if (draft.words.has("bait", l.key)) emit("bait");
  const inTitle = l.segments.length > 0;
  if (inTitle) {
    let least = 9;
    for (const s of l.segments) least = Math.min(least, segments[s]!.bait);
    let whole = 0;
    for (const s of segments) whole += s.bait;
    emit(TITLE[kind]);
    emit(TITLE_BAIT[Math.min(least, 3)]!);
    emit(WHOLE_BAIT[Math.min(whole, 4)]!);
    emit(TITLE_AND_TEXT[Math.min(l.count, 3)]!);
    if (l.segments.includes(segments.length - 1) && segments.length > 1) emit("title-last");
    if (/\d/.test(l.key)) emit("title-digit");
  } else {
    let whole = 0;
    for (const s of segments) whole += s.bait;
    emit(ABSENT[kind][Math.min(whole, 4)]!);
  }
  if (l.clause >= 0) {
    const clause = draft.prose.clauses[l.clause]!;
    const sentence = draft.prose.sentences[clause.sentence]!;
    emit(PARAGRAPH[Math.min(sentence.paragraph, 3)]!);
    if (clause.sentence === 0) emit("first-sentence");
    if (clause.anecdote) emit("anecdote");
    if (clause.kind === "speech") emit("speech");
    let share = 0;
    let acts = false;
    let launch = 0;
    let fact = 0;
    let worthy = 0;
    for (const c of l.clauses) {
      launch = Math.max(launch, launches(draft, c));
      worthy = Math.max(worthy, lexis.worth.clauses[c]!);
      if (/\d/.test(key))
        for (const f of draft.factsOf[c]!) {
          const { start, end } = draft.facts[f]!;
          if (draft.prose.text.slice(start, end).includes(key)) fact = Math.max(fact, lexis.worth.facts[f]!);
        }
      share = Math.max(share, titleShareOf(draft, draft.prose.clauses[c]!));
      if (draft.factsOf[c]!.length > 0) acts = true;
    }
    emit(SHARE[kind][share < 0.01 ? 0 : share < 0.2 ? 1 : share < 0.4 ? 2 : 3]!);
    if (acts) emit("near-facts");
    emit(LAUNCH[kind][launch]!);
    emit(WORTHY[kind][Math.min(4, Math.floor(worthy * 6))]!);
    if (/\d/.test(key)) emit(`fact${Math.min(5, Math.floor(fact * 7))}`);
    emit(CENTRAL[Math.min(4, Math.floor(draft.centrality[clause.sentence]! * 2))]!);
    if (clause.reported) emit("reported");
  } else emit("title-only");
  for (const r of draft.extraction.regions)
    if (r.primary && r.name.includes(l.key) && l.key.length > 1) emit("primary-region");
  if (draft.extraction.terms.some((t) => t.name.includes(key))) emit(IN_TERM[kind]);
  for (const i of draft.extraction.institutions)
    if (i.name.includes(key) && key.length > 1) {
      emit(IN_INSTITUTION(i.type));
      break;
    }
}

/** Likelihood of each lexeme, in (0, 1). */
export function weighLexis(lexis: Lexis, model: WriterModel): Float64Array {
  const out = new Float64Array(lexis.lexemes.length);
  for (let i = 0; i < out.length; i++) out[i] = model.headline((emit) => lexemeFeatures(lexis, i, emit));
  return out;
}
