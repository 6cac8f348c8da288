/** Systems that no list holds: their names are made of known words and end in a head (中医四诊 + 辅助 + 诊断 + 系统). */
import type { Field, Hit, TermCategory, Token } from "../../core/types.ts";
import { type NamePart, PLACE_PART, type TermTable, type WordRole } from "../../lexicon/terms.ts";
import { wordSet } from "../../text/word-set.ts";
import type { Candidate } from "./candidate.ts";

/** Characters of the longest name that is looked for. */
const MAX_CHARS = 24;

/** What a word says about the system; a name must say at least {@link ENOUGH}. 综合管理系统 says nothing. */
const SAYS: Readonly<Record<WordRole, number>> = { sector: 2, tech: 1, function: 1, general: 0, head: 0, stop: 0 };
const ENOUGH = 2;

const CATEGORY_OF_HEAD: Readonly<Record<string, TermCategory>> = {
  系统: "system",
  子系统: "system",
  数据库: "system",
  平台: "platform",
  信息化平台: "platform",
  云平台: "platform",
  中台: "platform",
  驾驶舱: "platform",
  一张网: "platform",
  APP: "app",
  小程序: "app",
  公众号: "app",
  大模型: "technology",
  模型: "technology",
  机器人: "device",
  一体机: "device",
  终端: "device",
  诊室: "device",
  救护车: "device",
  急救车: "device",
  体检车: "device",
  巡诊车: "device",
  诊疗车: "device",
  CT: "device",
  自助机: "device",
  查房车: "device",
  护理车: "device",
  流动车: "device",
  扫描仪: "device",
  检测仪: "device",
  监测仪: "device",
  监护仪: "device",
  采集仪: "device",
  诊断仪: "device",
  筛查仪: "device",
  手环: "device",
  智能助手: "technology",
  小助手: "technology",
  助手: "technology",
  智能体: "technology",
  数字人: "technology",
  客户端: "app",
};

/** Heads that a sector alone does not make a name. */
const NEEDS_MORE: ReadonlySet<string> = new Set(["系统", "平台", "终端", "模型"]);

/** Heads that one word does not make a name, whatever it says: 医疗软件 is any, 胶片质控软件 one. */
const NEEDS_TWO: ReadonlySet<string> = new Set([
  "软件",
  "数据集",
  "资源库",
  "语料库",
  "地图",
  "工作站",
  "助手",
  "小助手",
  "客户端",
]);

/** Heads of things that are health IT only by a technology: 5G车载CT, 智慧巡诊车; 移动体检车 has wheels, no more. */
const NEEDS_TECH: ReadonlySet<string> = new Set([
  "诊室",
  "救护车",
  "急救车",
  "体检车",
  "巡诊车",
  "诊疗车",
  "查房车",
  "护理车",
  "流动车",
  "扫描仪",
  "检测仪",
  "监测仪",
  "监护仪",
  "采集仪",
  "诊断仪",
  "筛查仪",
  "手环",
  "CT",
]);
const TECH_START = /^(?:5G|AI|智慧|智能|云|数字)/i;

/** A version before the head: 基层医疗3.0系统. */
const VERSION = /V?\d\.\d$/i;

/** What tells a platform's level and is no part of its name. */
const LEVEL: ReadonlySet<string> = wordSet("区域 县域 市域");

/** A cloud hospital is named after its place (宁波云医院). */
const CLOUD_HOSPITAL = "云医院";

/** What is done or used before 系统 makes a system of two sectors (处方点评系统); after these the profession is meant (基层医疗系统). */
const PROFESSION: ReadonlySet<string> = wordSet(
  "医疗 卫生 健康 医药 疾控 医保 中医 中医药 医学 卫健 卫生健康 医疗卫生 公共卫生 医院 妇幼 医护 医生 护士 护理 急救 患者 居民 基层 社区 疾病 医疗健康 健康医疗 医疗保障 卫生院 诊所 学生 老年人",
);

/** Apps are named after places (健康衡水APP), so that a division's name is a part of theirs. */
const isApp = (head: string): boolean => CATEGORY_OF_HEAD[head] === "app";

/** Heads that are no part of the name after such a term. */
const GENERAL_AFTER: Readonly<Record<string, "remote" | "programme">> = { 系统: "remote", 软件: "programme" };

/** One way to read the text left of the head, from `start` to the head. */
interface Path {
  readonly start: number;
  readonly says: number;
  /** Whether anything but a sector is said: 医疗卫生系统 is the profession, 医疗卫生信息系统 a system. */
  readonly beyondSector: boolean;
  /** Whether a sector's word that names no profession stands before the head. */
  readonly activity: boolean;
  /** Whether anything but functions and filling is said: 风险监测平台 may be anybody's. */
  readonly beyondFunction: boolean;
  /** Whether a sector is named. */
  readonly bearing: boolean;
  /** Whether a technology of the lexicon is named: 大数据平台 without a sector is 大数据, on any platform. */
  readonly technology: boolean;
  /** Only functions and filling so far: 及 may join two of these (双向转诊及业务协同平台). */
  readonly loose: boolean;
  /** Whether it goes over 及, 与 or 和. */
  readonly joined: boolean;
  /** How many nouns that no list holds it goes over. */
  readonly unknown: number;
}

/** The parts of a field by where they end: a list for each offset, in the order of the hits. */
class Parts {
  readonly hits: readonly Hit[];
  readonly #table: TermTable;
  /** By offset: 1 + the index of the first hit that ends there, 0 where none does. */
  readonly #firstAt: Uint16Array | Uint32Array;
  /** By hit: 1 + the index of the next that ends at the same place. */
  readonly #next: Uint16Array | Uint32Array;

  /** Only hits that stand at most {@link MAX_CHARS} before one of `heads` are kept. */
  constructor(hits: readonly Hit[], heads: readonly Hit[], length: number, table: TermTable) {
    const Numbers = hits.length < 0xffff ? Uint16Array : Uint32Array;
    this.hits = hits;
    this.#table = table;
    this.#firstAt = new Numbers(length + 1);
    this.#next = new Numbers(hits.length);
    let head = heads.length - 1;
    for (let i = hits.length - 1; i >= 0; i--) {
      const hit = hits[i]!;
      while (head > 0 && heads[head - 1]!.start >= hit.start) head--;
      const distance = heads[head]!.start - hit.end;
      if (heads[head]!.start < hit.start || distance > MAX_CHARS) continue;
      this.#next[i] = this.#firstAt[hit.end]!;
      this.#firstAt[hit.end] = i + 1;
    }
  }

  /** The index of the first hit that ends at `offset`, -1 where none does. */
  first(offset: number): number {
    return this.#firstAt[offset]! - 1;
  }

  /** The next hit that ends where hit `i` does, -1 where none does. */
  next(i: number): number {
    return this.#next[i]! - 1;
  }

  at(i: number): NamePart | null {
    const { kind, entry } = this.hits[i]!;
    return kind === "division" ? PLACE_PART : this.#table.part(entry);
  }
}

/**
 * Candidates that are composed of known words. Linear in the text: each head looks at most {@link MAX_CHARS} back.
 * @param hits those of terms and divisions.
 */
export function findComposed(field: Field, hits: readonly Hit[], table: TermTable): Candidate[] {
  const out: Candidate[] = [];
  const heads: Hit[] = [];
  const stops: number[] = [];
  for (const hit of hits) {
    const role = hit.kind === "term" ? table.word(hit.entry)?.role : undefined;
    if (role === "head") heads.push(hit);
    else if (role === "stop") stops.push(hit.start);
  }
  if (heads.length === 0) return out;
  const parts = new Parts(hits, heads, field.text.length, table);
  for (const head of heads) {
    if (stops.includes(head.start)) continue;
    const { word } = table.word(head.entry)!; // a head is a word
    const border = leftBorder(field, head.start, word, parts, 0) ?? leftBorder(field, head.start, word, parts, UNKNOWN);
    if (!border) continue;
    let { start } = border;
    // 远程心电系统 is 远程心电, 医疗信息化软件 is 医疗信息化.
    const general = GENERAL_AFTER[word];
    if (general && partBefore(parts, head.start, (part, hit) => hit.start === start && part[general])) continue;
    if (field.text.startsWith(CLOUD_HOSPITAL, start)) start = partBefore(parts, start, (p) => p.place)?.start ?? start;
    // 区域全民健康信息平台 is 全民健康信息平台 of a level.
    if (LEVEL.has(field.text.slice(start, start + 2)) && holdsTerm(hits, start + 2, head.end, table)) continue;
    if (NEEDS_TECH.has(word) && !TECH_START.test(field.text.slice(start, head.end))) continue;
    const category = CATEGORY_OF_HEAD[word] ?? "system";
    out.push({
      start,
      end: head.end,
      name: clean(field.text.slice(start, head.end)),
      category,
      bearing: border.bearing,
    });
  }
  return out;
}

/** Whether a term of the lexicon fills the stretch. */
const holdsTerm = (hits: readonly Hit[], start: number, end: number, table: TermTable): boolean =>
  hits.some((h) => h.start === start && h.end === end && h.kind === "term" && table.term(h.entry) !== undefined);

/** The first part that ends at `end` and fits. */
function partBefore(parts: Parts, end: number, fits: (part: NamePart, hit: Hit) => boolean): Hit | undefined {
  for (let i = parts.first(end); i >= 0; i = parts.next(i)) {
    const part = parts.at(i);
    if (part !== null && fits(part, parts.hits[i]!)) return parts.hits[i];
  }
  return undefined;
}

/** The noun that ends at `end`, unless it names who does something or what is done with a system. */
function nounBefore(tokens: readonly Token[], end: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end < end) low = middle + 1;
    else high = middle;
  }
  const token = tokens[low];
  return token?.end === end && end - token.start > 1 && NOUN.has(token.pos) && !NO_PART.test(token.text)
    ? token
    : undefined;
}

/**
 * The leftmost start from which known words, and up to `unknown` nouns that no list of words holds, lead to the head and
 * say enough.
 */
function leftBorder(
  { text, tokens }: Field,
  headStart: number,
  head: string,
  parts: Parts,
  unknown: number,
): { start: number; bearing: boolean } | undefined {
  const version = VERSION.exec(text.slice(Math.max(0, headStart - 4), headStart))?.[0] ?? "";
  const from = headStart - version.length;
  // Most heads stand behind no part.
  if (version === "" && parts.first(from) < 0 && text[from - 1] !== " " && !(unknown > 0 && nounBefore(tokens, from)))
    return undefined;
  /** By distance from the head: the best way to read the text from there. */
  const best: (Path | undefined)[] = [];
  best[version.length] = {
    start: from,
    says: version === "" ? 0 : 1,
    beyondSector: version !== "",
    activity: false,
    beyondFunction: false,
    bearing: false,
    technology: false,
    loose: true,
    joined: false,
    unknown: 0,
  };
  let border: { start: number; bearing: boolean } | undefined;
  const enough = NEEDS_TECH.has(head) ? 1 : NEEDS_TWO.has(head) ? ENOUGH + 1 : ENOUGH;
  /** Takes all parts that end at `end` into paths that go on from `path`. */
  const extend = (path: Path, at: number, end: number, joined: boolean): void => {
    for (let i = parts.first(end); i >= 0; i = parts.next(i)) {
      const part = parts.at(i);
      if (part === null || (part.place && !isApp(head))) continue;
      const { role, strong } = part;
      if (joined && role !== "function" && role !== "general") continue;
      const hit = parts.hits[i]!;
      const activity =
        path.activity || (at === from && role === "sector" && !PROFESSION.has(text.slice(hit.start, hit.end)));
      const next: Path = {
        start: hit.start,
        says: path.says + (strong ? ENOUGH : SAYS[role]),
        beyondSector: path.beyondSector || role !== "sector" || path.activity,
        activity,
        beyondFunction: path.beyondFunction || strong || role === "sector" || role === "tech",
        technology: path.technology || part.technology,
        bearing: path.bearing || strong || role === "sector",
        unknown: path.unknown,
        joined: path.joined || joined,
        loose: path.loose && (role === "function" || role === "general") && !strong,
      };
      const anybodys = !next.bearing && (next.technology || head === "终端") && !NEEDS_TECH.has(head);
      const isName =
        !anybodys &&
        // 人工智能海洋预报模型 may be anybody's, and would hide 人工智能.
        !(path.unknown > 0 && role === "tech" && !next.bearing) &&
        next.says >= enough &&
        next.beyondFunction &&
        (next.beyondSector || !NEEDS_MORE.has(head)) &&
        // PACS、远程会诊及运营管理系统: in a row 及 joins the last two names.
        !(next.joined && text[hit.start - 1] === "、") &&
        part.begins;
      if (isName && (!border || hit.start < border.start))
        border = { start: hit.start, bearing: next.bearing || NEEDS_TECH.has(head) };
      const old = best[headStart - hit.start];
      if (!old || next.says > old.says) best[headStart - hit.start] = next;
    }
  };
  for (let at = from; at > headStart - MAX_CHARS && at > 0; at--) {
    const path = best[headStart - at];
    if (!path) continue;
    extend(path, at, at, false);
    const noun = path.unknown < unknown ? nounBefore(tokens, at) : undefined;
    if (noun && !best[headStart - noun.start])
      best[headStart - noun.start] = {
        ...path,
        start: noun.start,
        beyondSector: true,
        beyondFunction: true,
        loose: false,
        unknown: path.unknown + 1,
      };
    // Before a blank beside Latin letters, or before 及 in a loose name.
    const before = text[at - 1];
    if (before === " " && LATIN.test(text.charAt(at - 2) + text.charAt(at))) extend(path, at, at - 1, false);
    if (path.loose && path.says > 0 && (before === "及" || before === "与" || before === "和"))
      extend(path, at, at - 1, true);
  }
  return border;
}

const LATIN = /[0-9A-Za-z]/;

/** Most nouns in a name that no list of words holds. */
const UNKNOWN = 2;
const NOUN: ReadonlySet<string> = wordSet("n nz vn an b j l");
const NO_PART =
  /(?:公司|企业|集团|单位|机构|行业|部门|人员|医院|学校|大学|社区|政府|项目|工程|服务器|系统|平台|软件|模型)$|^(?:利用|使用|应用|采用|部署|建设|改造|升级|接入|装设|安装|开发|研发|推广|推行|对接|登录|启用|全国|国家|法律|核心|现有|其他|业务|相关|有关|自己|信息)$/u;

/** A name without quotes and blanks that only the print has. */
const clean = (name: string): string => name.replace(/[“”"‘’「」\s]/g, "");
