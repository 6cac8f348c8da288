/** Institution spans of one field: known names, and suffixes with a border that a place, a level or an owner gives. */
import type { Field, InstitutionType } from "../../core/types.ts";
import type { Gazetteer } from "../../lexicon/divisions.ts";
import type { InstitutionLexicon } from "../../lexicon/institutions.ts";
import { type Anchor, type Border, isFullPlace, leftBorder } from "./border.ts";
import { type Head, type Known, type Marks, readMarks } from "./marks.ts";

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
  /** What stands before the core. */
  readonly anchor: Anchor | "before";
  /** The name this one goes on from (浙江大学 before 附属第四医院), or the one before it in a row (发改委、卫健委). */
  readonly owner: Found | null;
}

/** Suffixes that make a name with a place alone: 涿州市医院, 新罗区图书馆, 茂名市政府. */
const PLAIN = new Set(["hospital", "public-health", "government"]);
/** What may follow an owner: 大学 + 附属医院, 委员会 + 信息中心, 医院 + 院区. */
const WEAK_AFTER_PLACE =
  /^(?:集团|公司|中心|服务中心|管理中心|指导中心|指挥中心|事务中心|发展中心|数据中心|信息中心|康复中心|医疗中心|研究中心|分局|分院|院区|联盟|实验室|管理局|监督局|委员会|领导小组|指挥部|学校|学院|高中|初中|银行|证券|保险|药业|机场|联合体|医联体|医共体|总院|融媒|酒店|超市|药房|餐厅|景区)$/;

export function recognise(field: Field, lexicon: InstitutionLexicon, _gazetteer: Gazetteer): Found[] {
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
      if (knownStands(known, marks, lexicon))
        keep({
          start: known.start,
          end: known.end,
          type: null,
          known: known.entries,
          core: known.start,
          department: "",
          anchor: "none",
          owner: null,
        });
    }
  };
  for (const head of marks.heads) {
    takeKnown(head.end);
    const border = leftBorder(head, marks, owners);
    if (!accept(head, border, marks, byEnd)) {
      const row = head.department === "" ? null : rowBefore(head.start, marks.text, byEnd);
      if (row)
        keep({
          start: head.start,
          end: head.end,
          type: head.type,
          known: [],
          core: head.start,
          department: head.department,
          anchor: "before",
          owner: row,
        });
      continue;
    }
    keep({
      start: border.start,
      end: head.end,
      type: border.anchor === "owner" ? typeUnder(byEnd.get(border.core)?.type ?? null, head) : head.type,
      known: [],
      core: border.core,
      department: border.core === head.start ? head.department : "",
      anchor: border.anchor,
      owner: border.anchor === "owner" ? byEnd.get(border.core)! : null,
    });
  }
  takeKnown(field.text.length);
  return longest(found);
}

/** The authority that a bare one follows in a row: 市发改委、卫健委、医保局. */
function rowBefore(start: number, text: string, byEnd: ReadonlyMap<number, Found>): Found | null {
  const joint = /(?:、|和|与|及|以及)$/.exec(text.slice(Math.max(0, start - 2), start));
  if (!joint) return null;
  const before = byEnd.get(start - joint[0].length);
  return before && before.department !== "" ? before : null;
}

/** 兰州大学 + 信息科学与工程学院 stays a university. */
function typeUnder(owner: InstitutionType | null, head: Head): InstitutionType {
  return owner !== null && head.type === "university" ? owner : head.type;
}

/** A local alias needs its place later; a short Latin or two-unit alias must not lie inside a longer word. */
function knownStands(known: Known, marks: Marks, lexicon: InstitutionLexicon): boolean {
  const { text } = marks;
  const { use } = lexicon.surface(known.entries[0]!);
  if (use === "doubtful")
    return /[、与由和]$/.test(text.slice(0, known.start)) || /^(?:等|、|集团|公司)/.test(text.slice(known.end));
  if (known.end - known.start > 2 || use === "name") return true;
  // 百度百科, 华为手机: a brand before its own product is no institution.
  return !/^(?:百科|地图|手机|搜索|贴吧|指数|健康APP)/.test(text.slice(known.end, known.end + 3));
}

function accept(head: Head, border: Border, marks: Marks, byEnd: ReadonlyMap<number, Found>): boolean {
  const suffix = marks.text.slice(head.start, head.end);
  const middle = head.start - border.core;
  switch (border.anchor) {
    case "place": {
      if (border.generic) return false;
      if (head.department) return true;
      if (middle > 0) return border.unknown <= 8;
      if (WEAK_AFTER_PLACE.test(suffix)) return false;
      const place = marks.text.slice(border.start, head.start);
      return isFullPlace(place) ? PLAIN.has(head.type) || suffix.length > 2 : suffix.length > 2;
    }
    case "level":
      if (head.department) return true;
      if (border.generic || border.unknown > 0) return false;
      return (
        (head.type === "hospital" || head.type === "public-health" || middle > 0 || suffix.length > 3) &&
        !(middle === 0 && WEAK_AFTER_PLACE.test(suffix))
      );
    case "owner": {
      if (border.generic) return false;
      return ownerFits(head, suffix, middle, byEnd.get(border.core));
    }
    case "nation":
      return !border.generic && border.unknown <= 10 && head.start - border.start >= 4;
    default:
      return false;
  }
}

/** Whether a suffix may go on from a name that ends right before its core. */
function ownerFits(head: Head, suffix: string, middle: number, owner: Found | undefined): boolean {
  if (!owner) return false;
  if (owner.department !== "") {
    if (/^(?:信息中心|统计信息中心)$/.test(suffix)) return /^卫生|^医疗保障/.test(owner.department);
    return middle === 0 && /管理委员会/.test(owner.department) && head.department !== "";
  }
  if (/^(?:院区|分院|东区|西区|总院|医共体总院)$/.test(suffix)) return true;
  if (/^(?:分公司|支行|分行|分会|专委会|专业委员会)$/.test(suffix)) return true;
  if (/^(?:信息中心|数据中心|研究中心|医学中心|影像中心|急救中心|康复中心|体检中心|服务中心)$/.test(suffix))
    return false;
  if (head.type === "hospital") return middle > 0 || /医院$/.test(suffix);
  if (head.type === "university") return middle > 0 || suffix.length > 2;
  if (head.type === "research") return middle > 0 || suffix.length > 2;
  if (head.type === "company") return suffix !== "公司" && suffix !== "集团" ? true : middle > 0;
  return false;
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
