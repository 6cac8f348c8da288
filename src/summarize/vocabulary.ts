/** The content words of a body, in arrays: where each stands first, how often, beside which figures. */
import type { Token } from "../core/types.ts";
import type { Prose } from "./clauses.ts";
import { KIND, type WordTable } from "./words.ts";

export interface Vocabulary {
  /** The words; all arrays “by word” go by the index in it. */
  readonly keys: readonly string[];
  /** By word: first unit of its tag (`V` for vn, `E` for eng), its bits in the word table, 1 where the title has it. */
  readonly tags: Uint8Array;
  readonly bits: Int32Array;
  readonly inTitle: Uint8Array;
  /** By word: occurrences, and the first clause that it stands in. */
  readonly counts: Int32Array;
  readonly first: Int32Array;
  /** By word: figures in its clauses, and the largest share of title words that one of them has. */
  readonly figures: Int32Array;
  readonly titleShare: Float64Array;
  /** By word: a bit for each of the first 32 sentences that it stands in. */
  readonly sentences: Int32Array;
  /** Words of clause `c`, each once: `ids[starts[c]]` to before `ids[starts[c + 1]]`. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
}

const CONTENT = new Uint8Array(128);
for (const tag of "nvailjexmbst") CONTENT[tag.charCodeAt(0)] = 1;
const WORDLIKE = /[\p{L}\p{N}]/u;
const [E, X] = [101, 120];

/** Whether a word of this text, tag and bits says something. */
function isContent(text: string, pos: string, bits: number): boolean {
  const tag = pos.charCodeAt(0);
  if (CONTENT[tag & 127] === 0 || (tag === E && pos !== "eng") || (bits & KIND.stop) !== 0) return false;
  const unit = text.charCodeAt(0);
  if (text.length === 1 && (unit < 0x3400 || unit > 0x9fff)) return false;
  return tag !== X || WORDLIKE.test(text);
}

/** Reads the vocabulary; `figures` and the result's shares are by clause. */
export function readVocabulary(
  prose: Prose,
  title: readonly Token[],
  words: WordTable,
  figures: Uint8Array,
): { vocabulary: Vocabulary; titleShare: Float64Array } {
  const { clauses, tokens } = prose;
  const known = new Map<string, number>();
  // Title words get an id below zero until the body has them.
  for (const t of title) if (isContent(t.text, t.pos, words.bits(t.text))) known.set(t.text, -1);
  const most = tokens.length;
  const keys: string[] = [];
  const tags = new Uint8Array(most);
  const bits = new Int32Array(most);
  const inTitle = new Uint8Array(most);
  const counts = new Int32Array(most);
  const first = new Int32Array(most);
  const near = new Int32Array(most);
  const share = new Float64Array(most);
  const sentences = new Int32Array(most);
  const ids = new Int32Array(most);
  const starts = new Int32Array(clauses.length + 1);
  const seen = new Int32Array(most).fill(-1);
  const titleShare = new Float64Array(clauses.length);
  let n = 0;
  for (let c = 0; c < clauses.length; c++) {
    const clause = clauses[c]!;
    const start = n;
    starts[c] = n;
    let shared = 0;
    for (let i = clause.firstToken; i < clause.endToken; i++) {
      const token = tokens[i]!;
      if (!isContent(token.text, token.pos, prose.bits[i]!)) continue;
      let id = known.get(token.text);
      if (id === undefined || id < 0) {
        if (id !== undefined) inTitle[keys.length] = 1;
        id = keys.length;
        known.set(token.text, id);
        keys.push(token.text);
        tags[id] = prose.tags[i]!;
        bits[id] = prose.bits[i]!;
        first[id] = c;
      }
      counts[id]!++;
      if (seen[id] === c) continue;
      seen[id] = c;
      ids[n++] = id;
      near[id]! += figures[c]!;
      shared += inTitle[id]!;
      if (clause.sentence < 32) sentences[id]! |= 1 << clause.sentence;
    }
    const of = n > start ? shared / (n - start) : 0;
    titleShare[c] = of;
    for (let i = start; i < n; i++) if (share[ids[i]!]! < of) share[ids[i]!] = of;
  }
  starts[clauses.length] = n;
  return {
    vocabulary: {
      keys,
      tags,
      bits,
      inTitle,
      counts,
      first,
      figures: near,
      titleShare: share,
      sentences,
      ids,
      starts,
    },
    titleShare,
  };
}
