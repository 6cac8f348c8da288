/** The npm package: budgets, what installs, what loads, and that it works in an empty folder. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  dependencies: Record<string, string>;
  optionalDependencies?: object;
};
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as {
  packages: Record<
    string,
    {
      dev?: boolean;
      optional?: boolean;
      peer?: boolean;
      hasInstallScript?: boolean;
      deprecated?: string;
      devOptional?: boolean;
      optionalDependencies?: Record<string, string>;
    }
  >;
};
const shipped = Object.entries(lock.packages).filter(
  ([name, p]) => name !== "" && !p.dev && !p.peer && !p.devOptional && !p.optional,
);

describe("dependencies", () => {
  test("at most 8 direct and 60 installed ones; none optional", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(8);
    expect(shipped.length).toBeLessThanOrEqual(60);
    expect(manifest.optionalDependencies).toBeUndefined();
  });

  test("the lock file is whole: npm ci refuses one that leaves out platform packages", () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + 13)));
    const wanted = Object.values(lock.packages).flatMap((p) => Object.keys(p.optionalDependencies ?? {}));
    expect([...new Set(wanted)].filter((name) => !names.has(name))).toEqual([]);
  });

  test("none has an install script, none is deprecated", () => {
    expect(shipped.filter(([, p]) => p.hasInstallScript || p.deprecated).map(([name]) => name)).toEqual([]);
  });
});

describe("the packed package in an empty folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "weixun-"));
  const npm = (args: readonly string[], cwd: string): ReturnType<typeof spawnSync> =>
    spawnSync("npm", [...args], { cwd, encoding: "utf8", timeout: 110_000, shell: process.platform === "win32" });
  const node = (code: string): { code: number | null; out: string } => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: folder, encoding: "utf8" });
    return { code: run.status, out: run.stdout + run.stderr };
  };

  beforeAll(() => {
    expect(npm(["pack", "--pack-destination", folder], root).status).toBe(0);
    const tarball = readdirSync(folder).find((f) => f.endsWith(".tgz"))!;
    writeFileSync(join(folder, "package.json"), '{"name":"empty","private":true,"type":"module"}');
    const install = npm(["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], folder);
    expect(install.status, String(install.stderr)).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("it is at most 9 MB packed", () => {
    const tarball = readdirSync(folder).find((f) => f.endsWith(".tgz"))!;
    expect(statSync(join(folder, tarball)).size).toBeLessThanOrEqual(9_000_000);
  });

  test("at most 60 packages are installed", () => {
    const installed = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8")) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(Object.keys(installed.packages).length).toBeLessThanOrEqual(61);
    expect(Object.values(installed.packages).some((p) => p.hasInstallScript)).toBe(false);
  });

  test("the library and the command work", () => {
    const { code, out } = node(`
      import { createAnalyzer, composeBulletin, renderBulletin, parseBulletin } from "weixun";
      const analyzer = await createAnalyzer();
      const a = analyzer.analyze({ id: "1", title: "衡水市全民健康信息平台上线", content: "10月16日，衡水市全民健康信息平台上线，接入20家医院。", publishedAt: "2023-10-16" });
      const b = composeBulletin([a], { issue: 546 });
      console.log(parseBulletin(await renderBulletin(b, "txt")).issue, (await renderBulletin(b, "docx")).length > 1000, a.status);
    `);
    expect(out.trim()).toBe("546 true ok");
    expect(code).toBe(0);
    const run = spawnSync(join(folder, "node_modules/.bin/weixun"), ["--version"], { encoding: "utf8" });
    expect(run.stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  test("importing it loads no package but franc and ml-matrix and what these stand on", () => {
    mkdirSync(join(folder, "hooks"));
    writeFileSync(
      join(folder, "hooks/hooks.mjs"),
      'import { writeSync } from "node:fs";\nexport async function load(url, context, next) { writeSync(2, url + "\\n"); return next(url, context); }\n',
    );
    writeFileSync(
      join(folder, "hooks/register.mjs"),
      'import { register } from "node:module";\nregister("./hooks.mjs", import.meta.url);\n',
    );
    const run = spawnSync(
      process.execPath,
      ["--import", "./hooks/register.mjs", "--input-type=module", "-e", 'await import("weixun")'],
      { cwd: folder, encoding: "utf8" },
    );
    const packages = new Set([...run.stderr.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].map((m) => m[1]!));
    const allowed = new Set([
      "weixun",
      "franc",
      "trigram-utils",
      "n-gram",
      "collapse-white-space",
      "ml-matrix",
      "ml-array-rescale",
      "ml-array-max",
      "ml-array-min",
      "is-any-array",
    ]);
    expect([...packages].filter((p) => !allowed.has(p))).toEqual([]);
    expect(packages.has("weixun")).toBe(true);
  });
});
