import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintRulesPage } from "../../scripts/docs/lint-rules.ts";

test("docs/lint-rules.md is what scripts/docs/lint-rules.ts makes of the rules", () => {
  expect(readFileSync(new URL("../../docs/lint-rules.md", import.meta.url), "utf8")).toBe(lintRulesPage());
});
