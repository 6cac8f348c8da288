/** Counts over bulletins and analyses: regions × topics, sources, institutions. */
import type { Analysis, Bulletin, BulletinItem } from "../core/types.ts";
import { provinceName, topicName } from "./topics.ts";

/** A name with how often it occurs, most first, then by name. */
export type Counts = readonly (readonly [name: string, count: number])[];

export interface Statistics {
  /** Bulletins counted; 0 where analyses were. */
  readonly bulletins: number;
  /** Items of bulletins, or relevant articles of analyses. */
  readonly items: number;
  /** Items that tell neither region nor topics, as those of bulletins in text or Word: they count in sources only. */
  readonly bareItems: number;
  readonly topics: Counts;
  readonly provinces: Counts;
  readonly sources: Counts;
  /** Institutions by their full names; one item counts once. Analyses and composed bulletins know them. */
  readonly institutions: Counts;
  /** One row a province: items by topic. An item of several topics counts in each. */
  readonly provinceTopics: readonly { readonly province: string; readonly topics: Counts }[];
}

interface Entry {
  readonly topics: readonly string[];
  /** Empty where the item does not tell it. */
  readonly province: string;
  readonly source: string;
  readonly institutions: readonly string[];
}

function counts(names: readonly string[]): Counts {
  const map = new Map<string, number>();
  for (const n of names) if (n !== "") map.set(n, (map.get(n) ?? 0) + 1);
  return [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** An item of a parsed bulletin: its text layout holds no region and no topics. A national item has topics. */
export const isBare = (item: BulletinItem): boolean =>
  item.region === "" && item.topics.length === 0 && item.mentions === undefined;

function bulletinEntries(bulletin: Bulletin): Entry[] {
  return bulletin.items.map((item) => ({
    topics: item.topics,
    province: isBare(item) ? "" : provinceName(item.region),
    source: item.source,
    institutions: [...new Set((item.mentions ?? []).filter((m) => m.kind === "institution").map((m) => m.name))],
  }));
}

function analysisEntries(analyses: readonly Analysis[]): Entry[] {
  return analyses
    .filter((a) => a.relevance.relevant)
    .map((a) => ({
      topics: a.topics.map((t) => t.id),
      province: provinceName(a.regions.find((r) => r.primary)?.code ?? ""),
      source: a.sourceGroup || a.source,
      institutions: a.institutions.map((i) => i.name),
    }));
}

/** Statistics of bulletins' items and of the relevant articles among analyses. */
export function statisticsOf(bulletins: readonly Bulletin[], analyses: readonly Analysis[]): Statistics {
  const entries = [...bulletins.flatMap(bulletinEntries), ...analysisEntries(analyses)];
  const provinces = counts(entries.map((e) => e.province));
  return {
    bulletins: bulletins.length,
    items: entries.length,
    bareItems: bulletins.flatMap((b) => b.items).filter(isBare).length,
    topics: counts(entries.flatMap((e) => e.topics.map(topicName))),
    provinces,
    sources: counts(entries.map((e) => e.source)),
    institutions: counts(entries.flatMap((e) => e.institutions)),
    provinceTopics: provinces.map(([province]) => ({
      province,
      topics: counts(entries.filter((e) => e.province === province).flatMap((e) => e.topics.map(topicName))),
    })),
  };
}

/** Columns a text takes on a terminal: Han and full-width characters two. */
const width = (text: string): number =>
  [...text].reduce(
    (n, c) =>
      n +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );
const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));

function table(title: string, rows: Counts, most: number): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, most);
  const columns = Math.max(...shown.map(([name]) => width(name)));
  const lines = shown.map(([name, n]) => `  ${pad(name, columns)}  ${String(n).padStart(4)}`);
  if (rows.length > most) lines.push(`  … ${rows.length - most} more`);
  return `${title}\n${lines.join("\n")}\n`;
}

/** Statistics as tables for a terminal; `most` rows of a table are shown. Default 20. */
export function statisticsText(s: Statistics, most: number = 20): string {
  const head = `${s.bulletins > 0 ? `${s.bulletins} bulletin${s.bulletins === 1 ? "" : "s"}, ` : ""}${s.items} item${s.items === 1 ? "" : "s"}\n`;
  const silent = s.bareItems === 1 ? "1 item does not tell its" : `${s.bareItems} items do not tell their`;
  const bare =
    s.bareItems === 0
      ? ""
      : `${silent} region and topics, as text, Markdown and Word do not hold them; give the analyses, or the bulletin as JSON\n`;
  const cross = s.provinceTopics.map(
    (row) =>
      [
        `${row.province}: ${row.topics.map(([t, n]) => `${t} ${n}`).join("、") || "—"}`,
        row.topics.reduce((n, t) => n + t[1], 0),
      ] as const,
  );
  return [
    head,
    bare,
    table("主题", s.topics, most),
    table("地区", s.provinces, most),
    table("地区 × 主题", cross, most),
    table("来源", s.sources, most),
    table("机构", s.institutions, most),
  ]
    .filter((t) => t !== "")
    .join("\n");
}
