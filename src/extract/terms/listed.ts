import type { Field, Span, TermCategory, TopicId } from "../../core/types.ts";
import type { TermTable } from "../../lexicon/terms.ts";
import type { Candidate } from "./candidate.ts";

/** Categories whose names are used in all trades alike, so that only their words tell whether health care is meant. */
const ANY_TRADE: ReadonlySet<TermCategory> = new Set(["system", "platform", "device", "app"]);

/** In the name of a product or a system, health care's by itself: 智医助理. */
const HEALTH_CHAR = /[医药诊疗护病]|健康|卫生/;

/** Topics whose names mean health care; 5G and data are any trade's. */
const OF_HEALTH: ReadonlySet<TopicId> = new Set([
  "platform",
  "smart-hospital",
  "internet-health",
  "public-health",
  "primary-care",
  "insurance",
  "tcm",
]);

/** Categories whose names may take a prefix (5G, AI, 中医). */
const PREFIXED: ReadonlySet<TermCategory> = new Set([...ANY_TRADE, "service"]);

/** What stands before a listed name and belongs to it: 5G远程查房, 中医云诊室. */
const PREFIX = /(?:^|[^0-9A-Za-z])((?:5G|AI|中医)\s?)$/;

/** Bare functions, which no word of technology makes a name. */
const FUNCTION =
  /^(?!远程|互联网|智慧|智能|数字|电子|医保|5G|云).*(?:管理|转诊|监管|挂号|用药|质控|流转|结算|支付|预警)$/;
/** What makes a department or a firm of a bare function: 慢病管理中心. */
const DEPARTMENT = /^(?:中心|科|室|部|企业|公司|专家)/;

const LATIN_ONLY = /^[A-Za-z]{2,4}$/;

/** Terms of the lexicon, overlaps included; stop words (系统性) hide the terms that end inside them. */
export function findListed(field: Field, table: TermTable): Candidate[] {
  const stops = new Set<number>();
  const bearers: (Span & { sector: boolean })[] = [];
  const found: Candidate[] = [];
  for (const hit of field.hits) {
    if (hit.kind !== "term") continue;
    const role = table.word(hit.entry)?.role;
    if (role === "sector") bearers.push({ start: hit.start, end: hit.end, sector: true });
    if (role === "stop") for (let i = hit.start + 1; i < hit.end; i++) stops.add(i);
    const term = table.term(hit.entry);
    if (!term) continue;
    // An abbreviation is written in capitals: his and mes in an English sentence are no systems.
    if (term.category === "technology") bearers.push({ start: hit.start, end: hit.end, sector: false });
    const text = field.text.slice(hit.start, hit.end);
    if (LATIN_ONLY.test(text) && text === text.toLowerCase()) continue;
    const { name, category } = term;
    if (category === "service" && FUNCTION.test(name) && DEPARTMENT.test(field.text.slice(hit.end, hit.end + 2)))
      continue;
    const bearing = !ANY_TRADE.has(category) || HEALTH_CHAR.test(name);
    const health = bearing && term.topics.some((t) => OF_HEALTH.has(t));
    found.push({ start: hit.start, end: hit.end, name, category, bearing, health });
    const prefix = !PREFIXED.has(category)
      ? null
      : PREFIX.exec(field.text.slice(Math.max(0, hit.start - 4), hit.start));
    if (prefix) {
      const start = hit.start - prefix[1]!.length; // the group always matches
      found.push({ start, end: hit.end, name: prefix[1]!.trim() + name, category, bearing: true });
    }
  }
  // Both lists are in text order: one walk finds which terms hold a sector's word or a technology (5G救护车).
  found.sort((a, b) => a.start - b.start);
  let at = 0;
  return found
    .filter((c) => !stops.has(c.end))
    .map((c) => {
      while (at < bearers.length && bearers[at]!.start < c.start) at++;
      for (let i = at; i < bearers.length && bearers[i]!.start < c.end; i++)
        if (bearers[i]!.end <= c.end) return { ...c, bearing: true, health: c.health || bearers[i]!.sector };
      return c;
    });
}
