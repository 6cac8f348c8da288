import { isDigit } from "../text/fold.ts";

/**
 * The tag of a word that the dictionary has none for: `x`, `m` for digits, `eng` for other ASCII. cppjieba looks only
 * until half of the characters have been ASCII, so a single character is always `x`; this does the same.
 */
export function specialTag(text: string, start: number, end: number): "x" | "m" | "eng" {
  let length = 0;
  for (let i = start; i < end; i++) {
    length++;
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && i + 1 < end && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  const half = length >> 1;
  let ascii = 0;
  let digits = 0;
  for (let i = start; i < end && ascii < half; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) continue;
    ascii++;
    if (isDigit(unit)) digits++;
  }
  if (ascii === 0) return "x";
  return digits === ascii ? "m" : "eng";
}
