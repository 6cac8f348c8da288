/** The arrays of a story, kept for the next: small arrays made anew for each article cost more than what fills them. */

export interface Room {
  readonly size: number;
  readonly ids: Int32Array;
  readonly bits: Int32Array;
  readonly traits: Int32Array;
  readonly classes: Uint8Array;
  readonly marks: Uint8Array;
  readonly lengths: Uint16Array;
  /** By word. */
  readonly wordBits: Int32Array;
  readonly wordTraits: Int32Array;
  readonly inTitle: Uint8Array;
  /** By word, for its likelihood (weigh.ts). */
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly allBits: Int32Array;
  readonly kinds: Uint8Array;
  readonly best: Float64Array;
  readonly firstSentence: Int32Array;
  readonly bait: Int32Array;
  readonly lastPart: Uint8Array;
  readonly useful: Uint8Array;
  readonly units: Uint8Array;
  readonly around: Uint8Array;
  readonly p: Float64Array;
  readonly ownClause: Float64Array;
  readonly ownWord: Float64Array;
  readonly stamps: Int32Array;
}

/** Room for tokens and words that lines put in. */
export const SPARE = 8;

/** Makes room for so many tokens. */
export function makeRoom(tokens: number): Room {
  const size = tokens + SPARE;
  return {
    size,
    ids: new Int32Array(size),
    bits: new Int32Array(size),
    traits: new Int32Array(size),
    classes: new Uint8Array(size),
    marks: new Uint8Array(size),
    lengths: new Uint16Array(size),
    wordBits: new Int32Array(size),
    wordTraits: new Int32Array(size),
    inTitle: new Uint8Array(size),
    first: new Int32Array(size),
    count: new Int32Array(size),
    allBits: new Int32Array(size),
    kinds: new Uint8Array(size),
    best: new Float64Array(size),
    firstSentence: new Int32Array(size),
    bait: new Int32Array(size),
    lastPart: new Uint8Array(size),
    useful: new Uint8Array(size),
    units: new Uint8Array(size),
    around: new Uint8Array(size),
    p: new Float64Array(size),
    ownClause: new Float64Array(size),
    ownWord: new Float64Array(size),
    stamps: new Int32Array(size),
  };
}

/** `room` where it is large enough, else one of its own. */
export const roomFor = (tokens: number, room?: Room): Room =>
  room && room.size >= tokens + SPARE ? room : makeRoom(tokens);
