/**
 * What came of it, told over two clauses or only in the body: 公布互联互通测评结果，甲医院通过四级甲等 →
 * 甲医院通过互联互通四级甲等测评; 影像云项目中标结果公布 → 影像云项目2986万元中标.
 */
import type { Mention } from "../../core/types.ts";
import { wordSet } from "../../text/word-set.ts";
import { RESULT } from "../read-clause.ts";
import { BARE_HOSPITAL, type Hospital } from "./actors.ts";
import { type LineMaker, OUTCOME } from "./lines.ts";
import { BACKGROUND } from "./roles.ts";
import { range, rowText } from "./row.ts";
import { ADVERB, type Clause, HOSPITAL, INSTITUTION, PLACE, PREPOSITION, type Story, TERM, VERB } from "./story.ts";

/** How likely the words put in stand in an editor's line. */
const LIKELY = 0.5;

/** Adds who passed which evaluation, and for how much a contract was awarded. */
export function outcomeLines(maker: LineMaker, hospital: Hospital): void {
  passedLine(maker, hospital);
  awardLine(maker);
}

/** What such an evaluation is called, and what is left out of that: 国家医疗健康信息|互联互通|标准化成熟度测评. */
const NAME = /电子病历(?:系统)?(?:应用水平|功能应用)?|互联互通|智慧服务|智慧管理/u;
const KIND = /评审|评价|测评|评估/u;
const LEVELS = /(?:[一二三四五六七八]|[0-8])级(?:[甲乙]等)?/gu;
/** 我市全民健康信息平台. */
const OUR_PLACE: ReadonlySet<string> = wordSet("我省 我市 我县 我区 我州 我旗 我盟 本省 本市 本县 本区 本州 本旗 本盟");
/** 顺利通过, 以较高分数通过: how, and that. */
const PASSED = /^(?:顺利|成功|高分|一次性|率先|正式|以[^，]{1,10}?)*(?:通过|获评|位列|达到|获得|斩获|拿下|跻身|荣获)/u;
/** 榜上有名，成为首家获评五级的医院: the level follows. */
const GIVEN = /^(?:顺利|成功)?(?:通过|获评|达到|位列)|^(?:成为|系|是|为).*(?:通过|获评|达到)/u;
const FAILS = /未|没|不|取消|拟|申报|力争|冲刺|分别/u;

/** Adds who passed the evaluation whose results the clause before announces. */
function passedLine(maker: LineMaker, hospital: Hospital): void {
  const { story, place } = maker;
  const { clauses, tokens } = story;
  const textOf = ({ core, to }: Clause): string => rowText(story, range(core, to));
  for (const clause of clauses) {
    if (clause.sentence > 4) break;
    const next = clauses[clause.index + 1];
    const results = textOf(clause);
    if (next?.sentence !== clause.sentence || !RESULT.test(results) || next.bits & BACKGROUND) continue;
    const who = subject(story, next);
    const rest = rowText(story, range(next.core + who.length, next.to));
    const after = clauses[next.index + 1];
    const told = rest === "榜上有名" && after ? textOf(after) : rest;
    const passes = told === rest ? PASSED.test(told) : GIVEN.test(told);
    const name = NAME.exec(results)?.[0];
    const levels = told.match(LEVELS) ?? [];
    if (who.length === 0 || name === undefined || levels.length !== 1 || !passes || FAILS.test(told)) continue;
    const ours = BARE_HOSPITAL.has(rowText(story, who));
    const ofPlace = OUR_PLACE.has(tokens[who[0]!]!.text);
    const named = ours ? hospital.tokens : ofPlace ? [...place, ...who.slice(1)] : who;
    const isHospital = named.some((t) => story.bits[t]! & HOSPITAL);
    if (
      named.length === 0 ||
      (isHospital && isOther(story, rowText(story, named), hospital, rowText(story, hospital.tokens)))
    )
      continue;
    const kind = KIND.exec(told)?.[0] ?? KIND.exec(results)?.[0] ?? "";
    const passed = ["通过", name, levels[0] + kind].map((text) => maker.put(text, LIKELY));
    maker.add([...named, ...passed], OUTCOME, next.index, false, ours);
    return;
  }
}

/** Whether the title speaks of a hospital, and it is not the one named. */
function isOther({ extraction }: Story, named: string, { titled }: Hospital, own: string): boolean {
  if (!titled || own === "" || own.includes(named) || named.includes(own)) return false;
  const called = (mentions: readonly Mention[], name: string): boolean => mentions.some((m) => m.text === name);
  return !extraction.institutions.some((i) => called(i.mentions, named) && called(i.mentions, own));
}

/** Who the clause tells of: an institution or a system at its head, up to its verb. */
function subject(story: Story, { core, to }: Clause): number[] {
  const { bits, classes, tokens } = story;
  let end = core;
  while (
    end < to &&
    !HOW.test(tokens[end]!.text) &&
    (bits[end]! & (INSTITUTION | TERM) ||
      (classes[end] !== VERB && classes[end] !== ADVERB && classes[end] !== PREPOSITION))
  )
    end++;
  const who = range(core, end);
  const text = rowText(story, who);
  const named = who.some((t) => bits[t]! & (INSTITUTION | TERM)) || BARE_HOSPITAL.has(text);
  // 三级甲等医院某院: whose level it is, the line would not say.
  return named && end < to && text.length < 22 && text.match(LEVELS) === null ? who : [];
}
const HOW = /^(?:顺利|成功|高分|榜上有名|榜上|获)/u;

/** By what the title speaks of: how the body tells the sum, and what is written around it behind the project's name. */
const SUMS: readonly (readonly [title: RegExp, sum: RegExp, before: string, behind: string])[] = [
  [
    /中标|定标|开标|评标|成交价|招标结果|采购结果|花落/u,
    /(?:中标|成交)(?:价|金额|总价)[为是，：]?(\d[\d.,]*[万亿]元)|中标，金额(\d[\d.,]*[万亿]元)|(?<![\d.,，])(\d[\d.,]*[万亿]元)中标/u,
    "",
    "中标",
  ],
  [/招标/u, /公开招标.*预算(?:金额|价|总价)?[为是，：]?(\d[\d.,]*[万亿]元)/u, "公开招标，预算", ""],
];
/** A tender that came to nothing. */
const FAILED = /流标|废标|终止|取消|无人|未|重新|失败|质疑|为何|为什么/u;
/** An award of before. */
const BEFORE = /(?:19|20)\d\d年|[去前]年|此前|曾/u;
const PHASE = /[一二三四五]期/u;

/** Adds the title's project with the sum for which the body says that it was awarded or is put out to tender. */
function awardLine(maker: LineMaker): void {
  const { story, place } = maker;
  const { tokens, lengths, bits, clauses, title, parts } = story;
  const said = rowText(story, range(0, title));
  const kind = SUMS.find(([speaks]) => speaks.test(said));
  let end = 0;
  while (end < title && !tokens[end]!.text.endsWith("项目")) end++;
  const part = parts.find((p) => p.from <= end && end < p.to);
  if (!kind || !part || FAILED.test(said)) return;
  const [, sum, before, behind] = kind;
  const project = range(part.from, end + 1);
  const named = rowText(story, project);
  // 创业慧康中标…项目: told already; 5个项目: which of them?
  if (/中标|招标|\d+个/u.test(named)) return;
  let last = "";
  for (let from = 0, to = 0; from < clauses.length && clauses[from]!.sentence < 4; from = to) {
    while (to < clauses.length && clauses[to]!.sentence === clauses[from]!.sentence) to++;
    const sentence = rowText(story, range(clauses[from]!.from, clauses[to - 1]!.to));
    const amount = sum.exec(sentence);
    // A word of the project's name there or just before, and no other phase or year of it.
    const near = last + sentence;
    last = sentence;
    const isSame = project.some(
      (t) => t < end && lengths[t]! > 1 && !(bits[t]! & PLACE) && near.includes(tokens[t]!.text.slice(0, 4)),
    );
    const phase = PHASE.exec(sentence)?.[0];
    if (amount === null || !isSame || FAILED.test(sentence) || BEFORE.test(sentence)) continue;
    if (phase !== undefined && PHASE.test(named) && !named.includes(phase)) continue;
    const told = before + (amount[1] ?? amount[2] ?? amount[3]) + behind;
    const placed = !maker.names(project);
    const { index } = clauses[from]!;
    maker.add([...(placed ? place : []), ...project, maker.put(told, LIKELY)], OUTCOME, index, placed, false);
    return;
  }
}
