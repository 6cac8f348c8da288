// Stands for a crawler: prints one article a line as it comes in, here from a file: node crawl.mjs POOL.jsonl
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (line.trim() === "") continue;
  const { title, content, source, url, publishedAt } = JSON.parse(line);
  // No id: the url gives one that stays the same from run to run.
  process.stdout.write(`${JSON.stringify({ title, content, source, url, publishedAt })}\n`);
}
