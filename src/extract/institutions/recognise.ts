/** Institution spans of one field: known names, and suffixes with a border that a place, a level or an owner gives. */
import type { Field, InstitutionType } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { type Anchor, type Border, isFullPlace, leftBorder } from "./border.ts";
import type { LazyTags } from "./lazy-tags.ts";
import { type Head, type Known, type Marks, readMarks } from "./marks.ts";
import { officeEnd } from "./office.ts";
import { ownerFits, typeUnder } from "./owner.ts";
import { insideProduct } from "./product.ts";
import { aloneNames, aloneType } from "./tagged.ts";
import { cityBranches } from "./telecom.ts";

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
const WEAK_AFTER_PLACE = new Set(
  (
    "集团 公司 中心 服务中心 管理中心 指导中心 指挥中心 事务中心 发展中心 数据中心 信息中心 康复中心 医疗中心 研究中心 " +
    "分局 分院 院区 联盟 实验室 管理局 监督局 委员会 领导小组 指挥部 学校 学院 高中 初中 银行 证券 保险 药业 机场 " +
    "联合体 医联体 医共体 总院 融媒 酒店 超市 药房 餐厅 景区 分公司 支行 分行 分会 人寿 制药 俱乐部 救援队"
  ).split(" "),
);
/** Public houses that a bare 省 or 市 may open: 省博物馆, 市图书馆. */
const LEVEL_HOUSES = /^(?:图书馆|博物馆|博物院|档案馆|科技馆|文化馆|红十字会|美术馆)$/;
/** What makes another word of 政府: 政府采购, 政府网站. */
const NOT_GOVERNMENT =
  /^(?:采购|购买|网站|网$|工作报告|门户|投资|引导|主导|性|信息公开|规章|办医|办的|补助|补贴|指导价|定价|专项债)/;
/** What makes an office of 县委: 县委书记. */
const PARTY_OFFICE = /^(?:书记|常委|副|委员|员|任|托|派|办|网|宣|组|统|政法|编)/;

export function recognise(field: Field, lexicon: InstitutionLexicon, gazetteer: Gazetteer, tags: LazyTags): Found[] {
  const marks = readMarks(field, lexicon);
  const owners = new Map<number, number>();
  const byEnd = new Map<number, Found>();
  const found: Found[] = [];
  let nextKnown = 0;
  const keep = (f: Found): void => {
    const same = byEnd.get(f.end);
    if (same && same.start <= f.start) return;
    byEnd.set(f.end, f);
    owners.set(f.end, f.start);
    found.push(f);
  };
  const takeKnown = (upTo: number): void => {
    for (; nextKnown < marks.known.length && marks.known[nextKnown]!.end <= upTo; nextKnown++) {
      const known = marks.known[nextKnown]!;
      if (!knownStands(known, marks, lexicon, tags)) continue;
      const plain = plainKnown(known);
      keep(plain);
      const end = officeEnd(known, marks, lexicon);
      if (end > known.end)
        keep({ ...plain, end, type: "government", known: [], core: known.end, anchor: "owner", owner: plain });
    }
  };
  for (const head of marks.heads) {
    takeKnown(head.end);
    const longer = byEnd.get(head.end);
    if (longer !== undefined && longer.start < head.start) continue;
    if (!headStands(head, field.text)) continue;
    let border = leftBorder(head, marks, owners, gazetteer);
    if (border.anchor === "owner" && !ownerFits(head, border, marks.text, byEnd.get(border.core))) {
      if (!border.path) continue;
      border = { ...border, anchor: "place", start: border.path[0]!, core: border.inner ?? head.start };
    }
    if (border.anchor === "place" && border.path) border = { ...border, start: pathStart(border, marks, gazetteer) };
    const base = { end: head.end, type: head.type, known: [], department: "", owner: null };
    const branch = branchStart(head, border, marks);
    if (branch >= 0) {
      keep({ ...base, start: branch, core: branch, anchor: "branch", owner: null });
      continue;
    }
    if (mayReach(head, border, marks)) {
      // 武警|北京总队医院: the tagger sees what stands before the place.
      const reach = tags.startOf(head.end) ?? border.start;
      const more = border.start - reach;
      if (more > 0 && more <= 6 && taggedHolds(reach, border.start, marks)) {
        keep({ ...base, start: reach, core: reach, anchor: "tagged" });
        continue;
      }
    }
    if (accept(head, border, marks)) {
      const owner = border.anchor === "owner" ? byEnd.get(border.core)! : null;
      keep({
        ...base,
        start: border.start,
        type: owner === null ? head.type : typeUnder(owner.type, head),
        core: border.core,
        department: (border.inner ?? border.core) === head.start ? head.department : "",
        anchor: border.anchor,
        owner,
      });
      continue;
    }
    const row = head.department === "" ? null : rowBefore(head.start, field.text, byEnd);
    if (row) {
      keep({ ...base, start: head.start, core: head.start, department: head.department, anchor: "before", owner: row });
      continue;
    }
    if (border.generic || (border.core === head.start && !mayBegin(head, marks))) continue;
    const start = tags.startOf(head.end);
    // 苏州医院 may be any of the city's, whatever the tagger says.
    if (border.anchor === "place" && start === border.start && head.end - head.start === 2 && head.type === "hospital")
      continue;
    if (start !== undefined && start < head.start && taggedHolds(start, head.start, marks))
      keep({ ...base, start, core: start, anchor: "tagged" });
  }
  takeKnown(field.text.length);
  for (const branch of cityBranches(marks, gazetteer))
    keep({ ...branch, type: "company", known: [], department: "", anchor: "telecom", owner: null });
  const whole = longest(found).filter((f) => !insideProduct(f, marks));
  const kept = whole.map((f) => withBranch(f, marks));
  const alone = aloneNames(marks, tags).flatMap((t): Found[] => {
    if (kept.some((f) => f.start < t.end && t.start < f.end)) return [];
    const type = aloneType(t, marks);
    const span = { start: t.start, end: t.end, core: t.start };
    return type === null ? [] : [{ ...span, type, known: [], department: "", anchor: "tagged", owner: null }];
  });
  return [...kept, ...alone].sort((a, b) => a.start - b.start);
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
function rowBefore(start: number, text: string, byEnd: ReadonlyMap<number, Found>): Found | null {
  const joint = /(?:、|和|与|及|以及)$/.exec(text.slice(Math.max(0, start - 2), start));
  if (!joint) return null;
  const before = byEnd.get(start - joint[0].length);
  return before && before.department !== "" ? before : null;
}

/** Where 后湖院区 begins, a branch named without its hospital; -1 where none stands. */
function branchStart(head: Head, border: Border, marks: Marks): number {
  if (marks.text.slice(head.start, head.end) !== "院区" || border.generic || border.anchor === "owner") return -1;
  const start = border.path?.[0] ?? border.start;
  const length = head.start - start;
  return length >= 2 && length <= 5 ? start : -1;
}

function headStands(head: Head, text: string): boolean {
  const surface = text.slice(head.start, head.end);
  const after = text.slice(head.end, head.end + 5);
  if (/政府$/.test(surface)) return !NOT_GOVERNMENT.test(after);
  if (surface === "委") return !PARTY_OFFICE.test(after);
  // 医院 in 医院管理研究所 is a word of the name, which ends later.
  return (
    !(surface === "银行" && after.startsWith("业")) &&
    !(surface === "疾控" && /^(?:机构|工作|体系|系统|人员|专家|部门|信息)/.test(after))
  );
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
  if (length <= 3 && marks.places.some((p) => p.start < known.start && known.start < p.end)) return false;
  if (length > 2 || use === "name") return true;
  // 百度百科, 华为手机: a brand before its own product is no institution.
  return !/^(?:百科|地图|手机|搜索|贴吧|指数|健康APP)/.test(text.slice(known.end, known.end + 6));
}

function accept(head: Head, border: Border, marks: Marks): boolean {
  const suffix = marks.text.slice(head.start, head.end);
  const middle = head.start - border.core;
  switch (border.anchor) {
    case "place": {
      if (border.generic) return false;
      if (head.department) return true;
      if (middle > 0) return true;
      if (WEAK_AFTER_PLACE.has(suffix)) return false;
      const place = marks.text.slice(border.start, head.start);
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
        LEVEL_HOUSES.test(suffix)
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
  return /[\u4e00-\u9fff]/.test(marks.text[start - 1]!);
}

/** Suffixes that a short proper name may open: 史家|小学, 岳麓|书院. */
const OPENED = /(?:医院|小学|中学|书院|幼儿园|大学|医学院|卫生院|实验室|博物馆)$/;

/** Whether a proper name may end right before a suffix: not 推动|医院. */
function mayBegin({ start, end }: Head, marks: Marks): boolean {
  const { text, stops } = marks;
  if (!OPENED.test(text.slice(start, end))) return false;
  const stop = stops[start]!;
  const before = text[start - 1] ?? "";
  return (
    (stop < 0 || (start - stop < 2 && before === "家")) &&
    /[\u4e00-\u9fff]/.test(before) &&
    !/[的了在和与及由等是]/.test(before)
  );
}

/** Words of names that hold a unit which otherwise joins two names. */
const HARMLESS = /协和|仁和|和平|太和|泰和|和睦|和田|呼和|中和|祥和|宣和|义和|永和|政和|和县|和谐|和顺|和美|联合/g;

/** Whether a tagged name's left part joins no two names: not 组委会和|医院; 深圳市卫生健康发展研究和|数据管理中心 opens with a place. */
function taggedHolds(start: number, end: number, marks: Marks): boolean {
  const left = marks.text.slice(start, end).replace(HARMLESS, "");
  if (/[，、。；]/.test(left)) return false;
  return !/[和与及由在对将]/.test(left) || marks.places.some((p) => p.start === start);
}

/** 苏州市立医院|东区: a branch that no suffix ends. */
function withBranch(found: Found, marks: Marks): Found {
  const end = marks.branches.get(found.end);
  if (end === undefined || !/(?:医院|总院)$/.test(marks.text.slice(found.start, found.end))) return found;
  return { ...found, end, known: [], core: found.end, department: "", anchor: "owner", owner: found };
}

/** Leftmost, then longest, without overlaps. */
function longest(found: readonly Found[]): Found[] {
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
