/** Columns of the features met so far; their names are few. */
const COLUMNS = new Map<string, string>();

/**
 * The column of a feature; some share one and so its weight: the forms of article that are never printed (quotes of shares, tenders, vacancies,
 * advertisements) are few each, and being one of them says the same whichever it is; so with the categories of terms.
 */
export function columnOf(feature: string): string {
  let column = COLUMNS.get(feature);
  if (column === undefined) {
    column = feature.replace(/^(market|tender|recruit|advert)\./, "form.").replace(/^term\.[a-z]+\./, "term.");
    // Features of single words are as many as the words.
    if (!feature.startsWith("word.")) COLUMNS.set(feature, column);
  }
  return column;
}
