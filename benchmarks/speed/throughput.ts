/** Throughput of all engines on the same text, interleaved: each round every engine gets strings it has never seen. */
import type { BenchEngine } from "./engines.ts";
import { freshTexts } from "./texts.ts";

export interface Throughput {
  /** Million UTF-16 units a second of processor time: the median of the rounds. */
  readonly cut: number;
  readonly tag: number | null;
  /** What the answers sum up to: engines that agree have the same. */
  readonly cutChecksum: string;
  readonly tagChecksum: string | null;
}

/** FNV-1a of the words, each ended by a mark. */
function checksum(words: Iterable<string>): string {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

type Timed = BenchEngine & { tokenize?: (text: string) => readonly unknown[] };

/** Processor time of all threads, collection of garbage included: other work on the machine does not count. */
function seconds(texts: readonly string[], call: (text: string) => readonly unknown[]): number {
  const start = process.cpuUsage();
  let words = 0;
  for (const text of texts) words += call(text).length;
  const { user, system } = process.cpuUsage(start);
  const spent = (user + system) / 1e6;
  if (words === 0) throw new Error("no words");
  return spent;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * @param rounds after two that only warm up.
 * @returns engine → throughput, and for each engine and round the seconds of `cut` and `tag`.
 */
export function measureThroughput(
  engines: ReadonlyMap<string, Timed>,
  rounds: number,
): { chars: number; results: Record<string, Throughput>; times: Record<string, { cut: number[]; tag: number[] }> } {
  const times: Record<string, { cut: number[]; tag: number[] }> = {};
  const names = [...engines.keys()];
  for (const name of names) times[name] = { cut: [], tag: [] };
  for (let round = -2; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + names.length) % names.length]!;
      const engine = engines.get(name)!;
      const cut = seconds(freshTexts(round), engine.cut);
      const tagger = engine.tokenize ?? engine.tag;
      const tag = tagger ? seconds(freshTexts(round), tagger) : 0;
      if (round < 0) continue;
      times[name]!.cut.push(cut);
      if (tagger) times[name]!.tag.push(tag);
    }
  }
  const texts = freshTexts(0);
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  const results: Record<string, Throughput> = {};
  for (const [name, engine] of engines) {
    const { cut, tag } = times[name]!;
    const { tag: tagger } = engine;
    results[name] = {
      cut: chars / 1e6 / median(cut),
      tag: tagger ? chars / 1e6 / median(tag) : null,
      cutChecksum: checksum(texts.flatMap((text) => engine.cut(text))),
      tagChecksum: tagger ? checksum(texts.flatMap((text) => tagger(text).flatMap((t) => [t.word, t.tag]))) : null,
    };
  }
  return { chars, results, times };
}

/** The median over the rounds of how many times faster `a` was than `b` in the same round. */
export function ratio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((seconds, round) => b[round]! / seconds));
}
