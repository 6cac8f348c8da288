/** Which character separates the cells of a table. */
import { fieldOf } from "./fields.ts";

const DELIMITERS = [",", "\t", ";", "，", "|"] as const;

/** The delimiter that makes most known columns of a header line; a comma where none does. */
export function delimiterOf(header: string): string {
  let best: string = ",";
  let score = 0;
  for (const delimiter of DELIMITERS) {
    const cells = header.split(delimiter);
    const known = cells.filter((c) => fieldOf(c.replace(/^\s*"|"\s*$/g, "")) !== undefined).length;
    const value = known * 100 + cells.length;
    if (cells.length > 1 && value > score) {
      best = delimiter;
      score = value;
    }
  }
  return best;
}
