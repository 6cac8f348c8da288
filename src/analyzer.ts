/** The order of the stages of one article. */
import { readSelector, type SelectionModel, scoreRelevance, scoreTopics } from "./classify/index.ts";
import { cleanArticle, openPublishers } from "./clean/index.ts";
import type { Analysis, Article, Extraction, Mention } from "./core/types.ts";
import { findInstitutions, findPeople, nameInstitutions } from "./extract/institutions/index.ts";
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
  analyze(article: Article & { readonly id: string }): Analysis;
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

const covers = (outer: Mention, inner: Mention): boolean =>
  outer.field === inner.field && outer.start <= inner.start && inner.end <= outer.end;

/**
 * Loads the dictionaries and models.
 * @throws WeixunError `not-installed` when nodejieba is asked for and missing, `bad-dictionary` naming `file:line`.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
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
  const selector = options.model ? { ...shipped, model: options.model } : shipped;
  const words = new ObeyedSurfaces(Scanner.open(resource("scanner.bin")), options);
  const segmenter = new ObedientSegmenter(engine, () => words.now());
  const shippedWriter = readWriter(resource("writer.bin"));
  const writer = options.writer ? { ...shippedWriter, model: writerModel(options.writer) } : shippedWriter;
  const done = options.onStage ?? (() => {});
  return {
    cut: (text) => segmenter.cut(text),
    tokenize: (text) => segmenter.tokenize(text),
    addWord: (word) => words.user.add(typeof word === "string" ? { word } : word),
    removeWord: (word) => words.user.remove(word),
    analyze(article) {
      const document = cleanArticle(article, publishers);
      done("clean");
      const { scanner, userWords } = words.now();
      const reading = readDocument(document, scanner, segmenter);
      if (options.onStage) {
        // Hits and tokens are made at first use; for measuring they are made here.
        void [reading.title.hits, reading.title.tokens, reading.text.hits, reading.text.tokens];
        done("read");
      }
      // All mentions first …
      const named = findInstitutions(reading, resources);
      done("institutions");
      const terms = findTerms(reading, named, resources.terms, userWords);
      // Only a term of the user's own may hold an institution's name.
      const institutionMentions = named.filter((m) => !terms.some((t) => t.mentions.some((u) => covers(u, m))));
      done("terms");
      const taken = [...institutionMentions, ...terms.flatMap((t) => t.mentions)];
      const findings = findRegions(reading, taken, resources.divisions);
      // … then the primary region, then full names.
      const { regions, notices: regionNotices } = choosePrimary(
        findings,
        institutionMentions,
        reading,
        resources.divisions,
        resources.institutions,
      );
      const townships = options.townships ? findTownships(reading, taken, regions, resources.divisions) : [];
      done("regions");
      const { institutions, notices: nameNotices } = nameInstitutions(institutionMentions, regions, reading, resources);
      const people = findPeople(reading, institutions, resources);
      done("names");
      const extraction: Extraction = { reading, regions, institutions, people, terms };
      const relevance = scoreRelevance(extraction, selector);
      const topics = scoreTopics(extraction, selector);
      done("select");
      // An article that is left out keeps its title: writing is for the bands take and review.
      const written = relevance.band !== "leave" || options.summaries === "all";
      const headline = written ? writeHeadline(extraction, writer) : titleLine(document.title);
      const summary = written ? writeSummary(extraction, writer) : null;
      done("write");
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
        regions: [...regions, ...townships],
        institutions,
        people,
        terms,
        topics,
        relevance,
        headline,
        summary,
        notices: [...document.notices, ...regionNotices, ...nameNotices],
      };
    },
  };
}
