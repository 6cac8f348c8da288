/** Analyses of the command's inputs: articles are analysed, analyses pass through, in the order of the input. */
import { availableParallelism } from "node:os";
import type { Analyzer } from "../analyzer.ts";
import { idOf } from "../core/article-id.ts";
import { WeixunError } from "../core/errors.ts";
import type { Analysis } from "../core/types.ts";
import type { Values } from "./arguments.ts";
import { readIncoming } from "./articles.ts";
import { analyzerOf, batches, type Entry, type JobOptions, outcomesOf } from "./job.ts";
import { idOfLine, type Kept } from "./resume.ts";
import { type Problems, readText } from "./session.ts";

/** The job that a command's options ask for. @throws WeixunError where a dictionary or model cannot be read. */
export function jobOf(values: Values, slim: boolean = false): JobOptions {
  const model = values.model as string | undefined;
  return {
    segmenter: (values.segmenter as "built-in" | "nodejieba" | undefined) ?? "built-in",
    dictionaries: ((values.dict as readonly string[] | undefined) ?? []).map((file) => ({
      file,
      text: readText(file),
    })),
    ...(model === undefined ? {} : { model: { file: model, text: readText(model) } }),
    summaries: (values.summaries as "auto" | "all" | undefined) ?? "auto",
    townships: values.townships === true,
    slim,
  };
}

/** The analyzer that a command's options ask for. */
export function analyzerFor(values: Values): Promise<Analyzer> {
  return analyzerOf(jobOf(values));
}

/** Threads that `--jobs` asks for, at most one a processor: more take memory and gain nothing. */
export function threadsFor(values: Values): number {
  return Math.min((values.jobs as number | undefined) ?? 1, availableParallelism());
}

/** One analysis for each article that could be analysed; one that fails is a problem. */
async function* analysesHere(
  entries: AsyncIterable<Entry>,
  options: JobOptions,
  problems: Problems,
): AsyncGenerator<Analysis> {
  let analyzer: Analyzer | undefined;
  for await (const batch of batches(entries)) {
    if (batch.some(({ kind }) => kind === "article")) analyzer ??= await analyzerOf(options);
    for (const outcome of outcomesOf(batch, analyzer, options))
      if ("failed" in outcome) problems.fail(outcome.failed);
      else yield outcome.analysis;
  }
}

async function* linesElsewhere(
  entries: AsyncIterable<Entry>,
  options: JobOptions,
  threads: number,
  problems: Problems,
): AsyncGenerator<string> {
  const { linesByThreads } = await import("./pool.ts");
  for await (const line of linesByThreads(entries, options, threads))
    if (line.startsWith("!")) problems.fail(line.slice(1));
    else yield line;
}

/** The analyses for a bulletin or a review: slim, so that large pools fit in memory. */
export async function* analyses(
  files: readonly string[],
  values: Values,
  problems: Problems,
): AsyncGenerator<Analysis> {
  const options = jobOf(values, true);
  const entries = readIncoming(files, problems);
  const threads = threadsFor(values);
  if (threads === 1) yield* analysesHere(entries, options, problems);
  else for await (const line of linesElsewhere(entries, options, threads, problems)) yield JSON.parse(line) as Analysis;
}

/**
 * The analyses as JSON lines; those of the first entries were written by an earlier run and are `kept`.
 * @throws WeixunError `bad-input` where the earlier run was of other articles.
 */
export async function* analysisLines(
  files: readonly string[],
  values: Values,
  problems: Problems,
  kept: Kept,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const options = jobOf(values);
  const entries = behind(kept, readIncoming(files, problems, onBytes));
  const threads = threadsFor(values);
  if (threads > 1) yield* linesElsewhere(entries, options, threads, problems);
  else for await (const analysis of analysesHere(entries, options, problems)) yield JSON.stringify(analysis);
}

/** The entries behind that of the last kept line; an entry that could not be analysed has left no line. */
async function* behind({ lines, last }: Kept, entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  const id = idOfLine(last);
  let seen = 0;
  let found = lines === 0;
  for await (const entry of entries) {
    seen++;
    if (found) yield entry;
    else if (seen >= lines) found = id === (entry.kind === "analysis" ? entry.analysis.id : idOf(entry.article));
  }
  if (!found)
    throw new WeixunError(
      "bad-input",
      `--resume: the interrupted run was of other input: the last of its ${lines} lines is article ${id ?? "(unreadable)"}, which this input does not hold there; without --resume it begins anew`,
    );
}

/** Exit code of a run that has read its inputs: 1 where some could not be read, 2 where none could. */
export function exitCode(problems: Problems, read: number): number {
  if (problems.count === 0) return 0;
  return read === 0 ? 2 : 1;
}
