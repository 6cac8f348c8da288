/** Span F1 on labelled sentences, and mention F1 on gold articles as the project's scorer counts it. */
import type { InstitutionTagger, TagLabel } from "../../../src/extract/institutions/tagger/index.ts";
import type { GoldArticle, Sentence } from "./corpora.ts";

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wanted: number;
}

export class Score {
  correct = 0;
  found = 0;
  wanted = 0;

  get precision(): number {
    return this.found ? this.correct / this.found : 0;
  }
  get recall(): number {
    return this.wanted ? this.correct / this.wanted : 0;
  }
  get f1(): number {
    return this.found + this.wanted ? (2 * this.correct) / (this.found + this.wanted) : 0;
  }
  add(other: Score): void {
    this.correct += other.correct;
    this.found += other.found;
    this.wanted += other.wanted;
  }
  /** Percentages with one decimal, and how many names were wanted. */
  get figures(): Figures {
    const percent = (x: number): number => Math.round(1000 * x) / 10;
    return {
      precision: percent(this.precision),
      recall: percent(this.recall),
      f1: percent(this.f1),
      wanted: this.wanted,
    };
  }
  toString(): string {
    const f = (x: number): string => (100 * x).toFixed(1);
    return `P ${f(this.precision)} R ${f(this.recall)} F1 ${f(this.f1)} (${this.wanted})`;
  }
}

/** Exact spans with their label; `both` counts LOC and ORG together. Not all sets mark people as MSRA does. */
export function measureSpans(
  tag: InstitutionTagger["tag"],
  sentences: readonly Sentence[],
): Record<TagLabel | "both", Score> {
  const scores = { LOC: new Score(), ORG: new Score(), PER: new Score(), both: new Score() };
  for (const { text, spans } of sentences) {
    const want = new Set(spans.map((s) => `${s.start} ${s.end} ${s.label}`));
    for (const s of spans) scores[s.label].wanted++;
    for (const s of tag(text)) {
      scores[s.label].found++;
      if (want.has(`${s.start} ${s.end} ${s.label}`)) scores[s.label].correct++;
    }
  }
  scores.both.add(scores.LOC);
  scores.both.add(scores.ORG);
  return scores;
}

/** Distinct strings an article, folded as the scorer folds them. */
export function measureGold(
  tag: InstitutionTagger["tag"],
  articles: readonly GoldArticle[],
  miss?: (line: string) => void,
): Score {
  const score = new Score();
  const fold = (s: string): string => s.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  for (const article of articles) {
    const want = new Set(article.institutions.map(fold));
    const got = new Set<string>();
    for (const text of [article.title, article.body])
      for (const s of tag(text)) if (s.label === "ORG") got.add(fold(text.slice(s.start, s.end)));
    score.wanted += want.size;
    score.found += got.size;
    for (const g of got)
      if (want.has(g)) score.correct++;
      else miss?.(`+\t${article.id}\t${g}`);
    for (const w of want) if (!got.has(w)) miss?.(`-\t${article.id}\t${w}`);
  }
  return score;
}
