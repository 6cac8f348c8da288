/**
 * Makes dictionaries/universities-listed.tsv and dictionaries/hospitals-listed.tsv from ../shared/data: names whose
 * seat the name itself or the list tells. Hand-checked entries of universities.tsv and hospitals.tsv come first.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { Gazetteer } from "../../src/lexicon/divisions.ts";
import { make as makeDivisions } from "../resources/divisions.ts";

const data = new URL("../../../shared/data/", import.meta.url);
const dictionaries = new URL("../../dictionaries/", import.meta.url);
const rows = (url: URL): string[][] =>
  readFileSync(url, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
const HEADER = "name\ttype\tcode\taliases\tlocal\tdoubtful";
const byUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const table = (lines: readonly string[]): string => `${[HEADER, ...[...lines].sort(byUnit)].join("\n")}\n`;

/** The seat of a university: the city in its name, else its province's capital. */
function universities(gazetteer: Gazetteer): string {
  const checked = new Set(rows(new URL("universities.tsv", dictionaries)).map(([name]) => name));
  const lines = rows(new URL("gazetteer-institutions/universities.tsv", data)).flatMap(([name = "", province = ""]) => {
    if (checked.has(name) || name.length < 4) return [];
    const home = gazetteer.named(province).find((s) => s.code.endsWith("0000"))?.code;
    if (home === undefined) return [];
    return [`${name}\tuniversity\t${seat(openingCity(gazetteer, name, home) ?? home)}\t\t\t`];
  });
  return table(lines);
}

/** The city of a province, or one of its counties, that a name opens with. */
function openingCity(gazetteer: Gazetteer, name: string, home: string): string | undefined {
  for (const length of [4, 3, 2])
    for (const { code, kind } of gazetteer.named(name.slice(0, length)))
      if ((kind === "full" || kind === "short") && code !== home && gazetteer.contains(home, code)) return code;
  return undefined;
}

/** Hospitals whose names do not open with a place, so that only a list tells where they are. */
function hospitals(gazetteer: Gazetteer): string {
  const checked = new Set(rows(new URL("hospitals.tsv", dictionaries)).map(([name]) => name));
  const cities = new Map<string, Set<string>>();
  for (const [name = "", province = "", city = ""] of rows(new URL("gazetteer-hospitals/hospitals.tsv", data))) {
    if (!/^[\u4e00-\u9fff]{5,}$/.test(name) || !/医院$/.test(name) || checked.has(name)) continue;
    if (
      /^(?:[省市县区州]|.{2,4}(?:省|市|县|区|镇|乡|街道)|中国|北京|上海|大学)/.test(name) ||
      opensWithPlace(gazetteer, name)
    )
      continue;
    const home = gazetteer.named(province).find((s) => s.kind === "full")?.code;
    const code = gazetteer.named(city).find((s) => s.kind === "full" && gazetteer.contains(home ?? "", s.code))?.code;
    if (code === undefined) continue;
    const known = cities.get(name) ?? new Set();
    known.add(code);
    cities.set(name, known);
  }
  return table(
    [...cities]
      .filter(([, codes]) => codes.size === 1)
      .map(([name, codes]) => `${name}\thospital\t${[...codes][0]}\t\t\t`),
  );
}

const opensWithPlace = (gazetteer: Gazetteer, name: string): boolean =>
  [2, 3, 4].some((length) => gazetteer.named(name.slice(0, length)).length > 0);

const CAPITAL_OF_ZEROS = /^(?:11|12|31|50|81|82|71)/;
/** At prefecture level; a province stands for its capital, whose code ends in 0100. */
const seat = (code: string): string =>
  CAPITAL_OF_ZEROS.test(code)
    ? `${code.slice(0, 2)}0000`
    : code.endsWith("0000")
      ? `${code.slice(0, 2)}0100`
      : code.slice(2, 4) === "90"
        ? code
        : `${code.slice(0, 4)}00`;

/** File name under dictionaries → content. */
export function makeListed(): Record<string, string> {
  const gazetteer = new Gazetteer(makeDivisions()["divisions.bin"]!); // divisions.ts makes this file
  return { "universities-listed.tsv": universities(gazetteer), "hospitals-listed.tsv": hospitals(gazetteer) };
}

if (process.argv[1]?.endsWith("dictionaries/institutions.ts"))
  for (const [name, content] of Object.entries(makeListed())) writeFileSync(new URL(name, dictionaries), content);
