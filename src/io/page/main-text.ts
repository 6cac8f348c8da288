/** Finds the element that holds a page's report. */
import type { PageLine } from "./lines.ts";

/** Names that Chinese sites give the element of the report: portals, papers, governments, WeChat. */
const REPORT =
  /(?:^|[\s_-])(?:artibody|article|articlecontent|article-?body|article-?detail|articletext|endtext|post_?(?:text|body|content)|cnt-main-article-qq|content-?article|trs_editor|trs_uedit|ucap-content|pages_content|zoom|ozoom|js_content|rich_media_content|rwb_zw|rm_txt_con|p-detail|detail(?:-?content)?|news_?(?:txt|text|content|body|detail)|newscontent|newsdetail|con_?t(?:ext|xt)|text_?con|textcon|main_?(?:text|content)|show_text|content_?(?:text|main|area)?|entry-content|left_zw|view_content|wz_content|nr)(?:$|[\s_-])/i;
/** Names of everything around it. */
const AROUND =
  /comment|reply|recommend|related|relate|sidebar|side-bar|footer|header|navbar|nav-|-nav|topbar|toolbar|breadcrumb|crumb|share|hotnews|hot-|rank|copyright|advert|popup|login|channel|menu|tuijian|pinglun|xiangguan|friend|links/i;
const PROSE = /[，。；！？、：]/g;
const MIN_PROSE = 20;

interface Sums {
  prose: number;
  total: number;
}

const label = (element: Element): string => `${element.id ?? ""} ${element.getAttribute("class") ?? ""}`;

/** A line of running text: long enough, punctuated, hardly a link. */
export function isRunning(line: PageLine): boolean {
  if (line.text.length < MIN_PROSE || line.linkChars * 3 > line.text.length) return false;
  return (line.text.match(PROSE)?.length ?? 0) * 60 >= line.text.length || /[。！？]$/.test(line.text);
}

/**
 * The element with most running text at the greatest density: its running text times the square of its share of all
 * text in it. Names of report elements count half as much again, names of comments and bars a third.
 */
export function findMain(lines: readonly PageLine[], root: Element): Element | undefined {
  const sums = new Map<Element, Sums>();
  const around = new Map<Element, boolean>();
  const isAround = (element: Element): boolean => {
    let value = around.get(element);
    if (value === undefined) {
      value = AROUND.test(label(element)) || /^(?:NAV|FOOTER|ASIDE)$/i.test(element.tagName);
      around.set(element, value);
    }
    return value;
  };
  for (const line of lines) {
    const prose = isRunning(line) ? line.text.length : 0;
    // Only so many levels: a container is never a hundred elements above its paragraphs.
    let depth = 0;
    for (let e: Element | null = line.block; e && depth < 60; e = e.parentElement, depth++) {
      const sum = sums.get(e);
      if (sum) {
        sum.prose += prose;
        sum.total += line.text.length;
      } else sums.set(e, { prose, total: line.text.length });
      if (e === root) break;
    }
  }
  let best: Element | undefined;
  let bestScore = 0;
  for (const [element, { prose, total }] of sums) {
    if (prose === 0) continue;
    const name = label(element);
    let weight = REPORT.test(name) ? 1.5 : 1;
    for (let e: Element | null = element, i = 0; e && e !== root && i < 60; e = e.parentElement, i++)
      if (isAround(e)) {
        weight *= 0.33;
        break;
      }
    const score = prose * (prose / total) ** 2 * weight;
    // Of equals the inner one: it comes first, being summed from the inside.
    if (score > bestScore) {
      best = element;
      bestScore = score;
    }
  }
  return best;
}

/** The lines of the main element: rows of links and what stands in bars and comments inside it left out. */
export function mainLines(lines: readonly PageLine[], main: Element): string[] {
  const inside = new Map<Element, boolean>();
  const belongs = (block: Element): boolean => {
    const known = inside.get(block);
    if (known !== undefined) return known;
    let answer = false;
    let depth = 0;
    for (let e: Element | null = block; e && depth < 60; e = e.parentElement, depth++) {
      if (e === main) {
        answer = true;
        break;
      }
      if (AROUND.test(label(e)) && !REPORT.test(label(e))) break;
    }
    inside.set(block, answer);
    return answer;
  };
  return lines.filter((l) => belongs(l.block) && (isRunning(l) || l.linkChars * 2 <= l.text.length)).map((l) => l.text);
}
