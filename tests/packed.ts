/** The package as npm would ship it, unpacked where a user's project would have it. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const WINDOWS = process.platform === "win32";
export const ROOT: string = fileURLToPath(new URL("../", import.meta.url));

/**
 * Makes `folder` a project that has weixun installed: the files that npm would pack, and links to its dependencies.
 */
export function installPacked(folder: string): void {
  const list = spawnSync("npm", ["pack", "--dry-run", "--json"], { cwd: ROOT, encoding: "utf8", shell: WINDOWS });
  if (list.status !== 0) throw new Error(`npm pack: ${list.stderr}`);
  const [packed] = JSON.parse(list.stdout) as [{ files: { path: string }[] }];
  const modules = join(folder, "node_modules");
  for (const { path } of packed.files) cpSync(join(ROOT, path), join(modules, "weixun", path));
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), "@types/node", "undici-types"]) {
    const target = join(ROOT, "node_modules", name);
    if (!existsSync(target)) continue;
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(target, join(modules, name), "junction");
  }
  mkdirSync(join(modules, ".bin"));
  const main = join(modules, "weixun/dist/cli/main.js");
  writeFileSync(join(modules, ".bin/weixun"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(folder, "package.json"), '{"name":"a-project","private":true,"type":"module"}\n');
}

/** The environment of a shell that finds the project's commands and this very Node. */
export const shellEnvironment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(folder, "node_modules/.bin")}:${join(process.execPath, "..")}:${process.env.PATH}`,
});
