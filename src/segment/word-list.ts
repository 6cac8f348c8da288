/** Room for so many words is kept from text to text. */
const KEPT = 1 << 16;

/** Words of a text as numbers, before strings and tokens are made of them: they follow each other without a gap. */
export class WordList {
  /** Where each word ends, in UTF-16 units of the text; it begins where the one before it ends. */
  ends: Int32Array = new Int32Array(1024);
  /** What the engine knows each word by; below 0: `~id` is a place in the tags of obeyed words. */
  ids: Int32Array = new Int32Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
    if (this.ends.length <= KEPT) return;
    this.ends = new Int32Array(1024);
    this.ids = new Int32Array(1024);
  }

  /** Makes room for so many words in all. */
  reserve(words: number): void {
    if (words <= this.ends.length) return;
    const size = Math.max(words, 2 * this.ends.length);
    const { ends, ids } = this;
    this.ends = new Int32Array(size);
    this.ids = new Int32Array(size);
    this.ends.set(ends);
    this.ids.set(ids);
  }

  /** Adds a word, for which there must be room. */
  push(end: number, id: number): void {
    this.ends[this.length] = end;
    this.ids[this.length++] = id;
  }
}
