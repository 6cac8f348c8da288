/** The articles and analyses of the command's inputs. */
import { readArticles } from "../io/read-articles.ts";
import type { Entry } from "./job.ts";
import { type Problems, say } from "./session.ts";

/** Reads files (stdin where there is none); what cannot be read is a problem, the rest goes on. */
export async function* readIncoming(
  files: readonly string[],
  problems: Problems,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Entry> {
  for await (const result of readArticles(files, { onBytes }))
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
