import { WeixunError } from "../core/errors.ts";
import type { Hit, TopicId } from "../core/types.ts";
import { Scanner } from "../lexicon/scanner.ts";
import { cuePatterns, outermost } from "./cues.ts";
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

/** Names of the columns of {@link topicRows}; the same for each topic. */
export const TOPIC_FEATURES = ["title", "lead", "body", "distinct", "share", "lead-share", "first", "gap"] as const;

/** The evidence for one topic: its columns. */
export interface TopicRow {
  readonly topic: TopicId;
  readonly values: readonly number[];
}

/** Characters of the text that count as its lead. */
const LEAD_CHARS = 200;

/** Finds the words that speak for a topic; a word may speak for several. */
export class TopicFinder {
  readonly #scanner: Scanner;
  readonly #topics: readonly (readonly number[])[];

  /**
   * @param rows surface and topic id.
   * @param trie the packed trie of the {@link topicSurfaces}, where it was made before; else it is built.
   */
  constructor(rows: readonly (readonly [surface: string, topic: string])[], trie?: Uint8Array) {
    const bySurface = new Map<string, number[]>();
    for (const [surface, topic] of rows) {
      const index = TOPIC_IDS.indexOf(topic as TopicId);
      if (index < 0) throw new WeixunError("bad-dictionary", `cue “${surface}” has the unknown topic “${topic}”`);
      bySurface.set(surface, [...(bySurface.get(surface) ?? []), index]);
    }
    this.#topics = [...bySurface.values()];
    this.#scanner = trie ? Scanner.open(trie) : new Scanner(cuePatterns(topicSurfaces(rows)));
  }

  /** How many different words there are. */
  get size(): number {
    return this.#topics.length;
  }

  /** Hits, outermost first; `entry` is the place of the word. */
  find(text: string): Hit[] {
    return outermost(this.#scanner.scan(text));
  }

  /** The topics that a word speaks for: indexes into {@link TOPIC_IDS}. */
  topicsOf(entry: number): readonly number[] {
    return this.#topics[entry]!;
  }
}

/** The words of the table, each once, in the order of the rows. */
export function topicSurfaces(rows: readonly (readonly [surface: string, topic: string])[]): string[] {
  return [...new Set(rows.map(([surface]) => surface))];
}

/** One row a topic, in the order of {@link TOPIC_IDS}. */
export function topicRows(subject: Subject, finder: TopicFinder): TopicRow[] {
  const size = TOPIC_IDS.length;
  const title = new Float64Array(size);
  const lead = new Float64Array(size);
  const body = new Float64Array(size);
  const distinct = new Float64Array(size);
  const seen = new Uint8Array(finder.size);
  const count = (hit: Hit, places: readonly Float64Array[]): void => {
    const topics = finder.topicsOf(hit.entry);
    // A word of several topics says less of each.
    const weight = 1 / Math.sqrt(topics.length);
    for (const t of topics) {
      for (const place of places) place[t]! += weight;
      if (seen[hit.entry] === 0) distinct[t]!++;
    }
    seen[hit.entry] = 1;
  };
  for (const hit of finder.find(subject.title)) count(hit, [title]);
  for (const hit of finder.find(subject.text)) count(hit, hit.start < LEAD_CHARS ? [lead, body] : [body]);
  const mass = body.map((b, t) => b + 3 * title[t]!);
  const leads = lead.map((l, t) => l + 2 * title[t]!);
  const total = Math.max(1, sum(mass));
  const leadTotal = Math.max(1, sum(leads));
  const [best, second] = firstTwo(mass);
  return TOPIC_IDS.map((topic, t) => {
    const own = mass[t]!;
    const rivals = own === best ? second : best;
    return {
      topic,
      values: [
        Math.log1p(title[t]!),
        Math.log1p(lead[t]!),
        Math.log1p(body[t]!),
        Math.log1p(distinct[t]!),
        own / total,
        leads[t]! / leadTotal,
        own === best && best > 0 ? 1 : 0,
        Math.log1p(own) - Math.log1p(rivals),
      ],
    };
  });
}

const sum = (xs: Float64Array): number => xs.reduce((a, b) => a + b, 0);

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
