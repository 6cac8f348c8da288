/** Words for days that only the date of publication makes plain: 今天上午, 昨日, 近日, 本月. */
import type { Notice } from "../core/types.ts";
import { dayNumber, formatDay } from "../text/calendar.ts";
import { shiftDay } from "./published.ts";

const DAYS: readonly (readonly [string, number])[] = [
  ["今天", 0],
  ["今日", 0],
  ["今晨", 0],
  ["今早", 0],
  ["今晚", 0],
  ["今起", 0],
  ["昨天", -1],
  ["昨日", -1],
  ["昨晚", -1],
  ["昨夜", -1],
  ["前天", -2],
  ["前日", -2],
  ["明天", 1],
  ["明日", 1],
  ["明晚", 1],
  ["后天", 2],
];
const VAGUE: readonly string[] = ["近日", "日前", "近期", "连日来", "近来"];
/** Sticky, for {@link PLACES} tells where to look. */
const SPANS = /(?:今年|去年|明年|前年|本月|上个月|上月|下个月|下月|本周|上周|下周)/y;
const DAY_WORDS: RegExp = new RegExp(
  `(?:${[...DAYS.map(([w]) => w), ...VAGUE].join("|")})(?:上午|下午|中午|晚上|凌晨|清晨|早上|傍晚|夜里|夜间)?`,
  "y",
);
/** What the first and the second characters of such words are; most that are a first are followed by no second. */
const FIRST = 1;
const SECOND = 2;
const PLACES: Uint8Array = new Uint8Array(0x10000);
for (const word of [...DAYS.map(([w]) => w), ...VAGUE, "去年", "本月", "上个", "上周", "下周"]) {
  PLACES[word.charCodeAt(0)]! |= FIRST;
  PLACES[word.charCodeAt(1)]! |= SECOND;
}

/** 今日头条, 今天国际, 近日点, 今晚报 are names; 十日前 and 30日前 are counts. */
const NAME_BEHIND = /^(?:头条|中国|国际|报|点|海|美术|说法)/;
const MAX_NOTICES = 20;

function monthOf(date: string, shift: number): string {
  const m = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + shift;
  return `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
}

/** Monday to Sunday of the week `shift` weeks from the date's. */
function weekOf(date: string, shift: number): string {
  const day = dayNumber(date);
  // 1970-01-01 was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7) + shift * 7;
  return `${formatDay(monday)} … ${formatDay(monday + 6)}`;
}

function spanOf(word: string, date: string): string {
  const year = Number(date.slice(0, 4));
  if (word === "今年") return String(year);
  if (word === "去年") return String(year - 1);
  if (word === "前年") return String(year - 2);
  if (word === "明年") return String(year + 1);
  const shift = word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0;
  return word.endsWith("周") ? weekOf(date, shift) : monthOf(date, shift);
}

/** One notice for each such word, at its first place in the text. Nothing without a date. */
export function resolveRelative(text: string, publishedAt: string): Notice[] {
  if (publishedAt === "") return [];
  const date = publishedAt.slice(0, 10);
  const seen = new Set<string>();
  const notices: Notice[] = [];
  const note = (word: string, at: number, meaning: string): void => {
    if (seen.has(word) || notices.length >= MAX_NOTICES) return;
    seen.add(word);
    notices.push({
      code: "relative-date",
      message: `${word} = ${meaning}`,
      field: "text",
      start: at,
      end: at + word.length,
    });
  };
  const readDay = (word: string, at: number): void => {
    if (NAME_BEHIND.test(text.slice(at + word.length, at + word.length + 2))) return;
    if (word.startsWith("日前") && /[\d一二三四五六七八九十数多]/.test(text[at - 1] ?? "")) return;
    const day = DAYS.find(([w]) => word.startsWith(w));
    note(word, at, day ? (day[1] === 0 ? date : shiftDay(date, day[1])) : `on or shortly before ${date}`);
  };
  const spans: number[] = [];
  let free = 0;
  let place = text === "" ? 0 : PLACES[text.charCodeAt(0)]!;
  for (let i = 0; i + 1 < text.length; i++) {
    const next = PLACES[text.charCodeAt(i + 1)]!;
    const begins = (place & FIRST) !== 0 && (next & SECOND) !== 0;
    place = next;
    if (!begins) continue;
    SPANS.lastIndex = i;
    if (SPANS.test(text)) spans.push(i, SPANS.lastIndex);
    DAY_WORDS.lastIndex = i;
    if (i < free || !DAY_WORDS.test(text)) continue;
    free = DAY_WORDS.lastIndex;
    readDay(text.slice(i, free), i);
  }
  for (let k = 0; k < spans.length; k += 2) {
    const word = text.slice(spans[k], spans[k + 1]);
    note(word, spans[k]!, spanOf(word, date));
  }
  return spans.length === 0 ? notices : notices.sort((a, b) => a.start! - b.start!);
}
