/** The hits of one field, laid out by the offset where they end, so that a name can be read from right to left. */
import type { Field, InstitutionType, Span } from "../../core/types.ts";
import {
  INSTITUTION_CUE_CLASSES,
  type InstitutionCueClass,
  type InstitutionLexicon,
} from "../../lexicon/institutions.ts";
import { joinsOffices } from "../joining.ts";

/** A suffix or department that may end an institution's name. */
export interface Head extends Span {
  /** The word itself. */
  readonly word: string;
  readonly type: InstitutionType;
  /** The full form of a local authority; empty for any other suffix. */
  readonly department: string;
}

/** A known name or alias in the text. */
export interface Known extends Span {
  /** Entries of the scanner that share this stretch: several where a local alias has several owners. */
  readonly entries: readonly number[];
}

/** For each offset, the start of the longest hit of a class that ends there, or -1. */
export interface Marks {
  readonly text: string;
  readonly divisions: Int32Array;
  readonly towns: Int32Array;
  readonly specific: Int32Array;
  readonly generic: Int32Array;
  readonly levels: Int32Array;
  readonly stops: Int32Array;
  /** By start: the end of a branch word. */
  readonly branches: ReadonlyMap<number, number>;
  /** Division names, leftmost-longest. */
  readonly places: readonly Span[];
  /** By end, longest first, in the order of ends. */
  readonly heads: readonly Head[];
  /** Known names by end, longest first. */
  readonly known: readonly Known[];
}

/** The cue classes that have a row of {@link Marks}, in the order of the rows behind divisions and towns. */
const MARKED: readonly InstitutionCueClass[] = ["specific", "generic", "level", "stop"];
/** By number of the cue class, the number of its row; 0: none. */
const rowOfClass: Uint8Array = Uint8Array.from(INSTITUTION_CUE_CLASSES, (c) => MARKED.indexOf(c) + 2).map((r) =>
  r < 2 ? 0 : r,
);

/** Offsets up to which rows are kept: what a text of exceptional length needs is given back. */
export const KEPT: number = 1 << 16;
/** The rows, used again for every field: one is read to its end before the next begins. */
let rows: readonly Int32Array[] = [];

/** The six rows for a text of `size` offsets, empty. */
function emptyRows(size: number): readonly Int32Array[] {
  const rowsOf = (length: number): readonly Int32Array[] =>
    Array.from({ length: 2 + MARKED.length }, () => new Int32Array(length).fill(-1));
  if (size > KEPT) return rowsOf(size);
  if (rows.length === 0 || rows[0]!.length < size) rows = rowsOf(Math.min(KEPT, size + (size >> 1)));
  for (const row of rows) row.fill(-1, 0, size);
  return rows;
}

/** Lays the hits of a field out by their ends. The marks hold until the next field is laid out. */
export function readMarks({ text, hits }: Field, lexicon: InstitutionLexicon): Marks {
  const rows = emptyRows(text.length + 1);
  const [divisions, towns, specific, generic, levels, stops] = rows as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const places: Span[] = [];
  const branches = new Map<number, number>();
  const heads: Head[] = [];
  const known: { start: number; end: number; entries: number[] }[] = [];
  let open = { start: 0, end: 0 };
  let name: (typeof known)[number] | undefined;
  for (let i = 0; i < hits.length; i++) {
    const { kind, entry, start, end } = hits[i]!;
    if (kind === "cue") {
      const row = rowOfClass[lexicon.cueClasses[entry]!]!;
      if (row !== 0) mark(rows[row]!, start, end);
      else {
        const { class: cueClass, surface: word, type, department } = lexicon.cues[entry]!;
        if (cueClass === "branch") branches.set(start, Math.max(end, branches.get(start) ?? 0));
        else insertHead(heads, { start, end, word, type: type!, department }); // suffixes and departments have a type
      }
    } else if (kind === "division") {
      if (end - start < 2 || (text[end] === "国" && text.startsWith("共和", start)) || joinsOffices(text, start))
        continue;
      // 东海 in 山东海阔: a place that begins inside another one is none, but the longer one wins: 从|江西省.
      if (start < open.end && start !== open.start) {
        if (end - start <= open.end - open.start) continue;
        if (divisions[open.end] === open.start) divisions[open.end] = -1;
        places.pop();
      }
      if (start >= open.end || start !== open.start) {
        open = { start, end };
        places.push(open);
      }
      mark(divisions, start, end);
    } else if (kind === "township") mark(towns, start, end);
    else if (kind === "institution") {
      if (name !== undefined && name.start === start && name.end === end) name.entries.push(entry);
      else insertKnown(known, (name = { start, end, entries: [entry] }));
    }
  }
  markUnits(text, lexicon.unitCues, rows);
  return { text, divisions, towns, specific, generic, levels, stops, branches, heads, places, known };
}

/** Marks the cues of one character; any other cue that ends there is longer. */
function markUnits(text: string, unitCues: Uint8Array, rows: readonly Int32Array[]): void {
  for (let i = 0; i < text.length; i++)
    for (let classes = unitCues[text.charCodeAt(i)]!; classes !== 0; classes &= classes - 1)
      mark(rows[rowOfClass[31 - Math.clz32(classes & -classes)]!]!, i, i + 1);
}

/** Hits come by start, so the first that ends at an offset is the longest one. */
function mark(row: Int32Array, start: number, end: number): void {
  if (row[end] === -1) row[end] = start;
}

/** Keeps known names in the order of ends; they come by start, so few places change. */
function insertKnown<T extends Span>(list: T[], added: T): void {
  let at = list.length;
  while (at > 0 && list[at - 1]!.end > added.end) at--;
  insert(list, at, added);
}

/** The same for heads; of one stretch, a department goes before a suffix. */
function insertHead(list: Head[], added: Head): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]!.end > added.end || (added.department !== "" && sameSpan(list[at - 1]!, added)))) at--;
  insert(list, at, added);
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function insert<T>(list: T[], at: number, added: T): void {
  list.push(added);
  for (let i = list.length - 1; i > at; i--) list[i] = list[i - 1]!;
  list[at] = added;
}

/** Whether an offset lies inside the name of a division, not at its borders. */
export function insidePlace({ places }: Marks, at: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && at < places[low - 1]!.end;
}
