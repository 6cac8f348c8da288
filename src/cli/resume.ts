/** Taking up an interrupted run: what stands whole in the part file is kept, the rest is made again. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { partFile } from "../io/write-output.ts";

/** Whole lines of the part file of an output: their number and bytes, and the last of them. */
export interface Kept {
  readonly lines: number;
  readonly bytes: number;
  readonly last: string;
}

export const NOTHING_KEPT: Kept = { lines: 0, bytes: 0, last: "" };

/** Counts the whole lines that an earlier run left; none where there is no part file. */
export async function keptLines(output: string): Promise<Kept> {
  const part = partFile(output);
  if (!statSync(part, { throwIfNoEntry: false })?.isFile()) return NOTHING_KEPT;
  let lines = 0;
  let bytes = 0;
  let start = 0;
  let read = 0;
  for await (const chunk of createReadStream(part, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      lines++;
      start = bytes;
      bytes = read + at + 1;
    }
    read += chunk.length;
  }
  const last = Buffer.alloc(bytes - start);
  const file = openSync(part, "r");
  readSync(file, last, 0, last.length, start);
  closeSync(file);
  return { lines, bytes, last: last.toString("utf8") };
}

/** The id of the analysis that a line holds; undefined where it holds none. */
export function idOfLine(line: string): string | undefined {
  try {
    return (JSON.parse(line) as { id?: string } | null)?.id;
  } catch {
    return undefined;
  }
}
