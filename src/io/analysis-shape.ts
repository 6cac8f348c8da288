/** Whether an object that looks like an Analysis has all that later steps read of one. */

const kindOf = (value: unknown): string =>
  value === undefined ? "missing" : (JSON.stringify(value)?.slice(0, 40) ?? typeof value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Check = (value: unknown) => boolean;
const isText: Check = (v) => typeof v === "string";
const isNumber: Check = (v) => typeof v === "number" && Number.isFinite(v);
const oneOf =
  (...values: readonly string[]): Check =>
  (v) =>
    values.includes(v as string);
const listOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (v) =>
    Array.isArray(v) && v.every((e) => isObject(e) && Object.entries(fields).every(([name, ok]) => ok(e[name])));

const MENTIONS = listOf({ field: oneOf("title", "text"), start: isNumber, end: isNumber, text: isText });
const NAMED = { name: isText, mentions: MENTIONS };

const FIELDS: readonly (readonly [string, string, Check])[] = [
  ...["id", "title", "source", "sourceGroup", "url", "publishedAt", "language", "text", "headline"].map(
    (name) => [name, "a text", isText] as const,
  ),
  ["status", "ok, empty, not-chinese or not-article", oneOf("ok", "empty", "not-chinese", "not-article")],
  ["noise", "a list of rule and text", listOf({ rule: isText, text: isText })],
  ["regions", "a list of regions with mentions", listOf({ ...NAMED, code: isText })],
  ["institutions", "a list of institutions with mentions", listOf({ ...NAMED, type: isText })],
  ["people", "a list of people with mentions", listOf(NAMED)],
  ["terms", "a list of terms with mentions", listOf({ ...NAMED, category: isText })],
  ["topics", "a list of id and score", listOf({ id: isText, score: isNumber })],
  ["notices", "a list of code and message", listOf({ code: isText, message: isText })],
];
const RELEVANCE: readonly (readonly [string, string, Check])[] = [
  ["score", "a number", isNumber],
  ["band", "take, review or leave", oneOf("take", "review", "leave")],
  [
    "evidence",
    "a list of feature, contribution and mentions",
    listOf({ feature: isText, contribution: isNumber, mentions: listOf({}) }),
  ],
];

/** What is wrong in an analysis, with the path of the field; undefined where nothing is. */
export function analysisFault(value: Readonly<Record<string, unknown>>): string | undefined {
  const wrong = (path: string, wants: string, found: unknown): string =>
    `no whole analysis: ${path} must be ${wants}, is ${kindOf(found)}`;
  for (const [name, wants, ok] of FIELDS) if (!ok(value[name])) return wrong(name, wants, value[name]);
  if (!isObject(value.relevance)) return wrong("relevance", "an object", value.relevance);
  for (const [name, wants, ok] of RELEVANCE)
    if (!ok(value.relevance[name])) return wrong(`relevance.${name}`, wants, value.relevance[name]);
  const { summary } = value;
  if (summary !== null && !(isObject(summary) && isText(summary.text)))
    return wrong("summary", "an object with a text, or null", summary);
  return undefined;
}
