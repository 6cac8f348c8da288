/** Lines that pages print above the text, or papers below it: name, day, time, page, section, in any order. */
import type { Line } from "./line.ts";
import { BAR, BLANK, CLAUSE, DIGIT, DOT, FULL_STOP } from "./line.ts";

const MAX_MASTHEAD = 60;
const MAX_PIECE = 16;
const MAX_PIECES = 7;

/** 2023-08-01, 2023年8月1日, 20230801, with a time behind it. */
const FULL_DAY = /^(?:20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|20\d{6})(?:T?\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** 06-30, 8月1日 */
const SHORT_DAY = /^(?:[01]?\d[-/][0-3]\d|[01]?\d月[0-3]?\d日)$/;
/** 08:40, 今天08:40, 昨天, 3小时前, 刚刚 */
const CLOCK = /^(?:(?:今天|昨天|前天|上午|下午)?\d{1,2}:\d{2}(?::\d{2})?|昨天|前天|刚刚|\d{1,2}(?:分钟|小时|天)前)$/;
/** 05版, A03, 第B2版, A03深度, A03版:民生 */
const PAGE = /^(?:第?[A-Za-z]?\d{1,2}(?:版:?)?[\u4e00-\u9fff]{0,6})$/;
/** What names of papers, sites and accounts end with. */
const MEDIUM = /(?:报|网|社|台|刊|新闻|客户端|发布|融媒|融媒体|媒体|传媒|频道|官方账号|号|在线|日报社|电子版|数字报)$/;

/**
 * Whether a line is a masthead: short pieces, among them a day or a time.
 * @example 某某日报　2023年8月1日　05版　特别报道; 某某新闻　06-30 08:40　关注
 */
export function isMasthead(line: Line, zone: "head" | "tail"): boolean {
  if (line.text.length > MAX_MASTHEAD || !line.has(DIGIT) || line.has(FULL_STOP | CLAUSE)) return false;
  if (!line.has(BLANK | BAR | DOT)) return false;
  const pieces = line.text.split(/[\s|｜丨·•]+/).filter(Boolean);
  if (pieces.length < 2 || pieces.length > MAX_PIECES) return false;
  let fullDay = false;
  let shortDay = false;
  let clock = false;
  let page = false;
  let medium = false;
  for (const piece of pieces) {
    const plain = piece.replaceAll("：", ":");
    if (FULL_DAY.test(plain)) fullDay = true;
    else if (SHORT_DAY.test(plain)) shortDay = true;
    else if (CLOCK.test(plain)) clock = true;
    else if (/^第?[A-Za-z]?\d{1,2}版:/.test(plain) && PAGE.test(plain)) page = true;
    else if (piece.length > MAX_PIECE || /[、:《》“”（）()]/.test(plain)) return false;
    else if (/^(?:第?[A-Za-z]\d{1,2}|第?\d{1,2}版)/.test(piece) && PAGE.test(piece)) page = true;
    else if (MEDIUM.test(piece)) medium = true;
  }
  if (zone === "tail") return (fullDay || shortDay) && medium && (page || clock);
  return fullDay || clock || (shortDay && medium);
}
