import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import type { Mention, Term } from "../../src/core/types.ts";
import { AROUND, AWAY, BEFORE, HERE } from "../../src/summarize/about.ts";
import { readDraft } from "../../src/summarize/draft.ts";
import { factWords, SLOTS } from "../../src/summarize/features.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const TEXT = [
  "安和市影像云平台8月上线，接入12家医院。医生用互联网医院复诊。",
  "患者满意度升到97%。影像云平台累计调阅3.2万次。",
  "医院还新添3辆救护车。",
].join("\n");
const terms: Term[] = ["影像云平台", "互联网医院"].map((name) => {
  const mentions: Mention[] = [];
  for (let start = TEXT.indexOf(name); start >= 0; start = TEXT.indexOf(name, start + 1))
    mentions.push({ field: "text", start, end: start + name.length, text: name });
  return { name, category: "platform", mentions };
});
const draft = readDraft({ ...plainExtraction("a", "安和市影像云平台上线", TEXT), terms }, words);
const clauseAt = (said: string): number =>
  draft.prose.clauses.findIndex((c) => TEXT.slice(c.start, c.end).includes(said));

test("the system that title and text name most is the main one, near and far", () => {
  const { main, other } = draft.about;
  expect(main[clauseAt("8月上线")]).toBe(HERE);
  expect(main[clauseAt("接入12家")]).toBe(BEFORE);
  expect(main[clauseAt("患者满意度")]).toBe(AROUND);
  expect(main[clauseAt("救护车")]).toBe(AWAY);
  expect(other[clauseAt("互联网医院复诊")]).toBe(1);
  expect(other[clauseAt("8月上线")]).toBe(0);
});

test("a figure is weighed by the verb before it, the word behind it and the head of its clause", () => {
  const fact = draft.facts.findIndex((f) => f.kind === "figure" && TEXT.startsWith("12家", f.start));
  const found: string[] = [];
  factWords(draft, fact, (slot, word) => found.push(SLOTS[slot]! + word));
  expect(found.sort()).toEqual(["behind:医院", "head:接入", "verb:接入"]);
});
