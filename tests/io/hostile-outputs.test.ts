import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readArticles } from "../../src/io/read-articles.ts";
import { openOutput, writeFileWhole } from "../../src/io/write-output.ts";

const folder = mkdtempSync(join(tmpdir(), "weixun-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

// Only beside a private device: where the fault returns, the machine's own would be replaced.
test.skipIf(process.platform !== "linux" || process.getuid?.() === 0)(
  "a device is written to, not replaced",
  async () => {
    await writeFileWhole("/dev/null", "甲");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    const full = openOutput("/dev/full");
    await expect(full.write("甲").then(() => full.close())).rejects.toThrow("cannot write /dev/full: the disk is full");
  },
);

test("behind a link the file that is meant is written", async () => {
  writeFileSync(at("real.txt"), "旧");
  symlinkSync(at("real.txt"), at("link.txt"));
  await writeFileWhole(at("link.txt"), "新");
  expect(readFileSync(at("real.txt"), "utf8")).toBe("新");
});

test("of two runs that write one file the later one has it, and the earlier one says so", async () => {
  const first = openOutput(at("twice.txt"));
  await first.write("甲甲甲");
  const second = openOutput(at("twice.txt"));
  await second.write("乙");
  await expect(first.close()).rejects.toThrow("another run is writing it");
  await second.close();
  expect(readFileSync(at("twice.txt"), "utf8")).toBe("乙");
  const third = openOutput(at("twice.txt"));
  const fourth = openOutput(at("twice.txt"));
  await third.discard();
  await fourth.write("丁");
  await fourth.close();
  expect(readFileSync(at("twice.txt"), "utf8")).toBe("丁");
});

async function messages(name: string, content: string): Promise<string[]> {
  writeFileSync(at(name), content);
  const out: string[] = [];
  for await (const r of readArticles([at(name)]))
    out.push(
      "message" in r ? r.message.replace(at(name), name) : r.kind === "article" ? r.article.id : `=${r.analysis.id}`,
    );
  return out;
}

const ANALYSIS = {
  ...{ id: "a", status: "ok", title: "甲", source: "", sourceGroup: "", url: "", publishedAt: "", language: "cmn" },
  ...{ text: "正文", headline: "甲", summary: null },
  ...{ noise: [], regions: [], institutions: [], people: [], terms: [], topics: [], notices: [] },
  relevance: { score: 0.5, relevant: false, band: "leave", bias: 0, evidence: [] },
};

test.each<[string, object, string]>([
  ["title", { title: 5 }, "a.jsonl:1: no whole analysis: title must be a text, is 5"],
  ["band", { relevance: { score: 1, evidence: [] } }, "relevance.band must be take, review or leave, is missing"],
  [
    "evidence",
    { relevance: { score: 1, band: "take", evidence: [{ feature: "a", contribution: 1, mentions: [null] }] } },
    "relevance.evidence must be a list of feature, contribution and mentions",
  ],
  ["topic", { topics: [null] }, "topics must be a list of id and score, is [null]"],
  ["summary", { summary: "x" }, 'summary must be an object with a text, or null, is "x"'],
])("an analysis of a wrong %s is refused with the path", async (_, change, message) => {
  expect((await messages("a.jsonl", JSON.stringify({ ...ANALYSIS, ...change })))[0]).toContain(message);
});

test("two analyses of one id: the same once, a different one renamed", async () => {
  const lines = [ANALYSIS, ANALYSIS, { ...ANALYSIS, text: "别的" }].map((a) => JSON.stringify(a)).join("\n");
  expect(await messages("a.jsonl", lines)).toEqual([
    "=a",
    "a.jsonl:2: the article a was read before; it is taken once",
    "=a-2",
    "a.jsonl:3: another article has the id a; this one is a-2",
  ]);
});

test("a line nested too deep is named, and the next ones are read", async () => {
  const deep = `{"title":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const [first, second] = await messages("d.jsonl", `${deep}\n{"id":"ok","title":"甲","content":"乙"}\n`);
  expect(first).toMatch(/^d\.jsonl:1: (?:broken JSON: its brackets are nested too deep|“title” must be a text)/);
  expect(second).toBe("ok");
});
