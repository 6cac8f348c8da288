/** Rules on summaries and texts. */
import { cleanArticle } from "../../clean/index.ts";
import { shingleSimilarity } from "../../text/shingles.ts";
import type { Layout, LayoutItem } from "../read-layout.ts";
import { type Finding, finding } from "./finding.ts";

const valueOfLabel = (item: LayoutItem, name: string): string =>
  item.labels.find((l) => l.name === name)?.value.text ?? "";
const normal = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
/** Figures whole, with their scale: 236 is not found in 36. */
const FIGURE = /\d+(?:[.,]\d+)*[%万亿‰]*/g;

export function summaryFigure(layout: Layout): Finding[] {
  return layout.items.flatMap((item) => {
    const label = item.labels.find((l) => l.name === "summary");
    if (!label) return [];
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

export function duplicateEvent(layout: Layout): Finding[] {
  const out: Finding[] = [];
  layout.items.forEach((item, i) => {
    const twin = layout.items
      .slice(0, i)
      .find((other) => shingleSimilarity(other.text.join(""), item.text.join("")) >= 0.5);
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
    const { noise } = cleanArticle({ id: "lint", title, content });
    return noise.map((n) => {
      const at = content.indexOf(n.text);
      const before = at < 0 ? "" : content.slice(0, at);
      const line = item.textLine + (before.match(/\n/g)?.length ?? 0);
      return finding(
        "leftover-noise",
        { line, column: at < 0 ? 0 : at - (before.lastIndexOf("\n") + 1) },
        `item ${item.number} still holds page matter (${n.rule})`,
        { actual: n.text },
      );
    });
  });
}
