/** Packs all surfaces that texts are scanned for into the one scanner: every module here that exports `patterns()` adds its own. */
import { readdirSync } from "node:fs";
import { buildTries, type Pattern, packTries } from "../../src/lexicon/trie.ts";

interface PatternModule {
  readonly inputs: readonly string[];
  readonly patterns?: () => Pattern[];
}

const modules: { file: string; module: PatternModule }[] = [];
for (const file of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (!file.endsWith(".ts") || file === "build.ts" || file === "zz-scanner.ts" || file.startsWith("_")) continue;
  const module = (await import(`./${file}`)) as PatternModule;
  if (module.patterns) modules.push({ file: `scripts/resources/${file}`, module });
}

export const inputs: readonly string[] = [
  ...modules.flatMap(({ file, module }) => [file, ...module.inputs]),
  "src/lexicon/trie.ts",
  "src/lexicon/double-array.ts",
  "src/lexicon/double-array-builder.ts",
  "src/text/fold.ts",
];

export function make(): Record<string, Uint8Array> {
  return { "scanner.bin": packTries(buildTries(modules.flatMap(({ module }) => module.patterns?.() ?? []))) };
}
