import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanArticle, toContentSpan } from "../../src/clean/index.ts";
import { toSourceSpan } from "../../src/text/alignment.ts";
import { normalize, normalizeText } from "../../src/text/normalize.ts";

/** Pieces of pages, so that chance finds what matters. */
const piece = fc.constantFrom(
  ..."中文 ，。（）“”\n\r\t　abcＡ１2３.%<>&;/\u200b\ufeff\u00a0：",
  "<br>",
  "<p>",
  "</p>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "&nbsp;",
  "&amp;nbsp;",
  "&lt;p&gt;",
  "&#20013;",
  "（记者 王某）",
  "编辑：王某",
  "(600718.SH)",
  "平台上线，接入二十家医院，方便群众就近看病，明年推广到全市。",
  "\ud83d",
  "😀",
);
const page = fc.array(piece, { maxLength: 60 }).map((p) => p.join(""));

test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((p) => p.join("").replace(/[&<>]/g, "")),
      (raw) => {
        const once = normalizeText(raw);
        expect(normalizeText(once)).toBe(once);
      },
    ),
    { numRuns: 500 },
  );
});

test("a normalised text has no empty line, no blank at a line's end and no control character", () => {
  fc.assert(
    fc.property(page, (raw) => {
      const { text } = normalize(raw);
      expect(text).not.toMatch(/\n\n|^\n|\n$|^ | $| \n|\n |[\u0000-\u0009\u200b\ufeff]/);
    }),
    { numRuns: 500 },
  );
});

test("stretches copied one to one map to themselves, and spans keep their order", () => {
  fc.assert(
    fc.property(page, (raw) => {
      const { text, alignment } = normalize(raw);
      let last = 0;
      for (let t = 0; t < alignment.length; t += 3) {
        expect(alignment[t + 1]!).toBeGreaterThanOrEqual(last);
        last = alignment[t + 2]!;
        expect(last).toBeLessThanOrEqual(raw.length);
      }
      for (let i = 0; i < text.length; i++) {
        const span = toSourceSpan(alignment, text.length, i, i + 1);
        // Han is never folded: where a unit is copied, the source has the very same unit.
        if (/[\u4e00-\u9fff]/.test(text[i]!) && span.end - span.start === 1) expect(raw[span.start]).toBe(text[i]);
      }
    }),
    { numRuns: 300 },
  );
});

test("every sentence of a clean text is found in the raw text where its span says", () => {
  fc.assert(
    fc.property(page, (raw) => {
      const document = cleanArticle({ id: "a", title: "标题", content: raw });
      for (let at = document.text.indexOf("平台上线"); at >= 0; at = document.text.indexOf("平台上线", at + 1)) {
        const span = toContentSpan(document, at, at + 4);
        expect(raw.slice(span.start, span.end)).toBe("平台上线");
      }
    }),
    { numRuns: 500 },
  );
});

test.each<[string, string]>([
  ["a line of ten million units", "平台上线，".repeat(2_000_000)],
  ["a hundred thousand open brackets", "（".repeat(100_000)],
  ["a hundred thousand open tags", "<a ".repeat(100_000)],
  ["a hundred thousand open comments", "<!-- ".repeat(100_000)],
  ["a hundred thousand open scripts", "<script>".repeat(100_000)],
  ["a hundred thousand escaped tags", "&lt;".repeat(100_000)],
  ["disclaimers without end", "未经授权，不得转载。".repeat(100_000)],
  ["a hundred thousand lines", "编辑：王某\n".repeat(100_000)],
])("%s is cleaned", (_, raw) => {
  expect(cleanArticle({ id: "a", title: "标题", content: raw }).text.length).toBeLessThanOrEqual(raw.length);
});
