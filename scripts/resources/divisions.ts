/** Packs the gazetteer: divisions, every name they go by with its last day, old codes, and townships. */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";
import {
  DIVISIONS_SCHEMA,
  DIVISIONS_VERSION,
  longestNames,
  NAME_KINDS,
  type NameKind,
  NOWHERE,
} from "../../src/lexicon/divisions.ts";
import type { Pattern } from "../../src/lexicon/scanner.ts";

const FILES = [
  "divisions",
  "division-aliases",
  "area-words",
  "zones",
  "division-history",
  "townships",
  "division-words",
  "source-places",
] as const;
export const inputs: readonly string[] = [...FILES.map((f) => `dictionaries/${f}.tsv`), "src/lexicon/divisions.ts"];

const rows = (name: (typeof FILES)[number]): string[][] =>
  readFileSync(new URL(`../../dictionaries/${name}.tsv`, import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter(Boolean)
    .map((l) => l.split("\t"));

interface Sense {
  readonly target: number;
  readonly kind: NameKind;
  readonly until: number;
}

interface Tables {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly surfaces: readonly (readonly [string, readonly Sense[]])[];
  readonly old: readonly (readonly [string, readonly number[]])[];
  readonly towns: readonly (readonly [string, readonly string[]])[];
}

const byText = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

function tables(): Tables {
  const divisions = rows("divisions");
  const codes = divisions.map((r) => r[0]!);
  const indexOf = new Map(codes.map((c, i) => [c, i]));
  const at = (code: string): number => {
    const index = indexOf.get(code);
    if (index === undefined) throw new Error(`no division ${code}`);
    return index;
  };
  const surfaces = new Map<string, Sense[]>();
  const add = (surface: string, code: string, kind: NameKind, until = 0): void => {
    const senses = surfaces.get(surface) ?? [];
    surfaces.set(surface, senses);
    const target = at(code);
    const current = senses.some((s) => s.target === target && (s.until === 0 || s.kind === kind));
    if (!current) senses.push({ target, kind, until });
  };
  for (const [code = "", name = "", short = ""] of divisions) {
    add(name, code, "full");
    for (const s of short.split(";").filter(Boolean)) add(s, code, "short");
  }
  for (const [name = "", code = "", kind = ""] of rows("division-aliases")) add(name, code, kind as NameKind);
  for (const [name = "", members = ""] of rows("area-words"))
    for (const code of members.split(";")) add(name, code, "area");
  for (const [name = "", code = ""] of rows("zones")) add(name, code, "zone");
  const old = new Map<string, number[]>();
  for (const [name = "", code = "", , until = "", now = ""] of rows("division-history")) {
    const targets = now.split(";");
    if (!indexOf.has(code)) old.set(code, targets.map(at));
    // A name that still names a division (牡丹江市 was also a county-level city) means that one.
    if (surfaces.get(name)?.some((s) => s.until === 0)) continue;
    for (const target of targets) {
      add(name, target, "former", Number(until));
      // 襄樊市 → 襄樊: only what no division of today is called.
      const stem = name.replace(/(?:市|地区|县)$/, "");
      if (stem.length >= 2 && stem !== name && !surfaces.get(stem)?.some((s) => s.kind !== "former-short"))
        add(stem, target, "former-short", Number(until));
    }
  }
  const towns = new Map<string, string[]>();
  for (const [code = "", name = ""] of rows("townships")) {
    const list = towns.get(name);
    if (list) list.push(code);
    else towns.set(name, [code]);
  }
  return {
    codes,
    names: divisions.map((r) => r[1]!),
    surfaces: [...surfaces].sort(byText),
    old: [...old].sort(byText),
    towns: [...towns].sort(byText),
  };
}

/** What the base dictionary takes a word for, as the chance that it is a place: its rare words are mostly names. */
function dictionaryChance(tag: string, frequency: number): number {
  if (tag === "ns" || tag === "nt") return 0.95;
  if (tag === "") return 0.75;
  const common = frequency >= 500 ? 2 : frequency >= 60 ? 1 : 0;
  if (/^[nj]/.test(tag)) return [0.7, 0.45, 0.15][common]!; // three steps
  return [0.6, 0.25, 0.05][common]!;
}

/** Prefectures' short names that are a guest and a statesman first. */
const ORDINARY = new Set(["来宾", "中山"]);

/** How often a bare name is a place rather than another word, in (0, 1): counts smoothed by the dictionary's view. */
function chances(t: Tables): Float64Array {
  const words = new Map(rows("division-words").map((r) => [r[0]!, r]));
  return Float64Array.from(t.surfaces, ([surface, senses]) => {
    const kind = senses[0]!.kind;
    const [, tag = "", frequency = "0", places = "0", others = "0"] = words.get(surface) ?? [];
    if (kind === "area") return 0.97;
    const known = words.has(surface);
    const sure = kind === "zone" || kind === "full" || kind === "former" || surface.length >= 4;
    const listed = known ? dictionaryChance(tag, Number(frequency)) : 0.75;
    // The dictionary calls 开封 a verb and 大同 an adverb: a prefecture's short name is a place more often than that.
    const seat = kind === "short" && t.codes[senses[0]!.target]!.endsWith("00");
    const before = sure && surface.length >= 3 ? 0.97 : seat ? Math.max(0.75, listed) : listed;
    const weight = 3;
    const floor = seat && !ORDINARY.has(surface) ? 0.6 : 0;
    return Math.max(floor, (Number(places) + weight * before) / (Number(places) + Number(others) + weight));
  });
}

/** Starts of the lists when they are laid end to end, and the end of the last. */
function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const out = new Uint32Array(lists.length + 1);
  lists.forEach((l, i) => {
    out[i + 1] = out[i]! + l.length;
  });
  return out;
}

/** The division that each lies in: 潜江市 429005, 东城区 110101 have no prefecture between them and the province. */
function parentsOf(codes: readonly string[]): Int16Array {
  const indexes = new Map(codes.map((code, i) => [code, i]));
  return Int16Array.from(codes, (code) => {
    const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
    return indexes.get(above.find((p) => p !== code && indexes.has(p)) ?? "") ?? NOWHERE;
  });
}

export function make(): Record<string, Uint8Array> {
  const t = tables();
  const senses = t.surfaces.flatMap(([, s]) => s);
  return {
    "divisions.bin": pack(DIVISIONS_SCHEMA, DIVISIONS_VERSION, {
      codes: Uint32Array.from(t.codes, Number),
      parents: parentsOf(t.codes),
      names: t.names.join("\n"),
      surfaces: t.surfaces.map(([s]) => s).join("\n"),
      longest: longestNames(t.surfaces.map(([s]) => s)),
      // The chance that the surface is a place, in steps of 1/255.
      chances: Uint8Array.from(chances(t), (p) => Math.max(1, Math.min(254, Math.round(p * 255)))),
      senseStarts: starts(t.surfaces.map(([, s]) => s)),
      senseTargets: Uint16Array.from(senses, (s) => s.target),
      senseKinds: Uint8Array.from(senses, (s) => NAME_KINDS.indexOf(s.kind)),
      senseUntil: Uint32Array.from(senses, (s) => s.until),
      oldCodes: Uint32Array.from(t.old, ([c]) => Number(c)),
      oldStarts: starts(t.old.map(([, n]) => n)),
      oldTargets: Uint16Array.from(t.old.flatMap(([, n]) => n)),
      towns: t.towns.map(([n]) => n).join("\n"),
      townStarts: starts(t.towns.map(([, c]) => c)),
      townCodes: Uint32Array.from(
        t.towns.flatMap(([, c]) => c),
        Number,
      ),
      sources: rows("source-places")
        .map((r) => r.join("\t"))
        .join("\n"),
    }),
  };
}

/** Surfaces for the scanner; `entry` is the index of the surface in its table. */
export function patterns(): Pattern[] {
  const t = tables();
  return [
    ...t.surfaces.map(([surface], entry): Pattern => ({ surface, kind: "division", entry })),
    ...t.towns.map(([surface], entry): Pattern => ({ surface, kind: "township", entry })),
  ];
}
