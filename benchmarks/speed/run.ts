/**
 * Speed of the segmentation engines in one run on one machine: loading, memory, throughput, answers, accuracy.
 * An engine that is not installed is left out with a word. Run after the build:
 *
 *   tsx benchmarks/speed/run.ts [--rounds 15] [--json FILE]
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureAccuracy } from "./accuracy.ts";
import { sources } from "./engines.ts";
import { measureLoading } from "./load.ts";
import { measureThroughput, ratio } from "./throughput.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" }, json: { type: "string" } } });
const { rounds } = values;
const round2 = (x: number | null): number | null => (x === null ? null : Number(x.toFixed(2)));

const engines: Map<string, Awaited<ReturnType<(typeof sources)[number]["load"]>>> = new Map();
for (const source of sources)
  try {
    engines.set(source.name, await source.load());
  } catch (error) {
    console.log(`${source.name} is left out: ${(error as Error).message.split("\n")[0]}`);
  }
const loading = Object.fromEntries([...engines.keys()].map((name) => [name, measureLoading(name, 5)]));
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
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`${chars} characters a round, median of ${rounds} rounds`);
console.table(
  Object.fromEntries(
    Object.entries(rows).map(([name, r]) => [
      name,
      {
        "load ms": r.loadMilliseconds,
        MB: r.megabytesAboveNode,
        "cut M/s": r.cutMillionCharsPerSecond,
        "tag M/s": r.tagMillionCharsPerSecond,
        "cut ×": r.cutTimesNodejieba,
        "tag ×": r.tagTimesNodejieba,
        answer: r.cutChecksum,
      },
    ]),
  ),
);
