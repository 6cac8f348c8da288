import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CORPUS, weixun } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const run = (...args: string[]): ReturnType<typeof weixun> => weixun(args, { cwd: folder });
const ARTICLE = JSON.stringify({
  title: "某市全民健康信息平台上线",
  content: "10月16日，某市全民健康信息平台上线，接入20家医院。",
});

test("the version is all that is said: this Node knows the flags that the command sets", () => {
  expect(run("--version")).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
});

describe("wrong usage: one line that names the place, exit 2, no half file", () => {
  file("ok.jsonl", ARTICLE);
  file(
    "bad.json",
    '{"issue": 546, "title": "x", "date": "2023-10-20", "from": "2023-10-14", "to": "2023-10-20", "items": [{"headline": 3}]}',
  );
  file("two.jsonl", `${ARTICLE}\n${ARTICLE}\n`);
  file("ok.csv", "标题,正文\n某市平台上线,某市平台上线。\n");
  file("issue.txt", readFileSync(join(CORPUS, "issue-541.txt")));
  test.each([
    [["frobnicate"], /unknown command “frobnicate”/],
    [["analyze", "--frob", "ok.jsonl"], /unknown option '--frob'; see weixun analyze --help/],
    [["analyze", "missing.jsonl"], /missing\.jsonl does not exist; looked in \S/],
    [["bulletin", "ok.jsonl", "--issue", "0"], /--issue takes a whole number of 1 or more, not "0"/],
    [["bulletin", "ok.jsonl", "--issue", "99999999"], /the issue number 99999999 leads beyond the year 9999/],
    [
      ["bulletin", "ok.jsonl", "--issue", "-1"],
      /--issue takes a whole number of 1 or more, not "-1"; see weixun bulletin/,
    ],
    [["bulletin", "ok.jsonl", "--order", "-x"], /--order takes one of date, score, topic, not "-x"/],
    [
      ["bulletin", "ok.jsonl", "--from", "-x"],
      /--from needs DATE behind it, not -x; a value with a dash is written --from=-x/,
    ],
    [["bulletin", "ok.jsonl", "-o"], /--output needs FILE behind it; see weixun bulletin/],
    [["bulletin", "ok.jsonl", "--issue", "latest"], /--issue takes a whole number/],
    [["bulletin", "ok.jsonl", "--order", "size"], /--order takes one of date, score, topic, not "size"/],
    [["bulletin", "ok.jsonl", "--from", "2023-10-32"], /from must be a calendar day/],
    [["bulletin", "ok.jsonl", "-o", "nowhere/b.txt"], /cannot write nowhere\/b\.txt: its folder does not exist/],
    [["bulletin", "ok.jsonl", "-o", "b.xyz"], /the ending of b\.xyz names no format/],
    [
      ["bulletin", "ok.jsonl", "--explain", "same.txt", "-o", "same.txt"],
      /--output and --explain are one file, same\.txt/,
    ],
    [["bulletin", "ok.jsonl", "--explain", "same.txt", "-o", "./same.txt"], /are one file, same\.txt/],
    [["bulletin", "ok.jsonl", "--explain", "ok.jsonl"], /the output ok\.jsonl is an input too/],
    [["bulletin", "ok.jsonl", "--past", "bad.json", "-o", "bad.json"], /the output bad\.json is an input too/],
    [["analyze", "ok.jsonl", "-o", `../${basename(folder)}/ok.jsonl`], /ok\.jsonl is an input too/],
    [["render", "bad.json", "--format", "txt", "-o", "bad.json"], /the output bad\.json is an input too/],
    [["analyze", "ok.jsonl", "--dict", "words.tsv", "-o", "words.tsv"], /the output words\.tsv is an input too/],
    [["render", "bad.json"], /bad\.json: items\[0\]\.headline: must be a text, is 3/],
    [["render", "two.jsonl"], /two\.jsonl: lines of JSON, as articles are.*; weixun bulletin makes a bulletin of/],
    [["parse", "two.jsonl"], /two\.jsonl: lines of JSON, as articles are.*; weixun bulletin makes a bulletin of/],
    [["parse", "ok.csv"], /ok\.csv: no bulletin: .*\(weixun bulletin makes one of articles\)/],
    [["render", "issue.txt"], /issue\.txt: a bulletin, but not as JSON; weixun parse makes/],
    [["render", "ok.jsonl"], /ok\.jsonl: issue: must be a number, is missing/],
    [["parse", "missing.txt"], /missing\.txt.* does not exist/],
    [["lint", "ok.jsonl"], /ok\.jsonl: no bulletin/],
    [["dict", "chek", "x"], /weixun dict wants check/],
  ])("%j", (args, message) => {
    const { code, out, err } = run(...args);
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect([code, out]).toEqual([2, ""]);
  });

  test("nothing is left behind", () => {
    expect(readdirSync(folder).sort()).toEqual(["bad.json", "issue.txt", "ok.csv", "ok.jsonl", "two.jsonl"]);
    expect(readFileSync(join(folder, "ok.jsonl"), "utf8")).toBe(ARTICLE);
  });
});

test.skipIf(!existsSync("/dev/null"))("a device may take both outputs (skipped where there is no /dev/null)", () => {
  const outputs = ["-o", "/dev/null", "--explain", "/dev/null"];
  expect(weixun(["bulletin", "-", "--issue", "546", ...outputs], { input: ARTICLE }).code).toBe(0);
});

test("a file without an article gives no bulletin: exit 2 and no output; nothing on stdin is no error", () => {
  const own = mkdtempSync(join(tmpdir(), "weixun-"));
  writeFileSync(join(own, "none.json"), "[]");
  const outcome = (input: string): unknown => {
    const { code, err } = weixun(["bulletin", input, "-o", "b.docx"], { cwd: own });
    return [code, err];
  };
  expect(outcome("none.json")).toEqual([2, "weixun: no article to make a bulletin of\n"]);
  expect(outcome("-")).toEqual([0, "weixun: no article to make a bulletin of\n"]);
  expect(readdirSync(own)).toEqual(["none.json"]);
  rmSync(own, { recursive: true });
});

test("lint --fix may mend a file in its place", () => {
  const own = mkdtempSync(join(tmpdir(), "weixun-"));
  weixun(["bulletin", "-", "--issue", "546", "-o", "b.txt"], { cwd: own, input: ARTICLE });
  expect(weixun(["lint", "b.txt", "--fix", "-o", "b.txt"], { cwd: own }).code).toBe(0);
  rmSync(own, { recursive: true });
});

describe("files that are no text, or empty", () => {
  const own = mkdtempSync(join(tmpdir(), "weixun-"));
  afterAll(() => rmSync(own, { recursive: true }));
  writeFileSync(
    join(own, "binary.txt"),
    Uint8Array.from({ length: 4000 }, (_, i) => i % 256),
  );
  writeFileSync(join(own, "empty.txt"), "");
  test.each([
    [["tokenize", "binary.txt"], /^weixun: binary\.txt: the file is no text \(binary\); name a text file$/],
    [["parse", "binary.txt"], /binary\.txt: the file is no text/],
    [["lint", "binary.txt"], /binary\.txt: the file is no text/],
    [["parse", "empty.txt"], /^weixun: empty\.txt: the text is empty$/],
    [["lint", "empty.txt"], /^weixun: empty\.txt: the text is empty$/],
  ])("%j", (args, message) => {
    const { code, out, err } = weixun(args, { cwd: own });
    expect(err.trim()).toMatch(message);
    expect([code, out]).toEqual([2, ""]);
  });
});

test("a format that the output's ending does not name is told", () => {
  const own = mkdtempSync(join(tmpdir(), "weixun-"));
  const args = ["bulletin", "-", "--issue", "546", "--format", "html", "-o", "b.docx"];
  expect(weixun(args, { cwd: own, input: ARTICLE })).toMatchObject({
    code: 0,
    err: expect.stringContaining("b.docx is written as html, as --format says, not as docx"),
  });
  rmSync(own, { recursive: true });
});

test("no command at all shows the help and is wrong usage", () => {
  expect(run()).toMatchObject({ code: 2, out: expect.stringContaining("Usage") });
});

test("weixun.json: options of the working folder, unknown ones refused", () => {
  const own = mkdtempSync(join(tmpdir(), "weixun-"));
  writeFileSync(join(own, "weixun.json"), JSON.stringify({ publisher: "某研究中心", issue: 546 }));
  const out = weixun(["bulletin", "-"], { cwd: own, input: ARTICLE }).out;
  expect(out).toContain("某研究中心");
  expect(out).toContain("(第五四六期)");
  writeFileSync(join(own, "weixun.json"), JSON.stringify({ publsher: "x" }));
  expect(weixun(["bulletin", "-"], { cwd: own, input: ARTICLE })).toMatchObject({
    code: 2,
    err: expect.stringContaining("weixun.json: unknown option “publsher”"),
  });
  rmSync(own, { recursive: true });
});

test.each([["stats"], ["dict", "check"]])(
  "%s without anything readable leaves what an earlier run wrote",
  (...command) => {
    const folder = mkdtempSync(join(tmpdir(), "weixun-"));
    const kept = join(folder, "kept.txt");
    writeFileSync(kept, "旧");
    expect(weixun([...command, join(folder, "absent.txt"), "-o", kept]).code).toBe(2);
    expect(readFileSync(kept, "utf8")).toBe("旧");
    rmSync(folder, { recursive: true });
  },
);
