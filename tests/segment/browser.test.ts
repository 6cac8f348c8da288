import { createContext, runInContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { loadResource } from "../../src/lexicon/load.ts";
import { createSegmenter } from "../../src/segment/index.ts";

const resources = { dictionary: loadResource("base-dictionary.bin"), scanner: loadResource("scanner.bin") };
const texts = [
  "衡水市全民健康信息平台上线，覆盖98.5%的5G 智慧医院",
  "他来到了网易杭研大厦\ud83d😀\n“互联网+”医疗服务",
  "韩玉鉴赏云计算、区块链与ＤＲＧ付费".repeat(500),
];

/** What a page does: opens the engine on bytes, adds a word, segments. */
const script = `
  const segmenter = weixun.createSegmenter(resources);
  segmenter.addWord({ word: "网易杭研大厦", tag: "nt" });
  answer(JSON.stringify(texts.map((text) => [segmenter.cut(text), segmenter.tokenize(text)])));
`;

async function bundle(): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: ["src/segment/index.ts"],
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "weixun",
    write: false,
    metafile: true,
  });
  // A bundle for browsers has to do without Node's modules.
  expect(Object.values(metafile.inputs).flatMap((i) => i.imports.filter((m) => m.external))).toEqual([]);
  return outputFiles[0]!.text;
}

describe("the engine bundled for browsers", () => {
  const segmenter = createSegmenter(resources);
  segmenter.addWord({ word: "网易杭研大厦", tag: "nt" });
  const expected = JSON.stringify(texts.map((text) => [segmenter.cut(text), segmenter.tokenize(text)]));

  it("gives the same answer in a context with nothing of Node", async () => {
    const answers: string[] = [];
    const context = createContext({ TextDecoder, texts, resources, answer: (a: string) => answers.push(a) });
    runInContext(`${await bundle()};${script}`, context);
    expect(answers).toEqual([expected]);
  });

  it("gives the same answer in a worker", async () => {
    const code = `
      const { parentPort, workerData } = require("node:worker_threads");
      const { texts, resources } = workerData;
      const answer = (a) => parentPort.postMessage(a);
      ${await bundle()};${script}`;
    const worker = new Worker(code, { eval: true, workerData: { texts, resources } });
    const answer = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    await worker.terminate();
    expect(answer).toBe(expected);
  });
});
