/** Every example runs against the package as it would be installed. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPacked, ROOT, shellEnvironment } from "./packed.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-examples-"));
const pool = (issue: number): string => join(ROOT, `corpus/issue-${issue}.jsonl`);
const hasCommand = (name: string): boolean => spawnSync(name, ["--version"]).status === 0;
const hasShell = process.platform !== "win32";

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { cwd: folder, encoding: "utf8", env: shellEnvironment(folder) });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
}
const ids = (ndjson: string): string[] =>
  ndjson
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);

beforeAll(() => {
  installPacked(folder);
  cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every script that the examples' README names is there", () => {
  const named = readFileSync(join(ROOT, "examples/README.md"), "utf8").match(/examples\/[\w/-]+\.(?:mjs|sh|py)/g) ?? [];
  const made = "examples/typescript/build/decisions.mjs";
  expect(named).toContain("examples/lines/split.sh");
  expect(named.filter((file) => file !== made && !existsSync(join(ROOT, file)))).toEqual([]);
});

test("node: a pool becomes a Word file", () => {
  expect(run(process.execPath, ["examples/node/bulletin.mjs", pool(545), "545", "bulletin.docx"])).toMatch(
    /^[1-9]\d* of 24 articles in bulletin\.docx$/m,
  );
  expect(readFileSync(join(folder, "bulletin.docx")).subarray(0, 2).toString()).toBe("PK");
});

test("typescript: compiles under strict flags and names a decision for every article", () => {
  run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "examples/typescript"]);
  const lines = run(process.execPath, ["examples/typescript/build/decisions.mjs", pool(545), "545"]).split("\n");
  expect(lines.filter((l) => /^545-\d\d\t(?:printed: .+|for an editor|reprint of|left out: )/.test(l)).length).toBe(24);
  expect(lines.some((l) => l.includes("\tprinted: "))).toBe(true);
});

describe("browser", () => {
  test("the page's script and the library bundle for a browser, with nothing of Node's", async () => {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ["examples/browser/page.js"],
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
    });
    expect(outputFiles[0]!.text).toContain("createSegmenter");
  });

  test.skipIf(!hasCommand("chromium"))("the page segments (skipped where there is no chromium)", async () => {
    const server = spawn(process.execPath, ["examples/browser/serve.mjs"], { cwd: folder });
    try {
      const address = await new Promise<string>((resolve) => server.stdout.once("data", (d) => resolve(`${d}`.trim())));
      const page = run("chromium", [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${join(folder, "chromium")}`,
        "--virtual-time-budget=30000",
        "--dump-dom",
        address,
      ]);
      expect(page).toMatch(/<p id="words">衡水市\/ns 全民健康信息平台\/\w+ 上线\/\w+ ，/);
    } finally {
      server.kill();
    }
  });
});

describe.skipIf(!hasShell)("shell", () => {
  test("crawler: articles come through pipes, without ids, and become a bulletin", () => {
    const text = run("sh", ["examples/crawler/pipe.sh", pool(545)]);
    expect(text).toContain("一、信息目录");
    expect(text).toContain("示例（虚构内容，非新闻）");
    const decisions = readFileSync(join(folder, "decisions.tsv"), "utf8").trim().split("\n");
    expect(decisions).toHaveLength(1 + 24);
  });

  test("own dictionary: its words are whole words and terms", () => {
    const [words, ...terms] = run("sh", ["examples/own-dictionary/run.sh"]).trim().split("\n");
    expect(words).toContain(" himss\u00a07级/");
    expect(words).toContain(" 云上衡水/nz ");
    expect(terms).toContain("云上衡水\tapp");
  });

  test("own model: fitted on one week, used on another", () => {
    const counts = run("sh", ["examples/own-model/run.sh", pool(538), pool(545)]);
    expect(counts).toMatch(/\d+ selected/);
    expect(JSON.parse(readFileSync(join(folder, "model.json"), "utf8"))).toHaveProperty("card");
  });

  test.skipIf(!hasCommand("parallel"))("lines: GNU parallel keeps the order (skipped where it is absent)", () => {
    expect(ids(run("sh", ["examples/lines/parallel.sh", pool(545)]))).toEqual(ids(readFileSync(pool(545), "utf8")));
  });

  test.skipIf(!hasCommand("python3"))(
    "lines: Spark's pipe, partition by partition, some empty (a stand-in of pyspark; skipped where there is no python3)",
    () => {
      const head = readFileSync(pool(545), "utf8").split("\n").slice(0, 3).join("\n");
      writeFileSync(join(folder, "three.jsonl"), `${head}\n`);
      const script = readFileSync(join(folder, "examples/lines/spark.py"), "utf8");
      // A process a partition: sixty-four would take half a minute.
      writeFileSync(join(folder, "examples/lines/spark.py"), script.replace("minPartitions=64", "minPartitions=4"));
      const env = { ...shellEnvironment(folder), PYTHONPATH: join(ROOT, "tests/stand-ins") };
      const done = spawnSync("python3", ["examples/lines/spark.py", "three.jsonl", "out"], { cwd: folder, env });
      expect(done.status, String(done.stderr)).toBe(0);
      const parts = readdirSync(join(folder, "out")).filter((f) => f.startsWith("part-"));
      expect(parts.length).toBe(4);
      const lines = parts.sort().map((f) => readFileSync(join(folder, "out", f), "utf8"));
      expect(lines.join("")).toBe(run("weixun", ["analyze", "three.jsonl"]));
    },
  );

  test("lines: split and xargs give what one process gives", () => {
    const split = run("sh", ["examples/lines/split.sh", pool(545)]);
    expect(split).toBe(run("weixun", ["analyze", pool(545)]));
  });
});
