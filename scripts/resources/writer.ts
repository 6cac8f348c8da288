/** Packs the writer's word table and its model. */
import { existsSync, readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";

const root = new URL("../../", import.meta.url);
const MODEL = "dictionaries/models/writer.json";
const WORDS = "dictionaries/writer-words.tsv";

export const inputs: readonly string[] = [WORDS, ...(existsSync(new URL(MODEL, root)) ? [MODEL] : [])];

export function make(): Record<string, Uint8Array> {
  const read = (name: string): string => (inputs.includes(name) ? readFileSync(new URL(name, root), "utf8") : "");
  const model = read(MODEL);
  return {
    "writer.bin": pack("weixun-writer", 1, { words: read(WORDS), model: model === "" ? "{}" : model }),
  };
}
