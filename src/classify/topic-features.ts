import { WeixunError } from "../core/errors.ts";
import type { FieldName, Hit, Mention, TopicId } from "../core/types.ts";
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

/** The evidence for one topic: its columns and the words found. */
export interface TopicRow {
  readonly topic: TopicId;
  readonly values: readonly number[];
  readonly mentions: readonly Mention[];
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

  /** Hits, outermost first; `topics` are indexes into {@link TOPIC_IDS}. */
  find(text: string): { hit: Hit; topics: readonly number[] }[] {
    return outermost(this.#scanner.scan(text)).map((hit) => ({ hit, topics: this.#topics[hit.entry]! }));
  }
}

/** The words of the table, each once, in the order of the rows. */
export function topicSurfaces(rows: readonly (readonly [surface: string, topic: string])[]): string[] {
  return [...new Set(rows.map(([surface]) => surface))];
}

/** One row a topic, in the order of {@link TOPIC_IDS}. */
export function topicRows(subject: Subject, finder: TopicFinder): TopicRow[] {
  const counts = TOPIC_IDS.map(() => ({
    title: 0,
    lead: 0,
    body: 0,
    surfaces: new Set<string>(),
    mentions: [] as Mention[],
  }));
  const read = (field: FieldName, text: string): void => {
    for (const { hit, topics } of finder.find(text)) {
      const mention: Mention = { field, start: hit.start, end: hit.end, text: text.slice(hit.start, hit.end) };
      // A word of several topics says less of each.
      const weight = 1 / Math.sqrt(topics.length);
      for (const t of topics) {
        const c = counts[t]!;
        if (field === "title") c.title += weight;
        else {
          if (hit.start < LEAD_CHARS) c.lead += weight;
          c.body += weight;
        }
        c.surfaces.add(mention.text);
        c.mentions.push(mention);
      }
    }
  };
  read("title", subject.title);
  read("text", subject.text);
  const mass = counts.map((c) => c.body + 3 * c.title);
  const total = Math.max(
    1,
    mass.reduce((a, b) => a + b, 0),
  );
  const leads = counts.map((c) => c.lead + 2 * c.title);
  const leadTotal = Math.max(
    1,
    leads.reduce((a, b) => a + b, 0),
  );
  const best = Math.max(...mass);
  return TOPIC_IDS.map((topic, t) => {
    const c = counts[t]!;
    const rivals = Math.max(0, ...mass.filter((_, k) => k !== t));
    return {
      topic,
      mentions: c.mentions,
      values: [
        Math.log1p(c.title),
        Math.log1p(c.lead),
        Math.log1p(c.body),
        Math.log1p(c.surfaces.size),
        mass[t]! / total,
        leads[t]! / leadTotal,
        mass[t] === best && best > 0 ? 1 : 0,
        Math.log1p(mass[t]!) - Math.log1p(rivals),
      ],
    };
  });
}
