import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const shared = new URL("../shared/data/gazetteer-institutions/universities.tsv", root);

describe.skipIf(!existsSync(shared))("listed institutions (needs ../shared)", () => {
  test("making them again changes nothing", async () => {
    const { makeListed } = await import("../../../scripts/dictionaries/institutions.ts");
    for (const [name, content] of Object.entries(makeListed()))
      expect(content === readFileSync(new URL(`dictionaries/${name}`, root), "utf8"), name).toBe(true);
  });
});

describe("dictionaries of institutions", () => {
  const known = ["ministries", "hospitals", "universities", "companies", "media", "associations"];
  test.each(known)("%s.tsv: sorted, six columns, known types, each name once", (name) => {
    const lines = readFileSync(new URL(`dictionaries/${name}.tsv`, root), "utf8")
      .replace(/\n$/, "")
      .split("\n")
      .slice(1);
    const rows = lines.map((line) => line.split("\t"));
    expect(lines).toEqual([...lines].sort((a, b) => (a < b ? -1 : 1)));
    for (const row of rows) {
      expect(row, row[0]).toHaveLength(6);
      expect(row[1]).toMatch(
        /^(?:government|hospital|public-health|university|research|company|media|association|other)$/,
      );
      expect(row[2]).toMatch(/^(?:\d{6})?$/);
    }
    expect(new Set(rows.map(([n]) => n)).size).toBe(rows.length);
  });

  test("every code is a division of today", async () => {
    const { Gazetteer } = await import("../../../src/lexicon/divisions.ts");
    const { loadResource } = await import("../../../src/lexicon/load.ts");
    const gazetteer = new Gazetteer(loadResource("divisions.bin"));
    const wrong = known
      .flatMap((name) =>
        readFileSync(new URL(`dictionaries/${name}.tsv`, root), "utf8")
          .replace(/\n$/, "")
          .split("\n")
          .slice(1),
      )
      .map((line) => line.split("\t"))
      .filter(([, , code]) => code && !gazetteer.division(code))
      .map(([name, , code]) => `${name} ${code}`);
    expect(wrong).toEqual([]);
  });
});
