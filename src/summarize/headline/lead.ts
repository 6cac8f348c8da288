/** The line of a report without a title: the head of its first sentence, cut to a headline's length. */
import { DROPPED } from "./roles.ts";
import type { Story } from "./story.ts";

/** A line of so many characters takes no further clause: measured on xwlb and LCSTS between 8 and 40. */
const ENOUGH = 16;

/** The first clauses that nobody speaks, without openers, dates and 已, up to `max` characters. */
export function leadLine(story: Story, max: number): string {
  const { clauses, tokens } = story;
  const first = clauses.find((c) => !c.speech && c.to - c.core > 2 && c.mark !== "：") ?? clauses[0];
  if (!first) return [...story.extraction.reading.document.text].slice(0, max).join("");
  let line = "";
  for (let i = first.index; i < clauses.length && clauses[i]!.sentence === first.sentence; i++) {
    const clause = clauses[i]!;
    let text = "";
    for (let t = clause.core; t < clause.to; t++) if (!(story.bits[t]! & DROPPED)) text += tokens[t]!.text;
    if (line !== "" && (line.length >= ENOUGH || line.length + 1 + text.length > max)) break;
    line += (line === "" ? "" : clauses[i - 1]!.mark || "，") + text;
  }
  return [...line].slice(0, max).join("");
}
