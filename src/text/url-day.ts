import { dayNumber } from "./calendar.ts";

/** 2023-10-16, 2023/10/16, 2023-10/16, 202310/16, 2023/1016 and 20231016 in a path, not inside a longer number. */
const SEPARATED = /(?<!\d)(20\d{2})[-/._]?(\d{2})[-/._](\d{2})(?!\d)/g;
const SEPARATED_LOOSE = /(?<!\d)(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/g;
const COMPACT = /(?<!\d)(20\d{2})[-/]?(\d{2})(\d{2})(?!\d)/g;
const LEADING = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?=\d)/g;

/** The calendar day that a URL's path carries, e.g. 2023-10-16 in /202310/t20231016_1.html; undefined where none. */
export function dayOfUrl(url: string): string | undefined {
  for (const form of [SEPARATED, SEPARATED_LOOSE, COMPACT, LEADING])
    for (const m of url.matchAll(form)) {
      const day = `${m[1]}-${m[2]!.padStart(2, "0")}-${m[3]!.padStart(2, "0")}`;
      if (!Number.isNaN(dayNumber(day))) return day;
    }
  return undefined;
}
