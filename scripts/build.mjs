// Builds dist/: the packed resources (scripts/resources/*.ts, in the order of their names), the types, and the code in few
// files: loading two hundred small ones costs more time than half a bulletin.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
mkdirSync(`${root}dist/resources`, { recursive: true });
for (const args of [
  ["--import", "tsx", "scripts/resources/build.ts"],
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
]) {
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["index", "segment/index", "cli/main", "cli/worker"].map((name) => `src/${name}.ts`),
  outbase: "src",
  outdir: "dist",
  // Shared code stands one folder below dist, as its sources do: paths to resources and the worker hold.
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "node20.19",
  external: ["node:*"],
  logLevel: "warning",
});
