/** Which suffixes go on from a name that is already complete: 浙江大学|医学院附属第四医院, 市卫健委|信息中心. */
import type { InstitutionType } from "../../core/types.ts";
import { wordSet } from "../../text/word-set.ts";
import type { Border } from "./border.ts";
import type { Head } from "./marks.ts";
import type { Found } from "./recognise.ts";

/** Branches that belong to whoever stands before them. */
const BRANCHES: ReadonlySet<string> = wordSet(
  "院区 分院 总院 医共体总院 分公司 支行 分行 分会 专委会 专业委员会 分中心 分局",
);
/** Inside an institution these are departments: 该院信息中心. */
const DEPARTMENTS: ReadonlySet<string> = wordSet(
  "信息中心 数据中心 大数据中心 研究中心 医学中心 影像中心 急救中心 康复中心 体检中心 服务中心 管理中心 技术中心 远程医疗中心 会计核算中心",
);

/** Whether a suffix may go on from `owner`, which ends right before the border's core. */
export function ownerFits(head: Head, border: Border, text: string, owner: Found | undefined): boolean {
  if (!owner) return false;
  const suffix = head.word;
  const middle = head.start - (border.inner ?? border.core);
  if (border.path) return branchOfPlace(suffix, head, text.slice(owner.start, owner.end));
  // 新疆生产建设兵团|卫生健康委.
  if (head.department !== "" && middle === 0 && text.startsWith("兵团", owner.end - 2)) return true;
  if (owner.department !== "") {
    if (/^(?:信息中心|统计信息中心)$/.test(suffix)) return /^卫生|^医疗保障/.test(owner.department);
    return middle === 0 && /管理委员会/.test(owner.department) && head.department !== "";
  }
  // 医院新院区 is no branch's name.
  if (BRANCHES.has(suffix)) return !/^[新老本主两各该总]$/.test(text.slice(border.core, head.start));
  // 中国人民大学医改研究中心 is an institute, 该院研究中心 a department.
  if (DEPARTMENTS.has(suffix))
    return middle > 0 && /大学$/.test(text.slice(owner.start, owner.end)) && suffix === "研究中心";
  switch (head.type) {
    case "hospital":
      // 某医院|互联网医院 is the same hospital on line.
      if (/^(?:互联网|网络|智慧|数字|云|线上|互联网\+)+医院$/.test(text.slice(border.core, head.end))) return false;
      return middle > 0 || suffix.endsWith("医院");
    case "university":
    case "research":
      return middle > 0 || suffix.length > 2;
    case "company":
      return (suffix !== "公司" && suffix !== "集团") || middle > 0;
    default:
      return false;
  }
}

/** 中国电信|常德|分公司, 国家税务总局|玉林市|税务局, 威海市公共资源交易中心|荣成|分中心. */
function branchOfPlace(suffix: string, head: Head, owner: string): boolean {
  if (BRANCHES.has(suffix)) return true;
  if (suffix.endsWith("税务局")) return owner.endsWith("税务总局");
  return head.type === "hospital" && owner.endsWith("医院") && suffix.endsWith("医院");
}

/** 兰州大学 + 信息科学与工程学院 stays a university. */
export function typeUnder(owner: InstitutionType | null, head: Head): InstitutionType {
  return owner !== null && head.type === "university" ? owner : head.type;
}
