/**
 * Packs the dictionary files of the nodejieba package (cppjieba's, MIT) into base-dictionary.bin: what cppjieba's
 * DictTrie and HMMModel hold after loading them, with the same doubles.
 */
import { readFileSync } from "node:fs";
import { pack } from "../../src/core/packed.ts";
import { SCHEMA, SEPARATOR_SYMBOL, SEPARATORS, VERSION } from "../../src/lexicon/base-dictionary.ts";
import { buildDoubleArray, makeAlphabet } from "../../src/lexicon/double-array-builder.ts";
import { logarithm } from "./_logarithm.ts";

const cppjieba = "node_modules/nodejieba/submodules/cppjieba/";
const files = {
  words: `${cppjieba}dict/jieba.dict.utf8`,
  user: `${cppjieba}dict/user.dict.utf8`,
  hmm: `${cppjieba}dict/hmm_model.utf8`,
  licence: `${cppjieba}LICENSE`,
};

export const inputs: readonly string[] = [
  ...Object.values(files),
  "scripts/resources/_logarithm.ts",
  "src/lexicon/base-dictionary.ts",
  "src/lexicon/double-array.ts",
  "src/lexicon/double-array-builder.ts",
];

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** DictTrie: words with frequency and tag, then the user words, whose weight is the median where none is given. */
function readWords(): { words: Map<string, [weight: number, tag: string]>; minWeight: number } {
  const rows = read(files.words)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(" ") as [string, string, string]);
  const sum = rows.reduce((total, [, frequency]) => total + Number(frequency), 0);
  const weights = new Map<number, number>();
  const weigh = (frequency: number): number => {
    let weight = weights.get(frequency);
    if (weight === undefined) weights.set(frequency, (weight = logarithm(frequency / sum)));
    return weight;
  };
  const words = new Map(rows.map(([word, frequency, tag]) => [word, [weigh(Number(frequency)), tag]]));
  const sorted = rows.map(([, frequency]) => Number(frequency)).sort((a, b) => a - b);
  const median = weigh(sorted[sorted.length >> 1]!);
  for (const line of read(files.user).split("\n")) {
    if (line === "") continue;
    const [word, second, third] = line.split(" ") as [string, string?, string?];
    if ([...word].length === 1) throw new Error(`user word of one character: ${word}; cppjieba treats these apart`);
    words.set(word, third === undefined ? [median, second ?? ""] : [weigh(Number(second)), third]);
  }
  return { words: words as Map<string, [number, string]>, minWeight: weigh(sorted[0]!) };
}

/** HMMModel: start, transition and emission by unit, each by state B E M S; emissions as millionths, 0 where none is given. */
function readHmm(): { start: number[]; transitions: number[]; emissions: Map<number, readonly number[]> } {
  const lines = read(files.hmm)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const numbers = (line: string): number[] => line.trim().split(" ").map(Number);
  const start = numbers(lines[0]!);
  const transitions = lines.slice(1, 5).flatMap(numbers);
  const table = new Map<number, number[]>();
  lines.slice(5, 9).forEach((line, state) => {
    for (const pair of line.trim().split(",")) {
      const [character, value] = pair.split(":") as [string, string];
      const millionths = Math.round(Number(value) * 1e6);
      if (character.length !== 1 || millionths / 1e6 !== Number(value) || millionths === 0)
        throw new Error(`emission cannot be kept exactly: ${pair}`);
      const row = table.get(character.charCodeAt(0)) ?? [0, 0, 0, 0];
      row[state] = millionths;
      table.set(character.charCodeAt(0), row);
    }
  });
  return { start, transitions, emissions: table };
}

export function make(): Record<string, Uint8Array> {
  const { words, minWeight } = readWords();
  const keys = [...words.keys()].sort((a, b) => (a < b ? -1 : 1));
  const apart = keys.find((key) => /[\ud800-\udfff]/.test(key) || [...SEPARATORS].some((s) => key.includes(s)));
  if (apart !== undefined) throw new Error(`the engine does not expect this word: ${apart}`);
  // Index 0 is the weight of a single character that is no word.
  const weights = [minWeight, ...new Set([...words.values()].map(([weight]) => weight).sort((a, b) => b - a))];
  const weightIndex = new Map(weights.map((weight, index) => [weight, index]));
  weightIndex.set(minWeight, weights.indexOf(minWeight, 1));
  const tags = ["", ...new Set([...words.values()].map(([, tag]) => tag))].filter(
    (tag, i, all) => all.indexOf(tag) === i,
  );
  const heat = keys.map((key) => Math.exp(words.get(key)![0]));
  const { symbols, alphabetSize: used } = makeAlphabet(keys, SEPARATOR_SYMBOL + 1, heat);
  const hmm = readHmm();
  const isSeparator = (unit: number): boolean => SEPARATORS.includes(String.fromCharCode(unit));
  // Characters that only the model knows have symbols too, behind those of the words.
  const others = [...hmm.emissions.keys()]
    .filter((unit) => symbols[unit] === 0 && !isSeparator(unit))
    .sort((a, b) => a - b);
  others.forEach((unit, i) => {
    symbols[unit] = used + i;
  });
  const alphabetSize = used + others.length;
  const emissions = new Int32Array(4 * alphabetSize);
  for (const [unit, row] of hmm.emissions) if (!isSeparator(unit)) emissions.set(row, 4 * symbols[unit]!);
  const values = keys.map((key) => weightIndex.get(words.get(key)![0])!);
  const { cells, nodes } = buildDoubleArray({
    keys,
    values,
    symbols,
    alphabetSize,
    heat,
  });
  const tagOf = new Uint8Array(cells.length / 2);
  keys.forEach((key, i) => {
    tagOf[nodes[i]!] = tags.indexOf(words.get(key)![1]);
  });
  for (const separator of SEPARATORS) symbols[separator.charCodeAt(0)] = SEPARATOR_SYMBOL;
  const bytes = pack(SCHEMA, VERSION, {
    notice: `Dictionary and hidden Markov model of cppjieba (jieba.dict.utf8, user.dict.utf8, hmm_model.utf8).\n\n${read(files.licence)}`,
    symbols,
    alphabetSize: Uint16Array.of(alphabetSize),
    cells,
    weights: Float64Array.from(weights),
    tagNames: tags.join("\n"),
    tagOf,
    start: Float64Array.from(hmm.start),
    transitions: Float64Array.from(hmm.transitions),
    emissions,
  });
  return { "base-dictionary.bin": bytes };
}
