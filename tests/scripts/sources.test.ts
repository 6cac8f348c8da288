import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeSources } from "../../scripts/dictionaries/sources.ts";

const whitelist = new URL("../../../shared/data/gazetteer-institutions/news-media-whitelist.tsv", import.meta.url);
const dictionary = (name: string): string =>
  readFileSync(new URL(`../../dictionaries/${name}`, import.meta.url), "utf8");

describe.skipIf(!existsSync(whitelist))("the list of media is present", () => {
  test("making sources.tsv again changes nothing", () => {
    expect(makeSources(dictionary("sources-own.tsv"), readFileSync(whitelist, "utf8"))).toBe(dictionary("sources.tsv"));
  });
});

test("each host has one publisher, and rows are sorted", () => {
  const rows = dictionary("sources.tsv")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((l) => l.split("\t"));
  const hosts = rows.flatMap((r) => (r[2] ? r[2].split(" ") : []));
  expect(hosts.filter((h, i) => hosts.indexOf(h) !== i)).toEqual([]);
  const names = rows.map((r) => r[0]!);
  expect(names).toEqual([...new Set(names)].sort((a, b) => (a < b ? -1 : 1)));
});
