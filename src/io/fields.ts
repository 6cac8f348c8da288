/** Which column or key holds which field, in the spellings that crawlers, exports and editors use. */
import type { Article } from "../core/types.ts";

export type FieldKey = "id" | "title" | "content" | "source" | "url" | "publishedAt";

const SPELLINGS: Readonly<Record<FieldKey, string>> = {
  id: "id _id articleid newsid docid uuid guid 编号 文章编号 文章id 新闻编号 稿件编号 唯一标识",
  title:
    "title headline subject newstitle articletitle doctitle pagetitle 标题 题目 题名 新闻标题 文章标题 稿件标题 信息标题 报道标题 主标题 正题 标题名称",
  content:
    "content body text article fulltext articletext articlebody articlecontent newscontent maintext contenttext rawcontent html description 正文 内容 正文内容 文章内容 新闻内容 文章正文 新闻正文 稿件内容 稿件正文 信息内容 报道内容 主要内容 全文 文本 文章 详情 详细内容",
  source:
    "source media site sitename website publisher outlet origin newssource articlesource sourcename medianame infosource 来源 媒体 媒体名称 来源媒体 发布媒体 报道媒体 网站 站点 网站名称 站点名称 来源网站 来源名称 信息来源 文章来源 新闻来源 稿件来源 稿源 出处 发布来源 发布平台 平台",
  url: "url link href uri sourceurl pageurl articleurl newsurl originalurl weburl permalink 链接 网址 链接地址 原文链接 原文网址 原文地址 文章链接 新闻链接 网页链接 来源链接 地址 url地址 文章地址",
  publishedAt:
    "publishedat published publishdate publishtime publishedtime pubdate pubtime datepublished date time datetime releasedate releasetime posttime postdate posttimestamp ctime createdat createtime newsdate 发布时间 发布日期 发表时间 发表日期 时间 日期 出版日期 刊发日期 刊登日期 见报日期 报道时间 报道日期 新闻日期 新闻时间 发文时间 发文日期 发稿时间 文章时间 日期时间",
};

/** Lower-case, without blanks, marks and brackets: `Published_At`, `published at`, `publishedAt` are one. */
function foldKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[（(【[].*?[)）\]】]/g, "")
    .replace(/[\s_\-.:：*"'“”\ufeff]/g, "");
}

const FIELDS: ReadonlyMap<string, FieldKey> = new Map(
  (Object.entries(SPELLINGS) as [FieldKey, string][]).flatMap(([field, words]) =>
    words.split(" ").map((w): [string, FieldKey] => [w, field]),
  ),
);
const RANK: ReadonlyMap<string, number> = new Map(
  Object.values(SPELLINGS).flatMap((words) => words.split(" ").map((w, i): [string, number] => [w, i])),
);

/** The field that a column name or key stands for. */
export function fieldOf(name: string): FieldKey | undefined {
  return FIELDS.get(foldKey(name));
}

/** For each field the index of its column: of two that fit, the one with the plainer name. */
export function columnsOf(header: readonly string[]): Map<FieldKey, number> {
  const columns = new Map<FieldKey, number>();
  header.forEach((name, i) => {
    const field = fieldOf(name);
    if (field === undefined) return;
    const old = columns.get(field);
    const rank = (at: number): number => RANK.get(foldKey(header[at]!)) ?? 0;
    if (old === undefined || rank(i) < rank(old)) columns.set(field, i);
  });
  return columns;
}

/** An article without its id, or why there is none. */
export type Shaped = { readonly article: Article } | { readonly wrong: string };

const asText = (value: unknown): string | undefined => {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) && value.every((v) => typeof v === "string")) return value.join("\n");
  return undefined;
};

/** The beginning of a value; one that is nested too deep to be written has only its kind. */
export function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? "nothing").slice(0, 40);
  } catch {
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/** Makes an article of named values; a field of the wrong type or a missing title and text is told. */
export function shapeArticle(values: ReadonlyMap<FieldKey, unknown>): Shaped {
  const out: Partial<Record<FieldKey, string>> = {};
  for (const [field, value] of values) {
    if (value === undefined || value === null) continue;
    const text = asText(value);
    if (text === undefined) {
      return { wrong: `“${field}” must be a text, is ${shown(value)}` };
    }
    if (text !== "" || field === "title" || field === "content") out[field] = text;
  }
  if ((out.title ?? "").trim() === "" && (out.content ?? "").trim() === "")
    return { wrong: "neither a title nor a text; name them “title” and “content” (标题, 正文)" };
  return {
    article: {
      ...(out.id === undefined ? {} : { id: out.id.trim() }),
      title: out.title ?? "",
      content: out.content ?? "",
      ...(out.source === undefined ? {} : { source: out.source }),
      ...(out.url === undefined ? {} : { url: out.url }),
      ...(out.publishedAt === undefined ? {} : { publishedAt: out.publishedAt }),
    },
  };
}

/** The values of a JSON object by field; exact names win over other spellings. */
export function valuesOf(object: Readonly<Record<string, unknown>>): Map<FieldKey, unknown> {
  const keys = Object.keys(object);
  const values = new Map<FieldKey, unknown>();
  for (const [field, i] of columnsOf(keys)) values.set(field, object[keys[i]!]);
  for (const field of Object.keys(SPELLINGS) as FieldKey[])
    if (Object.hasOwn(object, field)) values.set(field, object[field]);
  return values;
}
