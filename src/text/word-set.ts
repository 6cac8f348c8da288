/** The words of a text, divided by blanks. Whether a word is one of them is asked of a set, not of a pattern. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));
