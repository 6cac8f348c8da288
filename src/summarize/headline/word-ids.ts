/** Numbers the words of one text: a table of word ids that is used again for each text. */

let size = 1 << 13;
let slots = new Int32Array(size);
/** The text for which a slot was filled. */
let rounds = new Int32Array(size);
let round = 0;

/** Starts on another text of so many tokens; half of the table stays free, else a search would never end. */
export function clearWordIds(tokens: number): void {
  round++;
  if (2 * tokens <= size) return;
  while (size < 2 * tokens) size *= 2;
  slots = new Int32Array(size);
  rounds = new Int32Array(size);
}

/** The id of `word` among `words`, where it is put if it is new. */
export function wordId(words: string[], word: string): number {
  const n = word.length;
  let at = (word.charCodeAt(0) * 31 + word.charCodeAt(n - 1) * 7 + (n > 2 ? word.charCodeAt(1) * 131 : 0) + n) % size;
  while (rounds[at] === round) {
    if (words[slots[at]!] === word) return slots[at]!;
    at = (at + 1) % size;
  }
  rounds[at] = round;
  slots[at] = words.length;
  words.push(word);
  return words.length - 1;
}
