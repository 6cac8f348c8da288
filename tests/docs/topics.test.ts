import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TOPIC_NAMES } from "../../src/bulletin/topics.ts";

test("docs/dictionaries.zh.md lists the topics with their ids and names", () => {
  const document = readFileSync(new URL("../../docs/dictionaries.zh.md", import.meta.url), "utf8");
  const section = /## 十三个主题的代号[\s\S]*?(?=\n## )/.exec(document)![0];
  const rows = [...section.matchAll(/^\| ([a-z-]+) \| (.+) \|$/gm)].map(([, id, name]) => [id, name]);
  expect(Object.fromEntries(rows)).toEqual(TOPIC_NAMES);
});
