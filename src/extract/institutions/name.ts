/** Full names, types and codes of institution mentions, once the primary region is known. */
import type { Institution, InstitutionType, Mention, Notice, Reading, Region } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { KnownInstitution } from "../../lexicon/institutions.ts";
import type { InstitutionMention, InstitutionResources } from "./mention.ts";
import { type Context, capitalOf, divisionOfLevel, officialPlace, prefectureOf } from "./place-names.ts";
import { openingPlace, placePath } from "./place-path.ts";
import type { Found } from "./recognise.ts";
import { branchName, provincialCompany } from "./telecom.ts";

/** A name worked out, and whether it is more than what stands in print. */
interface Named {
  readonly name: string;
  readonly type: InstitutionType;
  readonly code: string | null;
  /** False where a level or a row could not be completed. */
  readonly complete: boolean;
}

/** Full names, types and codes. */
export function nameInstitutions(
  mentions: readonly InstitutionMention[],
  regions: readonly Region[],
  reading: Reading,
  resources: InstitutionResources,
): { institutions: Institution[]; notices: Notice[] } {
  if (mentions.length === 0) return { institutions: [], notices: [] };
  const context = contextOf(mentions, regions, reading, resources);
  const groups = new Map<string, { named: Named; mentions: Mention[] }>();
  const known = new Map<string, { found: Found; named: Named }>();
  const notices: Notice[] = [];
  for (const mention of mentions) {
    const base = mention.full ?? mention;
    const before = known.get(base.text);
    let named: Named;
    if (before !== undefined && sameReading(before.found, base.reading)) named = before.named;
    else {
      named = nameOf(base.reading, textOf(base, reading), base, context, resources);
      known.set(base.text, { found: base.reading, named });
    }
    if (!named.complete)
      notices.push({
        code: "institution-incomplete",
        message: `机构名称“${mention.text}”无法补全，按原文列出`,
        field: mention.field,
        start: mention.start,
        end: mention.end,
      });
    const { field, start, end, text } = mention;
    const group = groups.get(named.name);
    if (group) group.mentions.push({ field, start, end, text });
    else groups.set(named.name, { named, mentions: [{ field, start, end, text }] });
  }
  const institutions: Institution[] = [];
  for (const { named, mentions: own } of groups.values())
    institutions.push({ name: named.name, type: named.type, code: named.code, mentions: own });
  return { institutions, notices };
}

const textOf = (mention: Mention, reading: Reading): string =>
  mention.field === "title" ? reading.title.text : reading.text.text;

/** Whether two readings of one printed name give one full name: those that hang on their place in the text never do. */
function sameReading(a: Found, b: Found): boolean {
  if (a.anchor !== b.anchor || a.anchor === "level" || a.anchor === "before") return false;
  return (
    a.core - a.start === b.core - b.start &&
    a.end - a.start === b.end - b.start &&
    a.type === b.type &&
    a.department === b.department &&
    a.known.length === b.known.length &&
    a.known[0] === b.known[0] &&
    (a.owner === null ? b.owner === null : b.owner !== null && sameReading(a.owner, b.owner))
  );
}

const offsetOf = (mention: Mention): number => (mention.field === "title" ? 0 : 1e6) + mention.start;

function contextOf(
  mentions: readonly InstitutionMention[],
  regions: readonly Region[],
  reading: Reading,
  { divisions }: InstitutionResources,
): Context {
  const primary = regions.find((r) => r.primary)?.code ?? null;
  const own = primary === null ? [] : [primary];
  const places: { at: number; code: string }[] = [];
  for (const { code, mentions: named } of regions) for (const m of named) places.push({ at: offsetOf(m), code });
  const codes = new Map<string, string | null>();
  const plainHospitals = new Set<string>();
  for (const mention of mentions) {
    if (mention.reading.anchor !== "place" || mention.full) continue;
    const place = mention.text.slice(0, mention.reading.core - mention.start);
    let code = codes.get(place);
    if (code === undefined) codes.set(place, (code = placePath(place, own, divisions)?.code ?? null));
    if (code === null) continue;
    places.push({ at: offsetOf(mention), code });
    if (mention.text.slice(place.length) === "医院") plainHospitals.add(code);
  }
  places.sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
  const near = new Set(own);
  for (const { code } of places) near.add(code);
  let hospital: Context["hospital"] | undefined;
  return {
    primary,
    places,
    near: [...near],
    plainHospitals,
    placed: new Map(),
    get hospital() {
      return hospital === undefined ? (hospital = mainHospital(mentions, reading)) : hospital;
    },
  };
}

/** The hospital that a bare 后湖院区 belongs to: the one whose branches are named, else the one named most. */
function mainHospital(mentions: readonly InstitutionMention[], reading: Reading): Context["hospital"] {
  const counts = new Map<string, { mention: InstitutionMention; count: number }>();
  for (const mention of mentions) {
    if (!/医院$/.test(mention.text)) {
      const owner = mention.reading.anchor === "owner" && /院区$/.test(mention.text) ? mention.reading.owner : null;
      if (owner === null) continue;
      const source = mention.field === "title" ? reading.title.text : reading.text.text;
      return { reading: owner, source, mention };
    }
    const seen = counts.get(mention.text);
    if (seen) seen.count++;
    else counts.set(mention.text, { mention, count: 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0]?.mention;
  if (best === undefined) return null;
  return {
    reading: best.reading,
    source: best.field === "title" ? reading.title.text : reading.text.text,
    mention: best,
  };
}

function nameOf(
  found: Found,
  text: string,
  mention: Mention,
  context: Context,
  resources: InstitutionResources,
): Named {
  const printed = text.slice(found.start, found.end);
  if (found.known.length > 0) return nameKnown(found, printed, context, resources);
  const at = offsetOf({ ...mention, start: found.start });
  const rest = text.slice(found.core, found.end);
  const type = found.type ?? "other";
  switch (found.anchor) {
    case "place":
      return nameAtPlace(found, text.slice(found.start, found.core), rest, type, context, resources);
    case "level": {
      const level = text.slice(found.start, found.core);
      const code = divisionOfLevel(level, at, context, resources.divisions);
      if (code === null) return { name: printed, type, code: null, complete: false };
      const body = context.plainHospitals.has(code) ? rest : hospitalOf(rest);
      return compose(code, found.department, body, type, resources);
    }
    case "before": {
      const before = found.owner ? nameOf(found.owner, text, mention, context, resources) : null;
      const code = before?.code ?? null;
      if (code === null) return { name: printed, type, code: null, complete: false };
      return compose(code, found.department, rest, type, resources);
    }
    case "branch": {
      const owner =
        context.hospital === null
          ? null
          : nameOf(
              context.hospital.reading,
              context.hospital.source,
              context.hospital.mention,
              { ...context, hospital: null },
              resources,
            );
      if (owner === null) return { name: printed, type, code: null, complete: false };
      return {
        name: `${owner.name}${rest}`,
        type,
        code: codeUnder(owner, `${owner.name}${rest}`, context, resources),
        complete: true,
      };
    }
    case "owner": {
      const owner = nameOf(found.owner!, text, mention, context, resources); // anchor “owner” always has one
      const body = found.department && !found.department.includes("{}") ? found.department : rest;
      if (goesOnFromShort(found, printed, owner.name)) {
        const place = placeIn(printed, context, resources.divisions);
        return { name: printed, type, code: place === null ? owner.code : codeFor(type, place), complete: true };
      }
      const operator = OPERATORS[owner.name];
      const base = BRANCH_BASES[owner.name];
      const city = base === undefined ? null : openingPlace(rest, context.near, resources.divisions);
      let name = `${base ?? owner.name}${body}`;
      if (city !== null && operator === "移动" && /[1-9]\d?$/.test(city.code.slice(4)))
        name = `${provincialCompany(city.code, resources.divisions)}${body}`;
      else if (city !== null && operator !== undefined && (operator === "移动" || isCityBranch(rest, city)))
        name = branchName(operator, prefectureOf(city.code), resources.divisions);
      if (city !== null) return { name, type, code: prefectureOf(city.code), complete: true };
      return { name, type, code: codeUnder(owner, name, context, resources), complete: owner.complete };
    }
    case "telecom": {
      const path = openingPlace(printed, context.near, resources.divisions);
      const code = path === null ? null : prefectureOf(path.code);
      const name = code === null ? printed : branchName(rest, code, resources.divisions);
      return { name, type, code, complete: code !== null };
    }
    case "nation":
      return { name: printed, type, code: null, complete: true };
    default:
      return nameAlone(found, printed, type, context, resources);
  }
}

/** How a registered name ends. */
const REGISTERED = /(?:有限|责任|股份)公司$/;

/** Whether a registered name opens with another company's short one, and is whole as printed: 中国电子|系统技术有限公司. */
const goesOnFromShort = ({ owner }: Found, printed: string, full: string): boolean =>
  REGISTERED.test(printed) &&
  owner !== null &&
  owner.known.length > 0 &&
  !printed.startsWith(full) &&
  BRANCH_BASES[full] === undefined;

/** A county's one general hospital is its people's hospital, a city's 一院 or 二医院 its first or second one. */
function hospitalOf(rest: string): string {
  if (rest === "医院") return "人民医院";
  return rest.replace(/^([一二三四五六七八九])医?院$/, "第$1人民医院");
}

/** A name that only the tagger saw: completed where it opens with a division, placed by the article where it may be. */
function nameAlone(
  found: Found,
  printed: string,
  type: InstitutionType,
  context: Context,
  resources: InstitutionResources,
): Named {
  const path = openingPlace(printed, context.near, resources.divisions);
  if (path !== null && path.end < printed.length)
    return nameAtPlace(found, printed.slice(0, path.end), printed.slice(path.end), type, context, resources);
  const place = placeIn(printed, context, resources.divisions);
  const local = LOCAL_TYPES.has(type) ? context.primary : null;
  const code = place ?? local;
  return { name: printed, type, code: code === null ? null : codeFor(type, code), complete: true };
}

/** What an article names without a place is where the article is; companies and media may be anywhere. */
const LOCAL_TYPES: ReadonlySet<InstitutionType> = new Set(["hospital", "public-health", "government"]);

/** A local alias goes to the owner whose seat is near; any other surface has one owner. */
function nameKnown(found: Found, printed: string, context: Context, resources: InstitutionResources): Named {
  const { institutions, divisions } = resources;
  const owners: KnownInstitution[] = [];
  for (const entry of found.known) {
    const { use, institution } = institutions.surface(entry);
    const owner = institutions.institution(institution);
    if (use !== "local") return { ...owner, complete: true };
    owners.push(owner);
  }
  const close = owners.filter(
    ({ code }) => code !== null && context.near.some((n) => divisions.contains(code, n) || divisions.contains(n, code)),
  );
  if (close.length === 1) return { ...close[0]!, complete: true };
  return { name: printed, type: owners[0]?.type ?? "other", code: null, complete: false };
}

function nameAtPlace(
  found: Found,
  place: string,
  rest: string,
  type: InstitutionType,
  context: Context,
  resources: InstitutionResources,
): Named {
  const { divisions } = resources;
  const printed = `${place}${rest}`;
  const path = openingPlace(printed, context.near, divisions);
  if (path === null || path.end > place.length + 2) {
    const whole = placeIn(printed, context, divisions);
    return { name: printed, type, code: whole === null ? null : codeFor(type, whole), complete: true };
  }
  const body = printed.slice(path.end);
  if (path.zone && found.department)
    return { name: `${place}${found.department}`, type, code: path.code, complete: true };
  if (found.department || (path.full && !path.zone && !PRINTED_PLACE.test(rest)))
    return compose(path.code, found.department, `${path.town}${body}`, type, resources);
  const deepest = BRANCHED.test(body) ? divisions.placeIn(printed, [path.code]) : path.code;
  const inside = deepest !== null && divisions.contains(path.code, deepest) ? deepest : path.code;
  // City banks are joint-stock companies: 温州|银行.
  const name = rest === "银行" && !path.full ? `${printed}股份有限公司` : printed;
  return { name, type, code: codeFor(type, inside), complete: true };
}

/** Companies, newspapers and universities keep the place as they print it. */
const PRINTED_PLACE = /(?:公司|集团|报|网|大学|学院|银行|证券)$/;

/** The name under a division: a department's full form, else what is printed after the place. */
function compose(
  code: string,
  department: string,
  rest: string,
  type: InstitutionType,
  { divisions }: InstitutionResources,
): Named {
  const place = officialPlace(divisions, code);
  const body = department || rest;
  const name = body.includes("{}") ? body.replace("{}", place) : `${place}${body}`;
  return {
    name,
    type,
    code: codeFor(type, BRANCHED.test(body) ? (divisions.placeIn(name, [code]) ?? code) : code),
    complete: true,
  };
}

/** Telecom groups run their branches through these companies. */
const BRANCH_BASES: Readonly<Record<string, string>> = {
  中国电信集团有限公司: "中国电信股份有限公司",
  中国移动通信集团有限公司: "中国移动通信集团",
  中国联合网络通信集团有限公司: "中国联合网络通信有限公司",
};
/** Groups whose city branches have names of their own: 中国联通|铜仁|分公司 is 铜仁市分公司. */
const OPERATORS: Readonly<Record<string, string>> = {
  中国移动通信集团有限公司: "移动",
  中国联合网络通信集团有限公司: "联通",
};
/** Whether nothing but 分公司 stands behind a city. */
const isCityBranch = (rest: string, { code, end }: { readonly code: string; readonly end: number }): boolean =>
  rest.slice(end) === "分公司" && /00$/.test(code) && !code.endsWith("0000");

/** What may have a seat of its own behind the first place. */
const BRANCHED = /院区|分院|校区|分中心|分公司|医院.+医院/;

/** The place in a name, looked up once a document. */
function placeIn(name: string, context: Context, divisions: Gazetteer): string | null {
  let place = context.placed.get(name);
  if (place === undefined) {
    place = divisions.placeIn(name, context.near);
    context.placed.set(name, place);
  }
  return place;
}

/** Companies and universities sit at prefecture level, in the capital where only a province is named. */
function codeFor(type: InstitutionType, code: string): string {
  return type === "company" || type === "university" ? capitalOf(prefectureOf(code)) : code;
}

/** A part with a seat of its own (附属义乌医院, 南沙院区), else the owner's seat. */
function codeUnder(owner: Named, name: string, context: Context, { divisions }: InstitutionResources): string | null {
  const whole = placeIn(name, context, divisions);
  const own = placeIn(owner.name, context, divisions);
  if (whole === null || whole === own) return owner.code;
  if (owner.code !== null && divisions.contains(whole, owner.code)) return owner.code;
  return whole;
}
