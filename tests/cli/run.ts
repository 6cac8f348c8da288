/** Runs the built command as a user does. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const MAIN: string = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
export const CORPUS: string = fileURLToPath(new URL("../../corpus/", import.meta.url));

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function weixun(args: readonly string[], options: { input?: string | Uint8Array; cwd?: string } = {}): Result {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    input: options.input ?? "",
    cwd: options.cwd ?? CORPUS,
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout.toString(), err: run.stderr.toString() };
}
