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
    "已 已经 正式 顺利 成功 陆续 同步 先后 目前 进一步 其中 则 也 还 并 再 如今 现场 共 日前 近日 今天 今日 昨天 昨日 继续 全市 全县 全区 全州 全旗 全省 县里 市里 区里 州里 旗里 省里",
  ],
  [
    POINTER,
    "该 这 那 此 其 它 他 她 我 我们 本 这里 那里 自己 他们 记者 这套 这种 这个 这是 这样 这些 这项 这家 这次 这一 这款 此次 该项 上述 我市 我县 我区 我省 我州 我院 我局 我委 该市 该县 该区 该省 该州 该院 该局 该委 本市 本县 本区 本省 本州 本院",
  ],
];

/** What a word does beside that, in a second row of bits. */
const TRAITS = {
  /** Before a date: 截至8月底. */
  beforeTime: "截至 截止 至 到 自 从 于 在 早在",
  /** Behind one: 8月起. */
  behindTime: "起 底 初 末 前 后 以来 中旬 上旬 下旬 上午 下午 早 已 正式 今年 去年 本月",
  /** The same, with the dates that a line leaves out. */
  beforeDate: "自 从 于 已于 早于 截至 到 在 至 早在 分 用 历时",
  behindDate: "起 底 初 末 前 底前 中旬 下旬 上旬 以来 间 之间",
  dateUnit: "年 月 日 号 月底 月初 旬 日起 年底 年初 月份 月起 日前 日前后 时",
  report: "获悉 了解到 统计 显示 公布 通报 披露 悉 测算 提出 明确 要求 了解",
  heard: "显示 获悉 了解到",
  says: "说 介绍 表示 记者",
  source: "据 另据 记者",
  from: "来自 从",
  /** Before a verb that cannot be taken without it: 把X部署到, 与X互认, 探索互认. */
  needed:
    "把 将 由 被 对 为 向 给 让 使 与 和 同 跟 并与 是 这是 来自 得益于 的 探索 计划 拟 要 须 应 可 可以 支持 鼓励",
  turnable:
    "上线 启用 投用 建成 开通 推出 推广 部署 试用 研发 上架 启动 打造 搭建 建设 改造 引进 引入 试点 推行 运行 推进 发布 印发",
  /** What is turnable and done with. */
  launched: "上线 启用 投用 建成 开通 启动 推出",
  issue: "印发 发布 出台 公布",
  inForce: "施行 实施 执行",
  held: "举行 召开 开幕 举办 闭幕 落幕",
  /** A line says no more without it: 组织一场演练. */
  measured: "一场 一个 一项 一套 一批",
  /** Units of figures, six kinds one behind the other. */
  unitPlace: "家 所 个 张 台 床位 座 镇 乡镇",
  unitPeople: "人 人次 万人次 万人 例 次 笔 万例 万次 项次",
  unitMoney: "亿元 万元 元",
  unitItem: "项 条 类 份",
  unitShare: "% ％",
  unitTime: "秒 分 小时 分钟 天 公里 年 级",
  /** Before a total, a mean; with a change, with all of them, with the first of them. */
  total: "累计 共 总计 超 超过 突破 达 达到 近 已",
  each: "平均 每 日均 月均 均 人均 每天 每月 每年 一天",
  change: "从 由 缩短 缩短到 缩短至 缩至 压缩 压 压到 减少 下降 降低 降 降至 降到 提高 提升 增长 上升",
  every: "全部 所有 均",
  firstLot: "首批",
  copula: "是 为 有 来 来自 达",
} as const;

export type Trait = keyof typeof TRAITS;

const TRAIT_NAMES = Object.keys(TRAITS) as Trait[];

/** The bit of a trait. */
export const traitBit = (trait: Trait): number => 1 << TRAIT_NAMES.indexOf(trait);

/** What a word does: {@link Trait}s beside its role bits. */
export interface Role {
  readonly bits: number;
  readonly traits: number;
}

export interface Roles {
  /** Null for words of no role. */
  get(word: string): Role | null;
}

/** Reads the TSV (kind, word; one header row). */
export function readRoles(tsv: string): Roles {
  const table = new Map<string, { bits: number; traits: number }>();
  // Most words open as no word of the table does: they are passed over without a look-up.
  const begins = new Uint8Array(0x10000);
  const add = (word: string, bits: number, traits: number): void => {
    const role = table.get(word);
    if (role) {
      role.bits |= bits;
      role.traits |= traits;
    } else table.set(word, { bits, traits });
    begins[word.charCodeAt(0)] = 1;
  };
  for (const line of tsv.split("\n").slice(1)) {
    const tab = line.indexOf("\t");
    const kind = KINDS.indexOf(line.slice(0, tab) as Kind);
    if (kind >= 0) add(line.slice(tab + 1), 1 << kind, 0);
  }
  for (const [bits, words] of FORMS) for (const word of words.split(" ")) add(word, bits, 0);
  for (const trait of TRAIT_NAMES) for (const word of TRAITS[trait].split(" ")) add(word, 0, traitBit(trait));
  return { get: (word) => (begins[word.charCodeAt(0)] === 0 ? null : (table.get(word) ?? null)) };
}
