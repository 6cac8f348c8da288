/** The one door to the HTML parser and the skeleton extractor. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

/** Parses a page; broken markup gives a broken tree, never an error. */
export function parsePage(html: string): Document {
  // A fragment without a root gives an empty document in this parser.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** What Mozilla Readability takes for the text, as plain lines; empty where it finds none. Changes `document`. */
export function skeletonText(document: Document): string {
  try {
    const parsed = new Readability(document, { charThreshold: 100, maxElemsToParse: 50_000 }).parse();
    return parsed?.content ?? "";
  } catch {
    // It refuses pages of too many elements and trees without a body.
    return "";
  }
}
