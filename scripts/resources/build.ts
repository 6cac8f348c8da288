/**
 * Packs dictionaries and models into dist/resources. Every other module of this folder is a {@link ResourceModule};
 * they run in the order of their names. A resource is made again only when an input (by content) has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

export interface ResourceModule {
  /** Files whose content decides the output, from the repository's root; the module itself and packed.ts always count. */
  readonly inputs: readonly string[];
  /** Makes the files: name under dist/resources → bytes. The same inputs give the same bytes. */
  make(): Record<string, Uint8Array>;
}

const root = new URL("../../", import.meta.url);
const out = new URL("dist/resources/", root);
const stamps = new URL("build/resources/", root);
mkdirSync(out, { recursive: true });
mkdirSync(stamps, { recursive: true });

for (const file of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (!file.endsWith(".ts") || file === "build.ts" || file.startsWith("_")) continue;
  const name = file.slice(0, -3);
  const { inputs, make } = (await import(`./${file}`)) as ResourceModule;
  const hash = createHash("sha256");
  for (const input of [`scripts/resources/${file}`, "src/core/packed.ts", ...inputs])
    hash.update(readFileSync(new URL(input, root)));
  const stamp = new URL(`${name}.json`, stamps);
  const key = hash.digest("hex");
  const old = existsSync(stamp)
    ? (JSON.parse(readFileSync(stamp, "utf8")) as { key: string; files: string[] })
    : undefined;
  if (old?.key === key && old.files.every((f) => existsSync(new URL(f, out)))) continue;
  const files = make();
  for (const [f, bytes] of Object.entries(files)) writeFileSync(new URL(f, out), bytes);
  writeFileSync(stamp, JSON.stringify({ key, files: Object.keys(files) }));
}
