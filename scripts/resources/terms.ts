/** Packs the health-IT lexicon and the words that systems' names are made of. */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";
import type { TermCategory, TopicId } from "../../src/core/types.ts";
import { TERM_CATEGORIES, TERM_TOPICS, WORD_ROLES, type WordRole } from "../../src/lexicon/terms.ts";
import type { Pattern } from "../../src/lexicon/trie.ts";
import { spellings } from "./_spellings.ts";

export const inputs: readonly string[] = [
  "dictionaries/terms.tsv",
  "dictionaries/term-words.tsv",
  "src/lexicon/terms.ts",
  "scripts/resources/_spellings.ts",
];

const rows = (file: string): string[][] =>
  readFileSync(new URL(`../../dictionaries/${file}`, import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter(Boolean)
    .map((l) => l.split("\t"));

const indexIn = (list: readonly string[], value: string, where: string): number => {
  const at = list.indexOf(value);
  if (at < 0) throw new Error(`${where}: “${value}” is none of ${list.join(", ")}`);
  return at;
};

/** Up to four topics in order, four bits each. */
const topicBits = (topics: string, where: string): number =>
  topics
    .split("|")
    .filter(Boolean)
    .slice(0, 4)
    .reduce((bits, t, i) => bits | ((indexIn(TERM_TOPICS, t as TopicId, where) + 1) << (4 * i)), 0);

export function make(): Record<string, Uint8Array> {
  const terms = rows("terms.tsv");
  const words = rows("term-words.tsv");
  return {
    "terms.bin": pack("terms", 1, {
      names: terms.map((r) => r[0]).join("\n"),
      categories: Uint8Array.from(terms, (r) => indexIn(TERM_CATEGORIES, r[1] as TermCategory, r[0]!)),
      topics: Uint16Array.from(terms, (r) => topicBits(r[3]!, r[0]!)),
      words: words.map((r) => r[0]).join("\n"),
      roles: Uint8Array.from(words, (r) => indexIn(WORD_ROLES, r[1] as WordRole, r[0]!)),
      begins: Uint8Array.from(words, (r) => Number(r[2])),
      wordTopics: Uint16Array.from(words, (r) => topicBits(r[3]!, r[0]!)),
    }),
  };
}

/** Surfaces for the scanner: each name and alias in every spelling, then the words; an entry is an index, words last. */
export function patterns(): Pattern[] {
  const terms = rows("terms.tsv");
  const seen = new Set<string>();
  const out: Pattern[] = [];
  const add = (surface: string, entry: number): void => {
    if (seen.has(surface)) return;
    seen.add(surface);
    out.push({ surface, kind: "term", entry });
  };
  // Names before aliases and spellings: a surface belongs to the entry that is named so.
  terms.forEach((r, entry) => {
    add(r[0]!, entry);
  });
  terms.forEach((r, entry) => {
    for (const name of [r[0]!, ...r[2]!.split("|").filter(Boolean)])
      for (const spelling of [name, ...spellings(name)]) add(spelling, entry);
  });
  rows("term-words.tsv").forEach((r, i) => {
    out.push({ surface: r[0]!, kind: "term", entry: terms.length + i });
  });
  return out;
}
