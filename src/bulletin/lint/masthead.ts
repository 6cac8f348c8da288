/** Rules on issue number, window, count and dates. */
import { chineseDigits, dayNumber, parseChineseDigits, parseDay } from "../../text/calendar.ts";
import { dayOfUrl } from "../../text/url-day.ts";
import type { Layout } from "../read-layout.ts";
import { issueOf } from "../window.ts";
import { type Finding, finding } from "./finding.ts";

const days = (layout: Layout): (string | undefined)[] =>
  [...(layout.lead?.text ?? "").matchAll(/\d{4}年\d{1,2}月\d{1,2}日/g)].map((m) => parseDay(m[0]));

export function itemCount(layout: Layout): Finding[] {
  const said = /共?收集\s*(\d+)\s*篇/.exec(layout.lead?.text ?? "")?.[1];
  if (!layout.lead || said === undefined || Number(said) === layout.items.length) return [];
  return [
    finding("item-count", layout.lead, `the lead says ${said} items, the body has ${layout.items.length}`, {
      actual: said,
      expected: String(layout.items.length),
    }),
  ];
}

export function windowDays(layout: Layout): Finding[] {
  const [from, to] = days(layout);
  if (!layout.lead || !from || !to) return [];
  const out: Finding[] = [];
  const length = dayNumber(to) - dayNumber(from) + 1;
  // Day 0 of the count is a Thursday, so Friday is 1 modulo 7.
  const friday = ((dayNumber(to) % 7) + 7) % 7 === 1;
  if (length !== 7)
    out.push(finding("window-days", layout.lead, `the window ${from} to ${to} has ${length} days, not 7`));
  else if (!friday)
    out.push(finding("window-days", layout.lead, `the window ${from} to ${to} does not run from Saturday to Friday`));
  const date = parseDay(layout.date?.text ?? "");
  if (date && date !== to)
    out.push(
      finding("window-days", layout.date!, `the issue's date ${date} is not the window's last day ${to}`, {
        actual: date,
        expected: to,
      }),
    );
  return out;
}

export function issueNumber(layout: Layout): Finding[] {
  const end = parseDay(layout.date?.text ?? "") ?? days(layout)[1];
  if (!layout.issue || !end) return [];
  const said = parseChineseDigits(layout.issue.text);
  const due = issueOf(end);
  if (said === due) return [];
  return [
    finding("issue-number", layout.issue, `issue ${said ?? "?"} does not fit ${end}, which is issue ${due}`, {
      actual: layout.issue.text,
      expected: `(第${chineseDigits(due)}期)`,
    }),
  ];
}

export function dateOutsideWindow(layout: Layout): Finding[] {
  const [from, to] = days(layout);
  if (!from || !to) return [];
  return layout.items.flatMap((item) => {
    const url = item.labels.find((l) => l.name === "link")?.value;
    const printed = parseDay(item.head?.text ?? "");
    const day = printed ?? dayOfUrl(url?.text ?? "");
    const place = printed ? item.head! : url;
    if (!day || !place || (day >= from && day <= to)) return [];
    return [
      finding("date-outside-window", place, `item ${item.number} is of ${day}, outside ${from} to ${to}`, {
        actual: day,
      }),
    ];
  });
}
