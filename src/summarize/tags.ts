/** Tags of words as numbers: the first unit of each; `V` for vn, `E` for eng. */
const unit = (c: string): number => c.charCodeAt(0);
export const N: number = unit("n");
export const V: number = unit("v");
export const VN: number = unit("V");
export const P: number = unit("p");
export const F: number = unit("f");
export const T: number = unit("t");
export const D: number = unit("d");
export const C: number = unit("c");
export const M: number = unit("m");
export const Q: number = unit("q");
export const U: number = unit("u");
export const A: number = unit("a");
export const I: number = unit("i");
export const Z: number = unit("z");
export const L: number = unit("l");
export const J: number = unit("j");
export const ENG: number = unit("E");
export const S: number = unit("s");
export const X: number = unit("x");
export const R: number = unit("r");
export const B: number = unit("b");
export const K: number = unit("k");
export const G: number = unit("g");

/** Tags by set: a byte for each tag unit. */
const tagSet = (...tags: number[]): Uint8Array => {
  const set = new Uint8Array(128);
  for (const t of tags) set[t] = 1;
  return set;
};
export const NOMINAL: Uint8Array = tagSet(N, R, M, Q, X, ENG, S, J, I, L, VN, B, A, Z, F, G, T, K);
export const SUBJECT: Uint8Array = tagSet(N, J, ENG, VN, R, L, I, S, X, G);
export const TRAILING: Uint8Array = tagSet(D, P, C, U, T, F);
export const STATE: Uint8Array = tagSet(A, I, Z, L);

export const tagOf = (pos: string): number => {
  const first = pos.charCodeAt(0) & 127;
  if (first === V && pos === "vn") return VN;
  return first === 101 && pos === "eng" ? ENG : first;
};
