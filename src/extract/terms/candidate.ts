import type { Field, Span, TermCategory } from "../../core/types.ts";

/** A stretch that may be a term; `name` is the preferred one. */
export interface Candidate extends Span {
  readonly name: string;
  readonly category: TermCategory;
  /**
   * Whether the name itself speaks of health care or is a technology: 电子病历, 5G. 智能调度系统 is a term only where
   * the article holds such names.
   */
  readonly bearing: boolean;
  /** Of those, whether health care is meant and not a technology of any trade (5G). Default: as `bearing`. */
  readonly health?: boolean;
}

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The longest candidates that do not overlap one another or `taken`; of two of one length the first in the text.
 * Returned in text order.
 */
export function chooseLongest(candidates: readonly Candidate[], taken: readonly Span[], field: Field): Candidate[] {
  if (candidates.length === 0) return [];
  const used = new Uint8Array(field.text.length);
  for (const span of taken) used.fill(1, span.start, span.end);
  const byLength = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const chosen: Candidate[] = [];
  for (const c of byLength) {
    let at = c.start;
    while (at < c.end && used[at] === 0) at++;
    if (at < c.end) continue;
    for (let i = c.start; i < c.end; i++) used[i] = 1;
    chosen.push(c);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
