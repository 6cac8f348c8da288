/**
 * The shapes that travel between the stages. Text offsets are half-open `[start, end)` UTF-16 offsets into the
 * field they name; dates are calendar days (`YYYY-MM-DD`) or ISO 8601 times in Asia/Shanghai.
 */

/** An article as a crawler delivers it. */
export interface Article {
  readonly id?: string;
  readonly title: string;
  readonly content: string;
  readonly source?: string;
  readonly url?: string;
  readonly publishedAt?: string;
}

/** A half-open stretch of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The two texts of an article that mentions point into. */
export type FieldName = "title" | "text";

/** A stretch of one field; `text` is that field's slice. */
export interface Mention extends Span {
  readonly field: FieldName;
  readonly text: string;
}

/** A finding that stops nothing: what is doubtful, and where. `code` comes from the table in `notices.ts`. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  readonly field?: FieldName | "content" | "source" | "publishedAt" | "url" | "id";
  readonly start?: number;
  readonly end?: number;
}

/** Text that cleaning removed from the body, and the rule that did it. */
export interface Noise {
  readonly rule: string;
  readonly text: string;
}

export type ArticleStatus = "ok" | "empty" | "not-chinese" | "not-article";

/** A cleaned article: what every later stage reads. */
export interface Document {
  readonly id: string;
  readonly status: ArticleStatus;
  /** Without site and section names. */
  readonly title: string;
  /** As printed, site suffix off; empty where unknown. */
  readonly source: string;
  /** The publisher, e.g. 新华社 for 新华网; empty where unknown. */
  readonly sourceGroup: string;
  readonly url: string;
  /** `YYYY-MM-DD`, or an ISO 8601 time where the article gives one; empty where unknown. */
  readonly publishedAt: string;
  /** ISO 639-3, `und` where undetermined. */
  readonly language: string;
  /** The clean body: paragraphs joined by `\n`, nothing but the article. */
  readonly text: string;
  readonly noise: readonly Noise[];
  readonly notices: readonly Notice[];
  /**
   * Where each stretch of `text` comes from: triples `[textStart, contentStart, contentEnd]`, ascending; a stretch
   * runs to the next triple's textStart. Offsets into the article's raw `content`.
   */
  readonly alignment: readonly number[];
}

/** One word: nodejieba's tag set, lexicon words obeyed. */
export interface Token extends Span {
  readonly text: string;
  readonly pos: string;
}

/** What a pattern of the scanner stands for; `entry` of a {@link Hit} is an index into that kind's table. */
export type PatternKind = "term" | "division" | "township" | "institution" | "cue" | "user";

/** One match of the scanner in one field. */
export interface Hit extends Span {
  readonly kind: PatternKind;
  readonly entry: number;
}

/** One field of a document with what the shared scan and the segmenter found in it. */
export interface Field {
  readonly name: FieldName;
  readonly text: string;
  /** All matches (overlaps included), by start, then longest first. */
  readonly hits: readonly Hit[];
  /** Words in order; they cover the text. */
  readonly tokens: readonly Token[];
}

/** A document read once: the input of every extractor. */
export interface Reading {
  readonly document: Document;
  readonly title: Field;
  readonly text: Field;
}

export type RegionLevel = "province" | "city" | "county" | "township";

export interface Region {
  /** GB/T 2260, six digits (a township: nine). */
  readonly code: string;
  /** Full name from the province down, e.g. 辽宁省沈阳市. */
  readonly name: string;
  readonly level: RegionLevel;
  readonly primary: boolean;
  readonly mentions: readonly Mention[];
}

export type InstitutionType =
  | "government"
  | "hospital"
  | "public-health"
  | "university"
  | "research"
  | "company"
  | "media"
  | "association"
  | "other";

export interface Institution {
  /** The full official name; as printed where it cannot be completed. */
  readonly name: string;
  readonly type: InstitutionType;
  /** GB/T 2260 code of the seat; null for national and foreign bodies and uncertain seats. */
  readonly code: string | null;
  readonly mentions: readonly Mention[];
}

export interface Person {
  readonly name: string;
  readonly office: string;
  readonly mentions: readonly Mention[];
}

export type TermCategory =
  | "system"
  | "platform"
  | "app"
  | "device"
  | "technology"
  | "standard"
  | "evaluation"
  | "programme"
  | "service";

export interface Term {
  /** Preferred name. */
  readonly name: string;
  readonly category: TermCategory;
  readonly mentions: readonly Mention[];
}

export type TopicId =
  | "policy"
  | "platform"
  | "smart-hospital"
  | "internet-health"
  | "public-health"
  | "primary-care"
  | "data"
  | "ai"
  | "infrastructure"
  | "insurance"
  | "security"
  | "tcm"
  | "industry";

export interface Topic {
  readonly id: TopicId;
  /** In [0, 1]. */
  readonly score: number;
}

export type Band = "take" | "review" | "leave";

/** One feature's share of the log-odds, with the words that made it. */
export interface Evidence {
  readonly feature: string;
  readonly contribution: number;
  readonly mentions: readonly Mention[];
}

export interface Relevance {
  /** Calibrated probability in (0, 1). */
  readonly score: number;
  readonly relevant: boolean;
  readonly band: Band;
  readonly bias: number;
  /** All contributions: `bias + Σ contribution = ln(score / (1 − score))` to 1e-6. */
  readonly evidence: readonly Evidence[];
}

/** A piece of the text that a summary is made of; `at` is where it stands in the summary. */
export interface SummarySpan extends Span {
  readonly at: number;
}

export interface Summary {
  readonly text: string;
  readonly spans: readonly SummarySpan[];
}

/** Everything said of one article. */
export interface Analysis {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly title: string;
  readonly source: string;
  readonly sourceGroup: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly text: string;
  readonly noise: readonly Noise[];
  readonly regions: readonly Region[];
  readonly institutions: readonly Institution[];
  readonly people: readonly Person[];
  readonly terms: readonly Term[];
  readonly topics: readonly Topic[];
  readonly relevance: Relevance;
  readonly headline: string;
  readonly summary: Summary | null;
  readonly notices: readonly Notice[];
}

/** Another outlet of a printed event. */
export interface Outlet {
  readonly articleId: string;
  readonly source: string;
  readonly url: string;
  readonly publishedAt: string;
}

/** A name in an item's content; `text` is the content's slice, so that an edited content shows where it no longer fits. */
export interface ItemMention extends Span {
  readonly kind: "region" | "institution" | "term";
  readonly name: string;
  readonly text: string;
}

/** One printed entry of a bulletin. */
export interface BulletinItem {
  readonly articleId: string;
  readonly headline: string;
  readonly source: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly summary: string;
  readonly content: string;
  readonly topics: readonly string[];
  readonly region: string;
  readonly reprints: readonly string[];
  /** The reprints' outlets with their links, in the order of `reprints`. */
  readonly outlets?: readonly Outlet[];
  /** Names in `content`, by start; they do not overlap. */
  readonly mentions?: readonly ItemMention[];
}

export type RejectionReason =
  | "below-threshold"
  | "out-of-window"
  | "not-chinese"
  | "not-article"
  | "empty"
  | "over-limit";

/** What became of one article of the pool; at most three `reasons`, in Chinese. */
export type Decision =
  | {
      readonly articleId: string;
      readonly status: "selected";
      readonly score: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly articleId: string;
      readonly status: "review";
      readonly score: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly articleId: string;
      readonly status: "reprint";
      /** An article id, or `issue:545#3` for an item of a past issue. */
      readonly of: string;
      readonly score: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly articleId: string;
      readonly status: "rejected";
      readonly reason: RejectionReason;
      readonly score: number;
      readonly reasons: readonly string[];
    };

export interface Bulletin {
  readonly issue: number;
  readonly title: string;
  /** Left out of the masthead where absent. */
  readonly publisher?: string;
  /** Printed under the masthead, e.g. 示例（虚构内容，非新闻）; left out where absent. */
  readonly remark?: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly items: readonly BulletinItem[];
  readonly decisions: readonly Decision[];
}

/** What extraction found in one document: the input of relevance, topics, headline and summary. */
export interface Extraction {
  readonly reading: Reading;
  readonly regions: readonly Region[];
  readonly institutions: readonly Institution[];
  readonly people: readonly Person[];
  readonly terms: readonly Term[];
}
