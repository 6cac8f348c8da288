/** The health-IT lexicon: terms with category and topics, and the words that unlisted systems' names are made of. */
import { Packed } from "../core/packed.ts";
import type { TermCategory, TopicId } from "../core/types.ts";

/** CONTRACT's nine categories; terms.bin holds indexes into this list. */
export const TERM_CATEGORIES: readonly TermCategory[] = [
  "system",
  "platform",
  "app",
  "device",
  "technology",
  "standard",
  "evaluation",
  "programme",
  "service",
];

/** GUIDE's thirteen topics; terms.bin holds sets of these as bits. */
export const TERM_TOPICS: readonly TopicId[] = [
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

/**
 * What a word does in the name of a system: `sector` says for whom or what (预防接种), `tech` by which means (智能),
 * `function` what it does (监测), `general` is filling (综合), `head` ends the name (系统), and where a `stop` stands
 * the head is no head (系统性).
 */
export const WORD_ROLES = ["sector", "tech", "function", "general", "head", "stop"] as const;
export type WordRole = (typeof WORD_ROLES)[number];

/** A term of the lexicon; one found by pattern has no entry. */
export interface TermEntry {
  /** Preferred name. */
  readonly name: string;
  readonly category: TermCategory;
  /** Most fitting first. */
  readonly topics: readonly TopicId[];
}

/** A word of which names are made. */
export interface TermWord {
  readonly word: string;
  readonly role: WordRole;
  /** Whether a name may begin with it: 医院 and 查询 are the text's own subject and verb more often. */
  readonly begins: boolean;
  readonly topics: readonly TopicId[];
}

/** What an entry may be in the name of a system that no list holds. */
export interface NamePart {
  /** `head` and `stop` are no parts. */
  readonly role: WordRole;
  readonly begins: boolean;
  /** A division's name: a part of the names of apps alone. */
  readonly place: boolean;
  readonly technology: boolean;
  /** A service of the lexicon (双向转诊) is a function that says as much as a sector. */
  readonly strong: boolean;
  /** A service at a distance (远程心电). */
  readonly remote: boolean;
  /** A programme (医疗信息化). */
  readonly programme: boolean;
}

const PLAIN: NamePart = {
  role: "general",
  begins: true,
  place: false,
  technology: false,
  strong: false,
  remote: false,
  programme: false,
};

/** A division's name in a system's: 健康衡水APP. */
export const PLACE_PART: NamePart = { ...PLAIN, place: true };

/** Topics whose technologies are health care's own. */
const OF_HEALTH: ReadonlySet<TopicId> = new Set(["platform", "smart-hospital", "public-health", "insurance", "tcm"]);

function partOf(term: TermEntry | undefined, word: TermWord | undefined): NamePart | null {
  if (word)
    return word.role === "head" || word.role === "stop" ? null : { ...PLAIN, role: word.role, begins: word.begins };
  if (term?.category === "service")
    return { ...PLAIN, role: "function", strong: true, remote: term.name.startsWith("远程") };
  // 电子病历 says for whom as 预防接种 does; 大数据 does not.
  if (term?.category === "technology")
    return { ...PLAIN, role: term.topics.some((t) => OF_HEALTH.has(t)) ? "sector" : "tech", technology: true };
  return term?.category === "programme" ? { ...PLAIN, role: "sector", programme: true } : null;
}

const topicsOf = (packed: number): TopicId[] => {
  const out: TopicId[] = [];
  for (let rest = packed; rest > 0; rest >>>= 4) out.push(TERM_TOPICS[(rest & 15) - 1]!);
  return out;
};

/** Terms and words by the `entry` of the scanner's hits of kind `term`: terms first, then words. */
export class TermTable {
  readonly #names: readonly string[];
  readonly #categories: Uint8Array;
  readonly #topics: Uint16Array;
  /** Terms by entry, once a text has held them. */
  readonly #terms: (TermEntry | undefined)[] = [];
  readonly #words: readonly TermWord[];
  readonly #parts: (NamePart | null | undefined)[] = [];

  /** @throws WeixunError `bad-model` when the bytes are not terms.bin of this version. */
  constructor(bytes: Uint8Array) {
    const packed = new Packed(bytes, "terms", 1, "terms.bin");
    this.#names = packed.text("names").split("\n");
    this.#categories = packed.bytes("categories");
    this.#topics = packed.uint16("topics");
    const roles = packed.bytes("roles");
    const begins = packed.bytes("begins");
    const wordTopics = packed.uint16("wordTopics");
    this.#words = packed
      .text("words")
      .split("\n")
      .map((word, i) => ({
        word,
        role: WORD_ROLES[roles[i]!]!,
        begins: begins[i] === 1,
        topics: topicsOf(wordTopics[i]!),
      }));
  }

  /** The number of terms; entries from here on are words. */
  get size(): number {
    return this.#names.length;
  }

  /** The term of a hit's entry, undefined for a word's. */
  term(entry: number): TermEntry | undefined {
    return entry < this.size ? (this.#terms[entry] ??= this.#readTerm(entry)) : undefined;
  }

  #readTerm(entry: number): TermEntry {
    return {
      name: this.#names[entry]!,
      category: TERM_CATEGORIES[this.#categories[entry]!]!,
      topics: topicsOf(this.#topics[entry]!),
    };
  }

  /** The word of a hit's entry, undefined for a term's. */
  word(entry: number): TermWord | undefined {
    return this.#words[entry - this.size];
  }

  /** What a hit's entry is in the name of a system; null where it is no part of one. */
  part(entry: number): NamePart | null {
    const known = this.#parts[entry];
    if (known !== undefined) return known;
    const part = partOf(this.term(entry), this.word(entry));
    this.#parts[entry] = part;
    return part;
  }
}
