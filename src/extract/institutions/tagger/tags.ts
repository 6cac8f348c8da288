/**
 * BIOES × {LOC, ORG}, O, and one tag for all characters of a person's name (set apart from O, or the model takes 朱镕基
 * and 海南 for more alike than they are); and the transitions that are legal between them.
 */

export type TagLabel = "LOC" | "ORG" | "PER";

/** A name found by the tagger: half-open UTF-16 offsets into the text given. */
export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: TagLabel;
}

export const TAG_COUNT = 10;
export const OUTSIDE = 0;
/** Tag of the first of B, I, E, S of a label. */
export const FIRST_TAG = { LOC: 1, ORG: 5 } as const;
/** Each character of a person's name. */
export const PERSON = 9;
const [B, I, E, S] = [0, 1, 2, 3];

/** Whether it stands by itself: O, S, a person. */
const isSingle = (tag: number): boolean => tag === OUTSIDE || tag === PERSON || (tag - 1) % 4 === S;

/** Whether a name may begin (or O stand) here: O, B, S, a person. */
export const isStart = (tag: number): boolean => isSingle(tag) || (tag - 1) % 4 === B;
/** Whether nothing is left open after this tag: O, E, S, a person. */
export const isEnd = (tag: number): boolean => isSingle(tag) || (tag - 1) % 4 === E;

/** Whether tag `b` may follow tag `a`: inside a name only its own I and E, elsewhere only O, B, S, a person. */
export function isLegal(a: number, b: number): boolean {
  if (isEnd(a)) return isStart(b);
  const open = a - ((a - 1) % 4);
  return b === open + I || b === open + E;
}

/** Writes the tags of a span over `[start, end)`. */
export function writeTags(tags: Uint8Array, start: number, end: number, label: TagLabel): void {
  if (label === "PER") {
    tags.fill(PERSON, start, end);
    return;
  }
  const first = FIRST_TAG[label];
  if (end === start + 1) tags[start] = first + S;
  else {
    tags[start] = first + B;
    tags.fill(first + I, start + 1, end - 1);
    tags[end - 1] = first + E;
  }
}

/** The spans of a legal tag sequence `tags[0, n)`, moved by `offset`. */
export function spansOf(tags: Uint8Array, n: number, offset: number, out: TaggedSpan[]): void {
  let start = 0;
  for (let i = 0; i < n; i++) {
    const tag = tags[i]!;
    if (tag === OUTSIDE) continue;
    if (tag === PERSON) {
      if (i === 0 || tags[i - 1] !== PERSON) start = i;
      if (i + 1 === n || tags[i + 1] !== PERSON) out.push({ start: start + offset, end: i + 1 + offset, label: "PER" });
      continue;
    }
    const part = (tag - 1) % 4;
    if (part === B || part === S) start = i;
    if (part === E || part === S)
      out.push({ start: start + offset, end: i + 1 + offset, label: tag < FIRST_TAG.ORG ? "LOC" : "ORG" });
  }
}
