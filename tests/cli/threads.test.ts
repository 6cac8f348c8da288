import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
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

test("what a thread refuses is said as one thread says it, without a stack", () => {
  const folder = mkdtempSync(join(tmpdir(), "weixun-"));
  const dict = join(folder, "bad.tsv");
  writeFileSync(dict, "衡水\tx\ty\tz\tq\n");
  const [one, two] = ["1", "2"].map((jobs) => weixun(["analyze", "issue-545.jsonl", "--dict", dict, "--jobs", jobs]));
  rmSync(folder, { recursive: true });
  expect(two!.code).toBe(2);
  expect(two!.err).toBe(one!.err);
  expect(two!.err).not.toContain("unexpected failure");
});
