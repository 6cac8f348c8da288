/** An editor's labels: gold NDJSON, or a corrected review.csv. */
import { WeixunError } from "../core/errors.ts";
import { readBytes, readTextFile } from "./read-text-file.ts";
import { isReview, readReview } from "./review-csv.ts";

export interface Label {
  readonly relevant: boolean;
  /** Topic ids, best first. */
  readonly topics: readonly string[];
}

/** Labels of one file: of a review by article id, of gold NDJSON by line (from 1). */
export type Labels =
  | { readonly kind: "review"; readonly byId: ReadonlyMap<string, Label> }
  | { readonly kind: "gold"; readonly byLine: ReadonlyMap<number, Label> };

/** Whether a file is a review.csv by its first line. */
export function isReviewFile(file: string): boolean {
  return isReview(readBytes(file));
}

/**
 * Reads labels.
 * @throws WeixunError naming the file and line that cannot be read.
 */
export function readLabels(file: string): Labels {
  const bytes = readBytes(file);
  if (isReview(bytes)) return { kind: "review", byId: new Map(readReview(bytes, file).map((l) => [l.id, l])) };
  const byLine = new Map<number, Label>();
  for (const [i, line] of readTextFile(file).split("\n").entries()) {
    if (line.trim() === "") continue;
    byLine.set(i + 1, labelOf(line, `${file}:${i + 1}`));
  }
  return { kind: "gold", byLine };
}

function labelOf(line: string, place: string): Label {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new WeixunError("bad-input", `${place}: labels must be a review.csv or NDJSON: ${(cause as Error).message}`, {
      cause,
    });
  }
  const gold = (value as { gold?: { relevant?: unknown; topics?: unknown } } | null)?.gold;
  if (typeof gold?.relevant !== "boolean")
    throw new WeixunError("bad-input", `${place}: the article has no label: gold.relevant must be true or false`);
  const topics = Array.isArray(gold.topics) ? gold.topics.filter((t) => typeof t === "string") : [];
  return { relevant: gold.relevant, topics };
}
