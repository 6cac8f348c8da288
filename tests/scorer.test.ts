import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const shared = new URL("../../shared/score/score.mjs", import.meta.url);

test.skipIf(!existsSync(shared))("the scorer is the shared one (skipped where ../shared is absent)", () => {
  const own = readFileSync(new URL("../benchmarks/quality/score.mjs", import.meta.url), "utf8");
  expect(own).toBe(readFileSync(shared, "utf8"));
});
