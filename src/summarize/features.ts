/** The features that the summary's models see. All are binary; a number is put in a bucket. */
import type { Clause, ClauseKind } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import type { FactKind } from "./facts.ts";
import { V } from "./tags.ts";
import { KIND } from "./words.ts";

const names: string[] = [];
const one = (name: string): number => names.push(name) - 1;
/** Ids of `name0` … `name<most>`: the first of them. */
const many = (name: string, most: number): number => {
  const base = names.length;
  for (let i = 0; i <= most; i++) names.push(`${name}${i}`);
  return base;
};
/** Ids of a feature for each value of a closed set. */
const each = <T extends string>(name: string, values: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(values.map((v) => [v, one(`${name}${v}`)])) as Record<T, number>;
/** First ids of `<name><value>0` … for each value of a closed set. */
const series = <T extends string>(name: string, values: readonly T[], most: number): Readonly<Record<T, number>> =>
  Object.fromEntries(values.map((v) => [v, many(`${name}${v}`, most)])) as Record<T, number>;
const table = (name: string, values: string): ReadonlyMap<string, number> =>
  new Map(values.split(" ").map((v) => [v, one(`${name}${v}`)]));

const CLAUSE_KINDS: readonly ClauseKind[] = ["speech", "filler", "phrase", "dependent", "linked", "bare", "full"];
const FACT_KINDS: readonly FactKind[] = [
  "figure",
  "date",
  "document",
  "meeting",
  "quoted",
  "term",
  "institution",
  "region",
];
const PARAGRAPH = many("paragraph", 4);
const PLACE = many("place", 6);
const FIRST_SENTENCE = one("first-sentence");
const CENTRAL = many("central", 5);
const KINDS = each("kind-", CLAUSE_KINDS);
const ANECDOTE = one("anecdote");
const BACKGROUND = one("background");
const COMMENT = one("comment");
const FORWARD = one("forward");
const REPORTED = one("reported");
const SAID = one("said");
const ANECDOTAL_SENTENCE = one("anecdotal-sentence");
const FACT = each("fact-", FACT_KINDS);
const UNIT = table(
  "unit-",
  "家 万 个 项 % ％ 万元 亿元 人 人次 项次 份 名 次 个百分点 例 条 台 床 种 分钟 秒 小时 天 年 位 所 套 类 级 张 笔 元 辆 户 万人 期 倍 成 大类 岁 公里 件 批 款 部 章 卷 本 毫秒 平 米 块 处 座 支 届 股 号 页 级甲等 级乙等 周期 千 吨 场 组 条 间 分 多",
);
const UNIT_OTHER = one("unit-other");
const FIGURES = many("figures", 4);
const RANK = many("rank", 3);
const LARGE = one("large");
const HAN = one("han");
const SMALL = one("small");
const DECIMAL = one("decimal");
const BEFORE = table(
  "before-",
  "提高到 提升到 提升至 提高至 升至 升到 增至 达 达到 突破 缩短到 缩短至 压缩到 减到 减至 降到 降至 降为 压到 累计 共 共有 超 超过 首批 接入 覆盖 投入 节约 减少 省下 约 近 全市 全省 全县 全国 全区 建成 归集 汇聚 完成 服务 下降 增长 缩短 不低于 不少于 由 从 平均 每 其中 以上 前 到 自 罚款 签约 金额 仅 只 最 第",
);
const BEFORE_OTHER = one("before-");
const IN_TITLE = one("in-title");
const OLD_VALUE = one("old-value");
const HEADS_CLAUSE = one("heads-clause");
const ENDS_CLAUSE = one("ends-clause");
const SHARE = many("share", 4);
const BOUND_DATE = one("bound-date");
const PLAIN_DATE = one("plain-date");
const FULL_DATE = one("full-date");
const DAY = one("day");
const DATE_IN_TITLE = one("date-in-title");
const AS_OF = one("as-of");
const NAMED_IN_TITLE = each("in-title-", FACT_KINDS);
const NAMED_LENGTH = series("length-", FACT_KINDS, 3);
const NAMED_FIRST = each("first-", FACT_KINDS);
const NAMED_AGAIN = series("again-", FACT_KINDS, 3);
const NAMED_FIGURES = series("figures-", FACT_KINDS, 2);
const ACTION = each("action-", FACT_KINDS);
const PERSON = one("person");
/** By unit of a tag. */
const POS = new Int32Array(128).fill(one("pos-other"));
for (const tag of "nvVailjExmbst") POS[tag.charCodeAt(0)] = one(`pos-${tag}`);
const COUNT = many("count", 5);
const LENGTH = many("length", 5);
const HAS_ACTION = one("action");
const DIGIT = one("digit");
const NEAR_FIGURES = many("near-figures", 4);
const BEST_SHARE = many("best-share", 4);
const NAMED = many("named", 2);
const ORDER = many("order", 4);
const LAST = one("last");
const LAUNCH = one("launch");
const HEADED = each("headed-", FACT_KINDS);
const HEADLESS = one("headless");
const BARE_HEAD = one("bare-head");
const SENTENCE_ORDER = many("sentence", 4);
const MAIN = many("main-system", 3);
const OTHER = one("other-system");
const PREVIOUS = series("previous-", CLAUSE_KINDS, 1);
const NEXT = series("next-", CLAUSE_KINDS, 1);
const OPENS_SENTENCE = one("opens-sentence");
const ENDS_SENTENCE = one("ends-sentence");

/** Where a word stands that a fact is weighed by: behind a figure, the verb before it, at the head of its clause. */
export const SLOTS = ["behind:", "verb:", "head:"] as const;
const [BEHIND, VERB, HEAD] = [0, 1, 2];

/** Names of all features, by id. */
export const FEATURES: readonly string[] = names;

/** Ids of the features of one thing. */
export class Bag {
  readonly ids: Int32Array = new Int32Array(96);
  size = 0;
  add(id: number): void {
    this.ids[this.size++] = id;
  }
}

const PLACE_BOUNDS = [0.06, 0.15, 0.3, 0.5, 0.7, 0.85];
const CENTRAL_BOUNDS = [0.6, 0.8, 1, 1.2, 1.5];
const SHARE_BOUNDS = [0.01, 0.15, 0.3, 0.5];
const NAME_BOUNDS = [4, 7, 11];
const CLAUSE_BOUNDS = [6, 10, 16, 24, 36];

function bucket(x: number, bounds: readonly number[]): number {
  let i = 0;
  while (i < bounds.length && x >= bounds[i]!) i++;
  return i;
}

/** A digit or the point in a figure. */
const isDigit = (unit: number): boolean => (unit >= 48 && unit <= 57) || unit === 46;

/** What a clause's facts and words share with it. */
export function sharedFeatures(draft: Draft, clause: Clause, bag: Bag): void {
  const { prose } = draft;
  const sentence = prose.sentences[clause.sentence]!;
  bag.add(PARAGRAPH + Math.min(sentence.paragraph, 4));
  bag.add(PLACE + bucket(clause.start / Math.max(1, prose.text.length), PLACE_BOUNDS));
  if (clause.sentence === 0) bag.add(FIRST_SENTENCE);
  bag.add(CENTRAL + bucket(draft.centrality[clause.sentence]!, CENTRAL_BOUNDS));
  bag.add(KINDS[clause.kind]);
  if (clause.anecdote) bag.add(ANECDOTE);
  if (clause.background) bag.add(BACKGROUND);
  if (clause.comment) bag.add(COMMENT);
  if (clause.forward) bag.add(FORWARD);
  if (clause.reported) bag.add(REPORTED);
  if (clause.said) bag.add(SAID);
  if (clause.kind !== "speech" && draft.anecdotal[clause.sentence] === 1) bag.add(ANECDOTAL_SENTENCE);
  const { about } = draft;
  const { clauses, bits } = prose;
  const i = clause.index;
  bag.add(MAIN + about.main[i]!);
  if (about.other[i] === 1) bag.add(OTHER);
  const before = clause.order > 0 ? clauses[i - 1]! : undefined;
  const next = clause.order + 1 < sentence.clauses.length ? clauses[i + 1]! : undefined;
  bag.add(before ? PREVIOUS[before.kind] + (draft.figures[i - 1]! > 0 ? 1 : 0) : OPENS_SENTENCE);
  bag.add(next ? NEXT[next.kind] + (draft.figures[i + 1]! > 0 ? 1 : 0) : ENDS_SENTENCE);
  bag.add(ORDER + Math.min(clause.order, 4));
  if (((bits[clause.firstToken] ?? 0) & (KIND.pointer | KIND.thing)) !== 0) bag.add(BARE_HEAD);
}

/** The words that a fact is weighed by, with their place in {@link SLOTS}. */
export function factWords(draft: Draft, index: number, emit: (slot: number, word: string) => void): void {
  const { tokens, tags, bits, clauses } = draft.prose;
  const { kind, start, end, clause: at } = draft.facts[index]!;
  const { firstToken, endToken } = clauses[at]!;
  if (firstToken >= endToken) return;
  emit(HEAD, tokens[firstToken]!.text);
  let verb = -1;
  let i = firstToken;
  for (; i < endToken && tokens[i]!.start < end; i++)
    if (tokens[i]!.end <= start && (tags[i] === V || (bits[i]! & (KIND.action | KIND.launch)) !== 0)) verb = i;
  if (verb >= 0) emit(VERB, tokens[verb]!.text);
  if (kind === "figure" && i < endToken) emit(BEHIND, tokens[i]!.text);
}

/** Features of fact `index` of its own, for which {@link sharedFeatures} come besides. */
export function factFeatures(draft: Draft, index: number, bag: Bag): void {
  const fact = draft.facts[index]!;
  const { kind } = fact;
  const clause = draft.prose.clauses[fact.clause]!;
  const { text } = draft.prose;
  bag.add(FACT[kind]);
  let figures = 0;
  let rank = 0;
  for (const s of draft.factsOf[fact.clause]!)
    if (draft.facts[s]!.kind === "figure") {
      if (s < index) rank++;
      figures++;
    }
  const { title } = draft.extraction.reading.document;
  const surface = text.slice(fact.start, fact.end);
  if (kind === "figure") {
    bag.add(UNIT.get(fact.unit) ?? UNIT_OTHER);
    bag.add(FIGURES + Math.min(figures, 4));
    bag.add(RANK + Math.min(rank, 3));
    let digits = 0;
    while (digits < surface.length && isDigit(surface.charCodeAt(digits))) digits++;
    if (surface.includes("万") || surface.includes("亿")) bag.add(LARGE);
    if (digits === 0) bag.add(HAN);
    if (digits === 1 && surface <= "6" && !"万亿%％".includes(surface[1] ?? "%")) bag.add(SMALL);
    if (surface.includes(".") || surface.includes("．")) bag.add(DECIMAL);
    let before = BEFORE_OTHER;
    for (let n = 4; n > 0 && before === BEFORE_OTHER; n--)
      if (fact.start - n >= clause.start) before = BEFORE.get(text.slice(fact.start - n, fact.start)) ?? BEFORE_OTHER;
    bag.add(before);
    if (digits > 0 && title.includes(surface.slice(0, digits))) bag.add(IN_TITLE);
    if ("到至—-缩降减升增压扩".includes(text[fact.end] ?? "。") || text.startsWith("提高", fact.end))
      bag.add(OLD_VALUE);
    if (fact.start - clause.start < 3) bag.add(HEADS_CLAUSE);
    if (fact.end === clause.end) bag.add(ENDS_CLAUSE);
    bag.add(SHARE + bucket(draft.titleShare[fact.clause]!, SHARE_BOUNDS));
  } else if (kind === "date") {
    let bound = false;
    for (let i = fact.end - 1; i < fact.end + 2; i++) if ("底前起".includes(text[i] ?? "。")) bound = true;
    bag.add(bound ? BOUND_DATE : PLAIN_DATE);
    if (surface.startsWith("20")) bag.add(FULL_DATE);
    if (surface.includes("日")) bag.add(DAY);
    if (title.includes(surface)) bag.add(DATE_IN_TITLE);
    if (text.slice(Math.max(0, fact.start - 3), fact.start).includes("截至")) bag.add(AS_OF);
  } else {
    if (title.includes(kind === "quoted" || kind === "document" ? surface.slice(1, -1) : surface))
      bag.add(NAMED_IN_TITLE[kind]);
    bag.add(NAMED_LENGTH[kind] + bucket(fact.end - fact.start, NAME_BOUNDS));
    if (draft.firsts[fact.id] === index) bag.add(NAMED_FIRST[kind]);
    bag.add(NAMED_AGAIN[kind] + Math.min(3, draft.again[index]!));
    bag.add(NAMED_FIGURES[kind] + Math.min(figures, 2));
  }
  if ((clause.bits & KIND.action) !== 0) bag.add(ACTION[kind]);
  if ((clause.bits & KIND.person) !== 0) bag.add(PERSON);
}

/** Features of word `index` of the vocabulary, for which the {@link sharedFeatures} of its first clause come besides. */
export function wordFeatures(draft: Draft, index: number, bag: Bag): void {
  const { vocabulary } = draft;
  const key = vocabulary.keys[index]!;
  const tag = vocabulary.tags[index]!;
  bag.add(POS[tag]!);
  bag.add(COUNT + Math.min(vocabulary.counts[index]!, 5));
  bag.add(LENGTH + Math.min(key.length, 5));
  if (vocabulary.inTitle[index] === 1) bag.add(IN_TITLE);
  if ((vocabulary.bits[index]! & KIND.action) !== 0) bag.add(HAS_ACTION);
  if (tag === 0x6d && /\d/.test(key)) bag.add(DIGIT);
  bag.add(NEAR_FIGURES + Math.min(vocabulary.figures[index]!, 4));
  bag.add(BEST_SHARE + bucket(vocabulary.titleShare[index]!, SHARE_BOUNDS));
}

/** Features of a clause of its own, for which {@link sharedFeatures} come besides. */
export function clauseFeatures(draft: Draft, clause: Clause, bag: Bag): void {
  bag.add(SHARE + bucket(draft.titleShare[clause.index]!, SHARE_BOUNDS));
  let named = 0;
  let heads = HEADLESS;
  for (const f of draft.factsOf[clause.index]!) {
    const { kind, start } = draft.facts[f]!;
    if (kind === "term" || kind === "document" || kind === "meeting") named++;
    if (start === clause.core && heads === HEADLESS) heads = HEADED[kind];
  }
  bag.add(FIGURES + Math.min(draft.figures[clause.index]!, 3));
  bag.add(NAMED + Math.min(named, 2));
  bag.add(heads);
  if ((clause.bits & KIND.action) !== 0) bag.add(HAS_ACTION);
  if ((clause.bits & KIND.launch) !== 0) bag.add(LAUNCH);
  if ((clause.bits & KIND.person) !== 0) bag.add(PERSON);
  bag.add(LENGTH + bucket(clause.end - clause.core, CLAUSE_BOUNDS));
  bag.add(SENTENCE_ORDER + Math.min(clause.sentence, 4));
  if (clause.mark === "。") bag.add(LAST);
}

/** How many of the clause's words stand in the title, as a share. */
export const titleShareOf = (draft: Draft, clause: Clause): number => draft.titleShare[clause.index]!;
