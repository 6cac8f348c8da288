// Builds dist/: the packed resources (scripts/resources/*.ts, in the order of their names) and the compiled code.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
mkdirSync(`${root}dist/resources`, { recursive: true });
for (const args of [
  ["--import", "tsx", "scripts/resources/build.ts"],
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
]) {
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
