/** What a file is, by the beginning of its content; its ending decides only where the content does not. */
import { decodeAll, isBinary } from "./decode.ts";
import { delimiterOf } from "./delimiter.ts";
import { fieldOf } from "./fields.ts";

export type FileKind =
  | "json-lines"
  | "json-array"
  | "json-object"
  | "table"
  | "html"
  | "bulletin"
  | "word"
  | "empty"
  | "binary"
  | "unknown";

const BULLETIN = /信息目录|具体内容|监测周报|本期导语/;

/** Whether a text, or its beginning, has the words of a bulletin's layout. */
export function looksLikeBulletin(text: string): boolean {
  return BULLETIN.test(text);
}

/** Names the kind of a file from its first 8 KiB (or all it has). */
export function kindOf(bytes: Uint8Array, file: string): { readonly kind: FileKind; readonly header: string } {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const none = (kind: FileKind) => ({ kind, header: "" });
  if (bytes.length === 0) return none("empty");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5))
    return none(ending === "docx" || bytes.includes(0x77) ? "word" : "binary");
  if (isBinary(bytes)) return none("binary");
  const text = decodeAll(bytes).trimStart();
  if (text === "") return none("empty");
  const firstLine = text.slice(0, 4096).split(/\r?\n/, 1)[0]!;
  if (text.startsWith("[") && /^\[\s*(?:[{[\]]|$)/.test(text)) return none("json-array");
  if (text.startsWith("{"))
    return none(isWhole(firstLine) || firstLine.length > 3 ? lineKind(text, firstLine) : "json-object");
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype html|html)|<!--)/i.test(text)) return none("html");
  if (text.startsWith("<") && /<(?:head|body|div|p|article|title|meta|script|section|h1)[\s>]/i.test(text))
    return none("html");
  if (looksLikeBulletin(text)) return none("bulletin");
  const delimiter = delimiterOf(firstLine);
  const cells = firstLine.split(delimiter).map((c) => c.replace(/^\s*"|"\s*$/g, ""));
  if (cells.some((c) => fieldOf(c) !== undefined) && (cells.length > 1 || ending === "csv" || ending === "tsv"))
    return { kind: "table", header: firstLine };
  if (ending === "csv" || ending === "tsv") return { kind: "table", header: firstLine };
  if (ending === "jsonl" || ending === "ndjson") return none("json-lines");
  if (ending === "json") return none("json-array");
  if (ending === "html" || ending === "htm") return none("html");
  return none("unknown");
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** One object over many lines, or one object a line: the first line of the former ends with an open bracket or comma. */
function lineKind(text: string, firstLine: string): FileKind {
  if (isWhole(firstLine)) return "json-lines";
  if (text.length === firstLine.length) return "json-lines";
  return /^\{\s*(?:"[^"]*"\s*:\s*.{0,200}[,[{]\s*)?$/.test(firstLine) && !/\}\s*$/.test(firstLine)
    ? "json-object"
    : "json-lines";
}
