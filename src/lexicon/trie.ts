/** A set of patterns as a double-array trie over folded UTF-16 units: what the scanner walks. */
import { Packed, pack, type Section } from "../core/packed.ts";
import type { PatternKind } from "../core/types.ts";
import { fold, foldUnit } from "../text/fold.ts";
import { type DoubleArray, openDoubleArray } from "./double-array.ts";
import { buildDoubleArray, makeAlphabet } from "./double-array-builder.ts";

/** A surface to find, and what it stands for: `entry` is an index into that kind's table. */
export interface Pattern {
  readonly surface: string;
  readonly kind: PatternKind;
  readonly entry: number;
}

const SCHEMA = "scanner";
const VERSION = 5;

/** Kinds of patterns by their number in {@link PatternTrie.kinds}; a change of the order is a new version of the file. */
export const KINDS: readonly PatternKind[] = ["term", "division", "township", "institution", "cue", "user"];

/** Symbols 1 … WORD_SYMBOLS are the digits and small Latin letters, whether a pattern holds them or not. */
export const WORD_SYMBOLS = 36;
const WORD_UNITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** What segmentation may have to obey. */
const isWordKind = ({ kind }: Pattern): boolean => kind === "term" || kind === "user";

/** The units that folding changes: capitals, full-width forms, the ideographic blank. */
const FOLDED_UNITS: readonly number[] = [
  ...Array.from({ length: 26 }, (_, i) => 0x41 + i),
  ...Array.from({ length: 0x5e }, (_, i) => 0xff01 + i),
  0x3000,
];

/** Patterns as a trie over symbols of folded units; the value of a node is how many patterns end there. */
export interface PatternTrie extends DoubleArray {
  /** Node → its first pattern, an index into `kinds` and `entries`; the others of the node follow it. */
  readonly first: Uint32Array;
  /** The kind of each pattern, as its place in {@link KINDS}. */
  readonly kinds: Uint8Array;
  readonly entries: Uint32Array;
}

/** The trie of all patterns, and one of those that segmentation may have to obey: small, since it is walked most often. */
export interface PatternTries {
  readonly all: PatternTrie;
  readonly words: PatternTrie;
}

/** Builds the tries. Patterns of one folded surface keep the order in which they are given; repeated ones count once. */
export function buildTries(patterns: Iterable<Pattern>): PatternTries {
  const byKey = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const key = fold(pattern.surface);
    const same = byKey.get(key);
    if (!same) byKey.set(key, [pattern]);
    else if (!same.some((p) => p.kind === pattern.kind && p.entry === pattern.entry)) same.push(pattern);
  }
  byKey.delete("");
  const all = buildTrie(byKey);
  const words = new Map<string, Pattern[]>();
  let isSame = true;
  for (const [key, here] of byKey) {
    const kept = here.filter(isWordKind);
    if (kept.length < here.length) isSame = false;
    if (kept.length > 0) words.set(key, kept);
  }
  return { all, words: isSame ? all : buildTrie(words) };
}

function buildTrie(byKey: ReadonlyMap<string, readonly Pattern[]>): PatternTrie {
  const keys = [...byKey.keys()].sort((a, b) => (a < b ? -1 : 1));
  const alphabet = makeAlphabet(keys, WORD_SYMBOLS + 1);
  for (let s = 0; s < WORD_SYMBOLS; s++) alphabet.symbols[WORD_UNITS.charCodeAt(s)] = s + 1;
  const { cells, nodes } = buildDoubleArray({ keys, values: keys.map((key) => byKey.get(key)!.length), ...alphabet });
  const first = new Uint32Array(cells.length / 2);
  const kinds: number[] = [];
  const entries: number[] = [];
  keys.forEach((key, i) => {
    first[nodes[i]!] = entries.length;
    for (const { kind, entry } of byKey.get(key)!) {
      kinds.push(KINDS.indexOf(kind));
      entries.push(entry);
    }
  });
  const symbols = alphabet.symbols.slice();
  for (const unit of FOLDED_UNITS) symbols[unit] = alphabet.symbols[foldUnit(unit)]!;
  return {
    ...openDoubleArray(symbols, alphabet.alphabetSize, cells),
    first,
    kinds: Uint8Array.from(kinds),
    entries: Uint32Array.from(entries),
  };
}

/** A double array's symbols are mostly those of units that it has none for: only the others are packed. */
function packTrie(prefix: string, { symbols, cells, first, kinds, entries }: PatternTrie): Record<string, Section> {
  const units = Uint16Array.from(symbols.keys()).filter((unit) => symbols[unit] !== 0);
  return {
    [`${prefix}Units`]: units,
    [`${prefix}Symbols`]: units.map((unit) => symbols[unit]!),
    [`${prefix}Cells`]: Int32Array.from(cells),
    [`${prefix}First`]: first,
    [`${prefix}Kinds`]: kinds,
    [`${prefix}Entries`]: entries,
  };
}

function openTrie(packed: Packed, prefix: string): PatternTrie {
  const symbols = new Uint16Array(0x10000);
  const known = packed.uint16(`${prefix}Symbols`);
  const units = packed.uint16(`${prefix}Units`);
  let alphabetSize = WORD_SYMBOLS + 1;
  for (let i = 0; i < units.length; i++) {
    const symbol = known[i]!;
    symbols[units[i]!] = symbol;
    if (symbol >= alphabetSize) alphabetSize = symbol + 1;
  }
  return {
    ...openDoubleArray(symbols, alphabetSize, packed.int32(`${prefix}Cells`)),
    first: packed.uint32(`${prefix}First`),
    kinds: packed.bytes(`${prefix}Kinds`),
    entries: packed.uint32(`${prefix}Entries`),
  };
}

export function packTries({ all, words }: PatternTries): Uint8Array {
  return pack(SCHEMA, VERSION, {
    ...packTrie("all", all),
    ...(words === all ? {} : packTrie("words", words)),
  });
}

/** @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version. */
export function openTries(bytes: Uint8Array): PatternTries {
  const packed = new Packed(bytes, SCHEMA, VERSION, "scanner.bin");
  const all = openTrie(packed, "all");
  return { all, words: packed.has("wordsCells") ? openTrie(packed, "words") : all };
}
