/** Whether a summary stays so close to its text that every reader can find it there. */

/** Text as it is compared: NFKC, no white space. */
export const foldForTrace = (s: string): string => s.normalize("NFKC").replace(/\s+/gu, "");

/** Runs of four characters that may be missing from the text: where pieces meet. */
const SHARE = 0.095;

/** Whether at most a tenth of the summary's runs of four characters are missing from the folded `source`. */
export function isTraceable(source: string, summary: string): boolean {
  const text = foldForTrace(summary);
  let missing = 0;
  const runs = Math.max(1, text.length - 3);
  for (let i = 0; i + 4 <= text.length; i++)
    if (!source.includes(text.slice(i, i + 4)) && ++missing > SHARE * runs) return false;
  return true;
}
