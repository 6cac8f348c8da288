/** The institution dictionaries, packed: known names with their aliases, and the words that names are made of. */
import { Packed } from "../core/packed.ts";
import type { InstitutionType } from "../core/types.ts";

/** A known institution. */
export interface KnownInstitution {
  /** The full official name. */
  readonly name: string;
  readonly type: InstitutionType;
  /** GB/T 2260 code of the seat; null for national and foreign bodies. */
  readonly code: string | null;
}

/** A surface of a known institution: how an institution hit's `entry` reads. */
export interface KnownSurface {
  /** Row of the institution. */
  readonly institution: number;
  /**
   * `name` is the official name, `alias` stands alone everywhere, `local` only where the article is about its place,
   * `doubtful` is a common word too (浪潮, 联想) and counts only beside other names.
   */
  readonly use: "name" | "alias" | "local" | "doubtful";
}

/**
 * What a cue is for: `suffix` ends a name and gives its type; `department` is a local authority, and gives its full
 * name; `specific` and `generic` words stand inside names, generic ones alone make no name; `level` stands for the
 * article's division (省, 市, 县); `branch` follows a hospital's name; `stop` cannot stand inside a proper name.
 */
export type InstitutionCueClass = "suffix" | "department" | "specific" | "generic" | "level" | "branch" | "stop";

export interface Cue {
  readonly surface: string;
  readonly class: InstitutionCueClass;
  /** The type of a suffix or a department; null for other words. */
  readonly type: InstitutionType | null;
  /** The full form of a department, else empty. */
  readonly department: string;
}

export const INSTITUTIONS_SCHEMA = "institutions";
export const INSTITUTIONS_VERSION = 1;
const USES = ["name", "alias", "local", "doubtful"] as const;

/** Cue classes by their number in {@link InstitutionLexicon.cueClasses}. */
export const INSTITUTION_CUE_CLASSES: readonly InstitutionCueClass[] = [
  "suffix",
  "department",
  "specific",
  "generic",
  "level",
  "branch",
  "stop",
];

const HEALTH_AUTHORITIES = /疾病预防控制中心|急救中心|卫生监督所|卫生健康监督所|卫生计生监督所/;

/**
 * Whether a cue is one character that only stands inside names or between them (的, 区, 是). Half of all matches would be
 * of these: they are no patterns of the scanner but are looked up by unit.
 */
export const isUnitCue = (surface: string, cueClass: InstitutionCueClass): boolean =>
  surface.length === 1 &&
  surface >= "\u4e00" &&
  (cueClass === "specific" || cueClass === "generic" || cueClass === "level" || cueClass === "stop");

/** The type of a department by its full form. */
function departmentType(department: string): InstitutionType {
  if (HEALTH_AUTHORITIES.test(department)) return "public-health";
  if (/红十字会|初级中学/.test(department)) return "other";
  if (/总工会|联合会/.test(department)) return "association";
  return "government";
}

/** One row of the cues. */
function readCue(line: string): Cue {
  const [surface = "", cueClass = "", value = ""] = line.split("\t");
  switch (cueClass) {
    case "suffix":
      return { surface, class: cueClass, type: value as InstitutionType, department: "" };
    case "department":
      return { surface, class: cueClass, type: departmentType(value), department: value };
    default:
      return { surface, class: cueClass as InstitutionCueClass, type: null, department: "" };
  }
}

export class InstitutionLexicon {
  readonly #names: readonly string[];
  /** Institutions by row, once somebody has asked for them. */
  readonly #read: (KnownInstitution | undefined)[] = [];
  readonly #surfaces: Int32Array;
  readonly cues: readonly Cue[];
  /** Titles of offices: 主任, 党委书记. */
  readonly titles: ReadonlySet<string>;
  /** Family names. */
  readonly surnames: ReadonlySet<string>;
  /** By first unit: length of the longest title, 0 where none begins so. */
  readonly longestTitle: Uint8Array = new Uint8Array(0x10000);
  /** The class of each cue, as its place in {@link INSTITUTION_CUE_CLASSES}. */
  readonly cueClasses: Uint8Array;
  /** By unit: bit k is set where it is a cue (see {@link isUnitCue}) of class k of {@link INSTITUTION_CUE_CLASSES}. */
  readonly unitCues: Uint8Array = new Uint8Array(0x10000);

  /** @throws WeixunError `bad-model` when the resource does not fit. */
  constructor(bytes: Uint8Array) {
    const packed = new Packed(bytes, INSTITUTIONS_SCHEMA, INSTITUTIONS_VERSION, "institutions.bin");
    this.#names = packed.text("names").split("\n");
    this.#surfaces = packed.int32("surfaces");
    this.cues = packed.text("cues").split("\n").map(readCue);
    this.titles = new Set(packed.text("titles").split("\n"));
    for (const title of this.titles) {
      const first = title.charCodeAt(0);
      this.longestTitle[first] = Math.max(this.longestTitle[first]!, title.length);
    }
    this.surnames = new Set(packed.text("surnames").split("\n"));
    this.cueClasses = new Uint8Array(this.cues.length);
    for (let i = 0; i < this.cues.length; i++) {
      const { surface, class: cueClass } = this.cues[i]!;
      const place = INSTITUTION_CUE_CLASSES.indexOf(cueClass);
      this.cueClasses[i] = place;
      if (isUnitCue(surface, cueClass)) this.unitCues[surface.charCodeAt(0)]! |= 1 << place;
    }
  }

  /** The institution of a row. */
  institution(row: number): KnownInstitution {
    return (this.#read[row] ??= this.#readName(row));
  }

  #readName(row: number): KnownInstitution {
    const [name = "", type = "other", code = ""] = this.#names[row]!.split("\t");
    return { name, type: type as InstitutionType, code: code || null };
  }

  /** What an institution hit's `entry` stands for. */
  surface(entry: number): KnownSurface {
    const value = this.#surfaces[entry]!;
    return { institution: value >> 2, use: USES[value & 3]! };
  }
}
