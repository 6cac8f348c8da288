/** Rules on summaries and texts. */
import type { Analysis } from "../../core/types.ts";
import { compare, profileOf } from "../../dedupe/index.ts";
import { parseDay } from "../../text/calendar.ts";
import { dayOfUrl } from "../../text/url-day.ts";
import type { Layout, LayoutItem } from "../read-layout.ts";
import { type Finding, finding } from "./finding.ts";
import { noiseOf } from "./noise.ts";

const valueOfLabel = (item: LayoutItem, name: string): string =>
  item.labels.find((l) => l.name === name)?.value.text ?? "";
const normal = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
/** Figures whole, with their scale: 236 is not found in 36. */
const FIGURE = /\d+(?:[.,]\d+)*[%万亿‰]*/g;

export function summaryFigure(layout: Layout): Finding[] {
  return layout.items.flatMap((item) => {
    const label = item.labels.find((l) => l.name === "summary");
    // Without a text (--content summary) there is nothing to compare with.
    if (!label || item.text.every((line) => line.trim() === "")) return [];
    const have = new Set(normal(`${valueOfLabel(item, "title")}\n${item.text.join("\n")}`).match(FIGURE) ?? []);
    return [...new Set(normal(label.value.text).match(FIGURE) ?? [])]
      .filter((f) => !have.has(f))
      .map((f) =>
        finding("summary-figure", label.value, `the summary of item ${item.number} says ${f}, its text does not`, {
          actual: f,
        }),
      );
  });
}

/**
 * Items that tell one event, by the comparison that joins reprints in composing: two cities' reports in the same words,
 * or 二期 and 三期 with other figures, are two events. `analyses` of the items tell their places and institutions.
 */
export function duplicateEvent(layout: Layout, analyses?: readonly Analysis[]): Finding[] {
  const profiles = layout.items.map((item, i) =>
    profileOf({
      title: valueOfLabel(item, "title"),
      text: item.text.join("\n"),
      publishedAt: parseDay(item.head?.text ?? "") ?? dayOfUrl(valueOfLabel(item, "link")) ?? "",
      regions: analyses?.[i]?.regions ?? [],
      institutions: analyses?.[i]?.institutions ?? [],
    }),
  );
  const out: Finding[] = [];
  layout.items.forEach((item, i) => {
    const twin = layout.items.slice(0, i).find((_, k) => compare(profiles[k]!, profiles[i]!).same);
    if (twin)
      out.push(
        finding(
          "duplicate-event",
          item.labels[0]!.value,
          `item ${item.number} tells the event of item ${twin.number} again`,
        ),
      );
  });
  return out;
}

/** What cleaning would remove from an item's text; the head and the repeated headline are the layout's and no fault. */
export function leftoverNoise(layout: Layout): Finding[] {
  return layout.items.flatMap((item) => {
    const title = valueOfLabel(item, "title");
    const content = item.text.join("\n");
    return noiseOf(title, content).map((n) => {
      const before = content.slice(0, Math.max(0, n.start));
      const line = item.textLine + (before.match(/\n/g)?.length ?? 0);
      return finding(
        "leftover-noise",
        { line, column: before.length - (before.lastIndexOf("\n") + 1) },
        `item ${item.number} still holds page matter (${n.rule})`,
        { actual: n.text },
      );
    });
  });
}
