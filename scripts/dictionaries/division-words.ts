/**
 * Makes dictionaries/division-words.tsv: how often each bare name (朝阳, 合作, 鼓楼) is a place and how often another
 * word, counted in the labelled news of ../shared/data, and what the base dictionary of nodejieba takes it for.
 * Run after divisions.ts: `npx tsx scripts/dictionaries/division-words.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "fflate";

const root = new URL("../../", import.meta.url);
const data = new URL("../shared/data/", root);
const LABELLED = [
  "ner-msra/train.jsonl.gz",
  "ner-peoples-daily/dev.jsonl",
  "ner-boson/dev.jsonl",
  "ner-cluener/train.jsonl",
] as const;
const PLACE = new Set(["LOC", "location", "address", "GPE"]);
const PERSON = new Set(["PER", "person_name", "name"]);

interface Labelled {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

function sentences(file: string): Labelled[] {
  const bytes = readFileSync(new URL(file, data));
  return new TextDecoder()
    .decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Labelled);
}

const column = (file: string, index: number): string[] =>
  readFileSync(new URL(`dictionaries/${file}.tsv`, root), "utf8")
    .split("\n")
    .slice(1)
    .filter(Boolean)
    .map((l) => l.split("\t")[index] ?? "");

/** All names of two characters or more; those of four with their suffix need no evidence but hide shorter ones. */
function surfaces(): { all: Set<string>; bare: Set<string> } {
  const full = column("divisions", 1);
  const bare = new Set([
    ...column("divisions", 2).flatMap((s) => s.split(";").filter(Boolean)),
    ...full.filter((n) => n.length <= 3),
    ...column("division-aliases", 0).filter((n) => n.length >= 2),
    ...column("zones", 0),
    ...column("area-words", 0),
    ...column("division-history", 0).filter((n) => n.length === 2),
    ...column("division-history", 0)
      .map((n) => n.replace(/(?:市|地区|县)$/, ""))
      .filter((n) => n.length >= 2),
  ]);
  return { all: new Set([...bare, ...full, ...column("division-history", 0), ...column("townships", 1)]), bare };
}

/** The file's content; undefined where the labelled sets are absent. */
export function makeDivisionWords(): string | undefined {
  if (!LABELLED.every((f) => existsSync(new URL(f, data)))) return undefined;
  const { all, bare } = surfaces();
  const longest = Math.max(...[...all].map((s) => s.length));
  const places = new Map<string, number>();
  const others = new Map<string, number>();
  const count = (map: Map<string, number>, name: string): void => {
    map.set(name, (map.get(name) ?? 0) + 1);
  };
  for (const file of LABELLED)
    for (const { text, entities } of sentences(file)) {
      for (let at = 0; at < text.length; at++) {
        let end = Math.min(text.length, at + longest);
        while (end >= at + 2 && !all.has(text.slice(at, end))) end--;
        if (end < at + 2) continue;
        const name = text.slice(at, end);
        const over = entities.find((e) => e.start < end && at < e.end);
        if (bare.has(name)) {
          if (over === undefined) count(others, name);
          else if (PLACE.has(over.label)) {
            // 京津 labelled as 京 and 津 tells nothing of 京津.
            if (over.start <= at && end <= over.end) count(places, name);
            else if (over.start !== at) count(others, name);
          } else if (PERSON.has(over.label) || over.end < end || over.start > at) count(others, name);
        }
        // A word that is no place may hide one that begins inside it; a place does not.
        if (over !== undefined && PLACE.has(over.label)) at = end - 1;
      }
    }
  const tags = new Map<string, string>();
  const dictionary = new URL("node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8", root);
  for (const line of readFileSync(dictionary, "utf8").split("\n")) {
    const [word = "", frequency = "", tag = ""] = line.split(" ");
    if (bare.has(word)) tags.set(word, `${tag}\t${frequency}`);
  }
  const lines = [...bare]
    .filter((n) => tags.has(n) || places.has(n) || others.has(n))
    .sort()
    .map((n) => `${n}\t${tags.get(n) ?? "\t0"}\t${places.get(n) ?? 0}\t${others.get(n) ?? 0}`);
  return `${["name\ttag\tfrequency\tplaces\tothers", ...lines].join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const content = makeDivisionWords();
  if (content !== undefined) writeFileSync(new URL("dictionaries/division-words.tsv", root), content);
}
