import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Analysis, Bulletin } from "../../src/core/types.ts";
import { CORPUS, MAIN, weixun } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const lines = (text: string): string[] => text.split("\n").filter((l) => l !== "");
const POOL = readFileSync(join(CORPUS, "issue-545.jsonl"), "utf8");
const REAL = new URL("../../../shared/corpus/issue-546.txt", import.meta.url);

describe("analyze", () => {
  test("one line an article, in the order of the input; threads give the same bytes", () => {
    const one = weixun(["analyze", "issue-545.jsonl"]);
    expect(one.code).toBe(0);
    expect(lines(one.out).map((l) => (JSON.parse(l) as Analysis).id)).toEqual(
      lines(POOL).map((l) => (JSON.parse(l) as Analysis).id),
    );
    expect(weixun(["analyze", "issue-545.jsonl", "--jobs", "2"]).out).toBe(one.out);
  });

  test("a reader that closes the pipe is no error", () => {
    const run = spawnSync(
      "bash",
      [
        "-c",
        `cat issue-5*.jsonl issue-5*.jsonl | "${process.execPath}" "${MAIN}" analyze - | head -1; exit \${PIPESTATUS[1]}`,
      ],
      { cwd: CORPUS, encoding: "utf8" },
    );
    expect([run.status, lines(run.stdout).length, run.stderr]).toEqual([
      0,
      1,
      expect.not.stringContaining("unexpected"),
    ]);
  });

  test("a source that falls silent gets its answer before it ends", async () => {
    const child = spawn(process.execPath, [MAIN, "analyze", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    const given: Promise<string> = new Promise((resolve) => {
      let out = "";
      // A chunk may end anywhere, in a line too: the answer is whole with its last line's end.
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        out += chunk;
        if (out.split("\n").length > lines(POOL).length) resolve(out);
      });
    });
    child.stdin.write(POOL);
    expect(await given).toBe(weixun(["analyze", "issue-545.jsonl"]).out);
    const done = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.end();
    expect(await done).toBe(0);
  });

  test("a broken line is named, the others go on, exit 1", () => {
    const [a, b] = lines(POOL);
    const { code, out, err } = weixun(["analyze", "-"], { input: `${a}\n{"title": \n${b}\n` });
    expect(code).toBe(1);
    expect(lines(out)).toHaveLength(2);
    expect(err).toMatch(/stdin:2: /);
  });

  test("stdin without an article: no output, no error", () => {
    expect(weixun(["analyze", "-"])).toEqual({ code: 0, out: "", err: "" });
    expect(weixun(["bulletin", "-"])).toMatchObject({ code: 0, out: "" });
  });
});

describe("interrupted runs", () => {
  const whole = weixun(["analyze", "issue-545.jsonl", "issue-541.jsonl"]).out;

  test.each([0.1, 0.45, 0.8])("killed at a random point (%d) and taken up again: the same bytes", async (share) => {
    const file = at(`killed-${share}.jsonl`);
    const args = ["analyze", "issue-545.jsonl", "issue-541.jsonl", "-o", file];
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: CORPUS, stdio: "ignore" });
    const part = at(`.killed-${share}.jsonl.part`);
    // Killed once that share of the output has reached the disk, or when all is done on a fast machine.
    const done = new Promise((resolve) => child.once("exit", resolve));
    while (child.exitCode === null && !(existsSync(part) && readFileSync(part).length > share * whole.length))
      await sleep(5);
    child.kill("SIGKILL");
    await done;
    expect(weixun([...args, "--resume"]).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(whole);
    expect(existsSync(part)).toBe(false);
  });

  test("a part file cut in the middle of a character is taken up at its last whole line", () => {
    const bytes = Buffer.from(whole);
    for (const cut of [1, 1000, 20_001, 77_777]) {
      writeFileSync(at(".cut.jsonl.part"), bytes.subarray(0, cut));
      weixun(["analyze", "issue-545.jsonl", "issue-541.jsonl", "-o", at("cut.jsonl"), "--resume"]);
      expect(readFileSync(at("cut.jsonl"), "utf8")).toBe(whole);
    }
  });

  test("a run on other articles is not taken up: it is refused, and what was done is kept", () => {
    const half = whole.slice(0, Math.floor(whole.length / 2));
    writeFileSync(at(".other.jsonl.part"), half);
    const { code, err } = weixun(["analyze", "issue-538.jsonl", "-o", at("other.jsonl"), "--resume"]);
    expect(code).toBe(2);
    expect(err).toMatch(/--resume: the interrupted run was of other input: the last of its \d+ lines is article 5/);
    expect(existsSync(at("other.jsonl"))).toBe(false);
    weixun(["analyze", "issue-545.jsonl", "issue-541.jsonl", "-o", at("other.jsonl"), "--resume"]);
    expect(readFileSync(at("other.jsonl"), "utf8")).toBe(whole);
  });

  test("SIGINT: exit 130 and no half file", async () => {
    const child = spawn(process.execPath, [MAIN, "analyze", "-", "-o", at("interrupted.jsonl")], {
      cwd: CORPUS,
      stdio: ["pipe", "ignore", "ignore"],
    });
    child.stdin.write(POOL);
    while (!existsSync(at(".interrupted.jsonl.part"))) await sleep(5);
    const done = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    expect(await done).toBe(130);
    expect(readdirSync(folder).filter((f) => f.includes("interrupted"))).toEqual([]);
  });

  test.skipIf(!existsSync("/dev/full"))(
    "a full disk: exit 2, said in one line (skipped where there is no /dev/full)",
    () => {
      const run = spawnSync("bash", ["-c", `"${process.execPath}" "${MAIN}" analyze issue-545.jsonl > /dev/full`], {
        cwd: CORPUS,
        encoding: "utf8",
      });
      expect(run.status).toBe(2);
      expect(lines(run.stderr)).toHaveLength(1);
      expect(run.stderr).toMatch(/full/);
    },
  );
});

describe("bulletin", () => {
  test("the same pool in another order gives the same bytes", () => {
    const one = weixun(["bulletin", "issue-545.jsonl", "--issue", "545"]);
    const two = weixun(["bulletin", "-", "--issue", "545"], { input: lines(POOL).reverse().join("\n") });
    expect(one.code).toBe(0);
    expect(two.out).toBe(one.out);
  });

  test("analyses are not analysed again and give the same bulletin; the week follows from the dates", () => {
    writeFileSync(at("a.jsonl"), weixun(["analyze", "issue-545.jsonl"]).out);
    const json = (args: readonly string[]): Bulletin =>
      JSON.parse(weixun(["bulletin", ...args, "--format", "json"]).out) as Bulletin;
    expect(json([at("a.jsonl")])).toEqual(json(["issue-545.jsonl", "--issue", "545"]));
    expect(json(["issue-545.jsonl", "--jobs", "2"])).toEqual(json(["issue-545.jsonl"]));
  });

  test("every article has one decision, with at most three reasons, and --explain lists them", () => {
    const { out, err } = weixun([
      "bulletin",
      "issue-545.jsonl",
      "--issue",
      "545",
      "--format",
      "json",
      "--explain",
      "-",
    ]);
    const b = JSON.parse(out) as Bulletin;
    const ids = lines(POOL).map((l) => (JSON.parse(l) as Analysis).id);
    expect(b.decisions.map((d) => d.articleId)).toEqual(ids.sort());
    expect(b.decisions.every((d) => d.reasons.length <= 3)).toBe(true);
    expect(lines(err).filter((l) => l.includes("\t"))).toHaveLength(ids.length + 1);
    expect(b.items.map((i) => i.publishedAt)).toEqual(b.items.map((i) => i.publishedAt).sort());
  });

  test("every format, by the ending of -o, and render sets an edited bulletin again", () => {
    weixun(["bulletin", "issue-545.jsonl", "--issue", "545", "-o", at("b.json")]);
    const edited = JSON.parse(readFileSync(at("b.json"), "utf8")) as { items: { headline: string }[] };
    edited.items[0]!.headline = "改过的标题";
    writeFileSync(at("b.json"), JSON.stringify(edited));
    for (const format of ["txt", "md", "html", "csv", "docx", "json"]) {
      expect(weixun(["render", at("b.json"), "-o", at(`b.${format}`)])).toMatchObject({ code: 0, err: "" });
      if (format !== "docx") expect(readFileSync(at(`b.${format}`), "utf8")).toContain("改过的标题");
    }
    for (const format of ["txt", "md", "docx"])
      expect((JSON.parse(weixun(["parse", at(`b.${format}`)]).out) as Bulletin).items[0]!.headline).toBe("改过的标题");
  });

  test("lint --fix writes in the format that -o names, and what was right stays as it was", () => {
    weixun(["bulletin", "issue-545.jsonl", "--issue", "545", "-o", at("f.json")]);
    for (const format of ["txt", "md", "docx"]) {
      weixun(["render", at("f.json"), "-o", at(`f.${format}`)]);
      expect(weixun(["lint", at(`f.${format}`), "--fix", "-o", at(`g.${format}`)])).toMatchObject({ code: 0, err: "" });
      expect(readFileSync(at(`g.${format}`)).equals(readFileSync(at(`f.${format}`)))).toBe(true);
    }
    weixun(["lint", at("f.docx"), "--fix", "-o", at("g.html")]);
    expect(readFileSync(at("g.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(weixun(["lint", at("f.docx"), "--fix", "-o", at("g.doc")])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/the ending of .*g\.doc names no format; let it end in \.txt/),
    });
    expect(existsSync(at("g.doc"))).toBe(false);
  });

  test("what a past issue printed is a reprint of it", () => {
    const b = JSON.parse(
      weixun(["bulletin", "issue-545.jsonl", "--issue", "545", "--past", "issue-545.txt", "--format", "json"]).out,
    ) as Bulletin;
    expect(b.items).toEqual([]);
    expect(b.decisions.some((d) => d.status === "reprint" && /^issue:545#\d+$/.test(d.of))).toBe(true);
  });

  test.skipIf(!existsSync(REAL))(
    "made of the real issue 546's three articles it lists all three (skipped where ../shared is absent)",
    () => {
      const parsed = JSON.parse(weixun(["parse", REAL.pathname]).out) as Bulletin;
      expect(parsed.items).toHaveLength(3);
      const again = JSON.parse(
        weixun(["bulletin", REAL.pathname, "--issue", "546", "--format", "json"]).out,
      ) as Bulletin;
      expect(again.items.map((i) => i.source).sort()).toEqual(parsed.items.map((i) => i.source).sort());
      expect(weixun(["lint", REAL.pathname])).toMatchObject({
        code: 1,
        out: expect.stringMatching(/directory-order[\s\S]*label-variant[\s\S]*leftover-noise/),
      });
    },
  );
});

describe("tokenize", () => {
  test("a line for a line, words joined by one blank", () => {
    const { out } = weixun(["tokenize"], { input: "衡水市全民健康信息平台上线\n\n5G 智慧医院\n" });
    expect(lines(out)).toHaveLength(2);
    expect(out.split("\n")).toHaveLength(4);
    expect(out.replaceAll(" ", "").replaceAll("\u00a0", " ")).toContain("衡水市全民健康信息平台上线");
  });

  test("json gives tokens with offsets", () => {
    const tokens = JSON.parse(weixun(["tokenize", "--format", "json"], { input: "衡水市平台上线" }).out) as {
      text: string;
      start: number;
      end: number;
    }[];
    for (const t of tokens) expect("衡水市平台上线".slice(t.start, t.end)).toBe(t.text);
  });
});

test("dict check: findings by file and line, exit 1 for an error", () => {
  writeFileSync(at("words.tsv"), "智慧云诊室\t1\tn\tplatform\n坏类别\t1\tn\tnope\n");
  const { code, out } = weixun(["dict", "check", at("words.tsv")]);
  expect(code).toBe(1);
  expect(out).toMatch(/words\.tsv:2: error bad-category/);
});

test("dict check: a dictionary without findings is told as such, named as FILE or by --dict", () => {
  writeFileSync(at("good.tsv"), "智慧云诊室\t1\tn\tplatform\n");
  for (const args of [[at("good.tsv")], ["--dict", at("good.tsv")]])
    expect(weixun(["dict", "check", ...args])).toEqual({
      code: 0,
      out: "",
      err: `weixun: nothing is wrong in ${at("good.tsv")}\n`,
    });
});

test("help: the values of --order, and that dict check needs a file", () => {
  expect(weixun(["bulletin", "--help"]).out).toContain(
    "order of the items: date (default), score (best first) or topic",
  );
  expect(weixun(["dict", "--help"]).out).toContain("weixun dict check [FILE…]");
});
