import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBulletin } from "../../src/bulletin/parse.ts";
import { renderBulletin } from "../../src/bulletin/render.ts";
import { docxText } from "../../src/io/read-docx.ts";
import { unzip, utf8Text } from "../../src/text/zip.ts";

const bulletin = parseBulletin(readFileSync(new URL("../../corpus/issue-541.txt", import.meta.url), "utf8"));
const docx = (b: typeof bulletin): Promise<Uint8Array> => renderBulletin(b, "docx");

describe("Word", () => {
  test("the same bulletin gives the same bytes", async () => {
    expect(Buffer.compare(await docx(bulletin), await docx(bulletin))).toBe(0);
  });

  test("parsed back it is the bulletin", async () => {
    expect(parseBulletin(docxText(await docx(bulletin), "b.docx"))).toEqual(bulletin);
  });

  test("whatever an article's lines hold comes back from Word", async () => {
    const line = fc.oneof(
      fc.stringMatching(/^[一-龥a-zA-Z0-9，。“”《》（）:：.、!！%<>&'" -]{1,30}$/),
      fc.constantFrom("2.标题:某市", "1. 某院上线", "来源：日报", "主要内容：", "二、具体内容"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const content = `正文。\n${lines.map((l) => l.trim() || "空").join("\n")}`;
        const b = { ...bulletin, items: bulletin.items.map((item, i) => (i === 1 ? { ...item, content } : item)) };
        expect(parseBulletin(docxText(await docx(b), "b.docx"))).toEqual(b);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test("A4 with the margins of GB/T 9704, real headings, links from the directory to the items", async () => {
    const parts = unzip(await docx(bulletin), "b.docx");
    const xml = utf8Text(parts["word/document.xml"]!);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(bulletin.items.length);
    for (let i = 1; i <= bulletin.items.length; i++) {
      expect(xml).toContain(`w:anchor="item-${i}"`);
      expect(xml).toContain(`w:name="item-${i}"`);
    }
    expect(xml).toContain('w:eastAsia="仿宋"');
    expect(utf8Text(parts["docProps/core.xml"]!)).toContain("2023-09-15T00:00:00Z");
    expect(utf8Text(parts["word/_rels/document.xml.rels"]!)).toContain(bulletin.items[0]!.url);
  });

  test("text that XML cannot hold is dropped, not written", async () => {
    const odd = { ...bulletin, items: [{ ...bulletin.items[0]!, content: "甲\u0000乙\u0008<丙>&\ud800丁" }] };
    expect(parseBulletin(docxText(await docx(odd), "b.docx")).items[0]!.content).toBe("甲乙<丙>&\ufffd丁");
  });
});

test("docx is typed as bytes, the others as a string", async () => {
  const text: string = await renderBulletin(bulletin, "txt");
  const bytes: Uint8Array = await renderBulletin(bulletin, "docx");
  expect([typeof text, bytes instanceof Uint8Array]).toEqual(["string", true]);
});
