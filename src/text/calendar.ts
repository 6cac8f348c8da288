/** Calendar days as `YYYY-MM-DD` strings and day numbers; no clock, no time zone. */

const DAY = 86_400_000;

/** Days of the months of a common year. */
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that the `length` digits at `at` spell; -1 where they are no digits. */
export function digitsAt(text: string, at: number, length: number): number {
  let n = 0;
  for (let i = at; i < at + length; i++) {
    // NaN behind the end is no digit either.
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** Whether a text begins with `NNNN-NN-NN`. */
export function startsAsDay(text: string): boolean {
  return (
    digitsAt(text, 0, 4) >= 0 &&
    text.charCodeAt(4) === 0x2d &&
    digitsAt(text, 5, 2) >= 0 &&
    text.charCodeAt(7) === 0x2d &&
    digitsAt(text, 8, 2) >= 0
  );
}

/** Days since 1970-01-01; NaN for what is no calendar day of the years 100 to 9999. */
export function dayNumber(day: string): number {
  if (!startsAsDay(day)) return Number.NaN;
  const year = digitsAt(day, 0, 4);
  const month = digitsAt(day, 5, 2);
  const date = digitsAt(day, 8, 2);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0);
  return year >= 100 && date >= 1 && date <= last ? Date.UTC(year, month - 1, date) / DAY : Number.NaN;
}

/** The `YYYY-MM-DD` of a day number. */
export function formatDay(day: number): string {
  const date = new Date(day * DAY);
  const [month, ofMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${ofMonth < 10 ? "0" : ""}${ofMonth}`;
}

/** 2023年8月5日, as the masthead and the lead print it. */
export function chineseDay(day: string): string {
  const [y, m, d] = day.split("-");
  return `${y}年${Number(m)}月${Number(d)}日`;
}

/** `YYYY-MM-DD` out of 2023年8月5日, 2023-8-5, 2023/08/05 or 2023.8.5; undefined for what is no calendar day. */
export function parseDay(text: string): string | undefined {
  const m = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})/.exec(text);
  if (!m) return undefined;
  const day = `${m[1]}-${m[2]!.padStart(2, "0")}-${m[3]!.padStart(2, "0")}`;
  return Number.isNaN(dayNumber(day)) ? undefined : day;
}

const DIGITS = "〇一二三四五六七八九";

/** 538 → 五三八, digit by digit as the masthead prints issue numbers. */
export function chineseDigits(n: number): string {
  return String(n).replace(/\d/g, (d) => DIGITS[+d]!);
}

/** 五三八, 第538期's digits or full-width digits → 538; undefined where there is none. */
export function parseChineseDigits(text: string): number | undefined {
  const digits = [...text.normalize("NFKC")]
    .map((c) => (c === "零" || c === "○" ? "0" : DIGITS.includes(c) ? String(DIGITS.indexOf(c)) : c))
    .join("");
  const m = /\d+/.exec(digits);
  return m ? Number(m[0]) : undefined;
}
