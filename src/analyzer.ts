/** The order of the stages of one article. */
import { readSelector, scoreRelevance, scoreTopics } from "./classify/index.ts";
import { cleanArticle } from "./clean/index.ts";
import type { Analysis, Article, Extraction } from "./core/types.ts";
import { findInstitutions, findPeople, nameInstitutions } from "./extract/institutions/index.ts";
import { choosePrimary, findRegions } from "./extract/regions/index.ts";
import { findTerms } from "./extract/terms/index.ts";
import { Gazetteer } from "./lexicon/divisions.ts";
import { InstitutionLexicon } from "./lexicon/institutions.ts";
import { loadResource } from "./lexicon/load.ts";
import { Scanner } from "./lexicon/scanner.ts";
import { TermTable } from "./lexicon/terms.ts";
import { openBuiltIn } from "./segment/built-in.ts";
import { loadNodeJieba } from "./segment/nodejieba.ts";
import { readDocument } from "./segment/reading.ts";
import { type Segmenter, segmentWith } from "./segment/segmenter.ts";
import { readWriter, writeHeadline, writeSummary } from "./summarize/index.ts";

export interface Analyzer extends Segmenter {
  analyze(article: Article & { readonly id: string }): Analysis;
}

export interface AnalyzerOptions {
  /** The segmentation engine. Default: `built-in`; `nodejieba` needs that package and its native addon. */
  readonly segmenter?: "built-in" | "nodejieba";
}

/**
 * Loads the dictionaries and models.
 * @throws WeixunError `not-installed` when nodejieba is asked for and missing.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const engine =
    options.segmenter === "nodejieba" ? await loadNodeJieba() : openBuiltIn(loadResource("base-dictionary.bin"));
  const segmenter = segmentWith(engine);
  const resources = {
    institutions: new InstitutionLexicon(loadResource("institutions.bin")),
    divisions: new Gazetteer(loadResource("divisions.bin")),
    terms: new TermTable(loadResource("terms.bin")),
  };
  const selector = readSelector(loadResource("selection.bin"));
  const scanner = Scanner.open(loadResource("scanner.bin"));
  const writer = readWriter(loadResource("writer.bin"));
  return {
    cut: (text) => segmenter.cut(text),
    tokenize: (text) => segmenter.tokenize(text),
    analyze(article) {
      const document = cleanArticle(article);
      const reading = readDocument(document, scanner, segmenter);
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
        summary: relevance.band === "leave" ? null : writeSummary(extraction, writer),
        notices: [...document.notices, ...regionNotices, ...nameNotices],
      };
    },
  };
}
