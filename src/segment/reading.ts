import type { Document, Field, FieldName, Reading } from "../core/types.ts";
import type { Scanner } from "../lexicon/scanner.ts";
import type { Segmenter } from "./segmenter.ts";

function readField(name: FieldName, text: string, scanner: Scanner, segmenter: Segmenter): Field {
  const hits = scanner.scan(text);
  return { name, text, hits, tokens: segmenter.tokenize(text, hits) };
}

/** Reads a document once: every extractor shares this scan and these tokens. */
export function readDocument(document: Document, scanner: Scanner, segmenter: Segmenter): Reading {
  return {
    document,
    title: readField("title", document.title, scanner, segmenter),
    text: readField("text", document.text, scanner, segmenter),
  };
}
