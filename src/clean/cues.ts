/** Finds the cues of a table in a line's key, in one pass. */

/** Half-width, lower-case, without blanks: the form in which lines are compared with cues. */
export function keyOf(line: string): string {
  let out = "";
  for (let i = 0; i < line.length; i++) {
    let c = line.charCodeAt(i);
    if (c === 0x20 || c === 0x0a) continue;
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
    else if (c === 0x2236 || c === 0xfe55) c = 0x3a;
    if (c >= 0x41 && c <= 0x5a) c += 32;
    out += String.fromCharCode(c);
  }
  return out;
}

export interface Cue {
  readonly text: string;
  readonly rule: string;
  /** Whether one hit is enough wherever the line stands; otherwise only before or behind the body. */
  readonly strong: boolean;
}

/** A key with the offsets at which a word may begin: the start, behind a blank, behind anything but Han. */
export interface Key {
  readonly text: string;
  /** 1 where a blank stood before the unit. */
  readonly gaps: Uint8Array;
}

/** The key of a line, with its gaps. */
export function keyWithGaps(line: string): Key {
  const text = keyOf(line);
  const gaps = new Uint8Array(text.length + 1);
  gaps[0] = 1;
  let k = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === 0x20 || c === 0x0a) gaps[k] = 1;
    else k++;
  }
  return { text, gaps };
}

const isLabel = (cue: string): boolean => /[:/|丨]$/.test(cue);

/** Whether a label may begin at `at`: 来源: does in “1日 来源:X”, not in “资金来源:X”. */
export function startsWord(key: Key, at: number): boolean {
  return key.gaps[at] === 1 || !/[\u4e00-\u9fffa-z0-9]/.test(key.text[at - 1] ?? " ");
}

export interface Found {
  readonly cue: Cue;
  readonly at: number;
}

export class CueFinder {
  readonly #byFirst: Map<number, (Cue & { readonly label: boolean })[]> = new Map();

  /** 1 for units that begin a cue: most units do not, and are passed over without a look-up. */
  readonly #begins: Uint8Array = new Uint8Array(0x10000);

  constructor(cues: readonly Cue[]) {
    for (const cue of cues) this.#begins[cue.text.charCodeAt(0)] = 1;
    for (const cue of cues) {
      const c = cue.text.charCodeAt(0);
      const entry = { ...cue, label: isLabel(cue.text) };
      const list = this.#byFirst.get(c);
      if (list) list.push(entry);
      else this.#byFirst.set(c, [entry]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** The best cue of a key: a strong one before a weak one, the earlier before the later. */
  find(key: Key): Found | undefined {
    let weak: Found | undefined;
    for (let i = 0; i < key.text.length; i++) {
      const c = key.text.charCodeAt(i);
      if (this.#begins[c] === 0) continue;
      for (const cue of this.#byFirst.get(c)!)
        if (key.text.startsWith(cue.text, i) && (!cue.label || startsWord(key, i))) {
          if (cue.strong) return { cue, at: i };
          weak ??= { cue, at: i };
        }
    }
    return weak;
  }
}

/** Builds cues from rows of words: `"rule": "词 词 词"`. */
export function cuesOf(rows: Readonly<Record<string, string>>, strong: boolean): Cue[] {
  return Object.entries(rows).flatMap(([rule, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((text) => ({ text: keyOf(text), rule, strong })),
  );
}
