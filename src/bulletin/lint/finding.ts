import type { Layout, Placed } from "../read-layout.ts";

export type Severity = "error" | "warning" | "hint";

/** Every rule with its severity and what it holds; `docs/lint-rules.md` is made from this table. */
export const RULES: Readonly<Record<string, { readonly severity: Severity; readonly what: string }>> = {
  "directory-order": { severity: "error", what: "directory and body list the items in the same order" },
  "directory-title": {
    severity: "error",
    what: "each directory line has its item in the body, and each item its directory line",
  },
  "item-count": { severity: "error", what: "the count in the lead is the number of items" },
  "window-days": {
    severity: "error",
    what: "the window is seven days from Saturday to Friday, and the issue's date is its last day",
  },
  "date-outside-window": { severity: "error", what: "each item's date lies in the window" },
  "issue-number": { severity: "error", what: "the issue number is the week's (546 ends on 2023-10-20, weekly)" },
  "missing-source": { severity: "error", what: "each item names its source, in the body and in the directory" },
  "missing-link": { severity: "error", what: "each item has a link" },
  "label-variant": { severity: "warning", what: "labels are written one way throughout the issue" },
  "leftover-noise": { severity: "warning", what: "the text holds nothing but the article" },
  "title-forms": {
    severity: "warning",
    what: "an item's title is written the same way in directory, heading and text",
  },
  "duplicate-event": { severity: "warning", what: "no event is printed twice, here or in a past issue" },
  "summary-figure": { severity: "error", what: "each figure of a summary stands in the item's text" },
  "punctuation-width": { severity: "hint", what: "marks between Chinese characters are full-width" },
  "unit-doubt": {
    severity: "hint",
    what: "a figure and its unit fit: heads are not counted in visits (建档人数63777人次)",
  },
  "former-name": { severity: "hint", what: "offices go by their present names" },
  "source-link": { severity: "hint", what: "source and link name one publisher" },
  "missing-region": { severity: "hint", what: "a directory line says where, when the text does" },
  "link-form": { severity: "warning", what: "a link is a whole http(s) address" },
};

/** One finding, with its place (1-based line, 0-based column). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly actual?: string;
  readonly expected?: string;
}

/** Makes a finding at a place. */
export function finding(
  rule: string,
  place: Placed | { line: number; column: number },
  message: string,
  more: { actual?: string; expected?: string } = {},
): Finding {
  return { rule, severity: RULES[rule]!.severity, line: place.line, column: place.column, message, ...more };
}

export type Rule = (layout: Layout) => Finding[];
