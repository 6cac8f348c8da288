/** The week that an issue covers: Saturday to Friday, issue 546 = 2023-10-14 … 2023-10-20, weekly from there. */
import { WeixunError } from "../core/errors.ts";
import { dayNumber, formatDay } from "../text/calendar.ts";

const KNOWN_ISSUE = 546;
const KNOWN_END = dayNumber("2023-10-20");

/** A window of calendar days, both ends included, with its issue number. */
export interface Window {
  readonly issue: number;
  readonly from: string;
  readonly to: string;
}

/** What a caller may say of the window; the rest follows. */
export interface WindowOptions {
  /** Issue number, ≥ 1. */
  readonly issue?: number;
  /** First day, `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly to?: string;
}

/** The issue whose week holds a day. */
export function issueOf(day: string): number {
  return KNOWN_ISSUE + Math.ceil((dayNumber(day) - KNOWN_END) / 7);
}

/** The week of an issue. */
export function weekOf(issue: number): Window {
  const end = KNOWN_END + 7 * (issue - KNOWN_ISSUE);
  return { issue, from: formatDay(end - 6), to: formatDay(end) };
}

/** Whether the week of an issue ends in the year 9999 or before: beyond it no date can be printed. */
export function hasWeek(issue: number): boolean {
  return !Number.isNaN(dayNumber(weekOf(issue).to));
}

function checkDay(name: string, day: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(dayNumber(day)))
    throw new WeixunError("bad-argument", `${name} must be a calendar day such as 2023-10-20, not “${day}”`);
}

/**
 * The window from issue, from and to, each following from the others; without any, the Saturday–Friday week with most
 * of the `days`, the later on a tie.
 * @throws WeixunError `bad-argument` for a value that cannot be, or where nothing tells the week.
 */
export function resolveWindow(options: WindowOptions, days: readonly string[]): Window {
  const { issue, from, to } = options;
  if (issue !== undefined && !(Number.isInteger(issue) && issue >= 1))
    throw new WeixunError("bad-argument", `the issue number must be a whole number of 1 or more, not “${issue}”`);
  if (issue !== undefined && !hasWeek(issue))
    throw new WeixunError(
      "bad-argument",
      `the issue number ${issue} leads beyond the year 9999; issue ${KNOWN_ISSUE} is the week to ${formatDay(KNOWN_END)}`,
    );
  if (from !== undefined) checkDay("from", from);
  if (to !== undefined) checkDay("to", to);
  if (issue !== undefined || from !== undefined || to !== undefined) {
    const week = issue !== undefined ? weekOf(issue) : undefined;
    const first = from ?? week?.from ?? formatDay(dayNumber(to!) - 6);
    const last = to ?? week?.to ?? formatDay(dayNumber(from!) + 6);
    for (const day of [first, last])
      if (Number.isNaN(dayNumber(day)))
        throw new WeixunError(
          "bad-argument",
          `the window ${first} to ${last} leaves the years 100 to 9999; check from and to`,
        );
    if (first > last)
      throw new WeixunError(
        "bad-argument",
        `the window ends (${last}) before it begins (${first}); check issue, from and to`,
      );
    return { issue: issue ?? Math.max(1, issueOf(last)), from: first, to: last };
  }
  const counts = new Map<number, number>();
  for (const day of days) {
    if (Number.isNaN(dayNumber(day))) continue;
    const n = issueOf(day);
    counts.set(n, (counts.get(n) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!best)
    throw new WeixunError(
      "bad-argument",
      "no article has a date, so the week is unknown; give an issue number or a first day (--issue, --from)",
    );
  return weekOf(best[0]);
}
