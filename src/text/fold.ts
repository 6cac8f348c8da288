/** Folding for matching: same length as the input, so that offsets carry over unchanged. */

/** One UTF-16 unit: full-width forms to ASCII, ASCII capitals to small letters, the ideographic blank to a blank. */
export function foldUnit(c: number): number {
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  else if (c === 0x3000) return 0x20;
  return c >= 0x41 && c <= 0x5a ? c + 32 : c;
}

/** Folds a string unit by unit; the result has the same length. */
export function fold(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(foldUnit(text.charCodeAt(i)));
  return out;
}

/** The digits 0 … 9 of ASCII. */
export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

/** Latin letters and digits (folded): a match must not begin or end inside a run of these. */
export function isWordUnit(c: number): boolean {
  return isDigit(c) || (c >= 0x61 && c <= 0x7a);
}
