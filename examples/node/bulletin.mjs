// Makes a bulletin of a pool: node bulletin.mjs POOL.jsonl ISSUE OUT.(txt|md|html|docx|csv|json)
import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { composeBulletin, createAnalyzer, renderBulletin } from "weixun";

const [pool, issue, out] = process.argv.slice(2);
const articles = readFileSync(pool, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line));

const analyzer = await createAnalyzer();
const analyses = articles.map((article) => analyzer.analyze(article));
const bulletin = composeBulletin(analyses, { issue: Number(issue), remark: "示例（虚构内容，非新闻）" });
writeFileSync(out, await renderBulletin(bulletin, extname(out).slice(1)));
console.log(`${bulletin.items.length} of ${articles.length} articles in ${out}`);
