/** What a clause opens on, and the subject that it has left out. */
import type { Span } from "../core/types.ts";
import { wordSet } from "../text/word-set.ts";
import { type Clause, tellsPart } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { inName, isOther, MEANS, resolveHead } from "./resolve.ts";
import { D, J, N, P, V } from "./tags.ts";
import { KIND } from "./words.ts";

/** A document by its short name alone: 《规范》. */
export const SHORT_DOCUMENT: RegExp =
  /《(?:方案|通知|规范|指引|行动计划|办法|意见|规划|标准|规定|计划|目录|指南|条例|细则|措施)》/u;

/** “见面”靠的是“云上诊室”: half a sentence, the answer to a question that is not asked. */
export const CLEFT: RegExp = /^[^，]{1,12}[靠凭问说看等]的[是就]/u;

/** What the reader is asked to do: 微信搜索…, 点击…. */
export const ASKED: RegExp = /^(?:在?微信|手机|请)?(?:搜索|点击|长按|扫描)/u;

/** 全院立项…, 三个中心出具报告…: which hospital and which three stands before. */
const OF_ALL =
  /^(?:全院|院里|馆里|[新老旧]版(?![本权式图画面])|[新老旧](?:系统|平台)(?!\p{sc=Han}{0,2}(?:经济|论坛|大会))|[两二三四五六七八九]个(?:中心|平台|系统|数据库|专区|项目|县))/u;

/** Whether the clause opens on a word that points to something said before. */
export function opensBare(draft: Draft, clause: Clause): boolean {
  const { text, tokens, tags, bits } = draft.prose;
  const first = clause.firstToken;
  if (first >= clause.endToken) return false;
  const own = bits[first]!;
  if (OF_ALL.test(text.slice(tokens[first]!.start, tokens[first]!.start + 6))) return true;
  if ((own & KIND.pointer) !== 0) return true;
  const { start } = tokens[first]!;
  // 《规范》共7章: the marks stand alone as words.
  if (text[start] === "《") return text.slice(start, start + 8).search(SHORT_DOCUMENT) === 0;
  // 这台机器, 该院, 其: one word or two; 那坡 is a place.
  if ("该此其这".includes(text[start]!) || (text[start] === "那" && tags[first] !== N)) return true;
  if ((own & KIND.thing) === 0) return false;
  // 平台经济, 医院协会: the word is part of a longer name.
  const follower = first + 1 < clause.endToken ? tags[first + 1]! : 0;
  return follower !== N && follower !== J;
}

/** Sentences in which the name of a bare thing is looked for. */
const IN_SIGHT = 3;

/**
 * The clause of a sentence before in which the bare thing that a clause opens on (演练由…组织) has its name, the last of that
 * kind (…网络安全攻防演练); -1 where none stands near.
 */
export function antecedentOf({ prose }: Draft, clause: Clause): number {
  const { text, tokens, bits, clauses } = prose;
  let at = clause.firstToken;
  if ("该这".includes(tokens[at]!.text[0]!) && (bits[at]! & KIND.thing) === 0) at++;
  if (at >= clause.endToken || (bits[at]! & KIND.thing) === 0) return -1;
  const noun = tokens[at]!.text;
  for (let c = clause.index - 1; c >= 0 && clauses[c]!.sentence >= clause.sentence - IN_SIGHT; c--) {
    const { firstToken, endToken, sentence } = clauses[c]!;
    for (let t = endToken - 1; t >= firstToken; t--) {
      if (!tokens[t]!.text.endsWith(noun)) continue;
      let from = t;
      while (from > firstToken && inName(prose, from - 1)) from--;
      const name = { start: tokens[from]!.start, end: tokens[t]!.end };
      // 接入国家医保信息平台, 依托信息平台: what it is joined to or made with is not what goes on.
      const joined = isOther(text, name) || MEANS.test(text.slice(Math.max(0, name.start - 2), name.start));
      if (name.end - name.start > noun.length + 1 && !joined) return sentence < clause.sentence ? c : -1;
    }
  }
  return -1;
}

/** 游客涌进这座小城, 银行推出这项服务, 以该产品作质押: which, the sentence before says. */
const POINTING =
  /(?<!其)它|[他她]们|(?<![应本])该(?!死)|这(?:座|里)|(?<![的“])(?<=\p{sc=Han})这一?[项款套种批类张份个条]/u;

/** Verbs, adverbs, prepositions: what stands behind one who does something. */
const DOES: ReadonlySet<number> = new Set([V, D, P]);

/** Whether a word behind the first points to something said before: 中药房与它联通, 今年该县打通…. */
export function pointsInside(draft: Draft, { firstToken, endToken }: Clause, pieces: readonly Span[]): boolean {
  const { text, tokens, tags } = draft.prose;
  // 7个密码，他划掉了6个; not 奥司|他|韦.
  for (let t = firstToken; t + 1 < endToken; t++)
    if ((tokens[t]!.text === "他" || tokens[t]!.text === "她") && DOES.has(tags[t + 1]!)) return true;
  const behind = tokens[firstToken]?.end ?? 0;
  // 该县 whose name is put in its place stands in no piece.
  return pieces.some(({ start, end }) => POINTING.test(text.slice(Math.max(start, behind), end)));
}

/** What is no subject for a later clause: a list, a pointer, a measure, a person. */
const NO_NAME =
  /[、，“（\d从把由对让凭它]|通过|依托|^(?:以|该|这|那|此|其|他|她|它|我|全)|(?:率|时间|人员|医生|患者|费用)$/u;
/** 由X承担, X则…: the subject changes inside the clause. */
const TURNS = /由|被|让|则/;

/** The subject that a clause takes from an earlier one of its sentence: a name, 2–18 characters; null where unsure. */
export function lostSubject(draft: Draft, clause: Clause): Span | null {
  const { text, clauses, tokens, tags } = draft.prose;
  for (let i = clause.index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
    const c = clauses[i]!;
    if (c.kind === "speech" || c.kind === "dependent" || c.mark === "：" || c.mark === "——") return null;
    if (c.kind !== "full" || tellsPart(text, c)) continue;
    // 交易所设立专区，首批引入10家: into the exchange or the zone?
    if (clause.opens.startsWith("首批")) return null;
    // 平台将向邻州延伸，并与邻省互通: a plan without its 将.
    if (c.forward && !clause.forward) return null;
    // 发布平台，首批覆盖12家: the platform does.
    if ((c.bits & KIND.launch) !== 0 && (clause.kind === "linked" || OF_A_THING.has(clause.opens))) return null;
    const { subject } = c;
    if (!subject || subject.end - subject.start < 2 || subject.end - subject.start > 18) return null;
    if (NO_NAME.test(text.slice(subject.start, subject.end))) return null;
    // 论坛发布了《目录》，收录14大类: the document holds them.
    if (text[c.end - 1] === "》") return null;
    if (opensBare(draft, c)) return resolveHead(draft, c)?.name ?? null;
    if (TURNS.test(text.slice(c.core, clause.start))) return null;
    // Only a name is sure to be what the later clause speaks of.
    let named = false;
    for (const f of draft.factsOf[i]!) {
      const { kind, start, end } = draft.facts[f]!;
      if (kind !== "date" && kind !== "figure" && start >= subject.start && end <= subject.end) named = true;
    }
    if (!named) return null;
    for (let t = c.firstToken; t < c.endToken && tokens[t]!.end <= subject.end; t++)
      if (tokens[t]!.start >= subject.start && tags[t] === V) return null;
    return subject;
  }
  return null;
}

/**
 * Whether a clause without a subject goes on from `from`, what stands between left out: it does not where another thing
 * may have come up there (发布平台：…，首批覆盖…; 博士从无到有，已有11人; 建成中心，接入12家).
 */
export function goesOn(clauses: readonly Clause[], from: number, clause: Clause): boolean {
  let behind = false;
  for (let i = from; i < clause.index; i++) {
    const { kind, mark, bits } = clauses[i]!;
    if (mark === "：" || mark === "——" || behind) return false;
    behind = mark === "；";
    if (i === from) continue;
    if (kind === "full" || kind === "dependent" || kind === "speech") return false;
    if ((bits & KIND.launch) !== 0 && (clause.kind === "linked" || OF_A_THING.has(clause.opens))) return false;
  }
  return true;
}
/** What is told of a thing that has just come up: 接入12家, 覆盖46张床位. */
const OF_A_THING: ReadonlySet<string> = wordSet(
  "接入 覆盖 收录 汇聚 归集 汇集 涵盖 联通 连通 连接 连 设 设有 包括 含 服务 注册 投资 总投入 总投资",
);
