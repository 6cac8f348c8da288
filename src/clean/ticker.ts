/** Stock quotes that portals put behind a company's name, and lines made of them. */

const CODE =
  /^(?:(?:sh|sz|bj|hk|us|of)[:.]?)?(?:\d{4,6}|[a-z]{1,5})[.:](?:sh|sz|bj|hk|us|o|n|oq|ss|xshg|xshe|szse|sse)$|^(?:sh|sz|bj|hk|us|nasdaq|nyse|sse|szse|amex|港股|美股)[:.]?(?:\d{4,6}|[a-z]{1,5})$/;
const BARE_CODE = /^(?:60[0135]\d{3}|68[89]\d{3}|00[0-3]\d{3}|30[01]\d{3}|[48][37]\d{4}|92\d{4}|900\d{3}|200\d{3})$/;
/** 股票代码: before a code. */
const CODE_LABEL = /^(?:股票|证券)?代码:?/;
const NUMBER = /^[+\-−–]?\d{1,6}(?:\.\d{1,4})?$/;
const SIGNED = /^[+\-−–↑↓]\d{1,6}(?:\.\d{1,4})?%?$/;
const PERCENT = /^[+\-−–]?\d{1,3}(?:\.\d{1,3})?%$/;
const WORDS: ReadonlySet<string> = new Set(
  "股吧 诊股 行情 资讯 点评 微博 资金 研报 简介 最新动态 买入 卖出 增持 千股千评 股票 个股 财经 公告 f10 涨跌 现价 最新价 涨幅 市值 股价 股票代码 证券代码 代码 hk sz sh bj us 停牌 未上市 自选股 加自选 实时行情 历史行情 数据 诊断".split(
    " ",
  ),
);

/** The Han characters that quotes hold. */
const QUOTE_HAN: ReadonlySet<string> = new Set([...WORDS, "证券代码港股美股"].join(""));

/** Whether a character is Han and stands in no quote: that settles most brackets at their first character. */
function holdsOtherHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x4e00 && c <= 0x9fff && !QUOTE_HAN.has(text[i]!)) return true;
  }
  return false;
}

interface Counts {
  codes: number;
  bare: number;
  numbers: number;
  decimals: number;
  percents: number;
  signed: number;
  words: number;
  other: number;
}

/** Kinds of tokens; stops where more than `mostOther` are of no kind that quotes are made of. */
function count(text: string, mostOther: number = Number.POSITIVE_INFINITY): Counts {
  const c: Counts = { codes: 0, bare: 0, numbers: 0, decimals: 0, percents: 0, signed: 0, words: 0, other: 0 };
  for (const raw of text.toLowerCase().split(/[\s,，、;；|/：]+/)) {
    if (c.other > mostOther) break;
    const label = raw.includes("代码") ? CODE_LABEL.exec(raw)?.[0] : undefined;
    if (label !== undefined) c.words++;
    const token = raw.slice(label?.length ?? 0);
    if (token === "") continue;
    if (CODE.test(token)) c.codes++;
    else if (BARE_CODE.test(token)) c.bare++;
    else if (WORDS.has(token)) c.words++;
    else if (PERCENT.test(token)) {
      c.percents++;
      if (SIGNED.test(token)) c.signed++;
    } else if (NUMBER.test(token)) {
      c.numbers++;
      if (token.includes(".")) c.decimals++;
      if (SIGNED.test(token)) c.signed++;
    } else c.other++;
  }
  return c;
}

/** 某某医疗 13.26 +1.21 +10.04%: a name before its price and change. */
const NAMED_QUOTE = /^[*A-Z]*[\u4e00-\u9fff]{2,6}[\s,，]+\d+\.\d+[\s,，]+[+-]\d+\.\d+[\s,，]+[+-]\d+\.\d+%$/;

/**
 * Whether a bracket holds a quote: `300550.SZ`, `11.170, -0.09, -0.80%`, `600570,股吧`, `3.10% 资金 研报`.
 * A lone percentage or number is none.
 */
export function isTicker(inner: string): boolean {
  if (inner.endsWith("%") && NAMED_QUOTE.test(inner)) return true;
  if (inner.length > 60 || holdsOtherHan(inner) || !/[\d.:：股诊微行资公]/.test(inner)) return false;
  const c = count(inner.replace(/：/g, ":"), 0);
  if (c.other > 0) return false;
  if (c.codes > 0) return true;
  if (c.words > 0) return c.bare + c.percents + c.numbers > 0 || c.words > 1 || /^(?:股吧|诊股|微博|行情)$/.test(inner);
  // Six digits alone may be any number: the writer put them there.
  if (c.bare > 0) return c.bare === 1 && c.numbers + c.percents >= 2;
  return c.percents >= 1 && c.decimals >= 1 && (c.signed >= 1 || c.decimals >= 2);
}

/** Whether a line is a table row of quotes: `300212 易华录 31.46 +20.00%　300290 荣科科技 18.27 +7.85%`. */
export function isTickerLine(line: string): boolean {
  if (line.length > 200 || !/[%+\-−–↑↓]/.test(line) || !/\d{4}|%/.test(line) || /[。！？；，]/.test(line)) return false;
  const c = count(line);
  const quotes = c.codes + c.bare;
  if (quotes === 0) return c.signed >= 2 && c.percents >= 1 && c.other <= 3;
  return c.percents + c.signed > 0 && c.other <= quotes * 2;
}
