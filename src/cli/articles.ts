/** The articles and analyses of the command's inputs. */
import type { Analysis, Article } from "../core/types.ts";
import { readArticles } from "../io/read-articles.ts";
import { type Problems, say } from "./session.ts";

export type Incoming =
  | { readonly kind: "article"; readonly article: Article & { readonly id: string } }
  | { readonly kind: "analysis"; readonly analysis: Analysis };

/** Reads files (stdin where there is none); what cannot be read is a problem, the rest goes on. */
export async function* readIncoming(files: readonly string[], problems: Problems): AsyncGenerator<Incoming> {
  for await (const result of readArticles(files))
    switch (result.kind) {
      case "article":
      case "analysis":
        yield result;
        break;
      case "notice":
        say(result.message);
        break;
      case "problem":
        problems.add(result.message);
        break;
      default:
        result satisfies never;
    }
}
