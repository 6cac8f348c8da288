/** The forms in which one clause may enter a summary. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { clausePieces, piecesLength } from "./pieces.ts";

export interface Form {
  readonly pieces: readonly Span[];
  readonly length: number;
  /** Stands by itself although the clause does not (a subject was restored). */
  readonly whole: boolean;
  readonly penalty: number;
}

/** Forms of a clause, none where it can never be used. */
export function clauseForms(draft: Draft, clause: Clause): Form[] {
  if (clause.kind === "speech" || clause.kind === "filler") return [];
  const { text, sentences } = draft.prose;
  const sentence = sentences[clause.sentence]!;
  // A line that ends without a mark is a heading.
  if (sentence.clauses.at(-1)!.mark === "" && sentence.end - sentence.start < 40 && sentences.length > 2) return [];
  if (/^[？！?!]$/.test(sentence.clauses.at(-1)!.mark)) return [];
  const pieces = clausePieces(text, clause);
  if (pieces.length === 0) return [];
  return [{ pieces, length: piecesLength(pieces), whole: false, penalty: 0 }];
}
