/** Writes the chosen clauses down, and says where each piece comes from. */
import type { Span, Summary, SummarySpan } from "../core/types.ts";
import type { Draft } from "./draft.ts";
import { headOf } from "./nouns.ts";
import { leadOf } from "./opening.ts";
import { coreOfName } from "./resolve.ts";
import type { Selection } from "./select.ts";

/** The mark between two chosen clauses of one sentence. */
function markBetween(draft: Draft, a: number, b: number): string {
  const { clauses } = draft.prose;
  if (b === a + 1) return clauses[a]!.mark === "——" ? "，" : clauses[a]!.mark;
  // 到2025年底，A；B with A left out: the time leads in B.
  if (clauses[a]!.needsNext) return "，";
  for (let i = a; i < b; i++) if (clauses[i]!.mark === "；") return "；";
  return "，";
}

/** The text of a summary with its spans. */
export function composeSummary(draft: Draft, { forms, plans }: Selection): Summary {
  const { text } = draft.prose;
  let out = "";
  const spans: SummarySpan[] = [];
  const write = ({ start, end }: Span): void => {
    if (end <= start) return;
    const last = spans.at(-1);
    if (last && last.end === start && last.at + (last.end - last.start) === out.length)
      spans[spans.length - 1] = { start: last.start, end, at: last.at };
    else spans.push({ start, end, at: out.length });
    out += text.slice(start, end);
  };
  let before = -1;
  const first = forms[0]?.clauses ?? [];
  const lead = first.length > 0 ? leadOf(draft.prose, plans.clauses, first) : null;
  const opening = first.length > 0 ? headOf(plans.clauses, first) : -1;
  for (const form of forms) {
    if (out !== "") out += "。";
    for (let k = 0; k < form.clauses.length; k++) {
      const index = form.clauses[k]!;
      const { clause, head, whole, subject, pieces } = plans.clauses[index]!;
      if (k > 0) out += markBetween(draft, before, index);
      // A phrase names nothing.
      const direct =
        before >= 0 &&
        plans.clauses[before]!.clause.kind !== "phrase" &&
        (clause.previous === before || (k === 0 && before === index - 1));
      let from = clause.core;
      if (index === opening && lead && !namesPlace(draft, lead, out)) write(lead);
      if ((form.restored & (1 << k)) !== 0) write(subject!);
      else if (head && !said(draft, head.name, out, direct)) {
        write(head.name);
        from = head.cut.end;
      } else if (head?.again) {
        write(head.again);
        from = head.cut.end;
      }
      for (const piece of pieces) {
        let { start, end } = piece.start < from && piece.end > clause.core ? { start: from, end: piece.end } : piece;
        if (whole && start <= whole.cut.start && whole.cut.end <= end) {
          write({ start, end: whole.cut.start });
          start = whole.cut.start;
          if (!namesPlace(draft, whole.name, out)) {
            write(whole.name);
            start = whole.cut.end;
          }
        }
        write({ start, end });
      }
      before = index;
    }
  }
  return { text: `${out}。`, spans };
}

/** Whether `out` says the name's first two characters: 吉林市 where 吉林 has been said. */
const namesPlace = ({ prose: { text } }: Draft, { start }: Span, out: string): boolean =>
  out.includes(text.slice(start, start + 2));

/** Whether `out` says the name, and no other of its kind after it; where the text goes on directly, none is meant. */
function said(draft: Draft, name: Span, out: string, direct: boolean): boolean {
  const surface = coreOfName(draft.prose.text.slice(name.start, name.end));
  const at = out.lastIndexOf(surface);
  if (at < 0 || direct) return at >= 0;
  const kind = surface.slice(-2);
  let last = out.lastIndexOf(kind);
  // 平台由市疾控中心研发: the bare word for it is no other.
  while (last > at + surface.length && STARTS.includes(out[last - 1]!)) last = out.lastIndexOf(kind, last - 1);
  return last <= at + surface.length - 2;
}
/** Marks behind which a clause begins. */
const STARTS = "。，；：";

/** How many runs of four characters of a summary do not stand in the text (white space aside). */
export function brokenRuns(draft: Draft, { text, spans }: Summary): number {
  const source = draft.prose.text.replace(/\s+/g, "");
  let broken = 0;
  let k = 0;
  for (let i = 0; i + 4 <= text.length; i++) {
    while (k + 1 < spans.length && spans[k + 1]!.at <= i) k++;
    const { start, end, at } = spans[k]!;
    if ((i < at || i + 4 > at + end - start) && !source.includes(text.slice(i, i + 4))) broken++;
  }
  return broken;
}
