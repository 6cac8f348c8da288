/**
 * The checks that take long, one after another with their full counts; the result is a record.
 *
 * node scripts/check-full.mjs [share = 1] [name…]   a share below 1 runs that part of each count and writes no record
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SEED = 1;
/** Script and full count. */
const CHECKS = [
  ["segment-exactness", 200_000],
  ["fuzz-inputs", 100_000],
  ["fuzz-articles", 1_000_000],
  ["kill-resume", 50],
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

const records = [];
for (const [name, full] of CHECKS) {
  if (names.length > 0 && !names.includes(name)) continue;
  const count = Math.max(1, Math.round(full * Number(share)));
  const begun = performance.now();
  const run = spawnSync(process.execPath, [tsx, `scripts/check/${name}.ts`, String(count), String(SEED)], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const result = resultOf(run.stdout);
  const passed = run.status === 0 && result !== null;
  const state = !passed ? "failed" : result.skipped ? "skipped" : "passed";
  records.push({ name, state, count, seed: SEED, seconds, result });
  console.log(`${state} ${name}: ${count.toLocaleString("en")} in ${seconds} s`);
  if (!passed) console.log(run.stdout.trim().slice(-2000));
}
const number = (state) => records.filter((r) => r.state === state).length;
const skipped = number("skipped");
console.log(`${number("passed")} passed, ${number("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
if (Number(share) === 1 && names.length === 0) {
  mkdirSync(join(ROOT, "benchmarks/record"), { recursive: true });
  const record = {
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? "",
    checks: records,
  };
  writeFileSync(join(ROOT, "benchmarks/record/check-full.json"), `${JSON.stringify(record, null, 2)}\n`);
}
process.exit(number("failed") > 0 ? 1 : 0);
