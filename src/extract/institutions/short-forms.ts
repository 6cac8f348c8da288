/** Later mentions of an institution that the article has named in full: 和平医院, 硅基智能, （以下简称“市一院”）. */
import type { Field } from "../../core/types.ts";
import type { InstitutionMention } from "./mention.ts";

/** What a full name is shortened to. */
interface ShortForm {
  readonly surface: string;
  readonly full: InstitutionMention;
}

/** （以下简称“X”）, （下称X）, （简称：X）. */
const CALLED = /^（(?:以下)?[简下]?称(?:为|作)?[：:]?[“"「]?([^“”"」（）]{2,14})[”"」]?）/;
/** What a company's name ends with. */
const LEGAL = /(?:股份|集团|控股|（集团）|（控股）)*(?:有限责任公司|有限公司|股份公司|公司)$/;
/** Industry words that a company drops one by one: 硅基智能科技 → 硅基智能. */
const INDUSTRY =
  /(?:信息技术|信息科技|网络科技|网络技术|医疗科技|健康科技|生物科技|电子科技|智能科技|软件技术|科技|技术|信息|软件|网络|集团|股份|控股|发展|产业|服务|工程|系统)$/;
const NUMERALS = "一二三四五六七八九十";

/** Mentions of short forms outside the given ones, in both fields; one that only the tagger saw may be a short form. */
export function findShortForms(
  mentions: readonly InstitutionMention[],
  fields: readonly Field[],
): readonly InstitutionMention[] {
  const forms = new Map<string, ShortForm>();
  let townHouse: InstitutionMention | undefined;
  let townHouses = 0;
  for (const full of mentions) {
    const text = fields.find((f) => f.name === full.field)?.text ?? "";
    const called = text[full.end] === "（" ? CALLED.exec(text.slice(full.end, full.end + 24))?.[1] : undefined;
    if (called !== undefined && !forms.has(called)) forms.set(called, { surface: called, full });
    for (const surface of shortened(full)) if (!forms.has(surface)) forms.set(surface, { surface, full });
    if (TOWN_HOUSE.test(full.text) && full.text !== townHouse?.text) {
      townHouse ??= full;
      townHouses++;
    }
  }
  if (townHouse !== undefined && townHouses === 1) {
    const surface = `${TOWN_HOUSE.exec(townHouse.text)![1]!}卫生院`; // it has matched before
    forms.set(surface, { surface, full: townHouse });
  }
  if (forms.size === 0) return [];
  const found: InstitutionMention[] = [];
  for (const { surface, full } of [...forms.values()].sort((a, b) => b.surface.length - a.surface.length))
    for (const field of fields)
      for (let at = field.text.indexOf(surface); at >= 0; at = field.text.indexOf(surface, at + surface.length)) {
        const end = at + surface.length;
        const taken = (m: InstitutionMention): boolean =>
          m.field === field.name && m.start < end && at < m.end && !isAlone(m, at, end);
        if (mentions.some(taken) || found.some(taken) || !standsAlone(surface, field.text, at)) continue;
        found.push({ field: field.name, start: at, end, text: surface, reading: full.reading, full });
      }
  return found;
}

/** Whether nothing but the tagger says that the stretch is a name: no place, level or owner stands in it. */
const isAlone = ({ reading, start, end }: InstitutionMention, from: number, to: number): boolean =>
  (reading.anchor === "tagged" || reading.anchor === "none") &&
  reading.known.length === 0 &&
  start === from &&
  end === to;

const TOWN_HOUSE = /.(镇|乡)(?:中心)?卫生院$/;

/** 镇卫生院 after a number or 的 is any of them. */
function standsAlone(surface: string, text: string, at: number): boolean {
  return !/^[镇乡]卫生院$/.test(surface) || !/[0-9０-９家个各的些所级座多余乡、]/.test(text[at - 1] ?? "");
}

/** The forms of one full name. */
function shortened(full: InstitutionMention): string[] {
  const { text, reading } = full;
  const last = text.at(-1);
  if (last !== "院" && last !== "司") return [];
  const rest = text.slice(reading.core - reading.start);
  const owned =
    reading.anchor === "owner"
      ? rest.replace(/^(?:医学院)?(?:附属|直属)/, "")
      : reading.known.length > 0
        ? rest.replace(/^.*大学(?:医学院)?(?:附属|直属)(?!第)/, "")
        : "";
  if (owned !== "" && owned !== rest && owned.length >= 4 && /医院$/.test(owned) && !/^.{0,2}人民医院$/.test(owned))
    return [owned];
  const numbered = /^第([一二三四五六七八九十])(?:人民|中心)?医院$/.exec(rest);
  if (numbered && reading.anchor !== "owner" && NUMERALS.includes(numbered[1]!)) {
    const level = /[市县区州省]$/.exec(text.slice(0, reading.core - reading.start))?.[0] ?? "市";
    return [`${level}${numbered[1]}院`, ...(rest.length > 4 ? [rest] : [])];
  }
  if (LEGAL.test(text) && reading.known.length === 0) return companyForms(text, rest);
  return [];
}

function companyForms(text: string, rest: string): string[] {
  const forms = new Set<string>();
  for (const name of [rest, text]) {
    let form = name.replace(LEGAL, "").replace(/（[^）]*）/g, "");
    for (let i = 0; i < 3 && form.length >= 4; i++) {
      forms.add(form);
      const next = form.replace(INDUSTRY, "");
      if (next === form) break;
      form = next;
    }
    if (form.length >= 3) forms.add(form);
  }
  forms.delete(text);
  return [...forms];
}

/** A second name in brackets right behind the first: 苏州市康复医院（苏州市立医院康复医疗中心） is one institution. */
export function joinAliases(
  mentions: readonly InstitutionMention[],
  fields: readonly Field[],
): readonly InstitutionMention[] {
  const fullOf = new Map<string, InstitutionMention>();
  for (let i = 0; i + 1 < mentions.length; i++) {
    const first = mentions[i]!;
    const second = mentions[i + 1]!;
    if (second.field !== first.field || second.start !== first.end + 1) continue;
    const text = fields.find((f) => f.name === first.field)?.text ?? "";
    if (!/[（(]/.test(text[first.end] ?? "") || !/[）)]/.test(text[second.end] ?? "")) continue;
    if (!ALIASED.test(first.text) || !ALIASED.test(second.text) || second.reading.known.length > 0) continue;
    fullOf.set(second.text, first);
  }
  if (fullOf.size === 0) return mentions;
  return mentions.map((m) => {
    const full = fullOf.get(m.text);
    return full && full.text !== m.text ? { ...m, full } : m;
  });
}

const ALIASED = /(?:医院|中心|卫生院|研究院|研究所|保健院|公司|学院|大学)$/;
