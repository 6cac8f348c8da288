/** What the institution tests read: the packed resources, and a reading of a plain text. */
import type { Field, Reading, Region } from "../../../src/core/types.ts";
import type { InstitutionResources } from "../../../src/extract/institutions/index.ts";
import { InstitutionTagger } from "../../../src/extract/institutions/tagger/index.ts";
import { Gazetteer } from "../../../src/lexicon/divisions.ts";
import { InstitutionLexicon } from "../../../src/lexicon/institutions.ts";
import { loadResource } from "../../../src/lexicon/load.ts";
import { Scanner } from "../../../src/lexicon/scanner.ts";

export const resources: InstitutionResources = {
  institutions: new InstitutionLexicon(loadResource("institutions.bin")),
  divisions: new Gazetteer(loadResource("divisions.bin")),
  tagger: new InstitutionTagger(loadResource("institution-tagger.bin")),
};
const scanner = Scanner.open(loadResource("scanner.bin"));

const field = (name: "title" | "text", text: string): Field => ({ name, text, hits: scanner.scan(text), tokens: [] });

/** A reading without noise, whose title and body are given. */
export function read(text: string, title = ""): Reading {
  return {
    document: {
      id: "t",
      status: "ok",
      title,
      source: "",
      sourceGroup: "",
      url: "",
      publishedAt: "",
      language: "cmn",
      text,
      noise: [],
      notices: [],
      alignment: [],
    },
    title: field("title", title),
    text: field("text", text),
  };
}

/** The primary region by its code. */
export function primary(code: string): Region[] {
  const division = resources.divisions.division(code)!; // the tables name real codes
  return [{ code, name: division.fullName, level: division.level, primary: true, mentions: [] }];
}
