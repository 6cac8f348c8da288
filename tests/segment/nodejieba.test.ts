import { describe, expect, it } from "vitest";
import { isBuilt } from "../../scripts/check/_nodejieba.ts";
import { createAnalyzer } from "../../src/analyzer.ts";

describe.skipIf(!isBuilt)("the engine nodejieba", () => {
  it.each(["衡水市全民健康信息平台上线，5G 智慧医院\ud83d试点", "😀云计算"])(
    "is chosen by an option and gives offsets of %s",
    async (text) => {
      const chosen = await createAnalyzer({ segmenter: "nodejieba" });
      const builtIn = await createAnalyzer();
      expect(chosen.tokenize(text)).toEqual(builtIn.tokenize(text));
      expect(chosen.cut(text)).toEqual(builtIn.cut(text));
      for (const token of chosen.tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    },
  );
});

describe.skipIf(isBuilt)("the engine nodejieba, not built", () => {
  it("is refused with a word on what to do", async () => {
    await expect(createAnalyzer({ segmenter: "nodejieba" })).rejects.toMatchObject({ code: "not-installed" });
  });
});
