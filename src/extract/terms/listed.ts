import type { Field, Hit, TermCategory, TopicId } from "../../core/types.ts";
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

/** Its last character, by which most places are told to have none. */
const PREFIX_LAST = /[GI医\s]/;

/** Bare functions, which no word of technology makes a name. */
const FUNCTION =
  /^(?!远程|互联网|智慧|智能|数字|电子|医保|5G|云).*(?:管理|转诊|监管|挂号|用药|质控|流转|结算|支付|预警)$/;
/** What makes a department or a firm of a bare function: 慢病管理中心. */
const DEPARTMENT = /^(?:中心|科|室|部|企业|公司|专家)/;

const LATIN_ONLY = /^[A-Za-z]{2,4}$/;

/** Terms of the lexicon among `hits`, overlaps included; stop words (系统性) hide the terms that end inside them. */
export function findListed({ text }: Field, hits: readonly Hit[], table: TermTable): Candidate[] {
  const stops: Hit[] = [];
  const bearers: Hit[] = [];
  const found: Candidate[] = [];
  for (const hit of hits) {
    if (hit.kind !== "term") continue;
    const term = table.term(hit.entry);
    if (term === undefined) {
      const role = table.word(hit.entry)?.role;
      if (role === "sector") bearers.push(hit);
      else if (role === "stop") stops.push(hit);
      continue;
    }
    const { name, category } = term;
    if (category === "technology") bearers.push(hit);
    const { start, end } = hit;
    // An abbreviation is written in capitals: his and mes in an English sentence are no systems.
    if (end - start <= 4 && text.charCodeAt(start) < 128) {
      const surface = text.slice(start, end);
      if (LATIN_ONLY.test(surface) && surface === surface.toLowerCase()) continue;
    }
    if (category === "service" && FUNCTION.test(name) && DEPARTMENT.test(text.slice(end, end + 2))) continue;
    const bearing = !ANY_TRADE.has(category) || HEALTH_CHAR.test(name);
    const health = bearing && term.topics.some((t) => OF_HEALTH.has(t));
    found.push({ start, end, name, category, bearing, health });
    if (!PREFIXED.has(category) || !PREFIX_LAST.test(text[start - 1] ?? "")) continue;
    const prefix = PREFIX.exec(text.slice(Math.max(0, start - 4), start));
    if (prefix) {
      const longer = start - prefix[1]!.length; // the group always matches
      found.push({ start: longer, end, name: prefix[1]!.trim() + name, category, bearing: true });
    }
  }
  // Both lists are in text order: one walk finds which terms hold a sector's word or a technology (5G救护车).
  found.sort((a, b) => a.start - b.start);
  const out: Candidate[] = [];
  let at = 0;
  for (const c of found) {
    while (at < bearers.length && bearers[at]!.start < c.start) at++;
    if (stops.some((s) => s.start < c.end && c.end < s.end)) continue;
    let holder: Hit | undefined;
    for (let i = at; holder === undefined && i < bearers.length && bearers[i]!.start < c.end; i++)
      if (bearers[i]!.end <= c.end) holder = bearers[i];
    if (holder === undefined) out.push(c);
    else {
      const health = (c.health ?? false) || table.term(holder.entry) === undefined;
      out.push({ ...c, bearing: true, health });
    }
  }
  return out;
}
