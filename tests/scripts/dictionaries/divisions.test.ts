import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeDivisionFiles } from "../../../scripts/dictionaries/divisions.ts";

const files = makeDivisionFiles();

describe.skipIf(files === undefined)("generated dictionaries (skipped where the public lists are absent)", () => {
  test.each(["divisions.tsv", "division-history.tsv", "townships.tsv"])("regenerating %s changes nothing", (name) => {
    const committed = readFileSync(new URL(`../../../dictionaries/${name}`, import.meta.url), "utf8");
    expect(files?.[name] === committed).toBe(true);
  });
});
