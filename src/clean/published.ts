/** When an article was published: from its field, else from its head, dateline or URL; normalised. */
import { dayNumber, digitsAt, formatDay, startsAsDay } from "../text/calendar.ts";
import { dayOfUrl } from "../text/url-day.ts";

const STAMP =
  /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*[日号]?(?:\s*(?:T|星期[一二三四五六日天]|周[一二三四五六日])?\s*(上午|下午|晚上?|凌晨|AM|PM)?\s*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i;

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * `YYYY-MM-DD`, with `THH:MM` or `THH:MM:SS` where a time is given; a time with a zone is told in Asia/Shanghai
 * (`+08:00`). Undefined for what is no date.
 */
export function normalizeDate(raw: string): string | undefined {
  if (startsAsDay(raw)) {
    if (raw.length === 10) return isDay(raw) ? raw : undefined;
    if (hasPlainTime(raw) && isDay(raw)) return `${raw.slice(0, 10)}T${raw.slice(11)}`;
  }
  const text = raw.normalize("NFKC").trim();
  if (text === "") return undefined;
  // Seconds or milliseconds since 1970, as crawlers store them.
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return zoned(Number(text) * (text.length === 10 ? 1000 : 1));
  const compact = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  const m = compact ? undefined : STAMP.exec(text);
  if (!compact && !m) return undefined;
  const parts = compact
    ? [compact[1], compact[2], compact[3], compact[4], compact[5], compact[6]]
    : [m![1], m![2], m![3], m![5], m![6], m![7]];
  const [year, month, date] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
  const day = `${parts[0]}-${two(month)}-${two(date)}`;
  if (!isDay(day)) return undefined;
  if (parts[3] === undefined) return day;
  let hour = Number(parts[3]);
  const half = (m?.[4] ?? m?.[8] ?? "").toUpperCase();
  if (/下午|晚|PM/.test(half) && hour < 12) hour += 12;
  else if (/AM|凌晨/.test(half) && hour === 12) hour = 0;
  const minute = Number(parts[4] ?? 0);
  const second = parts[5] === undefined ? undefined : Number(parts[5]);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return day;
  const zone = m?.[9];
  if (zone !== undefined) {
    const offset = /^z$/i.test(zone)
      ? 0
      : (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
    return zoned(Date.UTC(year, month - 1, date, hour, minute, second ?? 0) - offset * 60_000);
  }
  return `${day}T${two(hour)}:${two(minute)}${second === undefined ? "" : `:${two(second)}`}`;
}

/** Whether it is a day of the calendar on which an article may have been published. */
function isDay(day: string): boolean {
  return !Number.isNaN(dayNumber(day)) && day >= "1990-01-01" && day.slice(0, 10) <= "2100-12-31";
}

/** Whether a day's date is followed by `HH:MM` or `HH:MM:SS` and nothing else, as most fields give it. */
function hasPlainTime(raw: string): boolean {
  const hour = digitsAt(raw, 11, 2);
  const minute = digitsAt(raw, 14, 2);
  const joint = raw[10] === " " || raw[10] === "T";
  if (!joint || raw.charCodeAt(13) !== 0x3a || hour < 0 || hour > 23) return false;
  if (minute < 0 || minute > 59) return false;
  if (raw.length === 16) return true;
  const second = digitsAt(raw, 17, 2);
  return raw.length === 19 && raw.charCodeAt(16) === 0x3a && second >= 0 && second <= 59;
}

function zoned(utc: number): string {
  return `${new Date(utc + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** A page's head line: 2023-10-16 来源：X, 发布时间：2023年10月16日 10:05. */
const HEAD_DATE = /(?:20\d{2})\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;
/** 新华社北京9月9日电, 本报讯 10月8日, 红网时刻10月20日讯: month and day without a year. */
const DATELINE =
  /(?:电|讯|消息|报道|日报|网|社|记者)[^。\n]{0,24}?(\d{1,2})月(\d{1,2})日|(\d{1,2})月(\d{1,2})日\s*(?:电|讯|消息)/;

export type DateOrigin = "field" | "head" | "dateline" | "url" | "none";

export interface Published {
  /** Empty where nothing tells it. */
  readonly date: string;
  readonly origin: DateOrigin;
  /** The field's value where it is there but is no date. */
  readonly refused?: string;
}

/** Finds the date; `head` is the first few hundred units of the body with its furniture still in. */
export function findPublished(field: string | undefined, head: string, url: string): Published {
  const given = (field ?? "").trim();
  const own = normalizeDate(given);
  if (own !== undefined) return { date: own, origin: "field" };
  const refused = given === "" ? {} : { refused: given };
  const urlDay = dayOfUrl(url);
  const first = head.slice(0, 300).split("\n", 6);
  for (const line of first) {
    const m = line.length <= 80 ? HEAD_DATE.exec(line) : null;
    const date = m ? normalizeDate(m[0]) : undefined;
    if (date !== undefined) return { date, origin: "head", ...refused };
  }
  const line = DATELINE.exec(head.slice(0, 300));
  if (line) {
    const month = Number(line[1] ?? line[3]);
    const date = Number(line[2] ?? line[4]);
    const year = /(20\d{2})年/.exec(head.slice(0, 300))?.[1] ?? urlDay?.slice(0, 4) ?? /20\d{2}/.exec(url)?.[0];
    const day = `${year}-${two(month)}-${two(date)}`;
    if (year !== undefined && !Number.isNaN(dayNumber(day))) return { date: day, origin: "dateline", ...refused };
  }
  if (urlDay !== undefined) return { date: urlDay, origin: "url", ...refused };
  return { date: "", origin: "none", ...refused };
}

/** The day `days` away from a date's day. */
export function shiftDay(date: string, days: number): string {
  return formatDay(dayNumber(date) + days);
}
