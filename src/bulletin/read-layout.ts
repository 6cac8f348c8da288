/** Reads the text layout in all its label variants into places and strings; parsing and linting both stand on it. */

/** A piece of the text with its 1-based line and 0-based column. */
export interface Placed {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** One line of the directory with the source under it. */
export interface DirectoryEntry {
  readonly number: number;
  readonly headline: Placed;
  readonly source: Placed | undefined;
}

export type LabelName = "title" | "source" | "link" | "summary" | "content";

/** A label as printed (`标题：`, `链接:` …; a title without 标题 has an empty text) and the value behind or under it. */
export interface Label {
  readonly name: LabelName;
  readonly printed: Placed;
  readonly value: Placed;
}

/** One item of the body. */
export interface LayoutItem {
  readonly number: number;
  readonly labels: readonly Label[];
  /** The headline repeated at the head of the text, where it is. */
  readonly repeated: Placed | undefined;
  /** The line `2023-10-16 来源：X`, where it is. */
  readonly head: Placed | undefined;
  /** First line of the text after the head (1-based), and its lines; blank lines at both ends left out. */
  readonly textLine: number;
  readonly text: readonly string[];
}

export interface Layout {
  readonly lines: readonly string[];
  readonly title: Placed | undefined;
  readonly issue: Placed | undefined;
  readonly publisher: Placed | undefined;
  readonly date: Placed | undefined;
  readonly remark: Placed | undefined;
  readonly lead: Placed | undefined;
  readonly directory: readonly DirectoryEntry[];
  readonly items: readonly LayoutItem[];
}

const DIRECTORY_LINE = /^[\s#]*一\s*、\s*信息目录\s*$/;
const BODY_LINE = /^[\s#]*二\s*、\s*具体内容\s*$/;
const NUMBERED = /^(\s*)(\d{1,4})\s*[.．、]\s*(.*)$/;
const TITLE_LABEL = /^标\s*题\s*[:：]\s*/;
const LABEL = /^\s*(来\s*源|链\s*接|摘\s*要|主\s*要\s*内\s*容)\s*[:：]\s*(.*)$/;
const LABEL_NAMES: Readonly<Record<string, LabelName>> = {
  来源: "source",
  链接: "link",
  摘要: "summary",
  主要内容: "content",
};
const HEAD_LINE = /^\s*(?:\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\s*)?来\s*源\s*[:：].*$/;
const DATE_ONLY = /^\s*\d{4}-\d{1,2}-\d{1,2}\s*$/;

/** Two titles are one where only width, case, blanks, quotes or the marks between their parts differ. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2060\u200b\ufeff]/g, "")
    .replace(/[\s“”"‘’'。，,、:!?;·…—-]/g, "")
    .toLowerCase();
}

const placed = (line: number, raw: string, text: string): Placed => ({
  line: line + 1,
  column: Math.max(0, raw.indexOf(text)),
  text,
});
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/** Reads a text in the house layout; a text that is none gives no directory and no items. */
export function readLayout(source: string): Layout {
  const lines = source
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const directoryAt = lines.findIndex((l) => DIRECTORY_LINE.test(l));
  const bodyAt = lines.findIndex((l, i) => i > directoryAt && BODY_LINE.test(l));
  const masthead = readMasthead(lines, directoryAt < 0 ? 0 : directoryAt);
  const directory = directoryAt < 0 ? [] : readDirectory(lines, directoryAt + 1, bodyAt < 0 ? lines.length : bodyAt);
  const items =
    bodyAt < 0 ? [] : readItems(lines, bodyAt + 1, new Set(directory.map((d) => foldTitle(d.headline.text))));
  return { lines, ...masthead, directory, items };
}

function readMasthead(
  lines: readonly string[],
  end: number,
): Pick<Layout, "title" | "issue" | "publisher" | "date" | "remark" | "lead"> {
  const rows = lines
    .slice(0, end)
    .map((raw, i) => placed(i, raw, raw.trim()))
    .filter((p) => p.text !== "");
  const leadAt = rows.findIndex((p) => /^本期导语\s*[:：]?/.test(p.text));
  const head = leadAt < 0 ? rows : rows.slice(0, leadAt);
  const issue = head.find((p) => /^[(（]?第.+期[)）]?$/.test(p.text));
  const date = head.find((p) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(p.text));
  const title = head.find((p) => p !== issue && p !== date);
  const rest = head.filter((p) => p !== issue && p !== date && p !== title);
  const publisher = rest.find((p) => !date || p.line < date.line);
  const remark = rest.find((p) => date && p.line > date.line);
  const leadRow = leadAt < 0 ? undefined : rows[leadAt]!;
  const behind = leadRow?.text.replace(/^本期导语\s*[:：]?\s*/, "") ?? "";
  const lead = behind !== "" ? { ...leadRow!, text: behind } : leadAt < 0 ? undefined : rows[leadAt + 1];
  return { title, issue, publisher, date, remark, lead };
}

function readDirectory(lines: readonly string[], from: number, to: number): DirectoryEntry[] {
  const entries: { number: number; headline: Placed; source: Placed | undefined }[] = [];
  for (let i = from; i < to; i++) {
    const raw = lines[i]!;
    const numbered = NUMBERED.exec(raw);
    const bracketed = /^\s*[(（](.*)[)）]\s*$/.exec(raw);
    const last = entries.at(-1);
    if (numbered?.[3])
      entries.push({ number: Number(numbered[2]), headline: placed(i, raw, numbered[3].trim()), source: undefined });
    else if (bracketed && last && !last.source) last.source = placed(i, raw, bracketed[1]!.trim());
  }
  return entries;
}

/** The head of an item: a numbered line that says 标题 or repeats a directory line, with a label below it. */
function isItemHead(lines: readonly string[], at: number, headlines: ReadonlySet<string>): boolean {
  const numbered = NUMBERED.exec(lines[at]!);
  if (!numbered) return false;
  const labelled = TITLE_LABEL.test(numbered[3]!);
  if (!labelled && !headlines.has(foldTitle(numbered[3]!))) return false;
  let next = at + 1;
  while (next < lines.length && isBlank(lines[next])) next++;
  return next < lines.length && LABEL.test(lines[next]!);
}

function readItems(lines: readonly string[], from: number, headlines: ReadonlySet<string>): LayoutItem[] {
  const heads: number[] = [];
  for (let i = from; i < lines.length; i++) if (isItemHead(lines, i, headlines)) heads.push(i);
  return heads.map((at, k) => readItem(lines, at, heads[k + 1] ?? lines.length));
}

function readItem(lines: readonly string[], at: number, end: number): LayoutItem {
  const raw = lines[at]!;
  const numbered = NUMBERED.exec(raw)!;
  const titleLabel = TITLE_LABEL.exec(numbered[3]!)?.[0] ?? "";
  const title = numbered[3]!.slice(titleLabel.length).trim();
  const labels: Label[] = [
    { name: "title", printed: placed(at, raw, titleLabel.trim()), value: placed(at, raw, title) },
  ];
  let i = at + 1;
  while (i < end && labels.at(-1)!.name !== "content") {
    const label = LABEL.exec(lines[i]!);
    if (!label) {
      // A value may stand under its label; anything else before 主要内容 belongs to the label above it.
      const last = labels.at(-1)!;
      if (!isBlank(lines[i]) && last.value.text === "")
        labels[labels.length - 1] = { ...last, value: placed(i, lines[i]!, lines[i]!.trim()) };
      i++;
      continue;
    }
    const name = LABEL_NAMES[label[1]!.replace(/\s/g, "")]!;
    const printed = lines[i]!.slice(0, lines[i]!.length - label[2]!.length).trim();
    if (name === "content" && label[2]!.trim() !== "") {
      labels.push({ name, printed: placed(i, lines[i]!, printed), value: placed(i, lines[i]!, label[2]!.trim()) });
      break;
    }
    labels.push({ name, printed: placed(i, lines[i]!, printed), value: placed(i, lines[i]!, label[2]!.trim()) });
    i++;
  }
  return { number: Number(numbered[2]), labels, ...readText(lines, i, end, title) };
}

function readText(
  lines: readonly string[],
  from: number,
  end: number,
  title: string,
): Pick<LayoutItem, "repeated" | "head" | "textLine" | "text"> {
  let i = from;
  const skipBlank = (): void => {
    while (i < end && isBlank(lines[i])) i++;
  };
  let repeated: Placed | undefined;
  let head: Placed | undefined;
  const inline = LABEL.exec(lines[i] ?? "");
  const first = inline && LABEL_NAMES[inline[1]!.replace(/\s/g, "")] === "content" ? inline[2]! : undefined;
  if (first === undefined) {
    skipBlank();
    if (i < end && foldTitle(lines[i]!) === foldTitle(title)) repeated = placed(i, lines[i]!, lines[i++]!.trim());
    skipBlank();
    if (i < end && (HEAD_LINE.test(lines[i]!) || DATE_ONLY.test(lines[i]!)))
      head = placed(i, lines[i]!, lines[i++]!.trim());
    skipBlank();
  }
  let last = end;
  while (last > i && isBlank(lines[last - 1])) last--;
  const text = lines.slice(i, last);
  if (first !== undefined) text[0] = first;
  return { repeated, head, textLine: i + 1, text };
}
