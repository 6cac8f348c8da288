/** The dictionary and the hidden Markov model of the built-in engine, as views on one packed resource. */
import { Packed } from "../core/packed.ts";
import { type DoubleArray, openDoubleArray } from "./double-array.ts";

export const SCHEMA = "base-dictionary";
export const VERSION = 4;

/** cppjieba's separators: a stretch ends before each, and each stands alone. */
export const SEPARATORS = " \t\n，。";
/** The symbol of every separator; those of the words' characters follow it, then those that only the model knows. */
export const SEPARATOR_SYMBOL = 1;

export interface BaseDictionary {
  /** Values are indexes into `weights`, 0 for nodes that are no word. */
  readonly trie: DoubleArray;
  /** Log probabilities; `weights[0]` is that of a single character that is no word. */
  readonly weights: Float64Array;
  /** Node → index into `tagNames`; 0 is the empty tag. */
  readonly tagOf: Uint8Array;
  readonly tagNames: readonly string[];
  readonly hmm: HiddenMarkovModel;
  /** The licence of the dictionary. */
  readonly notice: string;
}

/** States in the order B E M S. Absent emissions are cppjieba's −3.14e100. */
export interface HiddenMarkovModel {
  readonly start: Float64Array;
  /** From state p to state s: `transitions[4p + s]`. */
  readonly transitions: Float64Array;
  /** By the trie's symbol c and state s: `emissions[4c + s]`; symbol 0 is any character that the model does not know. */
  readonly emissions: Float64Array;
}

/** Stands for a probability of zero in cppjieba. */
export const IMPOSSIBLE = -3.14e100;

/**
 * Opens `base-dictionary.bin`.
 * @throws WeixunError `bad-model` when the bytes are truncated, changed or of another version.
 */
export function openBaseDictionary(bytes: Uint8Array): BaseDictionary {
  const packed = new Packed(bytes, SCHEMA, VERSION, "base-dictionary.bin");
  const millionths = packed.int32("emissions");
  const emissions = new Float64Array(millionths.length);
  for (let i = 0; i < emissions.length; i++) emissions[i] = millionths[i] === 0 ? IMPOSSIBLE : millionths[i]! / 1e6;
  return {
    trie: openDoubleArray(packed.uint16("symbols"), packed.uint16("alphabetSize")[0]!, packed.int32("cells")),
    weights: packed.float64("weights"),
    tagOf: packed.bytes("tagOf"),
    tagNames: packed.text("tagNames").split("\n"),
    hmm: { start: packed.float64("start"), transitions: packed.float64("transitions"), emissions },
    notice: packed.text("notice"),
  };
}
