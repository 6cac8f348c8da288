/** The headline without the names of sites and sections that pages put behind (or before) it. */
import { isPlain, normalize, normalizeText } from "../text/normalize.ts";
import type { Publishers } from "./publishers.ts";

/** Separators between a headline and a site's name; the dash of a subtitle (——) is none. */
const SEPARATOR =
  /\s*(?:_+|(?<=\S)--(?=\S)|\s[-–—|｜丨·]\s|[|｜丨]|(?<![-–—\d])[-–—－](?![-–—\d])|\s[-–—](?=\S)|(?<=\S)[-–—]\s)\s*/g;
const SITE_END =
  /(?:网|新闻网|新闻|在线|日报|晚报|早报|晨报|时报|都市报|商报|导报|快报|周刊|周报|学报|报|电视台|广播台|电台|广播|客户端|APP|app|频道|公众号|百家号|头条|头条号|搜狐号|网易号|大鱼号|企鹅号|融媒体|融媒|数字报|电子报|数字报刊|电子版|门户网站|网站|官网|平台|中心|委员会|人民政府|政府网|卫健委|卫生健康委|卫生健康局|医院|之星|之声|传媒|资讯|中国|公报|云|号|社|台)$/;
const SECTION =
  /^(?:正文|首页|要闻|新闻|健康|医疗|卫生|财经|科技|社会|国内|国际|时政|地方|教育|经济|产业|股票|滚动|滚动新闻|新闻中心|新闻频道|健康频道|财经频道|科技频道|图片|视频|专题|独家|原创|头条|头条新闻|资讯|行业资讯|行业动态|工作动态|新闻动态|医院新闻|媒体报道|媒体聚焦|政务公开|通知公告|公告|要闻动态|本地|民生|综合|综合新闻|今日要闻|市县|基层动态|部门动态|图文|要情|动态|详情|文章详情|新闻详情|内容|手机版|移动版|[\u4e00-\u9fff]{2,6}频道|[\u4e00-\u9fff]{1,4}要闻|[\u4e00-\u9fff]{1,4}新闻)$/;
const MARKER =
  /\s*[(（[【](?:图|组图|图集|视频|图文|多图|高清|附图|附视频|文字实录|实录|转载|转|原创|独家|全文|推荐|热|新|荐|更新|简讯|快讯图|含视频|附名单|有视频|数字报|电子报|手机版)[)）\]】]\s*$/;
const LEADING_MARKER = /^\s*[(（[【](?:图|组图|图集|视频|图文|转载|原创)[)）\]】]\s*/;
/** One of these stands in whatever is taken off: a separator or a bracket. */
const HAS_SEPARATOR = /[_\-–—－|｜丨·]/;
const HAS_BRACKET = /[(（[【]/;
const PREFIX = /^(?:标题|题目)\s*[:：]\s*/;

/** Whether a piece behind a separator names a site or a section. */
function isSite(piece: string, publishers: Publishers, source: string): boolean {
  const p = piece.trim();
  if (p === "" || p.length > 24) return p === "";
  if (SECTION.test(p) || publishers.has(p)) return true;
  if (source !== "" && (p === source || (p.length >= 3 && (source.startsWith(p) || p.startsWith(source))))) return true;
  if (/^(?:www\.)?[\w-]+(?:\.[\w-]+)+$/i.test(p)) return true;
  return p.length <= 16 && SITE_END.test(p) && !/[，。！？：“”、；…]/.test(p);
}

const BOUNDARY = /(?:[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff])/;

/**
 * The headline as plain text. Blanks between Han and Latin are typesetting only where they stand at every such place:
 * in 大会开幕 18个项目签约 the blank parts two headlines, in 建成 5G 智慧医院 it does not.
 */
function headline(raw: string): string {
  if (isPlain(raw)) return raw;
  const { text } = normalize(raw);
  return BOUNDARY.test(text) ? text.replaceAll("\n", " ") : normalizeText(raw);
}

/** Cleans a headline. `source` is the article's source field, which often is the name to take off. */
export function cleanTitle(raw: string, source: string, publishers: Publishers): string {
  let title = headline(raw).replace(PREFIX, "");
  const hasBracket = HAS_BRACKET.test(title);
  if (!HAS_SEPARATOR.test(title) && !hasBracket) return title.trim();
  for (let round = 0; round < 4; round++) {
    const before = title;
    if (hasBracket) title = title.replace(MARKER, "").replace(LEADING_MARKER, "");
    let cut = -1;
    let resume = -1;
    SEPARATOR.lastIndex = 0;
    for (let m = SEPARATOR.exec(title); m; m = SEPARATOR.exec(title)) {
      cut = m.index;
      resume = SEPARATOR.lastIndex;
    }
    if (cut > 0 && isSite(title.slice(resume), publishers, source)) {
      const head = title.slice(0, cut).trim();
      // 健康报|新华网: the head must still be a headline, or the whole is one name.
      if ([...head].length >= 5) title = head;
    }
    // 新华网：标题 or 人民网｜标题 in front; only names that are listed.
    const front = /^([\u4e00-\u9fffA-Za-z]{2,12})\s*[|｜丨_]\s*/.exec(title);
    if (front && publishers.has(front[1]!) && title.length - front[0].length >= 8) title = title.slice(front[0].length);
    if (title === before) break;
  }
  return title.trim();
}
