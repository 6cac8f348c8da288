/**
 * Speed of the segmentation engines in one run on one machine: loading, memory, throughput, answers, accuracy.
 * Writes a record; prints it. Run after the build:
 *
 * tsx benchmarks/speed/run.ts [rounds = 15] [record = benchmarks/record/speed-segmentation.json]
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureAccuracy } from "./accuracy.ts";
import { sources } from "./engines.ts";
import { measureLoading } from "./load.ts";
import { measureThroughput, ratio } from "./throughput.ts";

const [rounds = "15", record = "benchmarks/record/speed-segmentation.json"] = process.argv.slice(2);
const round2 = (x: number | null): number | null => (x === null ? null : Number(x.toFixed(2)));

const loading = Object.fromEntries(sources.map(({ name }) => [name, measureLoading(name, 5)]));
const engines = new Map(await Promise.all(sources.map(async (s) => [s.name, await s.load()] as const)));
const { chars, results, times } = measureThroughput(engines, Number(rounds));
const jieba = times.nodejieba!;
const rows = Object.fromEntries(
  [...engines].map(([name, engine]) => [
    name,
    {
      loadMilliseconds: round2(loading[name]!.milliseconds),
      megabytesAboveNode: round2(loading[name]!.megabytes),
      cutMillionCharsPerSecond: round2(results[name]!.cut),
      tagMillionCharsPerSecond: round2(results[name]!.tag),
      cutTimesNodejieba: round2(ratio(times[name]!.cut, jieba.cut)),
      tagTimesNodejieba: engine.tag ? round2(ratio(times[name]!.tag, jieba.tag)) : null,
      cutChecksum: results[name]!.cutChecksum,
      tagChecksum: results[name]!.tagChecksum,
      f1: {
        cut: measureAccuracy(engine.cut),
        tag: engine.tag ? measureAccuracy((text) => engine.tag!(text).map((t) => t.word)) : null,
      },
    },
  ]),
);
const report = {
  machine: `${cpus()[0]?.model ?? "unknown"} × ${cpus().length}, Node ${process.version}, ${process.platform} ${process.arch}`,
  rounds: Number(rounds),
  charsPerRound: chars,
  engines: rows,
};
writeFileSync(record, `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report, null, 2));
