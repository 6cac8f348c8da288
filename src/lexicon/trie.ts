/** A set of patterns as a double-array trie over folded UTF-16 units: what the scanner walks. */
import { Packed, pack } from "../core/packed.ts";
import type { PatternKind } from "../core/types.ts";
import { fold, foldUnit } from "../text/fold.ts";
import type { Cells } from "./double-array.ts";
import { buildDoubleArray, makeAlphabet } from "./double-array-builder.ts";

/** A surface to find, and what it stands for: `entry` is an index into that kind's table. */
export interface Pattern {
  readonly surface: string;
  readonly kind: PatternKind;
  readonly entry: number;
}

const SCHEMA = "scanner";
const VERSION = 3;

const KINDS: readonly PatternKind[] = ["term", "division", "township", "institution", "cue", "user"];

/** Symbols 1 … WORD_SYMBOLS are the digits and small Latin letters, whether a pattern holds them or not. */
export const WORD_SYMBOLS = 36;
const WORD_UNITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** In the value of a node where a term or a user's word ends: what segmentation may have to obey. */
export const WORD_FLAG = 0x8000;
/** In the value of every node on the way to one of those: where it is missing, a scan for words need go no further. */
export const WORD_BELOW = 0x4000;
/** The bits of the value that count patterns. */
export const COUNT_BITS = 0x3fff;

export function isWordKind(kind: PatternKind): boolean {
  return kind === "term" || kind === "user";
}

/** The units that folding changes: capitals, full-width forms, the ideographic blank. */
const FOLDED_UNITS: readonly number[] = [
  ...Array.from({ length: 26 }, (_, i) => 0x41 + i),
  ...Array.from({ length: 0x5e }, (_, i) => 0xff01 + i),
  0x3000,
];

/** Patterns as a trie; the value of a node is how many patterns end there, and the two flags. */
export interface PatternTrie {
  /** UTF-16 unit → symbol of its folded form; 0: in no pattern. */
  readonly symbols: Uint16Array;
  readonly cells: Cells;
  /** Node → its first pattern, an index into `kinds` and `entries`; the others of the node follow it. */
  readonly first: Uint32Array;
  readonly kinds: readonly PatternKind[];
  readonly entries: Uint32Array;
}

/** Builds the trie. Patterns of one folded surface keep the order in which they are given; repeated ones count once. */
export function buildTrie(patterns: Iterable<Pattern>): PatternTrie {
  const byKey = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const key = fold(pattern.surface);
    const same = byKey.get(key);
    if (!same) byKey.set(key, [pattern]);
    else if (!same.some((p) => p.kind === pattern.kind && p.entry === pattern.entry)) same.push(pattern);
  }
  byKey.delete("");
  const keys = [...byKey.keys()].sort((a, b) => (a < b ? -1 : 1));
  const alphabet = makeAlphabet(keys, WORD_SYMBOLS + 1);
  for (let s = 0; s < WORD_SYMBOLS; s++) alphabet.symbols[WORD_UNITS.charCodeAt(s)] = s + 1;
  const values = keys.map((key) => {
    const here = byKey.get(key)!;
    return here.length | (here.some((p) => isWordKind(p.kind)) ? WORD_FLAG : 0);
  });
  const { cells, nodes } = buildDoubleArray({ keys, values, ...alphabet });
  const first = new Uint32Array(cells.length / 2);
  const kinds: PatternKind[] = [];
  const entries: number[] = [];
  keys.forEach((key, i) => {
    first[nodes[i]!] = entries.length;
    for (const { kind, entry } of byKey.get(key)!) {
      kinds.push(kind);
      entries.push(entry);
    }
  });
  for (const key of keys) {
    if (!byKey.get(key)!.some((p) => isWordKind(p.kind))) continue;
    for (let i = 0, node = 0; i < key.length; i++) {
      node = cells[2 * node]! + alphabet.symbols[key.charCodeAt(i)]!;
      cells[2 * node + 1]! |= WORD_BELOW;
    }
  }
  const symbols = alphabet.symbols.slice();
  for (const unit of FOLDED_UNITS) symbols[unit] = alphabet.symbols[foldUnit(unit)]!;
  return { symbols, cells, first, kinds, entries: Uint32Array.from(entries) };
}

export function packTrie(trie: PatternTrie): Uint8Array {
  const { symbols, cells, first, kinds, entries } = trie;
  return pack(SCHEMA, VERSION, {
    symbols,
    cells: Int32Array.from(cells),
    first,
    kindNames: KINDS.join("\n"),
    kinds: Uint8Array.from(kinds, (kind) => KINDS.indexOf(kind)),
    entries,
  });
}

/** @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version. */
export function openTrie(bytes: Uint8Array): PatternTrie {
  const packed = new Packed(bytes, SCHEMA, VERSION, "scanner.bin");
  const names = packed.text("kindNames").split("\n") as PatternKind[];
  return {
    symbols: packed.uint16("symbols"),
    cells: packed.int32("cells"),
    first: packed.uint32("first"),
    kinds: Array.from(packed.bytes("kinds"), (k) => names[k]!),
    entries: packed.uint32("entries"),
  };
}
