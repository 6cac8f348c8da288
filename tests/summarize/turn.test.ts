import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import type { Mention } from "../../src/core/types.ts";
import { readDraft } from "../../src/summarize/draft.ts";
import { turnAnswer } from "../../src/summarize/turn.ts";
import { readWords } from "../../src/summarize/words.ts";

const words = readWords(readFileSync(new URL("../../dictionaries/writer-words.tsv", import.meta.url), "utf8"));
const mention = (text: string, name: string): Mention => {
  const start = text.indexOf(name);
  return { field: "text", start, end: start + name.length, text: name };
};

/** A scene, the term in it, its hospital, and the sentence that its answer is turned into. */
const answers: [string, string, string | null, string | null][] = [
  ["送药的，是今年6月投用的智慧共享中药房。", "智慧共享中药房", null, "智慧共享中药房今年6月投用"],
  ["黄点来自今年3月上线的监测预警平台。", "监测预警平台", null, "监测预警平台今年3月上线"],
  [
    "变化来自去年启动、今年3月29日通过初验的监测预警平台。",
    "监测预警平台",
    null,
    "监测预警平台去年启动、今年3月29日通过初验",
  ],
  // Who did it stays before the verb.
  ["跳出结果的，是海滨总医院8月上线的影像云平台。", "影像云平台", "海滨总医院", "海滨总医院8月上线影像云平台"],
  ["这里是今年6月投用的智慧共享中药房。", "智慧共享中药房", null, "智慧共享中药房今年6月投用"],
  ["这次抢救用的是今年6月启用的急救调度平台。", "急救调度平台", null, "急救调度平台今年6月启用"],
  ["送药上门的背后，是3月25日开张的智慧共享中药房。", "智慧共享中药房", null, "智慧共享中药房3月25日开张"],
  // No name, or somebody else does it.
  ["老人赶上的，是今年6月投用的新楼。", "", null, null],
  ["送药的，是小王和同事日夜调试的智慧共享中药房。", "智慧共享中药房", null, null],
];

test.each(answers)("%s", (text, term, hospital, want) => {
  const extraction = {
    ...plainExtraction("t", "标题", text),
    terms: term ? [{ name: term, category: "system" as const, mentions: [mention(text, term)] }] : [],
    institutions: hospital
      ? [{ name: hospital, type: "hospital" as const, code: null, mentions: [mention(text, hospital)] }]
      : [],
  };
  const draft = readDraft(extraction, words);
  const turned = turnAnswer(draft, draft.prose.clauses.at(-1)!);
  expect(turned?.map((p) => text.slice(p.start, p.end)).join("") ?? null).toBe(want);
});
