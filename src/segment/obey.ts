/**
 * A segmenter whose words obey the lexicon and the user. The engine segments the whole text; then each word to be
 * obeyed takes the place of the engine's words inside it, and of a word that it cuts the engine segments the rest.
 *
 * A term of the lexicon gives way to a longer word of the engine that it would cut (中医 in 中医院). A user's word
 * gives way to a longer number only (5G in 2.5G). All other text is segmented as without them.
 */
import type { Hit, Token } from "../core/types.ts";
import type { Scanner } from "../lexicon/scanner.ts";
import type { UserWord } from "../lexicon/user-dictionary.ts";
import { isDigit } from "../text/fold.ts";
import { chooseWords } from "./obeyed-words.ts";
import type { Engine, Segmenter } from "./segmenter.ts";
import { WordList } from "./word-list.ts";

/** The tag of an obeyed word that has none of its own: a proper noun of another kind, in jieba's tag set. */
export const OTHER_NAME = "nz";
/** The place of {@link OTHER_NAME} in {@link Obeyed.tags}, as an id. */
const OTHER_ID = ~0;
/** Tags that only say that the engine does not know the word. */
const UNKNOWN_TAGS: ReadonlySet<string> = new Set(["x", "eng", "m"]);

/** What is to be obeyed now. */
export interface Obeyed {
  readonly scanner: Scanner;
  readonly userWords: readonly UserWord[];
  /** {@link OTHER_NAME}, then the tag of each user's word. */
  readonly tags: readonly string[];
  /** Whether `tokenize` obeys the lexicon's terms too; `cut` never does. */
  readonly lexicon: boolean;
}

const isNumber = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (!isDigit(c) && c !== 0x2e) return false;
  }
  return true;
};

/** Whether `hit` may cut the engine's word `[start, end)`. */
function mayCut(text: string, hit: Hit, start: number, end: number): boolean {
  return hit.end - hit.start > end - start || (hit.kind === "user" && !isNumber(text, start, end));
}

/** Segments with an engine, obeying what `obeyed` gives at each call. */
export class ObedientSegmenter implements Segmenter {
  readonly #engine: Engine;
  readonly #obeyed: () => Obeyed;
  // Kept from call to call, so that not every text needs room of its own.
  readonly #found = new WordList();
  readonly #placed = new WordList();
  #rest = new WordList();
  #behind = new WordList();

  constructor(engine: Engine, obeyed: () => Obeyed) {
    this.#engine = engine;
    this.#obeyed = obeyed;
  }

  /** The engine's words, the user's words obeyed. */
  cut(text: string): string[] {
    const { scanner, userWords } = this.#obeyed();
    const hits = userWords.length === 0 ? [] : chooseWords(scanner.scanWords(text), userWords, false);
    return this.#engine.strings(text, this.#segment(text, hits, userWords, false));
  }

  tokenize(text: string, hits?: readonly Hit[]): Token[] {
    const { scanner, userWords, lexicon, tags } = this.#obeyed();
    const isFree = !lexicon && userWords.length === 0;
    const chosen = isFree ? [] : chooseWords(hits ?? scanner.scanWords(text), userWords, lexicon);
    return this.#engine.tokens(text, this.#segment(text, chosen, userWords, true), tags);
  }

  /** The engine's words, and in their places `hits` (in order, none overlapping another). */
  #segment(text: string, hits: readonly Hit[], userWords: readonly UserWord[], tagged: boolean): WordList {
    const found = this.#found;
    found.clear();
    this.#append(text, found, 0, text.length, tagged);
    if (hits.length === 0) return found;
    const placed = this.#placed;
    placed.clear();
    placed.reserve(text.length);
    this.#rest.clear();
    let restAt = 0;
    let at = 0;
    // Where the words that are placed end.
    let done = 0;
    for (const hit of hits) {
      const { start, end } = hit;
      // What an earlier hit has left of a word, segmented anew, comes before `found[at]`.
      const rest = this.#rest;
      while (restAt < rest.length && rest.ends[restAt]! <= start)
        placed.push((done = rest.ends[restAt]!), rest.ids[restAt++]!);
      if (restAt === rest.length)
        while (found.ends[at]! <= start) placed.push((done = found.ends[at]!), found.ids[at++]!);
      // The words of the hit, from the first, at `done`, to the last; there is always one more until the hit is covered.
      let nextRest = restAt;
      let next = at;
      let lastStart = done;
      let lastEnd = 0;
      let firstEnd = 0;
      for (;;) {
        lastEnd = nextRest < rest.length ? rest.ends[nextRest++]! : found.ends[next++]!;
        firstEnd ||= lastEnd;
        if (lastEnd >= end) break;
        lastStart = lastEnd;
      }
      const cutsFirst = done < start;
      const cutsLast = lastEnd > end;
      if (cutsFirst && !mayCut(text, hit, done, firstEnd)) continue;
      if (cutsLast && !mayCut(text, hit, lastStart, lastEnd)) continue;
      if (cutsFirst) this.#append(text, placed, done, start, tagged);
      const isOne = start === lastStart && end === lastEnd;
      const same = nextRest > restAt ? rest.ids[nextRest - 1]! : found.ids[next - 1]!;
      placed.push((done = end), this.#idOf(text, hit, userWords, isOne ? same : OTHER_ID));
      if (cutsLast) {
        const behind = this.#behind;
        behind.clear();
        this.#append(text, behind, end, lastEnd, tagged);
        behind.reserve(behind.length + rest.length - nextRest);
        while (nextRest < rest.length) behind.push(rest.ends[nextRest]!, rest.ids[nextRest++]!);
        this.#behind = rest;
        this.#rest = behind;
        nextRest = 0;
      }
      restAt = nextRest;
      at = next;
    }
    const rest = this.#rest;
    while (restAt < rest.length) placed.push(rest.ends[restAt]!, rest.ids[restAt++]!);
    while (at < found.length) placed.push(found.ends[at]!, found.ids[at++]!);
    return placed;
  }

  /** @param same the id of the engine's word of the same stretch, where there is one. */
  #idOf(text: string, { start, end, kind, entry }: Hit, userWords: readonly UserWord[], same: number): number {
    if (kind === "user" && userWords[entry]!.tag !== undefined) return ~(entry + 1);
    return same >= 0 && !UNKNOWN_TAGS.has(this.#engine.tag(text, start, end, same)) ? same : OTHER_ID;
  }

  #append(text: string, words: WordList, start: number, end: number, tagged: boolean): void {
    if (tagged) this.#engine.tokenize(text, words, start, end);
    else this.#engine.cut(text, words, start, end);
  }
}
