/** The hits of one field, laid out by the offset where they end, so that a name can be read from right to left. */
import type { Field, InstitutionType } from "../../core/types.ts";
import { CUE_CLASSES, type Cue, type CueClass, type InstitutionLexicon } from "../../lexicon/institutions.ts";

/** A suffix or department that may end an institution's name. */
export interface Head {
  readonly start: number;
  readonly end: number;
  readonly type: InstitutionType;
  /** The full form of a local authority; empty for any other suffix. */
  readonly department: string;
}

/** A known name or alias in the text. */
export interface Known {
  readonly start: number;
  readonly end: number;
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
  readonly branches: Map<number, number>;
  /** Division names, leftmost-longest. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** By end, longest first, in the order of ends. */
  readonly heads: readonly Head[];
  /** Known names by end, longest first. */
  readonly known: readonly Known[];
}

const HEALTH_AUTHORITIES = /疾病预防控制中心|急救中心|卫生监督所|卫生健康监督所|卫生计生监督所/;

/** The type of a department by its full form. */
function departmentType(department: string): InstitutionType {
  if (HEALTH_AUTHORITIES.test(department)) return "public-health";
  if (/红十字会|初级中学/.test(department)) return "other";
  if (/总工会|联合会/.test(department)) return "association";
  return "government";
}

/** A suffix or a department is a head, a branch word stands behind one. */
function readCue(cue: Cue, start: number, end: number, heads: Head[], branches: Map<number, number>): void {
  if (cue.class === "suffix") heads.push({ start, end, type: cue.value as InstitutionType, department: "" });
  else if (cue.class === "department")
    heads.push({ start, end, type: departmentType(cue.value), department: cue.value });
  else branches.set(start, Math.max(end, branches.get(start) ?? 0));
}

/** Lays the hits of a field out by their ends. */
export function readMarks(field: Field, lexicon: InstitutionLexicon): Marks {
  const size = field.text.length + 1;
  const empty = (): Int32Array => new Int32Array(size).fill(-1);
  const divisions = empty();
  const towns = empty();
  const specific = empty();
  const generic = empty();
  const levels = empty();
  const stops = empty();
  const places: { start: number; end: number }[] = [];
  const branches = new Map<number, number>();
  const heads: Head[] = [];
  const known = new Map<number, { start: number; end: number; entries: number[] }>();
  // Hits come by start, so the first that ends at an offset is the longest one.
  const mark = (row: Int32Array, start: number, end: number): void => {
    if (row[end] === -1) row[end] = start;
  };
  const rowOf: Partial<Record<CueClass, Int32Array>> = { specific, generic, level: levels, stop: stops };
  const rows = CUE_CLASSES.map((c) => rowOf[c]);
  let open = { start: 0, end: 0 };
  for (const { kind, entry, start, end } of field.hits) {
    if (kind === "division") {
      if (end - start < 2 || (field.text[end] === "国" && field.text.startsWith("共和", start))) continue;
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
      const key = start * size + end;
      const same = known.get(key);
      if (same) same.entries.push(entry);
      else known.set(key, { start, end, entries: [entry] });
    } else if (kind === "cue") {
      const row = rows[lexicon.cueClasses[entry]!];
      if (row) mark(row, start, end);
      else readCue(lexicon.cues[entry]!, start, end, heads, branches);
    }
  }
  heads.sort((a, b) => a.end - b.end || a.start - b.start || (a.department ? -1 : 1));
  return {
    text: field.text,
    divisions,
    towns,
    specific,
    generic,
    levels,
    stops,
    branches,
    heads,
    places,
    known: [...known.values()].sort((a, b) => a.end - b.end || a.start - b.start),
  };
}
