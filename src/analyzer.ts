/** The order of the stages of one article. */
import { checkModel, readSelector, type SelectionModel, scoreRelevance, scoreTopics } from "./classify/index.ts";
import { cleanArticle, openPublishers } from "./clean/index.ts";
import { idOf } from "./core/article-id.ts";
import { checkChoice, checkList, checkOptions, checkText, valueShown } from "./core/check.ts";
import { WeixunError } from "./core/errors.ts";
import type {
  Analysis,
  Article,
  Document,
  Extraction,
  Mention,
  Notice,
  Reading,
  Region,
  Relevance,
  Summary,
  Term,
  Topic,
} from "./core/types.ts";
import {
  findInstitutions,
  findPeople,
  type InstitutionMention,
  nameInstitutions,
} from "./extract/institutions/index.ts";
import { InstitutionTagger } from "./extract/institutions/tagger/index.ts";
import { choosePrimary, findRegions, findTownships } from "./extract/regions/index.ts";
import { findTerms } from "./extract/terms/index.ts";
import { Gazetteer } from "./lexicon/divisions.ts";
import { InstitutionLexicon } from "./lexicon/institutions.ts";
import { loadResource } from "./lexicon/load.ts";
import { Scanner } from "./lexicon/scanner.ts";
import { TermTable } from "./lexicon/terms.ts";
import type { DictionaryFile, UserWord } from "./lexicon/user-dictionary.ts";
import { openBuiltIn } from "./segment/built-in.ts";
import { loadNodeJieba } from "./segment/nodejieba.ts";
import { ObedientSegmenter } from "./segment/obey.ts";
import { ObeyedSurfaces } from "./segment/obeyed-surfaces.ts";
import { readDocument } from "./segment/reading.ts";
import type { Segmenter } from "./segment/segmenter.ts";
import {
  readWriter,
  titleLine,
  type WriterWeights,
  writeHeadline,
  writerModel,
  writeSummary,
} from "./summarize/index.ts";

export interface Analyzer extends Segmenter {
  /**
   * Adds a word that `cut`, `tokenize` and `analyze` of this analyzer obey from now on.
   * @throws WeixunError `bad-argument` for an empty word or a weight that is not above 0.
   */
  addWord(word: UserWord | string): void;
  /** Takes back a word of the user's; @returns whether there was one. */
  removeWord(word: string): boolean;
  /**
   * An article without an id gets one of its URL, or of its title and content.
   * @throws WeixunError `bad-article` naming the id and the field, where one is no string.
   */
  analyze(article: Article): Analysis;
  /**
   * The analyses of several articles, in their order; the same as by {@link analyze}, in some 0.7 of the time: each stage
   * goes over all articles while its code and tables are in the caches. Some 64 articles at a time are enough.
   */
  analyzeAll(articles: readonly Article[]): Analysis[];
}

/** The stages of one article, in their order; `read` is the shared scan and segmentation. */
export type Stage = "clean" | "read" | "institutions" | "terms" | "regions" | "names" | "select" | "write";

export interface AnalyzerOptions {
  /** The segmentation engine. Default: `built-in`; `nodejieba` needs that package and its native addon. */
  readonly segmenter?: "built-in" | "nodejieba";
  /** Whether `tokenize` obeys the terms of the health-IT lexicon. Default: true. */
  readonly lexicon?: boolean;
  /** The user's own words: dictionary files (their text and name) or lists. Default: none. */
  readonly dictionaries?: readonly (DictionaryFile | readonly UserWord[])[];
  /** Relevance and topics, as `weixun train` writes them. Default: the shipped model. */
  readonly model?: SelectionModel;
  /** Weights of headline and summary, as `npm run train:writer` fits them. Default: the shipped ones. */
  readonly writer?: WriterWeights;
  /** Bytes in place of shipped resource files, by their names; where no file system is, all of them. Default: none. */
  readonly resources?: Readonly<Record<string, Uint8Array>>;
  /** Called when a stage of an article is done, for measuring. Default: none. */
  readonly onStage?: (stage: Stage) => void;
  /** `auto`: a summary for the bands take and review; `all`: for every article. Default: `auto`. */
  readonly summaries?: "auto" | "all";
  /** Whether townships are listed as regions too (nine digits). Default: false. */
  readonly townships?: boolean;
}

function refuseField(article: Article, field: keyof Article, wants: string): never {
  const name = typeof article.id === "string" ? article.id : typeof article.url === "string" ? article.url : "?";
  throw new WeixunError(
    "bad-article",
    `article ${JSON.stringify(name)}: ${field} must be ${wants}, is ${valueShown(article[field])}`,
  );
}

/** An article on its way through the stages. */
class Job {
  readonly article: Article & { readonly id: string };
  document!: Document;
  reading!: Reading;
  named!: readonly InstitutionMention[];
  terms!: readonly Term[];
  regions!: readonly Region[];
  townships: readonly Region[] = [];
  extraction!: Extraction;
  relevance!: Relevance;
  topics!: readonly Topic[];
  headline!: string;
  summary!: Summary | null;
  readonly notices: Notice[] = [];

  constructor(article: Article) {
    if (typeof article !== "object" || article === null)
      throw new WeixunError(
        "bad-article",
        `an article must be an object { title, content }, is ${valueShown(article)}`,
      );
    for (const field of ["title", "content"] as const)
      if (typeof article[field] !== "string") refuseField(article, field, "a string");
    for (const field of ["id", "source", "url"] as const)
      if (typeof (article[field] ?? "") !== "string") refuseField(article, field, "a string, or left out");
    if (typeof (article.publishedAt ?? "") !== "string")
      refuseField(article, "publishedAt", "a string such as 2023-10-16 or 2023-10-16T10:05, or left out");
    const { title, content, source, url, publishedAt } = article;
    this.article = {
      id: idOf(article),
      title,
      content,
      source: source ?? "",
      url: url ?? "",
      publishedAt: publishedAt ?? "",
    };
  }
}

const covers = (outer: Mention, inner: Mention): boolean =>
  outer.field === inner.field && outer.start <= inner.start && inner.end <= outer.end;

/** A path is what is handed in by mistake: the core opens no file. */
function checkDictionaries(dictionaries: readonly unknown[]): void {
  dictionaries.forEach((d, i) => {
    const { file, text } = (typeof d === "object" && d !== null ? d : {}) as Partial<DictionaryFile>;
    if (!Array.isArray(d) && (typeof file !== "string" || typeof text !== "string"))
      throw new WeixunError(
        "bad-argument",
        `createAnalyzer: dictionaries[${i}] must be { file, text } (the text itself, file its name for messages) or a list of words, not a path, is ${valueShown(d)}`,
      );
  });
}

/**
 * Loads the dictionaries and models.
 * @throws WeixunError `bad-argument` for an option that cannot be, `not-installed` when nodejieba is asked for and missing, `bad-dictionary` naming `file:line`.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  checkOptions("createAnalyzer: options", options);
  checkChoice("createAnalyzer: segmenter", options.segmenter, ["built-in", "nodejieba"]);
  checkChoice("createAnalyzer: summaries", options.summaries, ["auto", "all"]);
  checkList("createAnalyzer: dictionaries", options.dictionaries ?? [], "dictionary files or lists of words");
  checkDictionaries(options.dictionaries ?? []);
  const resource = (name: string): Uint8Array => options.resources?.[name] ?? loadResource(name);
  const engine =
    options.segmenter === "nodejieba" ? await loadNodeJieba() : openBuiltIn(resource("base-dictionary.bin"));
  const resources = {
    institutions: new InstitutionLexicon(resource("institutions.bin")),
    divisions: new Gazetteer(resource("divisions.bin")),
    terms: new TermTable(resource("terms.bin")),
    tagger: new InstitutionTagger(resource("institution-tagger.bin")),
  };
  const publishers = openPublishers(resource("sources.bin"));
  const shipped = readSelector(resource("selection.bin"));
  const selector =
    options.model === undefined ? shipped : { ...shipped, model: checkModel(options.model, "createAnalyzer: model") };
  const words = new ObeyedSurfaces(Scanner.open(resource("scanner.bin")), options);
  const segmenter = new ObedientSegmenter(engine, () => words.now());
  const shippedWriter = readWriter(resource("writer.bin"));
  const writer = options.writer ? { ...shippedWriter, model: writerModel(options.writer) } : shippedWriter;
  const done = options.onStage ?? (() => {});
  const stages: readonly (readonly [Stage, (job: Job) => void])[] = [
    [
      "clean",
      (job) => {
        job.document = cleanArticle(job.article, publishers);
      },
    ],
    [
      "read",
      (job) => {
        job.reading = readDocument(job.document, words.now().scanner, segmenter);
      },
    ],
    // All mentions first …
    [
      "institutions",
      (job) => {
        job.named = findInstitutions(job.reading, resources);
      },
    ],
    [
      "terms",
      (job) => {
        const terms = findTerms(job.reading, job.named, resources.terms, words.now().userWords);
        job.terms = terms;
        // Only a term of the user's own may hold an institution's name.
        job.named = job.named.filter((m) => !terms.some((t) => t.mentions.some((u) => covers(u, m))));
      },
    ],
    // … then the primary region, then full names.
    [
      "regions",
      (job) => {
        const { reading, named, notices } = job;
        const taken = [...named, ...job.terms.flatMap((t) => t.mentions)];
        const findings = findRegions(reading, taken, resources.divisions);
        const chosen = choosePrimary(findings, named, reading, resources.divisions, resources.institutions);
        job.regions = chosen.regions;
        notices.push(...chosen.notices);
        if (options.townships) job.townships = findTownships(reading, taken, chosen.regions, resources.divisions);
      },
    ],
    [
      "names",
      (job) => {
        const { reading, regions, terms } = job;
        const { institutions, notices } = nameInstitutions(job.named, regions, reading, resources);
        job.notices.push(...notices);
        const people = findPeople(reading, institutions, resources);
        job.extraction = { reading, regions, institutions, people, terms };
      },
    ],
    [
      "select",
      (job) => {
        job.relevance = scoreRelevance(job.extraction, selector);
        job.topics = scoreTopics(job.extraction, selector);
      },
    ],
    // An article that is left out keeps its title: writing is for the bands take and review.
    [
      "write",
      (job) => {
        job.headline = isWritten(job) ? writeHeadline(job.extraction, writer) : titleLine(job.document.title);
      },
    ],
    [
      "write",
      (job) => {
        job.summary = isWritten(job) ? writeSummary(job.extraction, writer) : null;
      },
    ],
  ];
  const isWritten = ({ relevance }: Job): boolean => relevance.band !== "leave" || options.summaries === "all";
  const analyzeAll = (articles: readonly Article[]): Analysis[] => {
    const jobs = articles.map((article) => new Job(article));
    for (const [stage, run] of stages)
      for (const job of jobs) {
        run(job);
        done(stage);
      }
    return jobs.map(analysisOf);
  };
  return {
    cut(text) {
      checkText("cut: text", text);
      return segmenter.cut(text);
    },
    tokenize(text) {
      checkText("tokenize: text", text);
      return segmenter.tokenize(text);
    },
    addWord(word) {
      const own = typeof word === "string" ? { word } : word;
      checkText("addWord: word", own?.word);
      words.user.add(own);
    },
    removeWord(word) {
      checkText("removeWord: word", word);
      return words.user.remove(word);
    },
    analyze: (article) => analyzeAll([article])[0]!,
    analyzeAll(articles) {
      checkList("analyzeAll: articles", articles, "articles");
      return analyzeAll(articles);
    },
  };
}

function analysisOf({ document, extraction, ...job }: Job): Analysis {
  return {
    id: document.id,
    status: document.status,
    title: document.title,
    source: document.source,
    sourceGroup: document.sourceGroup,
    url: document.url,
    publishedAt: document.publishedAt,
    language: document.language,
    text: document.text,
    noise: document.noise,
    regions: [...extraction.regions, ...job.townships],
    institutions: extraction.institutions,
    people: extraction.people,
    terms: extraction.terms,
    topics: job.topics,
    relevance: job.relevance,
    headline: job.headline,
    summary: job.summary,
    notices: [...document.notices, ...job.notices],
  };
}
