/** The articles and analyses of the command's inputs. */

import { WeixunError } from "../core/errors.ts";
import type { Analysis, Article } from "../core/types.ts";
import { readTextFile } from "../io/read-text-file.ts";
import type { Problems } from "./session.ts";

export type Incoming =
  | { readonly kind: "article"; readonly article: Article & { readonly id: string } }
  | { readonly kind: "analysis"; readonly analysis: Analysis };

/** Reads files (stdin where there is none); what cannot be read is a problem, the rest goes on. */
export async function* readIncoming(files: readonly string[], problems: Problems): AsyncGenerator<Incoming> {
  for (const file of files.length === 0 ? ["-"] : files) {
    let lines: string[];
    try {
      lines = readTextFile(file).split("\n");
    } catch (error) {
      if (!(error instanceof WeixunError)) throw error;
      problems.add(error.message);
      continue;
    }
    for (const [i, line] of lines.entries()) {
      if (line.trim() === "") continue;
      try {
        const value = JSON.parse(line) as Analysis & Article & { id: string };
        yield value.relevance ? { kind: "analysis", analysis: value } : { kind: "article", article: value };
      } catch (error) {
        problems.add(`${file}:${i + 1}: not valid JSON: ${(error as Error).message}`);
      }
    }
  }
}
