/** Finds the name that a bare word stands for: 该院, 平台, 我市, 市卫健委 … where that name stands in the text. */
import type { Span } from "../core/types.ts";
import type { Clause } from "./clauses.ts";
import type { Draft } from "./draft.ts";
import { shortDivision, splitDivision } from "./headline/names.ts";

/** Writes `name` in place of `cut` (an empty cut: before it). Both are stretches of the body. */
export interface Resolution {
  readonly cut: Span;
  readonly name: Span;
}

const THING =
  /^(?:该|本|这一?[个家套项座款]?|此)?(平台|系统|项目|大会|论坛|专区|工程|模块|模型|中心|数据库|服务|门诊|终端|机器人|标准|《?(?:方案|通知|规范|指引|行动计划|办法|意见|规定|计划|规划)》?)$/u;
const HOSPITAL = /^(?:该院|我院|本院|医院|该医院)$/;
const PLACE = /^(?:我|该|本)(?:市|县|区|省|州|旗|盟|自治区)$|^当地$/;
const LOCAL = /^(?:市|县|区|州|省|自治区)(?=.*(?:委|局|院|中心|政府|厅|部门|处|办|会|站|队|部)$)/u;

/** Where the body prints the primary region: its full last part, else its short form; null where neither stands. */
export function printedPlace(draft: Draft): Span | null {
  const primary = draft.extraction.regions.find((r) => r.primary);
  if (!primary) return null;
  const { text } = draft.prose;
  for (const form of [splitDivision(primary.name).at(-1) ?? primary.name, shortDivision(primary.name)]) {
    const at = text.indexOf(form);
    if (at >= 0) return { start: at, end: at + form.length };
  }
  return null;
}

/** 市, 县, 省 …: how the primary region's own offices are called; 省卫健委 is not the city's. */
function levelOf(draft: Draft): string {
  const name = draft.extraction.regions.find((r) => r.primary)?.name ?? "";
  return name.endsWith("自治区") ? "自治区" : name.endsWith("旗") ? "旗" : (name.at(-1) ?? "-");
}

/** What the bare subject at the head of a clause stands for; null where it says so itself or nobody knows. */
export function resolveHead(draft: Draft, clause: Clause): Resolution | null {
  const { text, tokens } = draft.prose;
  const head = tokens[clause.firstToken];
  if (!head || head.start < clause.core) return null;
  // 该 + 院 may come as one word or two.
  for (const n of [3, 2, 1]) {
    const lastToken = tokens[clause.firstToken + n - 1];
    if (!lastToken || clause.firstToken + n > clause.endToken) continue;
    const cut = { start: head.start, end: lastToken.end };
    const word = text.slice(cut.start, cut.end);
    const follower = tokens[clause.firstToken + n];
    if (PLACE.test(word)) {
      const name = printedPlace(draft);
      return name && name.start < cut.start ? { cut, name } : name ? { cut, name } : null;
    }
    // 全市12家医院 at the head of a clause: the reader asks which city.
    if (/^全[市县区省州旗]$/.test(word) && word.endsWith(levelOf(draft))) {
      const name = printedPlace(draft);
      return name && { cut, name };
    }
    const bare = !follower || !/^(?:n|j|vn)/.test(follower.pos) || follower.start >= clause.end;
    if (HOSPITAL.test(word)) {
      if (!bare && word === "医院") continue;
      const name = leadHospital(draft, cut.start);
      return name ? { cut, name } : null;
    }
    const thing = THING.exec(word);
    if (thing && bare && word.includes("《") === word.includes("》")) {
      const noun = thing[1]!.replace(/[《》]/g, "");
      const name = nearest(
        draft,
        cut.start,
        (_, surface) =>
          surface
            .replace(/[”》]$/, "")
            .replace(/（.*）$/, "")
            .endsWith(noun) && surface.length > noun.length + 1,
      );
      return name ? { cut, name } : null;
    }
  }
  const level = levelOf(draft);
  const institution = draft.facts.find(
    (f) =>
      f.kind === "institution" &&
      f.start === clause.core &&
      LOCAL.test(text.slice(f.start, f.end)) &&
      text.startsWith(level, f.start),
  );
  if (institution && level !== "") {
    const name = printedPlace(draft);
    if (name) {
      const short = { start: name.start, end: name.end };
      // 常德市 + 市卫健委 would say 市 twice.
      if (text[short.end - 1] === text[institution.start]) short.end--;
      return { cut: { start: institution.start, end: institution.start }, name: short };
    }
  }
  return null;
}

/**
 * The hospital that acts: the last one before `at` that opens a clause. A partner named in passing (与北京大学第一医院结成
 * 帮扶对子) is not meant by the next 医院.
 */
function leadHospital(draft: Draft, at: number): Span | null {
  const starts = new Set(draft.prose.clauses.filter((c) => c.core < at).map((c) => c.core));
  let best: Span | null = null;
  let only: Span | null = null;
  let names = 0;
  for (const i of draft.extraction.institutions) {
    if (i.type !== "hospital") continue;
    const printed = i.mentions.filter((m) => m.field === "text" && !HOSPITAL.test(m.text));
    if (printed.length === 0) continue;
    names++;
    only = printed.find((m) => m.start < at) ?? null;
    for (const m of printed) if (m.end <= at && starts.has(m.start) && (!best || m.start > best.start)) best = m;
  }
  const name = best ?? (names === 1 ? only : null);
  return name && { start: name.start, end: name.end };
}

/** The last name before `at` that fits, drawn out to the left over what belongs to it (宜昌市 + 全民健康信息平台). */
function nearest(draft: Draft, at: number, fits: (kind: string, surface: string) => boolean): Span | null {
  const { text, tokens } = draft.prose;
  const types = new Map<string, string>();
  for (const i of draft.extraction.institutions)
    for (const m of i.mentions) if (m.field === "text") types.set(`${m.start}`, i.type);
  let here = 0;
  for (const c of draft.prose.clauses) if (c.start <= at) here = c.sentence;
  for (let i = draft.facts.length - 1; i >= 0; i--) {
    const f = draft.facts[i]!;
    if (f.end > at || f.kind === "figure" || f.kind === "date" || f.kind === "region") continue;
    const surface = text.slice(f.start, f.end);
    const kind = f.kind === "institution" ? (types.get(`${f.start}`) ?? "other") : f.kind;
    if (!fits(kind, surface)) continue;
    // Farther off, another may be meant.
    if (here - draft.prose.clauses[f.clause]!.sentence > 3) return null;
    let start = f.start;
    const clause = draft.prose.clauses[f.clause]!;
    for (let t = clause.endToken - 1; t >= clause.firstToken; t--) {
      const token = tokens[t]!;
      if (token.end !== start) continue;
      if (!/^(?:n|eng|vn|j|b)/.test(token.pos) || f.end - token.start > 22) break;
      start = token.start;
    }
    return {
      start: f.kind === "institution" || f.kind === "quoted" || f.kind === "document" ? f.start : start,
      end: f.end,
    };
  }
  return null;
}
