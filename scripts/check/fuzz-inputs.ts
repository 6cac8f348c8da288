/**
 * Reads and cleans hostile files: each must end in articles, notices and one-line problems, never in a throw or a hang.
 * Prints one JSON line; exits 1 on a failure and says its seed.
 *
 * tsx scripts/check/fuzz-inputs.ts [files = 100000] [seed = 1]
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanArticle } from "../../src/clean/index.ts";
import { readArticles } from "../../src/io/read-articles.ts";
import { hostileFile } from "./_hostile-files.ts";
import { seeded } from "./_hostile-text.ts";

export interface FuzzResult {
  readonly files: number;
  readonly articles: number;
  readonly problems: number;
  /** What went wrong, with the number of the file. */
  readonly failures: string[];
  /** The slowest file, in milliseconds. */
  readonly slowestMs: number;
}

/** Reads `files` hostile files and cleans what they give. */
export async function fuzzInputs(files: number, seed: number): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), "weixun-fuzz-"));
  const random = seeded(seed);
  const failures: string[] = [];
  let articles = 0;
  let problems = 0;
  let slowestMs = 0;
  try {
    for (let n = 0; n < files; n++) {
      const { name, bytes } = hostileFile(random);
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const begun = performance.now();
      try {
        for await (const result of readArticles([file])) {
          if (result.kind === "article") {
            articles++;
            const document = cleanArticle(result.article);
            if (typeof document.text !== "string" || document.text.includes("\n\n"))
              failures.push(`file ${n}: a text with an empty line`);
          } else if (result.kind === "problem") {
            problems++;
            if (result.message.includes("\n") || !result.message.includes(file))
              failures.push(`file ${n}: “${result.message}” is not one line that names the file`);
          }
        }
      } catch (error) {
        failures.push(`file ${n} (${name}): ${(error as Error).stack?.slice(0, 300)}`);
      }
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { files, articles, problems, failures, slowestMs: Math.round(slowestMs) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [files = 100_000, seed = 1] = process.argv.slice(2).map(Number);
  const result = await fuzzInputs(files, seed);
  console.log(JSON.stringify({ check: "fuzz-inputs", seed, ...result, failures: result.failures.slice(0, 10) }));
  if (result.failures.length > 0) process.exit(1);
}
