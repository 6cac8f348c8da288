/** The packed package as other tools see it: exports and types, and the API reference. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../packed.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-check-"));
let tarball = "";
const tool = (script: string, ...args: string[]): { code: number | null; out: string } => {
  const run = spawnSync(process.execPath, [join(ROOT, "node_modules", script), ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout + run.stderr };
};
let files: string[] = [];
beforeAll(() => {
  const args = ["pack", "--json", "--pack-destination", folder];
  const pack = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" });
  expect(pack.status, pack.stderr).toBe(0);
  const [packed] = JSON.parse(pack.stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, packed.filename);
  files = packed.files.map((f) => f.path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("publint finds nothing", async () => {
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  expect(messages).toEqual([]);
});

test("types resolve for ESM and bundlers (attw)", () => {
  const { code, out } = tool("@arethetypeswrong/cli/dist/index.js", tarball, "--profile", "esm-only", "--no-color");
  expect(code, out).toBe(0);
});

test("the package carries the notices of its data and models", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "dictionaries/SOURCES.tsv",
      "dictionaries/models/LICENSE-institution-tagger.md",
    ]),
  );
});

test("the API reference is made without a warning", () => {
  const { code, out } = tool("typedoc/bin/typedoc", "--emit", "none");
  expect(code, out).toBe(0);
});
