/** What is told of another division than the place of the event: 全省 and 省财政 in a city's report. */

import { wordSet } from "../../text/word-set.ts";
import { DIGIT, INSTITUTION, NAME, PLACE, PREPOSITION, type Story, VERB } from "./story.ts";

/** 市卒中质控中心, 省财政, 县里: an office or the purse of the division that its first character calls; not 县域, 市民, 省下. */
const OFFICE =
  /^([省市县区州旗盟])(?!级|域|内|下|去|时|民|场)(?:里$|财政|\p{sc=Han}{0,12}(?:中心|委|局|厅|院|会|政府|办|部门|站|处|所))/u;
/** 全省 as a word; 全州 may be a county, which is a place. */
const WHOLE = /^全([省市县区州旗盟])$/u;
/** The place itself: 我市, 该县. */
const OWN: ReadonlySet<string> = wordSet(
  "我省 我市 我县 我区 我州 我旗 我盟 本省 本市 本县 本区 本州 本旗 本盟 该省 该市 该县 该区 该州 该旗 该盟",
);
/** 居全省第一, 作为全省首批: how it stands among the others. */
const AMONG: ReadonlySet<string> = wordSet("居 列 占 为 作为 成为 系 是");
const RANKED = /^(?:首|第|最|前|率先|唯一|领先|平均)/u;
/** Characters at the head of a row in which its office is looked for. */
const HEAD = 6;

/** 省, 市, 县 …: the division whose office a row of tokens opens on; empty where it opens on none. */
export function officeLevel({ bits, classes, tokens }: Story, row: readonly number[]): string {
  let head = "";
  for (let i = 0; i < row.length && i < HEAD; i++) {
    const t = row[i]!;
    if (bits[t]! & DIGIT || (classes[t] === VERB && !(bits[t]! & NAME))) break;
    head += tokens[t]!.text;
  }
  return OFFICE.exec(head)?.[1] ?? "";
}

/** By clause: 1 where its sentence has come to speak of the whole of another division than the place, which is called `level`. */
export function toldElsewhere({ clauses, bits, classes, tokens }: Story, level: string): Uint8Array {
  const away = new Uint8Array(clauses.length);
  for (const { index, order, from, core, to } of clauses) {
    let is = order > 0 && away[index - 1] === 1;
    // 全市…218家，我区…12家: back to the place, or on to another that is named.
    if (bits[core]! & (PLACE | INSTITUTION) || OWN.has(tokens[core]!.text)) is = false;
    for (let i = from; i < to && (classes[i] !== VERB || bits[i]! & NAME); i++) {
      const called = bits[i]! & PLACE ? undefined : WHOLE.exec(tokens[i]!.text)?.[1];
      if (called === undefined) continue;
      const before = i > from ? i - 1 : -1;
      const among = before >= 0 && (classes[before] === PREPOSITION || AMONG.has(tokens[before]!.text));
      if (!among && !RANKED.test(tokens[i + 1]?.text ?? "")) is = level !== "" && called !== level;
    }
    away[index] = is ? 1 : 0;
  }
  return away;
}
