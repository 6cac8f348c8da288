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
import { chooseWords, type ObeyedWord } from "./obeyed-words.ts";
import type { Engine, Segmenter } from "./segmenter.ts";

/** The tag of an obeyed word that has none of its own: a proper noun of another kind, in jieba's tag set. */
const OTHER_NAME = "nz";
/** Tags that only say that the engine does not know the word. */
const UNKNOWN_TAGS: ReadonlySet<string> = new Set(["x", "eng", "m"]);

/** What is to be obeyed now. */
export interface Obeyed {
  readonly scanner: Scanner;
  readonly userWords: readonly UserWord[];
  /** Whether `tokenize` obeys the lexicon's terms too; `cut` never does. */
  readonly lexicon: boolean;
}

const isNumber = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (!((c >= 0x30 && c <= 0x39) || c === 0x2e)) return false;
  }
  return true;
};

/** Whether `word` may cut the engine's word `[start, end)`. */
function mayCut(text: string, word: ObeyedWord, start: number, end: number): boolean {
  return word.end - word.start > end - start || (word.user !== undefined && !isNumber(text, start, end));
}

/** Puts the obeyed words (in order, none overlapping another) in the places of an engine's tokens. */
class Placing {
  readonly placed: Token[] = [];
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #engine: Engine;
  #at = 0;
  /** What an earlier word has left of the tokens before `#at`, segmented anew: these come first. */
  #rest: Token[] = [];

  constructor(text: string, tokens: readonly Token[], engine: Engine) {
    this.#text = text;
    this.#tokens = tokens;
    this.#engine = engine;
  }

  place(words: readonly ObeyedWord[]): Token[] {
    for (const word of words) if (!this.#placeWhole(word)) this.#placeCutting(word);
    this.#copy(this.#text.length);
    return this.placed;
  }

  /** Copies tokens up to `end`. */
  #copy(end: number): void {
    const { placed } = this;
    while (this.#rest.length > 0 && this.#rest[0]!.end <= end) placed.push(this.#rest.shift()!);
    if (this.#rest.length > 0) return;
    const tokens = this.#tokens;
    let at = this.#at;
    for (; at < tokens.length && tokens[at]!.end <= end; at++) placed.push(tokens[at]!);
    this.#at = at;
  }

  /** The usual case: the word is made of whole tokens. @returns whether it was. */
  #placeWhole(word: ObeyedWord): boolean {
    this.#copy(word.start);
    if (this.#rest.length > 0) return false;
    const tokens = this.#tokens;
    const first = tokens[this.#at]!; // the tokens cover the text, and the word lies in it
    if (first.start !== word.start) return false;
    let last = this.#at;
    while (tokens[last]!.end < word.end) last++;
    if (tokens[last]!.end !== word.end) return false;
    this.#push(word, last === this.#at ? first : undefined);
    this.#at = last + 1;
    return true;
  }

  /** The word begins or ends inside tokens: it gives way, or they are cut. */
  #placeCutting(word: ObeyedWord): void {
    const inside: Token[] = [];
    while (inside.length === 0 || inside.at(-1)!.end < word.end)
      inside.push(this.#rest.shift() ?? this.#tokens[this.#at++]!);
    const first = inside[0]!;
    const last = inside.at(-1)!;
    const cutsFirst = first.start < word.start;
    const cutsLast = last.end > word.end;
    if (
      (cutsFirst && !mayCut(this.#text, word, first.start, first.end)) ||
      (cutsLast && !mayCut(this.#text, word, last.start, last.end))
    ) {
      this.#rest.unshift(...inside);
      return;
    }
    if (cutsFirst) this.#engine.tokenize(this.#text, this.placed, first.start, word.start);
    this.#push(word, inside.length === 1 && !cutsFirst && !cutsLast ? first : undefined);
    if (!cutsLast) return;
    const behind: Token[] = [];
    this.#engine.tokenize(this.#text, behind, word.end, last.end);
    this.#rest.unshift(...behind);
  }

  /** @param same the token that the word already is, where it is one. */
  #push({ start, end, user }: ObeyedWord, same: Token | undefined): void {
    const pos = user?.tag ?? (same && !UNKNOWN_TAGS.has(same.pos) ? same.pos : OTHER_NAME);
    this.placed.push(
      same && same.pos === pos ? same : { text: same ? same.text : this.#text.slice(start, end), pos, start, end },
    );
  }
}

/** Segments with an engine, obeying what `obeyed` gives at each call. */
export class ObedientSegmenter implements Segmenter {
  readonly #engine: Engine;
  readonly #obeyed: () => Obeyed;

  constructor(engine: Engine, obeyed: () => Obeyed) {
    this.#engine = engine;
    this.#obeyed = obeyed;
  }

  /** The engine's words, the user's words obeyed. */
  cut(text: string): string[] {
    const words: string[] = [];
    this.#engine.cut(text, words, 0, text.length);
    const { scanner, userWords } = this.#obeyed();
    if (userWords.length === 0) return words;
    const chosen = chooseWords(scanner.scanWords(text), userWords, false);
    if (chosen.length === 0) return words;
    const asToken = (word: string, start: number): Token => ({ text: word, pos: "", start, end: start + word.length });
    const append = (found: readonly string[], from: number, tokens: Token[]): void => {
      let start = from;
      for (const word of found) {
        tokens.push(asToken(word, start));
        start += word.length;
      }
    };
    const tokens: Token[] = [];
    append(words, 0, tokens);
    const cutter: Engine = {
      cut: () => {},
      tokenize: (t, out, start, end) => {
        const found: string[] = [];
        this.#engine.cut(t, found, start, end);
        append(found, start, out);
      },
    };
    return new Placing(text, tokens, cutter).place(chosen).map((token) => token.text);
  }

  tokenize(text: string, hits?: readonly Hit[]): Token[] {
    const tokens: Token[] = [];
    this.#engine.tokenize(text, tokens, 0, text.length);
    const { scanner, userWords, lexicon } = this.#obeyed();
    if (!lexicon && userWords.length === 0) return tokens;
    const words = chooseWords(hits ?? scanner.scanWords(text), userWords, lexicon);
    return words.length === 0 ? tokens : new Placing(text, tokens, this.#engine).place(words);
  }
}
