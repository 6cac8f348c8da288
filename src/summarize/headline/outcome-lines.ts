/**
 * What came of it, told over two clauses or only in the body: 公布互联互通测评结果，甲医院通过四级甲等 →
 * 甲医院通过互联互通四级甲等测评; 影像云项目中标结果公布 → 影像云项目2986万元中标.
 */
import { RESULT } from "../read-clause.ts";
import { BARE_HOSPITAL, type Hospital } from "./actors.ts";
import { type LineMaker, OUTCOME } from "./lines.ts";
import { range, rowText } from "./row.ts";
import { ADVERB, type Clause, INSTITUTION, PREPOSITION, type Story, TERM, VERB } from "./story.ts";

/** What such an evaluation is called, and what is left out of that: 国家医疗健康信息|互联互通|标准化成熟度测评. */
const NAME = /电子病历(?:系统)?(?:应用水平|功能应用)?|互联互通|智慧服务|智慧管理/u;
const KIND = /(?:评审|评价|测评|评估)/u;
/** How likely its words stand in an editor's line. */
const LIKELY = 0.5;
const LEVEL = /(?:[一二三四五六七八]|[0-8])级(?:[甲乙]等)?/u;
/** 我市全民健康信息平台. */
const OUR_PLACE = /^[我本][省市县区州旗盟]$/u;
const PASSED = /^(?:顺利|成功|高分|以|榜上有名|榜上|通过|获评|位列|达到|获得|斩获|拿下|跻身|荣获|取得|获)$/u;

/** Adds who passed which evaluation, and for how much a contract was awarded. */
export function outcomeLines(maker: LineMaker, hospital: Hospital): void {
  passedLine(maker, hospital);
  awardLine(maker);
}

/** By what the title speaks of: how the body tells the sum, and what is written around it behind the project's name. */
const SUMS: readonly (readonly [title: RegExp, sum: RegExp, before: string, behind: string])[] = [
  [
    /中标|定标|开标|评标|成交|采购结果|花落|落地/u,
    /(?:中标|成交)(?:价|金额|总价)[为是，：]?(\d[\d.]*[万亿]元)|中标，金额(\d[\d.]*[万亿]元)|(\d[\d.]*[万亿]元)中标/u,
    "",
    "中标",
  ],
  [/招标/u, /预算(?:金额|价|总价)?[为是，：]?(\d[\d.]*[万亿]元)/u, "公开招标，预算", ""],
];

/** Adds the title's project with the sum for which the body says that it was awarded or is put out to tender. */
function awardLine(maker: LineMaker): void {
  const { story, place } = maker;
  const { tokens, clauses, title, parts } = story;
  const said = rowText(story, range(0, title));
  const kind = SUMS.find(([speaks]) => speaks.test(said));
  let end = 0;
  while (end < title && !tokens[end]!.text.endsWith("项目")) end++;
  const part = parts.find((p) => p.from <= end && end < p.to);
  if (!kind || !part) return;
  const [, sum, before, behind] = kind;
  const project = range(part.from, end + 1);
  // 创业慧康中标…项目: told already.
  if (project.some((t) => /中标|招标/u.test(tokens[t]!.text))) return;
  for (const clause of clauses) {
    if (clause.sentence > 3) return;
    const amount = sum.exec(rowText(story, range(clause.core, clauses[clause.index + 1]?.to ?? clause.to)));
    if (amount === null) continue;
    const told = before + (amount[1] ?? amount[2] ?? amount[3]) + behind;
    const placed = !maker.names(project);
    maker.add([...(placed ? place : []), ...project, maker.put(told, LIKELY)], OUTCOME, clause.index, placed, false);
    return;
  }
}

/** Adds who passed the evaluation whose results the clause before announces. */
function passedLine(maker: LineMaker, hospital: Hospital): void {
  const { story, place } = maker;
  const { clauses } = story;
  for (const clause of clauses) {
    if (clause.sentence > 4) break;
    const next = clauses[clause.index + 1];
    if (next?.sentence !== clause.sentence || !RESULT.test(rowText(story, range(clause.core, clause.to)))) continue;
    const name = found(story, clause, NAME);
    const who = subject(story, next);
    const after = clauses[next.index + 1];
    const told = [next, ...(after?.sentence === clause.sentence ? [after] : [])].find((c) => found(story, c, LEVEL));
    const level = told && found(story, told, LEVEL);
    const ours = BARE_HOSPITAL.test(rowText(story, who));
    const named = ours
      ? hospital.tokens
      : OUR_PLACE.test(story.tokens[who[0] ?? 0]!.text)
        ? [...place, ...who.slice(1)]
        : who;
    if (!name || !level || named.length === 0) continue;
    const kind = found(story, told, KIND) ?? found(story, clause, KIND) ?? "";
    const passed = ["通过", name, level + kind].map((text) => maker.put(text, LIKELY));
    maker.add([...named, ...passed], OUTCOME, next.index, false, ours);
    return;
  }
}

const found = (story: Story, { core, to }: Clause, pattern: RegExp): string | undefined =>
  pattern.exec(rowText(story, range(core, to)))?.[0];

/** Who the clause tells of: what stands before its verb, where an institution or a system is named. */
function subject(story: Story, { core, to }: Clause): number[] {
  const { bits, classes, tokens } = story;
  let end = core;
  while (
    end < to &&
    !PASSED.test(tokens[end]!.text) &&
    (bits[end]! & (INSTITUTION | TERM) ||
      (classes[end] !== VERB && classes[end] !== ADVERB && classes[end] !== PREPOSITION))
  )
    end++;
  const who = range(core, end);
  const named = who.some((t) => bits[t]! & (INSTITUTION | TERM)) || BARE_HOSPITAL.test(rowText(story, who));
  return named && end < to && rowText(story, who).length < 22 ? who : [];
}
