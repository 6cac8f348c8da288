/** Finds the cues of a table in a line's key, in one pass. */

/** The key's units of the line that is being read; shared, since cleaning is synchronous. */
let units = new Uint16Array(1024);
let blanks = new Uint8Array(1024);

/** Half-width and lower-case; 0 for blanks, which keys leave out. */
function keyUnit(c: number): number {
  if (c === 0x20 || c === 0x0a) return 0;
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  else if (c === 0x2236 || c === 0xfe55) return 0x3a;
  return c >= 0x41 && c <= 0x5a ? c + 32 : c;
}

/** Whether the line that was folded last held a blank. */
let hasBlank = false;

/** What a line of exceptional length needs is given back with the next line of usual length. */
const KEPT = 1 << 16;

/** Writes the key's units, and 1 where a blank stood before a unit; their number. */
function fold(line: string): number {
  if (units.length <= line.length || (units.length > KEPT && line.length < 1024)) {
    const size = Math.max(1024, 2 * line.length);
    units = new Uint16Array(size);
    blanks = new Uint8Array(size);
  }
  let length = 0;
  hasBlank = false;
  blanks[0] = 0;
  for (let i = 0; i < line.length; i++) {
    const c = keyUnit(line.charCodeAt(i));
    if (c === 0) {
      blanks[length] = 1;
      hasBlank = true;
    } else {
      units[length++] = c;
      blanks[length] = 0;
    }
  }
  return length;
}

/** Units that are handed to one call of `fromCharCode`: more might not fit on the stack. */
const MAX_ARGUMENTS = 4096;

function keyText(length: number): string {
  let text = "";
  for (let i = 0; i < length; i += MAX_ARGUMENTS)
    text += String.fromCharCode.apply(
      null,
      units.subarray(i, Math.min(length, i + MAX_ARGUMENTS)) as unknown as number[],
    );
  return text;
}

/** Half-width, lower-case, without blanks: the form in which lines are compared with cues. */
export function keyOf(line: string): string {
  return keyText(fold(line));
}

export interface Cue {
  readonly text: string;
  readonly rule: string;
  /** Whether one hit is enough wherever the line stands; otherwise only before or behind the body. */
  readonly strong: boolean;
}

/** A key with the places of the blanks that it leaves out: words begin there. */
export interface Key {
  readonly text: string;
  /** 1 where a blank stood before the unit; empty where the line has none. */
  readonly gaps: Uint8Array;
}

const NO_GAPS: Uint8Array = new Uint8Array(0);

/** The key of a line, with its gaps. */
export function keyWithGaps(line: string): Key {
  const length = fold(line);
  return { text: keyText(length), gaps: hasBlank ? blanks.slice(0, length + 1) : NO_GAPS };
}

const isLabel = (cue: string): boolean => /[:/|丨]$/.test(cue);

/** Whether a label may begin at `at`: 来源: does in “1日 来源:X”, not in “资金来源:X”. */
export function startsWord(key: Key, at: number): boolean {
  return at === 0 || key.gaps[at] === 1 || !/[\u4e00-\u9fffa-z0-9]/.test(key.text[at - 1] ?? " ");
}

export interface Found {
  readonly cue: Cue;
  readonly at: number;
}

/** Where the pair of units that begins a cue is noted: two pairs may share a place, so a note is no proof. */
const pairAt = (first: number, second: number): number => (first * 31 + second) & 0xffff;

export class CueFinder {
  readonly #byFirst: Map<number, (Cue & { readonly label: boolean })[]> = new Map();

  /** 1 for units that are cues by themselves. */
  readonly #single: Uint8Array = new Uint8Array(0x10000);
  /** 1 for pairs that begin a cue: most do not, and are passed over without a look-up. */
  readonly #pairs: Uint8Array = new Uint8Array(0x10000);

  constructor(cues: readonly Cue[]) {
    for (const cue of cues) {
      const c = cue.text.charCodeAt(0);
      if (cue.text.length === 1) this.#single[c] = 1;
      else this.#pairs[pairAt(c, cue.text.charCodeAt(1))] = 1;
      const entry = { ...cue, label: isLabel(cue.text) };
      const list = this.#byFirst.get(c);
      if (list) list.push(entry);
      else this.#byFirst.set(c, [entry]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** The best cue of a key: a strong one before a weak one, the earlier before the later. */
  find(key: Key): Found | undefined {
    const { text } = key;
    let weak: Found | undefined;
    let next = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const c = next;
      next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (this.#pairs[pairAt(c, next)] === 0 && this.#single[c] === 0) continue;
      for (const cue of this.#byFirst.get(c) ?? [])
        if (text.startsWith(cue.text, i) && (!cue.label || startsWord(key, i))) {
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
