/** Reads the shared sets into sentences with LOC, ORG and PER spans. Held-out parts never reach training. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { splitSentences } from "../../../src/extract/institutions/tagger/sentences.ts";
import type { TaggedSpan, TagLabel } from "../../../src/extract/institutions/tagger/tags.ts";

export const shared: URL = new URL("../../../../shared/", import.meta.url);
const project: URL = new URL("../../../", import.meta.url);
export const hasShared: boolean = existsSync(shared);

/** A sentence with its names (places, institutions, people), ascending and not overlapping. */
export interface Sentence {
  readonly text: string;
  readonly spans: readonly TaggedSpan[];
}

export function readText(path: string): string {
  const bytes = readFileSync(new URL(path, shared));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

export function readLines(path: string): string[] {
  return readText(path)
    .split(/\r?\n/)
    .filter((line) => line !== "");
}

export function readJsonLines<T>(path: string): T[] {
  return readLines(path).map((line) => JSON.parse(line) as T);
}

interface NerLine {
  readonly text: string;
  readonly entities: readonly { start: number; end: number; label: string }[];
}

const labels: Readonly<Record<string, TagLabel>> = {
  LOC: "LOC",
  ORG: "ORG",
  PER: "PER",
  NAME: "PER",
  // CLUENER
  name: "PER",
  address: "LOC",
  scene: "LOC",
  government: "ORG",
  company: "ORG",
  organization: "ORG",
  // Boson
  location: "LOC",
  org_name: "ORG",
  company_name: "ORG",
  person_name: "PER",
};

function readNer(path: string): Sentence[] {
  return readJsonLines<NerLine>(path).map(({ text, entities }) => ({
    text,
    spans: entities
      .filter((e) => labels[e.label])
      .map((e) => ({ start: e.start, end: e.end, label: labels[e.label]! }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((e, i, all) => all.slice(0, i).every((before) => before.end <= e.start)),
  }));
}

/** Cuts sentences as the tagger does, but never inside a name. */
export function splitLabelled(sentence: Sentence): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  for (const { end } of splitSentences(sentence.text)) {
    if (sentence.spans.some((s) => s.start < end && s.end > end)) continue;
    out.push({
      text: sentence.text.slice(start, end),
      spans: sentence.spans
        .filter((s) => s.start >= start && s.end <= end)
        .map((s) => ({ start: s.start - start, end: s.end - start, label: s.label })),
    });
    start = end;
  }
  return out;
}

/** Every 20th block of this many sentences is held out: neighbours come from one article. */
const BLOCK = 50;
/** Which twentieth: the shipped model has not seen this one. */
export const HELD_OUT = 7;

function holdOut(all: readonly Sentence[], which: number): { train: Sentence[]; heldOut: Sentence[] } {
  const out = (i: number): boolean => Math.floor(i / BLOCK) % 20 === which;
  return { train: all.filter((_, i) => !out(i)), heldOut: all.filter((_, i) => out(i)) };
}

/** MSRA's training file, a twentieth held out. */
export const readMsra = (heldOut: number = HELD_OUT): { train: Sentence[]; heldOut: Sentence[] } =>
  holdOut(readNer("data/ner-msra/train.jsonl.gz"), heldOut);

/** CLUENER's training file, a twentieth held out. */
export const readCluener = (heldOut: number = HELD_OUT): { train: Sentence[]; heldOut: Sentence[] } =>
  holdOut(readNer("data/ner-cluener/train.jsonl"), heldOut);

export const readResume = (): Sentence[] => readNer("data/ner-resume/train.jsonl");
export const readPeoplesDaily = (): Sentence[] => readNer("data/ner-peoples-daily/dev.jsonl");
export const readBoson = (): Sentence[] => readNer("data/ner-boson/dev.jsonl");

/** One article of the gold issues: title and body without noise, and the exact strings of its names. */
export interface GoldArticle {
  readonly id: string;
  readonly issue: string;
  readonly title: string;
  readonly body: string;
  readonly institutions: readonly string[];
  readonly regions: readonly string[];
}

interface GoldLine {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly gold: {
    readonly noise: readonly string[];
    readonly institutions: readonly { mentions: readonly string[] }[];
    readonly regions: readonly { mentions: readonly string[] }[];
  };
}

const entityOf: Readonly<Record<string, string>> = {
  nbsp: " ",
  emsp: " ",
  ensp: " ",
  amp: "&",
  quot: '"',
  gt: ">",
  lt: "<",
};

/** The labelled issues of the project, the gold ones first; not those of corpus/unseen, which no model may see. */
function labelledIssues(): { issue: string; lines: GoldLine[] }[] {
  return ["corpus/", "corpus/more/"].flatMap((folder) =>
    readdirSync(new URL(folder, project))
      .filter((file) => /^issue-\d+\.jsonl$/.test(file))
      .sort()
      .map((file) => ({
        issue: /\d+/.exec(file)![0],
        lines: readJsonLines<GoldLine>(new URL(folder + file, project).href),
      })),
  );
}

/** The labelled issues, noise removed as labelled. */
export function readGold(): GoldArticle[] {
  const out: GoldArticle[] = [];
  for (const { issue, lines } of labelledIssues()) {
    for (const line of lines) {
      let body = line.content;
      for (const noise of [...line.gold.noise].sort((a, b) => b.length - a.length)) body = body.replaceAll(noise, "\n");
      out.push({
        id: line.id,
        issue,
        title: cleanTitle(line.title),
        body: decode(body).replace(/\n+/g, "\n"),
        institutions: line.gold.institutions.flatMap((i) => i.mentions),
        regions: line.gold.regions.flatMap((i) => i.mentions),
      });
    }
  }
  return out;
}

const decode = (text: string): string =>
  text
    .replace(/&(?:#(\d+)|([a-z]+));/g, (m, n: string, name: string) =>
      n ? String.fromCodePoint(Number(n)) : (entityOf[name] ?? m),
    )
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "");

/** Cuts a site's name off a title's end. */
function cleanTitle(title: string): string {
  return decode(title).replace(/\s*[_|｜–—-]+\s*[^_|｜–—\s-]{2,14}$/, "");
}

/** Marks all places of the labelled strings, longest first. */
export function labelGold(article: GoldArticle): Sentence[] {
  const names = [
    ...article.institutions.map((text) => ({ text, label: "ORG" as const })),
    ...article.regions.map((text) => ({ text, label: "LOC" as const })),
  ].sort((a, b) => b.text.length - a.text.length || (a.label < b.label ? 1 : -1));
  return [article.title, ...article.body.split("\n")].filter(Boolean).flatMap((text) => {
    const spans: TaggedSpan[] = [];
    for (const name of names)
      for (let at = text.indexOf(name.text); at >= 0; at = text.indexOf(name.text, at + 1)) {
        const end = at + name.text.length;
        if (spans.every((s) => s.end <= at || s.start >= end)) spans.push({ start: at, end, label: name.label });
      }
    return splitLabelled({ text, spans: spans.sort((a, b) => a.start - b.start) });
  });
}
