import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { threadsFor } from "../../src/cli/analysis.ts";
import { weixun } from "./run.ts";

test.each([
  ["none asked for", undefined, 1],
  ["one", 1, 1],
  ["more than memory holds", 100_000, availableParallelism()],
])("threads: %s", (_, jobs, threads) => expect(threadsFor({ jobs })).toBe(threads));

test("--jobs 100000 gives what one thread gives", () => {
  const one = weixun(["analyze", "issue-545.jsonl"]);
  expect(weixun(["analyze", "issue-545.jsonl", "--jobs", "100000"])).toEqual(one);
});
