import type { Publishers } from "../../clean/index.ts";
import type { Analysis, Article, Bulletin } from "../../core/types.ts";
import { layoutOf } from "../open-layout.ts";
import { foldTitle, type Layout } from "../read-layout.ts";
import { duplicateEvent, leftoverNoise, summaryFigure } from "./content.ts";
import { formerName, printedBefore, punctuationWidth, unitDoubt } from "./doubts.ts";
import { type Finding, finding, type Rule } from "./finding.ts";
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
  leftoverNoise,
  unitDoubt,
  formerName,
  punctuationWidth,
];

export interface LintOptions {
  /** Named in errors. Default `bulletin`. */
  readonly name?: string;
  /** Past bulletins: what they printed is found as `duplicate-event`. Default none. */
  readonly past?: readonly Bulletin[];
  /** Publishers by name and host: the rule on sources and links needs them. Default none. */
  readonly publishers?: Publishers;
  /**
   * Analyses of the items' texts, e.g. `analyzer.analyze`: the rule on regions needs it, and that on events told twice
   * then knows places and institutions. Default none.
   */
  readonly analyze?: (article: Article) => Analysis;
}

/** Portals and platforms that print what others wrote: their links go with any source. */
const PORTALS: ReadonlySet<string> = new Set([
  "新浪",
  "腾讯",
  "网易",
  "搜狐",
  "凤凰网",
  "今日头条",
  "百度",
  "微信",
  "微博",
  "知乎",
  "雪球",
  "东方财富",
  "东方财富网",
  "一点资讯",
  "ZAKER",
]);

/** A link to one publisher under another one's name. */
function sourceLink(layout: Layout, publishers: Publishers): Finding[] {
  return layout.items.flatMap((item) => {
    const source = item.labels.find((l) => l.name === "source")?.value;
    const link = item.labels.find((l) => l.name === "link")?.value.text.replace(/[<>]/g, "") ?? "";
    const host = publishers.groupOfUrl(link);
    if (!source || !publishers.has(source.text) || host === "" || PORTALS.has(host)) return [];
    const named = publishers.groupOf(source.text);
    return named === host
      ? []
      : [
          finding("source-link", source, `item ${item.number} names ${source.text}, its link leads to ${host}`, {
            actual: source.text,
            expected: host,
          }),
        ];
  });
}

/** Items whose text is on a region that neither their title nor an institution in it names. */
function missingRegion(layout: Layout, analyses: readonly Analysis[]): Finding[] {
  return layout.items.flatMap((item, i) => {
    const title = item.labels[0]!.value;
    const a = analyses[i]!;
    const primary = a.regions.find((r) => r.primary);
    const named = [...a.regions, ...a.institutions].some((e) => e.mentions.some((m) => m.field === "title"));
    return !primary || named
      ? []
      : [
          finding(
            "missing-region",
            title,
            `the title of item ${item.number} does not say where; the text is on ${primary.name}`,
            { expected: primary.name },
          ),
        ];
  });
}

/**
 * What is wrong in a bulletin in the text layout, by line, column and rule.
 * @throws WeixunError `bad-input` where the text is no bulletin.
 */
export function lintBulletin(text: string, options: LintOptions = {}): Finding[] {
  const layout = layoutOf(text, options.name ?? "bulletin");
  const past = new Map(
    (options.past ?? []).flatMap((b) =>
      b.items.map((item, i) => [foldTitle(item.headline), `issue ${b.issue}, item ${i + 1}`] as const),
    ),
  );
  const { analyze } = options;
  const analyses = analyze
    ? layout.items.map((item) =>
        analyze({ id: "lint", title: item.labels[0]!.value.text, content: item.text.join("\n") }),
      )
    : undefined;
  return [
    ...ALL.flatMap((rule) => rule(layout)),
    ...duplicateEvent(layout, analyses),
    ...printedBefore(layout, past),
    ...(options.publishers ? sourceLink(layout, options.publishers) : []),
    ...(analyses ? missingRegion(layout, analyses) : []),
  ].sort((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
