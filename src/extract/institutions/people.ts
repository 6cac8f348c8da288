/** People with the office that they hold: an institution, a title right behind it, and a name behind that. */
import type { Field, Institution, Person, Reading } from "../../core/types.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { isCommonHan } from "./units.ts";

/** What may stand between the institution and the title: a department, and offices held before this one. */
const DEPARTMENT = /^[\u4e00-\u9fff]{0,8}?(?:科|部|处|室|中心|系|办|办公室|专业|团队)?$/;
/** A verb or a pause that ends a name: 贾春青|表示, 郝跃峰|介绍. */
const AFTER =
  /^(?:表示|介绍|说|指出|认为|强调|透露|告诉|坦言|提醒|建议|称|主持|出席|致辞|讲话|宣布|作|做|带队|率|向|在|就|为|与|和|等|对|到|、|，|。|：|；|（|\s|”|一行|解释|分析|回忆|补充|感慨|总结|汇报|参加|分享|发布|解读|代表|团队|教授|院士|医生|主任|$)/;

/** People with their office, precision first: only where institution, title and name stand side by side. */
export function findPeople(
  reading: Reading,
  institutions: readonly Institution[],
  { institutions: lexicon }: { readonly institutions: InstitutionLexicon },
): Person[] {
  const people = new Map<string, { name: string; office: string; mentions: Person["mentions"][number][] }>();
  for (const field of [reading.title, reading.text])
    for (const { name, mentions } of institutions)
      for (const mention of mentions) {
        if (mention.field !== field.name || !isCommonHan(field.text.charCodeAt(mention.end))) continue;
        const held = officeBehind(field.text, mention.end, lexicon);
        if (!held) continue;
        const office = `${name}${field.text.slice(mention.end, held.start).replace(/、$/, "")}`;
        const same = people.get(held.name);
        if (!same) people.set(held.name, { name: held.name, office, mentions: [] });
      }
  for (const person of people.values())
    for (const field of [reading.title, reading.text]) person.mentions.push(...mentionsOf(person.name, field));
  return [...people.values()];
}

/** The titles behind an institution and the name behind them. */
function officeBehind(text: string, from: number, lexicon: InstitutionLexicon): { name: string; start: number } | null {
  let at = from;
  let titled = false;
  for (let k = 0; k < 4; k++) {
    const title = nextTitle(text, at, titled, lexicon);
    if (title < 0) break;
    at = title;
    titled = true;
    if (text[at] === "、" || text[at] === "兼") at++;
  }
  if (!titled) return null;
  const length = nameLength(text, at, lexicon);
  return length === 0 ? null : { name: text.slice(at, at + length), start: at };
}

/** The end of the next title within 10 units, -1 where none stands; the longest that begins first wins. */
function nextTitle(text: string, at: number, near: boolean, lexicon: InstitutionLexicon): number {
  for (let start = at; start <= at + (near ? 0 : 10) && start < text.length; start++) {
    if (start > at && !isCommonHan(text.charCodeAt(start - 1))) return -1;
    const longest = lexicon.longestTitle[text.charCodeAt(start)]!;
    for (let length = Math.min(7, longest, text.length - start); length >= 2; length--)
      if (lexicon.titles.has(text.slice(start, start + length)))
        return DEPARTMENT.test(text.slice(at, start)) ? start + length : -1;
  }
  return -1;
}

/** How many units of a person's name begin at an offset: a family name and one or two more before a known end. */
function nameLength(text: string, at: number, lexicon: InstitutionLexicon): number {
  const double = lexicon.surnames.has(text.slice(at, at + 2)) ? 2 : 0;
  const family = double || (lexicon.surnames.has(text[at] ?? "") ? 1 : 0);
  if (family === 0) return 0;
  for (const given of [2, 1]) {
    const end = at + family + given;
    if (!/^[\u4e00-\u9fff]+$/.test(text.slice(at, end)) || text.length < end) continue;
    if (/[某的了是在说和与等就为对]/.test(text.slice(at + family, end))) continue;
    if (AFTER.test(text.slice(end, end + 4))) return family + given;
  }
  return 0;
}

function mentionsOf(name: string, field: Field): Person["mentions"][number][] {
  const mentions: Person["mentions"][number][] = [];
  for (let at = field.text.indexOf(name); at >= 0; at = field.text.indexOf(name, at + name.length))
    mentions.push({ field: field.name, start: at, end: at + name.length, text: name });
  return mentions;
}
