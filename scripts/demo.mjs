// Makes a bulletin from the sample pool in corpus/ in every format, prints its directory and where the files lie.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}dist/cli/main.js`;
const pool = `${root}corpus/issue-545.jsonl`;
const name = "demo/bulletin-545";
mkdirSync(`${root}demo`, { recursive: true });

function weixun(...args) {
  const run = spawnSync(process.execPath, [cli, ...args], { stdio: ["ignore", "inherit", "inherit"], cwd: root });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

weixun(
  "bulletin",
  pool,
  "--issue",
  "545",
  "--remark",
  "示例（虚构内容，非新闻）",
  "--explain",
  `${root}demo/decisions.tsv`,
  "-o",
  `${root}${name}.json`,
);
const formats = ["txt", "md", "html", "docx", "csv"];
for (const format of formats) weixun("render", `${root}${name}.json`, "-o", `${root}${name}.${format}`);

const text = readFileSync(`${root}${name}.txt`, "utf8");
console.log(
  text
    .slice(text.indexOf("全国"), text.indexOf("二、具体内容"))
    .replace(/\n{2,}/g, "\n")
    .trim(),
);
console.log("\nFiles:");
for (const file of [...["json", ...formats].map((f) => `${name}.${f}`), "demo/decisions.tsv"])
  console.log(`  ${relative(process.cwd(), root + file) || file}`);
