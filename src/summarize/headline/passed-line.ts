/** Who has passed which evaluation, told over two clauses: 公布互联互通测评结果，甲医院通过四级甲等 → 甲医院通过互联互通四级甲等测评. */
import { RESULT } from "../read-clause.ts";
import { BARE_HOSPITAL, type Hospital } from "./actors.ts";
import { EVALUATED, type LineMaker } from "./lines.ts";
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

/** Adds who passed the evaluation whose results the clause before announces. */
export function passedLine(maker: LineMaker, hospital: Hospital): void {
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
    maker.add([...named, ...passed], EVALUATED, next.index, false, ours);
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
