import type { Document, Field, FieldName, Hit, Reading, Token } from "../core/types.ts";
import type { Scanner } from "../lexicon/scanner.ts";
import type { Segmenter } from "./segmenter.ts";

/** A field whose hits and tokens are computed at first use, each once. */
class LazyField implements Field {
  readonly name: FieldName;
  readonly text: string;
  readonly #scanner: Scanner;
  readonly #segmenter: Segmenter;
  #hits: Hit[] | undefined;
  #tokens: Token[] | undefined;

  constructor(name: FieldName, text: string, scanner: Scanner, segmenter: Segmenter) {
    this.name = name;
    this.text = text;
    this.#scanner = scanner;
    this.#segmenter = segmenter;
  }

  get hits(): readonly Hit[] {
    return (this.#hits ??= this.#scanner.scan(this.text));
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= this.#segmenter.tokenize(this.text, this.hits));
  }
}

/** Reads a document once: every extractor shares this scan and these tokens. */
export function readDocument(document: Document, scanner: Scanner, segmenter: Segmenter): Reading {
  return {
    document,
    title: new LazyField("title", document.title, scanner, segmenter),
    text: new LazyField("text", document.text, scanner, segmenter),
  };
}
