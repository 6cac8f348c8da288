/** Who issued which document, and from when it holds: 三部门印发…指引，12月1日起施行. */

import { wordSet } from "../../text/word-set.ts";
import { ISSUED, type LineMaker } from "./lines.ts";
import { BOOK, BRACKET, LISTED, UNBOOK } from "./marks.ts";
import { NATIONAL } from "./names.ts";
import { POINTER, traitBit } from "./roles.ts";
import { range, rowText } from "./row.ts";
import { ADVERB, type Clause, DATE, INSTITUTION, NUMBER, PLACE, type Story, TIME, VERB } from "./story.ts";

const ISSUE = traitBit("issue");
const IN_FORCE = traitBit("inForce");
const SEVERAL = /^(?:[一二三四五六七八九十两]+部门|多部门|部门|部委)$/;
const LEFT_OUT: ReadonlySet<string> = wordSet("日前 近日 联合 正式 办公厅 于 在 官网 通告 会同");

/** Adds the document that the first sentences name. */
export function documentLine(maker: LineMaker): void {
  const { story, place, placeText } = maker;
  for (const clause of story.clauses) {
    if (clause.sentence > 5) break;
    const { verb, open, close } = documentIn(story, clause);
    if (close < 0) continue;
    let first = open + 1;
    while (first < close && /^(?:关于|印发)$/.test(story.tokens[first]!.text)) first++;
    let last = first;
    while (last < close && story.marks[last] !== BRACKET) last++;
    const name = range(first, last);
    const from = inForce(story);
    for (const who of issuers(maker, clause, verb)) {
      const bare =
        who === place && name.length > 0 && story.tokens[name[0]!]!.text.startsWith(placeText) ? name.slice(1) : name;
      const told = [...who, verb, ...bare];
      const dated = [...told, maker.comma, ...from];
      maker.add(
        from.length > 0 && maker.lengthOf(dated) <= maker.max ? dated : told,
        ISSUED,
        clause.index,
        who === place,
        false,
      );
    }
    break;
  }
}

const CIRCULAR: ReadonlySet<string> = wordSet("通知 通报 通告 公告 意见 决定 函 批复");
/** What the place says already: 关于开展全市…专项排查. */
const ALL_OF: ReadonlySet<string> = wordSet(
  "全省 全市 全县 全区 全州 全旗 全盟 我省 我市 我县 我区 我州 我旗 我盟 本省 本市 本县 本区 本州 本旗 本盟",
);
/** Nouns to the tagger that are verbs behind 关于. */
const NOUN_ELSEWHERE: ReadonlySet<string> = wordSet(
  "规范 部署 要求 保障 建设 应用 组织 实施 征集 遴选 申报 评选 推广 试点",
);
const OFFICE_END = /(?:委|委员会|局|厅|办公室|政府|中心)$/u;

/** Where 关于 stands in a title, and 通知 behind its 的; null where the title is no circular's. */
function circularIn({ tokens, marks, title }: Story): { about: number; kind: number } | null {
  let about = 0;
  while (about < title && tokens[about]!.text !== "关于") about++;
  for (let kind = about + 2; kind < title; kind++)
    if (CIRCULAR.has(tokens[kind]!.text) && tokens[kind - 1]!.text === "的")
      return kind === title - 1 || marks[kind + 1] === BRACKET ? { about, kind } : null;
  return null;
}

/** Whether the title is the name of a circular, which says neither who nor what; a national office's says who. */
export function isLocalCircular(story: Story): boolean {
  const circular = circularIn(story);
  return circular !== null && !NATIONAL.test(rowText(story, range(0, circular.about)));
}

/** Adds what a local circular is about, told of the place: 关于开展全市数据安全排查的通知 → 黄石开展数据安全排查. */
export function circularLine(maker: LineMaker): void {
  const { story, place } = maker;
  const { tokens, classes } = story;
  const circular = circularIn(story);
  if (circular === null || place.length === 0) return;
  const { about, kind } = circular;
  if (about > 0 && !isOwn(maker, rowText(story, range(0, about)))) return;
  const what = range(about + 1, kind - 1).filter((t) => !ALL_OF.has(tokens[t]!.text));
  if (what.length === 0) return;
  const head = classes[what[0]!]!;
  if (head === VERB || head === ADVERB || NOUN_ELSEWHERE.has(tokens[what[0]!]!.text))
    maker.add([...place, ...what], ISSUED, -1, true, false);
  else if (tokens[kind]!.text === "通报") maker.add([...place, kind, ...what], ISSUED, -1, true, false);
}

/** Whether who issues it is an office of the place: not the province's in a city's report. */
function isOwn({ story, placeText }: LineMaker, issuer: string): boolean {
  if (!OFFICE_END.test(issuer)) return false;
  if (issuer.includes(placeText.slice(0, 2))) return true;
  const level = story.extraction.regions.find((r) => r.primary)?.level;
  return /^(?:省|自治区)/.test(issuer) ? level === "province" : /^[市县区州旗盟]/.test(issuer);
}

/** Where 印发 stands in a clause, and the brackets 《》 behind it; -1 where they do not. */
function documentIn({ marks, traits }: Story, clause: Clause): { verb: number; open: number; close: number } {
  let verb = -1;
  let open = -1;
  for (let i = clause.from; i < clause.to; i++) {
    if (verb < 0 && traits[i]! & ISSUE) verb = i;
    if (verb >= 0 && open < 0 && marks[i] === BOOK && i - verb < 8) open = i;
    if (open >= 0 && marks[i] === UNBOOK) return { verb, open, close: i };
  }
  return { verb, open, close: -1 };
}

/** 三部门 where the title counts them; else who stands before the verb, and the place. */
function issuers(maker: LineMaker, clause: Clause, verb: number): (readonly number[])[] {
  const { story, place, placeText } = maker;
  let several: readonly number[] = [];
  for (let i = 0; i < story.title; i++) {
    const { text } = story.tokens[i]!;
    if (!SEVERAL.test(text)) continue;
    several = text.length === 2 && i > 0 && story.classes[i - 1] === NUMBER ? [i - 1, i] : [i];
  }
  if (several.length > 0) return [several];
  const found: (readonly number[])[] = [];
  const before: number[] = [];
  let listed = false;
  for (let i = clause.core; i < verb; i++) {
    if (story.bits[i]! & POINTER) return place.length > 0 && !(story.bits[i]! & INSTITUTION) ? [place] : [];
    // 在蓉发布: where, not who.
    if (story.tokens[i]!.text === "在" && story.bits[i + 1]! & PLACE) {
      i++;
      continue;
    }
    if (LEFT_OUT.has(story.tokens[i]!.text) || story.classes[i] === TIME) continue;
    before.push(i);
    if (story.marks[i] === LISTED) listed = true;
  }
  const office = rowText(story, before);
  // 宁夏回族自治区人民政府, 省卫健委: the place says it shorter.
  const local = place.length > 0 && (office.startsWith(placeText) || /^(?:省|市|县|区|州|自治区)/.test(office));
  if (before.length > 0 && !local && !listed) found.push(before);
  if (place.length > 0) found.push(place);
  return found;
}

/** 10月1日起施行, the year only where it is not the report's own. */
function inForce(story: Story): number[] {
  const year = story.extraction.reading.document.publishedAt.slice(0, 4);
  for (let i = story.title; i < story.end; i++) {
    if (!(story.traits[i]! & IN_FORCE)) continue;
    let from = i;
    while (from > 0 && (story.bits[from - 1]! & DATE || /^(?:起|正式)$/.test(story.tokens[from - 1]!.text))) from--;
    if (from > i - 3) continue;
    const row = range(from, i + 1).filter((t) => story.tokens[t]!.text !== "正式");
    if (rowText(story, row).startsWith(`${year}年`)) {
      while (row.length > 0 && !story.tokens[row[0]!]!.text.endsWith("年")) row.shift();
      row.shift();
    }
    return row;
  }
  return [];
}
