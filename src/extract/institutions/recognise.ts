/** Institution spans of one field: known names, and suffixes with a border that a place, a level or an owner gives. */
import type { Field, InstitutionType } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { wordSet } from "../../text/word-set.ts";
import { type Anchor, type Border, isFullPlace, isNoLevel, leftBorder } from "./border.ts";
import type { LazyTags } from "./lazy-tags.ts";
import { type Head, insidePlace, KEPT, type Known, type Marks, readMarks } from "./marks.ts";
import { officeEnd } from "./office.ts";
import { ownerFits, typeUnder } from "./owner.ts";
import { insideProduct } from "./product.ts";
import { aloneNames, aloneType } from "./tagged.ts";
import { cityBranches } from "./telecom.ts";
import { isCommonHan, unitTable } from "./units.ts";

/** A span that is an institution, and what the reading of it already says about type and name. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: InstitutionType | null;
  /** Entries of the known names that this span spells; empty where it is composed. */
  readonly known: readonly number[];
  /** Where the part after place, level or owner begins; the start where there is none. */
  readonly core: number;
  /** Full form of a local authority (医保局 → 医疗保障局), else empty. */
  readonly department: string;
  /** What stands before the core; `before`: the row's authority (发改委、卫健委); `branch`: the article's hospital. */
  readonly anchor: Anchor | "before" | "branch" | "tagged" | "telecom";
  /** The name this one goes on from (浙江大学 before 附属第四医院), or the one before it in a row. */
  readonly owner: Found | null;
}

/** Suffixes that make a name with a place alone: 涿州市医院, 新罗区图书馆, 茂名市政府. */
const PLAIN = new Set(["hospital", "public-health", "government"]);
/** Suffixes too general to follow a place at once: 衡水集团 says nothing. */
const WEAK_AFTER_PLACE = wordSet(
  "集团 公司 中心 服务中心 管理中心 指导中心 指挥中心 事务中心 发展中心 数据中心 信息中心 康复中心 医疗中心 研究中心 " +
    "分局 分院 院区 联盟 实验室 管理局 监督局 委员会 领导小组 指挥部 学校 学院 高中 初中 银行 证券 保险 药业 机场 " +
    "联合体 医联体 医共体 总院 融媒 酒店 超市 药房 餐厅 景区 分公司 支行 分行 分会 人寿 制药 俱乐部 救援队",
);
/** Before 县医院 these tell that any of them is meant: 5家县医院, 旗县医院. */
const ANY_BEFORE = unitTable("家位名个所座各几些旗区市");
/** The same behind it: 县医院、乡镇卫生院和村卫生室. */
const ANY_BEHIND = /^[、和与](?:各?乡镇|各?村|社区)/;
/** What a place's own is called behind its bare name: 西宁|晚报, 温州|银行, 柳州|海关. */
const NAMESAKES = new Set(["日报", "晚报", "晨报", "都市报", "银行", "海关"]);
/** Public houses that a bare 省 or 市 may open: 省博物馆, 市图书馆. */
const LEVEL_HOUSES: ReadonlySet<string> = wordSet("图书馆 博物馆 博物院 档案馆 科技馆 文化馆 红十字会 美术馆");
/** What makes another word of 政府: 政府采购, 政府网站. */
const NOT_GOVERNMENT =
  /^(?:采购|购买|网站|网$|工作报告|门户|投资|引导|主导|性|信息公开|规章|办医|办的|补助|补贴|指导价|定价|专项债)/;
/** What makes a road's name of a short alias. */
const ROAD = /^(?:路|街|大道|大街|桥|立交)/;
/** What makes an office of 县委: 县委书记. */
const PARTY_OFFICE = /^(?:书记|常委|副|委员|员|任|托|派|办|网|宣|组|统|政法|编)/;

/** Names already found, by their ends. */
class FoundNames {
  readonly all: Found[] = [];
  /** Start of the name that ends at an offset, or -1. */
  readonly starts: Int32Array;
  /** Its place in {@link all}. */
  readonly #places: Int32Array;

  constructor(size: number) {
    [this.starts, this.#places] = emptyStarts(size);
  }

  /** Of two names with one end, the longer counts. */
  keep(found: Found): void {
    const before = this.starts[found.end]!;
    if (before >= 0 && before <= found.start) return;
    this.starts[found.end] = found.start;
    this.#places[found.end] = this.all.length;
    this.all.push(found);
  }

  endingAt(end: number): Found | undefined {
    return this.starts[end]! < 0 ? undefined : this.all[this.#places[end]!];
  }
}

/** Used again for every field, as the rows of its marks are. */
let scratch: [starts: Int32Array, places: Int32Array] = [new Int32Array(0), new Int32Array(0)];

function emptyStarts(size: number): typeof scratch {
  if (size > KEPT) return [new Int32Array(size).fill(-1), new Int32Array(size)];
  if (scratch[0].length < size) scratch = [new Int32Array(2 * size), new Int32Array(2 * size)];
  scratch[0].fill(-1, 0, size);
  return scratch;
}

export function recognise(field: Field, lexicon: InstitutionLexicon, gazetteer: Gazetteer, tags: LazyTags): Found[] {
  const marks = readMarks(field, lexicon);
  const names = new FoundNames(field.text.length + 1);
  let nextKnown = 0;
  for (const head of marks.heads) {
    nextKnown = takeKnown(nextKnown, head.end, names, marks, lexicon, tags);
    const before = names.starts[head.end]!;
    if (before >= 0 && before < head.start) continue;
    if (!headStands(head, marks)) continue;
    const found = readHead(head, names, marks, gazetteer, tags);
    if (found !== null && !isIndefinite(found, marks.text)) names.keep(found);
  }
  takeKnown(nextKnown, field.text.length, names, marks, lexicon, tags);
  for (const branch of cityBranches(marks, gazetteer))
    names.keep({ ...branch, type: "company", known: [], department: "", anchor: "telecom", owner: null });
  const kept: Found[] = [];
  for (const f of longest(names.all)) if (!insideProduct(f, marks)) kept.push(withBranch(f, marks));
  const alone: Found[] = [];
  for (const { start, end } of aloneNames(marks, tags, kept)) {
    if (kept.some((f) => f.start < end && start < f.end)) continue;
    const type = aloneType({ start, end }, marks);
    if (type !== null)
      alone.push({ start, end, core: start, type, known: [], department: "", anchor: "tagged", owner: null });
  }
  return alone.length === 0 ? kept : [...kept, ...alone].sort((a, b) => a.start - b.start);
}

/** Before a description these say that nobody is named: 一家长沙科技公司, 12家深圳企业; not 第一家. */
const COUNTED = /(?:^|[^第首])(?:[一二两三四五六七八九十百几多数某0-9])[余多]?[家所个]$/u;
/** What opens a description: 第三方运维公司, 某科技公司. */
const ANY_OPENS = /^(?:第三方|有关|相关|本地|当地|外地|[一两几多某][家所])/u;
/** How a registered name ends, which names somebody whatever stands before it. */
const REGISTERED = /(?:有限|责任|股份)公司$/u;

/** Whether words describe one of many and name nobody. */
function isIndefinite({ start, end, type, owner }: Found, text: string): boolean {
  if (type !== "company" || owner !== null) return false;
  const name = text.slice(start, end);
  if (REGISTERED.test(name)) return false;
  return ANY_OPENS.test(name) || COUNTED.test(text.slice(Math.max(0, start - 5), start));
}

/** Keeps the known names from the `next`-th on that end no later than `upTo`; returns the number of the next one. */
function takeKnown(
  next: number,
  upTo: number,
  names: FoundNames,
  marks: Marks,
  lexicon: InstitutionLexicon,
  tags: LazyTags,
): number {
  let k = next;
  for (; k < marks.known.length && marks.known[k]!.end <= upTo; k++) {
    const known = marks.known[k]!;
    if (!knownStands(known, marks, lexicon, tags)) continue;
    const plain = plainKnown(known);
    names.keep(plain);
    const end = officeEnd(known, marks, lexicon);
    if (end > known.end)
      names.keep({ ...plain, end, type: "government", known: [], core: known.end, anchor: "owner", owner: plain });
  }
  return k;
}

/** 弥勒市|组建|总医院, 新疆医科大学|联办|临床学院: what is founded, and by whom. */
const FOUNDED = /^(?:组建|成立|新建|筹建|联办|合办|创办|设立|建立|建成|牵头|托管)/u;

/** The same before what the tagger sees. */
const BUILT = /.(?:共建|组建|筹建|联办|合办)/u;

/** The name that ends in a head, null where none does. */
function readHead(head: Head, names: FoundNames, marks: Marks, gazetteer: Gazetteer, tags: LazyTags): Found | null {
  const { end, type, department } = head;
  let border = leftBorder(head, marks, names.starts, gazetteer);
  if (FOUNDED.test(marks.text.slice(border.core, head.start))) return null;
  if (border.anchor === "owner" && !ownerFits(head, border, marks.text, names.endingAt(border.core))) {
    if (!border.path) return null;
    border = { ...border, anchor: "place", start: border.path[0]!, core: border.inner ?? head.start };
  }
  if (border.anchor === "place" && border.path && border.path.length > 1)
    border = { ...border, start: pathStart(border, marks, gazetteer) };
  const branch = branchStart(head, border, marks);
  if (branch >= 0)
    return { start: branch, end, type, known: [], core: branch, department: "", anchor: "branch", owner: null };
  if (mayReach(head, border, marks)) {
    // 武警|北京总队医院: the tagger sees what stands before the place.
    const reach = tags.startOf(end) ?? border.start;
    const more = border.start - reach;
    if (more > 0 && more <= 6 && taggedHolds(reach, border.start, marks)) return taggedName(reach, head, marks);
  }
  if (accept(head, border, marks)) {
    const owner = border.anchor === "owner" ? names.endingAt(border.core)! : null; // the border has it from there
    if (owner !== null && depthOf(owner) === MOST_OWNERS) return null;
    return {
      start: border.start,
      end,
      type: owner === null ? type : typeUnder(owner.type, head),
      known: [],
      core: border.core,
      department: (border.inner ?? border.core) === head.start ? department : "",
      anchor: border.anchor,
      owner,
    };
  }
  const row = department === "" ? null : rowBefore(head.start, marks.text, names);
  if (row)
    return { start: head.start, end, type, known: [], core: head.start, department, anchor: "before", owner: row };
  if (border.generic || (border.core === head.start && !mayBegin(head, marks))) return null;
  const start = tags.startOf(end);
  if (start === undefined || start >= head.start) return null;
  // 苏州医院 may be any of the city's, whatever the tagger says.
  if (border.anchor === "place" && start === border.start && end - head.start === 2 && type === "hospital") return null;
  // 武汉大学|共建联合实验室: what is built, not who.
  if (!taggedHolds(start, head.start, marks) || BUILT.test(marks.text.slice(start, head.start))) return null;
  // 第十三批医疗队, 公益医疗队: a team is named by whence it comes.
  if (head.word.endsWith("医疗队") && border.anchor !== "place") return null;
  return taggedName(start, head, marks);
}

/** The name from where the tagger sees it begin; null where all of a level are meant: 各市卫生健康委, 各省卫生健康委. */
function taggedName(start: number, { start: limit, end, type }: Head, marks: Marks): Found | null {
  const { text } = marks;
  if (text[start] === "各") return null;
  const core = levelEnd(start, limit, marks);
  const anchor = core > start ? "level" : "tagged";
  if (core > start && isNoLevel(text.slice(start, core), text.slice(Math.max(0, start - 1), start))) return null;
  return { start, end, type, known: [], core, department: "", anchor, owner: null };
}

/** 医院医院医院…: no name goes on from so many others. */
const MOST_OWNERS = 6;

/** How many names one goes on from, one on the other; itself counts. */
function depthOf(found: Found): number {
  let depth = 0;
  for (let f: Found | null = found; f !== null && depth < MOST_OWNERS; f = f.owner) depth++;
  return depth;
}

/** Where the level word ends that opens a tagged name (县|行政审批和政务信息管理局); the start where none does. */
function levelEnd(start: number, limit: number, { levels }: Marks): number {
  for (let end = Math.min(limit, start + 3); end > start; end--) if (levels[end] === start) return end;
  return start;
}

/** The highest division that really holds the next one: not 萍乡市安源区|萍乡市公共资源交易中心. */
function pathStart(border: Border, marks: Marks, gazetteer: Gazetteer): number {
  const path = border.path!; // the caller has looked
  const end = border.inner ?? border.core;
  const codesOf = (i: number): string[] =>
    gazetteer.named(marks.text.slice(path[i]!, path[i + 1] ?? end)).map((s) => s.code);
  for (let i = path.length - 1; i > 0; i--) {
    const below = codesOf(i);
    const above = codesOf(i - 1);
    const apart = below.length > 0 && !above.some((a) => below.some((b) => gazetteer.contains(a, b)));
    // 东莞市|南城|社区卫生服务中心: a bare short name that lies elsewhere is a part of the name.
    if (apart && isFullPlace(marks.text.slice(path[i]!, path[i + 1] ?? end))) return path[i]!;
  }
  return path[0]!;
}

/** The authority that a bare one follows in a row: 市发改委、卫健委、医保局. */
function rowBefore(start: number, text: string, names: FoundNames): Found | null {
  if (start === 0 || !"、和与及".includes(text[start - 1]!)) return null;
  const before = names.endingAt(text.startsWith("以及", start - 2) ? start - 2 : start - 1);
  return before && before.department !== "" ? before : null;
}

/** Where 后湖院区 begins, a branch named without its hospital; -1 where none stands. */
function branchStart(head: Head, border: Border, marks: Marks): number {
  if (head.word !== "院区" || border.generic || border.anchor === "owner") return -1;
  const start = border.path?.[0] ?? border.start;
  const length = head.start - start;
  if (length < 2 || length > 5) return -1;
  // 比去老院区近: words, no name.
  for (let i = start + 1; i <= head.start; i++) if (marks.stops[i]! >= start) return -1;
  return start;
}

/** What stands before 药房 where it is no shop. */
const SERVED = /中$|共享|智慧|智能|自动|云$/u;

const OF_LEVELS = /[省市州县区旗乡镇村][两三四五]级$/u;

function headStands(head: Head, marks: Marks): boolean {
  const { text } = marks;
  const { word, end } = head;
  if (word === "医院" && isAny(head, marks)) return false;
  // 省、市、县三级疾控: all of the three levels.
  if (OF_LEVELS.test(text.slice(Math.max(0, head.start - 3), head.start))) return false;
  if (word.endsWith("政府")) return !NOT_GOVERNMENT.test(text.slice(end, end + 5));
  switch (word) {
    case "委":
      return !PARTY_OFFICE.test(text.slice(end, end + 5));
    case "银行":
      return !/^(?:业|机构|网点|系统|卡|账|存|贷)/.test(text.slice(end, end + 2));
    // 嘉和美康证券部: a company's own.
    case "证券":
      return !/^(?:事务)?(?:部|代表)/.test(text.slice(end, end + 4));
    // 智慧共享中药房 is a service, 中药房 a room.
    case "药房":
      return !SERVED.test(text.slice(head.start - 2, head.start));
    case "疾控":
      return !/^(?:机构|工作|体系|系统|人员|专家|部门|信息)/.test(text.slice(end, end + 5));
    default:
      return true;
  }
}

/** Whether a level's bare 医院 counts or lists hospitals instead of naming one. */
function isAny({ start, end }: Head, { text, levels, divisions }: Marks): boolean {
  const level = levels[start]!;
  if (level < 0 || divisions[start]! >= 0) return false;
  return ANY_BEFORE[text.charCodeAt(level - 1)] === 1 || ANY_BEHIND.test(text.slice(end, end + 4));
}

const plainKnown = ({ start, end, entries }: Known): Found => ({
  start,
  end,
  type: null,
  known: entries,
  core: start,
  department: "",
  anchor: "none",
  owner: null,
});

/** A short alias must not lie inside a place or a longer word. */
function knownStands(known: Known, marks: Marks, lexicon: InstitutionLexicon, tags: LazyTags): boolean {
  const { text } = marks;
  const { use } = lexicon.surface(known.entries[0]!);
  // 更好的肿瘤医院 is any, 同济医院 in Wuhan is one: the tagger tells them apart.
  if (use === "local") {
    if (marks.divisions[known.start]! >= 0 || marks.levels[known.start]! >= 0) return false;
    return tags.startOf(known.end) === known.start;
  }
  if (text[known.end] === "门" && text[known.end - 1] === "部") return false;
  if (use === "doubtful")
    return (
      /[、与由和]/.test(text[known.start - 1] ?? "") ||
      /^(?:等|、|集团|公司)/.test(text.slice(known.end, known.end + 2))
    );
  const length = known.end - known.start;
  if (length <= 3 && insidePlace(marks, known.start)) return false;
  // 长虹路, 海尔大道: a road, not the company.
  if (length <= 3 && use !== "name" && ROAD.test(text.slice(known.end, known.end + 2))) return false;
  if (length > 2 || use === "name") return true;
  // 百度百科, 华为手机: a brand before its own product is no institution.
  return !/^(?:百科|地图|手机|搜索|贴吧|指数|健康APP)/.test(text.slice(known.end, known.end + 6));
}

const PROVINCE_FIRST = /^.{2,6}(?:省|自治区)/u;

function accept(head: Head, border: Border, marks: Marks): boolean {
  const suffix = head.word;
  const middle = head.start - border.core;
  switch (border.anchor) {
    case "place": {
      if (border.generic) return false;
      if (head.department) return true;
      if (middle > 0) return true;
      const place = marks.text.slice(border.start, head.start);
      if (NAMESAKES.has(suffix)) return !isFullPlace(place);
      if (WEAK_AFTER_PLACE.has(suffix)) return false;
      // 山西省汾阳医院 is one, 汾阳医院 any of the town's.
      if (head.type === "hospital" && border.path!.length === 2 && PROVINCE_FIRST.test(place)) return true;
      return isFullPlace(place) ? PLAIN.has(head.type) || suffix.length > 2 : suffix.length > 2;
    }
    case "level":
      if (head.department) return true;
      if (border.generic || border.unknown > 0) return false;
      if (middle === 0 && WEAK_AFTER_PLACE.has(suffix)) return false;
      return (
        head.type === "hospital" ||
        head.type === "public-health" ||
        middle > 0 ||
        suffix.length > 3 ||
        LEVEL_HOUSES.has(suffix)
      );
    case "owner":
      return !border.generic;
    case "nation":
      // 全国互联网医院, 全国5A级景区 count all; only societies call themselves 全国.
      if (marks.text.startsWith("全国", border.start) && head.type !== "association") return false;
      return !border.generic && border.unknown <= 10 && head.start - border.start >= 4;
    default:
      return false;
  }
}

/** Whether something that belongs to the name may stand before a place, level or nation. */
function mayReach(head: Head, border: Border, marks: Marks): boolean {
  if (head.department !== "" || border.anchor === "owner" || border.anchor === "none") return false;
  const { start } = border;
  if (start === 0 || marks.stops[start]! >= 0) return false;
  return isCommonHan(marks.text.charCodeAt(start - 1));
}

/** Suffixes that a short proper name may open: 史家|小学, 岳麓|书院. */
const OPENED = /(?:医院|小学|中学|书院|幼儿园|大学|医学院|卫生院|实验室|博物馆)$/;

/** Whether a proper name may end right before a suffix: not 推动|医院. */
function mayBegin({ start, word }: Head, marks: Marks): boolean {
  const { text, stops } = marks;
  if (!OPENED.test(word)) return false;
  const stop = stops[start]!;
  const before = text[start - 1] ?? "";
  return (
    (stop < 0 || (start - stop < 2 && before === "家")) &&
    isCommonHan(before.charCodeAt(0)) &&
    !"的了在和与及由等是".includes(before)
  );
}

/** Words of names that hold a unit which otherwise joins two names. */
const HARMLESS = /协和|仁和|和平|太和|泰和|和睦|和田|呼和|中和|祥和|宣和|义和|永和|政和|和县|和谐|和顺|和美|联合/g;

/** Whether a tagged name's left part joins no two names: not 组委会和|医院; 深圳市卫生健康发展研究和|数据管理中心 opens with a place. */
function taggedHolds(start: number, end: number, marks: Marks): boolean {
  const left = marks.text.slice(start, end).replace(HARMLESS, "");
  if (/[，、。；的了]/.test(left)) return false;
  return !/[和与及由在对将]/.test(left) || marks.places.some((p) => p.start === start);
}

/** 苏州市立医院|东区: a branch that no suffix ends. */
function withBranch(found: Found, marks: Marks): Found {
  if (marks.branches.size === 0) return found;
  const end = marks.branches.get(found.end);
  if (end === undefined || !/(?:医院|总院)$/.test(marks.text.slice(found.start, found.end))) return found;
  return { ...found, end, known: [], core: found.end, department: "", anchor: "owner", owner: found };
}

/** Leftmost, then longest, without overlaps. */
function longest(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const f of sorted) {
    const last = kept[kept.length - 1];
    if (last && f.start < last.end) {
      // A later name that reaches further and covers more wins: 苏州市 | 立医院康复医疗中心.
      if (f.end > last.end && f.end - f.start > last.end - last.start) kept[kept.length - 1] = f;
      continue;
    }
    kept.push(f);
  }
  return kept;
}
