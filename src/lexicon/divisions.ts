/** The gazetteer: China's divisions with GB/T 2260 codes, all the names they go by, and the townships. */
import { Packed } from "../core/packed.ts";
import type { RegionLevel } from "../core/types.ts";
import { placeInName } from "./place-in-name.ts";

/**
 * How a name names a division: full 衡水市, short 衡水, zone 雄安新区, area 京津冀 (all senses hold at once), nickname
 * 泉城, abbreviation 粤, former 襄樊市, former-short 襄樊.
 */
export const NAME_KINDS = [
  "full",
  "short",
  "former",
  "former-short",
  "nickname",
  "abbreviation",
  "area",
  "zone",
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One division that a name may mean. */
export interface NameSense {
  readonly code: string;
  /** The division's number in the gazetteer. */
  readonly index: number;
  readonly kind: NameKind;
  /** The last day of its use, `yyyymmdd`; 0 where it is in use. */
  readonly until: number;
}

/** All that a name may mean, and what follows from it: made once for each name that texts hold. */
export interface DivisionName {
  readonly senses: readonly NameSense[];
  /** Distinct divisions by number, in the order of the senses. */
  readonly divisions: readonly number[];
  /** How often the name is a place rather than another word, in (0, 1): 广州 0.99, 合作 0.01; and as log-odds. */
  readonly chance: number;
  readonly logOdds: number;
  /** Full names, of today or former, need no support by the text. */
  readonly full: boolean;
  /** Counties and districts only. */
  readonly county: boolean;
  /** Full and short names of today only. */
  readonly plain: boolean;
  /** Senses in which it names a place inside an institution's name: 泉城, 京 and 京津冀 do not. */
  readonly inNames: readonly NameSense[];
  /** All senses hold at once (京津冀). */
  readonly area: boolean;
  /** None of its senses has ended. */
  readonly current: boolean;
}

/** What follows from a name's senses; there is at least one. */
export function divisionName(senses: readonly NameSense[], chance: number): DivisionName {
  const kind = senses[0]!.kind; // at least one
  return {
    senses,
    divisions: [...new Set(senses.map((s) => s.index))],
    chance,
    logOdds: Math.log(chance / (1 - chance)),
    full: kind === "full" || kind === "former",
    county: senses.every((s) => !s.code.endsWith("00")),
    plain: senses.every((s) => s.kind === "short" || s.kind === "full"),
    inNames: senses.filter((s) => s.kind === "full" || s.kind === "short" || s.kind === "former" || s.kind === "zone"),
    area: senses.every((s) => s.kind === "area"),
    current: senses.every((s) => s.until === 0),
  };
}

export interface Division {
  readonly code: string;
  /** Its own name, e.g. 衡水市. */
  readonly name: string;
  /** From the province down, e.g. 河北省衡水市. */
  readonly fullName: string;
  readonly level: RegionLevel;
  /** The division it lies in, null for a province. */
  readonly parent: string | null;
}

/** province, city (prefecture level) or county, by the code's zeros. */
export function levelOf(code: string): RegionLevel {
  if (code.endsWith("0000")) return "province";
  return code.length > 6 ? "township" : code.endsWith("00") ? "city" : "county";
}

/** Each string's place in a list of distinct ones. */
function indexOf(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i < list.length; i++) places.set(list[i]!, i);
  return places;
}

export const DIVISIONS_SCHEMA = "divisions";
export const DIVISIONS_VERSION = 2;

/** Slots of the pairs that names begin with; two pairs may share one. */
const PAIR_SLOTS = 1 << 15;
const pairSlot = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3779b1) + Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> 17;

/** By the slot of the first two units: length of the longest name, 0 where no name begins so. */
export function longestNames(names: Iterable<string>): Uint8Array {
  const longest = new Uint8Array(PAIR_SLOTS);
  for (const name of names) {
    const slot = pairSlot(name, 0);
    longest[slot] = Math.max(longest[slot]!, name.length);
  }
  return longest;
}

/** What no division is: the parent of a province, an unknown code. */
export const NOWHERE = -1;

export class Gazetteer {
  /**
   * By division, in the order of codes: the division that it lies in, {@link NOWHERE} for a province. Numbers of
   * divisions are for counting within one article; codes are what leaves the stage.
   */
  readonly parents: Int16Array;
  readonly #codes: readonly string[];
  readonly #names: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #divisions: (Division | undefined)[] = [];
  readonly #surfaces: readonly string[];
  readonly #senseStarts: Uint32Array;
  readonly #senseTargets: Uint16Array;
  readonly #senseKinds: Uint8Array;
  readonly #senseUntil: Uint32Array;
  readonly #entries: (DivisionName | undefined)[] = [];
  readonly #chances: Uint8Array;
  #entryOf: ReadonlyMap<string, number> | undefined;
  readonly #oldCodes: Uint32Array;
  readonly #oldStarts: Uint32Array;
  readonly #oldTargets: Uint16Array;
  readonly #packed: Packed;
  readonly #townStarts: Uint32Array;
  readonly #townCodes: Uint32Array;
  readonly #sources: ReadonlyMap<string, string>;
  /** The first two characters of the sources' names. */
  readonly #sourceHeads: ReadonlySet<string>;
  #townEntryOf: ReadonlyMap<string, number> | undefined;
  /** See {@link longestNames}. */
  readonly #longest: Uint8Array;

  /** @throws WeixunError `bad-model` when the bytes are not divisions.bin of this version. */
  constructor(bytes: Uint8Array) {
    const packed = new Packed(bytes, DIVISIONS_SCHEMA, DIVISIONS_VERSION, "divisions.bin");
    this.#packed = packed;
    const codes = Array.from(packed.uint32("codes"), String);
    this.#codes = codes;
    this.#indexes = indexOf(codes);
    this.#names = packed.text("names").split("\n");
    this.parents = packed.int16("parents");
    this.#surfaces = packed.text("surfaces").split("\n");
    this.#senseStarts = packed.uint32("senseStarts");
    this.#senseTargets = packed.uint16("senseTargets");
    this.#senseKinds = packed.bytes("senseKinds");
    this.#senseUntil = packed.uint32("senseUntil");
    this.#chances = packed.bytes("chances");
    this.#longest = packed.bytes("longest");
    this.#oldCodes = packed.uint32("oldCodes");
    this.#oldStarts = packed.uint32("oldStarts");
    this.#oldTargets = packed.uint16("oldTargets");
    this.#townStarts = packed.uint32("townStarts");
    this.#townCodes = packed.uint32("townCodes");
    this.#sources = new Map(
      packed
        .text("sources")
        .split("\n")
        .map((line) => line.split("\t") as [string, string]),
    );
    this.#sourceHeads = new Set(Array.from(this.#sources.keys(), (name) => name.slice(0, 2)));
  }

  /** The number of a code of today, {@link NOWHERE} where there is none. */
  indexOf(code: string): number {
    return this.#indexes.get(code) ?? NOWHERE;
  }

  /** The code of a division by its number. */
  codeAt(index: number): string {
    return this.#codes[index]!; // numbers come from indexOf and parents
  }

  /** Whether a division is a county, a district or a county-level city. */
  isCounty(index: number): boolean {
    return !this.codeAt(index).endsWith("00");
  }

  /** The word for its level: the last character of its name (省, 市, 县, 旗). */
  levelWord(index: number): string {
    return this.#names[index]!.at(-1)!; // no name is empty
  }

  /** Whether the division of a number is `outer` or lies in it. */
  lies(inner: number, outer: number): boolean {
    for (let at = inner; at !== NOWHERE; at = this.parents[at]!) if (at === outer) return true;
    return false;
  }

  /** The division of a code of today, undefined where there is none. */
  division(code: string): Division | undefined {
    const index = this.indexOf(code);
    if (index === NOWHERE) return undefined;
    const known = this.#divisions[index];
    if (known !== undefined) return known;
    const name = this.#names[index]!; // one name a code
    const above = this.parents[index]!;
    const parent = above === NOWHERE ? null : this.codeAt(above);
    const fullName = parent === null ? name : this.fullName(parent) + name;
    const division: Division = { code, name, fullName, level: levelOf(code), parent };
    this.#divisions[index] = division;
    return division;
  }

  /** 130000 → 河北省, 131100 → 河北省衡水市; the empty string for an unknown code. */
  fullName(code: string): string {
    return this.division(code)?.fullName ?? "";
  }

  /** Today's codes for a code of any year since 1980: itself, its successors, or nothing. */
  today(code: string): readonly string[] {
    if (this.#indexes.has(code)) return [code];
    const old = this.#oldCodes.indexOf(Number(code));
    if (old < 0) return [];
    const targets = this.#oldTargets.subarray(this.#oldStarts[old]!, this.#oldStarts[old + 1]!);
    return Array.from(targets, (t) => this.#codes[t]!);
  }

  /** Whether `inner` is `outer` or lies in it. */
  contains(outer: string, inner: string): boolean {
    return outer === inner || (this.#indexes.has(outer) && this.lies(this.indexOf(inner), this.indexOf(outer)));
  }

  /** What the scanner's entry of kind “division” may mean. */
  name(entry: number): DivisionName {
    return (this.#entries[entry] ??= divisionName(this.#readSenses(entry), this.#chances[entry]! / 255)); // one a surface
  }

  #readSenses(entry: number): readonly NameSense[] {
    const senses: NameSense[] = [];
    for (let i = this.#senseStarts[entry]!; i < this.#senseStarts[entry + 1]!; i++) {
      const index = this.#senseTargets[i]!;
      senses.push({
        code: this.codeAt(index),
        index,
        kind: NAME_KINDS[this.#senseKinds[i]!]!,
        until: this.#senseUntil[i]!,
      });
    }
    return senses;
  }

  /** No name of two or more units that begins at an offset is longer than this; mostly 0, which spares looking. */
  longestAt(text: string, at: number): number {
    return Math.min(text.length - at, this.#longest[pairSlot(text, at)]!);
  }

  /** What an exact name may mean. */
  named(name: string): readonly NameSense[] {
    return this.nameOf(name)?.senses ?? [];
  }

  /** All that an exact name may mean, undefined where it is none. */
  nameOf(name: string): DivisionName | undefined {
    const entry = (this.#entryOf ??= indexOf(this.#surfaces)).get(name);
    return entry === undefined ? undefined : this.name(entry);
  }

  /** Codes (nine digits) of the townships of the scanner's entry of kind “township”. */
  townships(entry: number): readonly string[] {
    return Array.from(this.#townCodes.subarray(this.#townStarts[entry] ?? 0, this.#townStarts[entry + 1] ?? 0), String);
  }

  /** Codes (nine digits) of the townships of an exact name, e.g. 澄江镇. */
  townshipsNamed(name: string): readonly string[] {
    const entry = (this.#townEntryOf ??= indexOf(this.#packed.text("towns").split("\n"))).get(name);
    return entry === undefined ? [] : this.townships(entry);
  }

  /** A local medium's seat by the first words of its name: 三峡日报 → 宜昌市; empty for national ones, undefined where unknown. */
  seatOfMedium(name: string): string | undefined {
    if (!this.#sourceHeads.has(name.slice(0, 2))) return undefined;
    for (let n = Math.min(8, name.length); n >= 2; n--) {
      const code = this.#sources.get(name.slice(0, n));
      if (code !== undefined) return code;
    }
    return undefined;
  }

  /**
   * The division in an institution's printed name, the deepest or last one; null where it holds none, or one that
   * several divisions share and `near` (codes of the article's places) does not decide.
   * @example placeIn("常州市中医医院") // "320400"
   */
  placeIn(name: string, near: readonly string[] = []): string | null {
    return placeInName(this, name, near);
  }
}
