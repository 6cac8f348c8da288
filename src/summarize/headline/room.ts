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
}

/** Room for tokens that are put in. */
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
  };
}

/** `room` where it is large enough, else one of its own. */
export const roomFor = (tokens: number, room?: Room): Room =>
  room && room.size >= tokens + SPARE ? room : makeRoom(tokens);
