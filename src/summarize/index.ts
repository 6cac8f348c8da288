/** The headline and the summary of one article. */
import { Packed } from "../core/packed.ts";
import type { Extraction, Summary } from "../core/types.ts";
import { readDraft, weigh } from "./draft.ts";
import { type Roles, readRoles } from "./headline/roles.ts";
import { headlineOf } from "./headline/write.ts";
import { leadSummary } from "./lead.ts";
import { type WriterModel, type WriterWeights, writerModel } from "./model.ts";
import { selectSummary } from "./select.ts";
import { datelineLength } from "./sentences.ts";
import { readWords, type WordTable } from "./words.ts";

export { type WriterWeights, writerModel } from "./model.ts";

/** The writer's word table and models, from `writer.bin`. */
export interface Writer {
  readonly words: WordTable;
  readonly roles: Roles;
  readonly model: WriterModel;
}

export interface SummaryOptions {
  /** Fewest characters, where the text offers them. Default 60. */
  readonly minChars?: number;
  /** Most characters. Default 160. */
  readonly maxChars?: number;
}

export interface HeadlineOptions {
  /** Most characters. Default 40. */
  readonly maxChars?: number;
}

/**
 * Reads `writer.bin`.
 * @throws WeixunError `bad-model` when the file is damaged.
 */
export function readWriter(bytes: Uint8Array): Writer {
  const packed = new Packed(bytes, "weixun-writer", 1, "writer.bin");
  const weights = JSON.parse(packed.text("model")) as Partial<WriterWeights>;
  return {
    words: readWords(packed.text("words")),
    roles: readRoles(packed.text("words")),
    model: writerModel({
      fact: weights.fact ?? {},
      word: weights.word ?? {},
      clause: weights.clause ?? {},
      open: weights.open ?? {},
      risk: weights.risk ?? {},
      headlineClause: weights.headlineClause ?? {},
      headlineWord: weights.headlineWord ?? {},
      headlineLine: weights.headlineLine ?? {},
      headlineFault: weights.headlineFault ?? {},
    }),
  };
}

/** A title as a directory line: at most `maxChars` characters. Default 40. */
export function titleLine(title: string, maxChars: number = 40): string {
  return [...title].slice(0, maxChars).join("");
}

/** The directory line: the title where it tells the event, else a line built of title and body. */
export function writeHeadline(extraction: Extraction, writer: Writer, options: HeadlineOptions = {}): string {
  return headlineOf(extraction, writer.roles, writer.model.headline, options.maxChars ?? 40);
}

/** The summary, 60–160 characters; the whole text but its dateline where that is shorter; null where there is no text. */
export function writeSummary(extraction: Extraction, writer: Writer, options: SummaryOptions = {}): Summary | null {
  const max = options.maxChars ?? 160;
  const min = Math.min(options.minChars ?? 60, max);
  const { text } = extraction.reading.document;
  if (text.trim() === "") return null;
  if (text.length <= max && !text.includes("\n")) {
    // A text that is nothing but a dateline stays.
    const dateline = datelineLength(text);
    const start = dateline < text.length ? dateline : 0;
    return { text: text.slice(start), spans: [{ start, end: text.length, at: 0 }] };
  }
  const draft = readDraft(extraction, writer.words);
  const summary = selectSummary(draft, weigh(draft, writer.model), writer.model.risk, min, max);
  return summary && summary.text.length >= min ? summary : leadSummary(draft, min, max);
}
