/** What one thread is asked to do, and how an article becomes a line. */
import type { Analyzer, AnalyzerOptions } from "../analyzer.ts";
import { createAnalyzer } from "../analyzer.ts";
import { parseModel, showsWords } from "../classify/index.ts";
import type { Analysis, Article, Mention } from "../core/types.ts";
import type { DictionaryFile } from "../lexicon/user-dictionary.ts";

/** Options of the analysis in a form that crosses threads. */
export interface JobOptions {
  readonly segmenter: "built-in" | "nodejieba";
  readonly dictionaries: readonly DictionaryFile[];
  /** A model's JSON and its file's name. */
  readonly model?: { readonly text: string; readonly file: string };
  readonly summaries: "auto" | "all";
  readonly townships: boolean;
  /** Leave out what a bulletin does not need, so that large pools fit in memory. */
  readonly slim: boolean;
}

type Identified = Article & { readonly id: string };

export type Entry =
  | { readonly kind: "article"; readonly article: Identified }
  | { readonly kind: "analysis"; readonly analysis: Analysis };

/** Analyses in the order of the entries; a failed one is its message. */
export type Outcome = { readonly analysis: Analysis } | { readonly failed: string };

/** The analyzer that the options ask for. @throws WeixunError for a dictionary or model that cannot be used. */
export function analyzerOf(options: JobOptions): Promise<Analyzer> {
  const analyzerOptions: AnalyzerOptions = {
    segmenter: options.segmenter,
    dictionaries: options.dictionaries,
    summaries: options.summaries,
    townships: options.townships,
    ...(options.model ? { model: parseModel(options.model.text, options.model.file) } : {}),
  };
  return createAnalyzer(analyzerOptions);
}

/** Reasons name at most so many words of a piece of evidence. */
const WORDS = 3;

/** The first mention of each of the first words. */
function firstOfEach(mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = [];
  for (const m of mentions) if (kept.length < WORDS && !kept.some((k) => k.text === m.text)) kept.push(m);
  return kept;
}

/** What a bulletin, its reasons and the reprint check need of an article; less of one that is not printed. */
function slimmed(a: Analysis): Analysis {
  const taken = a.relevance.relevant;
  const evidence = a.relevance.evidence.map((e) => ({
    ...e,
    mentions: taken || showsWords(e) ? firstOfEach(e.mentions) : [],
  }));
  const notices = a.notices.filter((n) => n.code === "bad-date");
  const lean = { ...a, people: [], notices, relevance: { ...a.relevance, evidence } };
  if (a.relevance.band !== "leave") return lean;
  return {
    ...lean,
    noise: [],
    terms: [],
    regions: a.regions.map((r) => ({ ...r, mentions: [] })),
    institutions: a.institutions.map((i) => ({ ...i, mentions: [] })),
  };
}

/** A batch ends at so many characters, so that its cost is even and its messages stay small. */
const BATCH_CHARACTERS = 60_000;
const BATCH_ENTRIES = 64;

const sizeOf = (entry: Entry): number =>
  entry.kind === "article" ? entry.article.content.length + 100 : entry.analysis.text.length;

/** A batch waits so long for its next entry (ms): what a slow source has given so far is analysed meanwhile. */
const PATIENCE = 100;

/** What the promise gives, undefined where that takes longer than {@link PATIENCE}. */
function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: Parameters<typeof clearTimeout>[0];
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The entries in groups that are analysed together. */
export async function* batches(entries: AsyncIterable<Entry>): AsyncGenerator<Entry[]> {
  const source = entries[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<Entry>> | undefined;
  let batch: Entry[] = [];
  let size = 0;
  try {
    for (;;) {
      next ??= source.next();
      const result = batch.length === 0 ? await next : await soon(next);
      if (result?.done) break;
      if (result) {
        next = undefined;
        batch.push(result.value);
        size += sizeOf(result.value);
        if (size < BATCH_CHARACTERS && batch.length < BATCH_ENTRIES) continue;
      }
      // What fails while the batch is under way is thrown where its turn comes.
      next?.catch(() => {});
      yield batch;
      batch = [];
      size = 0;
    }
    if (batch.length > 0) yield batch;
  } finally {
    // Not awaited: a source that is silent would not answer.
    void source.return?.();
  }
}

/** Analyses a batch; a fault in one article never stops the run. `analyzer`: needed where the batch holds articles. */
export function outcomesOf(
  batch: readonly Entry[],
  analyzer: Analyzer | undefined,
  options: JobOptions,
): readonly Outcome[] {
  const articles = batch.flatMap((entry) => (entry.kind === "article" ? [entry.article] : []));
  const made = analyzer ? outcomesOfAll(articles, analyzer) : [];
  let next = 0;
  return batch.map((entry) => {
    const outcome = entry.kind === "analysis" ? { analysis: entry.analysis } : made[next++]!;
    return options.slim && "analysis" in outcome ? { analysis: slimmed(outcome.analysis) } : outcome;
  });
}

function outcomesOfAll(articles: readonly Identified[], analyzer: Analyzer): readonly Outcome[] {
  try {
    return analyzer.analyzeAll(articles).map((analysis) => ({ analysis }));
  } catch {
    // One of them fails: which one shows when each goes by itself.
    return articles.map((article) => outcomeOf(article, analyzer));
  }
}

function outcomeOf(article: Identified, analyzer: Analyzer): Outcome {
  try {
    return { analysis: analyzer.analyze(article) };
  } catch (error) {
    return { failed: `article ${article.id} could not be analysed: ${(error as Error).message}` };
  }
}
