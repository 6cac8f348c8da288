/** Lines of the title and of its parts, the place put before where none is named. */
import { BARE_HOSPITAL, type Hospital } from "./actors.ts";
import { type LineMaker, PARTS, TITLE } from "./lines.ts";
import { ACTION, LAUNCH } from "./roles.ts";
import { range } from "./row.ts";
import { DIGIT, GERUND, INSTITUTION, MARK, OFFICE, PARTICLE, PLACE, type Story, TERM } from "./story.ts";
import { isNominal, predicates } from "./trims.ts";

/** 我市, 这家医院: whose it is, the text says. */
const OWN = /我[市县省区州院]|这[家座个]/u;
const THIS = /这\d/u;
const OWN_HEAD = /^(?:我[市县省区州院]|这[家座个](?:城市|[^，。]{0,2}医院|[市县州区])?)(?:这家医院|一家医院)?的?/u;
/** 已上岗2600个, behind a place or without. */
const BARE_PART = /^\p{sc=Han}{0,4}已[^，]{0,6}\d[\d.]*[余多万]*[个只件套台辆]$/u;
const TELLING = LAUNCH | ACTION | TERM | DIGIT;

/** Adds the title and its parts. */
export function titleLines(maker: LineMaker, hospital: Hospital): void {
  const { story, place } = maker;
  const { parts } = story;
  const named = namedPart(story);
  let clean = false;
  for (const part of parts) if (part.bait === 0 && bitsOf(story, part.from, part.to) & TELLING) clean = true;
  for (let i = 0; i < parts.length; i++)
    for (let j = i; j < parts.length; j++) {
      // 码头上拍CT、船上做超声 东兴5G巡诊车开到渔家门口: the first half only paints; the event has the name in it.
      if (i < named && j >= named) continue;
      // 看病、理赔、研发，数据怎么用？ The first half is what the question is about.
      if (parts[j]!.mark === "，" && (parts[j + 1]?.bait ?? 0) >= 3) continue;
      // 省医保局 省药监局关于…的通知: not one of the two alone.
      if (i > 0 && isRow(story, i)) continue;
      const from = parts[i]!.from;
      const to = parts[j]!.to;
      let bait = 0;
      for (let k = i; k <= j; k++) bait += parts[k]!.bait;
      const text = story.extraction.reading.title.text.slice(story.tokens[from]!.start, story.tokens[to - 1]!.end);
      const whose = OWN.exec(text);
      if (whose) {
        ownLine(maker, hospital, { from, to, mark: text, bait }, whose.index);
        continue;
      }
      // 独居老人的“守护员”，香洲已上岗2600个: of what, the part before says.
      if (i > 0 && BARE_PART.test(text)) continue;
      if (bait >= 3 || (clean && bait > 0) || (j > i && /[？！!?]/.test(text))) continue;
      const bits = bitsOf(story, from, to);
      if (!(bits & TELLING)) continue;
      // 药盒上20个数字: nothing is said of them.
      if (!(bits & (LAUNCH | ACTION | TERM | PLACE | INSTITUTION)) && isPhrase(story, from, to)) continue;
      let row = range(from, to);
      // 医院 at its head is the article's own.
      if (BARE_HOSPITAL.has(story.tokens[from]!.text)) {
        if (hospital.tokens.length === 0) continue;
        row = [...hospital.tokens, ...range(from + 1, to)];
      }
      // 这76辆救护车: whose, the title does not say.
      if (THIS.test(text)) continue;
      maker.add(row, i === 0 && j === parts.length - 1 ? TITLE : PARTS, -1, false, false, bait);
      // Of the hospital in the title, not of its city, is what the title says.
      const own = hospital.titled ? hospital.tokens : place;
      const says = (bits & (LAUNCH | ACTION | TERM)) !== 0 || predicates(story, row);
      if (own.length > 0 && says && !(bits & (PLACE | INSTITUTION)) && !maker.unplaceable(row))
        maker.add([...own, ...row], PARTS, -1, !hospital.titled, hospital.titled, bait);
      // A short head (三明：) and a later part.
      const head = parts[0]!;
      const heads = head.mark === "：" || (bitsOf(story, head.from, head.to) & (PLACE | INSTITUTION)) !== 0;
      if (i > 1 && head.to - head.from <= 3 && head.bait === 0 && heads)
        maker.add([...range(head.from, head.to), ...row], PARTS, -1, true, false, bait);
    }
}

/** Names whom 我市 or 这家医院 means; `mark` of the part is its text. */
function ownLine(maker: LineMaker, hospital: Hospital, part: Story["parts"][number], at: number): void {
  const { mark: text } = part;
  const { tokens } = maker.story;
  // 我市这家医院 is one, 我市三级医院 are the city's.
  const byHospital = /我院|[这一]家[^，。]{0,3}医院/u.test(text.slice(at, at + 9));
  const name = byHospital ? hospital.tokens : maker.place;
  if (name.length === 0 || at > 4) return;
  const cut = tokens[part.from]!.start + text.length - text.slice(at).replace(OWN_HEAD, "").length;
  let from = part.from;
  while (from < part.to && tokens[from]!.start < cut) from++;
  maker.add([...name, ...range(from, part.to)], PARTS, -1, true, byHospital, part.bait);
}

/** Whether only nouns and figures stand there. */
function isPhrase({ classes }: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const k = classes[i]!;
    if (k === GERUND || !(isNominal(k) || k === MARK || k === PARTICLE)) return false;
  }
  return true;
}

function bitsOf(story: Story, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= story.bits[i]!;
  return bits;
}

/** Whether a part opens on an office, and the part before it ends on one. */
function isRow({ bits, parts }: Story, i: number): boolean {
  return (bits[parts[i]!.from]! & OFFICE) !== 0 && (bits[parts[i - 1]!.to - 1]! & OFFICE) !== 0;
}

/** Index of the title's first part that names a place or an institution, 0 where none does. */
function namedPart(story: Story): number {
  const { parts } = story;
  for (let i = 0; i < parts.length; i++)
    if (bitsOf(story, parts[i]!.from, parts[i]!.to) & (PLACE | INSTITUTION)) return i;
  return 0;
}
