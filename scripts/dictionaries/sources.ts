/**
 * Writes dictionaries/sources.tsv: the publishers written by hand (sources-own.tsv) and the media of the list of
 * sources that may be reprinted. Run: `npx tsx scripts/dictionaries/sources.ts [DATA]`, DATA being the folder of data sets.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Suffixes by which the list's sites name the organ that runs them. */
const SITE = /网站$/;
const MAGAZINE = /《([^》]+)》杂志/g;

/** The whole table; `whitelist` is news-media-whitelist.tsv (name, kind, region), `own` sources-own.tsv. */
export function makeSources(own: string, whitelist: string): string {
  const rows = new Map<string, string>();
  for (const line of own.trimEnd().split("\n").slice(1)) rows.set(line.split("\t")[0]!, line);
  for (const line of whitelist.trimEnd().split("\n").slice(1)) {
    const printed = line.split("\t")[0]!;
    const names = printed.includes("《")
      ? [printed.slice(0, printed.indexOf("《")), ...Array.from(printed.matchAll(MAGAZINE), (m) => m[1]!)]
      : printed.split(/[（）]/);
    for (const name of names.map((n) => n.trim()).filter((n) => n.length >= 2))
      if (!rows.has(name)) rows.set(name, `${name}\t${name.replace(SITE, "")}\t`);
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return `name\tgroup\thosts\n${sorted.join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../../dictionaries/", import.meta.url);
  const data = process.argv[2] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
  const read = (path: string | URL): string => readFileSync(path, "utf8");
  writeFileSync(
    new URL("sources.tsv", folder),
    makeSources(
      read(new URL("sources-own.tsv", folder)),
      read(`${data}/gazetteer-institutions/news-media-whitelist.tsv`),
    ),
  );
}
