/** All text of the development data beside the repository, where it is present. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const folder = new URL("../../../shared/data/", import.meta.url);
export const hasSharedTexts: boolean = existsSync(folder);

/** The strings inside a JSON value, in order. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function parsed(line: string): string[] {
  try {
    return strings(JSON.parse(line));
  } catch {
    return [line];
  }
}

/** Texts of a file: the strings of JSON, else lines; lines of the segmentation sets without their blanks. */
function textsOf(name: string, content: string): string[] {
  if (/\.json(\.gz)?$/.test(name)) return parsed(content);
  const lines = content.split(/\r?\n/);
  if (/\.jsonl(\.gz)?$/.test(name)) return lines.flatMap(parsed);
  return name.startsWith("seg-") ? lines.map((line) => line.replace(/[ \u3000]+/g, "")) : lines;
}

export function* sharedTexts(): Generator<{ file: string; text: string }> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    if (!/\.(?:csv|json|jsonl|tsv|txt)(?:\.gz)?$/.test(name)) continue;
    const bytes = readFileSync(new URL(name, folder));
    const content = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    for (const text of textsOf(name, content)) if (text !== "") yield { file: name, text };
  }
}
