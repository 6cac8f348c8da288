import { readLayout } from "../read-layout.ts";
import { duplicateEvent, leftoverNoise, summaryFigure } from "./content.ts";
import type { Finding, Rule } from "./finding.ts";
import {
  directoryOrder,
  directoryTitle,
  labelVariant,
  linkForm,
  missingLink,
  missingSource,
  titleForms,
} from "./items.ts";
import { dateOutsideWindow, issueNumber, itemCount, windowDays } from "./masthead.ts";

const ALL: readonly Rule[] = [
  issueNumber,
  windowDays,
  itemCount,
  dateOutsideWindow,
  directoryTitle,
  directoryOrder,
  labelVariant,
  titleForms,
  missingSource,
  missingLink,
  linkForm,
  summaryFigure,
  duplicateEvent,
  leftoverNoise,
];

/** What is wrong in a bulletin in the text layout, by line, column and rule. */
export function lintBulletin(text: string): Finding[] {
  const layout = readLayout(text);
  return ALL.flatMap((rule) => rule(layout)).sort(
    (a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
