/** Finds the cues of a table in a line, in one pass over its folded units. */

/** The folded units of the line that is being read, blanks left out; shared, since cleaning is synchronous. */
let units = new Uint16Array(1024);
/** 1 where a blank stood before a unit: words begin there. */
let blanks = new Uint8Array(1024);
/** Whether {@link fold} changed anything. */
let isFolded = false;

/** Half-width and lower-case; 0 for blanks, which keys leave out. */
export function keyUnit(c: number): number {
  if (c === 0x20 || c === 0x0a) return 0;
  if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
  else if (c === 0x2236 || c === 0xfe55) return 0x3a;
  return c >= 0x41 && c <= 0x5a ? c + 32 : c;
}

/** What a line of exceptional length needs is given back with the next line of usual length. */
const KEPT = 1 << 16;

/** Writes the folded units of `line[start, end)`; their number. */
function fold(line: string, start: number, end: number): number {
  if (units.length <= end - start || (units.length > KEPT && end - start < 1024)) {
    const size = Math.max(1024, 2 * (end - start));
    units = new Uint16Array(size);
    blanks = new Uint8Array(size);
  }
  let length = 0;
  isFolded = false;
  blanks[0] = 0;
  for (let i = start; i < end; i++) {
    const unit = line.charCodeAt(i);
    const c = keyUnit(unit);
    if (c !== unit) isFolded = true;
    if (c === 0) blanks[length] = 1;
    else {
      units[length++] = c;
      blanks[length] = 0;
    }
  }
  return length;
}

/** Units that are handed to one call of `fromCharCode`: more might not fit on the stack. */
const MAX_ARGUMENTS = 4096;

/** The text of the first units. */
function unitsText(length: number): string {
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
  const length = fold(line, 0, line.length);
  return isFolded ? unitsText(length) : line;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a unit below the surrogates or above is a letter or a number. */
function isLetter(c: number): boolean {
  if (c < 0x80) return (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a);
  if (c >= 0x4e00 && c <= 0x9fff) return true;
  // The marks of general and of Chinese punctuation.
  if ((c >= 0x2010 && c <= 0x203f) || (c >= 0x3008 && c <= 0x3020) || (c >= 0x3000 && c <= 0x3003)) return false;
  return LETTER.test(String.fromCharCode(c));
}

/** The letters and numbers of a key. */
export function lettersOf(key: string): string {
  if (units.length <= key.length) return key.replace(/[^\p{L}\p{N}]/gu, "");
  let length = 0;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    if ((c & 0xf800) === 0xd800) return key.replace(/[^\p{L}\p{N}]/gu, "");
    if (isLetter(c)) units[length++] = c;
  }
  return length === key.length ? key : unitsText(length);
}

export interface Cue {
  readonly text: string;
  readonly rule: string;
  /** Whether one hit is enough wherever the line stands; otherwise only before or behind the body. */
  readonly strong: boolean;
}

const isLabel = (cue: string): boolean => /[:/|丨]$/.test(cue);

/** Whether a label may begin at the unit `at`: 来源: does in “1日 来源:X”, not in “资金来源:X”. */
function startsWord(at: number): boolean {
  if (at === 0 || blanks[at] === 1) return true;
  const before = units[at - 1]!;
  return !(
    (before >= 0x4e00 && before <= 0x9fff) ||
    (before >= 0x61 && before <= 0x7a) ||
    (before >= 0x30 && before <= 0x39)
  );
}

function standsAt(text: string, at: number, length: number): boolean {
  if (at + text.length > length) return false;
  for (let k = 0; k < text.length; k++) if (text.charCodeAt(k) !== units[at + k]) return false;
  return true;
}

export interface Found {
  readonly cue: Cue;
  /** Where it stands in the line's key. */
  readonly at: number;
}

/** Places in a table of notes: small, so that it stays near. Two pairs may share one, so that a note is no proof. */
const PLACES = 1 << 14;
/** The place of the two units that a cue begins with; the second is 0 for a cue of one unit. */
const placeOf = (first: number, second: number): number => (first * 31 + second) & (PLACES - 1);

type Entry = Cue & { readonly label: boolean };

export class CueFinder {
  /** Cues by their place, longest first. */
  readonly #cues: Map<number, Entry[]> = new Map();
  /** 1 for places that cues have: most pairs begin none, and are passed over. */
  readonly #notes: Uint8Array = new Uint8Array(PLACES);

  constructor(cues: readonly Cue[]) {
    for (const cue of cues) {
      const place = placeOf(cue.text.charCodeAt(0), cue.text.length === 1 ? 0 : cue.text.charCodeAt(1));
      this.#notes[place] = 1;
      const entry = { ...cue, label: isLabel(cue.text) };
      const list = this.#cues.get(place);
      if (list) list.push(entry);
      else this.#cues.set(place, [entry]);
    }
    for (const list of this.#cues.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** The best cue in the key of `line[start, end)`: a strong one before a weak one, the earlier before the later. */
  find(line: string, start: number = 0, end: number = line.length): Found | undefined {
    const notes = this.#notes;
    const length = fold(line, start, end);
    let best: Found | undefined;
    // Behind the last unit stands none.
    units[length] = 0;
    for (let i = 0; i < length; i++) {
      const pair = placeOf(units[i]!, units[i + 1]!);
      const single = placeOf(units[i]!, 0);
      if (notes[pair] === 1) best = this.#better(best, pair, i, length);
      if (notes[single] === 1) best = this.#better(best, single, i, length);
      if (best?.cue.strong) return best;
    }
    return best;
  }

  /** The longest strong cue of a place that stands at the unit `at`; where there is none, `best`, else the longest weak one. */
  #better(best: Found | undefined, place: number, at: number, length: number): Found | undefined {
    const cues = this.#cues.get(place)!;
    for (let k = 0; k < cues.length; k++) {
      const cue = cues[k]!;
      if (standsAt(cue.text, at, length) && (!cue.label || startsWord(at))) {
        if (cue.strong) return { cue, at };
        best ??= { cue, at };
      }
    }
    return best;
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
