/** Tells whether one line (or the inside of a bracket) is page furniture, and by which rule. */
import { isCreditLine, isNameRow, isReporterBracket, MARKED_NAME } from "./credit.ts";
import { BLOCK_HEADS, BUTTONS, LINE_CUES, SENTENCE_CUES } from "./cue-tables.ts";
import { type Found, keyOf, lettersOf } from "./cues.ts";
import { ARROW, BAR, BLANK, CLAUSE, CODE, DASH, DIGIT, DOT, HAN, LATIN, type Line, PERCENT, SLASH } from "./line.ts";
import { isMasthead } from "./masthead.ts";
import { isTicker, isTickerLine } from "./ticker.ts";

export type Zone = "head" | "body" | "tail";

export interface LineContext {
  readonly zone: Zone;
  /** Key of the headline, without site and section names. */
  readonly titleKey: string;
  /** Its letters and digits alone. */
  readonly titleLetters: string;
  /** The same of what stands before and behind its ——: pages print title and subtitle in two lines. */
  readonly titleHalves: readonly string[];
  /** Key of the source as the field gives it. */
  readonly sourceKey: string;
  /** Whether the article is a notice (tender, recruitment, publicity): its last lines are form fields. */
  readonly isNotice: boolean;
  /** Whether no line is a paragraph of prose, so that nothing tells head from tail. */
  readonly flat: boolean;
  /** Lines of the body that come before this one. */
  readonly index: number;
}

const ORNAMENT_ONLY =
  /^[\s\-—–_=~～*·•.…、,，。|｜/\\<>《》»«()（）[\]【】〖〗◆◇■□●○◎★☆▲△▼▽►▶◀→←↑↓⬇⬆☞☟👇👆#^+:：;；"“”'‘’]*$/u;
const POINTER = /^(?:[▼▽↓⬇↑⬆→←☞☟☝👇👆▶►»]|>>|>{1,3}\s)/u;
/** Share of bigrams two keys have in common (Dice). */
function similarity(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const grams = new Map<string, number>();
  for (let i = 0; i + 2 <= a.length; i++) {
    const g = a.slice(i, i + 2);
    grams.set(g, (grams.get(g) ?? 0) + 1);
  }
  let both = 0;
  for (let i = 0; i + 2 <= b.length; i++) {
    const g = b.slice(i, i + 2);
    const n = grams.get(g) ?? 0;
    if (n > 0) {
      both++;
      grams.set(g, n - 1);
    }
  }
  return (2 * both) / (a.length + b.length - 2);
}

/** 健康 | 合肥晚报: the source beside a section. */
function isSectionHead(text: string, sourceKey: string): boolean {
  const parts = text.split(/[|｜]/);
  return parts.length === 2 && text.length <= 24 && parts.some((part) => keyOf(part) === sourceKey);
}

function isHeadline(key: string, { titleKey, titleLetters: b, titleHalves }: LineContext): boolean {
  if (titleKey.length < 6) return key === titleKey && key !== "";
  const a = lettersOf(key);
  if (a === b || (a.length >= 6 && titleHalves.includes(a))) return true;
  if (a.startsWith(b) && a.length - b.length <= 45)
    return /^(?:20\d{6}|20\d{2}年|\d{1,2}月)|^(?:来源|作者|记者|编辑|发布)/.test(a.slice(b.length));
  if (b.startsWith(a) && a.length >= 8 && a.length >= b.length * 0.6) return true;
  return Math.abs(a.length - b.length) <= 12 && similarity(a, b) >= 0.85;
}

const DATE =
  /(?:20\d{2}|19\d{2})\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?(?:\s*T?\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?)?分?)?(?:\s*星期[一二三四五六日天])?/g;

/** A line of nothing but a day, as heads of pages print it, perhaps with a source's or author's name behind. */
function isDateHead({ text: line, isSentence }: Line): boolean {
  const m = line.match(DATE);
  if (!m) return false;
  const rest = line.replace(DATE, "").trim();
  if (rest === "" || ORNAMENT_ONLY.test(rest) || /^(?:时间|日期)[:：]$/.test(rest)) return true;
  if (isSentence || line.length > 120) return false;
  if (LINE_CUES.find(line)) return true;
  return line.search(DATE) === 0 && rest.length <= 16 && !/[，、：]/.test(rest);
}

const isStep = (text: string): boolean => text.length >= 2 && text.length <= 8 && !/[，：、“”《》\d]/.test(text);
/** 某某网 | 新闻中心 | 本地要闻, 某某网 - 健康 - 动态, 某某在线 | 股票　行情中心　自选股: a site and its sections above the article. */
function isSectionPath(line: string): boolean {
  const steps = line.split(/\s*[|｜丨]\s*|\s+[-–—]\s+/);
  return steps.length >= 3 && steps.every((step) => step.split(/\s+/).every(isStep));
}

/** 某某新闻 · 本地, 某某网-健康: a medium and one of its sections above the article. */
const MEDIUM_SECTION = /^[\u4e00-\u9fff]{1,6}(?:新闻|日报|晚报|网|客户端)\s*[·|｜丨-]\s*[\u4e00-\u9fff]{2,6}$/;

/** 首页 > 健康 > 正文, 川江号 > 健康 > 深度: short steps with arrows between them. */
function isBreadcrumb({ text: line, marks }: Line, zone: Zone): boolean {
  if (line.length > 80 || (marks & (ARROW | BAR | DASH | SLASH)) === 0 || /[。！？；]/.test(line)) return false;
  if (zone === "head" && isSectionPath(line)) return true;
  const steps = line.split(/\s*(?:>>|>|»|›|＞|→|\s\/\s|\s[-–—]\s)\s*/).filter(Boolean);
  if (steps.length < 2 || steps.some((s) => s.length > 14)) return false;
  // 患者 → 村医 → 县医院 in the body is a way through care.
  if (/[>»›＞]/.test(line) || (zone === "head" && line.includes("→")))
    return steps.length >= 3 || /^(?:首页|主页|新闻|您|当前|正文|频道)/.test(line) || /(?:正文|详情|内容)$/.test(line);
  return /^(?:首页|主页|网站首页|当前位置|您的位置)/.test(line) || (steps.length >= 3 && /(?:正文|详情)$/.test(line));
}

/** JavaScript or CSS that lost its tags. */
function isCode(whole: string): boolean {
  const line = whole.length > 2000 ? whole.slice(0, 2000) : whole;
  if (!/[{};=]/.test(line)) return false;
  if (
    !/(?:function\s*\(|\bvar\s+\w+\s*=|document\.|window\.|\$\(|\}\s*\)|!important|\.push\(|=>\s*\{|@media|font-family:|margin:|return\s|addEventListener|\bconst\s+\w+\s*=|_hmt)/.test(
      line,
    )
  )
    return false;
  let han = 0;
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) >= 0x4e00 && line.charCodeAt(i) <= 0x9fff) han++;
  return han * 3 < line.length;
}

/** 【品牌推广】, 〖皖东观察〗: nothing but one bracketed label. */
const LABEL_LINE = /^[[【〖「『（(<《][^[\]【】〖〗「」『』（）()。，]{1,16}[\]】〗」』）)>》]$/;
/** —— 专题：山海之间 ——, ~~~ 本版其他文章 ~~~: framed by ornaments on both sides. */
const FRAMED = /^([—\-–=~～*_·.>▼↓★☆◆■#]{1,}).{2,40}?([—\-–=~～*_·.<▼↓★☆◆■#]{2,})$/;
/** Pages of a split article: [1] [2] 下一页, 1 2 3 下一页, 1/3. */
const PAGER = /^(?:[[(（【]?\s*\d{1,2}\s*[\])）】]?[\s|/]*){1,10}$/;
const MARKDOWN_PICTURE = /^!\[[^\]]*\]\([^)]*\)$/;
const BARE_LINK = /^(?:https?:\/\/|www\.)[\w\-./?=&%#:~+]+$/i;
/** 阅读 1.2万, 赞(12), 浏览：356次, 点赞 128　评论 9　转发. */
const COUNTER =
  /^(?:(?:阅读|浏览|点击|访问|赞|点赞|评论|收藏|转发|分享|播放|热度|人气|在看|字数|(?:全网)?传播|跟贴|跟帖|参与|回复|转载|喜欢|推荐)[量数次]?[\s(（:：]*[\d.,]*\s*[万亿wk+次人条]*[)）]?[\s|｜·]*){1,8}$/i;
/** [大] [中] [小]: the sizes of letters. */
const SIZES =
  /^[\s[\]【】（）()|/]*[特大]?[\s[\]【】（）()|/]*大[\s[\]【】（）()|/]*中[\s[\]【】（）()|/]*小[\s[\]【】（）()|/]*$/;
/** 宣传科 张某: a department and names, as hospitals sign their reports. */
const DEPARTMENT =
  /^[（(]?[\u4e00-\u9fff]{2,16}(?:科|处|部|办|办公室|中心|医院|委|局|室|站|社)\s+[\u4e00-\u9fff×]{2,4}(?:[\s、][\u4e00-\u9fff×]{2,4}){0,3}[)）]?$/;
/** 据《健康报》, 综合新华社、央视新闻: where the text was taken from. */
const ORIGIN =
  /^[（(]?(?:据|综合|摘自|选自|节选自|改编自|整理自|转载自)[《“]?[\u4e00-\u9fffA-Za-z·、\s]{2,24}[》”]?(?:报道|消息|等)?[)）]?$/;
/** 一、 （二） 3. ④: headings and items of lists. */
const ENUMERATED =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是|[①-⑳])/;
const MAX_LINE = 160;
/** A button's words and the ornaments around them. */
const MAX_BUTTON = 40;
const LONGEST_BUTTON = Math.max(...[...BUTTONS].map((words) => words.length));
/** Ornaments in front of a line. */
const LEADING_ORNAMENTS = /^[\s\-—–_=~～*·•|◆◇■□●○◎★☆▲△▼▽►▶◀→←↑↓☞※>》»#]+/u;
const NOTICE_BLIND: ReadonlySet<string> = new Set([
  "comment",
  "app",
  "advertisement",
  "disclaimer",
  "copyright",
  "meta-line",
  "credit-line",
  "related",
  "page-bar",
]);
const HEAD_WEAK: ReadonlySet<string> = new Set(["page-bar", "share-bar", "credit-line", "counter", "comment"]);
/** Words of calls to act: in a sentence they count only where the sentence begins with them. */
const MAX_DISCLAIMER = 600;
const CALLS: ReadonlySet<string> = new Set(["follow", "app", "comment", "advertisement"]);

/** How calls to the reader begin; 市民可扫描二维码 is a sentence of the report. */
const CALL_OPENING =
  /^[^\u4e00-\u9fff]*(?:温馨|友情|特别|欢迎|更多|快|赶紧|速|名额|请|想|觉得|喜欢|看完|如果|如有|如需|您|你|大家|小编|关注|长按|扫|点|戳|下载|打开|识别|具体|详情|本|以上|我要|新闻|分享|转|别忘|别错过)/u;

/** How a line in the midst of the body begins that is a notice of rights all the same. */
const OPENS_NOTICE =
  /^[[(【※◎★*注]*(?:免责|特别声明|郑重声明|声明[:,]|版权|转载|未经|本文仅代表|本文不构成|以上内容|风险提示|本网|本站)/;
const MAX_BODY_NOTICE = 120;
/** The first characters of such lines before they are folded to keys. */
const MAY_OPEN_NOTICE = /^[\s[［(（【※◎★*＊注免特郑声版转未本以风]/;

/** 某大学教授李某指出，, 记者注意到，: what is said or seen belongs to the report, even where it is of copyright or risk. */
const REPORTED =
  /^(?:[\u4e00-\u9fff]{4,24}(?:指出|表示|认为|介绍|坦言|建议|提醒|说)|记者(?:注意到|看到|发现|了解到))[，：]/;

/** Where the first sentence of a text ends: behind its 。, ！ or ？, or the text's end. */
function firstStop(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return i + 1;
  }
  return text.length;
}

/** 参保人信息未经授权不得用于商业用途: what nobody may do without leave, unless it is to reprint. */
const WITHOUT_LEAVE = "未经";
const REPRINTS =
  /转[载发]|摘[编录]|复制|镜像|刊[载登发用]|引用|抄袭|改编|剪辑|盗[用版]|版权|稿|本[网站报号文刊社]|作品|图片|图文|文字|内容/;

/** The first cue of the stretch, unless the report itself says that something needs leave. */
function noticeIn(text: string, from: number, to: number): Found | undefined {
  const found = SENTENCE_CUES.find(text, from, to);
  if (!found?.cue.text.startsWith(WITHOUT_LEAVE) || found.at <= 2) return found;
  return REPRINTS.test(text.slice(from, to)) ? found : undefined;
}

const QUOTED = /^[“「]/;
/** “特别声明：以上内容仅代表发布者观点。”: some accounts put their notice in quotation marks. */
const QUOTED_NOTICE = /^[“「](?:特别声明|免责声明|版权声明|郑重声明)[:：]/;

/** The rule that makes a sentence outside the body furniture: a disclaimer, a rights notice, a call to act. */
export function sentenceRule(line: Line, zone: Zone): string | undefined {
  const { text } = line;
  if (text.length > MAX_DISCLAIMER) return undefined;
  if (zone === "body") {
    if (text.length > MAX_BODY_NOTICE || !MAY_OPEN_NOTICE.test(text)) return undefined;
    if (!OPENS_NOTICE.test(line.key)) return undefined;
  }
  // Furniture says what it is in its first sentence.
  const found = noticeIn(text, 0, firstStop(text));
  // A quotation belongs to the report whatever it speaks of.
  if (!found || (QUOTED.test(text) && !QUOTED_NOTICE.test(text)) || REPORTED.test(text)) return undefined;
  const { cue, at } = found;
  if (zone === "body") return cue.rule;
  if (CALLS.has(cue.rule)) {
    if (zone === "head" && text.length > 30) return undefined;
    return text.length <= 90 && (at <= 2 || (at <= 12 && CALL_OPENING.test(text))) ? cue.rule : undefined;
  }
  const sentences = text.split(/(?<=[。！？])/);
  const marked = sentences.filter((s) => noticeIn(s, 0, s.length) !== undefined).length;
  return marked * 2 >= sentences.length || (marked >= 3 && zone === "tail") ? cue.rule : undefined;
}

/** Names the rule that makes a line furniture; undefined where it belongs to the article. */
export function lineRule(line: Line, context: LineContext): string | undefined {
  const { zone } = context;
  const { text } = line;
  if (!line.has(HAN | LATIN | DIGIT) && ORNAMENT_ONLY.test(text)) return "ornament";
  if (line.has(CODE) && isCode(text)) return "script";
  if (zone === "tail" && text.length > 20 && !line.has(HAN)) return "foreign-line";
  if (text.length > MAX_LINE)
    return line.isSentence
      ? zone === "body"
        ? undefined
        : sentenceRule(line, zone)
      : zone === "tail"
        ? longTail(text)
        : undefined;
  if (zone === "head" || context.index < 3) {
    if (!text.endsWith("。") && isHeadline(line.key, context)) return "headline";
    if (zone === "head" && context.sourceKey !== "") {
      if (line.key === context.sourceKey) return "meta-line";
      if (line.has(BAR) && isSectionHead(text, context.sourceKey)) return "meta-line";
    }
    if (zone === "head" && line.has(DIGIT) && isDateHead(line)) return "meta-line";
  }
  if (line.has(DIGIT | PERCENT) && !line.has(CLAUSE) && isTickerLine(text)) return "ticker";
  if (text.startsWith("!") && MARKDOWN_PICTURE.test(text)) return "picture";
  if (!line.has(HAN) && BARE_LINK.test(text)) return "link";
  if (line.isSentence) return zone === "body" && !line.endsSentence ? undefined : sentenceLineRule(line, zone);
  return phraseRule(line, context);
}

/** 咨询电话：12393: lines that the public is to call, as reports print them. */
const PUBLIC_LINE = /(?:咨询|服务)(?:电话|热线)[:：]?\s*1(?:2\d{3}|[12]\d)(?!\d)/;
/** 监督电话：0335-…: whom applicants and bidders may call is part of a notice. */
const NOTICE_LINE = /^(?:监督|举报)(?:举报|投诉)?电话[:：]/;
/** Han without a mark between them, more than the name of a person or a short office. */
const CLAUSE_BEHIND = /[:：]\s*[\u4e00-\u9fff]{6,}$/;
/** What offices and media that are named behind a label end with. */
const OFFICE_END =
  /(?:科|处|部|办|室|站|社|网|报|台|中心|医院|委|会|局|厅|集团|公司|频道|发布|融媒|融媒体|客户端|公众号|号|团队|组|院|校|大学|供图|提供|摄|新闻|资讯|传媒|官网|平台|版权所有|综合|媒体|记者|主任|总监|主编|编辑|编委|总编|图虫|创意|账号|府)$/;

/** Whether a line is text in spite of its cue: 统筹：一体推进资源整合 is a heading, no credit. */
function isText(text: string, { cue, at }: Found): boolean {
  if (cue.rule === "advertisement" && !cue.strong) return PUBLIC_LINE.test(text);
  return (
    cue.rule === "credit-line" &&
    at <= 4 &&
    cue.text.endsWith(":") &&
    CLAUSE_BEHIND.test(text) &&
    !OFFICE_END.test(text)
  );
}

/** Whether a line is as short as a button: most are not, and need no key. */
function mayBeButton(text: string): boolean {
  if (text.length > MAX_BUTTON) return false;
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x4e00 && c <= 0x9fff) han++;
  }
  return han <= LONGEST_BUTTON;
}

/** ☎ 门诊咨询：0311-…. */
const PHONE = /^[☎☏📞]\uFE0F?\s*[^，。]{0,16}[\d-]{7,}/u;

/** 广告 ×: the button that closes one. */
const ADVERTISEMENT = /^广告\s*[×✕✖xX]?$/;
/** ［插图：空调温度怎么调］: where the page had a picture. */
const PICTURE_PLACE = /^[[［【(（](?:插图|配图|图片?|图表|视频|海报|漫画|动图)[：:][^\]］】)）。]{1,40}[\]］】)）]$/;
/** ◆ 延伸阅读：什么是DIP？ */
const FURTHER = /^[◆■●▶►★☆>\s]*(?:延伸阅读|拓展阅读|相关阅读|相关链接|相关新闻|推荐阅读)[：:]\s*[^。]{2,40}$/;
/** 某某健康圈　关注: an account and its button. */
const ACCOUNT = /^[\u4e00-\u9fffA-Za-z·]{2,14}[\s\u3000]+\+?\s*关注$/;
/** 某某新闻 · 某某日报社出品. */
const PRODUCED = /^[^，。]{2,20}(?:报社|日报|晚报|网|电视台|广播|传媒|融媒体?|客户端|新媒体)(?:中心)?(?:联合)?出品$/;
/** 某某网-某某日报 本地新闻: media with a dash between them. */
const MEDIA_ROW =
  /^[\u4e00-\u9fff]{2,8}(?:网|在线|客户端|日报|晚报)\s*[-–—|｜]\s*[\u4e00-\u9fff]{2,8}(?:网|在线|客户端|日报|晚报)(?:[\s\u3000]+[\u4e00-\u9fff]{2,6}(?:新闻|频道|资讯))?$/;
/** ③6: the page of a paper and its place on it. */
const PAPER_PLACE = /^[①-⑳]\d{0,2}$/;

/** The rule of a line that is no sentence: headings, rows of names, buttons, labels. */
function phraseRule(line: Line, context: LineContext): string | undefined {
  const { zone } = context;
  const { text } = line;
  if (ADVERTISEMENT.test(text)) return "advertisement";
  if (PICTURE_PLACE.test(text)) return "picture";
  if (FURTHER.test(text)) return "related";
  if (zone === "head" && ACCOUNT.test(text)) return "follow";
  if (zone !== "body" && text.endsWith("出品") && PRODUCED.test(text)) return "credit-line";
  if (zone === "head" && line.has(DASH | BAR) && MEDIA_ROW.test(text)) return "meta-line";
  if (zone === "tail" && PAPER_PLACE.test(text)) return "page-bar";
  if (zone === "tail" && PHONE.test(text)) return "comment";
  if (isBreadcrumb(line, zone) || (zone === "head" && line.has(BAR | DOT | DASH) && MEDIUM_SECTION.test(text)))
    return "breadcrumb";
  if (isCreditLine(text, zone === "body")) return "credit-line";
  if (zone !== "body") {
    if (line.has(DIGIT) && !line.has(HAN) && PAGER.test(text) && !/^\d+$/.test(text)) return "page-bar";
    if (mayBeButton(text) && (BUTTONS.has(lettersOf(line.key)) || BUTTONS.has(line.key))) return "button";
    if ((line.has(DIGIT) && COUNTER.test(text)) || SIZES.test(text)) return "counter";
    if (zone === "tail" && MARKED_NAME.test(text)) return "credit-line";
    if (!context.flat && !line.has(HAN)) return "foreign-line";
    if (zone === "tail" && !context.isNotice && ((line.has(BLANK) && DEPARTMENT.test(text)) || ORIGIN.test(text)))
      return "credit-line";
  }
  const found = LINE_CUES.find(text);
  if (found && (isText(text, found) || (context.isNotice && NOTICE_LINE.test(text)))) return undefined;
  if (found?.cue.strong) {
    // Inside the body a long line without an end may be a heading or a row of a table.
    if (zone !== "body" || text.length <= 60 || found.at <= 2) return found.cue.rule;
  }
  if (zone !== "body" && isMasthead(line, zone)) return "meta-line";
  if (LABEL_LINE.test(text)) {
    if ((zone === "head" && !/^[（(]/.test(text)) || found) return found?.cue.rule ?? "section-label";
    if (zone === "tail" && text.length <= 10 && !context.isNotice) return "section-label";
  }
  if (zone === "body") return undefined;
  if (FRAMED.test(text)) return "section-label";
  if (zone === "tail" && POINTER.test(text)) return "ornament";
  if (!found || text.length > 70 || /[：:]$/.test(text) || ENUMERATED.test(text)) return undefined;
  if (found.cue.rule === "credit-line" && text.includes("，")) return undefined;
  if (context.isNotice && NOTICE_BLIND.has(found.cue.rule)) return undefined;
  if (zone === "head")
    return HEAD_WEAK.has(found.cue.rule) && text.length <= 40 && !text.startsWith("——")
      ? weakRule(text.replace(LEADING_ORNAMENTS, ""), found.cue.rule)
      : undefined;
  return found.cue.rule;
}

/** A weak credit word in a head counts only where names follow; 编辑部 or 记者 in a subtitle is none. */
function weakRule(bare: string, rule: string): string | undefined {
  if (rule !== "credit-line") return bare.length <= 24 ? rule : undefined;
  return isReporterBracket(bare) && isNameRow(bare.replace(/[:：|丨]/g, " ")) ? rule : undefined;
}

/** A tail line that goes on and on without a full stop: a row of links or a licence. */
function longTail(line: string): string | undefined {
  const found = LINE_CUES.find(line, 0, MAX_LINE);
  return found?.cue.strong ? found.cue.rule : undefined;
}

/** Sentences: only outside the body, and only with words that no report uses of itself. */
function sentenceLineRule(line: Line, zone: Zone): string | undefined {
  const rule = sentenceRule(line, zone);
  if (rule) return rule;
  const { text } = line;
  // 打开APP看更多！ and its like end in a mark but are no sentence of the report.
  if (zone !== "body" && text.length <= 30 && POINTER.test(text)) return "ornament";
  if (zone === "tail" && text.length <= 40 && !text.includes("。")) {
    const found = LINE_CUES.find(text);
    if (found?.cue.strong && found.at <= 4 && found.cue.rule !== "credit-line") return found.cue.rule;
  }
  return undefined;
}

/** Whether a line opens a block of links to other pages: nothing but 相关阅读 or its like and ornaments. */
export function opensBlock(line: Line): boolean {
  if (line.text.length > 24) return false;
  const found = BLOCK_HEADS.find(line.text);
  if (!found) return false;
  const rest = line.key.slice(0, found.at) + line.key.slice(found.at + found.cue.text.length);
  return lettersOf(rest).length <= 2;
}

/** Rules whose cues make a bracket inside a paragraph furniture. */
const BRACKET_RULES: ReadonlySet<string> = new Set([
  "credit-line",
  "copyright",
  "follow",
  "app",
  "disclaimer",
  "page-bar",
  "comment",
  "advertisement",
  "related",
  "share-bar",
]);
const BRACKET_WORDS =
  /^(?:完|全文完|本文完|完结|续|待续|图|资料图|资料图片|示意图|视频|组图|文图|图文|文\/图|图\/文|转载|原创|广告|推广|打印|关闭|点击[^，。]{0,12}|(?:详见|见|据)?(?:左图|右图|上图|下图|图[一二三四\d])|请?(?:看|见)?(?:视频|大图|图集)|end)$/i;

/** Names the rule that makes a bracket furniture, given what stands inside it; undefined where it is text. */
export function bracketRule(inner: string): string | undefined {
  const text = inner.trim();
  if (text === "" || text.length > 80) return undefined;
  if (isTicker(text)) return "ticker";
  if (isReporterBracket(text)) return "credit-line";
  if (BRACKET_WORDS.test(text)) return "picture";
  if (text.includes("。")) return undefined;
  if (/[\s:：/|]/.test(text) && isCreditLine(text)) return "credit-line";
  const found = LINE_CUES.find(text);
  return found?.cue.strong && BRACKET_RULES.has(found.cue.rule) && found.at <= 12 ? found.cue.rule : undefined;
}
