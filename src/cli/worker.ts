/** One thread of `--jobs`: a batch of articles in, their analyses as JSON lines out. */
import type { Analyzer } from "../analyzer.ts";
import { analyzerOf, type Entry, type JobOptions, outcomesOf } from "./job.ts";

export interface Batch {
  readonly entries: readonly Entry[];
  readonly options: JobOptions;
}

/** Lines in the order of the entries; a line that begins with `!` is the message of one that failed. */
export type BatchLines = readonly string[];

let analyzer: Promise<Analyzer> | undefined;

export default async function run({ entries, options }: Batch): Promise<BatchLines> {
  const loaded = await (analyzer ??= analyzerOf(options));
  return outcomesOf(entries, loaded, options).map((outcome) =>
    "failed" in outcome ? `!${outcome.failed}` : JSON.stringify(outcome.analysis),
  );
}
