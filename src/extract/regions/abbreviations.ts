/** One-character names (沪, 粤) where nothing else can be meant: in a run (川滇黔渝), in a list (沪、苏、浙), after 在 or 赴. */
import type { Field, Mention } from "../../core/types.ts";
import type { Gazetteer, NameSense } from "../../lexicon/divisions.ts";
import { type DivisionHits, overlaps } from "./candidates.ts";
import { tokenAt } from "./tokens.ts";

/** Provinces' characters that are common words or parts of names as well: a run of two is not enough for them. */
const COMMON = new Set("新青宁云台港吉黑贵藏秦甘海蒙川连昌深佛珠惠温沈洛兰哈杭汉蜀烟锡");

/** Behind a run that lists provinces: 川渝黔三地, 京蒙协作, 豫鲁交界. */
const COUNTED = /^(?:[两二三四五六][地省]|协作|交界|边界|接壤|毗邻|对口)/u;

const COMES_TO = new Set("在赴来抵返进离驻援入");

export interface Run {
  readonly start: number;
  readonly end: number;
  readonly senses: readonly NameSense[];
}

interface Letter {
  readonly at: number;
  readonly senses: readonly NameSense[];
  readonly common: boolean;
}

/** Runs of one-character names in a field, outside the `taken` spans; those by start. */
export function findAbbreviations(
  { field, hits }: DivisionHits,
  taken: readonly Mention[],
  gazetteer: Gazetteer,
): Run[] {
  const letters: Letter[] = [];
  for (const hit of hits)
    if (hit.end - hit.start === 1)
      letters.push({
        at: hit.start,
        senses: gazetteer.name(hit.entry).senses,
        common: COMMON.has(field.text[hit.start] ?? ""),
      });
  const runs: Run[] = [];
  for (let i = 0; i < letters.length; ) {
    let j = i + 1;
    while (j < letters.length && letters[j]!.at === letters[j - 1]!.at + 1) j++;
    const start = letters[i]!.at;
    const end = letters[j - 1]!.at + 1;
    if (!(j === i + 1 && letters[i]!.common)) {
      const run = letters.slice(i, j);
      if (accept(field, run, letters, i, j) && !overlaps(taken, start, end))
        runs.push({ start, end, senses: run.flatMap((l) => l.senses) });
    }
    i = j;
  }
  return runs;
}

function accept(field: Field, run: readonly Letter[], letters: readonly Letter[], from: number, to: number): boolean {
  if (run.length === 1 && run[0]!.common) return false;
  const { tokens, text } = field;
  const [start, end] = [run[0]!.at, run.at(-1)!.at + 1];
  const first = tokens[tokenAt(tokens, start)];
  const last = tokens[tokenAt(tokens, end - 1)];
  if (first === undefined || last === undefined) return false;
  const ends = last.end === end;
  if (run.length >= 2) {
    if (COUNTED.test(text.slice(end, end + 2))) return true;
    if (run.length < 4 && (first.start !== start || !ends)) return false;
    const provinces = run.every((l) => l.senses[0]!.code.endsWith("0000"));
    return provinces && (run.length >= 4 || run.every((l) => !l.common) || (run.length === 3 && !run[0]!.common));
  }
  if (!ends) return false;
  // 在京, 赴京, 援鄂: as two words or one.
  if (COMES_TO.has(text[start - 1] ?? "") && first.start >= start - 1) return true;
  if (first.start !== start) return false;
  const listed = (other: Letter | undefined): boolean =>
    other !== undefined &&
    !other.common &&
    Math.abs(other.at - start) === 2 &&
    text[Math.min(other.at, start) + 1] === "、";
  return listed(letters[from - 1]) || listed(letters[to]);
}
