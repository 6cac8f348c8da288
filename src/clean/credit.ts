/** Lines and brackets that name who made the piece: reporters, editors, proofreaders, photographers. */

const ROLES =
  "特约通讯员 见习记者 实习记者 首席记者 特派记者 特约记者 全媒体记者 融媒体记者 融媒记者 本报记者 本网记者 本台记者 本刊记者 记者 通讯员 实习生 实习编辑 责任编辑 执行编辑 编辑 责编 编审 审核 审签 审读 校对 校审 责校 监制 总监制 出品人 策划 总策划 统筹 执笔 撰文 撰稿 采写 采访 文字 摄影报道 摄影 摄像 图文 文图 文/图 图/文 图片 制图 美编 排版 设计 剪辑 视频 海报 主编 供稿 供图 作者 翻译 编译 整理 录入 网编 签发 初审 复审 终审 一审 二审 三审 一校 二校 三校 一审一校 二审二校 三审三校 制版 组版 校检 主播 总监 配音 出镜 编导 文 图 摄"
    .split(" ")
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Roles by one of their characters, longest first. */
function rolesBy(characterOf: (role: string) => string): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, string[]>();
  for (const role of ROLES) {
    const list = roles.get(characterOf(role));
    if (list) list.push(role);
    else roles.set(characterOf(role), [role]);
  }
  return roles;
}
const ROLES_BY_FIRST = rolesBy((role) => role[0]!);
const ROLES_BY_LAST = rolesBy((role) => role.at(-1)!);

/** What stands behind 记者 or 编辑 in words that are no credit. */
const NOT_A_NAME =
  /^(?:们|站|节|部|证|手记|协会|在|从|了|获|采|看|发现|注意|日前|近日|今|昨|来到|走进|团|见面|问|按|感言|观察|调查|眼|说|笔记|行)/;
/** A name as credits print it: two to four Han, 某 and × included, or a Latin name. */
const NAME = /^(?:[\u4e00-\u9fff·×*xX〇]{1,6}|[A-Za-z][A-Za-z. ]{1,24})$/;

/** A run of Han longer than a name and 摄影报道 behind it. */
const MAX_NAME_RUN = 10;

/** Whether no run of Han is too long to be a name: a glance that spares the splitting of most headings. */
function mayBeNames(text: string): boolean {
  let run = 0;
  for (let i = 0; i < text.length && run <= MAX_NAME_RUN; i++) {
    const c = text.charCodeAt(i);
    run = c >= 0x4e00 && c <= 0x9fff && c !== AND ? run + 1 : 0;
  }
  return run <= MAX_NAME_RUN;
}
const AND = "和".charCodeAt(0);

/** Whether a piece of text can be a row of names: 黄某, 关某、周某, 李某/文. */
export function isNameRow(text: string): boolean {
  if (!mayBeNames(text)) return false;
  const names = text
    .replace(/(?:\/[文图摄]|摄影报道|摄影|文\/图|报道|摄)$/, "")
    .split(/[\s、,，/&和]+/)
    .filter(Boolean);
  return names.length > 0 && names.length <= 12 && names.every((n) => NAME.test(n) && !NOT_A_NAME.test(n));
}

/** The role a token ends with, its own prefix at most 12 units long: 山西晚报记者, 值班编辑. */
function roleAtEnd(token: string): string | undefined {
  return ROLES_BY_LAST.get(token.at(-1) ?? "")?.find((r) => token.endsWith(r) && token.length - r.length <= 12);
}

const REPORTERS = /^(?:.{0,6}记者|通讯员|实习生|责任编辑|责编)/;

/** Roles that are words of reports too: they sign only as labels behind the body, with names or an office behind them. */
const SIGNING: ReadonlySet<string> = new Set(
  "文案 素材 视频素材 图片素材 插画 插图 漫画 绘图 手绘 后期 核稿 复核 校核 发稿 审稿 审校 统稿 编发 推送 运营 版式 组版 版面 视觉 美术 音频 导演 摄制 拍摄 图说 文章 新媒体 技术 报送 题字 封面 来稿 投稿 上传 发布 通联".split(
    " ",
  ),
);
/** 呼吸科, 宣传中心, 某某新闻网: who signs where no person does. */
const OFFICE =
  /^[\u4e00-\u9fffA-Za-z]{1,14}(?:科|处|部|办|室|站|社|网|报|台|中心|医院|委|局|集团|公司|频道|发布|融媒|客户端|团队|小组|组|院|校|会)$/;
const SHORT_NAMES = /^[\u4e00-\u9fff×]{2,4}(?:[\s、，,/&][\u4e00-\u9fff×]{2,4}){0,5}$/;

/** Whether names or an office stand behind a label. */
const isSigner = (value: string): boolean => SHORT_NAMES.test(value) || OFFICE.test(value);

/** The name behind a role that begins a token: 记者李某 → 李某; in the body only behind 记者 and its like. */
function gluedName(token: string, inBody: boolean): string | undefined {
  if (inBody && !REPORTERS.test(token)) return undefined;
  const role = ROLES_BY_FIRST.get(token[0] ?? "")?.find(
    (r) => r.length > 1 && token.startsWith(r) && token.length > r.length,
  );
  return role === undefined ? undefined : token.slice(role.length).replace(/^[:：/|丨]/, "");
}

/** Whether a unit separates tokens of a credit line: white space and bars. */
function separates(c: number): boolean {
  if (c < 0x80) return c === 0x20 || c === 0x7c || (c >= 0x09 && c <= 0x0d);
  return c === 0xff5c || c === 0xfeff || (c < 0x3001 && /\s/.test(String.fromCharCode(c)));
}

/**
 * Whether a line is nothing but credits: `记者 黄某 见习记者 沙某`, `记者李某 通讯员王某`, `文/张某 图/李某`.
 * `记者：医院怎么做？` is none, being followed by more than names.
 */
export function isCreditLine(line: string, inBody = false): boolean {
  // 一是整理：归并重复数据 is a point of a list.
  if (line.length > 80 || /^[一二三四五六七八九十]是/.test(line)) return false;
  let roles = 0;
  // Most lines end at their first token: the others are not even cut.
  for (let start = 0, end = 0; start < line.length; start = end + 1) {
    end = start;
    while (end < line.length && !separates(line.charCodeAt(end))) end++;
    if (end === start) continue;
    const token = line.slice(start, end);
    const label = /^([^:：/丨]{1,16})[:：/丨](.*)$/.exec(token);
    if (label && roleAtEnd(label[1]!) !== undefined && label[1]!.length <= 8) {
      if (label[2] !== "" && !isNameRow(label[2]!) && (inBody || !OFFICE.test(label[2]!))) return false;
      roles++;
      continue;
    }
    if (label && !inBody && SIGNING.has(label[1]!) && isSigner(label[2]!)) {
      roles++;
      continue;
    }
    if (roleAtEnd(token) !== undefined && token.length > 1) {
      roles++;
      continue;
    }
    const name = gluedName(token, inBody);
    if (name !== undefined && isNameRow(name) && name.length <= 8) {
      roles++;
      continue;
    }
    if (/^[\u4e00-\u9fff×某]{2,4}(?:摄|\/[文图摄])$/.test(token)) {
      roles++;
      continue;
    }
    if (!isNameRow(token)) return false;
  }
  return roles > 0;
}

const REPORTER = /(?:记者|通讯员|实习生|见习生|特约撰稿)[\s:：、]?/g;

/** Whether a bracket names reporters: 记者 谭某 通讯员 望某; not 记者站, 记者节. */
export function isReporterBracket(inner: string): boolean {
  if (inner.length > 80 || /[。！？“”]/.test(inner)) return false;
  REPORTER.lastIndex = 0;
  while (REPORTER.test(inner)) {
    const rest = inner.slice(REPORTER.lastIndex);
    if (rest === "" || NOT_A_NAME.test(rest)) continue;
    return true;
  }
  return false;
}

/** Frequent family names that begin no word by which news names a kind of report (综述, 特稿, 述评). */
const FAMILY_NAMES =
  "王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余于杜叶魏苏吕丁卢姚沈钟姜崔谭陆范汪廖韦傅付邹熊孟秦阎闫薛侯段郝孔邵毛邱丘康贺严覃武莫赖龚欧柯尹翟洪黎蓝黄周何程夏雷龙史顾戴万高马";
const NAMED_BY_FAMILY = new RegExp(
  `^[${FAMILY_NAMES}][\\u4e00-\\u9fff]{1,2}(?:[\\s、，,][${FAMILY_NAMES}][\\u4e00-\\u9fff]{1,2}){0,5}$`,
);
/** 新华社北京10月9日电, 中新网某地8月2日电: the end of a dateline. */
const DATELINE_END = /(?:\d日(?:电|讯)|[报社网台]讯)\s*$/;

/** Whether a bracket behind a dateline names reporters without saying so: 电（王某、陈某）. */
export function isDatelineBracket(before: string, inner: string): boolean {
  return inner.length <= 30 && NAMED_BY_FAMILY.test(inner) && DATELINE_END.test(before);
}

/** A small mark and a name below the text: □张某. */
export const MARKED_NAME: RegExp = new RegExp(`^[□■▣◎●◆◇○△▲☆★]\\s*[${FAMILY_NAMES}][\\u4e00-\\u9fff]{1,2}$`);
