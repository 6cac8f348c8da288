/** Second parts of lines: clauses with a figure. */

import { wordSet } from "../../text/word-set.ts";
import { BARE_HOSPITAL } from "./actors.ts";
import { BARE_THING, firstVerb, isNamed, lastTerm, POINTING } from "./clause-lines.ts";
import { officeLevel } from "./level.ts";
import { isWhole, type Line, type LineMaker, MEETING, TITLE } from "./lines.ts";
import { isTime, periodOf } from "./period.ts";
import { ANECDOTE, COMMENT, CONDITIONAL, FORWARD, PERSON } from "./roles.ts";
import { endsWith, type Row, range, rowText, termLength } from "./row.ts";
import { ADVERB, type Clause, DATE, DIGIT, HOSPITAL, INSTITUTION, type Story, TERM, VERB } from "./story.ts";
import { hangs, pointsBack, predicates, SOME, says, trims } from "./trims.ts";

const SYSTEM: ReadonlySet<string> = wordSet("平台 系统 中心 模块");

/** What nobody goes on with. */
const CLINGING =
  /^(?:[一二三四五]是|间|期间|是|为|将|就|仅|可|由|把|让|使|从|占|较|比|对|在|与|经|被|《|也|都|至|和|均|各|还|每|整整|[市县区州省]里)/u;

/** Gives each line the best `most` second parts that fit behind it. */
export function secondParts(maker: LineMaker, most: number): void {
  const { story } = maker;
  const found: Row[] = [];
  /** By clause: the system that its bare subject stands for; the part goes behind a line that names it. */
  const systems = new Map<number, readonly number[]>();
  /** By row whose subject is left out: the term that the line before it must end with. */
  const subjects = new Map<Row, readonly number[]>();
  const collect = (clause: Clause, from: number, subject: readonly number[] | null): void => {
    // 省财政安排4500万元 in a county's report: not for the county alone.
    const called = officeLevel(story, range(from, clause.to));
    if (called !== "" && !maker.isLevel(called)) return;
    const period = clause.planned ? [] : periodOf(story, clause);
    for (const told of trims(story, clause, from, false)) {
      const tokens = period.length > 0 && told.length > 0 && !isTime(story, told[0]!) ? [...period, ...told] : told;
      const n = maker.lengthOf(told);
      if (n < 5 || n > 22 || pointsBack(story, tokens) || hangs(story, tokens) || SOME.test(rowText(story, tokens)))
        continue;
      if (clause.planned && !tokens.some((t) => story.bits[t]! & FORWARD)) continue;
      if (!isWhole(story, tokens) || !counts(story, tokens) || !predicates(story, tokens) || !says(story, tokens))
        continue;
      const previous = found.at(-1);
      if (previous?.clause === clause.index && previous.tokens.length === tokens.length) continue;
      const row = maker.weigh(tokens, clause.index, tokens.length - told.length);
      if (subject) subjects.set(row, subject);
      found.push(row);
    }
  };
  for (const clause of story.clauses) {
    if (maker.away[clause.index] === 1 || !mayGoOn(story, clause)) continue;
    const first = story.tokens[clause.core]!.text;
    const bare = SYSTEM.has(first);
    if (bare) {
      const system = lastTerm(story, clause.core, first);
      if (system.length < 2) continue;
      systems.set(clause.index, system.slice(-2));
    }
    const start = bare ? clause.core + 1 : clause.core;
    collect(clause, start, null);
    // 影像云累计接收26万例 behind a line that ends with 影像云: 累计接收26万例.
    const subject = range(start, clause.to);
    subject.length = termLength(story, subject);
    const behind = story.classes[start + subject.length];
    if (!bare && subject.length > 0 && (behind === VERB || behind === ADVERB))
      collect(clause, start + subject.length, subject);
  }
  found.sort((a, b) => maker.overlap(b) - maker.overlap(a) || a.clause - b.clause);
  found.length = Math.min(found.length, most);
  const { ids } = story;
  const holdsWord = ({ tokens }: Row, id: number): boolean => {
    for (let i = 0; i < tokens.length; i++) if (ids[tokens[i]!] === id) return true;
    return false;
  };
  const local = (line: Line, second: Row): boolean => {
    const at = story.clauses[second.clause]!.local;
    return at < 0 || holdsWord(line.main, ids[at]!);
  };
  /** The systems that its sentence told of before: none where it names one itself. */
  const about = new Map<number, readonly number[]>();
  for (const { clause } of found) about.set(clause, systemsBefore(story, story.clauses[clause]!));
  /** By clause: the subject that it takes from one before it in its sentence. */
  const whose = new Map<number, readonly number[]>();
  for (const { clause } of found) whose.set(clause, subjectBefore(story, story.clauses[clause]!));
  /** 该院统计，窗口减到6个; 其中23家开通，结算17.9万笔: what it goes on from is not always what a line tells of. */
  const ofAnother = ({ main, named }: Line, subject: readonly number[]): boolean => {
    const text = rowText(story, subject);
    if (text === "" || !OTHER.test(text)) return false;
    if (BARE_HOSPITAL.has(text)) return !named && !(main.bits & HOSPITAL);
    const system = BARE_THING.test(text) ? lastTerm(story, subject[0]!, text).slice(-2) : [];
    return system.length === 0 || !system.every((t) => main.tokens.some((m) => ids[m] === ids[t]));
  };
  const same = (line: Line, second: Row): boolean => {
    const { main, named } = line;
    const systems = about.get(second.clause)!;
    // Of a hospital both may be told.
    const bySystem = (main.bits & TERM) !== 0 && !named && !(main.bits & INSTITUTION);
    if (bySystem && systems.length > 0 && !main.tokens.some((m) => systems.includes(ids[m]!))) return false;
    // 累计结算1.8万笔 goes on with what stands before it.
    const head = second.tokens[second.lead]!;
    if (story.classes[head] !== VERB && story.classes[head] !== ADVERB) return true;
    return (main.clause < 0 || second.clause > main.clause) && !ofAnother(line, whose.get(second.clause)!);
  };
  const goesOnFrom = ({ tokens }: Row, subject: readonly number[] | undefined): boolean =>
    subject === undefined || endsWith(story, tokens, subject, subject.length);
  const fits = (line: Line, second: Row): boolean =>
    local(line, second) &&
    same(line, second) &&
    goesOnFrom(line.main, subjects.get(second)) &&
    (systems.get(second.clause)?.every((t) => holdsWord(line.main, ids[t]!)) ?? true) &&
    !(line.origin === TITLE && line.bait === 0 && story.parts.length > 1) &&
    (line.origin !== MEETING || second.tokens.some((t) => story.tokens[t]!.text === "签约"));
  maker.pair(found, fits);
}

const OTHER = /^(?:其中|这|那(?![曲坡])|该(?![市县区州旗省盟])|有的|另)/u;

/** The subject that a clause takes from one before it in its sentence; none where it opens it. */
function subjectBefore(story: Story, clause: Clause): readonly number[] {
  for (let i = clause.index - 1; i >= 0 && story.clauses[i]!.sentence === clause.sentence; i--) {
    const c = story.clauses[i]!;
    const verb = firstVerb(story, c);
    if (verb < c.to && isNamed(story, c.core, verb)) return range(c.core, verb);
  }
  return [];
}

const NAMED_SYSTEM = /(?:平台|系统|医院|模型|终端|中心|软件|程序|云)$/u;

/** Words of the systems that the sentence names before the clause. */
function systemsBefore({ bits, clauses, ids, tokens }: Story, clause: Clause): number[] {
  const systems: number[] = [];
  if (clause.bits & TERM) return systems;
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--)
    for (let t = clauses[i]!.core; t < clauses[i]!.to; t++)
      if (bits[t]! & TERM && NAMED_SYSTEM.test(tokens[t]!.text)) systems.push(ids[t]!);
  return systems;
}

/** 个人支付9.65元: what one person paid. */
const PAID = /(?:个人|自己|家属)(?:支付|自付|承担|负担)[^，]{0,3}\d[\d.]*元/u;

function mayGoOn(story: Story, clause: Clause): boolean {
  if (clause.speech || !(clause.bits & DIGIT) || clause.bits & (ANECDOTE | PERSON | COMMENT)) return false;
  if (clause.mark === "？" || clause.mark === "“" || !(clause.onTopic || clause.nearTopic)) return false;
  const first = story.tokens[clause.core]!.text;
  // 二|是 may be two words.
  const head = first + (clause.core + 1 < clause.to ? story.tokens[clause.core + 1]!.text : "");
  if (story.bits[clause.core]! & CONDITIONAL || (POINTING.test(first) && first !== "首批")) return false;
  if (PAID.test(rowText(story, range(clause.core, clause.to)))) return false;
  return !((BARE_THING.test(first) && !SYSTEM.has(first)) || BARE_HOSPITAL.has(first) || CLINGING.test(head));
}

/** Whether a figure stands in it that is no date, nor 5G. */
function counts({ bits, tokens }: Story, row: readonly number[]): boolean {
  return row.some(
    (t) =>
      (bits[t]! & DIGIT) !== 0 && !(bits[t]! & DATE) && !/^\dG/iu.test(tokens[t]!.text + (tokens[t + 1]?.text ?? "")),
  );
}
