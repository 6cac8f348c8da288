/** Bulletin JSON at the border: checked field by field, refused with the path of what is wrong. */
import { WeixunError } from "../core/errors.ts";
import type { Bulletin, BulletinItem, Decision, ItemMention, Outlet } from "../core/types.ts";
import { dayNumber } from "../text/calendar.ts";
import { looksLikeBulletin } from "./kind.ts";

class Checker {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  refuse(path: string, wants: string, value: unknown): never {
    const shown = value === undefined ? "missing" : (JSON.stringify(value)?.slice(0, 60) ?? String(value));
    throw new WeixunError("bad-bulletin", `${this.#file}: ${path}: must be ${wants}, is ${shown}`);
  }

  object(path: string, value: unknown): Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) this.refuse(path, "an object", value);
    return value as Record<string, unknown>;
  }

  text(path: string, value: unknown, fallback?: string): string {
    if (value === undefined && fallback !== undefined) return fallback;
    return typeof value === "string" ? value : this.refuse(path, "a text", value);
  }

  number(path: string, value: unknown): number {
    return typeof value === "number" && Number.isFinite(value) ? value : this.refuse(path, "a number", value);
  }

  day(path: string, value: unknown, mayBeEmpty: boolean): string {
    const text = this.text(path, value, mayBeEmpty ? "" : undefined);
    const ok = (mayBeEmpty && text === "") || (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(dayNumber(text)));
    return ok ? text : this.refuse(path, "a calendar day (YYYY-MM-DD)", value);
  }

  list<T>(path: string, value: unknown, each: (path: string, value: unknown) => T): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.refuse(path, "a list", value);
    return (value as unknown[]).map((v, i) => each(`${path}[${i}]`, v));
  }
}

/** What a text is that is no JSON, and what to do with it. */
function notJson(text: string, cause: unknown): string {
  const lines = text.split("\n", 2);
  if (lines.length === 2 && /^\s*\{.*\}\s*$/.test(lines[0]!))
    return "lines of JSON, as articles are, and no Bulletin JSON; weixun bulletin makes a bulletin of articles";
  if (!/^\s*\{/.test(text) && looksLikeBulletin(text))
    return "a bulletin, but not as JSON; weixun parse makes Bulletin JSON of txt, md and docx";
  return `not valid JSON: ${(cause as Error).message}`;
}

/**
 * Reads a Bulletin from JSON text that may have been edited by hand.
 * Missing lists are empty; `decisions`, `topics`, `region`, `summary` may be missing.
 * @throws WeixunError `bad-bulletin` naming the file and the path of the field.
 */
export function readBulletinJson(json: string, file: string): Bulletin {
  let raw: unknown;
  try {
    raw = JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new WeixunError("bad-bulletin", `${file}: ${notJson(json, cause)}`, { cause });
  }
  const check = new Checker(file);
  const b = check.object("(top)", raw);
  const issue = check.number("issue", b.issue);
  if (!Number.isInteger(issue) || issue < 0) check.refuse("issue", "a whole number", b.issue);
  return {
    issue,
    title: check.text("title", b.title),
    ...(b.publisher === undefined ? {} : { publisher: check.text("publisher", b.publisher) }),
    ...(b.remark === undefined ? {} : { remark: check.text("remark", b.remark) }),
    date: check.day("date", b.date, false),
    from: check.day("from", b.from, false),
    to: check.day("to", b.to, false),
    items: check.list("items", b.items ?? check.refuse("items", "a list", b.items), (path, v) =>
      readItem(check, path, v),
    ),
    decisions: check.list("decisions", b.decisions, (path, v) => readDecision(check, path, v)),
  };
}

function readItem(check: Checker, path: string, value: unknown): BulletinItem {
  const i = check.object(path, value);
  const text = (name: string, fallback?: string): string => check.text(`${path}.${name}`, i[name], fallback);
  const texts = (name: string): string[] => check.list(`${path}.${name}`, i[name], (p, v) => check.text(p, v));
  return {
    articleId: text("articleId", ""),
    headline: text("headline"),
    source: text("source", ""),
    url: text("url", ""),
    publishedAt: check.day(`${path}.publishedAt`, i.publishedAt, true),
    summary: text("summary", ""),
    content: text("content", ""),
    topics: texts("topics"),
    region: text("region", ""),
    reprints: texts("reprints"),
    ...(i.outlets === undefined
      ? {}
      : { outlets: check.list(`${path}.outlets`, i.outlets, (p, v) => readOutlet(check, p, v)) }),
    ...(i.mentions === undefined
      ? {}
      : { mentions: check.list(`${path}.mentions`, i.mentions, (p, v) => readMention(check, p, v)) }),
  };
}

function readOutlet(check: Checker, path: string, value: unknown): Outlet {
  const o = check.object(path, value);
  const text = (name: string): string => check.text(`${path}.${name}`, o[name], "");
  return { articleId: text("articleId"), source: text("source"), url: text("url"), publishedAt: text("publishedAt") };
}

function readMention(check: Checker, path: string, value: unknown): ItemMention {
  const m = check.object(path, value);
  const kind = (["region", "institution", "term"] as const).find((k) => k === m.kind);
  return {
    kind: kind ?? check.refuse(`${path}.kind`, "region, institution or term", m.kind),
    name: check.text(`${path}.name`, m.name),
    text: check.text(`${path}.text`, m.text),
    start: check.number(`${path}.start`, m.start),
    end: check.number(`${path}.end`, m.end),
  };
}

function readDecision(check: Checker, path: string, value: unknown): Decision {
  const d = check.object(path, value);
  const status = check.text(`${path}.status`, d.status);
  const common = {
    articleId: check.text(`${path}.articleId`, d.articleId),
    score: check.number(`${path}.score`, d.score),
    reasons: check.list(`${path}.reasons`, d.reasons, (p, v) => check.text(p, v)),
  };
  switch (status) {
    case "selected":
    case "review":
      return { ...common, status };
    case "reprint":
      return { ...common, status, of: check.text(`${path}.of`, d.of) };
    case "rejected": {
      const reasons = [
        "below-threshold",
        "out-of-window",
        "not-chinese",
        "not-article",
        "empty",
        "over-limit",
      ] as const;
      const reason =
        reasons.find((r) => r === d.reason) ?? check.refuse(`${path}.reason`, `one of ${reasons.join(", ")}`, d.reason);
      return { ...common, status, reason };
    }
    default:
      return check.refuse(`${path}.status`, "selected, review, reprint or rejected", d.status);
  }
}
