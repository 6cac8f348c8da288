/** Analyses of the command's inputs: articles are analysed, analyses pass through. */
import { type Analyzer, createAnalyzer } from "../analyzer.ts";
import type { Analysis } from "../core/types.ts";
import type { Values } from "./arguments.ts";
import { readIncoming } from "./articles.ts";
import type { Problems } from "./session.ts";

/** The analyzer that the options ask for. */
export async function analyzerFor(_values: Values): Promise<Analyzer> {
  return createAnalyzer();
}

/** One analysis for each article of the inputs, in their order. */
export async function* analyses(
  files: readonly string[],
  values: Values,
  problems: Problems,
): AsyncGenerator<Analysis> {
  let analyzer: Analyzer | undefined;
  for await (const incoming of readIncoming(files, problems)) {
    if (incoming.kind === "analysis") yield incoming.analysis;
    else yield (analyzer ??= await analyzerFor(values)).analyze(incoming.article);
  }
}

/** Exit code of a run that has read its inputs: 1 where some could not be read, 2 where none could. */
export function exitCode(problems: Problems, read: number): number {
  if (problems.count === 0) return 0;
  return read === 0 ? 2 : 1;
}
