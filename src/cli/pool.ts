/** Threads for `--jobs N`. The project's one door to tinypool; loaded only where N is above 1. */
import { Tinypool } from "tinypool";
import { shareResources } from "../lexicon/load.ts";
import { batches, type Entry, type JobOptions } from "./job.ts";
import type { Batch, BatchLines } from "./worker.ts";

/** Lines of the entries in their order, made by up to `threads` threads; at most three batches a thread are under way. */
export async function* linesByThreads(
  entries: AsyncIterable<Entry>,
  options: JobOptions,
  threads: number,
): AsyncGenerator<string> {
  shareResources();
  const filename = new URL("../cli/worker.js", import.meta.url).href;
  // A thread starts when a batch finds none free: a pool of three articles needs one.
  const pool = new Tinypool({ filename, minThreads: 0, maxThreads: threads, idleTimeout: 60_000 });
  const running: Promise<BatchLines>[] = [];
  try {
    for await (const batch of batches(entries)) {
      const job = pool.run({ entries: batch, options } satisfies Batch) as Promise<BatchLines>;
      // A failure is thrown where its turn comes; until then it must not count as unhandled.
      job.catch(() => {});
      running.push(job);
      if (running.length >= threads * 3) yield* await running.shift()!;
    }
    while (running.length > 0) yield* await running.shift()!;
  } finally {
    await pool.destroy();
  }
}
