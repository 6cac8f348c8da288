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

function tagOf(word: ObeyedWord, same: Token | undefined): string {
  return word.user?.tag ?? (same && !UNKNOWN_TAGS.has(same.pos) ? same.pos : OTHER_NAME);
}

/** The tokens with the obeyed words (in order, none overlapping another) in their places. */
function placeWords(text: string, tokens: readonly Token[], words: readonly ObeyedWord[], engine: Engine): Token[] {
  const placed: Token[] = [];
  let at = 0;
  // What an earlier word has left of the token at `at`, already segmented.
  let rest: Token[] = [];
  const pull = (): Token | undefined => rest.shift() ?? tokens[at++];
  let current = pull();
  for (const word of words) {
    while (current && current.end <= word.start) {
      placed.push(current);
      current = pull();
    }
    if (!current) break;
    const first = current;
    let last = first;
    const inside: Token[] = [first];
    while (last.end < word.end) {
      last = pull()!; // the tokens cover the text, and the word lies in it
      inside.push(last);
    }
    const cutsFirst = first.start < word.start;
    const cutsLast = last.end > word.end;
    if (
      (cutsFirst && !mayCut(text, word, first.start, first.end)) ||
      (cutsLast && !mayCut(text, word, last.start, last.end))
    ) {
      rest = [...inside, ...rest];
      current = pull();
      continue;
    }
    if (cutsFirst) engine.tokenize(text, placed, first.start, word.start);
    const same = inside.length === 1 && !cutsFirst && !cutsLast ? first : undefined;
    placed.push({
      text: same ? same.text : text.slice(word.start, word.end),
      pos: tagOf(word, same),
      start: word.start,
      end: word.end,
    });
    if (cutsLast) {
      const behind: Token[] = [];
      engine.tokenize(text, behind, word.end, last.end);
      rest = [...behind, ...rest];
    }
    current = pull();
  }
  while (current) {
    placed.push(current);
    current = pull();
  }
  return placed;
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
    return placeWords(text, tokens, chosen, cutter).map((token) => token.text);
  }

  tokenize(text: string, hits?: readonly Hit[]): Token[] {
    const tokens: Token[] = [];
    this.#engine.tokenize(text, tokens, 0, text.length);
    const { scanner, userWords, lexicon } = this.#obeyed();
    if (!lexicon && userWords.length === 0) return tokens;
    const words = chooseWords(hits ?? scanner.scanWords(text), userWords, lexicon);
    return words.length === 0 ? tokens : placeWords(text, tokens, words, this.#engine);
  }
}
