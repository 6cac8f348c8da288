/** Whether a cleaned body is an article at all. */
import type { ArticleStatus } from "../core/types.ts";
import { lineOf } from "./line.ts";
import type { ScriptSigns } from "./script.ts";

/** What login walls, error pages and empty shells say of themselves. */
const NO_ARTICLE =
  /404\s*(?:error|not|页面|-)|(?:错误|error)\s*:?404|^404|页面不存在|页面未找到|页面找不到|页面已删除|找不到页面|无法找到该页|您访问的页面|您访问的内容|您要查看的|请求的页面|该页面已|文章不存在|文章已删除|内容不存在|内容已删除|内容已被删除|该内容已被发布者|此内容因违规|链接已过期|链接已失效|请登录|登录后查看|登录后可|登录后才能|用户登录|账号登录|扫码登录|忘记密码|输入验证码|请输入密码|安全验证|人机验证|滑动验证|访问过于频繁|访问受限|访问被拒绝|没有访问权限|无权访问|系统维护|网站维护|正在维护|服务器错误|服务器繁忙|系统繁忙|网络异常|网络错误|正在跳转|自动跳转|即将跳转|请稍候|请启用JavaScript|请开启JavaScript|浏览器版本过低|不支持您的浏览器|access denied|not found|forbidden|bad gateway|internal server error|service unavailable|enable javascript|just a moment|checking your browser/i;
const SHORT = 200;
const LIST_LINES = 6;
/** No headline is as long. */
const LONG_LINE = 80;
const DATED = /(?:20\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\]?\)?$|^\[?(?:20\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}/;

/** Status by what is left after cleaning; `title` helps to tell an error page from a short report. */
export function statusOf(title: string, text: string, signs: ScriptSigns, language: string): ArticleStatus {
  if (text.trim() === "" || (signs.letters === 0 && text.length < SHORT)) return "empty";
  if (language !== "cmn" && !(signs.mojibake && signs.hanShare >= 0.3)) {
    return text.length < SHORT && NO_ARTICLE.test(`${title}\n${text}`) ? "not-article" : "not-chinese";
  }
  if (text.length < SHORT && NO_ARTICLE.test(text) && !/讯|电（|记者/.test(text)) return "not-article";
  if (text.length < SHORT && NO_ARTICLE.test(title) && !lineOf(text).isSentence) return "not-article";
  return isList(text) ? "not-article" : "ok";
}

/** A page of headlines: many short lines, hardly a sentence, half of them dated or of one kind. */
function isList(text: string): boolean {
  const page = text.slice(0, 8000);
  let count = 0;
  let sentences = 0;
  let dated = 0;
  for (let from = 0; from <= page.length; count++) {
    const at = page.indexOf("\n", from);
    const to = at < 0 ? page.length : at;
    // Most reports end here: at their first paragraph.
    if (to - from >= LONG_LINE) return false;
    const line = page.slice(from, to);
    if (line.includes("。") || line.includes("：") || line.includes(":")) sentences++;
    if (DATED.test(line)) dated++;
    from = to + 1;
  }
  if (count < LIST_LINES || sentences > count * 0.1) return false;
  return count >= 15 || dated >= count * 0.4;
}
