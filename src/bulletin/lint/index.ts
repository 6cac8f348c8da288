import { WeixunError } from "../../core/errors.ts";
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

/**
 * What is wrong in a bulletin in the text layout, by line, column and rule.
 * @throws WeixunError `bad-input` where the text is no bulletin.
 */
export function lintBulletin(text: string, name: string = "bulletin"): Finding[] {
  const layout = readLayout(text);
  if (layout.items.length === 0 && layout.directory.length === 0 && !layout.lead)
    throw new WeixunError("bad-input", `${name}: no bulletin: neither 一、信息目录 nor 二、具体内容 was found`);
  return ALL.flatMap((rule) => rule(layout)).sort(
    (a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
