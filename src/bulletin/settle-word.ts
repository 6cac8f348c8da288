/**
 * Makes a docx file's bytes depend on its content alone: clock times, random relation ids and archive dates are set from
 * the bulletin's date, and the font table names what to fall back on.
 */
import { unzip, utf8Bytes, utf8Text, zip } from "../text/zip.ts";

/** Fonts of the house layout with what stands in where one is missing. */
const FONT_TABLE = (
  [
    ["仿宋", "FangSong", "仿宋_GB2312;FangSong;STFangsong;Noto Serif CJK SC"],
    ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05S;宋体;Noto Serif CJK SC"],
    ["黑体", "SimHei", "SimHei;STHeiti;Noto Sans CJK SC"],
    ["楷体", "KaiTi", "楷体_GB2312;KaiTi;STKaiti;Noto Serif CJK SC"],
    ["宋体", "SimSun", "SimSun;STSong;Noto Serif CJK SC"],
    ["Times New Roman", "Times New Roman", "Liberation Serif"],
  ] as const
)
  .map(([name, , others]) => {
    const charset = name === "Times New Roman" ? "00" : "86";
    return `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="${charset}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  })
  .join("");

/** Renumbers random relation ids in the order in which the document names them. */
function renumber(relations: string, document: string): { relations: string; document: string } {
  const names = new Map<string, string>();
  for (const m of document.matchAll(/<w:hyperlink\b[^>]*\br:id="([^"]+)"/g))
    if (!names.has(m[1]!)) names.set(m[1]!, `rIdLink${names.size + 1}`);
  const swap = (xml: string, attribute: string): string =>
    xml.replace(new RegExp(`\\b${attribute}="([^"]+)"`, "g"), (whole, id: string) =>
      names.has(id) ? `${attribute}="${names.get(id)}"` : whole,
    );
  const rows = swap(relations, "Id");
  const sorted = [...rows.matchAll(/<Relationship\b[^>]*\/>/g)].map((m) => m[0]).sort();
  return {
    relations: rows.replace(
      /(<Relationships\b[^>]*>)[\s\S]*(<\/Relationships>)/,
      (_, a: string, b: string) => a + sorted.join("") + b,
    ),
    document: swap(document, "r:id"),
  };
}

/** The settled bytes of a docx file; `day` (`YYYY-MM-DD`) becomes its created and modified time. */
export function settleWord(bytes: Uint8Array, day: string): Uint8Array {
  const files = unzip(bytes, "bulletin.docx");
  const edit = (name: string, change: (xml: string) => string): void => {
    if (files[name]) files[name] = utf8Bytes(change(utf8Text(files[name])));
  };
  const time = `${day}T00:00:00Z`;
  edit("docProps/core.xml", (xml) => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${time}`));
  edit("word/fontTable.xml", (xml) =>
    /<w:fonts\b[^>]*\/>/.test(xml)
      ? xml.replace(/(<w:fonts\b[^>]*)\/>/, `$1>${FONT_TABLE}</w:fonts>`)
      : xml.replace("</w:fonts>", `${FONT_TABLE}</w:fonts>`),
  );
  const rels = "word/_rels/document.xml.rels";
  if (files[rels] && files["word/document.xml"]) {
    const done = renumber(utf8Text(files[rels]), utf8Text(files["word/document.xml"]));
    files[rels] = utf8Bytes(done.relations);
    files["word/document.xml"] = utf8Bytes(done.document);
  }
  const rank = (name: string): string => (name === "[Content_Types].xml" ? "" : name);
  return zip(
    Object.entries(files)
      .filter(([name]) => !name.endsWith("/"))
      .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)),
  );
}
