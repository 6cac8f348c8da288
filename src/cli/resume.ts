/** Taking up an interrupted run: what stands whole in the part file is kept, the rest is made again. */
import { createReadStream, statSync } from "node:fs";
import { partFile } from "../io/write-output.ts";

/** Whole lines of the part file of an output: their number and bytes. */
export interface Kept {
  readonly lines: number;
  readonly bytes: number;
}

/** Counts the whole lines that an earlier run left; none where there is no part file. */
export async function keptLines(output: string): Promise<Kept> {
  const part = partFile(output);
  if (!statSync(part, { throwIfNoEntry: false })?.isFile()) return { lines: 0, bytes: 0 };
  let lines = 0;
  let bytes = 0;
  let read = 0;
  for await (const chunk of createReadStream(part, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      lines++;
      bytes = read + at + 1;
    }
    read += chunk.length;
  }
  return { lines, bytes };
}
