/** Systems that no list holds: their names are made of known words and end in a head (中医四诊 + 辅助 + 诊断 + 系统). */
import type { Field, Hit, TermCategory, TopicId } from "../../core/types.ts";
import type { TermTable, TermWord, WordRole } from "../../lexicon/terms.ts";
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
const NEEDS_TWO: ReadonlySet<string> = new Set(["软件", "数据集", "工作站", "助手", "小助手", "客户端"]);

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

/** A cloud hospital is named after its place (宁波云医院). */
const CLOUD_HOSPITAL = "云医院";

/** What is done or used before 系统 makes a system of two sectors (处方点评系统); after these the profession is meant (基层医疗系统). */
const PROFESSION =
  /^(?:医疗|卫生|健康|医药|疾控|医保|中医|中医药|医学|卫健|卫生健康|医疗卫生|公共卫生|医院|妇幼|医护|医生|护士|护理|急救|患者|居民|基层|社区|疾病|医疗健康|健康医疗|医疗保障|卫生院|诊所|学生|老年人)$/;

/** Apps are named after places (健康衡水APP), so that a division's name is a part of theirs. */
const isApp = (head: string): boolean => CATEGORY_OF_HEAD[head] === "app";

/** Topics whose technologies are health care's own. */
const OF_HEALTH: ReadonlySet<TopicId> = new Set(["platform", "smart-hospital", "public-health", "insurance", "tcm"]);

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
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly role: WordRole;
  readonly begins: boolean;
  /** A division's name: a part of the names of apps alone. */
  readonly place: boolean;
  readonly technology: boolean;
  /** A service of the lexicon (双向转诊) is a function that says as much as a sector. */
  readonly strong: boolean;
  /** A service at a distance (远程心电). */
  readonly remote?: boolean;
  /** A programme (医疗信息化). */
  readonly programme?: boolean;
}

function pieceOf(hit: Hit, table: TermTable): Piece | undefined {
  if (hit.kind === "division" && hit.end - hit.start > 1)
    return { ...hit, role: "general", begins: true, strong: false, place: true, technology: false };
  if (hit.kind !== "term") return undefined;
  const word = table.word(hit.entry);
  if (word) {
    if (word.role === "head" || word.role === "stop") return undefined;
    return {
      start: hit.start,
      end: hit.end,
      role: word.role,
      begins: word.begins,
      strong: false,
      place: false,
      technology: false,
    };
  }
  const term = table.term(hit.entry)!; // an entry is a term's or a word's
  if (term.category === "service")
    return {
      start: hit.start,
      end: hit.end,
      role: "function",
      begins: true,
      strong: true,
      place: false,
      technology: false,
      remote: term.name.startsWith("远程"),
    };
  // 电子病历 says for whom as 预防接种 does; 大数据 does not.
  if (term.category === "technology") {
    const role = term.topics.some((t) => OF_HEALTH.has(t)) ? "sector" : "tech";
    return { ...hit, role, begins: true, strong: false, place: false, technology: true };
  }
  return term.category === "programme"
    ? { ...hit, role: "sector", begins: true, strong: false, place: false, technology: false, programme: true }
    : undefined;
}

/** Candidates that are composed of known words. Linear in the text: each head looks at most {@link MAX_CHARS} back. */
export function findComposed(field: Field, table: TermTable): Candidate[] {
  const heads: { start: number; end: number; word: TermWord }[] = [];
  const stopAt = new Set<number>();
  for (const hit of field.hits) {
    const word = hit.kind === "term" ? table.word(hit.entry) : undefined;
    if (word?.role === "head") heads.push({ start: hit.start, end: hit.end, word });
    else if (word?.role === "stop") stopAt.add(hit.start);
  }
  if (heads.length === 0) return [];
  const endingAt = new Map<number, Piece[]>();
  let next = 0;
  for (const hit of field.hits) {
    while (next < heads.length && heads[next]!.start < hit.start) next++;
    // Most hits stand before no head.
    if (next === heads.length) break;
    if (heads[next]!.start - hit.end > MAX_CHARS) continue;
    const piece = pieceOf(hit, table);
    if (!piece) continue;
    const list = endingAt.get(piece.end);
    if (list) list.push(piece);
    else endingAt.set(piece.end, [piece]);
  }
  const out: Candidate[] = [];
  for (const head of heads) {
    if (stopAt.has(head.start)) continue;
    const border = leftBorder(field.text, head.start, head.word.word, endingAt);
    if (!border) continue;
    const { bearing } = border;
    let { start } = border;
    // 远程心电系统 is 远程心电, 医疗信息化软件 is 医疗信息化.
    const general = GENERAL_AFTER[head.word.word];
    if (general && endingAt.get(head.start)?.some((p) => p.start === start && p[general])) continue;
    if (field.text.startsWith(CLOUD_HOSPITAL, start)) start = endingAt.get(start)?.find((p) => p.place)?.start ?? start;
    if (NEEDS_TECH.has(head.word.word) && !TECH_START.test(field.text.slice(start, head.end))) continue;
    const category = CATEGORY_OF_HEAD[head.word.word] ?? "system";
    out.push({ start, end: head.end, name: clean(field.text.slice(start, head.end)), category, bearing });
  }
  return out;
}

/** The leftmost start from which known words lead to the head and say enough. */
function leftBorder(
  text: string,
  headStart: number,
  head: string,
  endingAt: ReadonlyMap<number, readonly Piece[]>,
): { start: number; bearing: boolean } | undefined {
  const best = new Map<number, Path>();
  const version = VERSION.exec(text.slice(Math.max(0, headStart - 4), headStart))?.[0] ?? "";
  const from = headStart - version.length;
  best.set(from, {
    start: from,
    says: version === "" ? 0 : 1,
    beyondSector: version !== "",
    activity: false,
    beyondFunction: false,
    bearing: false,
    technology: false,
    loose: true,
  });
  let border: { start: number; bearing: boolean } | undefined;
  for (let at = from; at > headStart - MAX_CHARS && at > 0; at--) {
    const path = best.get(at);
    if (!path) continue;
    for (const [end, joined] of ends(text, at, path)) {
      for (const piece of endingAt.get(end) ?? []) {
        if (piece.place && !isApp(head)) continue;
        if (joined && piece.role !== "function" && piece.role !== "general") continue;
        const next: Path = {
          start: piece.start,
          says: path.says + (piece.strong ? ENOUGH : SAYS[piece.role]),
          beyondSector: path.beyondSector || piece.role !== "sector" || path.activity,
          activity:
            path.activity ||
            (at === from && piece.role === "sector" && !PROFESSION.test(text.slice(piece.start, piece.end))),
          beyondFunction: path.beyondFunction || piece.strong || piece.role === "sector" || piece.role === "tech",
          technology: path.technology || piece.technology,
          bearing: path.bearing || piece.strong || piece.role === "sector",
          loose: path.loose && (piece.role === "function" || piece.role === "general") && !piece.strong,
        };
        const enough = NEEDS_TECH.has(head) ? 1 : NEEDS_TWO.has(head) ? ENOUGH + 1 : ENOUGH;
        const anybodys = !next.bearing && (next.technology || head === "终端") && !NEEDS_TECH.has(head);
        const isName =
          !anybodys &&
          next.says >= enough &&
          next.beyondFunction &&
          (next.beyondSector || !NEEDS_MORE.has(head)) &&
          piece.begins;
        if (isName && (!border || piece.start < border.start))
          border = { start: piece.start, bearing: next.bearing || NEEDS_TECH.has(head) };
        const old = best.get(piece.start);
        if (!old || next.says > old.says) best.set(piece.start, next);
      }
    }
  }
  return border;
}

/** Where the next piece to the left may end: here, before a blank beside Latin letters, or before 及 in a loose name. */
function* ends(text: string, at: number, path: Path): Generator<readonly [number, boolean]> {
  yield [at, false];
  const before = text.charAt(at - 1);
  if (before === " " && /[0-9A-Za-z]/.test(text.charAt(at - 2) + text.charAt(at))) yield [at - 1, false];
  if (path.loose && path.says > 0 && (before === "及" || before === "与" || before === "和")) yield [at - 1, true];
}

/** A name without quotes and blanks that only the print has. */
const clean = (name: string): string => name.replace(/[“”"‘’「」\s]/g, "");
