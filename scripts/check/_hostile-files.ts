/** Files as a careless world makes them: pieces of every format, cut, joined, mis-encoded; the same seed, the same bytes. */
import { gzipSync } from "node:zlib";

const PIECES: readonly string[] = [
  '{"title":"甲","content":"正文一段，平台上线。"}',
  '{"title":"甲","content":{"a":[1,2,{"b":null}]}}',
  '{"id":"x","title":"乙","text":"正文","topics":[],"relevance":{"score":1}}',
  "标题,来源,正文,发布时间\n",
  "标题;正文\n",
  "title\tcontent\n",
  '甲,健康报,"第一段\n第二段",2023-10-16\n',
  '"没有收尾',
  '""""',
  "<!DOCTYPE html><html><head><meta charset=gbk><title>甲_新华网</title></head><body>",
  "<div class='article'><p>平台上线，接入二十家医院，方便群众就近看病，明年推广到全市。</p>",
  "</body></html>",
  "<script>var a='</p>'",
  "<!--",
  "&amp;amp;nbsp;&#0;&#xFFFFFFF;&#55296;",
  "全国卫生信息化舆情监测周报\n(第五四六期)\n一、信息目录\n1. 甲\n(乙)\n二、具体内容\n1.标题:甲\n来源:乙\n链接:<http://a.example>\n主要内容：\n正文\n",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "\\",
  "\n",
  "\r\n",
  "\u0000",
  "\ufeff",
  "\u2028",
  "（记者 王某）",
  "编辑：王某\n",
  "(300253.SZ",
  "2023-13-45",
  "１２３",
  "😀\ud83d",
  "未经授权，不得转载。",
  "NaN",
  "null",
  "1e999",
  "true\n",
];
const NAMES = [
  "a.jsonl",
  "a.ndjson",
  "a.json",
  "a.csv",
  "a.tsv",
  "a.html",
  "a.htm",
  "a.txt",
  "a.docx",
  "a",
  "a.csv.gz",
];

/** One hostile file: its name and bytes. */
export function hostileFile(random: () => number): { readonly name: string; readonly bytes: Uint8Array } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let text = "";
  const sticky = random() < 0.5 ? pick(PIECES) : "";
  for (let n = Math.floor(random() * 30); n > 0; n--) text += random() < 0.2 ? sticky : pick(PIECES);
  const way = random();
  let bytes: Uint8Array = Buffer.from(text, way < 0.1 ? "utf16le" : "utf8");
  if (way > 0.9) bytes = Buffer.from(text.replace(/[^\u0000-\u007f]/g, "\u00c4\u00e3"), "latin1");
  if (random() < 0.15) bytes = bytes.slice(0, Math.floor(random() * bytes.length));
  if (random() < 0.1) {
    bytes = bytes.slice();
    for (let k = 0; k < 3 && bytes.length > 0; k++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  if (random() < 0.1) bytes = gzipSync(bytes);
  if (random() < 0.05) bytes = bytes.slice(0, Math.floor(random() * bytes.length));
  return { name: pick(NAMES), bytes };
}
