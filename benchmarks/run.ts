/**
 * Runs the benchmarks and prints one table.
 *
 *   npm run bench                      all of them; the result goes to benchmarks/record/VERSION.json
 *   npm run bench -- --gold DIR        quality on your own issues (issue-NNN.jsonl in the form of corpus/)
 *   npm run bench -- --only NAME       one of them: quality, unseen, speed, pipeline
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { gold: { type: "string" }, only: { type: "string" }, misses: { type: "boolean" } },
});
const root = fileURLToPath(new URL("../", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "weixun-"));

/** Installs the peer that no lock file holds; without it the speed benchmark leaves it out. */
function installPeers(): void {
  const peers = `${root}build/peers`;
  if (existsSync(`${peers}/node_modules/@node-rs/jieba`)) return;
  mkdirSync(peers, { recursive: true });
  writeFileSync(`${peers}/package.json`, '{"private":true}');
  spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund", "@node-rs/jieba@2.0.3"], {
    cwd: peers,
    stdio: "ignore",
  });
}

/** Runs a benchmark script; what it writes to its `--json` file is its result. */
function run(name: string, script: string, args: readonly string[] = []): unknown {
  console.log(`\n## ${name}\n`);
  const json = join(temporary, `${name}.json`);
  const done = spawnSync(process.execPath, ["--import", "tsx", script, ...args, "--json", json], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (done.status !== 0) process.exitCode = 1;
  return done.status === 0 ? JSON.parse(readFileSync(json, "utf8")) : null;
}

const quality = [
  "benchmarks/quality/run.ts",
  [...(values.gold ? ["--gold", values.gold] : []), ...(values.misses ? ["--misses"] : [])],
] as const;
if (values.gold) run("quality", ...quality);
else {
  const all: Readonly<Record<string, readonly [string, (readonly string[])?]>> = {
    quality,
    unseen: ["benchmarks/quality/run.ts", ["--gold", "corpus/unseen", "--shipped"]],
    speed: ["benchmarks/speed/run.ts"],
    pipeline: ["benchmarks/pipeline/run.ts"],
  };
  const chosen = Object.entries(all).filter(([name]) => values.only === undefined || values.only === name);
  if (chosen.length === 0) {
    console.error(`no benchmark “${values.only}”; there are ${Object.keys(all).join(", ")}`);
    process.exit(2);
  }
  if (chosen.some(([name]) => name === "speed")) installPeers();
  const results = Object.fromEntries(chosen.map(([name, [script, args]]) => [name, run(name, script, args)]));
  if (values.only === undefined) {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
    const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).stdout.trim();
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? "", cores: cpus().length, memory: totalmem() };
    const file = join(root, "benchmarks/record", `${version}.json`);
    writeFileSync(
      file,
      `${JSON.stringify({ version, commit, command: "npm run bench", machine, results }, null, 2)}\n`,
    );
    console.log(`\nrecord: benchmarks/record/${version}.json`);
  }
}
rmSync(temporary, { recursive: true });
