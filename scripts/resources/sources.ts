/** Packs the table of publishers. */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";

export const inputs: readonly string[] = ["dictionaries/sources.tsv"];

export function make(): Record<string, Uint8Array> {
  const tsv = readFileSync(new URL("../../dictionaries/sources.tsv", import.meta.url), "utf8");
  return { "sources.bin": pack("sources", 1, { rows: tsv }) };
}
