/** The trained recogniser of institutions, as `npm run train:institutions` left it. */
import { readFileSync } from "node:fs";

const file = "dictionaries/models/institution-tagger.bin";
export const inputs: readonly string[] = [file];

export function make(): Record<string, Uint8Array> {
  return { "institution-tagger.bin": readFileSync(new URL(`../../${file}`, import.meta.url)) };
}
