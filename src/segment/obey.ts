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

function tokenOf(text: string, { start, end, user }: ObeyedWord, same: Token | undefined): Token {
  const pos = user?.tag ?? (same && !UNKNOWN_TAGS.has(same.pos) ? same.pos : OTHER_NAME);
  if (same?.pos === pos) return same;
  return { text: same ? same.text : text.slice(start, end), pos, start, end };
}

/**
 * Puts the obeyed words (in order, none overlapping another) in the places of an engine's tokens, which are used up:
 * words of whole tokens only shorten the list, so it is rewritten in place until the first one that cuts a token.
 */
function placeWords(text: string, tokens: Token[], words: readonly ObeyedWord[], engine: Engine): Token[] {
  let placed = tokens;
  let count = 0;
  let at = 0;
  // What an earlier word has left of the tokens before `at`, segmented anew: it comes before `tokens[at]`.
  let rest: Token[] = [];
  // The tokens cover the text and the words lie in it, so there is always one more while a word is not covered.
  const ahead = (k: number): Token => (k < rest.length ? rest[k]! : tokens[at + k - rest.length]!);
  for (const word of words) {
    const { start, end } = word;
    while (rest.length > 0 && rest[0]!.end <= start) placed[count++] = rest.shift()!;
    if (rest.length === 0) while (tokens[at]!.end <= start) placed[count++] = tokens[at++]!;
    const first = ahead(0);
    let k = 0;
    let last = first;
    while (last.end < end) last = ahead(++k);
    const cutsFirst = first.start < start;
    const cutsLast = last.end > end;
    if (cutsFirst && !mayCut(text, word, first.start, first.end)) continue;
    if (cutsLast && !mayCut(text, word, last.start, last.end)) continue;
    const fromRest = Math.min(k + 1, rest.length);
    if (fromRest > 0) rest = rest.slice(fromRest);
    at += k + 1 - fromRest;
    if (!cutsFirst && !cutsLast) {
      placed[count++] = tokenOf(text, word, k === 0 ? first : undefined);
      continue;
    }
    if (placed === tokens) placed = tokens.slice(0, count);
    if (cutsFirst) {
      engine.tokenize(text, placed, first.start, start);
      count = placed.length;
    }
    placed[count++] = tokenOf(text, word, undefined);
    if (cutsLast) {
      const behind: Token[] = [];
      engine.tokenize(text, behind, end, last.end);
      rest = rest.length === 0 ? behind : [...behind, ...rest];
    }
  }
  for (const token of rest) placed[count++] = token;
  while (at < tokens.length) placed[count++] = tokens[at++]!;
  placed.length = count;
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
