/** The paragraphs of a Word file, as plain text. */
import { WeixunError } from "../core/errors.ts";
import { unzip, utf8Text } from "../text/zip.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name) return ENTITIES[name]!;
      const code = hex ? Number.parseInt(hex, 16) : Number(dec);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** Elements whose text is no part of the page: deleted text, field codes, the fallback copy of a drawing. */
const HIDDEN: ReadonlySet<string> = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback"]);

/** Paragraphs of WordprocessingML in order; one pass over the tags. */
export function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  const open: string[] = [];
  let hidden = 0;
  let inText = false;
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (inText && hidden === 0 && open.length > 0)
      open[open.length - 1] += decode(xml.slice(at, tag < 0 ? xml.length : tag));
    if (tag < 0) break;
    const end = xml.indexOf(">", tag);
    if (end < 0) break;
    at = end + 1;
    const closing = xml[tag + 1] === "/";
    const empty = xml[end - 1] === "/";
    const name = /^[\w:]+/.exec(xml.slice(tag + (closing ? 2 : 1), Math.min(end, tag + 40)))?.[0] ?? "";
    if (HIDDEN.has(name) && !empty) hidden += closing ? -1 : 1;
    else if (name === "w:t") inText = !closing && !empty;
    else if (name === "w:p" && closing) paragraphs.push(open.pop() ?? "");
    else if (name === "w:p") empty ? paragraphs.push("") : open.push("");
    else if (!closing && hidden === 0 && open.length > 0) {
      if (name === "w:br" || name === "w:cr") open[open.length - 1] += "\n";
      else if (name === "w:tab") open[open.length - 1] += "\t";
      else if (name === "w:noBreakHyphen") open[open.length - 1] += "-";
    }
  }
  return paragraphs;
}

/**
 * The text of a Word file: its paragraphs with a blank line between two, as the bulletin's text layout has them.
 * @throws WeixunError `bad-input` where the bytes are no Word file, `too-large` for a zip bomb.
 */
export function docxText(bytes: Uint8Array, name: string): string {
  const document = unzip(bytes, name, (file) => file === "word/document.xml")["word/document.xml"];
  if (!document) throw new WeixunError("bad-input", `${name} is no Word file: word/document.xml is missing`);
  return paragraphsOf(utf8Text(document)).join("\n\n");
}

/** Whether bytes begin like a zip archive, as every docx does. */
export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}
