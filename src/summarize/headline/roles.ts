/** What a word does in a news line, one bit a kind (dictionaries/writer-words.tsv). */

const KINDS = [
  "opener",
  "bait",
  "document",
  "launch",
  "action",
  "speech",
  "attribution",
  "comment",
  "anecdote",
  "forward",
  "background",
  "person",
  "dependent",
  "linked",
  "conditional",
  "introducer",
] as const;

type Kind = (typeof KINDS)[number];

const bit = (kind: Kind): number => 1 << KINDS.indexOf(kind);

export const OPENER: number = bit("opener");
export const BAIT: number = bit("bait");
export const DOCUMENT: number = bit("document");
export const LAUNCH: number = bit("launch");
export const ACTION: number = bit("action");
export const SPEECH: number = bit("speech");
export const ATTRIBUTION: number = bit("attribution");
export const COMMENT: number = bit("comment");
export const ANECDOTE: number = bit("anecdote");
export const FORWARD: number = bit("forward");
export const BACKGROUND: number = bit("background");
export const PERSON: number = bit("person");
export const DEPENDENT: number = bit("dependent");
export const LINKED: number = bit("linked");
export const CONDITIONAL: number = bit("conditional");
export const INTRODUCER: number = bit("introducer");

/** Left out of a headline: 已, 正式. */
export const DROPPED: number = 1 << 26;
/** Points to what was said before, or to whoever speaks. */
export const POINTER: number = 1 << 27;

const FORMS: readonly (readonly [number, string])[] = [
  [
    DROPPED,
    "已 已经 正式 顺利 成功 陆续 同步 先后 目前 进一步 其中 则 也 还 并 再 如今 现场 共 日前 近日 继续 全市 全县 全区 全州 全旗 全省",
  ],
  [
    POINTER,
    "该 这 那 此 其 它 他 她 我 我们 本 这里 那里 自己 他们 记者 这套 这种 这个 我市 我县 我区 我省 我州 我院 我局 我委 该市 该县 该区 该省 该州 该院 该局 该委 本市 本县 本区 本省 本州 本院",
  ],
];

/** Bits of the words that have any. */
export type Roles = ReadonlyMap<string, number>;

/** Reads the TSV (kind, word; one header row). */
export function readRoles(tsv: string): Roles {
  const roles = new Map<string, number>();
  for (const line of tsv.split("\n").slice(1)) {
    const tab = line.indexOf("\t");
    const kind = KINDS.indexOf(line.slice(0, tab) as Kind);
    if (kind < 0) continue;
    const word = line.slice(tab + 1);
    roles.set(word, (roles.get(word) ?? 0) | (1 << kind));
  }
  for (const [bits, words] of FORMS)
    for (const word of words.split(" ")) roles.set(word, (roles.get(word) ?? 0) | bits);
  return roles;
}
