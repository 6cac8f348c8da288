import type { Extraction, Summary } from "../core/types.ts";

/** The directory line, at most 40 characters. */
export function writeHeadline(extraction: Extraction): string {
  return [...extraction.reading.document.title].slice(0, 40).join("");
}

/** The summary, 60–160 characters; null where there is no text. */
export function writeSummary(extraction: Extraction): Summary | null {
  const text = extraction.reading.document.text.slice(0, 160);
  return text === "" ? null : { text, spans: [{ start: 0, end: text.length, at: 0 }] };
}
