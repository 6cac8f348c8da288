/** The trained recogniser of institutions, as `npm run train:institutions` left it, laid out for reading. */
import { readFileSync } from "node:fs";
import { layTables } from "./_tagger-tables.ts";

const file = "dictionaries/models/institution-tagger.bin";
const tagger = "src/extract/institutions/tagger";
export const inputs: readonly string[] = [
  file,
  "scripts/resources/_tagger-tables.ts",
  ...["characters", "context", "gazetteer", "model", "row-table", "tags", "templates"].map((f) => `${tagger}/${f}.ts`),
];

export function make(): Record<string, Uint8Array> {
  return { "institution-tagger.bin": layTables(readFileSync(new URL(`../../${file}`, import.meta.url))) };
}
