/** Packs the institution dictionaries into institutions.bin, and gives their surfaces to the scanner. */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";
import {
  INSTITUTIONS_SCHEMA,
  INSTITUTIONS_VERSION,
  type InstitutionCueClass,
  isUnitCue,
} from "../../src/lexicon/institutions.ts";
import type { Pattern } from "../../src/lexicon/scanner.ts";

/** Dictionaries of known names, the hand-checked ones first: the first row of a name or alias counts. */
const KNOWN = [
  "ministries",
  "hospitals",
  "universities",
  "companies",
  "media",
  "associations",
  "universities-listed",
  "hospitals-listed",
];
const CUES = ["institution-suffixes", "departments", "institution-words"];

export const inputs: readonly string[] = [
  "src/lexicon/institutions.ts",
  ...[...KNOWN, ...CUES, "office-titles", "surnames"].map((name) => `dictionaries/${name}.tsv`),
];

const read = (name: string): string[][] =>
  readFileSync(new URL(`../../dictionaries/${name}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

interface Tables {
  names: string[];
  surfaces: { surface: string; value: number }[];
  cues: string[];
}

function tables(): Tables {
  const names = new Map<string, string>();
  const rows = KNOWN.flatMap(read);
  for (const [name = "", type = "", code = ""] of rows)
    if (!names.has(name)) names.set(name, `${name}\t${type}\t${code}`);
  const index = new Map([...names.keys()].map((name, i) => [name, i]));
  const surfaces: Tables["surfaces"] = [];
  const alone = new Set<string>();
  for (const use of [0, 1, 2, 3])
    for (const [name = "", , , ...columns] of rows)
      for (const surface of use === 0 ? [name] : (columns[use - 1] ?? "").split(";")) {
        // A surface that stands alone has one meaning; a local one may stand for several institutions.
        if (!surface || alone.has(surface)) continue;
        if (use !== 2) alone.add(surface);
        surfaces.push({ surface, value: (index.get(name)! << 2) | use });
      }
  const cues = CUES.flatMap((name) =>
    read(name).map(([surface = "", value = ""]) =>
      name === "institution-words"
        ? `${surface}\t${value}\t`
        : `${surface}\t${name === "departments" ? "department" : "suffix"}\t${value}`,
    ),
  );
  return { names: [...names.values()], surfaces, cues };
}

export function make(): Record<string, Uint8Array> {
  const { names, surfaces, cues } = tables();
  return {
    "institutions.bin": pack(INSTITUTIONS_SCHEMA, INSTITUTIONS_VERSION, {
      names: names.join("\n"),
      surfaces: Int32Array.from(surfaces, (s) => s.value),
      cues: cues.join("\n"),
      titles: read("office-titles").join("\n"),
      surnames: read("surnames").join("\n"),
    }),
  };
}

/** The surfaces, as the scanner's patterns: `entry` is what {@link InstitutionLexicon} reads. */
export function patterns(): Pattern[] {
  const { surfaces, cues } = tables();
  return [
    ...surfaces.map(({ surface }, entry): Pattern => ({ surface, kind: "institution", entry })),
    ...cues.flatMap((cue, entry): Pattern[] => {
      const [surface = "", cueClass = ""] = cue.split("\t");
      return isUnitCue(surface, cueClass as InstitutionCueClass) ? [] : [{ surface, kind: "cue", entry }];
    }),
  ];
}
