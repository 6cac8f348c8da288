import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { SelectionModel } from "../../src/classify/index.ts";
import type { Bulletin } from "../../src/core/types.ts";
import { weixun } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

test("a model learnt from gold issues carries its card and selects another week", () => {
  const { code, err } = weixun([
    "train",
    "--gold",
    "issue-537.jsonl",
    "issue-538.jsonl",
    "issue-540.jsonl",
    "-o",
    at("m.json"),
  ]);
  expect(code).toBe(0);
  expect(err).toMatch(/trained on 6\d articles, \d+ relevant; on held-out folds: .*f1/);
  const model = JSON.parse(readFileSync(at("m.json"), "utf8")) as SelectionModel;
  expect(model.card.folds).toHaveLength(3);
  const b = JSON.parse(
    weixun(["bulletin", "issue-545.jsonl", "--issue", "545", "--model", at("m.json"), "--format", "json"]).out,
  ) as Bulletin;
  expect(b.items.length).toBeGreaterThan(3);
});

test("an editor's corrections come back as labels", () => {
  weixun(["review", "issue-545.jsonl", "-o", at("review.csv")]);
  const csv = readFileSync(at("review.csv"), "utf8");
  expect(csv.startsWith("\ufeffid,title,source,url,score,band,relevant,topics,reprintOf\r\n")).toBe(true);
  const { code, err } = weixun(["train", "issue-545.jsonl", "--gold", at("review.csv"), "-o", at("m2.json")]);
  expect([code, err]).toEqual([0, expect.stringMatching(/trained on 24 articles/)]);
});

test.each([
  [["train", "-o", "m.json"], /needs --gold/],
  [["train", "--gold", "missing.jsonl"], /missing\.jsonl does not exist/],
  [["train", "--gold", "unlabelled.jsonl"], /unlabelled\.jsonl:1: the article has no label/],
  [["train", "--gold", "review.csv"], /a review\.csv holds no texts/],
  [["bulletin", "unlabelled.jsonl", "--issue", "546", "--model", "broken.json"], /broken\.json/],
])("%j is refused", (args, message) => {
  writeFileSync(at("unlabelled.jsonl"), '{"title":"甲","content":"乙丙丁。"}\n');
  writeFileSync(at("broken.json"), '{"schemaVersion":1}');
  writeFileSync(at("review.csv"), "id,relevant\n1,1\n");
  const { code, err } = weixun(args, { cwd: folder });
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim().split("\n")).toHaveLength(1);
});
