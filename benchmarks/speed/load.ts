/** Loading, each engine in a process of its own: milliseconds to its first word, and memory above bare Node. */
import { spawnSync } from "node:child_process";

export interface Loading {
  /** From the start of the import to the first words; the median of the runs. */
  readonly milliseconds: number;
  /** Resident memory above a process that does nothing, after a full collection; the median of the runs. */
  readonly megabytes: number;
}

const code = (name: string): string => `
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const { sources } = await import(${JSON.stringify(new URL("engines.ts", import.meta.url).href)});
  const source = sources.find((s) => s.name === ${JSON.stringify(name)});
  const start = performance.now();
  const engine = await source.load();
  const words = engine.cut("衡水市全民健康信息平台上线");
  const milliseconds = performance.now() - start;
  globalThis.gc();
  console.log(JSON.stringify({ milliseconds, megabytes: (process.memoryUsage.rss() - before) / 1e6, words: words.length }));
`;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

export function measureLoading(name: string, runs: number): Loading {
  const results: Loading[] = [];
  for (let run = 0; run < runs; run++) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--expose-gc", "--import", "tsx", "--input-type=module", "-e", code(name)],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    results.push(JSON.parse(stdout.trim().split("\n").at(-1)!) as Loading);
  }
  return {
    milliseconds: median(results.map((r) => r.milliseconds)),
    megabytes: median(results.map((r) => r.megabytes)),
  };
}
