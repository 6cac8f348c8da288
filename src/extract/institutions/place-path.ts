/** The divisions that open an institution's printed name: 南宁市邕宁区, 五峰县, 琼海市博鳌镇. */
import type { Gazetteer, NameSense } from "../../lexicon/divisions.ts";

export interface PlacePath {
  /** The deepest division. */
  readonly code: string;
  /** The township behind it, else empty. */
  readonly town: string;
  /** Whether the last division stands with its class word (衡水市, 大理州), so that it may be spelled in full. */
  readonly full: boolean;
  /** Whether it is a zone without a code of its own (雄安新区), which keeps its printed name. */
  readonly zone: boolean;
}

const USABLE: ReadonlySet<string> = new Set(["full", "short", "former", "former-short", "zone"]);
const CLASSED = /[省市区县州旗盟]$/;

/** Reads a whole stretch as divisions from the highest down; null where a part is none or stays ambiguous. */
export function placePath(place: string, near: readonly string[], gazetteer: Gazetteer): PlacePath | null {
  const path = openingPlace(place, near, gazetteer);
  return path !== null && path.end === place.length ? path : null;
}

/** The divisions that a name opens with, and where they end; null where it opens with none. */
export function openingPlace(
  place: string,
  near: readonly string[],
  gazetteer: Gazetteer,
): (PlacePath & { readonly end: number }) | null {
  let code: string | null = null;
  let full = false;
  let zone = false;
  let at = 0;
  while (at < place.length) {
    const townTo = townEnd(place, at);
    if (townTo > 0) {
      const path = townPath(place.slice(at, townTo), code, near, gazetteer);
      if (path !== null) return { ...path, end: townTo };
    }
    let end = at + gazetteer.longestAt(place, at);
    let senses: readonly NameSense[] = [];
    for (; end >= at + 2; end--) {
      senses = gazetteer.named(place.slice(at, end)).filter((s) => USABLE.has(s.kind));
      if (senses.length > 0) break;
    }
    if (senses.length === 0) break;
    // 五峰 + 县, 伊犁 + 州: a short name with its class word.
    const surface = place.slice(at, end);
    const next = place[end] ?? "";
    const classed =
      next !== "" && "县州区旗市省".includes(next) && gazetteer.named(surface + next).length === 0 ? 1 : 0;
    const chosen = chooseSense(senses, code, near, gazetteer);
    // 东莞市|南城: what does not lie in the place before it is a part of the name.
    if (chosen === null || (code !== null && !gazetteer.contains(code, chosen.code))) break;
    code = chosen.code;
    zone = chosen.kind === "zone";
    const name = gazetteer.division(code)?.name ?? "";
    full =
      chosen.kind === "full" ||
      classed === 1 ||
      (CLASSED.test(surface) && surface !== name && name.endsWith(surface.at(-1) ?? ""));
    at = end + classed;
  }
  return code === null ? null : { code, town: "", full, zone, end: at };
}

/** Where a town's class word ends that stands at most six units behind the first; 0 where none does. */
function townEnd(name: string, at: number): number {
  for (let i = at + 1; i <= at + 6 && i < name.length; i++) {
    const c = name[i];
    if (c === "镇" || c === "乡") return i + 1;
    if (c === "街" && name[i + 1] === "道") return i + 2;
  }
  return 0;
}

function townPath(town: string, above: string | null, near: readonly string[], gazetteer: Gazetteer): PlacePath | null {
  const counties = [...new Set(gazetteer.townshipsNamed(town).map((c) => c.slice(0, 6)))];
  const known = counties
    .map((c) => (gazetteer.division(c) ? c : `${c.slice(0, 4)}00`))
    .filter((c) => gazetteer.division(c));
  if (known.length === 0) return null;
  const code = chooseCode(known, above, near, gazetteer);
  if (code !== null && above !== null && !gazetteer.contains(above, code)) return null;
  return code === null ? null : { code, town, full: true, zone: false };
}

function chooseSense(
  senses: readonly NameSense[],
  above: string | null,
  near: readonly string[],
  gazetteer: Gazetteer,
): NameSense | null {
  const today = senses.filter((s) => s.until === 0);
  const pool = today.length > 0 ? today : senses;
  const code = chooseCode([...new Set(pool.map((s) => s.code))], above, near, gazetteer);
  return pool.find((s) => s.code === code) ?? null;
}

/** The one inside `above`, else the only one, else the one around or in the nearest place, else the highest. */
function chooseCode(
  codes: readonly string[],
  above: string | null,
  near: readonly string[],
  gazetteer: Gazetteer,
): string | null {
  const inside = above === null ? [] : codes.filter((c) => gazetteer.contains(above, c));
  const pool = inside.length > 0 ? inside : codes;
  if (pool.length <= 1) return pool[0] ?? null;
  for (const n of near) {
    const close = pool.filter((c) => gazetteer.contains(n, c) || gazetteer.contains(c, n));
    if (close.length === 1) return close[0]!;
  }
  const rank = (c: string): number => (c.endsWith("0000") ? 0 : c.endsWith("00") ? 1 : 2);
  const best = Math.min(...pool.map(rank));
  const top = pool.filter((c) => rank(c) === best);
  return top.length === 1 ? top[0]! : null;
}
