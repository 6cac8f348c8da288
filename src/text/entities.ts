/** HTML character entities that occur in news text; numeric ones are computed. */

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: "\u00a0",
    ensp: "\u2002",
    emsp: "\u2003",
    thinsp: "\u2009",
    zwnj: "\u200c",
    zwj: "\u200d",
    lrm: "\u200e",
    rlm: "\u200f",
    shy: "\u00ad",
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    ldquo: "“",
    rdquo: "”",
    lsquo: "‘",
    rsquo: "’",
    laquo: "«",
    raquo: "»",
    lsaquo: "‹",
    rsaquo: "›",
    middot: "·",
    bull: "•",
    mdash: "—",
    ndash: "–",
    hellip: "…",
    times: "×",
    divide: "÷",
    plusmn: "±",
    deg: "°",
    permil: "‰",
    le: "≤",
    ge: "≥",
    ne: "≠",
    asymp: "≈",
    micro: "µ",
    alpha: "α",
    beta: "β",
    gamma: "γ",
    copy: "©",
    reg: "®",
    trade: "™",
    yen: "¥",
    euro: "€",
    larr: "←",
    uarr: "↑",
    rarr: "→",
    darr: "↓",
    sup2: "²",
    sup3: "³",
    frac12: "½",
    radic: "√",
    sect: "§",
    para: "¶",
  }),
);

/** One decoded entity: its text and the offset behind it. */
export interface Decoded {
  readonly text: string;
  readonly end: number;
}

const MAX_LENGTH = 12;

/** Decodes the entity whose name begins at `from` (behind the `&`); undefined where there is none. */
export function decodeEntity(text: string, from: number): Decoded | undefined {
  let semicolon = -1;
  for (let i = from; i < Math.min(text.length, from + MAX_LENGTH); i++) {
    const c = text.charCodeAt(i);
    if (c === 0x3b) {
      semicolon = i;
      break;
    }
    const word = (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c === 0x23;
    if (!word) break;
  }
  if (semicolon < 0) {
    // Crawlers that cut at the semicolon leave “&nbsp” behind; no other name is certain without its end.
    return text.startsWith("nbsp", from) ? { text: "\u00a0", end: from + 4 } : undefined;
  }
  const name = text.slice(from, semicolon);
  const end = semicolon + 1;
  if (name.startsWith("#")) {
    const hex = name[1] === "x" || name[1] === "X";
    const digits = name.slice(hex ? 2 : 1);
    if (!(hex ? /^[0-9a-f]+$/i : /^\d+$/).test(digits)) return undefined;
    const code = Number.parseInt(digits, hex ? 16 : 10);
    const bad = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return { text: bad || code === 0 ? "" : String.fromCodePoint(code), end };
  }
  const named = NAMED.get(name) ?? NAMED.get(name.toLowerCase());
  return named === undefined ? undefined : { text: named, end };
}

/**
 * Decodes the entity at the `&` of `at`, through any number of escapings up to three: `&amp;amp;nbsp;` is a blank.
 * Undefined where no entity begins there.
 */
export function decodeNested(text: string, at: number): Decoded | undefined {
  let found = decodeEntity(text, at + 1);
  for (let level = 0; found?.text === "&" && level < 2; level++) {
    const inner = decodeEntity(text, found.end);
    if (!inner) break;
    found = inner;
  }
  return found;
}
