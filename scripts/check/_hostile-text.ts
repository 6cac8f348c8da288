/** Random and hostile strings for comparing engines: seeded, so that a difference can be shown again. */

/** Marsaglia's xorshift32: numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = (random: Random, from: ArrayLike<string>): string => from[below(random, from.length)]!;

const ASCII = Array.from({ length: 128 }, (_, c) => String.fromCharCode(c));
const WIDE = Array.from({ length: 0x5f }, (_, c) => String.fromCharCode(0xff01 + c));
const EMOJI = [..."😀👍🏽👨‍👩‍👧🇨🇳🏥💊🧑‍⚕️①㊙️𠮷𠀀𪚥"];
const MARKS = [..."，。、；：？！“”‘’（）《》【】…—·～％＋－\u3000\u00a0\u200b\ufeff\u0300\u202e\r\n\t "];
const DIGITS = [..."0123456789.０１２３〇一二三十百万亿％%"];

/** One kind of string each: Han by chance, ASCII, mixed width, controls, emoji, any code point, words run together. */
const kinds: ((random: Random, words: readonly string[]) => string)[] = [
  (random) => String.fromCharCode(0x4e00 + below(random, 0x5200)),
  (random) => String.fromCharCode(0x4e00 + below(random, 0x1000)),
  (random) => pick(random, ASCII),
  (random) => pick(random, WIDE),
  (random) => String.fromCharCode(below(random, 32)),
  (random) => pick(random, EMOJI),
  (random) => pick(random, MARKS),
  (random) => pick(random, DIGITS),
  (random) => String.fromCodePoint(below(random, 0xd800)),
  (random) => String.fromCodePoint(0xe000 + below(random, 0x10ffff - 0xe000)),
  (random, words) => pick(random, words),
  (random, words) => pick(random, words),
  (random, words) => pick(random, words).slice(0, 1 + below(random, 3)),
  (random, words) => pick(random, words).toUpperCase(),
];

/** A string of one to three kinds, up to 60 pieces; one in 5,000 has up to 20,000 pieces. */
export function hostileText(random: Random, words: readonly string[]): string {
  const mine = Array.from({ length: 1 + below(random, 3) }, () => kinds[below(random, kinds.length)]!);
  const pieces = below(random, 5000) === 0 ? below(random, 20000) : below(random, 60);
  let text = "";
  for (let i = 0; i < pieces; i++) text += mine[below(random, mine.length)]!(random, words);
  // Cut anywhere: pairs of surrogates are repaired where they broke.
  return text.slice(below(random, 3)).replace(/\p{Surrogate}/gu, "\ufffd");
}
