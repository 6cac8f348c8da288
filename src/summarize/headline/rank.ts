/** Ranks candidate headlines: what share of an editor's line each is expected to hold, and what kind of line it is. */
import { lengthOf } from "../../text/length.ts";
import { numbered, prefixed } from "../model.ts";
import type { Candidate } from "./candidates.ts";
import { type Lexis, launches } from "./lexis.ts";

/** Mean length of an editor's line on the gold issues, in characters. */
const USUAL = 26;

/** Expected ROUGE-L of a line, from the likelihoods of its words. */
export function expectedOverlap(lexis: Lexis, p: Float64Array, candidate: Candidate): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const key of candidate.keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    const id = lexis.ids.get(key);
    sum += (id === undefined ? 0.5 : p[id]!) * key.length;
  }
  return (2 * sum) / (lengthOf(candidate.text) + USUAL);
}

const BAIT = numbered("bait", 3);
const TITLE_BAIT = numbered("title-bait", 3);
const SECOND_LAUNCH = numbered("second-launch", 2);
const PARAGRAPH = numbered("paragraph", 3);
const LAUNCH = numbered("launch", 2);
const ORIGIN = prefixed("origin-");
const EXTENDED = prefixed("extended-");
const SECOND = prefixed("second-");
const LAUNCH_OF = prefixed("launch-");
const TRIM = prefixed("trim-");

/** Features of a candidate, by name; `overlap` is {@link expectedOverlap}. */
export function candidateFeatures(lexis: Lexis, candidate: Candidate, overlap: number): [string, number][] {
  const { segments } = lexis;
  let whole = 0;
  for (const s of segments) whole += s.bait;
  const n = lengthOf(candidate.text);
  const out: [string, number][] = [
    ["overlap", overlap],
    [ORIGIN(candidate.origin), 1],
    [BAIT[Math.min(3, candidate.bait)]!, 1],
    [n < 12 ? "very-short" : n < 18 ? "short" : n > 36 ? "very-long" : n > 30 ? "long" : "usual", 1],
  ];
  if (candidate.origin === "title") out.push([TITLE_BAIT[Math.min(3, whole)]!, 1]);
  if (candidate.second >= 0) {
    out.push([EXTENDED(candidate.origin), 1]);
    out.push([SECOND_LAUNCH[launches(lexis.draft, candidate.second)]!, 1]);
    out.push([SECOND(lexis.draft.prose.clauses[candidate.second]!.kind), 1]);
    let fact = 0;
    for (const f of lexis.draft.factsOf[candidate.second]!)
      if (lexis.draft.facts[f]!.kind === "figure") fact = Math.max(fact, lexis.worth.facts[f]!);
    out.push(["second-fact", fact]);
    if (candidate.second === candidate.clause + 1) out.push(["second-next", 1]);
    if (candidate.clause > candidate.second) out.push(["second-before", 1]);
  }
  if (candidate.keys.some((k) => lexis.draft.words.has("launch", k))) out.push([LAUNCH_OF(candidate.origin), 1]);
  if (lexis.draft.extraction.terms.some((t) => candidate.text.includes(t.name))) out.push(["term", 1]);
  if (lexis.draft.extraction.institutions.some((i) => i.mentions.some((m) => candidate.text.includes(m.text))))
    out.push(["institution", 1]);
  if (candidate.place) out.push(["place", 1]);
  if (candidate.placed) out.push(["placed", 1]);
  if (candidate.origin === "clause") {
    const { draft } = lexis;
    const clause = draft.prose.clauses[candidate.clause]!;
    out.push([TRIM(candidate.trim), 1]);
    const sentence = draft.prose.sentences[clause.sentence]!;
    out.push([PARAGRAPH[Math.min(3, sentence.paragraph)]!, 1]);
    if (clause.said) out.push(["said", 1]);
    if (clause.comment) out.push(["comment", 1]);
    if (clause.forward) out.push(["forward", 1]);
    if (clause.background) out.push(["background", 1]);
    if (/^(?:平台|系统|医院|该|其|他|我|全市|全县|项目|大会|论坛|这|本|通知|方案)/.test(candidate.text))
      out.push(["bare-subject", 1]);
    out.push([LAUNCH[launches(draft, candidate.clause)]!, 1]);
    out.push(["worth", lexis.worth.clauses[candidate.clause]!]);
    if (clause.kind !== "full") out.push(["subjectless", 1]);
  }
  if (/\d/.test(candidate.text)) out.push(["figure", 1]);
  if (/[“”]/.test(candidate.text)) out.push(["quotes", 1]);
  if (/[，：]/.test(candidate.text)) out.push(["two-parts", 1]);
  return out;
}

/** What no line may do: point back, tell the genre, open on a bare thing. */
const FLAW =
  /^[这那它]|此前|这[项家座个款套]|(?:^|，)(?:来自|而是|下辖|地处|弹出|给出|通知|该|其)|(?:见闻|纪实|侧记|的观察|走笔|手记)$|站在|共分|上上/u;

/** What a line loses for what an editor would not print, whatever words it holds. */
export function flawsOf(lexis: Lexis, candidate: Candidate): number {
  let flaws = FLAW.test(candidate.text) ? 0.15 : 0;
  const { draft } = lexis;
  // 用上“影像云”，影像云累计…: the second part says the name again.
  const comma = candidate.text.lastIndexOf("，");
  if (candidate.second >= 0 && comma > 0) {
    const main = candidate.text.slice(0, comma);
    const rest = candidate.text.slice(comma + 1);
    const again = candidate.keys.some((k) => k.length >= 2 && !/\d/.test(k) && main.includes(k) && rest.startsWith(k));
    if (again) flaws += 0.1;
    // A remark from far down the text is another matter.
    const { sentence } = draft.prose.clauses[candidate.second]!;
    if (candidate.clause >= 0 && sentence - draft.prose.clauses[candidate.clause]!.sentence > 4) flaws += 0.05;
  }
  if (candidate.clause >= 0) {
    const clause = draft.prose.clauses[candidate.clause]!;
    if (clause.anecdote || clause.personal || draft.factsOf[clause.index]!.length === 0) flaws += 0.15;
  }
  return flaws;
}
