/** Holds the architecture: which layer may import which, and which file may import which package. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const layers = [
  ["core"],
  ["text"],
  ["lexicon"],
  ["segment"],
  ["clean", "extract", "classify", "dedupe", "summarize"],
  ["bulletin", "analyzer.ts"],
  ["io"],
  ["cli", "index.ts"],
];
const layerOf = (path: string): number => layers.findIndex((names) => names.includes(path.split("/")[0]!));
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((f) => f.replaceAll("\\", "/"))
  .filter((f) => f.endsWith(".ts"));
const importsOf = (file: string): string[] =>
  [...readFileSync(src + file, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map((m) => m[1]!);
const resolveFrom = (file: string, target: string): string => new URL(target, `file:///${file}`).pathname.slice(1);

test("a file imports its own layer or a lower one, and siblings of layer 4 stay apart", () => {
  const wrong: string[] = [];
  for (const file of files)
    for (const target of importsOf(file).filter((t) => t.startsWith("."))) {
      const to = resolveFrom(file, target);
      const [a, b] = [layerOf(file), layerOf(to)];
      if (a < 0 || b < 0 || b > a || (a === 4 && b === 4 && file.split("/")[0] !== to.split("/")[0]))
        wrong.push(`${file} → ${to}`);
    }
  expect(wrong).toEqual([]);
});

test("each dependency has one importing file", () => {
  const users = new Map<string, string[]>();
  for (const file of files)
    for (const target of importsOf(file).filter((t) => !t.startsWith(".") && !t.startsWith("node:"))) {
      const name = target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : target.split("/")[0]!;
      users.set(name, [...new Set([...(users.get(name) ?? []), file])]);
    }
  expect([...users].filter(([, by]) => by.length > 1)).toEqual([]);
});

test("only io, cli and the dictionary loader touch the file system; only cli prints", () => {
  const wrong = files.filter((file) => {
    const outer = /^(io|cli)\//.test(file) || file === "lexicon/load.ts";
    const text = readFileSync(src + file, "utf8");
    return (
      (!outer && /from "node:(fs|os|child_process|worker_threads)/.test(text)) ||
      (!file.startsWith("cli/") && /\bconsole\.|process\.(stdout|stderr)/.test(text))
    );
  });
  expect(wrong).toEqual([]);
});
