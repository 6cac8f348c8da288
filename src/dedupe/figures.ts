import { fold, foldUnit } from "../text/fold.ts";

/** A number with what stands around it: `key` is its surroundings, with other numbers masked. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  /** The number with the sign or measure word after it, e.g. 506家. */
  readonly shape: string;
}

const BEFORE = 2;
const AFTER = 1;
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";

/** Numbers of a text in order; punctuation and blanks between words do not count as surroundings. */
export function figuresOf(text: string): Figure[] {
  const values: string[] = [];
  let masked = "";
  for (let i = 0; i < text.length; ) {
    const c = String.fromCharCode(foldUnit(text.charCodeAt(i)));
    if (!isDigit(c)) {
      if (/[\p{L}%‰]/u.test(c)) masked += c;
      i++;
      continue;
    }
    let value = "";
    while (i < text.length) {
      const d = String.fromCharCode(foldUnit(text.charCodeAt(i)));
      const next = String.fromCharCode(foldUnit(text.charCodeAt(i + 1)));
      if (!isDigit(d) && !((d === "." || d === ",") && isDigit(next))) break;
      if (d !== ",") value += d;
      i++;
    }
    values.push(value);
    masked += "#";
  }
  const figures: Figure[] = [];
  let at = -1;
  for (const value of values) {
    at = masked.indexOf("#", at + 1);
    const before = masked.slice(Math.max(0, at - BEFORE), at);
    const after = masked.slice(at + 1, at + 1 + AFTER);
    figures.push({ key: `${before}|${after}`, value, shape: value + after });
  }
  return figures;
}

/** How two texts' numbers stand to one another. */
export interface FigureComparison {
  /** Surroundings that hold the same number, other than 0, in both. */
  readonly agree: number;
  /** Surroundings that both have, with numbers of which none is the same. */
  readonly conflict: number;
  /** Numbers with their measure words that both have, wherever; years and numbers under 10 do not count. */
  readonly common: number;
}

export function compareFigures(a: readonly Figure[], b: readonly Figure[]): FigureComparison {
  const group = (figures: readonly Figure[]): Map<string, Set<string>> => {
    const map = new Map<string, Set<string>>();
    for (const f of figures) map.set(f.key, (map.get(f.key) ?? new Set()).add(f.value));
    return map;
  };
  const other = group(b);
  let agree = 0;
  let conflict = 0;
  for (const [key, values] of group(a)) {
    const theirs = other.get(key);
    if (!theirs) continue;
    if (![...values].some((v) => theirs.has(v))) conflict++;
    else if ([...values].some((v) => v !== "0" && theirs.has(v))) agree++;
  }
  const telling = (f: Figure): boolean => Number(f.value) >= 10 && !/^(19|20)\d\d年$/.test(f.shape);
  const shapes = new Set(b.filter(telling).map((f) => f.shape));
  const common = new Set(a.filter((f) => telling(f) && shapes.has(f.shape)).map((f) => f.shape)).size;
  return { agree, conflict, common };
}

/** A calendar day; the sign behind it says whether it is a dateline's (柳州8月2日电): the day of printing, not of the event. */
const DAY = /(?:(\d{1,2})月)?(\d{1,2})日([电讯]?)/g;

/** Calendar days of a text (`9-12`) in order of place; a day without a month has the month before it. */
export function daysOf(text: string): string[] {
  const days: string[] = [];
  let month = "";
  for (const [, m, d, dateline] of fold(text).matchAll(DAY)) {
    if (m) month = m;
    if (month !== "" && dateline === "") days.push(`${Number(month)}-${Number(d)}`);
  }
  return days;
}
