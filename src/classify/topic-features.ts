import { WeixunError } from "../core/errors.ts";
import type { Hit, TopicId } from "../core/types.ts";
import type { Pattern } from "../lexicon/scanner.ts";
import { FIRST_TOPIC_WORD, type WordFinder } from "./cues.ts";
import type { Subject } from "./subject.ts";

/** The topics, in the order in which equal scores are listed. */
export const TOPIC_IDS: readonly TopicId[] = [
  "policy",
  "platform",
  "smart-hospital",
  "internet-health",
  "public-health",
  "primary-care",
  "data",
  "ai",
  "infrastructure",
  "insurance",
  "security",
  "tcm",
  "industry",
];

/** Names of the values of {@link topicRows}; the same for each topic. */
export const TOPIC_FEATURES = ["title", "lead", "body", "distinct", "share", "lead-share", "first", "gap"] as const;

/** The evidence for one topic: its values. */
export interface TopicRow {
  readonly topic: TopicId;
  readonly values: readonly number[];
}

/**
 * Names of the weights that each topic has of its own: its bias, and those of the first values, title and lead, as a
 * village in the title is often but the place where it happens.
 */
export const OWN_WEIGHTS: readonly (readonly string[])[] = TOPIC_IDS.map((id) =>
  ["bias", ...TOPIC_FEATURES.slice(0, 2)].map((name) => `${id}.${name}`),
);

/** What weighs in a topic's score, by the names of the weights: the shared ones, then each topic's own. */
export const TOPIC_COLUMNS: readonly string[] = [...TOPIC_FEATURES, ...OWN_WEIGHTS.flat()];

/** A row spread over the {@link TOPIC_COLUMNS}. */
export function topicColumns({ topic, values }: TopicRow): number[] {
  const own = [1, values[0]!, values[1]!];
  return [...values, ...TOPIC_IDS.flatMap((id) => (id === topic ? own : own.map(() => 0)))];
}

/** Characters of the text that count as its lead. */
const LEAD_CHARS = 200;

/** Finds the words that speak for a topic; a word may speak for several. */
export class TopicFinder {
  readonly #words: WordFinder;
  readonly #topics: readonly (readonly number[])[];
  /** The number of the article in which each word was met last. */
  readonly #seen: Float64Array;
  #article = 0;

  /** @param rows surface and topic id. */
  constructor(rows: readonly (readonly [surface: string, topic: string])[], words: WordFinder) {
    const bySurface = new Map<string, number[]>();
    for (const [surface, topic] of rows) {
      const index = TOPIC_IDS.indexOf(topic as TopicId);
      if (index < 0) throw new WeixunError("bad-dictionary", `cue “${surface}” has the unknown topic “${topic}”`);
      bySurface.set(surface, [...(bySurface.get(surface) ?? []), index]);
    }
    this.#topics = [...bySurface.values()];
    this.#seen = new Float64Array(this.#topics.length);
    this.#words = words;
  }

  /** Begins an article: no word has been seen in it. */
  begin(): void {
    this.#article++;
  }

  /** Whether a word is met for the first time in the article. */
  isNew(entry: number): boolean {
    const word = entry - FIRST_TOPIC_WORD;
    if (this.#seen[word] === this.#article) return false;
    this.#seen[word] = this.#article;
    return true;
  }

  /** Hits, leftmost and longest first, none overlapping another. */
  find(text: string): readonly Hit[] {
    return this.#words.find(text).topics;
  }

  /** The topics that a word speaks for: indexes into {@link TOPIC_IDS}. */
  topicsOf(entry: number): readonly number[] {
    return this.#topics[entry - FIRST_TOPIC_WORD]!;
  }
}

/** The scanner's patterns of the words, each once, in the order of the rows: `entry` is the place of the word behind those of cues. */
export function topicPatterns(rows: readonly (readonly [surface: string, topic: string])[]): Pattern[] {
  return [...new Set(rows.map(([surface]) => surface))].map((surface, word) => ({
    surface,
    kind: "cue",
    entry: FIRST_TOPIC_WORD + word,
  }));
}

const WIDTH = TOPIC_FEATURES.length;
/** What the words of the article that is being read weigh for each topic. */
const title = new Float64Array(TOPIC_IDS.length);
const lead = new Float64Array(TOPIC_IDS.length);
const body = new Float64Array(TOPIC_IDS.length);
const distinct = new Float64Array(TOPIC_IDS.length);
const mass = new Float64Array(TOPIC_IDS.length);
const leads = new Float64Array(TOPIC_IDS.length);
const table = new Float64Array(TOPIC_IDS.length * WIDTH);

/** One row a topic, in the order of {@link TOPIC_IDS}. */
export function topicRows(subject: Subject, finder: TopicFinder): TopicRow[] {
  const values = topicTable(subject, finder);
  return TOPIC_IDS.map((topic, t) => ({ topic, values: [...values.subarray(t * WIDTH, (t + 1) * WIDTH)] }));
}

/** The same as one table, row by row; it holds until the next article is read. */
export function topicTable(subject: Subject, finder: TopicFinder): Float64Array {
  title.fill(0);
  lead.fill(0);
  body.fill(0);
  distinct.fill(0);
  finder.begin();
  count(finder, finder.find(subject.title), title, 0, title);
  count(finder, finder.find(subject.text), body, LEAD_CHARS, lead);
  let sum = 0;
  let leadSum = 0;
  for (let t = 0; t < mass.length; t++) {
    sum += mass[t] = body[t]! + 3 * title[t]!;
    leadSum += leads[t] = lead[t]! + 2 * title[t]!;
  }
  const total = Math.max(1, sum);
  const leadTotal = Math.max(1, leadSum);
  const [best, second] = firstTwo(mass);
  for (let t = 0, at = 0; t < mass.length; t++) {
    const own = mass[t]!;
    // Most articles speak of few topics.
    if (own === 0) {
      table.fill(0, at, at + WIDTH);
      at += WIDTH;
      table[at - 1] = -Math.log1p(best);
      continue;
    }
    const rivals = own === best ? second : best;
    table[at++] = Math.log1p(title[t]!);
    table[at++] = Math.log1p(lead[t]!);
    table[at++] = Math.log1p(body[t]!);
    table[at++] = Math.log1p(distinct[t]!);
    table[at++] = own / total;
    table[at++] = leads[t]! / leadTotal;
    table[at++] = own === best && best > 0 ? 1 : 0;
    table[at++] = Math.log1p(own) - Math.log1p(rivals);
  }
  return table;
}

/** Adds words to `place`, those before `leadEnd` to `lead` too, and those not yet seen to {@link distinct}. */
function count(
  finder: TopicFinder,
  hits: readonly Hit[],
  place: Float64Array,
  leadEnd: number,
  lead: Float64Array,
): void {
  for (const { start, entry } of hits) {
    const topics = finder.topicsOf(entry);
    const isNew = finder.isNew(entry);
    // A word of several topics says less of each.
    const weight = topics.length === 1 ? 1 : 1 / Math.sqrt(topics.length);
    for (const t of topics) {
      place[t]! += weight;
      if (start < leadEnd) lead[t]! += weight;
      if (isNew) distinct[t]!++;
    }
  }
}

/** The two largest, equal ones counted twice; at least 0. */
function firstTwo(xs: Float64Array): [number, number] {
  let best = 0;
  let second = 0;
  for (const x of xs)
    if (x > best) {
      second = best;
      best = x;
    } else if (x > second) second = x;
  return [best, second];
}
