/** Marks regions, institutions, terms and figures in an item's text. */
import type { BulletinItem, ItemMention } from "../../core/types.ts";
import { escapeHtml } from "./escape.ts";

const KINDS: Readonly<Record<ItemMention["kind"], string>> = { region: "地区", institution: "机构", term: "术语" };

/** A figure with its unit: 63777人次, 31.2万项次, 86.5%, 2500亿元. */
const FIGURE =
  /\d+(?:[.,]\d+)*(?:[%％‰]|[万亿千百]*(?:余|多)?(?:人次|项次|万元|亿元|美元|元|人|个|家|所|项|份|台|套|例|次|张|名|条|笔|件|种|辆|小时|分钟|秒|天|公里|平方米|百分点)?)/g;

/** Kinds of figures by the unit behind them, the first that fits. */
const FIGURE_KINDS: readonly (readonly [kind: string, unit: RegExp])[] = [
  ["比例", /[%％‰]$|百分点$/],
  ["金额", /元$/],
  ["人次", /(?:人次|项次)$/],
  ["人数", /[人名]$/],
  ["时长", /(?:小时|分钟|秒|天)$/],
  ["长度面积", /(?:公里|平方米)$/],
];

/** What a figure counts, for its title; a bare number before 年, 月 or 日 is a date. */
function figureKind(figure: string, next: string): string {
  if (/^\d+$/.test(figure) && /[年月日]/.test(next)) return "日期";
  return FIGURE_KINDS.find(([, unit]) => unit.test(figure))?.[0] ?? "数量";
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly title: string;
}

function marksOf(item: BulletinItem): Mark[] {
  const text = item.content;
  const names = (item.mentions ?? [])
    .filter((m) => m.end > m.start && text.slice(m.start, m.end) === m.text)
    .map((m) => ({ start: m.start, end: m.end, kind: m.kind as string, title: `${KINDS[m.kind]}：${m.name}` }));
  const figures = [...text.matchAll(FIGURE)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: "figure",
    title: `数字：${figureKind(m[0], text[m.index + m[0].length] ?? "")}`,
  }));
  const out: Mark[] = [];
  for (const m of [...names, ...figures].sort((a, b) => a.start - b.start || b.end - a.end))
    if (m.start >= (out.at(-1)?.end ?? 0)) out.push(m);
  return out;
}

/** The paragraphs of an item's text, escaped, with `<mark>` around names and figures. */
export function markedParagraphs(item: BulletinItem): string {
  const { content } = item;
  const paragraphs: string[] = [];
  const marks = marksOf(item);
  let at = 0;
  let k = 0;
  for (const line of content.split("\n")) {
    const end = at + line.length;
    let html = "";
    let from = at;
    for (; k < marks.length && marks[k]!.start < end; k++) {
      const m = marks[k]!;
      if (m.end > end) continue;
      html += `${escapeHtml(content.slice(from, m.start))}<mark class="${m.kind}" title="${escapeHtml(m.title)}">${escapeHtml(content.slice(m.start, m.end))}</mark>`;
      from = m.end;
    }
    html += escapeHtml(content.slice(from, end));
    if (line.trim() !== "") paragraphs.push(`<p>${html}</p>`);
    at = end + 1;
  }
  return paragraphs.join("\n");
}
