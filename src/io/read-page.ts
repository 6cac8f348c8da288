/** A saved web page as an article. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Article } from "../core/types.ts";
import { decodeAll } from "./decode.ts";

/** Reads the page's bytes. */
export function readPage(bytes: Uint8Array, file: string): Article {
  const { document } = parseHTML(decodeAll(bytes));
  const page = new Readability(document as unknown as Document, { charThreshold: 100 }).parse();
  return { title: page?.title ?? document.title ?? file, content: page?.content ?? "" };
}
