/** Numbers the words of one text: a table of word ids that is used again for each text. */

const SIZE = 1 << 13;
const slots = new Int32Array(SIZE);
/** The text for which a slot was filled. */
const rounds = new Int32Array(SIZE);
let round = 0;

/** Starts on another text. */
export function clearWordIds(): void {
  round++;
}

/** The id of `word` among `words`, where it is put if it is new. */
export function wordId(words: string[], word: string): number {
  const n = word.length;
  let at = (word.charCodeAt(0) * 31 + word.charCodeAt(n - 1) * 7 + (n > 2 ? word.charCodeAt(1) * 131 : 0) + n) % SIZE;
  while (rounds[at] === round) {
    if (words[slots[at]!] === word) return slots[at]!;
    at = (at + 1) % SIZE;
  }
  rounds[at] = round;
  slots[at] = words.length;
  words.push(word);
  return words.length - 1;
}
