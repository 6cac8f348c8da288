import type { Analysis, ArticleStatus, Extraction, Institution, Term } from "../core/types.ts";

/** What the classifiers read of an article: the part that an extraction and a finished analysis share. */
export interface Subject {
  readonly status: ArticleStatus;
  readonly title: string;
  readonly text: string;
  readonly terms: readonly Term[];
  readonly institutions: readonly Institution[];
}

export function subjectOf(article: Extraction | Analysis): Subject {
  if (!("reading" in article)) return article;
  const { document, title, text } = article.reading;
  const { terms, institutions } = article;
  return { status: document.status, title: title.text, text: text.text, terms, institutions };
}
