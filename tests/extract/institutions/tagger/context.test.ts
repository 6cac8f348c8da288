import { expect, test } from "vitest";
import { characterType, foldCharacter } from "../../../../src/extract/institutions/tagger/characters.ts";
import { Alphabet, SentenceContext, UNKNOWN_ID } from "../../../../src/extract/institutions/tagger/context.ts";
import { buildGazetteer, Gazetteer, POWERS } from "../../../../src/extract/institutions/tagger/gazetteer.ts";

const characters = '0Aa",;:!?-·北京市海淀区医院';
const alphabet = new Alphabet(characters);
const ids = (name: string): number[] => Array.from(name, (c) => alphabet.ids[c.charCodeAt(0)]!);

test("the alphabet's tables equal folding and typing unit by unit", () => {
  for (let c = 0; c < 0x10000; c++) {
    const place = characters.indexOf(String.fromCharCode(foldCharacter(c)));
    const expected = [place < 0 ? UNKNOWN_ID : place + 2, characterType(c)];
    if (alphabet.ids[c] !== expected[0] || (alphabet.types[c]! & 0x3f) !== expected[1])
      expect([c, alphabet.ids[c], alphabet.types[c]]).toEqual([c, ...expected]);
  }
});

test.each([
  ["“５Ｇ”", '"0A"'],
  ["—–－", "---"],
  ["阿·卜•杜", "阿·卜·杜"],
  ["（ＣＴ）", "(AA)"],
])("%s folds to %s", (from, to) => {
  expect(String.fromCharCode(...Array.from(from, (c) => foldCharacter(c.charCodeAt(0))))).toBe(to);
});

test("flags are leftmost-longest per class, and the distance counts to the next suffix's end in the clause", () => {
  const gazetteer = new Gazetteer(
    buildGazetteer([
      [ids("北京市"), 0],
      [ids("海淀区"), 0],
      [ids("北京"), 1],
      [ids("医院"), 4],
    ]),
  );
  const context = new SentenceContext(alphabet, gazetteer);
  const text = "在北京市海淀医院，医";
  context.read(text, 0, text.length);
  const [full, short, suffix] = [POWERS[0]!, POWERS[1]!, POWERS[4]!];
  expect([...context.flags.slice(2, 2 + text.length)]).toEqual([
    0,
    full + short,
    2 * full + 3 * short,
    3 * full,
    0,
    0,
    suffix,
    3 * suffix,
    0,
    0,
  ]);
  expect([...context.distances.slice(2, 2 + text.length)]).toEqual([7, 6, 6, 5, 4, 3, 2, 1, 0, 0]);
});
