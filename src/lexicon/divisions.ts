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

/** One division that a name may mean; dates are `yyyymmdd`, 0 where the name is in use. */
export interface NameSense {
  readonly code: string;
  readonly kind: NameKind;
  readonly from: number;
  readonly until: number;
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

/** Slots of the pairs that names begin with; two pairs may share one. */
const PAIR_SLOTS = 1 << 15;
const pairSlot = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3779b1) + Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> 17;

export class Gazetteer {
  readonly #divisions: ReadonlyMap<string, Division>;
  readonly #surfaces: readonly string[];
  readonly #senses: readonly (readonly NameSense[])[];
  readonly #chances: Uint8Array;
  readonly #entryOf: ReadonlyMap<string, number>;
  readonly #old: ReadonlyMap<string, readonly string[]>;
  readonly #towns: readonly string[];
  readonly #townStarts: Uint32Array;
  readonly #townCodes: Uint32Array;
  readonly #sources: ReadonlyMap<string, string>;
  #townEntryOf: Map<string, number> | undefined;
  /** By the slot of the first two units: length of the longest name, 0 where no name begins so. */
  readonly #longest: Uint8Array = new Uint8Array(PAIR_SLOTS);

  /** @throws WeixunError `bad-model` when the bytes are not divisions.bin of this version. */
  constructor(bytes: Uint8Array) {
    const packed = new Packed(bytes, "divisions", 1, "divisions.bin");
    const codes = Array.from(packed.uint32("codes"), String);
    const names = packed.text("names").split("\n");
    const divisions = new Map<string, Division>();
    codes.forEach((code, i) => {
      const name = names[i]!; // one name a code
      // 潜江市 429005, 东城区 110101: no prefecture between them and the province.
      const parent = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((p) => p !== code && divisions.has(p));
      const fullName = parent === undefined ? name : divisions.get(parent)!.fullName + name;
      divisions.set(code, { code, name, fullName, level: levelOf(code), parent: parent ?? null });
    });
    this.#divisions = divisions;
    this.#surfaces = packed.text("surfaces").split("\n");
    const starts = packed.uint32("senseStarts");
    const targets = packed.uint16("senseTargets");
    const kinds = packed.bytes("senseKinds");
    const from = packed.uint32("senseFrom");
    const until = packed.uint32("senseUntil");
    this.#senses = this.#surfaces.map((_, s) => {
      const list: NameSense[] = [];
      for (let i = starts[s]!; i < starts[s + 1]!; i++)
        list.push({ code: codes[targets[i]!]!, kind: NAME_KINDS[kinds[i]!]!, from: from[i]!, until: until[i]! });
      return list;
    });
    this.#chances = packed.bytes("chances");
    this.#entryOf = new Map(this.#surfaces.map((s, i) => [s, i]));
    for (const s of this.#surfaces) {
      const slot = pairSlot(s, 0);
      this.#longest[slot] = Math.max(this.#longest[slot]!, s.length);
    }
    const oldStarts = packed.uint32("oldStarts");
    const oldTargets = packed.uint16("oldTargets");
    this.#old = new Map(
      Array.from(packed.uint32("oldCodes"), (c, i) => [
        String(c),
        Array.from(oldTargets.subarray(oldStarts[i]!, oldStarts[i + 1]!), (t) => codes[t]!),
      ]),
    );
    this.#towns = packed.text("towns").split("\n");
    this.#townStarts = packed.uint32("townStarts");
    this.#townCodes = packed.uint32("townCodes");
    this.#sources = new Map(
      packed
        .text("sources")
        .split("\n")
        .map((line) => line.split("\t") as [string, string]),
    );
  }

  /** The division of a code of today, undefined where there is none. */
  division(code: string): Division | undefined {
    return this.#divisions.get(code);
  }

  /** 130000 → 河北省, 131100 → 河北省衡水市; the empty string for an unknown code. */
  fullName(code: string): string {
    return this.#divisions.get(code)?.fullName ?? "";
  }

  /** Today's codes for a code of any year since 1980: itself, its successors, or nothing. */
  today(code: string): readonly string[] {
    return this.#divisions.has(code) ? [code] : (this.#old.get(code) ?? []);
  }

  /** Whether `inner` is `outer` or lies in it. */
  contains(outer: string, inner: string): boolean {
    for (let at: string | null = inner; at !== null; at = this.#divisions.get(at)?.parent ?? null)
      if (at === outer) return true;
    return false;
  }

  /** The deepest division that holds all of `codes`; null where they share no province. */
  common(codes: readonly string[]): string | null {
    let at: string | null = codes[0] ?? null;
    while (at !== null && !codes.every((c) => this.contains(at as string, c)))
      at = this.#divisions.get(at)?.parent ?? null;
    return at;
  }

  /** What the scanner's entry of kind “division” may mean. */
  senses(entry: number): readonly NameSense[] {
    return this.#senses[entry] ?? [];
  }

  /** How often the entry's surface is a place rather than another word, in (0, 1): 广州 0.99, 合作 0.01. */
  chance(entry: number): number {
    return this.#chances[entry]! / 255; // one a surface
  }

  /** No name of two or more units that begins at an offset is longer than this; mostly 0, which spares looking. */
  longestAt(text: string, at: number): number {
    return Math.min(text.length - at, this.#longest[pairSlot(text, at)]!);
  }

  /** What an exact name may mean. */
  named(name: string): readonly NameSense[] {
    const entry = this.#entryOf.get(name);
    return entry === undefined ? [] : this.senses(entry);
  }

  /** Codes (nine digits) of the townships of the scanner's entry of kind “township”. */
  townships(entry: number): readonly string[] {
    return Array.from(this.#townCodes.subarray(this.#townStarts[entry] ?? 0, this.#townStarts[entry + 1] ?? 0), String);
  }

  /** Codes (nine digits) of the townships of an exact name, e.g. 澄江镇. */
  townshipsNamed(name: string): readonly string[] {
    this.#townEntryOf ??= new Map(this.#towns.map((t, i) => [t, i]));
    const entry = this.#townEntryOf.get(name);
    return entry === undefined ? [] : this.townships(entry);
  }

  /** A local medium's seat by the first words of its name: 三峡日报 → 宜昌市; empty for national ones, undefined where unknown. */
  seatOfMedium(name: string): string | undefined {
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
