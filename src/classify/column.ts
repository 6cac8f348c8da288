/**
 * The column of a feature; some share one and so its weight: the forms of article that are never printed (quotes of shares, tenders, vacancies,
 * advertisements) are few each, and being one of them says the same whichever it is; so with the categories of terms.
 */
export function columnOf(feature: string): string {
  return feature.replace(/^(market|tender|recruit|advert)\./, "form.").replace(/^term\.[a-z]+\./, "term.");
}
