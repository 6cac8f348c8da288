/** Full names, types and codes of institution mentions, once the primary region is known. */
import type { Institution, InstitutionType, Mention, Notice, Reading, Region } from "../../core/types.ts";
import type { InstitutionMention, InstitutionResources } from "./mention.ts";
import { type Context, capitalOf, divisionOfLevel, officialPlace, seatOf } from "./place-names.ts";
import type { Found } from "./recognise.ts";

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
  const context = contextOf(mentions, regions, reading, resources);
  const groups = new Map<string, { named: Named; mentions: InstitutionMention[] }>();
  const notices: Notice[] = [];
  for (const mention of mentions) {
    const text = mention.field === "title" ? reading.title.text : reading.text.text;
    const named = nameOf(mention.reading, text, mention, context, resources);
    if (!named.complete)
      notices.push({
        code: "institution-incomplete",
        message: `机构名称“${mention.text}”无法补全，按原文列出`,
        field: mention.field,
        start: mention.start,
        end: mention.end,
      });
    const group = groups.get(named.name);
    if (group) group.mentions.push(mention);
    else groups.set(named.name, { named, mentions: [mention] });
  }
  const institutions = [...groups.values()].map(({ named, mentions: own }) => ({
    name: named.name,
    type: named.type,
    code: named.code,
    mentions: own.map(({ field, start, end, text }) => ({ field, start, end, text })),
  }));
  return { institutions, notices };
}

const offsetOf = (mention: Mention): number => (mention.field === "title" ? 0 : 1e6) + mention.start;

function contextOf(
  mentions: readonly InstitutionMention[],
  regions: readonly Region[],
  reading: Reading,
  { divisions }: InstitutionResources,
): Context {
  const primary = regions.find((r) => r.primary)?.code ?? null;
  const places = regions.flatMap((r) => r.mentions.map((m) => ({ at: offsetOf(m), code: r.code })));
  for (const mention of mentions) {
    if (mention.reading.anchor !== "place") continue;
    const text = mention.field === "title" ? reading.title.text : reading.text.text;
    const code = divisions.placeIn(text.slice(mention.start, mention.reading.core), primary === null ? [] : [primary]);
    if (code !== null) places.push({ at: offsetOf(mention), code });
  }
  places.sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
  return { primary, places };
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
      return compose(code, found.department, rest, type, resources);
    }
    case "before": {
      const before = found.owner ? nameOf(found.owner, text, mention, context, resources) : null;
      const code = before?.code ?? null;
      if (code === null) return { name: printed, type, code: null, complete: false };
      return compose(code, found.department, rest, type, resources);
    }
    case "owner": {
      const owner = nameOf(found.owner!, text, mention, context, resources); // anchor “owner” always has one
      const name = `${owner.name}${rest}`;
      return { name, type, code: codeUnder(owner, name, context, resources), complete: owner.complete };
    }
    case "nation":
      return { name: printed, type, code: null, complete: true };
    default: {
      const place = resources.divisions.placeIn(printed, near(context));
      return { name: printed, type, code: place === null ? null : codeFor(type, place), complete: true };
    }
  }
}

const near = (context: Context): string[] => [
  ...(context.primary === null ? [] : [context.primary]),
  ...context.places.map((p) => p.code),
];

/** A local alias goes to the owner whose seat is near; any other surface has one owner. */
function nameKnown(found: Found, printed: string, context: Context, resources: InstitutionResources): Named {
  const { institutions, divisions } = resources;
  const surfaces = found.known.map((entry) => institutions.surface(entry));
  const alone = surfaces.find((s) => s.use !== "local");
  if (alone) return { ...institutions.institution(alone.institution), complete: true };
  const owners = surfaces.map((s) => institutions.institution(s.institution));
  const close = owners.filter(
    ({ code }) =>
      code !== null && near(context).some((n) => divisions.contains(code, n) || divisions.contains(n, code)),
  );
  if (close.length === 1) return { ...close[0]!, complete: true };
  return { name: printed, type: owners[0]?.type ?? "other", code: null, complete: false };
}

const CLASS_WORD = /[省市县区州旗盟镇乡道]$/;

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
  const code = divisions.placeIn(place, near(context)) ?? townCounty(place, context, resources);
  if (code === null) {
    const whole = divisions.placeIn(printed, near(context));
    return { name: printed, type, code: whole === null ? null : codeFor(type, whole), complete: true };
  }
  const town = townIn(place, code, resources);
  if (found.department || (CLASS_WORD.test(place) && !/(?:公司|集团|报|网|大学)$/.test(rest)))
    return compose(code, found.department, `${town}${rest}`, type, resources);
  const deepest = divisions.placeIn(printed, near(context)) ?? code;
  return { name: printed, type, code: codeFor(type, deepest), complete: true };
}

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
    code: codeFor(type, department ? code : (divisions.placeIn(name, [code]) ?? code)),
    complete: true,
  };
}

/** Companies and universities sit at prefecture level, in the capital where only a province is named. */
function codeFor(type: InstitutionType, code: string): string {
  return type === "company" || type === "university" ? capitalOf(seatOf(code)) : code;
}

/** A part with a seat of its own (附属义乌医院, 南沙院区), else the owner's seat. */
function codeUnder(owner: Named, name: string, context: Context, { divisions }: InstitutionResources): string | null {
  const whole = divisions.placeIn(name, near(context));
  const own = divisions.placeIn(owner.name, near(context));
  if (whole === null || whole === own) return owner.code;
  if (owner.code !== null && divisions.contains(whole, owner.code)) return owner.code;
  return whole;
}

/** The county of a bare town: the one of its namesakes in or around the article's places. */
function townCounty(place: string, context: Context, { divisions }: InstitutionResources): string | null {
  const counties = [...new Set(divisions.townshipsNamed(place).map((c) => c.slice(0, 6)))].filter((c) =>
    divisions.division(c),
  );
  if (counties.length === 1) return counties[0]!;
  for (const n of near(context)) {
    const close = counties.filter((c) => divisions.contains(n, c) || divisions.contains(c, n));
    if (close.length === 1) return close[0]!;
  }
  return null;
}

/** The town at the end of a place: 博鳌镇 in 琼海市博鳌镇. */
function townIn(place: string, code: string, { divisions }: InstitutionResources): string {
  const match = /(?:镇|乡|街道)$/.exec(place);
  if (!match) return "";
  for (let from = 0; from < place.length - 1; from++) {
    const tail = place.slice(from);
    if (divisions.townshipsNamed(tail).some((c) => c.startsWith(code.slice(0, code.endsWith("00") ? 4 : 6))))
      return tail;
  }
  return "";
}
