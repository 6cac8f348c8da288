/**
 * The checks that take long, with their full counts, as many at once as there are cores; the result is a record, in which
 * each check says of which commit it is.
 *
 * node scripts/check-full.mjs [share = 1] [name[:seed]…]   a share below 1 runs that part of each count and writes no record
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Script, full count and seed, the longest first. */
const CHECKS = [
  ["fuzz-articles", 500_000, 1],
  ["fuzz-articles", 500_000, 2],
  ["fuzz-inputs", 100_000, 1],
  ["segment-exactness", 200_000, 1],
  ["kill-resume", 50, 1],
];

const [share = "1", ...names] = process.argv.slice(2);
if (!(Number(share) > 0 && Number(share) <= 1)) {
  console.error(`check-full: the share must lie in (0, 1], is ${share}`);
  process.exit(2);
}
const tsx = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/cli.mjs");

/** The last line of a check, as JSON; null where it gave none. */
function resultOf(stdout) {
  try {
    return JSON.parse(stdout.trim().split("\n").at(-1));
  } catch {
    return null;
  }
}

const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).stdout.trim();

/** Runs one check and says how it ended. */
function check([name, full, seed]) {
  const count = Math.max(1, Math.round(full * Number(share)));
  const begun = performance.now();
  const child = spawn(process.execPath, [tsx, `scripts/check/${name}.ts`, String(count), String(seed)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stdout = [];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      const told = Buffer.concat(stdout).toString("utf8");
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      const result = resultOf(told);
      const passed = status === 0 && result !== null;
      const state = !passed ? "failed" : result.skipped ? "skipped" : "passed";
      console.log(`${state} ${name}: ${count.toLocaleString("en")} of seed ${seed} in ${seconds} s`);
      if (!passed) console.log(told.trim().slice(-2000));
      resolve({ name, seed, state, count, seconds, commit, date: new Date().toISOString(), result });
    });
  });
}

const waiting = CHECKS.filter(
  ([name, , seed]) => names.length === 0 || names.includes(name) || names.includes(`${name}:${seed}`),
);
const records = [];
await Promise.all(
  Array.from({ length: cpus().length }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) records.push(await check(next));
  }),
);
const inOrder = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.seed - b.seed);
records.sort(inOrder);
const number = (state) => records.filter((r) => r.state === state).length;
const skipped = number("skipped");
console.log(`${number("passed")} passed, ${number("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
if (Number(share) === 1) {
  const file = join(ROOT, "benchmarks/record/check-full.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).checks : [];
  const isNew = (old) => !records.some((r) => r.name === old.name && r.seed === old.seed);
  const checks = [...kept.filter(isNew), ...records].sort(inOrder);
  const record = { node: process.version, cpu: cpus()[0]?.model ?? "", checks };
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
process.exit(number("failed") > 0 ? 1 : 0);
