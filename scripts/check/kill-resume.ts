/**
 * Kills `analyze -o … --resume` at moments of chance, takes the run up again until it ends, and compares the bytes with
 * those of a run that was left alone. Prints one JSON line; exits 1 on a difference and says its seed.
 *
 * tsx scripts/check/kill-resume.ts [rounds = 50] [seed = 1]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seeded } from "./_hostile-text.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const CORPUS = new URL("../../corpus/", import.meta.url);

/** Runs the command; with `killAfter` (milliseconds) it may be killed first. */
function run(args: readonly string[], killAfter?: number, signal: NodeJS.Signals = "SIGKILL"): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: "ignore" });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill(signal), killAfter);
  return new Promise((resolve) =>
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    }),
  );
}

const [rounds = 50, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "weixun-kill-"));
const failures: string[] = [];
let kills = 0;
try {
  const pool = join(folder, "pool.jsonl");
  const lines = readdirSync(CORPUS)
    .filter((f) => f.endsWith(".jsonl"))
    .flatMap((f) => readFileSync(new URL(f, CORPUS), "utf8").trim().split("\n"));
  writeFileSync(pool, `${lines.join("\n")}\n`);
  const whole = join(folder, "whole.jsonl");
  const begun = performance.now();
  if (!(await run(["analyze", pool, "-o", whole]))) throw new Error("the run that is left alone failed");
  const lasting = performance.now() - begun;
  const expected = readFileSync(whole);
  const random = seeded(seed);
  for (let n = 0; n < rounds; n++) {
    const out = join(folder, `out-${n}.jsonl`);
    const args = ["analyze", pool, "-o", out, "--resume"];
    // Up to three kills a round, then the run is let end.
    let ended = false;
    for (let k = 0; k < 3 && !ended; k++) {
      ended = await run(args, random() * lasting * 1.1, random() < 0.7 ? "SIGKILL" : "SIGINT");
      if (!ended) kills++;
    }
    if (!ended && !(await run(args))) failures.push(`round ${n}: the last run failed`);
    else if (!readFileSync(out).equals(expected)) failures.push(`round ${n}: the bytes differ`);
    if (readdirSync(folder).some((f) => f.endsWith(".part"))) failures.push(`round ${n}: a part file is left`);
    rmSync(out, { force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify({ check: "kill-resume", seed, rounds, kills, failures }));
if (failures.length > 0) process.exit(1);
