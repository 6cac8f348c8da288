import type { Article, Document } from "../core/types.ts";

/** Cleans one article: fields, body without noise, alignment. */
export function cleanArticle(article: Article & { readonly id: string }): Document {
  const text = article.content.trim();
  return {
    id: article.id,
    status: text === "" ? "empty" : "ok",
    title: article.title.trim(),
    source: article.source ?? "",
    sourceGroup: article.source ?? "",
    url: article.url ?? "",
    publishedAt: article.publishedAt ?? "",
    language: "cmn",
    text,
    noise: [],
    notices: [],
    alignment: Int32Array.of(0, article.content.indexOf(text), article.content.length),
  };
}
