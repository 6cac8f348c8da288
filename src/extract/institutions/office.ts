/** A ministry's office that no dictionary lists: 文化和旅游部|市场管理司. */
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import type { Known, Marks } from "./marks.ts";

const MINISTRY = /(?:部|委|委员会|局|署|总局|总署|会)$/;
const OFFICE = /^[\u4e00-\u9fff]{2,12}?(?:司|局|办公厅|信息中心)/;
const LOOSE = /[的了在由向被把从是到将让使并而又也都还就已会须这那此每各某等其、]/;

/** Where the office behind a known ministry ends; the ministry's own end where none follows. */
export function officeEnd(known: Known, marks: Marks, lexicon: InstitutionLexicon): number {
  const institution = lexicon.institution(lexicon.surface(known.entries[0]!).institution);
  const { end } = known;
  if (institution.type !== "government" || institution.code !== null || !MINISTRY.test(institution.name)) return end;
  const match = OFFICE.exec(marks.text.slice(end, end + 15))?.[0];
  if (match === undefined || LOOSE.test(match) || match.endsWith("公司")) return end;
  const to = end + match.length;
  // A word that a name cannot hold, or another institution, stands between: 国家卫健委联合国家医保局.
  for (let i = end + 1; i < to; i++) {
    const stop = marks.stops[i]!;
    if (stop >= end && marks.specific[i] === -1) return end;
    if (marks.divisions[i]! >= end) return end;
  }
  return marks.known.some((k) => k.start >= end && k.end <= to) ? end : to;
}
