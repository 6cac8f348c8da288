/** Reads a title and a text as the pipeline does, and gives regions in a short form for tables. */
import type { Document, Mention } from "../../../src/core/types.ts";
import { choosePrimary, findRegions, type RegionFindings } from "../../../src/extract/regions/index.ts";
import { Gazetteer } from "../../../src/lexicon/divisions.ts";
import { InstitutionLexicon } from "../../../src/lexicon/institutions.ts";
import { loadResource } from "../../../src/lexicon/load.ts";
import { Scanner } from "../../../src/lexicon/scanner.ts";
import { openBuiltIn } from "../../../src/segment/built-in.ts";
import { readDocument } from "../../../src/segment/reading.ts";
import { segmentWith } from "../../../src/segment/segmenter.ts";

export const gazetteer: Gazetteer = new Gazetteer(loadResource("divisions.bin"));
const institutions = new InstitutionLexicon(loadResource("institutions.bin"));
const scanner = Scanner.open(loadResource("scanner.bin"));
const segmenter = segmentWith(openBuiltIn(loadResource("base-dictionary.bin")));

export interface Told {
  readonly title?: string;
  readonly text: string;
  readonly source?: string;
  readonly publishedAt?: string;
  /** Names of institutions and products, found wherever they stand. */
  readonly institutions?: readonly string[];
}

export function regionsOf(told: Told): RegionFindings {
  const document: Document = {
    id: "1",
    status: "ok",
    title: told.title ?? "",
    source: told.source ?? "",
    sourceGroup: "",
    url: "",
    publishedAt: told.publishedAt ?? "2023-10-16",
    language: "cmn",
    text: told.text,
    noise: [],
    notices: [],
    alignment: [],
  };
  const reading = readDocument(document, scanner, segmenter);
  const taken: Mention[] = [];
  for (const field of [reading.title, reading.text])
    for (const name of told.institutions ?? [])
      for (let at = field.text.indexOf(name); at >= 0; at = field.text.indexOf(name, at + 1))
        taken.push({ field: field.name, start: at, end: at + name.length, text: name });
  return choosePrimary(findRegions(reading, taken, gazetteer), taken, reading, gazetteer, institutions);
}

/** `320322 徐州市沛县`: code and distinct mentions, by code. */
export const listed = (findings: RegionFindings): string[] =>
  findings.regions.map((r) => [r.code, ...new Set(r.mentions.map((m) => m.text))].join(" ")).sort();
