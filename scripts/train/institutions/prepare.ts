/** Everything one training run reads: sentences, the alphabet, the gazetteer, the feature rows. */
import { foldCharacter } from "../../../src/extract/institutions/tagger/characters.ts";
import { Alphabet, UNKNOWN_ID } from "../../../src/extract/institutions/tagger/context.ts";
import { buildGazetteer, Gazetteer, type GazetteerArrays } from "../../../src/extract/institutions/tagger/gazetteer.ts";
import {
  type GoldArticle,
  labelGold,
  readCluener,
  readGold,
  readMsra,
  readResume,
  type Sentence,
  splitLabelled,
} from "./corpora.ts";
import { FeatureReader, KeyTable } from "./crf.ts";
import { gazetteerNames, NameMaker } from "./names.ts";
import { Random } from "./random.ts";
import { healthSentences } from "./silver.ts";
import { swapped } from "./swap.ts";

/** Copies with swapped names; 30,000 hurt. */
export const SWAPS = 8000;
/** Copies of the project's own labelled sentences with swapped names, a sentence. */
const GOLD_SWAPS = 4;
/** Characters seen fewer times share one id. */
const LEAST_CHARACTER = 2;
const LEAST_FEATURE = 2;

export interface Prepared {
  /** MSRA and copies of it with swapped names. */
  readonly news: Sentence[];
  /** CLUENER, Resume and copies: they leave most places unmarked. */
  readonly sparseNews: Sentence[];
  /** The issues written for this project, by article, and swapped copies of their sentences. */
  readonly gold: readonly { article: GoldArticle; sentences: Sentence[]; copies: Sentence[] }[];
  readonly silverTexts: string[];
  readonly characters: string;
  readonly gazetteer: GazetteerArrays;
  readonly keys: Uint32Array;
  readonly table: KeyTable;
  readonly reader: FeatureReader;
}

export function prepare(options: { open: boolean; seed: number; heldOut: number }): Prepared {
  const random = new Random(options.seed);
  const names = new NameMaker(random);
  const msra = options.open ? [] : readMsra(options.heldOut).train.flatMap(splitLabelled);
  const sparse = [...readCluener(options.heldOut).train, ...readResume()].flatMap(splitLabelled);
  const copies = (from: Sentence[]): Sentence[] =>
    swapped(from, Math.round((SWAPS * from.length) / (msra.length + sparse.length)), names, random);
  const news = [...msra, ...copies(msra)];
  const sparseNews = [...sparse, ...copies(sparse)];
  const gold = readGold().map((article) => {
    const sentences = labelGold(article);
    return { article, sentences, copies: swapped(sentences, sentences.length * GOLD_SWAPS, names, random) };
  });
  const silverTexts = healthSentences();
  const all = [
    ...news,
    ...sparseNews,
    ...gold.flatMap((g) => [...g.sentences, ...g.copies]),
    ...silverTexts.map((text) => ({ text, spans: [] })),
  ];
  const characters = countCharacters(all);
  const alphabet = new Alphabet(characters);
  const gazetteer = buildGazetteer(
    gazetteerNames().flatMap((list, k) =>
      list
        .map((name) => Array.from({ length: name.length }, (_, i) => alphabet.ids[name.charCodeAt(i)]!))
        .filter((ids) => !ids.includes(UNKNOWN_ID))
        .map((ids) => [ids, k] as const),
    ),
  );
  const reader = new FeatureReader(alphabet, new Gazetteer(gazetteer));
  const table = new KeyTable();
  reader.count(all, table);
  const keys = table.number(LEAST_FEATURE);
  return { news, sparseNews, gold, silverTexts, characters, gazetteer, keys, table, reader };
}

function countCharacters(sentences: readonly Sentence[]): string {
  const counts = new Uint32Array(0x10000);
  for (const { text } of sentences) for (let i = 0; i < text.length; i++) counts[foldCharacter(text.charCodeAt(i))]!++;
  let characters = "";
  for (let c = 0; c < counts.length; c++)
    if (counts[c]! >= LEAST_CHARACTER && (c < 0xd800 || c > 0xdfff)) characters += String.fromCharCode(c);
  return characters;
}
