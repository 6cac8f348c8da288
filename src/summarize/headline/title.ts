/** Cuts a title into its parts, and says which tease instead of telling. */
import type { Token } from "../../core/types.ts";
import { ACTION, BAIT, LAUNCH } from "./roles.ts";
import { INSTITUTION, MARK, type Part, PLACE, type Story, VERB } from "./story.ts";

const TITLE_MARK = /^(?:[\s\u3000，！？：；!?,:;|｜丨]|——?)$/u;
const OPEN = "“《（(【「";
const CLOSE = "”》）)】」";
const SELF_PART = /我[市县省区州院]|这[家座个位里件份款项场套张]|那些|怎么|为啥|如何|[了啦]$/u;

/** 中国—东盟, 2024—2026: a single dash between two names or figures. */
export const joinsNames = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.end + 1 === after.start &&
  (/^ns/.test(before.pos) ? /^(?:n[stz]|j)/.test(after.pos) : /\d$/.test(before.text) && /^\d/.test(after.text));

/** 海南“三医联动一张网”接入27个系统: whether the quotation is what a place's system is called, which does something. */
function quotesName({ tokens, bits, classes }: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.text !== "“") continue;
    if (i === from || !(bits[i - 1]! & (PLACE | INSTITUTION))) return false;
    while (i < to && tokens[i]!.text !== "”") i++;
    if (i + 1 >= to || !(bits[i + 1]! & (LAUNCH | ACTION) || classes[i + 1] === VERB)) return false;
  }
  return true;
}

const QUESTION = /什么|怎[么样]|为啥|为何|如何|到底|究竟|吗$|哪[里些儿]|(\p{sc=Han})[没不]\1(?=$|、)/u;

/** Says what kind of piece it is, not what happened. */
const GENRE =
  /(?:见闻|纪实|纪事|[侧散札日]记|掠影|探访|之变|观察|走笔|手记|综述|特写|速写|启示|之路|答卷|成绩单|时间表|路线图|任务书|密码|故事|账本?|题|[?？])[”]?$/u;

/** Adds the title's parts to `parts`. */
export function cutTitle(story: Story, parts: Part[]): void {
  const { tokens, title, bits, classes } = story;
  const text = story.extraction.reading.title.text;
  let from = 0;
  let depth = 0;
  const end = (to: number, mark: string): void => {
    if (to > from) {
      const body = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
      let bait = /[？?]/.test(mark) || QUESTION.test(body) ? 3 : /[！!]/.test(mark) ? 1 : 0;
      if (body.startsWith("“") && body.indexOf("”") === body.length - 1) bait++;
      const named = quotesName(story, from, to);
      if (body.includes("“") && !named) bait++;
      for (let i = from, quoted = false; i < to; i++) {
        if (tokens[i]!.text === "“") quoted = named;
        else if (tokens[i]!.text === "”") quoted = false;
        else if (bits[i]! & BAIT && !quoted) bait++;
      }
      if (SELF_PART.test(body)) bait++;
      if (GENRE.test(body)) bait += 3;
      parts.push({ from, to, mark, bait });
    }
    from = to + 1;
  };
  for (let i = 0; i < title; i++) {
    const { text: t } = tokens[i]!;
    if (classes[i] !== MARK) continue;
    if (OPEN.includes(t)) depth++;
    else if (CLOSE.includes(t)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && TITLE_MARK.test(t)) {
      // A blank between Latin letters or digits joins them: WS/T 303, 2023 INCLUSION.
      const latin = (at: number): boolean => at >= 0 && at < title && /\w$|^\w/.test(tokens[at]!.text);
      if (/\s/.test(t) && latin(i - 1) && latin(i + 1)) continue;
      if (t === "—" && joinsNames(tokens[i - 1], tokens[i + 1])) continue;
      end(i, t);
    }
  }
  end(title, "");
}
