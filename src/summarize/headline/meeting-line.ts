/** …论坛在敦煌举行. */

import { wordSet } from "../../text/word-set.ts";
import { type LineMaker, MEETING } from "./lines.ts";
import { traitBit } from "./roles.ts";
import { range } from "./row.ts";
import { ADVERB, DATE, MARK, PARTICLE, PREPOSITION, PRONOUN, type Story, TIME, VERB } from "./story.ts";
import { joinsNames } from "./title.ts";
import { isNominal } from "./trims.ts";

const EVENT_NAME = /(?:大会|论坛|峰会|年会|博览会|研讨会|交流会|推进会|大赛|展览会)$/;
const HELD = traitBit("held");
const AND: ReadonlySet<string> = wordSet("与 和 及 暨");

/** Adds the meeting that the first sentences name, and where it is held. */
export function meetingLine(maker: LineMaker): void {
  const { story, place } = maker;
  if (place.length === 0) return;
  for (const clause of story.clauses) {
    if (clause.sentence > 4) break;
    for (let i = clause.from + 1; i < clause.to; i++) {
      if (
        story.lengths[i]! < 2 ||
        story.classes[i] === MARK ||
        !EVENT_NAME.test(story.tokens[i]!.text) ||
        story.classes[i] === VERB
      )
        continue;
      const from = nameStart(story, clause.from, i);
      const name = range(from, i + 1);
      if (maker.lengthOf(name) < 6) continue;
      const held = heldAt(story);
      if (held < 0) continue;
      maker.add([...name, maker.put("在", 0.3), ...place, held], MEETING, clause.index, true, false);
      return;
    }
  }
}

function nameStart({ tokens, classes, bits, traits }: Story, first: number, last: number): number {
  let from = last;
  while (from > first && last - from < 9) {
    const k = classes[from - 1]!;
    // 中国—东盟数字健康合作论坛
    if (tokens[from - 1]!.text === "—" && from - 2 >= first && joinsNames(tokens[from - 2], tokens[from])) {
      from -= 2;
      continue;
    }
    // 数字病理与人工智能学术大会
    if (AND.has(tokens[from - 1]!.text) && from - 2 >= first && isNominal(classes[from - 2]!)) {
      from -= 2;
      continue;
    }
    if (k === MARK || k === VERB || k === PREPOSITION || k === PARTICLE || k === TIME || k === ADVERB || k === PRONOUN)
      break;
    if (bits[from - 1]! & DATE || traits[from - 1]! & HELD) break;
    from--;
  }
  while (from < last && /^(?:第[一二三四五六七八九十\d]+届|首届)$/.test(tokens[from]!.text)) from++;
  return from;
}

/** The first 举行, else the first word for it. */
function heldAt({ tokens, traits, end }: Story): number {
  let held = -1;
  for (let i = 0; i < end; i++) {
    if (!(traits[i]! & HELD)) continue;
    if (tokens[i]!.text === "举行") return i;
    if (held < 0) held = i;
  }
  return held;
}
