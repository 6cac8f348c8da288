import type { Bulletin, BulletinItem } from "../core/types.ts";
import { parseChineseDigits, parseDay } from "../text/calendar.ts";
import { dayOfUrl } from "../text/url-day.ts";
import { TITLE } from "./layout.ts";
import { layoutOf } from "./open-layout.ts";
import { type DirectoryEntry, foldTitle, type LabelName, type LayoutItem } from "./read-layout.ts";
import { readPrintedText } from "./render-text.ts";
import { hasWeek, issueOf, weekOf } from "./window.ts";

const labelled = (item: LayoutItem, name: LabelName): string =>
  item.labels.find((l) => l.name === name)?.value.text ?? "";
const bare = (url: string): string => url.replace(/^<\s*/, "").replace(/\s*>$/, "");

/** The directory's form of an item's title; its own where the directory lacks it. */
function directoryForm(item: LayoutItem, directory: readonly DirectoryEntry[]): DirectoryEntry | undefined {
  const folded = foldTitle(labelled(item, "title"));
  const same = directory.filter((d) => foldTitle(d.headline.text) === folded);
  return same.find((d) => d.number === item.number) ?? same[0];
}

/**
 * Reads a past bulletin in the text layout, in any of its label variants, or as Markdown; `decisions` is [].
 * @throws WeixunError `bad-input` where the text has neither directory nor items.
 */
export function parseBulletin(text: string, name: string = "bulletin"): Bulletin {
  const layout = layoutOf(text, name);
  const days = [...(layout.lead?.text ?? "").matchAll(/\d{4}年\d{1,2}月\d{1,2}日/g)]
    .map((m) => parseDay(m[0]))
    .filter((d) => d !== undefined);
  const date = parseDay(layout.date?.text ?? "") ?? days[1] ?? "";
  const issue = parseChineseDigits(layout.issue?.text ?? "") ?? (date === "" ? 0 : issueOf(date));
  const week = issue > 0 && hasWeek(issue) ? weekOf(issue) : { from: date, to: date };
  const items = layout.items.map((item, i): BulletinItem => {
    const entry = directoryForm(item, layout.directory);
    const url = bare(labelled(item, "link"));
    return {
      articleId: `${issue}#${i + 1}`,
      headline: entry?.headline.text ?? labelled(item, "title"),
      source: labelled(item, "source") || (entry?.source?.text ?? ""),
      url,
      publishedAt: parseDay(item.head?.text ?? "") ?? dayOfUrl(url) ?? "",
      summary: labelled(item, "summary"),
      content: readPrintedText(item.text.join("\n")),
      topics: [],
      region: "",
      reprints: [],
    };
  });
  return {
    issue,
    title: layout.title?.text ?? TITLE,
    ...(layout.publisher ? { publisher: layout.publisher.text } : {}),
    ...(layout.remark ? { remark: layout.remark.text } : {}),
    date: date || week.to,
    from: days[0] ?? week.from,
    to: days[1] ?? week.to,
    items,
    decisions: [],
  };
}
