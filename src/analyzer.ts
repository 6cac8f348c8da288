/** The order of the stages of one article. */
import { readSelector, type SelectionModel, scoreRelevance, scoreTopics } from "./classify/index.ts";
import { cleanArticle, openPublishers } from "./clean/index.ts";
import type { Analysis, Article, Extraction } from "./core/types.ts";
import { findInstitutions, findPeople, nameInstitutions } from "./extract/institutions/index.ts";
import { InstitutionTagger } from "./extract/institutions/tagger/index.ts";
import { choosePrimary, findRegions } from "./extract/regions/index.ts";
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
import { readWriter, type WriterWeights, writeHeadline, writerModel, writeSummary } from "./summarize/index.ts";

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
  /** `auto`: a summary for the bands take and review; `all`: for every article. Default: `auto`. */
  readonly summaries?: "auto" | "all";
  /** Whether townships are listed as regions too (nine digits). Default: false. */
  readonly townships?: boolean;
}

/**
 * Loads the dictionaries and models.
 * @throws WeixunError `not-installed` when nodejieba is asked for and missing, `bad-dictionary` naming `file:line`.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const engine =
    options.segmenter === "nodejieba" ? await loadNodeJieba() : openBuiltIn(loadResource("base-dictionary.bin"));
  const resources = {
    institutions: new InstitutionLexicon(loadResource("institutions.bin")),
    divisions: new Gazetteer(loadResource("divisions.bin")),
    terms: new TermTable(loadResource("terms.bin")),
    tagger: new InstitutionTagger(loadResource("institution-tagger.bin")),
  };
  const publishers = openPublishers(loadResource("sources.bin"));
  const shipped = readSelector(loadResource("selection.bin"));
  const selector = options.model ? { ...shipped, model: options.model } : shipped;
  const words = new ObeyedSurfaces(Scanner.open(loadResource("scanner.bin")), options);
  const segmenter = new ObedientSegmenter(engine, () => words.now());
  const shippedWriter = readWriter(loadResource("writer.bin"));
  const writer = options.writer ? { ...shippedWriter, model: writerModel(options.writer) } : shippedWriter;
  return {
    cut: (text) => segmenter.cut(text),
    tokenize: (text) => segmenter.tokenize(text),
    addWord: (word) => words.user.add(typeof word === "string" ? { word } : word),
    removeWord: (word) => words.user.remove(word),
    analyze(article) {
      const document = cleanArticle(article, publishers);
      const reading = readDocument(document, words.now().scanner, segmenter);
      // All mentions first …
      const institutionMentions = findInstitutions(reading, resources);
      const terms = findTerms(reading, institutionMentions, resources.terms);
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
      const { institutions, notices: nameNotices } = nameInstitutions(institutionMentions, regions, reading, resources);
      const people = findPeople(reading, institutions);
      const extraction: Extraction = { reading, regions, institutions, people, terms };
      const relevance = scoreRelevance(extraction, selector);
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
        regions,
        institutions,
        people,
        terms,
        topics: scoreTopics(extraction, selector),
        relevance,
        headline: writeHeadline(extraction, writer),
        summary: relevance.band === "leave" && options.summaries !== "all" ? null : writeSummary(extraction, writer),
        notices: [...document.notices, ...regionNotices, ...nameNotices],
      };
    },
  };
}
