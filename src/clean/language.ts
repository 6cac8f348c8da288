/** The language of a text, as ISO 639-3. */
import { franc } from "franc";
import type { ScriptSigns } from "./script.ts";

const CHINESE_SHARE = 0.3;
const SAMPLE = 1500;

/** `cmn` by the share of Han characters, which also holds for short texts; otherwise what franc says. */
export function languageOf(text: string, signs: ScriptSigns): string {
  if (signs.letters === 0) return "und";
  if (signs.hanShare >= CHINESE_SHARE && !signs.mojibake) return "cmn";
  if (signs.hanShare >= CHINESE_SHARE) return "und";
  const language = franc(text.slice(0, SAMPLE));
  // franc calls mixed text Mandarin by its few Han characters.
  return language === "cmn" ? "und" : language;
}
