/** A row of words of the story, and what the ranking asks of it. */
import { QUOTE, UNQUOTE } from "./marks.ts";
import { DATE, DIGIT, type Story, TERM } from "./story.ts";
import type { Lexis } from "./weigh.ts";

export interface Row {
  /** Indexes into the story's tokens. */
  readonly tokens: readonly number[];
  /** Clause that it stems from, -1 for the title. */
  readonly clause: number;
  /** How many of its tokens, at its head, say when. */
  readonly lead: number;
  /** UTF-16 units. */
  readonly length: number;
  readonly bits: number;
  /** Units that are expected to stand in the editor's line; words told twice counted twice, and once. */
  readonly sum: number;
  readonly once: number;
  readonly figures: number;
  /** Kind of unit of its first figure, and what stands around that; -1 where it has none. */
  readonly unit: number;
  readonly around: number;
  /** Units that stand in the title too. */
  readonly inTitle: number;
  /** How often the body tells the term of it that it tells most. */
  readonly terms: number;
}

/** Which words a row holds, one round for each look. */
export class Stamps {
  private readonly rounds: Int32Array;
  private round: number;
  constructor(rounds: Int32Array) {
    this.rounds = rounds;
    this.round = 0;
    rounds.fill(0);
  }
  clear(): void {
    this.round++;
  }
  /** Whether the word is new in this round. */
  add(id: number): boolean {
    if (this.rounds[id] === this.round) return false;
    this.rounds[id] = this.round;
    return true;
  }
  has(id: number): boolean {
    return this.rounds[id] === this.round;
  }
}

/** Weighs a row; `p` is by word, those put in too. */
export function weighRow(
  lexis: Lexis,
  p: Float64Array,
  stamps: Stamps,
  tokens: readonly number[],
  clause: number,
  lead = 0,
): Row {
  const { story } = lexis;
  const { ids, lengths } = story;
  let length = 0;
  let bits = 0;
  let sum = 0;
  let once = 0;
  let figures = 0;
  let unit = -1;
  let around = -1;
  let inTitle = 0;
  let terms = 0;
  stamps.clear();
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    const n = lengths[t]!;
    const id = ids[t]!;
    const b = story.bits[t]!;
    length += n;
    bits |= b;
    if (id < 0) continue;
    const known = id < story.known;
    if (known) {
      sum += p[id]! * n;
      if (lexis.inTitle[id]) inTitle += n;
      if (b & TERM && lexis.count[id]! > terms) terms = lexis.count[id]!;
    }
    if (stamps.add(id)) once += p[id]! * n;
    if (b & DIGIT && !(b & DATE)) {
      figures++;
      if (unit < 0) {
        unit = known ? lexis.units[id]! : 0;
        around = known ? lexis.around[id]! : 0;
      }
    }
  }
  return { tokens, clause, lead, length, bits, sum, once, figures, unit, around, inTitle, terms };
}

/** What `row` adds to the words that are stamped. */
export function addedBy({ ids, lengths }: Story, p: Float64Array, stamps: Stamps, row: Row): number {
  let sum = 0;
  const { tokens } = row;
  for (let i = 0; i < tokens.length; i++) {
    const id = ids[tokens[i]!]!;
    if (id >= 0 && !stamps.has(id) && firstIn(ids, tokens, i, id)) sum += p[id]! * lengths[tokens[i]!]!;
  }
  return sum;
}

function firstIn(ids: Int32Array, tokens: readonly number[], at: number, id: number): boolean {
  for (let i = 0; i < at; i++) if (ids[tokens[i]!] === id) return false;
  return true;
}

export function range(from: number, to: number): number[] {
  const out: number[] = [];
  for (let i = from; i < to; i++) out.push(i);
  return out;
}

/** The tokens of a row as they are printed. */
export function rowText(story: Story, tokens: readonly number[]): string {
  let text = "";
  for (let i = 0; i < tokens.length; i++) text += story.tokens[tokens[i]!]!.text;
  return text;
}

const LONGEST_QUOTED = 6;

/** How many tokens at the head of a row are a term, or a name in quotation marks. */
export function termLength({ bits, marks }: Story, tokens: readonly number[]): number {
  let n = 0;
  if (tokens.length > 0 && marks[tokens[0]!] === QUOTE) {
    while (n < tokens.length && n <= LONGEST_QUOTED && marks[tokens[n]!] !== UNQUOTE) n++;
    return marks[tokens[n]!] === UNQUOTE ? n + 1 : 0;
  }
  while (n < tokens.length && bits[tokens[n]!]! & TERM) n++;
  return n;
}

/** Whether a row ends with the words of the first `n` tokens of another. */
export function endsWith({ ids }: Story, row: readonly number[], other: readonly number[], n: number): boolean {
  if (row.length < n) return false;
  for (let i = 0; i < n; i++) if (ids[row[row.length - n + i]!] !== ids[other[i]!]) return false;
  return true;
}
