/** Which system an article is about, and how each clause speaks of it. */
import type { Extraction } from "../core/types.ts";
import type { Prose } from "./clauses.ts";
import type { Fact } from "./facts.ts";

/** The main system is named before the clause in its sentence, in its paragraph, in neither, in the clause itself. */
export const BEFORE = 0;
export const AROUND = 1;
export const AWAY = 2;
export const HERE = 3;

export interface About {
  /** By clause: {@link BEFORE}, {@link AROUND}, {@link AWAY} or {@link HERE}. */
  readonly main: Uint8Array;
  /** By clause: 1 where it names another system. */
  readonly other: Uint8Array;
}

/** A mention counts so much more in the title, and one more in the first clauses. */
const IN_TITLE = 3;
const FIRST_CLAUSES = 6;

/** Takes the term that is named most for the main system. */
export function readAbout({ reading }: Extraction, { clauses, sentences, text }: Prose, facts: readonly Fact[]): About {
  const counts = new Map<number, number>();
  let main = -1;
  let most = 0;
  for (const { kind, id, clause, start, end } of facts) {
    if (kind !== "term") continue;
    const titled = reading.document.title.includes(text.slice(start, end)) ? IN_TITLE : 0;
    const count = (counts.get(id) ?? 0) + 1 + titled + (clause < FIRST_CLAUSES ? 1 : 0);
    counts.set(id, count);
  }
  for (const [id, count] of counts) if (count > most) [main, most] = [id, count];
  const about = new Uint8Array(clauses.length).fill(AWAY);
  const other = new Uint8Array(clauses.length);
  const paragraphs = new Set<number>();
  for (const { kind, id, clause } of facts) {
    if (kind !== "term") continue;
    if (id !== main) other[clause] = 1;
    else {
      about[clause] = HERE;
      paragraphs.add(sentences[clauses[clause]!.sentence]!.paragraph);
    }
  }
  for (const { index, order, sentence } of clauses) {
    if (about[index] === HERE) continue;
    if (order > 0 && (about[index - 1] === HERE || about[index - 1] === BEFORE)) about[index] = BEFORE;
    else if (paragraphs.has(sentences[sentence]!.paragraph)) about[index] = AROUND;
  }
  return { main: about, other };
}
