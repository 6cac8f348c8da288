import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainExtraction } from "../../benchmarks/writing/gold.ts";
import type { Mention } from "../../src/core/types.ts";
import { readDraft } from "../../src/summarize/draft.ts";
import { turnAnswer, turnMeeting, turnNews } from "../../src/summarize/turn.ts";
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
  // A hospital's system of no known name.
  ["这次抢救用的是海滨总医院9月启用的新一代调度系统。", "", "海滨总医院", "海滨总医院9月启用新一代调度系统"],
  // What a meeting achieved.
  ["会议最主要的成果是12月7日下午签署的影像云共建协议。", "影像云", null, "影像云共建协议12月7日下午签署"],
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

/** A meeting, or its news, and the sentence that it is turned into. */
const meetings: [string, string | null][] = [
  [
    "11月25日，在海滨国际会展中心举行的2023海滨数字健康大会上，专家的发言引来掌声。",
    "2023海滨数字健康大会11月25日在海滨国际会展中心举行",
  ],
  ["12月1日至2日在海滨召开的第二届影像云应用会议，把这个问题摆上台面。", "第二届影像云应用会议12月1日至2日在海滨召开"],
  ["这是12月8日在海滨举行的网络安全攻防演练的一幕。", "网络安全攻防演练12月8日在海滨举行"],
  // A press meeting says nothing of itself; a dinner is no meeting.
  ["11月25日，在市政府举行的全市新闻发布会上，专家作了说明。", null],
  ["11月25日，在海滨举行的晚宴上，专家作了说明。", null],
];

test.each(meetings)("%s", (text, want) => {
  const draft = readDraft(plainExtraction("m", "标题", text), words);
  const turned = draft.prose.clauses.map((c) => turnMeeting(draft, c)).find((pieces) => pieces !== null);
  expect(turned?.map((p) => text.slice(p.start, p.end)).join("") ?? null).toBe(want);
});

const news: [string, string | null][] = [
  ["当天最受关注的，是团体标准《影像云接入规范》正式发布，明年实施。", "团体标准《影像云接入规范》正式发布"],
  ["会议最受关注的成果，是《影像云接入规范》的发布。", "《影像云接入规范》发布"],
  // Nothing with a name; no answer.
  ["当天最受关注的，是新数据的发布。", null],
  ["到了年底，是《影像云接入规范》的发布。", null],
];

test.each(news)("%s", (text, want) => {
  const draft = readDraft(plainExtraction("n", "标题", text), words);
  const turned = draft.prose.clauses.map((c) => turnNews(draft, c)).find((pieces) => pieces !== null);
  expect(turned?.map((p) => text.slice(p.start, p.end)).join("") ?? null).toBe(want);
});
