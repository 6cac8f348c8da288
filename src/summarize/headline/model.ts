/** The headline's fitted weights, by feature number. */

import type { FeatureTable } from "../feature-table.ts";
import { LINE_FEATURES } from "./rank.ts";
import { CLAUSE_FEATURES, WORD_FEATURES } from "./weigh.ts";

/** The weights that a common word of the trade has of its own. */
export interface Common {
  readonly clause: number;
  readonly word: number;
}

export interface HeadlineModel {
  /** How likely a clause is told in an editor's headline. */
  readonly clauses: Float64Array;
  /** How likely a word stands in it. */
  readonly words: Float64Array;
  /** What common words of the trade add to both. */
  readonly lexicon: ReadonlyMap<string, Common>;
  /** How good a line is, among the lines of one article. */
  readonly lines: Float64Array;
  /** How likely a strict reader finds a fault in it: log-odds, the bias behind the last. */
  readonly faults: Float64Array;
}

/** Before the name of a common word's own weight. */
export const LEXICAL = "word:";

const BIAS = "bias";

type Named = Readonly<Record<string, number>>;

/** Makes the model of its named weights. */
export function headlineModel(clauses: Named, words: Named, lines: Named = {}, faults: Named = {}): HeadlineModel {
  return {
    clauses: weightsOf(CLAUSE_FEATURES, clauses),
    words: weightsOf(WORD_FEATURES, words),
    lexicon: lexiconOf(clauses, words),
    lines: weightsOf(LINE_FEATURES, lines),
    faults: weightsOf(LINE_FEATURES, faults),
  };
}

function lexiconOf(clauses: Named, words: Named): ReadonlyMap<string, Common> {
  const lexicon = new Map<string, Common>();
  for (const name of [...Object.keys(clauses), ...Object.keys(words)])
    if (name.startsWith(LEXICAL))
      lexicon.set(name.slice(LEXICAL.length), { clause: clauses[name] ?? 0, word: words[name] ?? 0 });
  return lexicon;
}

/** Weights by name as a row by number; the bias stands behind the last. */
function weightsOf(table: FeatureTable, named: Named): Float64Array {
  const row = new Float64Array(table.names.length + 1);
  for (let i = 0; i < table.names.length; i++) row[i] = named[table.names[i]!] ?? 0;
  row[table.names.length] = named[BIAS] ?? 0;
  return row;
}

/** The inverse, rounded, without zeros. */
export function namedWeights(names: readonly string[], row: Float64Array): Record<string, number> {
  const out: Record<string, number> = {};
  const put = (name: string, x: number): void => {
    const rounded = Math.round(x * 1e4) / 1e4;
    if (rounded !== 0) out[name] = rounded;
  };
  if (row.length > names.length) put(BIAS, row[names.length]!);
  for (let i = 0; i < names.length; i++) put(names[i]!, row[i]!);
  return out;
}
